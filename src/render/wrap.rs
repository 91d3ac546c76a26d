//! Wraps a text between its words.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// After these a long word is best broken: they are the joints of ids, symbols and addresses.
const JOINTS: [&str; 6] = ["-", "/", "_", ".", ",", "="];

/// The text in lines of at most `width` columns, joined by newlines; nothing but spaces is lost.
///
/// A word is broken only where it is wider than a line, and then after a joint where there is one. A
/// character wider than the width has a line to itself.
pub(super) fn wrap(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut lines = String::with_capacity(text.len() + text.len() / width.max(1));
    let mut used = None;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let needed = word.width();
        used = Some(match used {
            Some(used) if used + 1 + needed <= width => {
                lines.push(' ');
                lines.push_str(word);
                used + 1 + needed
            }
            _ => {
                if used.is_some() {
                    lines.push('\n');
                }
                push_word(&mut lines, word, width)
            }
        });
    }
    lines
}

/// Puts a word on a new line, and on more where it is too long; returns what it uses of the last.
fn push_word(lines: &mut String, word: &str, width: usize) -> usize {
    let mut rest = word;
    while let Some(end) = line_end(rest, width) {
        let (line, after) = rest.split_at(end);
        lines.push_str(line);
        lines.push('\n');
        rest = after;
    }
    lines.push_str(rest);
    rest.width()
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
        // A joint near the beginning would leave the line almost empty.
        if JOINTS.contains(&grapheme) && used * 3 >= width {
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("one two three", 13), "one two three");
        assert_eq!(wrap("one two three", 12), "one two\nthree");
        assert_eq!(wrap("one two three", 5), "one\ntwo\nthree");
    }

    #[test]
    fn breaks_long_words_after_joints() {
        assert_eq!(wrap("see E/CN.7/2020/CRP.5 now", 12), "see\nE/CN.7/2020/\nCRP.5 now");
        assert_eq!(wrap("last_reported", 9), "last_\nreported");
        assert_eq!(wrap("Rauschgiftbekämpfung", 9), "Rauschgif\ntbekämpfu\nng");
        assert_eq!(wrap("a-bcdefghijkl", 9), "a-bcdefgh\nijkl");
    }

    #[test]
    fn measures_what_is_seen() {
        assert_eq!(wrap("麻薬委員会", 4), "麻薬\n委員\n会");
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}e\u{301}\ne\u{301}");
        assert_eq!(wrap("麻薬", 1), "麻\n薬");
        assert_eq!(wrap("abc", 0), "a\nb\nc");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "(\\PC| ){0,60}", width in 2_usize..30) {
            let wrapped = wrap(&text, width);
            for line in wrapped.split('\n') {
                prop_assert!(line.width() <= width, "{line:?} in {width}");
            }
            prop_assert_eq!(wrapped.replace([' ', '\n'], ""), text.replace(' ', ""));
        }
    }
}
