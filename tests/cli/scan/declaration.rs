//! What a declaration or a joint statement makes of its numbered paragraphs: commitments of those who speak, no
//! reports.

use super::paper::{cnd, folder};

/// Each commitment in a line: paragraph, force, who makes it and to whom; then what is asked at the document.
fn commitments(text: &str) -> Vec<String> {
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let args = "draft a.txt --title T --kind declaration --id n --date 2029-03";
    let args: Vec<&str> = args.split(' ').collect();
    let (draft, said, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0, "{said}");
    assert!(!draft.contains("\nprogrammes:") && !draft.contains("\nreports:"), "{draft}");
    let draft: serde_json::Value = serde_yaml::from_str(&draft).unwrap();
    let words = |value: &serde_json::Value| -> String {
        let items = value.as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|it| it.as_str()).collect::<Vec<_>>().join(" ")
    };
    let line = |it: &serde_json::Value| {
        let place = it["sources"][0]["paragraph"].as_str().unwrap().to_owned();
        let force = it["force"].as_str().unwrap();
        let line =
            format!("{place} {force} {} > {}", words(&it["made_by"]), words(&it["addressed_to"]));
        line.trim_end_matches([' ', '>']).to_owned()
    };
    let all = draft["commitments"].as_array().cloned().unwrap_or_default();
    let mut lines: Vec<String> = all.iter().map(line).collect();
    let asked = words(&draft["documents"][0]["review"]);
    let asked = asked.split_once("Is there").map(|(_, rest)| rest.split('?').next().unwrap());
    lines.extend(asked.map(|rest| format!("Is there{rest}?")));
    lines
}

#[test]
fn bare_verbs_below_their_subject_are_commitments_of_it() {
    let list = "1. Reaffirm our support for WHO;\n\n2. Resolve to double, by 2034, the number of nurses;\n\n\
                3. Call on UNODC and OHCHR to print a guide;\n\n4. Request UNODC, in cooperation with UNDP, to meet;\n\n\
                5. Task our deputies with reviewing it;\n\n6. Agree to plant trees;\n\n7. Will train nurses.\n";
    for (opening, by) in [
        (
            "We, the Ministers participating in the session of the Commission on Narcotic Drugs,",
            "member-states",
        ),
        ("We, the Heads of State and Government:", "member-states"),
        ("The Heads of State and Government of the League, meeting in Accra,", "member-states"),
        ("INCB, UNODC and WHO,", "incb unodc who"),
        ("We, the heads of UNODC and WHO:", "unodc who"),
    ] {
        let found =
            commitments(&format!("Declaration\n\n{opening}\n\nRecalling the past,\n\n{list}"));
        let wanted = [
            "1 reaffirmed BY",
            "2 committed BY",
            "3 called-upon BY > unodc ohchr",
            "4 requested BY > unodc",
            "5 tasked BY",
            "6 committed BY",
            "7 committed BY",
        ];
        assert_eq!(found, wanted.map(|line| line.replace("BY", by)), "{opening}");
    }
}

/// An unnumbered paragraph that ends in a colon leads in numbered ones only where none was before.
#[test]
fn a_paragraph_between_numbers_leads_none_of_them_in() {
    let text = "Declaration\n\n1. We urge WHO to plant.\n\nWe recommend the following measures:\n\n\
                2. We welcome the trees of UNICEF.\n";
    let wanted = ["1 urged member-states > who", "2 welcomed member-states"];
    assert_eq!(commitments(text), wanted);
}

#[test]
fn what_is_not_read_in_a_declaration_is_named() {
    let text = "Declaration\n\nUNODC and WHO,\n\n1. Plant trees with UNICEF and UNDP;\n\n2. Commit to reading.\n";
    assert_eq!(
        commitments(text),
        ["2 committed unodc who", "Is there a report or a commitment in paragraph 1?"]
    );
}

#[test]
fn those_speak_whom_the_text_or_its_title_names() {
    let title = "Joint statement by UNODC and WHO\n\n";
    for (text, wanted) in [
        (
            "1. We call on Governments to plant.\n\n2. We will establish a school.\n",
            ["1 called-upon unodc who > member-states", "2 committed unodc who"],
        ),
        (
            "1. We, UNODC and WHO, commit to planting.\n\n2. We urge UNICEF to plant.\n",
            ["1 committed unodc who", "2 urged unodc who > unicef"],
        ),
        (
            "We commit ourselves to:\n\n1. Plant trees by 2030;\n\n2. Train nurses.\n",
            ["1 committed unodc who", "2 committed unodc who"],
        ),
    ] {
        assert_eq!(commitments(&format!("{title}{text}")), wanted, "{text}");
    }
}
