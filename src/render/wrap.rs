//! Wraps a text between its words.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// After these a long word is best broken: they are the joints of ids, symbols and addresses.
const JOINTS: [&str; 6] = ["-", "/", "_", ".", ",", "="];

/// A word of more bytes may be broken after its hyphens.
const LONG: usize = 20;

/// The text in lines of at most `width` columns, joined by newlines; nothing but spaces is lost.
///
/// A list breaks between its items where they fit on a line. A word is broken only where it is wider than a
/// line, and then after a joint where there is one. A character wider than the width has a line to itself.
pub(super) fn wrap(text: &str, width: usize, list: bool) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut lines = Vec::new();
    let items = if list { items(text).collect() } else { vec![text] };
    for item in items {
        if width_of(item) <= width {
            push(&mut lines, item, width);
        } else {
            words(item).for_each(|word| push(&mut lines, word, width));
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|(line, _)| line).collect();
    lines.join("\n")
}

/// How many columns a text takes.
fn width_of(text: &str) -> usize {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
    if text.as_bytes().iter().all(is_plain) { text.len() } else { text.width() }
}

/// A message in lines of at most `width` columns; lines that fit, and what they begin with, stay as they are.
pub fn lines(text: &str, width: usize) -> String {
    let wrapped = |line: &str| {
        let words = line.trim_start_matches(' ');
        let indent = &line[..line.len() - words.len()];
        let room = width.saturating_sub(indent.len()).max(1);
        let lines: Vec<String> =
            wrap(words, room, false).split('\n').map(|line| format!("{indent}{line}")).collect();
        lines.join("\n")
    };
    text.split('\n').map(wrapped).collect::<Vec<_>>().join("\n")
}

/// The items of a list, each with its semicolon.
pub(super) fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split_inclusive("; ").map(|item| item.trim_matches(' ')).filter(|item| !item.is_empty())
}

/// The parts of a word between which it may be broken at no loss: those of a long id end with a hyphen.
pub(super) fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_long = word.len() > LONG;
    word.split_inclusive(move |c| is_long && c == '-')
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

/// Adds a word, or an item that fits on a line, to the last of the lines or to a new one, and to more where it is too
/// long; with each line stands how wide it is.
fn push(lines: &mut Vec<(String, usize)>, word: &str, width: usize) {
    let needed = width_of(word);
    if let Some((line, used)) = lines.last_mut().filter(|(_, used)| *used + 1 + needed <= width) {
        line.extend([" ", word]);
        *used += 1 + needed;
        return;
    }
    let mut rest = word;
    if needed > width {
        while let Some(end) = line_end(rest, width) {
            let (line, after) = rest.split_at(end);
            lines.push((line.to_owned(), width));
            rest = after;
        }
    }
    lines.push((rest.to_owned(), width_of(rest)));
}

/// Where to break a word that is wider than a line; nowhere if it fits.
fn line_end(word: &str, width: usize) -> Option<usize> {
    let (mut used, mut joint) = (0, None);
    for (at, grapheme) in word.grapheme_indices(true) {
        let needed = grapheme.width();
        if used + needed > width {
            let end = joint.unwrap_or_else(|| if at > 0 { at } else { within(grapheme, width) });
            return (end < word.len()).then_some(end);
        }
        used += needed;
        if JOINTS.contains(&grapheme) {
            joint = Some(at + grapheme.len());
        }
    }
    None
}

/// Where to break a cluster of characters that is itself wider than a line: after one of them at least.
fn within(cluster: &str, width: usize) -> usize {
    let mut used = 0;
    for (at, c) in cluster.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width && at > 0 {
            return at;
        }
    }
    cluster.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("one two three", 13, false), "one two three");
        assert_eq!(wrap("one two three", 12, false), "one two\nthree");
        assert_eq!(wrap("one two three", 5, false), "one\ntwo\nthree");
    }

    #[test]
    fn breaks_long_words_after_joints() {
        assert_eq!(wrap("see E/CN.7/2020/CRP.5 now", 12, false), "see\nE/CN.7/2020/\nCRP.5 now");
        assert_eq!(wrap("last_reported", 9, false), "last_\nreported");
        assert_eq!(wrap("Rauschgiftbekämpfung", 9, false), "Rauschgif\ntbekämpfu\nng");
        assert_eq!(
            wrap("drug-identification-1988-13", 18, false),
            "drug-\nidentification-\n1988-13"
        );
    }

    #[test]
    fn breaks_lists_between_items() {
        assert_eq!(wrap("UNODC; WHO; UN System", 14, true), "UNODC; WHO;\nUN System");
        assert_eq!(
            wrap("Group of Sudden Friends; WHO", 12, true),
            "Group of\nSudden\nFriends; WHO"
        );
    }

    #[test]
    fn messages_keep_their_lines() {
        assert_eq!(
            lines("error: one two three\n  help: four\n", 11),
            "error: one\ntwo three\n  help:\n  four\n"
        );
        assert_eq!(lines("a  b\n", 80), "a  b\n");
    }

    #[test]
    fn measures_what_is_seen() {
        assert_eq!(wrap("麻薬委員会", 4, false), "麻薬\n委員\n会");
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2, false), "e\u{301}e\u{301}\ne\u{301}");
        assert_eq!(wrap("麻薬", 1, false), "麻\n薬");
        assert_eq!(wrap("abc", 0, false), "a\nb\nc");
    }
}
