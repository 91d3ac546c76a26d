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

/// The differences of agencies and documents between the editions, where the new one states a commitment of a treaty
/// that another body makes, and `edit` has changed the records.
fn named(edit: impl Fn(&mut serde_json::Value)) -> Vec<String> {
    let mut records = serde_json::to_value(editions().records()).unwrap();
    let put = |list: &mut serde_json::Value, item| list.as_array_mut().unwrap().push(item);
    let places = json!([{"document": "old", "paragraph": "3"}]);
    let agency = |id: &str| json!({"id": id, "name": id, "kind": "commission", "sources": places});
    let document = |id: &str, places| json!({"id": id, "title": id, "kind": "treaty", "body": "assembly", "sources": places});
    for id in ["assembly", "council", "bank"] {
        put(&mut records["agencies"], agency(id));
    }
    put(&mut records["documents"], document("pact", places.clone()));
    put(&mut records["documents"], document("charter", places.clone()));
    put(
        &mut records["commitments"],
        json!({
            "id": "ask", "statement": "Ask.", "force": "requested", "made_by": ["assembly"], "instrument": "pact",
            "addressed_to": ["who"], "pillar": "one", "filed_by": "source",
            "sources": [{"document": "new", "paragraph": "2"}],
        }),
    );
    edit(&mut records);
    let [old, new] = ["old", "new"].map(|id| Id::new(id).unwrap());
    let mut found = documents(&dataset(records), &old, &new);
    found.retain(|row| matches!(row.kind, Kind::Agency | Kind::Document));
    shown(&found)
}

#[test]
fn a_commitment_names_who_makes_it_and_cites_its_instrument() {
    assert_eq!(
        named(|_| {}),
        [
            r#"not-compared agency bank sources ["old, para. 3"] []"#,
            r#"not-compared agency council sources ["old, para. 3"] []"#,
            r#"newly-reported agency dpa-un sources [] ["new, para. 1"]"#,
            r#"newly-reported agency dpa-unodc sources [] ["new, para. 1"]"#,
            r#"not-compared document charter sources ["old, para. 3"] []"#,
        ]
    );
}

#[test]
fn a_body_is_not_named_in_each_paragraph_that_it_adopts() {
    let own = named(|records| {
        records["commitments"][1]["instrument"] = json!("new");
        records["documents"][1]["body"] = json!("assembly");
    });
    assert!(
        own.contains(&r#"not-compared agency assembly sources ["old, para. 3"] []"#.to_owned())
    );
    assert!(own.contains(&r#"not-compared document pact sources ["old, para. 3"] []"#.to_owned()));
    let of_others = named(|records| records["commitments"][1]["instrument"] = json!("new"));
    assert!(!of_others.concat().contains("assembly"));
}

#[test]
fn silence_on_a_name_is_told_where_somebody_has_searched_for_names() {
    let searched = named(|records| {
        let place = json!({"document": "new", "paragraph": "4"});
        for (list, at) in [("agencies", 5), ("documents", 2)] {
            records[list][at]["sources"].as_array_mut().unwrap().push(place.clone());
        }
    });
    assert_eq!(
        searched,
        [
            r#"not-reported-again agency bank sources ["old, para. 3"] []"#,
            r#"newly-reported agency dpa-un sources [] ["new, para. 1"]"#,
            r#"newly-reported agency dpa-unodc sources [] ["new, para. 1"]"#,
            r#"not-cited-again document charter sources ["old, para. 3"] []"#,
        ]
    );
}
