//! Definitions of the document, and bodies that the dataset lacks.

use super::{Kind, read, row, rows};

fn agencies(paragraphs: &[&str]) -> Vec<String> {
    rows(Kind::Agency, paragraphs)
}

#[test]
fn the_definition_of_a_document_goes_before_the_dataset() {
    assert_eq!(
        agencies(&["ADB lends.", "The Asian Development Bank (ADB) gives."]),
        [
            "ADB = Asian Development Bank?",
            "Asian Development Bank = Asian Development Bank?",
            "ADB = Asian Development Bank?",
        ]
    );
    assert_eq!(agencies(&["ADB lends."]), ["ADB = afdb"]);
    assert_eq!(agencies(&["integrated tree counts (ITC) and ITC"]), [""; 0]);
}

#[test]
fn a_definition_of_a_known_body_gives_it_a_new_acronym() {
    assert_eq!(
        agencies(&["the International Narcotics Control Board (the Board, or IB) met WHO."])[0],
        "International Narcotics Control Board = incb"
    );
    assert_eq!(
        agencies(&["The Commission on Narcotic Drugs (CODR) met.", "CODR ended."]),
        ["Commission on Narcotic Drugs = cnd", "CODR = cnd", "CODR = cnd"]
    );
}

#[test]
fn what_a_bracket_explains_decides_whether_it_is_a_body() {
    assert_eq!(
        agencies(&[
            "new tree seeds (NTS), the Tree Growers Association (TGA), seed funds (SDFs)",
            "NTS, TGA, SDF"
        ]),
        [
            "Tree Growers Association = Tree Growers Association?",
            "TGA = Tree Growers Association?",
            "TGA = Tree Growers Association?",
        ]
    );
    assert_eq!(
        agencies(&["TGA (Tree Growers Association)"]),
        ["TGA = Tree Growers Association?", "Tree Growers Association = Tree Growers Association?"]
    );
}

#[test]
fn unknown_acronyms_are_reported_unless_they_name_no_body() {
    assert_eq!(
        agencies(&["with AFRITREE and XYZQ on HIV, COVID-19, NGOs and SDG 5"]),
        ["AFRITREE = ?", "XYZQ = ?"]
    );
    assert_eq!(agencies(&["an XYZQ-funded course"]), ["XYZQ = ?"]);
}

#[test]
fn unknown_names_are_found_by_their_noun() {
    for (text, name) in [
        ("with the Economic Commission for Trees.", "Economic Commission for Trees"),
        ("the Office of Counter-Planting of the Secretariat", "Office of Counter-Planting"),
        ("at the University of Birchwood, which", "University of Birchwood"),
        ("with Birchwood University and others", "Birchwood University"),
        (
            "the Committee on Leaf, Root and Bark Rights met",
            "Committee on Leaf, Root and Bark Rights",
        ),
        ("the Food and Leaf Organization said", "Food and Leaf Organization"),
        ("the Tree, Leaf and Root Services Branch said", "Tree, Leaf and Root Services Branch"),
        (
            "The Subcommission on Tree Matters in West Africa met",
            "Subcommission on Tree Matters in West Africa",
        ),
        (
            "the Planting Action on Small Trees mechanism",
            "Planting Action on Small Trees mechanism",
        ),
        ("the Executive Committee on Tree Affairs", "Executive Committee on Tree Affairs"),
        ("the Secretary-General’s Panel on Trees", "Secretary-General’s Panel on Trees"),
    ] {
        let found = agencies(&[text]);
        assert!(found.iter().any(|row| *row == format!("{name} = ?")), "{text}: {found:?}");
        assert!(!found.iter().any(|row| row.ends_with("excom")), "{text}: {found:?}");
    }
}

#[test]
fn two_unknown_names_are_not_one() {
    assert_eq!(
        agencies(&["the Tree Bank and the Leaf Fund, and the Root Office and Leaf Council"]),
        ["Tree Bank = ?", "Leaf Fund = ?", "Root Office = ?", "Leaf Council = ?"]
    );
}

#[test]
fn a_noun_before_words_for_any_body_alone_is_no_name() {
    assert_eq!(agencies(&["With the Office Headquarters."]), [""; 0]);
    assert_eq!(agencies(&["With the Mission States."]), [""; 0]);
    let found = agencies(&["With the Secretariat Headquarters."]);
    assert_eq!(found, ["Secretariat = un-secretariat"]);
}

#[test]
fn words_for_any_body_are_no_names() {
    assert_eq!(
        agencies(&["The Regional Office, the Working Group and the Executive Board met."]),
        [""; 0]
    );
    assert_eq!(agencies(&["the Programme of Action and the Tree Planting Convention"]), [""; 0]);
}

#[test]
fn entities_of_the_united_nations_are_reported_by_their_name() {
    assert_eq!(
        agencies(&["UNIDO and the World Food Programme"]),
        [
            "UNIDO = United Nations Industrial Development Organization?",
            "World Food Programme = World Food Programme?"
        ]
    );
}

#[test]
fn references_back_are_guesses() {
    let text = [
        "UNODC met the International Narcotics Control Board.",
        "The Office wrote to the Board; the Fund did not.",
    ];
    let found = read(None, &text, false);
    let found: Vec<String> = found
        .iter()
        .filter(|mention| mention.is_guess && mention.kind == Kind::Agency)
        .map(row)
        .collect();
    assert_eq!(found, ["Office = unodc (guess)", "Board = incb (guess)"]);
}
