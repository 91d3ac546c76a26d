//! What the parsers say, for those who do not know their words.

/// The meaning of a message, and the way out, by a table: in each of its lines stand a part of the message, what it
/// means (`=` where that is clear), and the way out.
pub fn plain_words<'w>(message: &'w str, table: &'w str) -> Option<(&'w str, &'w str)> {
    let mut rows = table.lines().map(|row| row.split(" | ").collect::<Vec<_>>());
    match rows.find(|row| row.first().is_some_and(|of| message.contains(of)))?.as_slice() {
        [_, "=", help] => Some((message, *help)),
        [_, words, help] => Some((*words, *help)),
        _ => None,
    }
}
