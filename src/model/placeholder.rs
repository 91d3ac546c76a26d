//! Texts that a draft writes where a person has to write.

/// What stands for a text that is still to be written.
pub const TO_WRITE: &str = "(to be written)";
/// What the name of an activity begins with that has none yet: `Activity reported in paragraph 3 of note-2031`.
const ACTIVITY: &str = "Activity reported in paragraph ";

/// The name of an activity that has none yet.
pub fn unnamed_activity(paragraph: &str, document: &str) -> String {
    format!("{ACTIVITY}{paragraph} of {document}")
}

/// Whether a text only stands for one that is still to be written.
pub fn is_placeholder(text: &str) -> bool {
    let place = text.strip_prefix(ACTIVITY).and_then(|place| place.rsplit_once(" of "));
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (word, rest) =
        bare.split_at(bare.find(|c: char| !c.is_alphanumeric()).unwrap_or(bare.len()));
    // Behind XXX alone a name may follow, as it is a numeral; a text in capitals may begin in Spanish.
    let is_alone = rest.starts_with(':') || !rest.contains(char::is_alphanumeric);
    let is_mark = match word {
        "XXX" | "xxx" => is_alone,
        "TODO" | "TBD" => is_alone || rest.contains(char::is_lowercase),
        _ => false,
    };
    text == TO_WRITE
        || place.is_some_and(|(_, document)| !document.contains(' '))
        || is_mark
        || !text.is_empty() && text.chars().all(|c| c.is_ascii_punctuation() || "…–— ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_only_begins_so_is_a_text() {
        for placeholder in [
            TO_WRITE,
            "Activity reported in paragraph 12 (a) of note-2031",
            "TODO",
            "TBD: what it says",
            "TODO write it",
            "XXX: name?",
            "…",
            "???",
            "xxx",
            "[XXX]",
        ] {
            assert!(is_placeholder(placeholder), "{placeholder}");
        }
        for text in [
            "",
            "To be written",
            "A guide (to be written)",
            "Activity reported in paragraph 3",
            "Activity reported in paragraph 3 of the note.",
            "Activity reported in the note-2031",
            "TBC",
            "xxxx",
            "☕",
            "Todo el mundo",
            "TODO EL MUNDO",
            "XXX Meeting of Heads of National Drug Law Enforcement Agencies",
            "§ 3",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
