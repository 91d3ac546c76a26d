//! Every reference that a record makes to another, with the path of the value that makes it.

use super::{
    Agency, Citation, Commitment, Document, Id, Kind, Party, Pillar, Programme, Record, Records,
};

/// One step of the path of a value in a file of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

/// A reference: the record at `position` of its list refers, at `path` within it, to the `target` of
/// a kind.
#[derive(Debug)]
pub struct Reference<'a> {
    /// The kind of the record that refers.
    pub from: Kind,
    /// Its position among the records of its kind.
    pub position: usize,
    /// The path of the value within the record.
    pub path: &'a [Step],
    /// The kind of record referred to.
    pub to: Kind,
    /// The id referred to.
    pub target: &'a str,
}

/// Calls `visit` for every reference of every record, in the order of the records.
pub fn for_each_reference(records: &Records, visit: &mut dyn FnMut(Reference<'_>)) {
    each(&records.agencies, visit, Agency::references);
    each(&records.documents, visit, Document::references);
    each(&records.programmes, visit, Programme::references);
    each(&records.commitments, visit, Commitment::references);
}

fn each<T: Record>(
    records: &[T],
    visit: &mut dyn FnMut(Reference<'_>),
    references: fn(&T, &mut Visit<'_>),
) {
    for (position, record) in records.iter().enumerate() {
        references(record, &mut |path, to, target| {
            visit(Reference { from: T::KIND, position, path, to, target });
        });
    }
}

type Visit<'v> = dyn FnMut(&[Step], Kind, &str) + 'v;

fn one<T: Record>(id: &Id<T>, path: &[Step], visit: &mut Visit<'_>) {
    visit(path, T::KIND, id.as_str());
}

fn citations(citations: &[Citation], visit: &mut Visit<'_>) {
    for (i, citation) in citations.iter().enumerate() {
        let path = [Step::Key("sources"), Step::Item(i), Step::Key("document")];
        one(&citation.document, &path, visit);
    }
}

fn parties(parties: &[Party], key: &'static str, visit: &mut Visit<'_>) {
    for (i, party) in parties.iter().enumerate() {
        if let Party::Agency(id) = party {
            one(id, &[Step::Key(key), Step::Item(i)], visit);
        }
    }
}

impl Agency {
    fn references(&self, visit: &mut Visit<'_>) {
        if let Some(parent) = &self.parent {
            one(parent, &[Step::Key("parent")], visit);
        }
        citations(&self.sources, visit);
    }
}

impl Document {
    fn references(&self, visit: &mut Visit<'_>) {
        if let Some(body) = &self.body {
            one(body, &[Step::Key("body")], visit);
        }
        for (i, section) in self.sections.iter().enumerate() {
            if let Some(pillar) = &section.pillar {
                let path = [Step::Key("sections"), Step::Item(i), Step::Key("pillar")];
                one::<Pillar>(pillar, &path, visit);
            }
        }
        let compared = self.coverage.iter().flat_map(|coverage| &coverage.compared);
        for (i, comparison) in compared.enumerate() {
            let [list, item] = [Step::Key("compared"), Step::Item(i)];
            one(&comparison.with, &[Step::Key("coverage"), list, item, Step::Key("with")], visit);
        }
        for (i, place) in self.places.iter().enumerate() {
            let path = [Step::Key("places"), Step::Item(i), Step::Key("document")];
            one(&place.document, &path, visit);
        }
        for (i, cited) in self.cited_as.iter().enumerate() {
            let path = [Step::Key("cited_as"), Step::Item(i), Step::Key("document")];
            one(&cited.document, &path, visit);
        }
        citations(&self.sources, visit);
    }
}

impl Programme {
    fn references(&self, visit: &mut Visit<'_>) {
        one(&self.pillar, &[Step::Key("pillar")], visit);
        for (i, pillar) in self.second_pillars.iter().enumerate() {
            one(pillar, &[Step::Key("second_pillars"), Step::Item(i)], visit);
        }
        if let Some(whole) = &self.part_of {
            one(whole, &[Step::Key("part_of")], visit);
        }
        for (i, report) in self.reports.iter().enumerate() {
            let [list, item] = [Step::Key("reports"), Step::Item(i)];
            one(&report.document, &[list, item, Step::Key("document")], visit);
            for (k, participant) in report.participants.iter().enumerate() {
                let path =
                    [list, item, Step::Key("participants"), Step::Item(k), Step::Key("agency")];
                one(&participant.agency, &path, visit);
                if let Some(office) = &participant.through {
                    let [list, item, participants, k, _] = path;
                    one(office, &[list, item, participants, k, Step::Key("through")], visit);
                }
            }
        }
    }
}

impl Commitment {
    fn references(&self, visit: &mut Visit<'_>) {
        parties(&self.made_by, "made_by", visit);
        parties(&self.addressed_to, "addressed_to", visit);
        if let Some(instrument) = &self.instrument {
            one(instrument, &[Step::Key("instrument")], visit);
        }
        one(&self.pillar, &[Step::Key("pillar")], visit);
        citations(&self.sources, visit);
        for (i, evidence) in self.evidence.iter().enumerate() {
            let [list, item] = [Step::Key("evidence"), Step::Item(i)];
            one(&evidence.programme, &[list, item, Step::Key("programme")], visit);
            one(&evidence.document, &[list, item, Step::Key("document")], visit);
        }
        for (i, repeated) in self.repeats.iter().enumerate() {
            let path = [Step::Key("repeats"), Step::Item(i), Step::Key("commitment")];
            one(&repeated.commitment, &path, visit);
        }
    }
}
