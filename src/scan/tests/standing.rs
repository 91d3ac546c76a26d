//! The title of a series, which every document of it bears.

use crate::model::{Dataset, Document, Records};

use super::{Lexicon, paper, row};

/// The symbols that a text cites, in a dataset with two reports of one title.
fn cited(text: &str) -> Vec<String> {
    let document = |id: &str, symbol: &str, title: &str| -> Document {
        let fields =
            serde_json::json!({"id": id, "symbol": symbol, "title": title, "kind": "report"});
        serde_json::from_value(fields).unwrap()
    };
    let documents = vec![
        document("one", "A/90/1", "Report on the trees of the world"),
        document("two", "A/91/1", "Report on the trees of the world"),
        document("leaves", "A/91/2", "Report on the leaves of the world"),
    ];
    let dataset = Dataset::new(String::new(), Records { documents, ..Records::default() });
    let read = super::super::read(paper(None, &[text]), &Lexicon::of(&dataset), false);
    let found = read.mentions.into_iter().flatten();
    found
        .filter(|found| found.is_title())
        .map(|found| row(&found))
        .map(|row| row.replace(" = ", ""))
        .collect()
}

#[test]
fn the_title_of_a_series_alone_cites_none_of_it() {
    for (text, count) in [
        ("Report on the trees of the world", 0),
        ("Item 8 “Report on the trees of the world”", 0),
        ("agenda item 7, entitled “Report on the trees of the world”", 0),
        ("A/89/1, entitled “Report on the trees of the world”", 0),
        ("“Report on the trees of the world” (A/89/1)", 0),
        ("A/90/1, entitled “Report on the trees of the world”", 1),
        ("Report on the trees of the world (A/91/1)", 1),
        ("the paper entitled “Report on the trees of the world”", 1),
        ("Report on the leaves of the world", 1),
    ] {
        assert_eq!(cited(text).len(), count, "{text}");
    }
}
