//! Texts that a draft writes where a person has to write.

/// What stands for a text that is still to be written.
pub const TO_WRITE: &str = "(to be written)";
/// What the name of an activity begins with that has none yet: `Activity reported in paragraph 3 of note-2031`.
const ACTIVITY: &str = "Activity reported in paragraph ";

/// The name of an activity that has none yet.
pub fn unnamed_activity(paragraph: &str, document: &str) -> String {
    format!("{ACTIVITY}{paragraph} of {document}")
}

/// Words that people write in the place of a text.
const MARKS: [&str; 5] = ["TODO", "TBD", "TBC", "XXX", "xxx"];

/// Whether a text only stands for one that is still to be written: such a word alone or before a colon, or no word.
pub fn is_placeholder(text: &str) -> bool {
    let place = text.strip_prefix(ACTIVITY).and_then(|place| place.rsplit_once(" of "));
    let head = text.split(':').next().unwrap_or(text);
    text == TO_WRITE
        || place.is_some_and(|(_, document)| !document.contains(' '))
        || MARKS.contains(&head.trim_matches(|c: char| !c.is_alphanumeric()))
        || !text.is_empty() && text.chars().all(|c| c.is_ascii_punctuation() || "…–— ".contains(c))
}
