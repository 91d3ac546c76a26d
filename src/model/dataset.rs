//! A whole dataset, with its lookups.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Agency, Citation, Commitment, Document, Id, Party, Pillar, Programme, key};

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
    /// Joint programmes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// Commitments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment>,
}

impl Records {
    /// Adds the records of `other` behind these.
    pub fn append(&mut self, other: Self) {
        append(&mut self.agencies, other.agencies);
        append(&mut self.pillars, other.pillars);
        append(&mut self.documents, other.documents);
        append(&mut self.programmes, other.programmes);
        append(&mut self.commitments, other.commitments);
    }

    /// How many records there are, of all kinds.
    pub fn len(&self) -> usize {
        self.agencies.len()
            + self.pillars.len()
            + self.documents.len()
            + self.programmes.len()
            + self.commitments.len()
    }

    /// Whether there is no record of any kind.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Adds records behind others, without a copy where there are no others.
fn append<T>(records: &mut Vec<T>, mut others: Vec<T>) {
    if records.is_empty() {
        *records = others;
    } else {
        records.append(&mut others);
    }
}

/// The five kinds of record.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// [`Agency`]
    Agency,
    /// [`Pillar`]
    Pillar,
    /// [`Document`]
    Document,
    /// [`Programme`]
    Programme,
    /// [`Commitment`]
    Commitment,
}

impl Kind {
    /// The key of its list in a dataset.
    pub fn list(self) -> &'static str {
        match self {
            Self::Agency => "agencies",
            Self::Pillar => "pillars",
            Self::Document => "documents",
            Self::Programme => "programmes",
            Self::Commitment => "commitments",
        }
    }
}

/// What every kind of record has.
pub trait Record: Sized + 'static {
    /// Its kind.
    const KIND: Kind;
    /// Its id.
    fn id(&self) -> &Id<Self>;
    /// Ids that it had before.
    fn former_ids(&self) -> &[Id<Self>];
    /// What a person calls it.
    fn title(&self) -> &str;
    /// Everything that it goes by beside its id: names, acronyms, former names, aliases, symbols.
    fn known_as(&self) -> Vec<&str>;
    /// The number that people call it by, if it has one.
    fn number(&self) -> Option<u8> {
        None
    }
    /// Everything that it goes by: its id, names, former ids and number, as [`key`] makes them.
    fn keys(&self) -> impl Iterator<Item = String> {
        let ids = [self.id()].into_iter().chain(self.former_ids()).map(Id::as_str);
        let number = self.number().map(|number| number.to_string());
        ids.chain(self.known_as()).map(key).chain(number)
    }
    /// All records of this kind, in the order of the dataset.
    fn all(records: &Records) -> &[Self];
}

/// A dataset: records whose ids are unique and whose references all lead somewhere.
#[derive(Debug, Clone)]
pub struct Dataset {
    name: String,
    records: Records,
    index: BTreeMap<Kind, HashMap<Box<str>, usize>>,
}

impl Dataset {
    /// Takes the records of a dataset; `name` is what it is called in outputs. Where an id is borne by
    /// several records of a kind, it stands for the first.
    pub fn new(name: String, records: Records) -> Self {
        let index = BTreeMap::from([
            positions(&records.agencies),
            positions(&records.pillars),
            positions(&records.documents),
            positions(&records.programmes),
            positions(&records.commitments),
        ]);
        Self { name, records, index }
    }

    /// What the dataset is called: `embedded`, or the name of its file or folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All records, as they are written.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The record with this id.
    pub fn get<T: Record>(&self, id: &Id<T>) -> Option<&T> {
        self.find(id.as_str())
    }

    /// The record of kind `T` whose id is exactly `slug`.
    pub fn find<T: Record>(&self, slug: &str) -> Option<&T> {
        T::all(&self.records).get(self.position(T::KIND, slug)?)
    }

    /// The position of the record with this id among those of its kind.
    pub fn position(&self, kind: Kind, slug: &str) -> Option<usize> {
        self.index.get(&kind)?.get(slug).copied()
    }

    /// The ids of one kind, in no order.
    pub fn ids(&self, kind: Kind) -> impl ExactSizeIterator<Item = &str> {
        self.index.get(&kind).map(HashMap::keys).unwrap_or_default().map(|id| &**id)
    }

    /// What stands for an agency in a cell: its acronym, or its name where it has none.
    pub fn agency_label<'a>(&'a self, id: &'a Id<Agency>) -> &'a str {
        self.get(id).map_or(id.as_str(), Agency::label)
    }

    /// What stands for a document in a cell: its symbol, or its id where it has none.
    pub fn document_label<'a>(&'a self, id: &'a Id<Document>) -> &'a str {
        self.get(id).map_or(id.as_str(), Document::label)
    }

    /// What stands for somebody who makes a commitment or is called upon.
    pub fn party_name<'a>(&'a self, party: &'a Party) -> &'a str {
        match party {
            Party::Group(group) => group.name(),
            Party::Agency(id) => self.agency_label(id),
        }
    }

    /// A citation that can be pasted: `E/CN.7/2020/CRP.5, para. 16`.
    pub fn cite(&self, citation: &Citation) -> String {
        let document = self.document_label(&citation.document);
        let paragraph = &citation.paragraph;
        if paragraph.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{document}, para. {paragraph}")
        } else {
            format!("{document}, {paragraph}")
        }
    }
}

fn positions<T: Record>(records: &[T]) -> (Kind, HashMap<Box<str>, usize>) {
    // In reverse, so that the first of several is the one that stays.
    let ids = records.iter().enumerate().rev();
    (T::KIND, ids.map(|(position, record)| (record.id().as_str().into(), position)).collect())
}
