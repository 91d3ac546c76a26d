//! What must hold in a dataset beyond its form: a table of plain rules.

mod agency;
mod commitment;
mod document;
mod name;
mod programme;
mod value;

use crate::diagnostic::{Code, Fault, Faults, Place, Severity};
use crate::model::{AnyRecord, Commitment, Dataset, Document, Id, Kind, Programme, Record, Step};

/// What a rule goes over, and the rule: it finds everything that breaks it.
enum Over {
    Dataset(fn(&Dataset, &mut Collector<'_>)),
    /// Each record of every kind.
    Record(fn(&dyn AnyRecord, &mut Collector<'_>)),
    Document(fn(&Document, &mut Collector<'_>)),
    Programme(fn(&Programme, &mut Collector<'_>)),
    Commitment(fn(&Commitment, &mut Collector<'_>)),
}

/// The rules, each with the code of what breaks it.
const RULES: &[(Code, Over)] = &[
    (Code::SharedName, Over::Dataset(name::shared_names)),
    (Code::NeedlessAlias, Over::Record(name::needless_aliases)),
    (Code::Circular, Over::Dataset(agency::parents_in_a_circle)),
    (Code::UnusedAgency, Over::Dataset(agency::unused_agencies)),
    (Code::Unsourced, Over::Programme(programme::without_reports)),
    (Code::Circular, Over::Dataset(programme::wholes_in_a_circle)),
    (Code::DateAfterDocument, Over::Programme(programme::reports_dated_after_their_document)),
    (Code::SingleParticipant, Over::Programme(programme::single_participants)),
    (Code::NeedlessExcuse, Over::Programme(programme::needless_reasons)),
    (Code::RepeatedReport, Over::Programme(programme::repeated_reports)),
    (Code::MissingSummary, Over::Programme(programme::missing_summaries)),
    (Code::RepeatedValue, Over::Programme(programme::second_pillars_that_are_the_first)),
    (Code::Unsourced, Over::Commitment(commitment::without_source)),
    (Code::EvidenceTooOld, Over::Commitment(commitment::evidence_older_than_the_commitment)),
    (Code::EvidenceWithoutReport, Over::Commitment(commitment::evidence_without_report)),
    (Code::LinkWithoutReason, Over::Commitment(commitment::links_without_reason)),
    (Code::LinkedCompletion, Over::Commitment(commitment::completions_that_no_source_states)),
    (Code::Circular, Over::Dataset(commitment::repetitions_in_a_circle)),
    (Code::RepeatsLater, Over::Commitment(commitment::repetitions_of_what_is_not_older)),
    (Code::ChangeWithoutWords, Over::Commitment(commitment::changes_without_words)),
    (Code::ParagraphBeyondEnd, Over::Dataset(document::paragraphs_beyond_the_end)),
    (Code::OddParagraph, Over::Dataset(document::odd_paragraphs)),
    (Code::BadSection, Over::Document(document::sections_out_of_order)),
    (Code::UncitedParagraph, Over::Dataset(document::uncited_paragraphs)),
    (Code::NeedlessExcuse, Over::Dataset(document::needless_excuses)),
    (Code::VagueEdition, Over::Document(document::vague_editions)),
    (Code::UnknownField, Over::Dataset(value::unknown_fields)),
    (Code::RepeatedValue, Over::Record(value::repeated_values)),
    (Code::Placeholder, Over::Record(value::placeholders)),
    (Code::ToReview, Over::Record(value::open_decisions)),
];

/// What can only be told where every record could be read.
const OF_ALL: [Code; 3] = [Code::UnusedAgency, Code::UncitedParagraph, Code::EvidenceWithoutReport];

/// What is done about a value that stands twice.
const DELETE_ONE: &str = "delete one of the two, or correct it";

/// What the rules find in a dataset, and whether there is more; `is_whole` if every record could be read.
pub fn check(dataset: &Dataset, is_whole: bool) -> (Vec<Fault>, bool) {
    let faults = apply(dataset, is_whole, |_| true);
    let is_cut = faults.is_cut();
    (faults.into_vec(), is_cut)
}

/// The errors among that: what must not be in a dataset that is used.
pub fn errors(dataset: &Dataset, is_whole: bool) -> Vec<Fault> {
    apply(dataset, is_whole, |code| code.severity() == Severity::Error).into_vec()
}

fn apply(dataset: &Dataset, is_whole: bool, is_wanted: impl Fn(Code) -> bool) -> Faults {
    let is_told = |code| (is_whole || !OF_ALL.contains(&code)) && is_wanted(code);
    let mut faults = Faults::default();
    for (code, rule) in RULES.iter().filter(|(code, _)| is_told(*code)) {
        let faults = &mut faults;
        let mut found = Collector { dataset, code: *code, at: (Kind::Agency, 0), faults };
        match rule {
            Over::Dataset(find) => find(dataset, &mut found),
            Over::Record(find) => {
                dataset.records().every().for_each(|(at, record)| find(record, found.at(at)));
            }
            Over::Document(find) => each(&mut found, *find),
            Over::Programme(find) => each(&mut found, *find),
            Over::Commitment(find) => each(&mut found, *find),
        }
    }
    faults
}

fn each<'d, T: Record>(found: &mut Collector<'d>, find: fn(&T, &mut Collector<'_>)) {
    for (position, record) in T::all(found.dataset.records()).iter().enumerate() {
        find(record, found.at((T::KIND, position)));
    }
}

/// Gathers what the rules find.
struct Collector<'d> {
    dataset: &'d Dataset,
    /// The code of the rule that is applied.
    code: Code,
    /// The record that is looked at.
    at: (Kind, usize),
    faults: &'d mut Faults,
}

impl Collector<'_> {
    /// Goes to the record of a kind at a position.
    fn at(&mut self, at: (Kind, usize)) -> &mut Self {
        self.at = at;
        self
    }

    /// Something is wrong at `path` in the record.
    fn add(&mut self, path: &[Step], message: impl Into<String>, help: &str) {
        self.faults.add(Fault::new(self.code, self.place(path), message).help(help));
    }

    /// The same, with another place that has a part in it.
    fn add_pair(&mut self, path: &[Step], other: Place, message: String, help: &str) {
        let fault = Fault::new(self.code, self.place(path), message).help(help);
        self.faults.add(Fault { other: Some(other), ..fault });
    }

    fn place(&self, path: &[Step]) -> Place {
        Place::Item(self.at.0.list(), self.at.1, path.to_vec())
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
