//! Commitments, programmes and pillars of which a document reports nothing.

use crate::model::{Agency, Commitment, Document, Evidence, Id, Party, ProgrammeKind};

use super::{Edition, Gap, GapKind, is_older, is_reported, reports};

impl<'a> Edition<'a> {
    /// Commitments that are older than the document, not yet completed, and not answered in it.
    pub(super) fn commitments(&self, found: &mut Vec<Gap<'a>>) {
        for commitment in &self.dataset.records().commitments {
            let answers = |evidence: &Evidence| evidence.document == self.document.id;
            if commitment.is_before(self.document, self.dataset)
                && !commitment.evidence.iter().any(answers)
                && !self.is_completed(commitment)
            {
                found.push(self.commitment(commitment));
            }
        }
    }

    fn commitment(&self, commitment: &'a Commitment) -> Gap<'a> {
        let this = self.document.label();
        let last = self.last(self.answering(commitment, |_| true));
        let (since, reason) = match last {
            Some(last) => {
                (last.date, format!("last reported in {}, not reported in {this}", last.label()))
            }
            None => (
                commitment.made_on(self.dataset),
                format!("not reported in {this}, nor in an earlier document of the dataset"),
            ),
        };
        let reason = reason + &self.told_since(self.answering(commitment, |_| true));
        Gap {
            since,
            sources: commitment.sources.iter().map(|source| self.dataset.cite(source)).collect(),
            pillars: vec![&commitment.pillar],
            agencies: parties(commitment),
            ..self.gap(GapKind::CommitmentNotReported, commitment, reason)
        }
    }

    /// Which of these documents is the first to tell of it after this one; nothing where none is.
    fn told_since(&self, documents: impl Iterator<Item = &'a Document>) -> String {
        documents
            .filter(|document| is_older(self.document, document))
            .min_by_key(|document| (document.date, &document.id))
            .map_or(String::new(), |next| format!("; reported since in {}", next.label()))
    }

    /// Whether a document that is no newer than this one says that the commitment is carried out.
    fn is_completed(&self, commitment: &'a Commitment) -> bool {
        self.answering(commitment, |evidence| evidence.completes)
            .any(|document| !is_older(self.document, document))
    }

    /// The documents after the commitment whose evidence `counts`.
    fn answering(
        &self,
        commitment: &'a Commitment,
        counts: impl Fn(&Evidence) -> bool,
    ) -> impl Iterator<Item = &'a Document> {
        let dataset = self.dataset;
        let counted = commitment.evidence.iter().filter(move |evidence| counts(evidence));
        counted
            .filter_map(|evidence| dataset.get(&evidence.document))
            .filter(|document| commitment.is_before(document, dataset))
    }

    /// Programmes that an earlier periodic document reports and this one does not.
    pub(super) fn programmes(&self, found: &mut Vec<Gap<'a>>) {
        for programme in &self.dataset.records().programmes {
            if is_reported(programme, self.document) {
                continue;
            }
            let last = self.last_edition(|document| is_reported(programme, document));
            let Some(last) = last else { continue };
            let date = reports(programme, last).find_map(|report| report.date);
            let event = match (programme.kind, date) {
                (ProgrammeKind::Event, Some(date)) => format!(" as an event of {date}"),
                _ => String::new(),
            };
            let (before, this) = (last.label(), self.document.label());
            let editions = self.dataset.periodic_documents().into_iter();
            let since =
                self.told_since(editions.filter(|document| is_reported(programme, document)));
            let reason = format!("reported in {before}{event}, not reported in {this}{since}");
            let participants = reports(programme, last).flat_map(|report| &report.participants);
            let cite = reports(programme, last).map(|report| self.dataset.cite(&report.citation()));
            found.push(Gap {
                since: last.date,
                sources: cite.collect(),
                pillars: vec![&programme.pillar],
                agencies: participants.map(|participant| &participant.agency).collect(),
                ..self.gap(GapKind::ProgrammeNotReported, programme, reason)
            });
        }
    }

    /// Pillars under which nothing is filed that the document reports.
    pub(super) fn pillars(&self, found: &mut Vec<Gap<'a>>) {
        let programmes = &self.dataset.records().programmes;
        for pillar in &self.dataset.records().pillars {
            let tells = |document: &Document| {
                programmes.iter().any(|p| p.pillar == pillar.id && is_reported(p, document))
            };
            if tells(self.document) {
                continue;
            }
            let touches = programmes.iter().filter(|programme| {
                programme.second_pillars.contains(&pillar.id)
                    && is_reported(programme, self.document)
            });
            let this = self.document.label();
            let second = match touches.count() {
                0 => String::new(),
                count => format!("; it is a second pillar of {count} of them"),
            };
            let reason =
                format!("none of the programmes reported in {this} is filed under it{second}");
            found.push(Gap {
                since: self.last_edition(tells).and_then(|document| document.date),
                sources: vec![this.to_owned()],
                pillars: vec![&pillar.id],
                ..self.gap(GapKind::PillarNotReported, pillar, reason)
            });
        }
    }
}

fn parties(commitment: &Commitment) -> Vec<&Id<Agency>> {
    let parties = commitment.made_by.iter().chain(&commitment.addressed_to);
    parties.filter_map(Party::agency).collect()
}
