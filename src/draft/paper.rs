//! The record of the document itself.

use std::collections::BTreeSet;

use super::heading::plain;
use super::instrument::adopter;
use super::programme::each_once;
use super::{Drafter, is_text, masthead, texts};
use crate::document::{Kind, Note};
use crate::model::{Agency, Coverage, Document, Id, Section, Text, follows};
use crate::scan::resolution_title;

impl Drafter<'_> {
    pub(super) fn document(&mut self) {
        let like = self.options.like.as_ref().and_then(|id| self.dataset.get(id));
        let read: Vec<Text> = texts(self.ranges());
        let note = "Part of it was not read, or a number is missing: see what `cnd scan` says.";
        let is_whole = self.read.paper.notes.iter().all(|it| matches!(it, Note::SetAside(..)));
        let lines = &self.read.paper.paragraphs;
        let date = self.options.date.or_else(|| masthead::date(lines));
        let named = masthead::session(lines);
        // The next session is that of the next year.
        let is_next = like.and_then(|like| Some(date?.year().checked_sub(like.date?.year())? == 1));
        let like_session = like.and_then(|like| like.session).filter(|_| is_next != Some(false));
        let later = like_session.and_then(|session| session.checked_add(1));
        let session = named.or(later);
        let document = Document {
            id: self.options.id.clone(),
            symbol: self.options.symbol.clone(),
            other_symbols: Vec::new(),
            short_title: None,
            title: self.options.title.clone(),
            aliases: Vec::new(),
            kind: self.options.kind,
            body: self.body(),
            session,
            date,
            periodic: like.is_some_and(|like| like.periodic),
            coverage: Some(Coverage {
                read,
                note: if is_whole { None } else { Text::new(note).ok() },
                ..Coverage::default()
            }),
            sections: self.sections(),
            cited_as: Vec::new(),
            remark: None,
            review: self.questions(date.is_some(), named.is_some(), session.is_some()),
            sources: self.citation("title").into_iter().collect(),
            places: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        };
        self.records.documents.push(document);
    }

    /// The questions about it.
    fn questions(&self, has_date: bool, is_named: bool, has_session: bool) -> Vec<Text> {
        let mut questions = vec!["Are title, kind, date and headings right?"];
        if !has_date {
            questions.push("When was it issued or adopted? Add `date`.");
        }
        if is_named {
            questions.push("Are `body` and `session` right?");
        } else if self.options.like.is_some() && has_session {
            questions.push("Are `body` and `session` (one later) right?");
        } else if self.options.like.is_some() {
            questions.push("Is `body` right, and of which session is it? Add `session`.");
        }
        if self.cited_by_heading() > 0 {
            questions.push("No paragraph has a number: are the headings the places to cite?");
        }
        texts(questions)
    }

    /// The body that it is of: the one that speaks in it, else that of its symbol or of the document that it is like.
    pub(super) fn body(&self) -> Option<Id<Agency>> {
        let is_called =
            |agency: &&Agency| self.read.enacted_by.is_some_and(|name| &*agency.name == name);
        let speaking = self.dataset.records().agencies.iter().find(is_called);
        let like = self.options.like.as_ref().and_then(|id| self.dataset.get(id));
        let like = || like.and_then(|like| like.body.clone());
        let symbol = self.options.symbol.as_deref();
        let adopting = || {
            let title = symbol.and_then(resolution_title)?;
            adopter(self.dataset, &title).map(|agency| agency.id.clone())
        };
        speaking.map(|agency| agency.id.clone()).or_else(adopting).or_else(like)
    }

    /// How many paragraphs are cited by their headings, in a paper without numbers.
    pub(super) fn cited_by_heading(&self) -> usize {
        let told = self.passages.iter().filter(|passage| self.can_report(passage.paragraph));
        if self.has_numbers { 0 } else { told.count() }
    }

    /// The labels that several paragraphs share, for the numbers of some papers begin anew.
    pub(super) fn shared_labels(&self) -> Vec<String> {
        let told = self.passages.iter().map(|passage| passage.paragraph);
        let told = told.filter(|paragraph| self.has_numbers && self.cites(paragraph));
        let mut seen = BTreeSet::new();
        let again = told.filter(|it| is_text(it) && !seen.insert(it.label.as_str()));
        each_once(again.map(|paragraph| paragraph.label.clone()))
    }

    /// The labels of the paragraphs as ranges, in the order of the text.
    fn ranges(&self) -> Vec<String> {
        let (mut labels, mut notes): (Vec<&str>, Vec<&str>) = (vec!["title"], Vec::new());
        for paragraph in &self.read.paper.paragraphs {
            let label = paragraph.label.as_str();
            let is_whole = self.has_numbers && self.cites(paragraph) && !label.contains(" (");
            if is_whole && labels.last() != Some(&label) {
                labels.push(label);
            } else if label.starts_with("fn. ") {
                notes.push(label);
            }
        }
        labels.append(&mut notes);
        let runs = labels.chunk_by(|a, b| follows(a, b));
        let range = |run: &[&str]| match run {
            [first, .., last] if !first.starts_with("fn. ") => vec![format!("{first}-{last}")],
            run => run.iter().map(|label| (*label).to_owned()).collect(),
        };
        // The numbers of some papers begin anew.
        let mut seen = BTreeSet::new();
        runs.flat_map(range).filter(|range| seen.insert(range.clone())).collect()
    }

    /// The headings that have numbered paragraphs under them, with the first and the last.
    fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for paragraph in &self.read.paper.paragraphs {
            let number = paragraph.label.parse::<u16>().ok();
            let number = number.filter(|_| paragraph.kind == Kind::Body);
            let (Some(number), Some(heading)) = (number, &paragraph.heading) else { continue };
            match sections.last_mut() {
                Some(last) if plain(&last.heading) == plain(heading) => last.last = number,
                _ => sections.extend(Text::new(heading).ok().map(|heading| Section {
                    pillar: self.headings.pillar(&heading).cloned(),
                    heading,
                    first: number,
                    last: number,
                })),
            }
        }
        let mut seen = BTreeSet::new();
        sections.retain(|section| {
            section.first <= section.last
                && seen.insert((section.heading.to_string(), section.first, section.last))
        });
        sections
    }
}
