//! Lines and columns.

use crate::diagnostic::Span;

/// The lines of a text, without their ends.
pub fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// The character behind so many bytes of a text.
pub fn place(text: &str, bytes: usize) -> Span {
    let before = lines(text.get(..bytes).unwrap_or(text));
    let column = before.last().map_or(0, |line| line.chars().count()) + 1;
    Span::at(before.len(), column)
}
