//! What two documents of one dataset say differently.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Citation, Commitment, Dataset, Document, Id, Programme, Record};

use super::compare::compare;
use super::facts::{Fact, Reader};
use super::identity::Identity;
use super::{Change, Difference};

/// What two documents say differently: of the programmes that both report; which programmes only one of
/// them reports; which commitments, agencies and documents only one of them names; and which commitments
/// only one of them carries evidence of.
///
/// Each kind is in the order of its ids. Summaries are not compared: each report has its own.
pub fn documents(dataset: &Dataset, old: &Id<Document>, new: &Id<Document>) -> Vec<Difference> {
    let sides = Sides { dataset, old, new };
    let records = dataset.records();
    let mut part: BTreeMap<&str, Vec<Citation>> = BTreeMap::new();
    for report in records.programmes.iter().flat_map(|programme| &programme.reports) {
        for participant in &report.participants {
            part.entry(participant.agency.as_str()).or_default().push(report.citation());
        }
    }
    let mut differences = sides.programmes();
    differences.extend(sides.commitments());
    differences.extend(sides.named(&records.agencies, |agency| {
        let part = part.get(agency.id.as_str()).into_iter().flatten();
        agency.sources.iter().chain(part).cloned().collect()
    }));
    differences.extend(sides.named(&records.documents, |document| document.sources.clone()));
    differences
}

struct Sides<'a> {
    dataset: &'a Dataset,
    old: &'a Id<Document>,
    new: &'a Id<Document>,
}

impl Sides<'_> {
    fn programmes(&self) -> Vec<Difference> {
        let identity = Identity::default();
        let programmes = &self.dataset.records().programmes;
        let reader = Reader::new(self.dataset, &identity, programmes.iter());
        let mut differences = self.one_sided(programmes, "reports", |programme: &Programme| {
            programme.reports.iter().map(|report| report.citation()).collect()
        });
        for programme in programmes {
            let facts = reader.facts(programme);
            let (old, new) = (said_by(&facts, self.old), said_by(&facts, self.new));
            if !old.is_empty() && !new.is_empty() {
                differences.extend(compare(Programme::KIND, programme.id.as_str(), &old, &new));
            }
        }
        differences.sort_by(|a, b| a.id.cmp(&b.id));
        differences
    }

    fn commitments(&self) -> Vec<Difference> {
        let commitments = &self.dataset.records().commitments;
        let mut differences = self.one_sided(commitments, "sources", |commitment: &Commitment| {
            commitment.sources.clone()
        });
        let identity = Identity::default();
        let reader = Reader::new(self.dataset, &identity, commitments.iter());
        for commitment in commitments {
            let facts = reader.facts(commitment);
            let evidence = |document: &Id<Document>| -> BTreeMap<&str, &str> {
                let evidence = facts.iter().filter(|fact| fact.field == "evidence");
                let evidence = evidence.filter(|fact| fact.text("document") == document.as_str());
                evidence.map(|fact| (fact.text("programme"), fact.shown.as_str())).collect()
            };
            let (old, new) = (evidence(self.old), evidence(self.new));
            let only = |these: &BTreeMap<&str, &str>, others: &BTreeMap<&str, &str>| {
                let only = these.iter().filter(|(programme, _)| !others.contains_key(*programme));
                only.map(|(_, shown)| (*shown).to_owned()).collect::<Vec<String>>()
            };
            let rows = [
                (Change::NoLongerReported, only(&old, &new), vec![]),
                (Change::CommitmentAnswered, vec![], only(&new, &old)),
            ];
            let rows = rows.into_iter().filter(|row| !row.1.is_empty() || !row.2.is_empty());
            differences.extend(rows.map(|(change, before, after)| {
                Difference::new(change, commitment, Some("evidence"), before, after)
            }));
        }
        differences.sort_by(|a, b| a.id.cmp(&b.id));
        differences
    }

    /// The records that only one of the two names.
    fn named<T: Record>(
        &self,
        records: &[T],
        cited: impl Fn(&T) -> Vec<Citation>,
    ) -> Vec<Difference> {
        let mut differences = self.one_sided(records, "sources", cited);
        differences.sort_by(|a, b| a.id.cmp(&b.id));
        differences
    }

    fn one_sided<T: Record>(
        &self,
        records: &[T],
        field: &str,
        cited: impl Fn(&T) -> Vec<Citation>,
    ) -> Vec<Difference> {
        let difference = |record: &T| {
            let cited = cited(record);
            let row = |change, before, after| {
                Some(Difference::new(change, record, Some(field), before, after))
            };
            let (before, after) = (self.cite(&cited, self.old), self.cite(&cited, self.new));
            match (before.is_empty(), after.is_empty()) {
                (false, true) => row(Change::NoLongerReported, before, after),
                (true, false) => row(Change::NewlyReported, before, after),
                _ => None,
            }
        };
        records.iter().filter_map(difference).collect()
    }

    /// The citations of a document, in the order of its paragraphs.
    fn cite(&self, cited: &[Citation], document: &Id<Document>) -> Vec<String> {
        let mut cited: Vec<&Citation> = cited.iter().filter(|c| c.document == *document).collect();
        cited.sort_by_key(|citation| citation.order());
        cited.dedup();
        cited.into_iter().map(|citation| self.dataset.cite(citation)).collect()
    }
}

/// What the reports of one document say of a programme, whichever of its paragraphs says it, each once.
fn said_by(facts: &[Fact], document: &Id<Document>) -> Vec<Fact> {
    let mut seen = BTreeSet::new();
    let by_document =
        |fact: &&Fact| fact.place.as_ref().is_some_and(|(id, _)| id == document.as_str());
    facts
        .iter()
        .filter(by_document)
        .filter(|fact| fact.field != "summary")
        .map(|fact| Fact { place: None, ..fact.clone() })
        .filter(|fact| seen.insert((fact.field.clone(), fact.value.to_string())))
        .collect()
}
