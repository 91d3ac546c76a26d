//! Which paragraphs of a document have been read, and which of them need no record.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::{Dataset, Document, Id, Text, label_key};

/// A range of labels never stands for more paragraphs than this.
pub const MOST_PARAGRAPHS: u32 = 100_000;

/// What of a document has been read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The paragraphs that have been read, each by its label or as a range of labels: `7`, `82-120`, `PP1-PP4`.
    pub read: Vec<Text>,
    /// What has not been read, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The paragraphs that have been read and need no record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out_of_scope: Vec<OutOfScope>,
    /// The earlier documents it has been compared with; its records (`repeats`) say what it repeats from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<Comparison>,
}

/// An earlier document with which a document has been compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The earlier document.
    pub with: Id<Document>,
    /// The paragraphs of the earlier document whose counterpart has not been read, each by its label or as a range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Text>,
}

/// Paragraphs that need no record, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutOfScope {
    /// The paragraphs, each by its label or as a range of labels.
    #[schemars(length(min = 1))]
    pub paragraphs: Vec<Text>,
    /// Why there is nothing to record.
    pub reason: Text,
}

/// The paragraphs of a document that have been read, in order, to look up a citation among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadParagraphs {
    labels: Vec<String>,
    /// The place of each label in the list, by its key.
    positions: HashMap<String, usize>,
}

impl Coverage {
    /// The paragraphs that have been read. A range that runs backwards is a fault of its own, and meant the other way
    /// round.
    pub fn read_paragraphs(&self) -> ReadParagraphs {
        let right = |range: &Text| turned(range).unwrap_or_else(|| range.to_string());
        let read: Vec<String> = self.read.iter().map(right).collect();
        ReadParagraphs::of(read.iter().map(String::as_str))
    }

    /// How it has been compared with an earlier document, where it has been.
    pub fn comparison(&self, with: &Id<Document>) -> Option<&Comparison> {
        self.compared.iter().find(|comparison| comparison.with == *with)
    }

    /// Whether the whole of the document has been read.
    pub fn is_whole(&self) -> bool {
        self.note.is_none()
    }

    /// The paragraphs that have been read and carry no record, each time with the reason.
    pub fn excuses(&self) -> Vec<(ReadParagraphs, &Text)> {
        let excused = |excuse: &OutOfScope| {
            ReadParagraphs::of(excuse.paragraphs.iter().map(|range| &**range))
        };
        self.out_of_scope.iter().map(|excuse| (excused(excuse), &excuse.reason)).collect()
    }
}

impl Dataset {
    /// The documents of which something has been read: as their coverage says, or, where they have none, because a
    /// record rests on them.
    pub fn documents_read(&self) -> BTreeSet<&Id<Document>> {
        let records = self.records();
        let reports = records.programmes.iter().flat_map(|programme| &programme.reports);
        let sources = records.agencies.iter().flat_map(|agency| &agency.sources);
        let sources = sources.chain(records.documents.iter().flat_map(|other| &other.sources));
        let sources = sources.chain(records.commitments.iter().flat_map(|one| &one.sources));
        let mut read: BTreeSet<&Id<Document>> = reports.map(|report| &report.document).collect();
        read.extend(sources.map(|source| &source.document));
        read.retain(|id| self.get(id).is_some_and(|document| document.coverage.is_none()));
        let with_coverage = records.documents.iter().filter(|d| d.reading().is_some());
        read.extend(with_coverage.map(|document| &document.id));
        read
    }
}

impl ReadParagraphs {
    /// These paragraphs, each by its label or as a range of labels.
    pub fn of<'r>(ranges: impl IntoIterator<Item = &'r str>) -> Self {
        let mut read = Self::default();
        for label in ranges.into_iter().flat_map(labels) {
            if let Entry::Vacant(free) = read.positions.entry(label_key(&label)) {
                free.insert(read.labels.len());
                read.labels.push(label);
            }
        }
        read
    }

    /// Whether a paragraph is one of them, or a part of one.
    pub fn holds(&self, cited: &str) -> bool {
        self.position(cited).is_some()
    }

    /// The labels, in the order of the document.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The position of the paragraph that a citation names: that of its label, or of the nearest paragraph that
    /// holds it, as `12` holds `12 (a)`.
    pub fn position(&self, cited: &str) -> Option<usize> {
        let cited = label_key(cited);
        let mut label = cited.as_str();
        loop {
            if let Some(position) = self.positions.get(label) {
                return Some(*position);
            }
            label = whole(label)?;
        }
    }

    /// These positions as ranges of labels: `1–3`, `7`.
    pub fn ranges(&self, positions: &[usize]) -> Vec<String> {
        let label = |position: usize| self.labels.get(position).map_or("", String::as_str);
        positions
            .chunk_by(|a, b| a + 1 == *b && stem(label(*a)) == stem(label(*b)))
            .map(|run| match run {
                [first, .., last] => format!("{}–{}", label(*first), label(*last)),
                [one] => label(*one).to_owned(),
                [] => String::new(),
            })
            .collect()
    }
}

/// The key of the paragraph that holds a lettered part: `12` of `12(a)`, `12(a)` of `12(a)(ii)`.
fn whole(label: &str) -> Option<&str> {
    label.strip_suffix(')')?.rsplit_once('(').map(|(whole, _)| whole)
}

/// The labels that a range stands for; a label that is no range stands for itself.
pub fn labels(range: &str) -> Vec<String> {
    let range = range.trim();
    let marks = range.match_indices(['-', '–']);
    marks
        .filter_map(|(at, mark)| between(range[..at].trim(), range[at + mark.len()..].trim()))
        .next()
        .unwrap_or_else(|| vec![range.to_owned()])
}

/// A range that runs backwards, the right way round: `1-5` for `5-1`.
pub fn turned(range: &str) -> Option<String> {
    let mut marks = range.match_indices(['-', '–']);
    marks.find_map(|(at, mark)| {
        let (first, last) = (range[..at].trim(), range[at + mark.len()..].trim());
        let is_backwards = between(first, last).is_none()
            && between(last, first).is_some_and(|labels| labels.len() > 1);
        is_backwards.then(|| format!("{last}-{first}"))
    })
}

/// The labels from the first to the last, if the two differ in their last number or letter alone.
fn between(first: &str, last: &str) -> Option<Vec<String>> {
    let (from, to) = (Numbered::of(first)?, Numbered::of(last)?);
    let same = label_key(from.stem) == label_key(to.stem) && from.is_letter == to.is_letter;
    let length = to.number.checked_sub(from.number)?;
    (same && length < MOST_PARAGRAPHS)
        .then(|| (from.number..=to.number).map(|number| from.with(number)).collect())
}

/// Whether a label is the next after another: `13` after `12`, `16.6` after `16.5`, `4 (b)` after `4 (a)`.
pub fn follows(label: &str, next: &str) -> bool {
    let next = Numbered::of(next);
    Numbered::of(label).zip(next).is_some_and(|(a, b)| {
        a.stem == b.stem && a.is_letter == b.is_letter && a.number.checked_add(1) == Some(b.number)
    })
}

/// The text before the last number or letter of a label, where it has one.
fn stem(label: &str) -> Option<(&str, bool)> {
    Numbered::of(label).map(|numbered| (numbered.stem, numbered.is_letter))
}

/// A label taken apart: `PP12`, `16.5`, `4 (a)`.
struct Numbered<'a> {
    stem: &'a str,
    number: u32,
    is_letter: bool,
}

impl<'a> Numbered<'a> {
    fn of(label: &'a str) -> Option<Self> {
        if let Some((stem, inner)) = label.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        {
            let mut letters = inner.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter @ 'a'..='z'), None) => {
                    Some(Self { stem, number: letter.into(), is_letter: true })
                }
                _ => None,
            };
        }
        let digits = label.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (stem, number) = label.split_at(label.len() - digits);
        Some(Self { stem, number: number.parse().ok()?, is_letter: false })
    }

    fn with(&self, number: u32) -> String {
        match char::from_u32(number) {
            Some(letter) if self.is_letter => format!("{}({letter})", self.stem),
            _ => format!("{}{number}", self.stem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_stands_for_the_labels_between_its_ends() {
        for (range, wanted) in [
            ("7", "7"),
            ("1-3", "1 2 3"),
            ("1–3", "1 2 3"),
            ("PP9-PP11", "PP9 PP10 PP11"),
            ("16.9-16.11", "16.9 16.10 16.11"),
            ("4 (b)-4(c)", "4 (b)|4 (c)"),
            ("table 16.1-table 16.2", "table 16.1|table 16.2"),
            ("4 (b)-4 (d)", "4 (b)|4 (c)|4 (d)"),
            ("fn. 1", "fn. 1"),
            ("chap. VI, follow-up", "chap. VI, follow-up"),
            ("3-1", "3-1"),
            ("1-PP3", "1-PP3"),
            ("4 (a)-5 (c)", "4 (a)-5 (c)"),
            ("1-100001", "1-100001"),
            ("", ""),
        ] {
            let wanted: Vec<&str> =
                wanted.split(if wanted.contains('|') { "|" } else { " " }).collect();
            let wanted = if labels(range).len() == 1 { vec![range] } else { wanted };
            assert_eq!(labels(range), wanted, "{range}");
        }
        assert_eq!(labels("1-3").len(), 3);
    }

    #[test]
    fn a_citation_is_found_by_its_label_or_by_the_paragraph_that_holds_it() {
        let read = ["1-4", "4 (a)-4 (b)", "PP1"].map(|range| Text::new(range).unwrap());
        let read = Coverage { read: read.into(), ..Coverage::default() }.read_paragraphs();
        let at = |cited: &str| read.position(cited).map(|at| read.labels()[at].as_str());
        assert_eq!(at("4 (b)"), Some("4 (b)"));
        assert_eq!(at("4 (b) (ii)"), Some("4 (b)"));
        assert_eq!(at("4(B)(ii)"), Some("4 (b)"));
        assert_eq!(at("OP 3"), Some("3"));
        assert_eq!(at("para. pp1"), Some("PP1"));
        assert_eq!(at("3 (a)"), Some("3"));
        assert_eq!(at("PP1"), Some("PP1"));
        assert_eq!(at("5"), None);
        assert_eq!(at("title"), None);
        assert_eq!(read.ranges(&[0, 1, 3, 4, 5, 6]), ["1–2", "4", "4 (a)–4 (b)", "PP1"]);
    }
}
