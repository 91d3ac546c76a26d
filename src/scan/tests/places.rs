//! Countries in the short forms that every dataset has.

use std::sync::LazyLock;

use crate::model::{Dataset, Records};

use super::{Kind, Lexicon, paper};

#[test]
fn countries_go_by_short_forms() {
    for (text, expected) in [
        ("the USA, the US, the U.S. and the U.K.", vec!["USA", "USA", "USA", "GBR"]),
        ("US$ 5 million and US dollars", vec![]),
        ("St. Lucia, St. Kitts and Nevis and the ROK", vec!["LCA", "KNA", "KOR"]),
        ("in Atlanta, Georgia, United States of America", vec!["USA"]),
        ("Gabon, Georgia, United States of America", vec!["GAB", "GEO", "USA"]),
        ("in Tbilisi, Georgia, in 2019", vec!["GEO"]),
        ("New South Wales, New Mexico and the South China Sea", vec![]),
    ] {
        assert_eq!(found(Kind::Country, text), expected, "{text}");
    }
}

/// A part of a continent is a region, and a land whose name in Spanish or French holds that of another is not that one.
#[test]
fn countries_are_not_found_in_the_names_of_others() {
    for (text, expected) in [
        ("Use rose in North America, Latin America and in Spanish America.", vec![]),
        ("Anglo-America, América Latina y América Central", vec![]),
        ("Between Canada and America, and in America", vec!["CAN", "USA", "USA"]),
        (
            "Guinea Ecuatorial, Guinea, Sudán del Sur y Papua Nueva Guinea",
            vec!["GNQ", "GIN", "SSD", "PNG"],
        ),
        ("la Guinée équatoriale et le Soudan du Sud", vec!["GNQ", "SSD"]),
        ("en los Estados Unidos de América y en los Estados Unidos Mexicanos", vec!["USA", "MEX"]),
        ("Georgia, Georgia del Sur y Samoa Americana", vec!["GEO", "SGS"]),
        ("la República Democrática del Congo", vec!["COD"]),
        ("the Republic of the Union of Myanmar", vec!["MMR"]),
    ] {
        assert_eq!(found(Kind::Country, text), expected, "{text}");
    }
}

/// Directions that share a noun are regions each, and a region whose name holds that of another is not that one.
#[test]
fn regions_are_found_with_their_directions() {
    for (text, expected) in [
        ("in North America and Oceania", vec!["Northern America", "Oceania"]),
        (
            "in South-West, Southwest and South-East Asia",
            vec!["south west asia", "south west asia", "South-eastern Asia"],
        ),
        ("from South-West Asia and Southwest Asia", vec!["south west asia", "south west asia"]),
        ("North-West Africa and West Africa", vec!["Western Africa"]),
        ("Eastern and Southern Africa", vec!["Eastern Africa", "Southern Africa"]),
        ("East and South-East Asia", vec!["Eastern Asia", "South-eastern Asia"]),
        (
            "North, Central and South America",
            vec!["Northern America", "Central America", "South America"],
        ),
        ("the Middle East and North Africa", vec!["middle east", "Northern Africa"]),
        ("The Section for Europe, West and Central Asia met.", vec![]),
        ("the East, and Africa", vec!["Africa"]),
        ("Countries of the South, Central Asia and Europe", vec!["Central Asia", "Europe"]),
        ("the South and Eastern Europe", vec!["Eastern Europe"]),
        ("the Global North and South America", vec!["South America"]),
        (
            "Heading west, Central Asia pays; they moved south and Central America",
            vec!["Central Asia", "Central America"],
        ),
        ("the eastern and southern Africa office", vec!["Eastern Africa", "Southern Africa"]),
        ("Central and Eastern Europe", vec!["Eastern Europe"]),
        ("West and Central Africa", vec!["west and central africa"]),
    ] {
        assert_eq!(found(Kind::Region, text), expected, "{text}");
    }
}

/// The ids of what a dataset without records finds of a kind.
fn found(kind: Kind, text: &str) -> Vec<String> {
    static BARE: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::of(&Dataset::new(String::new(), Records::default())));
    let read = super::super::read(paper(None, &[text]), &BARE, false);
    let found = read.mentions.into_iter().flatten();
    found.filter(|found| found.kind == kind).flat_map(|found| found.ids).collect()
}
