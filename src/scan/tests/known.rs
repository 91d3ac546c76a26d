//! Names, acronyms and places that the dataset knows.

use std::collections::BTreeSet;

use super::{Entry, Kind, Lexicon, groups, rows};
use crate::model::{Group, Vocabulary};

fn agencies(text: &str) -> Vec<String> {
    rows(Kind::Agency, &[text])
}

#[test]
fn names_match_without_case_and_acronyms_with() {
    assert_eq!(
        agencies("The world health organization and WHO know who asks."),
        ["world health organization = who", "WHO = who"]
    );
    assert_eq!(agencies("those who came"), [""; 0]);
    assert_eq!(agencies("THE ROLE OF WHO IN REPORTING"), ["WHO = who"]);
    assert_eq!(agencies("Interpol and UN-WOMEN"), ["Interpol = interpol", "UN-WOMEN = un-women"]);
}

#[test]
fn a_heading_in_capitals_names_no_unknown_bodies() {
    assert_eq!(agencies("REPORT ON THE COMMISSION FOR TREES AND UNODC"), ["UNODC = unodc"]);
}

#[test]
fn white_space_hyphens_and_quotes_make_no_difference() {
    for text in [
        "United Nations Office on Drugs and Crime",
        "United\u{a0}Nations  Office\non Drugs and Crime",
        "United Na tions Office on Drugs and Crime",
        "United Na-\ntions Office on Drugs and Crime",
        "United Nations Of\u{ad}fice on Drugs and Crime",
        "UnitedNations Office on Drugs and Crime",
        "UN Office on Drugs and Crime",
        "the Office on Drugs and Crime",
    ] {
        let found = agencies(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].ends_with("= unodc"), "{found:?}");
    }
    for text in ["United Nations Children’s Fund", "United Nations Children's Fund"] {
        assert!(agencies(text)[0].ends_with("= unicef"));
    }
}

#[test]
fn a_short_name_is_not_put_together_from_two_words() {
    assert_eq!(rows(Kind::Country, &["To go there, I ran."]), [""; 0]);
    assert_eq!(agencies("the W HO"), [""; 0]);
}

#[test]
fn spelling_possessives_and_plurals_make_no_difference() {
    assert_eq!(agencies("World Health Organisation’s"), ["World Health Organisation = who"]);
    assert_eq!(
        agencies("Joint United Nations Program on HIV/AIDS")[0].split(" = ").nth(1),
        Some("unaids")
    );
    assert_eq!(agencies("UNODC’s and UNODCs"), ["UNODC = unodc", "UNODC = unodc"]);
}

#[test]
fn compounds_are_split_and_names_with_hyphens_are_not() {
    assert_eq!(
        agencies("WHO/UNODC/UNAIDS and UNODC-WCO"),
        ["WHO = who", "UNODC = unodc", "UNAIDS = unaids", "UNODC = unodc", "WCO = wco"]
    );
    assert_eq!(
        agencies("UN-Women, UN-HABITAT, HIV/AIDS and the G5 Sahel"),
        ["UN-Women = un-women", "UN-HABITAT = un-habitat", "G5 Sahel = g5-sahel"]
    );
    assert_eq!(rows(Kind::Region, &["the G5 Sahel in the Sahel"]), ["Sahel = sahel"]);
}

#[test]
fn the_beginning_of_another_acronym_is_none() {
    assert_eq!(agencies("the UN and UN-Trees"), ["UN = un", "UN-Trees = ?"]);
}

#[test]
fn the_number_of_a_note_does_not_hide_a_name() {
    assert_eq!(
        agencies("the World Health Organization12 met"),
        ["World Health Organization = who"]
    );
    assert_eq!(agencies("WHO12 and WHO1"), [""; 0]);
}

#[test]
fn names_that_are_common_words_need_their_capital() {
    assert_eq!(agencies("its executive committee and the secretariat"), [""; 0]);
    assert_eq!(rows(Kind::Programme, &["to listen first"]), [""; 0]);
}

#[test]
fn the_longest_country_wins() {
    assert_eq!(
        rows(
            Kind::Country,
            &[
                "Nigeria, Niger, Guinea-Bissau, Papua New Guinea, Guinea, Timor-Leste and Türkiye, the Congo, \
               the Democratic Republic of the Congo and the Islamic Republic of Iran"
            ]
        ),
        [
            "Nigeria = NGA",
            "Niger = NER",
            "Guinea-Bissau = GNB",
            "Papua New Guinea = PNG",
            "Guinea = GIN",
            "Timor-Leste = TLS",
            "Türkiye = TUR",
            "Congo = COG",
            "Democratic Republic of the Congo = COD",
            "Islamic Republic of Iran = IRN",
        ]
    );
    assert_eq!(rows(Kind::Country, &["the Nigerian turkey of chad"]), [""; 0]);
}

#[test]
fn a_programme_is_found_and_those_that_its_name_holds() {
    let text = &["The UNODC-WCO Container Control Programme and “Listen First” went on."];
    assert_eq!(
        rows(Kind::Programme, text),
        [
            "UNODC-WCO Container Control Programme = container-control",
            "Listen First = listen-first"
        ]
    );
    assert_eq!(rows(Kind::Agency, text), ["UNODC = unodc", "WCO = wco"]);
}

#[test]
fn an_acronym_of_two_records_lists_both() {
    assert_eq!(agencies("with ITC"), ["ITC = itc-a|itc-b"]);
}

#[test]
fn what_stands_in_a_title_is_marked() {
    assert_eq!(
        agencies("UNODC reported on the WHO Framework Convention on Tobacco Control."),
        ["UNODC = unodc", "WHO = who (title)"]
    );
    assert_eq!(
        agencies("the report entitled “Working with WHO in prisons” of INCB"),
        ["WHO = who (title)", "INCB = incb"]
    );
}

#[test]
fn those_who_spoke_are_marked() {
    assert_eq!(
        agencies(
            "Statements were also made by the observers for WHO, Trees for All and the Birch Tree Society. \
             UNODC replied."
        ),
        [
            "WHO = who (speaker)",
            "Trees for All = ? (speaker)",
            "Birch Tree Society = ? (speaker)",
            "UNODC = unodc"
        ]
    );
    assert_eq!(
        agencies("The observer for the European Union made a statement."),
        ["European Union = eu (speaker)"]
    );
}

/// A number is not the beginning of a longer one with the mark of a note.
#[test]
fn numbers_of_titles_end_with_their_digits() {
    let entries = [Entry::name(Kind::Symbol, "short", "resolution 68/1")];
    let lexicon = Lexicon::new(entries);
    for (text, count) in [("resolution 68/1", 1), ("Resolution 68/1.", 1), ("résolution 68/196", 0)]
    {
        assert_eq!(lexicon.count(text), count, "{text}");
    }
}

/// A letter with a mark begins a name, behind a curly quotation mark too.
#[test]
fn names_begin_with_any_letter() {
    let lexicon = Lexicon::new([Entry::name(Kind::Region, "aland", "Åland Islands")]);
    for (text, count) in [("Åland Islands", 1), ("the “Åland Islands”", 1), ("éÅland Islands", 0)]
    {
        assert_eq!(lexicon.count(text), count, "{text}");
    }
}

/// An acronym that a common noun of another language explains is the one that the dataset knows.
#[test]
fn long_acronyms_outlive_explanations_in_small_letters() {
    let text = "l’Office des Nations Unies contre la drogue et le crime (ONUDC)";
    assert_eq!(rows(Kind::Agency, &[text]), ["ONUDC = unodc"]);
}

/// A word in capitals that opens a paragraph is no acronym.
#[test]
fn long_words_in_capitals_name_nobody() {
    assert_eq!(rows(Kind::Agency, &["BACKGROUND: a paper of UNODC."]), ["UNODC = unodc"]);
}

#[test]
fn every_group_of_the_vocabulary_has_forms() {
    let ids: BTreeSet<String> = groups().map(|entry| entry.id).collect();
    assert_eq!(ids, Group::words().into_iter().map(str::to_owned).collect());
    assert_eq!(rows(Kind::Group, &["with NGOs"]), ["NGOs = non-governmental-organisations"]);
}
