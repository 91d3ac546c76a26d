//! Acronyms that the dataset has, behind a long form that it has not.

use super::{Kind, rows};

#[test]
fn a_known_acronym_behind_another_long_form_stays_known() {
    for (acronym, long, id) in [
        ("UNAIDS", "Joint United Nations Programme on HIV and AIDS (UNAIDS)", "unaids"),
        ("UNAIDS", "United Nations Programme on HIV/AIDS (UNAIDS)", "unaids"),
        ("UNICEF", "United Nations Children’s Emergency Fund (UNICEF)", "unicef"),
        ("INCB", "International Narcotic Control Board (INCB)", "incb"),
        ("INCB", "International Narcotics Control Board of the United Nations (INCB)", "incb"),
        ("UNODC", "United Nations Office for Drugs and Crime (UNODC)", "unodc"),
        ("UNODC", "Division on Drugs and Crime of the Secretariat (UNODC)", "unodc"),
        ("INTERPOL", "International Police Organization (INTERPOL)", "interpol"),
        ("UNODC", "Tree Bank, and the Office on Drugs, and Crime (UNODC)", "unodc"),
        ("WHO", "WHO (Health Organization of the World)", "who"),
    ] {
        let found =
            rows(Kind::Agency, &[&format!("{acronym} spoke."), &format!("The {long} met.")]);
        let short: Vec<_> = found.iter().filter(|row| row.starts_with(acronym)).collect();
        assert_eq!(short, [&format!("{acronym} = {id}"); 2], "{long}");
    }
}

#[test]
fn the_other_long_form_is_known_too() {
    assert_eq!(
        rows(
            Kind::Agency,
            &[
                "Health Organization (WHO) and the Children’s Emergency Fund (UNICEF).",
                "The Children's Emergency Fund."
            ]
        ),
        [
            "Health Organization = who",
            "WHO = who",
            "Children’s Emergency Fund = unicef",
            "UNICEF = unicef",
            "Children's Emergency Fund = unicef"
        ]
    );
}

#[test]
fn a_known_acronym_of_another_body_is_that_of_the_document() {
    for long in [
        "Asian Development Bank (ADB)",
        "World Heritage Organization (WHO)",
        "Western Cotton Office (WCO)",
        "Central Nursing Department (CND)",
    ] {
        let (name, acronym) = long.trim_end_matches(')').split_once(" (").unwrap();
        let found =
            rows(Kind::Agency, &[&format!("{acronym} spoke."), &format!("The {long} met.")]);
        let row = |text| format!("{text} = {name}?");
        assert_eq!(found, [row(acronym), row(name), row(acronym)], "{long}");
    }
}

#[test]
fn names_go_without_the_united_nations() {
    for (text, id) in [
        ("the United Nations Programme on HIV/AIDS", "unaids"),
        ("the Joint Programme on HIV/AIDS", "unaids"),
    ] {
        let found = rows(Kind::Agency, &[text]);
        assert!(found.len() == 1 && found[0].ends_with(&format!(" = {id}")), "{found:?}");
    }
}
