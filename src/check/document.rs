//! Rules for documents and their paragraphs.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Found;
use super::citation::{self, Cited, is_odd, meant, numbers_in};
use crate::diagnostic::{Code, shown};
use crate::model::{Dataset, Kind, Step, paragraph_number};

/// Nothing cites or excuses a paragraph that the document does not have.
pub fn paragraphs_beyond_the_end(dataset: &Dataset, found: &mut Found) {
    let help = "correct the number of the paragraph, or `paragraphs` of the document";
    citation::each(dataset, &mut |cited| {
        let Some(last) = dataset.get(cited.document).and_then(|document| document.paragraphs)
        else {
            return;
        };
        if is_beyond(cited.paragraph, last) {
            let message = beyond(cited.document.as_str(), cited.paragraph, last);
            found.add(
                Code::ParagraphBeyondEnd,
                (cited.kind, cited.position),
                cited.path,
                message,
                help,
            );
        }
    });
    for (position, document) in dataset.records().documents.iter().enumerate() {
        let Some(last) = document.paragraphs else { continue };
        let at = (Kind::Document, position);
        for (i, excuse) in document.excused.iter().enumerate() {
            if is_beyond(&excuse.paragraph, last) {
                let path = [Step::Key("excused"), Step::Item(i), Step::Key("paragraph")];
                let message = beyond(document.id.as_str(), &excuse.paragraph, last);
                found.add(Code::ParagraphBeyondEnd, at, &path, message, help);
            }
        }
        for (i, section) in document.sections.iter().enumerate() {
            if section.last > last {
                let path = [Step::Key("sections"), Step::Item(i), Step::Key("last")];
                let message = beyond(document.id.as_str(), &section.last.to_string(), last);
                found.add(Code::ParagraphBeyondEnd, at, &path, message, help);
            }
        }
    }
}

/// Paragraphs that are no number at all, as "fn. 1" or "title", are beyond nothing.
fn is_beyond(paragraph: &str, last: u16) -> bool {
    let is_beyond = |number: Option<u16>| number.is_none_or(|number| number == 0 || number > last);
    if is_odd(paragraph) {
        return numbers_in(paragraph).any(|number| is_beyond(number.parse().ok()));
    }
    paragraph.starts_with(|c: char| c.is_ascii_digit()) && is_beyond(paragraph_number(paragraph))
}

/// Nothing names a paragraph in a way that nothing else is named in.
pub fn odd_paragraphs(dataset: &Dataset, found: &mut Found) {
    citation::each(dataset, &mut |cited| {
        odd((cited.kind, cited.position), cited.path, cited.paragraph, found);
    });
    for (position, document) in dataset.records().documents.iter().enumerate() {
        for (i, excuse) in document.excused.iter().enumerate() {
            let path = [Step::Key("excused"), Step::Item(i), Step::Key("paragraph")];
            odd((Kind::Document, position), &path, &excuse.paragraph, found);
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

fn beyond(document: &str, paragraph: &str, last: u16) -> String {
    let (document, paragraph) = (shown(document), shown(paragraph));
    format!("`{document}` has paragraphs 1 to {last}, and no paragraph {paragraph}")
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

/// Every paragraph of a document that says how many it has is cited by a record, or excused.
pub fn uncited_paragraphs(dataset: &Dataset, found: &mut Found) {
    let mut cited: HashMap<&str, BTreeSet<u16>> = HashMap::new();
    let documents = &dataset.records().documents;
    for document in documents.iter().filter(|document| document.paragraphs.is_some()) {
        let excused =
            document.excused.iter().filter_map(|excuse| paragraph_number(&excuse.paragraph));
        cited.insert(document.id.as_str(), excused.collect());
    }
    citation::each(dataset, &mut |Cited { document, paragraph, .. }| {
        if let (Some(cited), Some(number)) =
            (cited.get_mut(document.as_str()), paragraph_number(paragraph))
        {
            cited.insert(number);
        }
    });
    for (position, document) in documents.iter().enumerate() {
        let Some(cited) = cited.get(document.id.as_str()) else { continue };
        let missing: Vec<u16> = (1..=document.paragraphs.unwrap_or(0))
            .filter(|paragraph| !cited.contains(paragraph))
            .collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let message = format!(
                "no record cites paragraph{plural} {} of `{}`, and nothing excuses that",
                ranges(&missing),
                shown(document.id.as_str())
            );
            let help =
                "record what they say, or say under `excused:` why there is nothing to record";
            let path = [Step::Key("paragraphs")];
            found.add(Code::UncitedParagraph, (Kind::Document, position), &path, message, help);
        }
    }
}

/// 1, 2, 3, 7 as "1–3 and 7".
fn ranges(numbers: &[u16]) -> String {
    let runs: Vec<String> = numbers
        .chunk_by(|a, b| a + 1 == *b)
        .map(|run| match run {
            [first, .., last] => format!("{first}–{last}"),
            run => run.iter().map(u16::to_string).collect(),
        })
        .collect();
    match runs.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => runs.concat(),
    }
}

/// A paragraph that is excused for carrying no record carries none, and is excused once.
pub fn needless_excuses(dataset: &Dataset, found: &mut Found) {
    let documents = &dataset.records().documents;
    let excusing = documents.iter().filter(|document| !document.excused.is_empty());
    let mut cited: HashMap<&str, HashSet<String>> =
        excusing.map(|document| (document.id.as_str(), HashSet::new())).collect();
    citation::each(dataset, &mut |Cited { document, paragraph, .. }| {
        if let Some(cited) = cited.get_mut(document.as_str()) {
            cited.insert(paragraph.to_owned());
            // Who cites 12 (a) has a record of 12.
            cited.extend(paragraph_number::<u16>(paragraph).map(|number| number.to_string()));
        }
    });
    for (position, document) in documents.iter().enumerate() {
        let cited = cited.get(document.id.as_str());
        let mut excused = HashSet::new();
        for (i, excuse) in document.excused.iter().enumerate() {
            let paragraph = &*excuse.paragraph;
            let why = if cited.is_some_and(|cited| cited.contains(paragraph)) {
                "is excused, but a record cites it"
            } else if excused.insert(paragraph) {
                continue;
            } else {
                "is excused twice"
            };
            let path = [Step::Key("excused"), Step::Item(i), Step::Key("paragraph")];
            let message = format!("paragraph {} {why}", shown(paragraph));
            let at = (Kind::Document, position);
            found.add(Code::NeedlessExcuse, at, &path, message, "delete the excuse");
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
