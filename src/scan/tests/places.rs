//! Countries within other names, and in short.

use crate::model::{Dataset, Records};

use super::{Kind, Lexicon, Mention, paper, read, rows};

#[test]
fn waters_and_lands_are_no_countries() {
    for text in [
        "the Gulf of Guinea",
        "Lake Chad",
        "the Niger Delta and the Niger River",
        "the Sea of Guinea",
        "the Congo basin",
        "the Jordan Valley",
        "New Guinea",
        "Operation Jordan",
    ] {
        assert_eq!(rows(Kind::Country, &[text]), [""; 0], "{text}");
    }
    for (text, count) in [
        ("Guinea, the Gulf of", 1),
        ("Niger, Delta State", 1),
        ("the Government of Guinea", 1),
        ("Nigeria and Niger", 2),
        ("Papua New Guinea", 1),
    ] {
        assert_eq!(rows(Kind::Country, &[text]).len(), count, "{text}");
    }
}

#[test]
fn countries_go_by_short_forms() {
    let lexicon = Lexicon::of(&Dataset::new(String::new(), Records::default()));
    let countries = |text: &str| -> Vec<String> {
        let read = super::super::read(paper(None, &[text]), &lexicon, false);
        let found = read.mentions.into_iter().flatten();
        found.filter(|found| found.kind == Kind::Country).flat_map(|found| found.ids).collect()
    };
    for (text, expected) in [
        ("the USA, the US, the U.S. and the U.K.", vec!["USA", "USA", "USA", "GBR"]),
        ("US$ 5 million and US dollars", vec![]),
        ("St. Lucia, St. Kitts and Nevis and the ROK", vec!["LCA", "KNA", "KOR"]),
        ("in Atlanta, Georgia, United States of America", vec!["USA"]),
        ("Gabon, Georgia, United States of America", vec!["GAB", "GEO", "USA"]),
        ("in Tbilisi, Georgia, in 2019", vec!["GEO"]),
        ("New South Wales, New Mexico and the South China Sea", vec![]),
    ] {
        assert_eq!(countries(text), expected, "{text}");
    }
}

#[test]
fn the_country_of_an_unknown_body_is_named_too() {
    for (text, count) in [
        ("the Drug Enforcement Administration of Chad", 1),
        ("the National Tree Agency of the Russian Federation", 1),
        ("the University of Chad", 0),
        ("the Chad Tree Agency", 0),
    ] {
        let found: Vec<Mention> = read(None, &[text], false);
        let count_of = |kind| found.iter().filter(|mention| mention.kind == kind).count();
        assert_eq!((count_of(Kind::Country), count_of(Kind::Agency)), (count, 1), "{text}");
    }
}
