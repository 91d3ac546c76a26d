//! What must hold in a dataset beyond its form: a table of plain rules.

mod agency;
mod citation;
mod commitment;
mod document;
mod external;
mod name;
mod programme;
mod repeat;
mod review;

use std::collections::HashMap;

use crate::diagnostic::{Code, Fault, Faults, Place, Severity};
use crate::model::{Dataset, Kind, Step};

/// A rule.
pub struct Rule {
    /// Finds everything that breaks it.
    find: fn(&Dataset, &mut Found),
    /// How bad that is.
    severity: Severity,
    /// Whether it can only be applied where every record could be read.
    of_all: bool,
}

const fn error(find: fn(&Dataset, &mut Found)) -> Rule {
    Rule { find, severity: Severity::Error, of_all: false }
}

const fn warning(find: fn(&Dataset, &mut Found)) -> Rule {
    Rule { find, severity: Severity::Warning, of_all: false }
}

const fn warning_of_all(find: fn(&Dataset, &mut Found)) -> Rule {
    Rule { find, severity: Severity::Warning, of_all: true }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    warning(name::shared_among_agencies),
    warning(name::shared_among_pillars),
    warning(name::shared_among_documents),
    warning(name::shared_former_ids),
    warning(agency::needless_aliases),
    error(agency::parents_in_a_circle),
    warning_of_all(agency::unused_agencies),
    error(programme::without_reports),
    error(programme::wholes_in_a_circle),
    error(programme::reports_dated_after_their_document),
    warning(programme::single_participants),
    warning(programme::repeated_reports),
    error(commitment::without_source),
    error(commitment::evidence_older_than_the_commitment),
    error(commitment::evidence_without_report),
    error(commitment::links_without_reason),
    error(commitment::completions_that_no_source_states),
    error(commitment::repetitions_in_a_circle),
    error(commitment::repetitions_of_what_is_not_older),
    error(commitment::changes_without_words),
    error(document::paragraphs_beyond_the_end),
    warning(document::odd_paragraphs),
    error(document::sections_out_of_order),
    warning_of_all(document::uncited_paragraphs),
    warning(document::needless_excuses),
    warning(document::vague_editions),
    error(external::unknown_fields),
    warning(repeat::repeated_values),
    warning(review::open_decisions),
    warning(review::missing_summaries),
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
    let mut found = Found::default();
    for rule in rules.filter(|rule| is_whole || !rule.of_all) {
        (rule.find)(dataset, &mut found);
    }
    found.faults
}

/// Gathers what the rules find.
#[derive(Default)]
pub struct Found {
    faults: Faults,
}

impl Found {
    /// Something is wrong at `path` in the record of `kind` at `position`.
    fn add(
        &mut self,
        code: Code,
        (kind, position): (Kind, usize),
        path: &[Step],
        message: impl Into<String>,
        help: &str,
    ) -> Option<&mut Fault> {
        let place = Place::Record(kind, position, path.to_vec());
        self.faults.add(Fault::new(code, place, message).help(help))
    }
}

/// The records that are, through `above`, above themselves: the first of each circle.
fn circles<'a>(ids: &[&'a str], above: impl Fn(usize) -> Option<&'a str>) -> Vec<usize> {
    let positions: HashMap<&str, usize> = ids.iter().copied().zip(0..).collect();
    let up = |position: usize| above(position).and_then(|id| positions.get(id).copied());
    // Of each record, the walk upwards from which it was first reached.
    let mut reached = vec![usize::MAX; ids.len()];
    let mut circles = Vec::new();
    for start in 0..ids.len() {
        let mut at = Some(start);
        while let Some(position) = at {
            if reached[position] != usize::MAX {
                if reached[position] == start {
                    circles.push(position);
                }
                break;
            }
            reached[position] = start;
            at = up(position);
        }
    }
    circles
}
