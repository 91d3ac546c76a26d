//! The title of a series, which every document of it bears.

use crate::model::{Dataset, Document, Records};

use super::{Lexicon, paper};

/// The documents that a text cites by their title, in a dataset with two reports of one title.
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
    found.filter(|found| found.is_title()).map(|found| found.ids.join("|")).collect()
}

#[test]
fn the_title_of_a_series_alone_cites_none_of_it() {
    for text in [
        "Report on the trees of the world",
        "Item 8 “Report on the trees of the world”",
        "agenda item 7, entitled “Report on the trees of the world”",
        "A/89/1, entitled “Report on the trees of the world”",
        "“Report on the trees of the world” (A/89/1)",
    ] {
        assert_eq!(cited(text), [""; 0], "{text}");
    }
    for (text, expected) in [
        ("A/90/1, entitled “Report on the trees of the world”", "one|two"),
        ("Report on the trees of the world (A/91/1)", "one|two"),
        ("the paper entitled “Report on the trees of the world”", "one|two"),
        ("Report on the leaves of the world", "leaves"),
    ] {
        assert_eq!(cited(text), [expected], "{text}");
    }
}
