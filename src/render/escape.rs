//! What must not reach a terminal unseen.

use std::borrow::Cow;

use super::Envelope;
use crate::invisible::is_invisible;
use crate::view::{Cell, Heading, Table};

/// The text with every character that cannot be seen written out, as `\u{1b}` or `\n`.
///
/// Such a character can move the cursor, recolour the screen, turn the direction of what follows, or make two
/// names look the same. The price is that the joiners of Persian, of Indic scripts and of emoji show too.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Nearly all texts are letters of ASCII, which are told at a glance.
    let seen_at_once = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if seen_at_once || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_invisible(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The table with every text of it made visible.
pub(super) fn table(table: &Table) -> Table {
    Table {
        name: table.name,
        columns: table.columns.iter().map(heading).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

/// The envelope with every text of it made visible.
pub(super) fn envelope(envelope: &Envelope) -> Envelope {
    let pair = |(option, value): &(String, String)| (owned(option), owned(value));
    Envelope {
        dataset: owned(&envelope.dataset),
        digest: owned(&envelope.digest),
        query: envelope.query.iter().map(pair).collect(),
        totals: envelope.totals.clone(),
    }
}

fn heading(heading: &Heading) -> Heading {
    Heading { name: owned(&heading.name), rank: heading.rank }
}

fn cell(cell: &Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(owned(text)),
        Cell::List(items) => Cell::List(items.iter().map(|item| owned(item)).collect()),
        plain => plain.clone(),
    }
}

fn owned(text: &str) -> String {
    visible(text).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn controls_and_direction_marks_are_written_out() {
        assert_eq!(
            visible("\u{1b}[31mred\u{7f}\u{9b}0m\r\n\t"),
            r"\u{1b}[31mred\u{7f}\u{9b}0m\r\n\t"
        );
        assert_eq!(
            visible("a\u{202e}b\u{2066}c\u{200f}d\u{61c}"),
            r"a\u{202e}b\u{2066}c\u{200f}d\u{61c}"
        );
        assert_eq!(
            visible("WH\u{200b}O\u{feff}\u{2028}\u{e0041}"),
            r"WH\u{200b}O\u{feff}\u{2028}\u{e0041}"
        );
    }

    #[test]
    fn letters_marks_and_spaces_stay() {
        for text in [
            "E/CN.7/2020",
            "Côte d’Ivoire",
            "e\u{301}",
            "مخدرات",
            "麻薬",
            "a\u{a0}b",
            "☀\u{fe0f}",
            r"\n",
        ] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
        }
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(is_invisible));
        }
    }
}
