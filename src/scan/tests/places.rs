//! Countries in the short forms that every dataset has.

use crate::model::{Dataset, Records};

use super::{Kind, Lexicon, paper};

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
