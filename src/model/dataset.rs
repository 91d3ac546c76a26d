//! A whole dataset, with its lookups.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::filed::{self, Joined};
use super::{
    Agency, AnyRecord, Commitment, Document, Evidence, Fields, Id, Kind, List, Party, Pillar,
    Programme, Record, Report, Vocabulary,
};

/// The records of a dataset as they are written: any file of a dataset has this shape, and may hold
/// any of the lists.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// Organisations, bodies and offices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<Agency>,
    /// Policy pillars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pillars: Vec<Pillar>,
    /// Sources and the instruments that they cite.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// Programmes and other activities, joint or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// Commitments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
    /// Reports on programmes in other files; they are added to their programmes on loading.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "filed::in_their_own_list"
    )]
    #[schemars(schema_with = "filed::own_list::<Report>")]
    pub reports: Vec<Report>,
    /// Evidence for commitments in other files; it is added to its commitments on loading.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "filed::in_their_own_list"
    )]
    #[schemars(schema_with = "filed::own_list::<Evidence>")]
    pub evidence: Vec<Evidence>,
}

impl Records {
    /// Adds the records of `other` behind these.
    pub fn append(&mut self, other: Self) {
        let Self { agencies, pillars, documents, programmes, commitments, reports, evidence } =
            other;
        self.agencies.extend(agencies);
        self.pillars.extend(pillars);
        self.documents.extend(documents);
        self.programmes.extend(programmes);
        self.commitments.extend(commitments);
        self.reports.extend(reports);
        self.evidence.extend(evidence);
    }

    /// Puts the reports and the evidence that stand in lists of their own under their records, and says where
    /// each has gone. What names a record that is not there stays where it is.
    pub fn join(&mut self) -> Joined {
        let Self { programmes, commitments, reports, evidence, .. } = self;
        Joined {
            reports: filed::join(reports, programmes, |programme, mut report| {
                report.programme = None;
                programme.reports.push(report);
                programme.reports.len() - 1
            }),
            evidence: filed::join(evidence, commitments, |commitment, mut evidence| {
                evidence.commitment = None;
                commitment.evidence.push(evidence);
                commitment.evidence.len() - 1
            }),
        }
    }

    /// How many items a list has.
    pub fn count(&self, list: List) -> usize {
        match list {
            List::Agencies => self.agencies.len(),
            List::Pillars => self.pillars.len(),
            List::Documents => self.documents.len(),
            List::Programmes => self.programmes.len(),
            List::Commitments => self.commitments.len(),
            List::Reports => self.reports.len(),
            List::Evidence => self.evidence.len(),
        }
    }

    /// How many records there are, of all kinds.
    pub fn len(&self) -> usize {
        Kind::all().iter().map(|kind| self.count(kind.list())).sum()
    }

    /// The records of a kind, in the order of the dataset.
    pub fn of(&self, kind: Kind) -> Vec<&dyn AnyRecord> {
        fn any<T: Record>(records: &[T]) -> Vec<&dyn AnyRecord> {
            records.iter().map(|record| record as &dyn AnyRecord).collect()
        }
        match kind {
            Kind::Agency => any(&self.agencies),
            Kind::Pillar => any(&self.pillars),
            Kind::Document => any(&self.documents),
            Kind::Programme => any(&self.programmes),
            Kind::Commitment => any(&self.commitments),
        }
    }

    /// Every record with its kind and its position among those of its kind.
    pub fn every(&self) -> impl Iterator<Item = ((Kind, usize), &dyn AnyRecord)> {
        Kind::all().iter().flat_map(|kind| {
            let records = self.of(*kind).into_iter().enumerate();
            records.map(|(position, record)| ((*kind, position), record))
        })
    }

    /// The record of a kind at a position.
    pub fn get(&self, kind: Kind, position: usize) -> Option<&dyn AnyRecord> {
        fn any<T: Record>(records: &[T], position: usize) -> Option<&dyn AnyRecord> {
            records.get(position).map(|record| record as &dyn AnyRecord)
        }
        match kind {
            Kind::Agency => any(&self.agencies, position),
            Kind::Pillar => any(&self.pillars, position),
            Kind::Document => any(&self.documents, position),
            Kind::Programme => any(&self.programmes, position),
            Kind::Commitment => any(&self.commitments, position),
        }
    }

    /// Whether there is no record of any kind.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A dataset: records whose ids are unique and whose references all lead somewhere.
#[derive(Debug, Clone)]
pub struct Dataset {
    name: String,
    records: Records,
    /// The fields of every record, once they were asked for.
    fields: OnceLock<Vec<((Kind, usize), Fields)>>,
    index: BTreeMap<Kind, FxHashMap<Box<str>, usize>>,
    unread: Vec<String>,
    whole: Option<String>,
}

impl Dataset {
    /// Takes the records of a dataset; `name` is what it is called in outputs. Where an id is borne by
    /// several records of a kind, it stands for the first.
    pub fn new(name: String, mut records: Records) -> Self {
        records.join();
        let positions = |kind: &Kind| {
            // In reverse, so that the first of several with one id is the one that stays.
            let records = records.of(*kind).into_iter().enumerate().rev();
            (*kind, records.map(|(position, record)| (record.slug().into(), position)).collect())
        };
        let index = Kind::all().iter().map(positions).collect();
        Self { name, records, fields: OnceLock::new(), index, unread: Vec::new(), whole: None }
    }

    /// The same, with sentences about what was not read.
    #[must_use]
    pub fn with_unread(self, unread: Vec<String>) -> Self {
        Self { unread, ..self }
    }

    /// The same without the fields that checks have looked at: they need more memory than the records.
    #[must_use]
    pub fn without_fields(self) -> Self {
        Self { fields: OnceLock::new(), ..self }
    }

    /// What was found with the records and not read, in sentences.
    pub fn unread(&self) -> &[String] {
        &self.unread
    }

    /// The same as a part of another dataset, of which this says how much it has.
    #[must_use]
    pub fn part_of(self, whole: Option<String>) -> Self {
        Self { whole, ..self }
    }

    /// How much the dataset has of which this is a part, if it is one: what a part leaves out is not silence.
    pub fn whole(&self) -> Option<&str> {
        self.whole.as_deref()
    }

    /// What the dataset is called: `embedded`, or the name of its file or folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All records, as they are written.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The fields of every record, with its kind and its position among those of its kind.
    pub fn fields(&self) -> &[((Kind, usize), Fields)] {
        let every = self.records.every();
        self.fields.get_or_init(|| every.map(|(at, record)| (at, record.fields())).collect())
    }

    /// The record with this id.
    pub fn get<T: Record>(&self, id: &Id<T>) -> Option<&T> {
        self.find(id.as_str())
    }

    /// The record of kind `T` whose id is exactly `slug`.
    pub fn find<T: Record>(&self, slug: &str) -> Option<&T> {
        T::all(&self.records).get(self.position(T::KIND, slug)?)
    }

    /// The record of a kind whose id is exactly `slug`.
    pub fn record(&self, kind: Kind, slug: &str) -> Option<&dyn AnyRecord> {
        self.records.get(kind, self.position(kind, slug)?)
    }

    /// The position of the record with this id among those of its kind.
    pub fn position(&self, kind: Kind, slug: &str) -> Option<usize> {
        self.index.get(&kind)?.get(slug).copied()
    }

    /// What stands for a record in a cell: an agency by its acronym or name, a document by its symbol,
    /// any other by its id.
    pub fn label<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        match kind {
            Kind::Agency => self.find(id).map_or(id, Agency::label),
            Kind::Document => self.find(id).map_or(id, Document::label),
            Kind::Pillar | Kind::Programme | Kind::Commitment => id,
        }
    }

    /// The same, by an id that knows its kind.
    pub fn label_of<'a, T: Record>(&'a self, id: &'a Id<T>) -> &'a str {
        self.label(T::KIND, id.as_str())
    }

    /// What stands for somebody who makes a commitment or is called upon.
    pub fn party_name<'a>(&'a self, party: &'a Party) -> &'a str {
        match party {
            Party::Group(group) => group.name(),
            Party::Agency(id) => self.label_of(id),
        }
    }
}
