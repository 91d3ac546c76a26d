//! The quick reading against that of the YAML crate.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::read;
use crate::load::SHIPPED;
use crate::model::Records;

const RECORD: &str = "\
# A comment, and an empty line

documents:
- id: note
  title: A title, with a comma (and more) – é
  kind: note
  session: 63
  date: \"2020-02\"
  periodic: true
  paragraphs: 42
  excused:
    - paragraph: '13'
      reason: >-
        folded over
        #two lines

    # Not a part of the text.
    - {paragraph: fn. *, reason: \"in brackets, too\"}
  aliases: [one, 'two: 2', \"\u{201c}three\"]
  external:
    - fields: [symbol]
      source: https://un.example/#top
";

/// A record with one value in the place of its title.
fn with_title(title: &str) -> String {
    format!("documents:\n  - id: note\n    title: {title}\n    kind: note\n")
}

#[test]
fn what_people_write_is_plain() {
    for (name, text) in SHIPPED {
        assert_eq!(read::<Records>(text), serde_yaml::from_str(text).ok(), "{name}");
    }
    let records: Records = read(RECORD).unwrap();
    assert_eq!(records, serde_yaml::from_str(RECORD).unwrap());
    assert_eq!(&*records.documents[0].excused[0].reason, "folded over #two lines");
    for title in
        ["a", "1", "a:b#c", "\"a: b\"", "'a # b'", ">-\n      a\n      b", "\u{3000}麻薬 🦀"]
    {
        let text = with_title(title);
        assert_eq!(read::<Records>(&text).as_ref(), serde_yaml::from_str(&text).ok().as_ref());
        assert!(read::<Records>(&text).is_some(), "{title}");
    }
}

#[test]
fn all_else_is_left_to_the_crate() {
    for title in [
        "",
        "~",
        "null",
        "&a b",
        "*a",
        "!a b",
        "a: b",
        "a # b",
        "a:",
        "\"a\\tb\"",
        "'it''s'",
        "\"a",
        "\"a\" b",
        "|\n      a",
        ">\n      a",
        ">-\n    a",
        ">-\n      a\n\n      b",
        ">-\n      a\n        b",
        ">-\n      a\n\n      # b",
        ">-\n\n      a",
        ">-\n      a\n   \n      # b",
        ">-\n      a \n      b",
        "a\n      b",
        "-",
        "- a",
        "? a",
        "[a]",
        "{a: b}",
        "a\tb",
        "a\u{85}b",
        "a\u{2028}b",
        "a\u{feff}",
        "%a",
        "@a",
        "`a",
        "a\n    title: b",
        "a\n   kind: b",
        "a\n    more: b",
    ] {
        assert!(read::<Records>(&with_title(title)).is_none(), "{title:?}");
    }
    for text in [
        "---\ndocuments: []\n",
        "documents:\n",
        "documents: [a b\n",
        "documents: []\n...\n",
        "- a\n",
        "a",
        "documents: [] x\n",
    ] {
        assert!(read::<Records>(text).is_none(), "{text:?}");
    }
}

/// A text in which a few places have been changed: something put in, or put instead of something else.
fn changed(text: &str, changes: &[(usize, usize, String)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, length, new) in changes {
        let at = at % (chars.len() + 1);
        let end = (at + length).min(chars.len());
        chars.splice(at..end, new.chars());
    }
    chars.into_iter().collect()
}

#[test]
fn what_is_read_at_all_is_read_as_the_crate_reads_it() {
    let place = 0..RECORD.chars().count();
    let piece = "( |  |\n|\n  |\n    |\n      |\n        |:|: |#| #|-|- |,|, |\\[|\\]|\\{|\\}|\"|'|\\\\|>|>-|\\||&a |\\*a|!!str |~|null|true|no|0|1|\\.|_|\\?|%|@|é|\u{85}|\u{2028}|\u{feff}|\t|\r|---|\\.\\.\\.|id: |title: ){1,3}";
    let changes = prop::collection::vec((place, 0..4_usize, piece), 0..4);
    let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let read_at_all = Cell::new(0);
    runner
        .run(&changes, |changes| {
            let text = changed(RECORD, &changes);
            if let Some(records) = read::<Records>(&text) {
                read_at_all.set(read_at_all.get() + 1);
                prop_assert_eq!(Some(records), serde_yaml::from_str(&text).ok(), "{}", text);
            }
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
    assert!(read_at_all.get() > 1_000, "{} are too few to tell", read_at_all.get());
}
