//! Names that many organisations give a part of themselves.

use super::{Builder, Kind, rows};

#[test]
fn the_part_of_another_organisation_is_not_that_of_the_united_nations() {
    for text in [
        "the General Assembly of INTERPOL",
        "the Secretary-General of the World Customs Organization",
        "the Executive Committee of the Tree Programme",
        "the WHO Secretariat",
        "INTERPOL’s General Assembly",
        "the African Development Bank’s Executive Committee",
        "the Secretariat of the Tree Forum",
        "the Secretary-General of the Ministry of Trees",
        "the National Secretariat",
    ] {
        let found = rows(Kind::Agency, &[text]);
        let known = ["general-assembly", "secretary-general", "un-secretariat", "excom"];
        assert!(!known.iter().any(|id| found.iter().any(|row| row.ends_with(id))), "{found:?}");
    }
}

#[test]
fn alone_and_of_the_united_nations_it_is() {
    for (text, id) in [
        ("In General Assembly resolution 79/191", "general-assembly"),
        ("the UNODC General Assembly resolution", "general-assembly"),
        ("the General Assembly of December 2019", "general-assembly"),
        ("UNODC, General Assembly", "general-assembly"),
        ("the Secretary-General of the United Nations", "secretary-general"),
        ("the UN Secretariat", "un-secretariat"),
        ("the Executive Committee of the Secretary-General", "excom"),
        ("The Secretariat met.", "un-secretariat"),
        ("INTERPOL and the Secretariat of the", "un-secretariat"),
    ] {
        let found = rows(Kind::Agency, &[text]);
        assert!(found.iter().any(|row| row.ends_with(&format!(" = {id}"))), "{text}: {found:?}");
    }
}

#[test]
fn an_acronym_that_is_a_word_names_nothing_before_its_noun() {
    let mut builder = Builder::default();
    builder.add(Kind::Programme, "smart", "SMART", true);
    let lexicon = builder.finish();
    let read = |text| super::super::read(super::paper(None, &[text]), &lexicon, false);
    assert_eq!(read("SMART indicators").mentions[0].len(), 0);
    assert_eq!(read("the SMART programme").mentions[0].len(), 1);
}
