//! Where a long form begins and ends, and which are names of bodies.

use super::{Kind, rows};

fn agencies(text: &str) -> Vec<String> {
    let found = rows(Kind::Agency, &[text]);
    found.iter().map(|row| row.split(" = ").next().unwrap().to_owned()).collect()
}

#[test]
fn a_name_begins_behind_the_body_before_it() {
    for (text, expected) in [
        (
            "UNODC and the Tree Abuse Control Commission (CICAD)",
            vec!["UNODC", "Tree Abuse Control Commission", "CICAD"],
        ),
        (
            "The Tree Union Commission and the Leaf Abuse Control Commission (CLEAC)",
            vec!["Tree Union Commission", "Leaf Abuse Control Commission", "CLEAC"],
        ),
        ("UNODC and Tree Agency Camino (TACO)", vec!["UNODC", "Tree Agency Camino", "TACO"]),
        (
            "the Office of the Prosecutor of Chad and the Prime Minister’s Office",
            vec!["Office of the Prosecutor of Chad", "Prime Minister’s Office"],
        ),
        (
            "the Committee on Trees and Leaves (COTAL)",
            vec!["Committee on Trees and Leaves", "COTAL"],
        ),
        (
            "the Office of the Tree and Leaf Envoy (OTREE)",
            vec!["Office of the Tree and Leaf Envoy", "OTREE"],
        ),
    ] {
        assert_eq!(agencies(text), expected, "{text}");
    }
}

#[test]
fn names_in_other_languages_and_with_places_are_names() {
    for (text, expected) in [
        ("Tree Reduction International (TRI)", vec!["Tree Reduction International", "TRI"]),
        ("Agence verte de développement (AVD)", vec!["Agence verte de développement", "AVD"]),
        (
            "Gesellschaft für Internationale Bäume (GIB)",
            vec!["Gesellschaft für Internationale Bäume", "GIB"],
        ),
        (
            "United Nations Tree Mission in Guinea-Bissau (UNTREBIS)",
            vec!["United Nations Tree Mission in Guinea-Bissau", "UNTREBIS"],
        ),
        ("the people of Papua New Guinea (PNGX) and PNGX", vec!["PNGX", "PNGX"]),
        ("Gross Tree Income (GTI) and GTI", vec![]),
        ("international trees (INTR) and INTR", vec![]),
    ] {
        assert_eq!(agencies(text), expected, "{text}");
    }
}
