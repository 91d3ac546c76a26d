//! Counts of programmes.

mod commitments;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Agency, Country, Dataset, Document, Id, Pillar, ProgrammeKind, Report, Role, Vocabulary, fold,
    snake, vocabulary,
};

pub use commitments::{CommitmentDimension, commitment_counts, commitment_figures};
use reader::Reader;

use super::{FoundProgramme, ProgrammeFilter, on_filing};

vocabulary! {
    /// What programmes can be counted by.
    pub enum Dimension {
        /// The pillar that they are filed under.
        Pillar,
        /// The agencies that take part, in any role.
        Agency,
        /// The countries in which the work is done.
        Country,
        /// The regions in which the work is done, those of M49 with the countries in them.
        Region,
        /// Their kind.
        Kind,
        /// The documents that report them.
        Document,
        /// The roles in which somebody takes part.
        Role,
    }
}

/// One value of a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category<'a> {
    /// A pillar.
    Pillar(&'a Id<Pillar>),
    /// An agency.
    Agency(&'a Id<Agency>),
    /// A country.
    Country(Country),
    /// A region: one of the standard M49, or a name that the dataset has beside these, as it first spells it.
    Region(&'a str),
    /// A kind of programme.
    Kind(ProgrammeKind),
    /// A document.
    Document(&'a Id<Document>),
    /// A role.
    Role(Role),
    /// That the reports give a number of them and name none.
    NumberOnly,
    /// That the reports name none.
    NotStated,
}

impl<'a> Category<'a> {
    /// What stands for it in a cell.
    pub fn label(self, dataset: &'a Dataset) -> &'a str {
        match self {
            Self::Agency(id) => dataset.label_of(id),
            Self::Document(id) => dataset.label_of(id),
            Self::Country(country) => country.name(),
            Self::NumberOnly => "number of countries given, none named",
            Self::NotStated => "not stated",
            value => value.key(),
        }
    }

    /// What distinguishes it from every other value of its dimension.
    pub fn key(self) -> &'a str {
        match self {
            Self::Pillar(id) => id.as_str(),
            Self::Agency(id) => id.as_str(),
            Self::Country(country) => country.code(),
            Self::Region(region) => region,
            Self::Kind(kind) => kind.word(),
            Self::Document(id) => id.as_str(),
            Self::Role(role) => role.word(),
            Self::NumberOnly => "number-only",
            Self::NotStated => "none",
        }
    }
}

/// How many programmes have each value of a dimension.
///
/// Each programme is counted once for each value that it has, and under [`Category::NotStated`] or
/// [`Category::NumberOnly`] where it has none:
/// no programme is missing, and the counts of a dimension of which a programme can have several values sum to
/// more than the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally<'a> {
    /// How many programmes there are: the whole that shares are of.
    pub whole: usize,
    /// The values of the second dimension, where there is one.
    pub across: Vec<Category<'a>>,
    /// The headings of their columns: each differs from the others and from the name of the first dimension,
    /// `programmes`, `joint`, `planned`, `share`, `of` and `note`.
    pub headings: Vec<String>,
    /// The values of the first: pillars by number, others by how many programmes they have.
    pub counts: Vec<Count<'a>>,
}

/// How many programmes have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<'a> {
    /// The value.
    pub value: Category<'a>,
    /// What stands for the value in a cell; no two are the same.
    pub label: String,
    /// The programmes that have it.
    pub programmes: usize,
    /// Those of them for which one document names two or more agencies.
    pub joint: usize,
    /// Those of them that are only announced.
    pub planned: usize,
    /// Why there are none, if the reason lies in the data.
    pub note: Option<String>,
    /// All programmes that were counted.
    pub of: usize,
    /// Of these, the programmes that have each value of the second dimension.
    pub across: Vec<usize>,
}

impl<'a> Tally<'a> {
    /// Counts the programmes that match a filter, by one dimension or across two.
    ///
    /// A programme has two values together when the filter that names both would find it: an agency and a
    /// role when the agency has that role, a document and anything when the document reports it. A
    /// value is together with [`Category::NotStated`] where it is together with no other: a document that names
    /// no agency has none stated, whatever another document names. So the first dimension across the second
    /// and the second across the first are one matrix, turned.
    pub fn new(
        filter: &ProgrammeFilter,
        by: Dimension,
        across: Option<Dimension>,
        dataset: &'a Dataset,
    ) -> Self {
        let found = filter.find(dataset);
        let of_documents = by == Dimension::Document || across == Some(Dimension::Document);
        let reader = Reader::new(of_documents || filter.names_reports(), dataset);
        let mut rows = Totals::default();
        let mut having: BTreeMap<Category<'a>, Vec<FoundProgramme<'a>>> = BTreeMap::new();
        let mut columns = Totals::default();
        let mut cells: BTreeMap<(Category<'a>, Category<'a>), usize> = BTreeMap::new();
        if filter.pillars.is_empty() {
            let pillars = || dataset.records().pillars.iter().map(|p| (Category::Pillar(&p.id), 0));
            rows.extend(pillars().filter(|_| by == Dimension::Pillar));
            columns.extend(pillars().filter(|_| across == Some(Dimension::Pillar)));
        }
        for found in &found {
            let reports = of_documents.then(|| filter.document_by_document(found, dataset));
            let reports = reports.as_ref().unwrap_or(&found.reports);
            let values = match across {
                None => reader.stated(found, reports, by),
                Some(across) => {
                    let pairs = reader.pairs(found, reports, (by, across));
                    pairs.iter().for_each(|pair| *cells.entry(*pair).or_default() += 1);
                    let others: BTreeSet<Category<'a>> = pairs.iter().map(|pair| pair.1).collect();
                    others.into_iter().for_each(|value| *columns.entry(value).or_default() += 1);
                    pairs.into_iter().map(|pair| pair.0).collect()
                }
            };
            for value in values {
                *rows.entry(value).or_default() += 1;
                having.entry(value).or_default().push(under(found, reports, value));
            }
        }
        let across: Vec<Category<'a>> =
            ordered(columns, dataset).into_iter().map(|(v, _)| v).collect();
        let rows = ordered(rows, dataset);
        let values: Vec<Category<'a>> = rows.iter().map(|(value, _)| *value).collect();
        let count = |((value, programmes), label)| {
            let cell = |other: &Category<'a>| cells.get(&(value, *other)).copied().unwrap_or(0);
            let having = || having.get(&value).into_iter().flatten();
            let note = match value {
                Category::Pillar(id) => on_filing(id, &found, dataset),
                _ => None,
            };
            let joint = having().filter(|found| found.is_joint()).count();
            let planned = having().filter(|found| found.is_planned()).count();
            let (of, across) = (found.len(), across.iter().map(cell).collect());
            Count { value, label, programmes, joint, planned, note, of, across }
        };
        let counts = rows.into_iter().zip(labels(&values, &[], dataset)).map(count).collect();
        let taken = [by.word(), "programmes", "joint", "planned", "share", "of", "note"];
        let headings = labels(&across, &taken, dataset);
        Self { whole: found.len(), across, headings, counts }
    }
}

/// The programme as it is counted under this value: under a document, by those of its `reports` that count there.
fn under<'a>(
    found: &FoundProgramme<'a>,
    reports: &[&'a Report],
    value: Category<'_>,
) -> FoundProgramme<'a> {
    let found = found.clone();
    match value {
        Category::Document(id) => {
            FoundProgramme { reports: reports.to_vec(), ..found }.in_document(id)
        }
        _ => found,
    }
}

/// The label of each value, with its id or code behind it as long as it would be `taken` or stand for two.
fn labels(values: &[Category<'_>], taken: &[&str], dataset: &Dataset) -> Vec<String> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        *uses.entry(snake(value.label(dataset))).or_default() += 1;
    }
    let mut seen: BTreeSet<String> = taken.iter().map(|name| snake(name)).collect();
    let mut is_free = |name: String| uses.get(&name).is_none_or(|n| *n == 1) && seen.insert(name);
    let label = |value: &Category<'_>| {
        let mut label = value.label(dataset).to_owned();
        while !is_free(snake(&label)) {
            label = format!("{label} ({})", value.key());
        }
        label
    };
    values.iter().map(label).collect()
}

type Totals<'a> = BTreeMap<Category<'a>, usize>;

/// Pillars by number, other values by how many programmes they have and then by label; those that are not
/// stated last.
fn ordered<'a>(totals: Totals<'a>, dataset: &'a Dataset) -> Vec<(Category<'a>, usize)> {
    let mut ordered: Vec<(Category<'a>, usize)> = totals.into_iter().collect();
    ordered.sort_by_cached_key(|(value, programmes)| {
        let number = match value {
            Category::Pillar(id) => {
                dataset.get(id).map_or(usize::MAX, |pillar| pillar.number.into())
            }
            _ => usize::MAX - programmes,
        };
        let missing = matches!(value, Category::NumberOnly | Category::NotStated);
        (missing.then_some(*value), number, fold(value.label(dataset)))
    });
    ordered
}
