//! The record of the document itself.

use std::collections::BTreeSet;

use super::heading::plain;
use super::{Drafter, masthead, texts};
use crate::document::Kind;
use crate::model::{Agency, Coverage, Document, Id, Section, Text, follows, paragraph_number};

impl Drafter<'_> {
    pub(super) fn document(&mut self) {
        let like = self.options.like.as_ref().and_then(|id| self.dataset.get(id));
        let read: Vec<Text> = texts(self.ranges().iter().map(String::as_str));
        let note = "Part of it was not read, or a number is missing: see what `cnd scan` says.";
        let is_whole = self
            .read
            .paper
            .notes
            .iter()
            .all(|note| matches!(note, crate::document::Note::SetAside(..)));
        let mut review = vec!["Are title, kind, date and headings right?"];
        let lines = &self.read.paper.paragraphs;
        let date = self.options.date.or_else(|| masthead::date(lines));
        let named = masthead::session(lines);
        if date.is_none() {
            review.push("When was it issued or adopted? Add `date`.");
        }
        let session = like.and_then(|like| like.session);
        if named.is_some() {
            review.push("Are `body` and `session` right?");
        } else if like.is_some() {
            review.push("Are `body` and `session` (one later) right?");
        }
        let document = Document {
            id: self.options.id.clone(),
            symbol: self.options.symbol.clone(),
            other_symbols: Vec::new(),
            short_title: None,
            title: self.options.title.clone(),
            aliases: Vec::new(),
            kind: self.options.kind,
            body: self.body(),
            session: named.or_else(|| session.and_then(|session| session.checked_add(1))),
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
            review: texts(review),
            sources: self.citation("title").into_iter().collect(),
            places: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        };
        self.records.documents.push(document);
    }

    /// The body that it is of: the one that speaks in it, else that of the document that it is like.
    pub(super) fn body(&self) -> Option<Id<Agency>> {
        let is_called =
            |agency: &&Agency| self.read.enacted_by.is_some_and(|name| &*agency.name == name);
        let speaking = self.dataset.records().agencies.iter().find(is_called);
        let like = self.options.like.as_ref().and_then(|id| self.dataset.get(id));
        let like = || like.and_then(|like| like.body.clone());
        speaking.map(|agency| agency.id.clone()).or_else(like)
    }

    /// The labels of the paragraphs as ranges, in the order of the text.
    fn ranges(&self) -> Vec<String> {
        let (mut labels, mut notes): (Vec<&str>, Vec<&str>) = (vec!["title"], Vec::new());
        for paragraph in &self.read.paper.paragraphs {
            let label = paragraph.label.as_str();
            let is_whole = paragraph.is_citable() && !label.contains(" (");
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
            let is_numbered = paragraph.kind == Kind::Body
                && paragraph.label.bytes().all(|byte| byte.is_ascii_digit());
            let number = paragraph_number::<u16>(&paragraph.label).filter(|_| is_numbered);
            let (Some(number), Some(heading)) = (number, &paragraph.heading) else { continue };
            match sections.last_mut() {
                Some(last) if plain(&last.heading) == plain(heading) => last.last = number,
                _ => sections.extend(Text::new(heading).ok().map(|heading| Section {
                    pillar: self.headings.get(&plain(&heading)).copied().cloned(),
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
