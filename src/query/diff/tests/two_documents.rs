use serde_json::json;

use super::*;

#[test]
fn of_roles_and_places_what_is_not_repeated_is_not_replaced() {
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let reports = &mut records["programmes"][0]["reports"];
    let role = |agency: &str, role: &str| json!({"agency": agency, "role": role});
    reports[0]["participants"] = json!([
        role("unodc", "lead"),
        role("unodc", "author"),
        role("who", "partner"),
        role("dpa-un", "member")
    ]);
    reports[1]["participants"] =
        json!([role("unodc", "lead"), role("who", "lead"), role("dpa-un", "member")]);
    (reports[0]["countries"], reports[1]["countries"]) =
        (json!(["PAN", "KEN"]), json!(["KEN", "CHL", "PER"]));
    (reports[0]["date"], reports[1]["date"]) = (json!("2019-03"), json!("2020-05"));
    let [old, new] = ["old", "new"].map(|id| Id::new(id).unwrap());
    let mut found = documents(&dataset(records), &old, &new);
    found.retain(|d| d.id == "coca" && d.field.as_deref() != Some("regions"));
    assert_eq!(
        shown(&found),
        [
            r#"not-reported-again programme coca countries ["Panama (old, para. 1)"] []"#,
            r#"newly-reported programme coca countries [] ["Chile (new, para. 1)", "Peru (new, para. 1)"]"#,
            r#"changed programme coca date ["2019-03 (old, para. 1)"] ["2020-05 (new, para. 1)"]"#,
            r#"not-reported-again programme coca participants ["UNODC, author (old, para. 1)"] []"#,
            r#"changed programme coca participants ["WHO, partner (old, para. 1)"] ["WHO, lead (new, para. 1)"]"#,
        ]
    );
}
