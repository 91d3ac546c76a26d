//! What must hold in a dataset beyond its form: a table of plain rules.

mod commitment;
mod document;
mod name;
mod programme;
mod value;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Fault, Faults, Place, Severity, shown};
use crate::model::{
    Agency, Commitment, Dataset, Fields, Id, Kind, Programme, Record, Report, Step, label_key,
};

/// Finds everything that breaks a rule.
type Rule = fn(&mut Collector<'_>);

/// The rules, each with the code of what breaks it.
const RULES: &[(Code, Rule)] = &[
    (Code::SharedName, name::shared_names),
    (Code::Circular, |it| it.circles("parent", |it: &Agency, nth| it.parent.iter().nth(nth))),
    (Code::UnusedAgency, programme::unused_agencies),
    (Code::Circular, |it| it.circles("part_of", |it: &Programme, nth| it.part_of.iter().nth(nth))),
    (Code::DateAfterDocument, |it| it.each(programme::reports_dated_after_their_document)),
    (Code::OddDate, |it| it.each(commitment::dates_before_the_instrument)),
    (Code::SingleParticipant, |it| it.each(programme::single_participants)),
    (Code::NeedlessExcuse, |it| it.each(programme::needless_reasons)),
    (Code::RepeatedReport, |it| it.each(programme::repeated_reports)),
    (Code::RepeatedReport, |it| it.each(commitment::repeated_evidence)),
    (Code::OddRegion, |it| it.every(programme::regions_that_are_none)),
    (Code::OtherOffice, |it| it.each(programme::offices_of_others)),
    (Code::MissingSummary, |it| it.each(programme::missing_summaries)),
    (Code::RepeatedValue, |it| it.each(programme::second_pillars_that_are_the_first)),
    (Code::Unsourced, |it| it.every(value::without_source)),
    (Code::EvidenceTooOld, |it| it.each(commitment::evidence_older_than_the_commitment)),
    (Code::EvidenceWithoutReport, |it| it.each(commitment::evidence_without_report)),
    (Code::LinkWithoutReason, |it| it.each(commitment::links_without_reason)),
    (Code::LinkedCompletion, |it| it.each(commitment::completions_that_no_source_states)),
    (Code::Circular, |it| {
        it.circles("repeats", |it: &Commitment, nth| Some(&it.repeats.get(nth)?.commitment));
    }),
    (Code::RepeatsLater, |it| it.each(commitment::repetitions_of_what_is_not_older)),
    (Code::ChangeWithoutWords, |it| it.each(commitment::changes_without_words)),
    (Code::ParagraphBeyondEnd, document::paragraphs_beyond_the_end),
    (Code::OddParagraph, document::odd_paragraphs),
    (Code::UnreadParagraph, document::words_for_no_paragraph),
    (Code::BadSection, |it| it.each(document::sections_out_of_order)),
    (Code::BadSection, |it| it.every(document::ranges_that_are_none)),
    (Code::FiledOtherwise, |it| {
        it.each(|record: &Programme, it| {
            let places = record.reports.iter().map(Report::citation);
            document::filed_under_another_heading(record.filed_by, &record.pillar, places, it);
        });
        it.each(|record: &Commitment, it| {
            let places = record.sources.iter().cloned();
            document::filed_under_another_heading(record.filed_by, &record.pillar, places, it);
        });
    }),
    (Code::UncitedParagraph, document::uncited_paragraphs),
    (Code::NeedlessExcuse, document::needless_excuses),
    (Code::VagueEdition, |it| it.each(document::vague_editions)),
    (Code::UnknownField, |it| it.every(value::unknown_fields)),
    (Code::RepeatedValue, |it| it.every(value::repeated_values)),
    (Code::Placeholder, |it| it.every(value::placeholders)),
    (Code::ToReview, |it| it.every(value::open_decisions)),
];

/// Codes that are checked only if every record could be read.
const OF_ALL: [Code; 3] = [Code::UnusedAgency, Code::UncitedParagraph, Code::EvidenceWithoutReport];

/// The help for a repeated value.
const DELETE_ONE: &str = "delete one of the two, or correct it";

/// What the rules find in a dataset; `is_whole` if every record could be read.
pub fn check(dataset: &Dataset, is_whole: bool) -> Faults {
    apply(dataset, is_whole, |_| true)
}

/// The errors among that: what must not be in a dataset that is used.
pub fn errors(dataset: &Dataset, is_whole: bool) -> Vec<Fault> {
    apply(dataset, is_whole, |code| code.severity() == Severity::Error).kept
}

fn apply(dataset: &Dataset, is_whole: bool, is_wanted: impl Fn(Code) -> bool) -> Faults {
    let is_applied = |code| (is_whole || !OF_ALL.contains(&code)) && is_wanted(code);
    let mut faults = Faults::default();
    for (code, rule) in RULES.iter().filter(|(code, _)| is_applied(*code)) {
        let faults = &mut faults;
        rule(&mut Collector { dataset, code: *code, at: (Kind::Agency, 0), faults });
    }
    faults
}

/// Gathers what the rules find.
struct Collector<'d> {
    dataset: &'d Dataset,
    /// The code of the rule that is applied.
    code: Code,
    /// The current record.
    at: (Kind, usize),
    faults: &'d mut Faults,
}

impl Collector<'_> {
    /// Applies a rule to every record of a kind.
    fn each<T: Record>(&mut self, rule: fn(&T, &mut Collector<'_>)) {
        for (position, record) in T::all(self.dataset.records()).iter().enumerate() {
            rule(record, self.at((T::KIND, position)));
        }
    }

    /// Applies a rule to every record of all kinds.
    fn every(&mut self, rule: fn(&Fields, &mut Collector<'_>)) {
        self.dataset.fields().iter().for_each(|(at, fields)| rule(fields, self.at(*at)));
    }

    /// Finds each record that refers back to itself through this key.
    fn circles<T: Record>(&mut self, key: &'static str, named: fn(&T, usize) -> Option<&Id<T>>) {
        let records = T::all(self.dataset.records());
        // Of each record, whether the walk to those that it names has not begun, goes on, or is over.
        let mut walked = vec![None; records.len()];
        for start in 0..records.len() {
            let mut path = vec![(start, 0)];
            while let Some((at, next)) = path.pop() {
                let id = named(&records[at], next);
                walked[at] = Some(id.is_none());
                let Some(id) = id else { continue };
                path.push((at, next + 1));
                match self.dataset.position(T::KIND, id.as_str()).map(|to| (to, walked[to])) {
                    Some((to, None)) => path.push((to, 0)),
                    Some((_, Some(false))) => {
                        let id = shown(id.as_str());
                        let message = format!("`{id}` refers back to itself through `{key}`");
                        let help = "remove one of these references";
                        self.at((T::KIND, at)).add(&steps!(key, next), message, help);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Finds each place that stands a second time in a list of reports or evidence: of what it is, document and
    /// paragraph.
    fn repeated<'p>(
        &mut self,
        list: &'static str,
        another: &str,
        places: impl Iterator<Item = (&'p str, &'p str, &'p str)>,
        help: &str,
    ) {
        let path = |item: usize| steps!(list, item, "paragraph");
        let mut seen = BTreeMap::new();
        for (i, (of, document, paragraph)) in places.enumerate() {
            let first = *seen.entry((of, document, label_key(paragraph))).or_insert(i);
            if first != i {
                let [document, paragraph] = [document, paragraph].map(shown);
                let message =
                    format!("{another} cites the same paragraph {paragraph} of `{document}`");
                let other = self.place(&path(first));
                self.add_pair(&path(i), other, message, help);
            }
        }
    }

    /// Adds each item of a list that is wrong, at one of its keys.
    fn items<T>(
        &mut self,
        (list, key): (&'static str, &'static str),
        items: &[T],
        is_wrong: impl Fn(&T) -> bool,
        (message, help): (&str, &str),
    ) {
        for (i, _) in items.iter().enumerate().filter(|(_, item)| is_wrong(item)) {
            self.add(&steps!(list, i, key), message, help);
        }
    }

    /// Goes to the record of a kind at a position.
    fn at(&mut self, at: (Kind, usize)) -> &mut Self {
        self.at = at;
        self
    }

    /// Something is wrong at `path` in the record.
    fn add(&mut self, path: &[Step], message: impl Into<String>, help: &str) {
        self.faults.add(Fault::new(self.code, self.place(path), message).help(help));
    }

    /// The same, with a second place that is involved.
    fn add_pair(&mut self, path: &[Step], other: Place, message: String, help: &str) {
        let fault = Fault::new(self.code, self.place(path), message).help(help);
        self.faults.add(fault.with(other));
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
