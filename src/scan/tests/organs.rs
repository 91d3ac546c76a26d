//! Whose resolution a number is.

use super::{Kind, read, scan};

/// The symbols of a document of the Commission on Narcotic Drugs of 2027, its seventieth session.
fn cited(paragraphs: &[&str]) -> Vec<String> {
    let found = scan(Some("E/CN.7/2027/CRP.9"), paragraphs);
    let symbols = found.into_iter().filter(|mention| mention.kind == Kind::Symbol);
    let names = symbols.filter_map(|mention| mention.name);
    names.map(|name| name.replace("Commission on Narcotic Drugs resolution", "CND")).collect()
}

#[test]
fn the_organ_may_be_named_behind_the_number() {
    for (text, expected) in [
        ("resolution 60/2 of the General Assembly", "A/RES/60/2"),
        ("Resolution 60/2 was adopted by the General Assembly.", "A/RES/60/2"),
        ("resolution 60/2, adopted by the Assembly", "A/RES/60/2"),
        ("resolution 60/2 of 18 December 2019 of the General Assembly", "A/RES/60/2"),
        ("The General Assembly recalled resolution 60/2 of the Commission", "CND 60/2"),
        ("resolution 60/2 of the Human Rights Council", "A/HRC/RES/60/2"),
        ("resolution 60/2 of its members", "CND 60/2"),
    ] {
        assert_eq!(cited(&[text]), [expected], "{text}");
    }
}

#[test]
fn a_number_that_the_commission_cannot_have_is_of_the_general_assembly() {
    for (number, expected) in [
        ("67/3", "CND 67/3"),
        ("70/1", "CND 70/1"),
        ("71/1", "A/RES/71/1"),
        ("74/178", "A/RES/74/178"),
        ("61/252", "A/RES/61/252"),
        ("46/185 C", "A/RES/46/185 C"),
    ] {
        assert_eq!(cited(&[&format!("Pursuant to resolution {number}, it met.")]), [expected]);
    }
}

#[test]
fn a_number_keeps_the_organ_with_which_the_document_cites_it() {
    assert_eq!(
        cited(&["See resolutions 69/8 and 69/9.", "General Assembly resolution 69/8 helps."]),
        ["A/RES/69/8", "CND 69/9", "A/RES/69/8"]
    );
    assert_eq!(
        cited(&["Commission resolution 69/8 is not resolution 69/8 of the Assembly."]),
        ["CND 69/8", "A/RES/69/8"]
    );
}

#[test]
fn the_body_of_the_document_comes_first_among_those_of_a_paragraph() {
    let back = |symbol, text: &str| -> Vec<String> {
        let found = read(symbol, &[text], false);
        found
            .into_iter()
            .filter(|mention| mention.is_guess)
            .flat_map(|mention| mention.ids)
            .collect()
    };
    let both =
        "The Commission on Narcotic Drugs and the Tree Commission met. The Commission spoke.";
    assert_eq!(back(Some("E/CN.7/2027/1"), both), ["cnd"]);
    assert_eq!(back(Some("E/2027/1"), both), [""; 0]);
    let other = "The Tree Commission met. The Commission spoke.";
    assert_eq!(back(Some("E/CN.7/2027/1"), other), [""; 0]);
}
