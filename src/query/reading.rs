//! How far documents have been read, and what is therefore unknown or not found.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Coverage, Dataset, Document, Id, ReadParagraphs, Text, counted};

use super::{Every, FoundProgramme};

/// How far a document has been read, with the first sentence of the remark on what is missing. Nothing where records
/// rest on it and no coverage says how far.
pub fn on_reading(document: &Document, is_read: bool) -> Option<String> {
    let label = document.label();
    if !is_read {
        return Some(format!("{label} has not been read"));
    }
    let coverage = document.coverage.as_ref()?;
    Some(match &coverage.note {
        Some(note) => {
            let first = note.unicode_sentences().next().unwrap_or(note);
            format!("{label} has been read in part: {}", first.trim_end_matches(['.', ' ']))
        }
        None => format!("{label} has been read in full"),
    })
}

/// What of a document has not been read, if something has not; `is_read` says whether something has.
pub fn not_read(document: &Document, is_read: bool) -> Option<&str> {
    let note = document.coverage.as_ref().and_then(|coverage| coverage.note.as_deref());
    let nothing = "not read; known only from documents that cite it";
    note.or((!is_read).then_some(nothing))
}

/// How many of these programmes have questions that an editor has not answered.
pub fn on_reviews(found: &[FoundProgramme<'_>]) -> Option<String> {
    let has_questions = |found: &&FoundProgramme<'_>| {
        let mut reports = found.programme.reports.iter();
        !found.programme.review.is_empty() || reports.any(|report| !report.review.is_empty())
    };
    let open = found.iter().filter(has_questions).count();
    on_open(open, &counted(found.len(), "programme"))
}

/// How many of all these records have questions that an editor has not answered.
pub fn on_open(open: usize, all: &str) -> Option<String> {
    let have = if open == 1 { "has" } else { "have" };
    (open > 0).then(|| format!("{open} of {all} {have} open questions: `cnd check` lists them"))
}

/// Which of the documents that are asked about have not been read; where nothing `is_found` in them, also which have
/// been read in part.
pub fn on_unread<'a>(
    asked: impl IntoIterator<Item = &'a Id<Document>>,
    is_found: bool,
    dataset: &'a Dataset,
) -> Option<String> {
    let asked: BTreeSet<&Id<Document>> = asked.into_iter().collect();
    if asked.is_empty() {
        return None;
    }
    let read = dataset.documents_read();
    let asked = asked.into_iter().filter_map(|id| dataset.get(id));
    let (asked, unread): (Vec<&Document>, Vec<_>) = asked.partition(|d| read.contains(&d.id));
    if !unread.is_empty() {
        let (have, known) = match unread.len() {
            1 => ("has", "it is known only from documents that cite it"),
            _ => ("have", "they are known only from documents that cite them"),
        };
        return Some(format!("{} {have} not been read: {known}", Document::labels(&unread)));
    }
    if is_found {
        return None;
    }
    let is_part = |d: &&Document| d.coverage.as_ref().is_some_and(|c| !c.is_whole());
    let in_part = asked.into_iter().filter(is_part).filter_map(|d| on_reading(d, true));
    let in_part: Vec<String> = in_part.collect();
    (!in_part.is_empty()).then(|| in_part.join("; "))
}

/// Why a paragraph of a document is silent.
#[derive(Clone, Copy, PartialEq)]
enum Silence<'a> {
    /// It is not among those that have been read.
    NotRead,
    /// The document has been read whole, and has none of this label.
    Missing,
    /// It needs no record, for this reason.
    OutOfScope(&'a str),
    /// It contains nothing that matches.
    Silent,
}

/// The paragraphs asked about that are none of these `places`, and why, where one document is asked about whose
/// coverage says so; `nothing` says what is not there.
pub(super) fn on_silent(
    nothing: &str,
    wanted: &Every<ReadParagraphs>,
    places: &[&str],
    asked: &Every<Id<Document>>,
    dataset: &Dataset,
) -> Option<String> {
    let asked: BTreeSet<&Id<Document>> = asked.values().collect();
    let documents: Vec<&Document> = asked.into_iter().filter_map(|id| dataset.get(id)).collect();
    let read = match documents.as_slice() {
        [one] => one.coverage.as_ref().map(|coverage| Read::of(one, coverage)),
        _ => None,
    };
    let mut silences: Vec<(Silence<'_>, usize, Vec<String>)> = Vec::new();
    for range in wanted.values() {
        let named: BTreeSet<usize> =
            places.iter().filter_map(|place| range.position(place)).collect();
        // Of all labels that begin alike, it is enough that one is there.
        if !named.is_empty() && range.labels().iter().any(|label| label.contains(',')) {
            continue;
        }
        let why = |at: usize| match &read {
            Some(read) => read.silence(&range.labels()[at]),
            None => Silence::Silent,
        };
        let silent = (0..range.labels().len()).filter(|at| !named.contains(at));
        let silent: Vec<(usize, Silence<'_>)> = silent.map(|at| (at, why(at))).collect();
        for run in silent.chunk_by(|(_, a), (_, b)| a == b) {
            let known = silences.iter().position(|(known, ..)| *known == run[0].1);
            let known = known.unwrap_or_else(|| {
                silences.push((run[0].1, 0, Vec::new()));
                silences.len() - 1
            });
            let places: Vec<usize> = run.iter().map(|(at, _)| *at).collect();
            silences[known].1 += places.len();
            silences[known].2.extend(range.ranges(&places));
        }
    }
    let label = read.as_ref().map(|read| read.label);
    let said = silences.iter().map(|(why, count, ranges)| {
        let places = match count {
            1 => format!("paragraph `{}`", ranges.concat()),
            _ => format!("paragraphs {}", ranges.join(", ")),
        };
        why.said(nothing, &places, *count == 1, label)
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// What has been read of a document.
struct Read<'a> {
    label: &'a str,
    is_whole: bool,
    paragraphs: ReadParagraphs,
    excuses: Vec<(ReadParagraphs, &'a Text)>,
}

impl<'a> Read<'a> {
    fn of(document: &'a Document, coverage: &'a Coverage) -> Self {
        Self {
            label: document.label(),
            is_whole: coverage.is_whole(),
            paragraphs: coverage.read_paragraphs(),
            excuses: coverage.excuses(),
        }
    }

    /// Why nothing is found in a paragraph.
    fn silence(&self, paragraph: &str) -> Silence<'a> {
        if !self.paragraphs.holds(paragraph) {
            return if self.is_whole { Silence::Missing } else { Silence::NotRead };
        }
        let mut excuses = self.excuses.iter();
        let excuse = excuses.find(|(excused, _)| excused.holds(paragraph));
        excuse.map_or(Silence::Silent, |(_, reason)| Silence::OutOfScope(reason))
    }
}

impl Silence<'_> {
    /// The sentence on these places, of which there is one alone or several.
    fn said(&self, nothing: &str, places: &str, is_one: bool, document: Option<&str>) -> String {
        let of = document.map_or_else(String::new, |document| format!(" of {document}"));
        let (has, contains) = if is_one { ("has", "contains") } else { ("have", "contain") };
        match self {
            Self::NotRead => format!("{places}{of} {has} not been read"),
            Self::Missing => {
                format!("{} has no {places}", document.unwrap_or("the document"))
            }
            Self::OutOfScope(reason) => {
                let reason = reason.trim_end_matches('.');
                format!("{places}{of} {has} been read and {contains} nothing to record: {reason}")
            }
            Self::Silent => format!("{nothing} in {places}{of}"),
        }
    }
}
