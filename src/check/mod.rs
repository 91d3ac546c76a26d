//! What must hold in a dataset beyond its form: a table of plain rules.

mod agency;
mod citation;
mod commitment;
mod document;
mod name;
mod programme;
mod value;

use crate::diagnostic::{Code, Fault, Faults, Place, Severity};
use crate::model::{
    AnyRecord, Commitment, Dataset, Document, Id, Kind, Programme, Record, Step, Vocabulary,
};

/// A rule.
struct Rule {
    /// Finds everything that breaks it.
    find: Over,
    /// How bad that is.
    severity: Severity,
    /// Whether it can only be applied where every record could be read.
    of_all: bool,
}

/// What a rule goes over.
enum Over {
    Dataset(fn(&Dataset, &mut Found)),
    /// Each record of every kind.
    Record(fn(&dyn AnyRecord, &mut Found)),
    Document(fn(&Document, &mut Found)),
    Programme(fn(&Programme, &Dataset, &mut Found)),
    Commitment(fn(&Commitment, &Dataset, &mut Found)),
}

const fn error(find: Over) -> Rule {
    Rule { find, severity: Severity::Error, of_all: false }
}

const fn warning(find: Over) -> Rule {
    Rule { find, severity: Severity::Warning, of_all: false }
}

const fn warning_of_all(find: fn(&Dataset, &mut Found)) -> Rule {
    Rule { find: Over::Dataset(find), severity: Severity::Warning, of_all: true }
}

/// What is done about a value that stands twice.
const DELETE_ONE: &str = "delete one of the two, or correct it";

const RULES: &[Rule] = &[
    warning(Over::Dataset(name::shared_names)),
    warning(Over::Record(name::needless_aliases)),
    error(Over::Dataset(agency::parents_in_a_circle)),
    warning_of_all(agency::unused_agencies),
    error(Over::Programme(programme::without_reports)),
    error(Over::Dataset(programme::wholes_in_a_circle)),
    error(Over::Programme(programme::reports_dated_after_their_document)),
    warning(Over::Programme(programme::single_participants)),
    warning(Over::Programme(programme::repeated_reports)),
    warning(Over::Programme(programme::missing_summaries)),
    warning(Over::Programme(programme::second_pillars_that_are_the_first)),
    error(Over::Commitment(commitment::without_source)),
    error(Over::Commitment(commitment::evidence_older_than_the_commitment)),
    error(Over::Commitment(commitment::evidence_without_report)),
    error(Over::Commitment(commitment::links_without_reason)),
    error(Over::Commitment(commitment::completions_that_no_source_states)),
    error(Over::Dataset(commitment::repetitions_in_a_circle)),
    error(Over::Commitment(commitment::repetitions_of_what_is_not_older)),
    error(Over::Commitment(commitment::changes_without_words)),
    error(Over::Dataset(document::paragraphs_beyond_the_end)),
    warning(Over::Dataset(document::odd_paragraphs)),
    error(Over::Document(document::sections_out_of_order)),
    warning_of_all(document::uncited_paragraphs),
    warning(Over::Dataset(document::needless_excuses)),
    warning(Over::Document(document::vague_editions)),
    error(Over::Dataset(value::unknown_fields)),
    warning(Over::Record(value::repeated_values)),
    warning(Over::Record(value::open_decisions)),
];

/// What the rules find in a dataset, and whether there is more; `is_whole` if every record could be read.
pub fn check(dataset: &Dataset, is_whole: bool) -> (Vec<Fault>, bool) {
    let faults = apply(RULES.iter(), dataset, is_whole);
    let is_cut = faults.is_cut();
    (faults.into_vec(), is_cut)
}

/// The errors among that: what must not be in a dataset that is used.
pub fn errors(dataset: &Dataset, is_whole: bool) -> Vec<Fault> {
    let errors = RULES.iter().filter(|rule| rule.severity == Severity::Error);
    apply(errors, dataset, is_whole).into_vec()
}

fn apply<'r>(rules: impl Iterator<Item = &'r Rule>, dataset: &Dataset, is_whole: bool) -> Faults {
    let mut found = Found { faults: Faults::default(), at: (Kind::Agency, 0) };
    for rule in rules.filter(|rule| is_whole || !rule.of_all) {
        match rule.find {
            Over::Dataset(find) => find(dataset, &mut found),
            Over::Record(find) => {
                for (at, record) in every_record(dataset) {
                    find(record, found.at(at));
                }
            }
            Over::Programme(find) => {
                each(dataset, &mut found, |it, found| find(it, dataset, found))
            }
            Over::Commitment(find) => {
                each(dataset, &mut found, |it, found| find(it, dataset, found))
            }
            Over::Document(find) => each(dataset, &mut found, find),
        }
    }
    found.faults
}

fn each<T: Record>(dataset: &Dataset, found: &mut Found, find: impl Fn(&T, &mut Found)) {
    for (position, record) in T::all(dataset.records()).iter().enumerate() {
        find(record, found.at((T::KIND, position)));
    }
}

/// Every record with its kind and its position among those of its kind.
fn every_record(dataset: &Dataset) -> impl Iterator<Item = ((Kind, usize), &dyn AnyRecord)> {
    Kind::all().iter().flat_map(|kind| {
        let records = dataset.records().of(*kind).into_iter().enumerate();
        records.map(|(position, record)| ((*kind, position), record))
    })
}

/// Gathers what the rules find.
struct Found {
    faults: Faults,
    /// The record that is looked at.
    at: (Kind, usize),
}

impl Found {
    /// Goes to the record of a kind at a position.
    fn at(&mut self, at: (Kind, usize)) -> &mut Self {
        self.at = at;
        self
    }

    /// Something is wrong at `path` in the record.
    fn add(&mut self, code: Code, path: &[Step], message: impl Into<String>, help: &str) {
        self.faults.add(Fault::new(code, self.place(path), message).help(help));
    }

    /// The same, with another place that has a part in it.
    fn add_pair(&mut self, code: Code, path: &[Step], other: Place, message: String, help: &str) {
        let fault = Fault::new(code, self.place(path), message).help(help);
        self.faults.add(Fault { other: Some(other), ..fault });
    }

    fn place(&self, path: &[Step]) -> Place {
        Place::Record(self.at.0, self.at.1, path.to_vec())
    }
}

/// The path of a value within its record, of keys and the numbers of items.
macro_rules! steps {
    ($($step:expr),*) => { [$($crate::model::Step::from($step)),*] };
}
use steps;

/// Where records lead back to themselves: the position of the record that closes a circle, which of the records that
/// it names does, and the position of that one, through which the circle was entered.
fn circles<T: Record>(
    dataset: &Dataset,
    named: fn(&T, usize) -> Option<&Id<T>>,
) -> Vec<(usize, usize, usize)> {
    let records = T::all(dataset.records());
    // Of each record, whether the walk to those that it names has not begun, goes on, or is over.
    let mut walked = vec![None; records.len()];
    let mut circles = Vec::new();
    for start in 0..records.len() {
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.pop() {
            let id = named(&records[at], next);
            walked[at] = Some(id.is_none());
            let Some(id) = id else { continue };
            path.push((at, next + 1));
            match dataset.position(T::KIND, id.as_str()).map(|to| (to, walked[to])) {
                Some((to, None)) => path.push((to, 0)),
                Some((to, Some(false))) => circles.push((at, next, to)),
                _ => {}
            }
        }
    }
    circles
}
