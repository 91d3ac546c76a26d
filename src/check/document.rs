//! Rules for documents and their paragraphs.

use std::collections::{HashMap, HashSet};

use super::Found;
use super::citation::{self, Cited, is_odd, meant, numbers_in};
use crate::diagnostic::{Code, shown};
use crate::model::{Dataset, Document, Kind, ReadParagraphs, Step, labels};

/// Nothing cites a numbered paragraph that is not among those that have been read, and no section goes beyond them.
pub fn paragraphs_beyond_the_end(dataset: &Dataset, found: &mut Found) {
    let help = "correct the number of the paragraph, or `coverage` of the document";
    let documents = &dataset.records().documents;
    let read: HashMap<&str, ReadParagraphs> = documents
        .iter()
        .filter_map(|d| Some((d.id.as_str(), d.coverage.as_ref()?.read_paragraphs())))
        .collect();
    citation::each(dataset, &mut |cited| {
        let Some(read) = read.get(cited.document.as_str()) else { return };
        if is_beyond(cited.paragraph, read) {
            let message = beyond(cited.document.as_str(), cited.paragraph);
            let at = (cited.kind, cited.position);
            found.add(Code::ParagraphBeyondEnd, at, cited.path, message, help);
        }
    });
    for (position, document) in documents.iter().enumerate() {
        let Some(read) = read.get(document.id.as_str()) else { continue };
        let at = (Kind::Document, position);
        for (path, label) in out_of_scope(document) {
            if read.position(&label).is_none() {
                let message = beyond(document.id.as_str(), &label);
                found.add(Code::ParagraphBeyondEnd, at, &path, message, help);
            }
        }
        for (i, section) in document.sections.iter().enumerate() {
            let last = section.last.to_string();
            if read.position(&last).is_none() {
                let path = [Step::Key("sections"), Step::Item(i), Step::Key("last")];
                let message = beyond(document.id.as_str(), &last);
                found.add(Code::ParagraphBeyondEnd, at, &path, message, help);
            }
        }
    }
}

/// Each paragraph that a document excuses from carrying a record, with the path of the value that names it.
fn out_of_scope(document: &Document) -> impl Iterator<Item = ([Step; 5], String)> {
    let coverage = document.coverage.iter();
    let excuses = coverage.flat_map(|coverage| coverage.out_of_scope.iter().enumerate());
    excuses.flat_map(|(i, excuse)| {
        excuse.paragraphs.iter().enumerate().flat_map(move |(k, range)| {
            let [coverage, list] = ["coverage", "out_of_scope"].map(Step::Key);
            let path = [coverage, list, Step::Item(i), Step::Key("paragraphs"), Step::Item(k)];
            labels(range).into_iter().map(move |label| (path, label))
        })
    })
}

/// Paragraphs that are no number at all, as "fn. 1" or "title", are beyond nothing.
fn is_beyond(paragraph: &str, read: &ReadParagraphs) -> bool {
    if is_odd(paragraph) {
        return numbers_in(paragraph).any(|number| read.position(number).is_none());
    }
    let number = paragraph.strip_prefix("PP").unwrap_or(paragraph);
    number.starts_with(|c: char| c.is_ascii_digit()) && read.position(paragraph).is_none()
}

/// Nothing names a paragraph in a way that nothing else is named in.
pub fn odd_paragraphs(dataset: &Dataset, found: &mut Found) {
    citation::each(dataset, &mut |cited| {
        odd((cited.kind, cited.position), cited.path, cited.paragraph, found);
    });
    for (position, document) in dataset.records().documents.iter().enumerate() {
        for (path, label) in out_of_scope(document) {
            odd((Kind::Document, position), &path, &label, found);
        }
    }
}

fn odd(at: (Kind, usize), path: &[Step], paragraph: &str, found: &mut Found) {
    if is_odd(paragraph) {
        let message = format!("no paragraph is cited as `{}`", shown(paragraph));
        let help = match meant(paragraph) {
            Some(number) => format!("write the number alone: \"{}\"", shown(&number)),
            None => {
                "write the number of one paragraph alone, or words such as \"fn. 1\"".to_owned()
            }
        };
        found.add(Code::OddParagraph, at, path, message, &help);
    }
}

fn beyond(document: &str, paragraph: &str) -> String {
    let (document, paragraph) = (shown(document), shown(paragraph));
    format!("paragraph {paragraph} is not among those that have been read of `{document}`")
}

/// A section does not end before it begins.
pub fn sections_out_of_order(dataset: &Dataset, found: &mut Found) {
    for (position, document) in dataset.records().documents.iter().enumerate() {
        for (i, section) in document.sections.iter().enumerate() {
            if section.first > section.last {
                let path = [Step::Key("sections"), Step::Item(i), Step::Key("first")];
                let (first, last) = (section.first, section.last);
                let message =
                    format!("this section begins with paragraph {first} and ends with {last}");
                let help = "correct `first` or `last`";
                found.add(Code::BadSection, (Kind::Document, position), &path, message, help);
            }
        }
    }
}

/// Every paragraph that has been read is cited by a record, or out of scope for a reason.
pub fn uncited_paragraphs(dataset: &Dataset, found: &mut Found) {
    let documents = &dataset.records().documents;
    let mut open: HashMap<&str, (ReadParagraphs, Vec<bool>)> = HashMap::new();
    for document in documents {
        let Some(coverage) = &document.coverage else { continue };
        let read = coverage.read_paragraphs();
        let mut is_open = vec![true; read.labels().len()];
        let excused = out_of_scope(document).filter_map(|(_, label)| read.position(&label));
        excused.for_each(|position| is_open[position] = false);
        open.insert(document.id.as_str(), (read, is_open));
    }
    citation::each(dataset, &mut |Cited { document, paragraph, .. }| {
        if let Some((read, is_open)) = open.get_mut(document.as_str())
            && let Some(position) = read.position(paragraph)
        {
            is_open[position] = false;
        }
    });
    for (position, document) in documents.iter().enumerate() {
        let Some((read, is_open)) = open.get(document.id.as_str()) else { continue };
        let missing: Vec<usize> = (0..is_open.len()).filter(|label| is_open[*label]).collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let message = format!(
                "no record cites paragraph{plural} {} of `{}`, and none of it is out of scope",
                in_words(&read.ranges(&missing)),
                shown(document.id.as_str())
            );
            let help =
                "record what they say, or say under `out_of_scope:` why there is nothing to record";
            let path = [Step::Key("coverage")];
            found.add(Code::UncitedParagraph, (Kind::Document, position), &path, message, help);
        }
    }
}

/// "1–3, 7 and 9".
fn in_words(ranges: &[String]) -> String {
    match ranges.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => ranges.concat(),
    }
}

/// A paragraph that is out of scope is stated by no report and no commitment, and stands there once.
pub fn needless_excuses(dataset: &Dataset, found: &mut Found) {
    let mut used: HashSet<(&str, &str)> = HashSet::new();
    citation::each(dataset, &mut |Cited { kind, document, paragraph, .. }| {
        if matches!(kind, Kind::Programme | Kind::Commitment) {
            used.insert((document.as_str(), paragraph));
        }
    });
    for (position, document) in dataset.records().documents.iter().enumerate() {
        let mut excused = HashSet::new();
        for (path, label) in out_of_scope(document) {
            let why = if used.contains(&(document.id.as_str(), &*label)) {
                "is out of scope, but a record cites it"
            } else if excused.insert(label.clone()) {
                continue;
            } else {
                "is out of scope twice"
            };
            let message = format!("paragraph {} {why}", shown(&label));
            let at = (Kind::Document, position);
            found.add(Code::NeedlessExcuse, at, &path, message, "delete it there");
        }
    }
}

/// A periodic document has a date that tells at least the month.
pub fn vague_editions(dataset: &Dataset, found: &mut Found) {
    for (position, document) in dataset.records().documents.iter().enumerate() {
        if let Some(vague) = document.vague_date() {
            let key = if document.date.is_some() { "date" } else { "periodic" };
            let message = format!("`{}` is periodic but has {vague}", document.id);
            let help = "add the month, so that documents can be put in order";
            let at = (Kind::Document, position);
            found.add(Code::VagueEdition, at, &[Step::Key(key)], message, help);
        }
    }
}
