//! What text extraction changes does not change the rows.

use proptest::prelude::*;

use super::super::{Read, rows as rows_of};
use super::{Mention, paper, scan};
use crate::model::{Dataset, Records};

/// Sentences from which documents are made.
const SENTENCES: [&str; 8] = [
    "Requests the United Nations Office on Drugs and Crime to plant trees in 24 countries;",
    "WHO and the International Narcotics Control Board met in Nigeria and Guinea-Bissau.",
    "In General Assembly resolution 74/178, Member States invited UNODC to report.",
    "The Tree Growers Association (TGA) and the Economic Commission for Trees planted.",
    "Statements were made by the observers for WHO, TGA and the European Union.",
    "Calls upon all relevant United Nations entities, within their mandates, to plant;",
    "See E/CN.7/2020/CRP.5 and A/80/6 (Sect. 16) on the work of UN-Women in the Sahel.",
    "UNODC will continue to work with the World Customs Organization on 34,000 trees.",
];

/// The rows without the places.
fn rows(text: &str) -> Vec<String> {
    let key = |mention: &Mention| {
        let ask = mention.ask.as_ref().map(|ask| (ask.force, ask.parties.clone()));
        format!(
            "{:?} {:?} {:?} {:?} {:?} {} {}",
            mention.kind,
            mention.ids,
            mention.name,
            mention.figure,
            ask,
            mention.in_title,
            mention.is_speaker
        )
    };
    scan(None, &[text]).iter().map(key).collect()
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SENTENCES[..]), 1..5).prop_map(|all| all.join(" "))
}

/// Words of which names are made, and what stands between them.
const WORDS: &str = "\
    Secretariat Office Mission Headquarters States Groups Programme Centre Trees \
    Working Commission National Action Work WHO UNODC of the and for , ( ) 3";

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn whatever_words_a_name_is_made_of_it_lies_within_the_text(
        words in prop::collection::vec(prop::sample::select(WORDS.split(' ').collect::<Vec<_>>()), 1..9)
    ) {
        let text = format!("With {}.", words.join(" "));
        for mention in scan(None, &[&text]) {
            prop_assert!(text.get(mention.span.clone()).is_some_and(|name| !name.is_empty()), "{}", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_name_in_the_place_of_its_acronym_changes_nothing(text in document()) {
        let named = text
            .replace("UNODC", "United Nations Office on Drugs and Crime")
            .replace("WHO", "World Health Organization");
        prop_assert_eq!(rows(&named), rows(&text));
    }

    #[test]
    fn any_text_is_read_without_fail(text in "\\PC{0,200}") {
        rows(&text);
    }

    #[test]
    fn texts_of_the_signs_that_matter_are_read_without_fail(text in "[A-Za-z0-9/.(), “”’\u{a0}\u{ad}-]{0,80}") {
        rows(&text);
    }
}

#[test]
fn a_line_of_furniture_between_adds_nothing() {
    let with = scan(None, &[SENTENCES[0], "19-22335", "17/23", SENTENCES[1]]);
    let without = scan(None, &[SENTENCES[0], SENTENCES[1]]);
    let texts =
        |all: &[Mention]| all.iter().map(|mention| mention.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&with), texts(&without));
}

#[test]
fn a_word_broken_anywhere_changes_nothing() {
    for name in
        ["United Nations Office on Drugs and Crime", "World Health Organization", "UN-Habitat"]
    {
        for at in 1..name.len() {
            let broken = format!("with {} {} there", &name[..at], &name[at..]);
            let whole = format!("with {name} there");
            assert_eq!(rows(&broken), rows(&whole), "{broken}");
        }
    }
}

fn scan_in_time(text: &str) {
    let start = std::time::Instant::now();
    scan(None, &[text]);
    assert!(start.elapsed().as_secs() < 5, "{}", &text[..30]);
}

#[test]
fn time_grows_no_faster_than_the_text() {
    for shape in [
        "United Nations Office of the Tree (OOOOOOOOOOOO) and A/RES/1/2 “Convention of Bank to WHO, will ",
        "Office ",
        "AAA/",
        "requests ",
        "UNODC but not ",
        "entities other than UNODC, ",
        "UNODC resolution 5/1 ",
        "(AB) ",
        "“a b c ",
        "Convention on ",
        "observers for representatives of ",
        "Office of ",
        "Secretariat ",
        "Congo ",
        "A/1 (a ",
        "resolution 5 (a ",
        "XYZQ (a ",
        "ACTION BY THE BOARD The Board met. ",
        "Official Records ",
        "the WHO Secretariat, ",
    ] {
        scan_in_time(&shape.repeat(120_000 / shape.len()));
    }
    for (begin, shape) in [
        ("A/1", "-1"),
        ("A/1/L.1, L.1", "/1"),
        ("Requests ", "of WHO "),
        ("Requests ", "work of WHO "),
    ] {
        scan_in_time(&format!("{begin}{}", shape.repeat(120_000 / shape.len())));
    }
}

#[test]
fn time_grows_no_faster_than_the_number_of_paragraphs() {
    let mut paper = paper(None, &["Trees."; 100_000]);
    for (number, paragraph) in paper.paragraphs.iter_mut().enumerate() {
        paragraph.label = format!("{}", number + 1);
    }
    let mentions = vec![Vec::new(); paper.paragraphs.len()];
    let read = Read { mentions, paper, enacted_by: None, speakers: None };
    let start = std::time::Instant::now();
    let dataset = Dataset::new("none".to_owned(), Records::default());
    assert_eq!(rows_of(&read, "trees", false, None, &dataset), []);
    assert!(start.elapsed().as_secs() < 5);
}
