//! What two documents of one dataset say differently.

use std::collections::BTreeSet;

use crate::model::{
    Agency, Citation, Commitment, Content, Dataset, Document, Fields, Id, List, Programme,
    ReadParagraphs, Record, Report,
};

use super::super::wording;
use super::compare::{Between, compare};
use super::facts::{Fact, Reader, key};
use super::identity::Identity;
use super::{Change, Difference};

/// What two documents say differently: of the programmes that both report; which programmes only one of
/// them reports; which agencies only one of them names; which commitments and documents only one of them
/// cites; and which commitments only one of them answers, by whatever evidence.
///
/// Each kind is in the order of its ids. Of summaries it is said that they differ, in the words of both. What has no
/// counterpart that was read is not compared.
pub fn documents(dataset: &Dataset, old: &Id<Document>, new: &Id<Document>) -> Vec<Difference> {
    let excepted = dataset.comparison(old, new).into_iter().flat_map(|it| &it.except);
    let excepted = ReadParagraphs::of(excepted.map(|range| &**range));
    let sides = Sides { dataset, old, new, excepted };
    let read = dataset.documents_read();
    let is_read = [old, new].map(|document| read.contains(document));
    let mut kinds = [sides.programmes(), sides.commitments(), sides.agencies(), sides.documents()];
    kinds.iter_mut().for_each(|rows| not_compared(rows, is_read, |_| false));
    kinds.iter_mut().for_each(|rows| rows.sort_by(|a, b| a.id.cmp(&b.id)));
    kinds.concat()
}

/// The field under which a document names a record, and the changes where only the old one does, or only the
/// new one.
type Changes = (&'static str, Change, Change);

const REPORTED: Changes = ("reports", Change::NotReportedAgain, Change::NewlyReported);
const NAMED: Changes = ("sources", Change::NotReportedAgain, Change::NewlyReported);
const CITED: Changes = ("sources", Change::NotCitedAgain, Change::NewlyCited);

struct Sides<'a> {
    dataset: &'a Dataset,
    old: &'a Id<Document>,
    new: &'a Id<Document>,
    /// The paragraphs of the old document whose counterpart has not been read in the new one.
    excepted: ReadParagraphs,
}

impl Sides<'_> {
    fn programmes(&self) -> Vec<Difference> {
        let identity = Identity::default();
        let programmes = &self.dataset.records().programmes;
        let reader = Reader { dataset: self.dataset, identity: &identity };
        let mut differences = self.one_sided(programmes, REPORTED, |programme: &Programme| {
            programme.reports.iter().map(|report| report.citation()).collect()
        });
        for programme in programmes {
            let facts = reader.facts(programme);
            let (old, new) = (reported_by(&facts, self.old), reported_by(&facts, self.new));
            if !old.is_empty() && !new.is_empty() {
                differences.extend(compare(Between::Documents, programme, &old, &new));
                differences.extend(self.summaries(programme));
            }
        }
        differences
    }

    /// The summaries of a programme that only one of the two has, where each has one that the other has not.
    fn summaries(&self, programme: &Programme) -> Option<Difference> {
        let of = |document: &Id<Document>| {
            let reports = programme.reports.iter().filter(|report| report.document == *document);
            reports.collect::<Vec<&Report>>()
        };
        let (old, new) = (of(self.old), of(self.new));
        let only = |reports: &[&Report], others: &[&Report]| -> Vec<String> {
            let own = |report: &&&Report| !others.iter().any(|o| o.summary == report.summary);
            let said = |report: &&Report| {
                let summary = report.summary.as_ref()?;
                Some(format!("{summary} ({})", self.dataset.cite(&report.citation())))
            };
            reports.iter().filter(own).filter_map(said).collect()
        };
        let (before, after) = (only(&old, &new), only(&new, &old));
        (!before.is_empty() && !after.is_empty()).then(|| {
            Difference::new(Change::WordedOtherwise, programme, Some("summary"), before, after)
        })
    }

    fn commitments(&self) -> Vec<Difference> {
        let commitments = &self.dataset.records().commitments;
        let mut differences = self
            .one_sided(commitments, CITED, |commitment: &Commitment| commitment.sources.clone());
        for commitment in commitments {
            let [old, new] =
                [self.old, self.new].map(|document| self.answers(commitment, document));
            let change = match (old.is_empty(), new.is_empty()) {
                (true, false) => Change::EvidenceInNewOnly,
                (false, true) => Change::EvidenceInOldOnly,
                _ => continue,
            };
            differences.push(Difference::new(change, commitment, Some("evidence"), old, new));
        }
        differences
    }

    /// The evidence of a commitment in a document, if the document comes after it.
    fn answers(&self, commitment: &Commitment, document: &Id<Document>) -> Vec<String> {
        let after = self.dataset.get(document).filter(|d| commitment.is_before(d, self.dataset));
        let evidence = commitment.evidence.iter();
        let in_it = evidence.filter(|e| after.is_some_and(|document| document.id == e.document));
        let word = |e| wording(&Content::Fields(Fields::of(e, List::Evidence)), self.dataset);
        let mut shown: Vec<String> = in_it.map(word).collect();
        shown.sort();
        shown
    }

    /// The agencies that only one of the two names.
    fn agencies(&self) -> Vec<Difference> {
        let records = self.dataset.records();
        let (mut places, mut reporting) = (self.dataset.agency_mentions(), BTreeSet::new());
        for report in records.programmes.iter().flat_map(|programme| &programme.reports) {
            for participant in &report.participants {
                for agency in participant.through.iter().chain([&participant.agency]) {
                    places.entry(agency).or_default().push(report.citation());
                    reporting.insert((agency.as_str(), &report.document));
                }
            }
        }
        let cited = |agency: &Agency| places.get(&agency.id).cloned().unwrap_or_default();
        let searched = self.searched(&records.agencies, cited, |agency| &agency.sources);
        let mut rows = self.one_sided(&records.agencies, NAMED, cited);
        // What one document reports of an agency, the other does not report, whomever else it may name.
        not_compared(&mut rows, searched, |row| {
            [self.old, self.new].iter().any(|document| reporting.contains(&(&*row.id, *document)))
        });
        rows
    }

    /// The documents that only one of the two cites; none cites itself.
    fn documents(&self) -> Vec<Difference> {
        let documents = &self.dataset.records().documents;
        let citing = self.dataset.document_citations();
        let cited = |document: &Document| {
            let places = citing.get(&document.id).into_iter().flatten();
            places.filter(|place| place.document != document.id).cloned().collect()
        };
        let searched = self.searched(documents, cited, |document| &document.sources);
        let mut rows = self.one_sided(documents, CITED, cited);
        not_compared(&mut rows, searched, |_| false);
        rows
    }

    /// Whether the old document, and the new one, were searched for records that were known before: one of those that
    /// older documents name lists it among its `own` sources, or there are none.
    fn searched<T: Record>(
        &self,
        records: &[T],
        cited: impl Fn(&T) -> Vec<Citation>,
        own: impl Fn(&T) -> &[Citation],
    ) -> [bool; 2] {
        let date = |id: &Id<Document>| self.dataset.get(id).and_then(|document| document.date);
        [self.old, self.new].map(|document| {
            let is_older = |place: &Citation| {
                date(&place.document).zip(date(document)).is_some_and(|(a, b)| a.is_before(b))
            };
            let mut known = records.iter().filter(|record| cited(record).iter().any(is_older));
            let is_listed = |record| own(record).iter().any(|place| place.document == *document);
            let first = known.next();
            first.is_none_or(is_listed) || known.any(is_listed)
        })
    }

    /// The records that only one of the two names.
    fn one_sided<T: Record>(
        &self,
        records: &[T],
        (field, not_again, newly): Changes,
        cited: impl Fn(&T) -> Vec<Citation>,
    ) -> Vec<Difference> {
        let difference = |record: &T| {
            let mut cited = cited(record);
            let row = |change, before, after| {
                Some(Difference::new(change, record, Some(field), before, after))
            };
            let is_excepted = self.is_excepted(&cited);
            if !is_excepted {
                cited.retain(|place| !self.excepts(place));
            }
            let (before, after) = (self.cite(&cited, self.old), self.cite(&cited, self.new));
            match (before.is_empty(), after.is_empty()) {
                (false, true) if is_excepted => row(Change::NotCompared, before, after),
                (false, true) => row(not_again, before, after),
                (true, false) => row(newly, before, after),
                _ => None,
            }
        };
        records.iter().filter_map(difference).collect()
    }

    /// Whether the counterpart of all that the old document says of a record has not been read in the new one.
    fn is_excepted(&self, cited: &[Citation]) -> bool {
        let mut places = cited.iter().filter(|citation| citation.document == *self.old);
        places.all(|place| self.excepts(place))
    }

    /// Whether the counterpart of a place of the old document has not been read in the new one.
    fn excepts(&self, place: &Citation) -> bool {
        place.document == *self.old && self.excepted.holds(&place.paragraph)
    }

    /// The citations of a document, in the order of its paragraphs.
    fn cite(&self, cited: &[Citation], document: &Id<Document>) -> Vec<String> {
        let mut cited: Vec<&Citation> = cited.iter().filter(|c| c.document == *document).collect();
        cited.sort_by_key(|citation| citation.order());
        cited.dedup();
        cited.into_iter().map(|citation| self.dataset.cite(citation)).collect()
    }
}

/// Marks what only one document has as not compared where the other one, the old or the new, was not searched for it,
/// unless it `is_known` to be silent all the same.
fn not_compared(
    rows: &mut [Difference],
    [old, new]: [bool; 2],
    is_known: impl Fn(&Difference) -> bool,
) {
    for row in rows.iter_mut().filter(|row| !is_known(row)) {
        if !(if row.after.is_empty() { new } else { old }) {
            row.change = Change::NotCompared;
        }
    }
}

/// What the reports of one document say of a programme, whichever of its paragraphs says it, each once.
fn reported_by(facts: &[Fact], document: &Id<Document>) -> Vec<Fact> {
    let mut seen = BTreeSet::new();
    let by_document =
        |fact: &&Fact| fact.place.as_ref().is_some_and(|(id, _)| id == document.as_str());
    facts
        .iter()
        .filter(by_document)
        .filter(|fact| fact.field != "summary" && fact.field != "review")
        .map(|fact| Fact { place: None, ..fact.clone() })
        .filter(|fact| seen.insert((fact.field.clone(), key(&fact.value))))
        .collect()
}
