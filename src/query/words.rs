//! Search by words.

use crate::model::fold;

/// Words that must all occur, without regard to case and accents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

/// Where words were found in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The fields, each once, in the order of the record.
    pub fields: Vec<&'static str>,
    /// The text of the field that holds the most of the words.
    pub text: String,
}

impl Words {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        Self(fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the words occur in the named texts of a record; nothing where one of them does not occur.
    pub fn find<'t>(
        &self,
        texts: impl IntoIterator<Item = (&'static str, &'t str)>,
    ) -> Option<Match> {
        let mut missing: Vec<&String> = self.0.iter().collect();
        let mut fields = Vec::new();
        let mut best: (usize, &str) = (0, "");
        for (field, text) in texts {
            let folded = fold(text);
            let here = self.0.iter().filter(|word| folded.contains(*word)).count();
            if here > 0 && !fields.contains(&field) {
                fields.push(field);
            }
            if here > best.0 {
                best = (here, text);
            }
            missing.retain(|word| !folded.contains(*word));
        }
        missing.is_empty().then(|| Match { fields, text: best.1.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_in_any_field() {
        let texts = [("name", "Côte d’Ivoire training"), ("summary", "For prosecutors")];
        let found = |words: &str| Words::new(words).find(texts).map(|found| found.fields);
        assert_eq!(found("COTE prosecutors"), Some(vec!["name", "summary"]));
        assert_eq!(found("d'ivoire"), Some(vec!["name"]));
        assert_eq!(found("cote judges"), None);
    }
}
