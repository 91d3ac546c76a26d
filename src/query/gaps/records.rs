//! Commitments, programmes and pillars on which documents report nothing.

use std::collections::BTreeSet;

use crate::model::{
    Commitment, Date, Document, Evidence, Force, Id, Programme, ProgrammeKind, Report, Vocabulary,
    capitalised,
};

use super::editions::{Editions, latest};
use super::{Gap, GapKind, is_older, reports};

impl<'a> Editions<'a> {
    /// Commitments that are older than the document, not yet completed, and not answered in it, but for those on
    /// which no document can be called silent and those on which the document had nothing to report.
    pub(super) fn commitments(&self, found: &mut Vec<Gap<'a>>) {
        let commitments = self.dataset.records().commitments.iter();
        for commitment in commitments.filter(|commitment| commitment.untracked.is_none()) {
            let answers = commitment.answered_in(self.dataset, |_| true);
            let completes = commitment.answered_in(self.dataset, Evidence::says_completed);
            let reports_it =
                |document: &Document| answers.iter().any(|other| other.id == document.id);
            let is_silent = |document: &Document| {
                commitment.is_missed_by(document, self.dataset)
                    && !reports_it(document)
                    && completes.iter().all(|completed| is_older(document, completed))
            };
            let silent = self.silent(is_silent, reports_it);
            if let Some(last) = silent.last().copied() {
                found.push(self.commitment(commitment, (last, silent), &answers));
            }
        }
    }

    fn commitment(
        &self,
        commitment: &'a Commitment,
        (last_silent, silent): (&'a Document, Vec<&'a Document>),
        answers: &[&'a Document],
    ) -> Gap<'a> {
        let made = commitment.made_on(self.dataset);
        let these: Vec<String> = silent.iter().map(|document| named(document, made)).collect();
        let these = these.join(", ");
        let unplaced: Vec<&Document> = answers
            .iter()
            .copied()
            .filter(|answer| !is_older(answer, last_silent) && !is_older(last_silent, answer))
            .collect();
        let (since, reason) = match latest(last_silent, answers.iter().copied()) {
            Some(last) => {
                (last.date, format!("last reported in {}, not reported in {these}", last.label()))
            }
            None if !unplaced.is_empty() => (
                made,
                format!(
                    "not reported in {these}; reported in {}, which may be earlier or later",
                    Document::labels(&unplaced)
                ),
            ),
            None => (made, format!("not reported in {these}")),
        };
        let due = commitment.due.map_or(String::new(), |due| format!("; due {due}"));
        let reason = format!(
            "{}; {reason}{}{}{due}",
            asked(commitment, made),
            self.earlier_work(commitment, &silent),
            self.later(last_silent, answers)
        );
        Gap {
            since,
            sources: self.cite(commitment.sources.iter().cloned()),
            pillars: vec![&commitment.pillar],
            agencies: commitment.agencies().collect(),
            ..Gap::new(GapKind::CommitmentNotReported, commitment, silent, reason)
        }
    }

    /// Where it was reported after this document, or that no later document of the dataset reports it.
    fn later(&self, silent: &Document, answers: &[&'a Document]) -> String {
        let mut others = self.dataset.records().documents.iter();
        match reported_since(silent, answers.iter().copied()) {
            none if none.is_empty() && others.any(|other| is_older(silent, other)) => {
                "; no subsequent work is linked to it".to_owned()
            }
            since => since,
        }
    }

    /// That these documents report joint work that is older than the commitment, if they do.
    fn earlier_work(&self, commitment: &Commitment, silent: &[&Document]) -> String {
        let earlier = commitment.evidence.iter().filter(|evidence| evidence.earlier);
        let in_silent = earlier.filter(|e| silent.iter().any(|document| document.id == e.document));
        let programmes: BTreeSet<&Id<Programme>> = in_silent.map(|e| &e.programme).collect();
        match programmes.len() {
            0 => String::new(),
            1 => "; 1 programme reported there is considered to predate the commitment".to_owned(),
            many => {
                format!(
                    "; {many} programmes reported there are considered to predate the commitment"
                )
            }
        }
    }

    /// Programmes that an earlier periodic document reports and this one does not.
    pub(super) fn programmes(&self, found: &mut Vec<Gap<'a>>) {
        for programme in &self.dataset.records().programmes {
            let reports_it = |document: &Document| {
                programme.reports.iter().any(|report| report.document == document.id)
            };
            let Some(first) = self.first(reports_it) else { continue };
            let is_silent =
                |document: &Document| !reports_it(document) && is_older(first, document);
            let silent = self.silent(is_silent, reports_it);
            let Some(last_silent) = silent.last().copied() else { continue };
            let Some(last) = self.last(last_silent, reports_it) else { continue };
            let date = reports(programme, &[last]).find_map(|report| report.date);
            let event = match (programme.kind, date) {
                (ProgrammeKind::Event, Some(date)) => format!(" as an event of {date}"),
                _ => String::new(),
            };
            let reporting = programme.reports.iter().filter_map(|r| self.dataset.get(&r.document));
            let since = reported_since(last_silent, reporting);
            let (before, these) = (last.label_and_date(), Document::labels(&silent));
            let reason =
                format!("last reported in {before}{event}, not reported in {these}{since}");
            let participants = programme.reports.iter().flat_map(|report| &report.participants);
            found.push(Gap {
                since: last.date,
                sources: self.cite(reports(programme, &[last]).map(Report::citation)),
                pillars: vec![&programme.pillar],
                agencies: participants.map(|participant| &participant.agency).collect(),
                ..Gap::new(GapKind::ProgrammeNotReported, programme, silent, reason)
            });
        }
    }

    /// Pillars under which nothing is filed that the document reports.
    pub(super) fn pillars(&self, found: &mut Vec<Gap<'a>>) {
        for pillar in &self.dataset.records().pillars {
            let reports_it = |document: &Document| {
                self.reported(document)
                    .is_some_and(|reported| reported.pillars.contains(&pillar.id))
            };
            let silent = self.silent(|document| !reports_it(document), reports_it);
            let Some(last_silent) = silent.last().copied() else { continue };
            let these = Document::labels(&silent);
            let reason = format!(
                "no programme reported in {these} is filed under it, even as a secondary pillar"
            );
            found.push(Gap {
                since: self.last(last_silent, reports_it).and_then(|document| document.date),
                sources: silent.iter().map(|document| document.label().to_owned()).collect(),
                pillars: vec![&pillar.id],
                ..Gap::new(GapKind::PillarNotReported, pillar, silent, reason)
            });
        }
    }
}

/// Which of these documents is the first to report it after this one; nothing where none is.
fn reported_since<'a>(silent: &Document, documents: impl Iterator<Item = &'a Document>) -> String {
    documents
        .filter(|document| is_older(silent, document))
        .min_by_key(|document| (document.date, &document.id))
        .map_or(String::new(), |next| format!("; reported since in {}", next.label()))
}

/// A document with its date, and with how much later it is than what was made on a day.
fn named(document: &Document, made: Option<Date>) -> String {
    let after = made.zip(document.date).and_then(|(made, date)| made.until(date));
    let after = after.map_or(String::new(), |time| format!(" ({time} later)"));
    format!("{}{after}", document.label_and_date())
}

/// How it was asked, and when: `Invited on 18 December 2019`.
fn asked(commitment: &Commitment, made: Option<Date>) -> String {
    let force = match commitment.force {
        Force::Purpose => "stated as a purpose".to_owned(),
        Force::Practice => "stated as a practice".to_owned(),
        Force::CalledUpon => "call made".to_owned(),
        force => force.word().replace('-', " "),
    };
    let when =
        made.map_or_else(|| ", date not known".to_owned(), |made| format!(" {}", made.when()));
    format!("{}{when}", capitalised(&force))
}
