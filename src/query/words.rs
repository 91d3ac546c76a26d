//! Search by words.

use crate::model::{AnyRecord, Dataset, fold};

use super::Error;
use super::texts::texts;

/// Words that must all occur, without regard to case and accents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// Where words were found in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The fields, each once, in the order of the record.
    pub fields: Vec<&'static str>,
    /// The text of the field that holds the most of the words.
    pub text: String,
}

impl Words {
    /// The words of all these texts; a comma is a part of its word.
    ///
    /// # Errors
    /// When a text has no word in it.
    pub fn read<T: AsRef<str>>(texts: &[T]) -> Result<Self, Error> {
        let mut words = Self::default();
        for text in texts {
            let folded = plain(text.as_ref());
            if folded.is_empty() {
                let message = "there is no word to search for".to_owned();
                return Err(Error::new(message, Some("name at least one".to_owned())));
            }
            words.0.extend(folded.split(' ').map(str::to_owned));
        }
        Ok(words)
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all the words occur in a record.
    pub fn occur(&self, record: &dyn AnyRecord, dataset: &Dataset) -> bool {
        self.is_empty() || self.find(texts(record, dataset)).is_some()
    }

    /// Where the words occur in the named texts of a record; nothing where one of them does not occur.
    pub fn find(
        &self,
        texts: impl IntoIterator<Item = (&'static str, impl AsRef<str>)>,
    ) -> Option<Occurrence> {
        let mut missing: Vec<&String> = self.0.iter().collect();
        let mut fields = Vec::new();
        let mut best = (0, String::new());
        for (field, text) in texts {
            let text = text.as_ref();
            let folded = plain(text);
            let here = self.0.iter().filter(|word| folded.contains(*word)).count();
            if here > 0 && !fields.contains(&field) {
                fields.push(field);
            }
            if here > best.0 {
                best = (here, text.to_owned());
            }
            missing.retain(|word| !folded.contains(*word));
        }
        missing.is_empty().then_some(Occurrence { fields, text: best.1 })
    }
}

/// The text as it is compared; the commas that part the thousands of a number are no part of it.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let is_digit = |at: usize| folded.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let parts_thousands = |at: usize| {
        at > 0 && (at - 1..at + 4).filter(|i| *i != at).all(is_digit) && !is_digit(at + 4)
    };
    let kept = folded.char_indices().filter(|(at, c)| *c != ',' || !parts_thousands(*at));
    kept.map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_in_any_field() {
        let texts = [("name", "Côte d’Ivoire training"), ("summary", "For prosecutors")];
        let found =
            |words: &str| Words::read(&[words]).unwrap().find(texts).map(|found| found.fields);
        assert_eq!(found("COTE prosecutors"), Some(vec!["name", "summary"]));
        assert_eq!(found("d'ivoire"), Some(vec!["name"]));
        assert_eq!(found("cote judges"), None);
    }

    #[test]
    fn joiners_make_no_difference() {
        let found =
            |words: &str, text| Words::read(&[words]).unwrap().find([("name", text)]).is_some();
        assert!(found("میخواهم", "می\u{200c}خواهم") && found("می\u{200c}خواهم", "میخواهم"));
    }

    #[test]
    fn a_number_is_the_same_with_commas_and_without() {
        let found = |words: &str, text| Words::read(&[words]).unwrap().find([("of", text)]);
        assert!(found("34,000", "about 34000 patients").is_some());
        assert!(found("1234567", "1,234,567 tons").is_some());
        assert!(found("1,2", "12").is_none() && found("1,2", "paragraphs 1,2").is_some());
    }

    #[test]
    fn repeats_ask_for_more_words_and_none_is_a_mistake() {
        assert_eq!(Words::read(&["a b", "c"]), Words::read(&["a b c"]));
        assert!(Words::read::<&str>(&[]).unwrap().is_empty());
        for empty in ["", " ", "\t\u{a0}"] {
            assert!(Words::read(&["a", empty]).is_err(), "{empty:?}");
        }
    }
}
