//! Escaping of invisible and control characters.

use std::borrow::Cow;

use crate::invisible::is_invisible;
use crate::view::{Cell, Heading, Table};

/// The text with every character that cannot be seen written out, as `\u{1b}`; a line break is a space.
///
/// Such a character can move the cursor, recolour the screen, turn the direction of what follows, or make two
/// names look the same. The price is that the joiners of Persian, of Indic scripts and of emoji show too.
pub fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_invisible)
}

/// The same for a file: the joiners of Persian, of Indic scripts and of emoji stay, which are a part of how names
/// are written.
pub fn legible(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}'))
}

fn escaped(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    // Nearly all texts are letters of ASCII, which need no closer look.
    let seen_at_once = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if seen_at_once || !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c == '\n' {
            shown.push(' ');
        } else if hidden(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The table with every text of it as `shown`.
pub(super) fn table(table: &Table, shown: fn(&str) -> Cow<'_, str>) -> Table {
    let owned = |text: &String| shown(text).into_owned();
    let heading = |heading: &Heading| Heading { name: owned(&heading.name), ..*heading };
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => Cell::Text(owned(text)),
        Cell::List(items) => Cell::List(items.iter().map(owned).collect()),
        Cell::Figure(text) => Cell::Figure(owned(text)),
        Cell::Figures(items) => Cell::Figures(items.iter().map(owned).collect()),
        plain => plain.clone(),
    };
    Table {
        name: table.name,
        grouped: table.grouped,
        columns: table.columns.iter().map(heading).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn controls_and_direction_marks_are_written_out_and_a_line_break_is_a_space() {
        assert_eq!(
            visible("\u{1b}[31mred\u{7f}\u{9b}0m\r\n\t"),
            r"\u{1b}[31mred\u{7f}\u{9b}0m\r \t"
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
            "E/CN.7/2020", "Côte d’Ivoire", "e\u{301}", "مخدرات", "麻薬", "a\u{a0}b", "☀\u{fe0f}",
            r"\n",
        ] {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn joiners_stay_in_files() {
        let name = "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3} می\u{200c}خواهم";
        assert!(matches!(legible(name), Cow::Borrowed(same) if same == name));
        assert_eq!(legible("a\u{200d}\u{200b}\u{1b}"), "a\u{200d}\\u{200b}\\u{1b}");
        assert_eq!(visible("a\u{200d}"), "a\\u{200d}");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).contains(is_invisible));
        }
    }
}
