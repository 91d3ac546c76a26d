//! What must hold in a dataset beyond its form: a table of plain rules.

mod agency;
mod citation;
mod commitment;
mod document;
mod external;
mod programme;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Dataset, Kind, Step};

/// A rule.
pub struct Rule {
    /// Finds everything that breaks it.
    find: fn(&Dataset, &mut Found),
    /// Whether it asks that something be nowhere, so that it can be judged only when all records are there.
    of_all: bool,
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule { find: agency::shared_names, of_all: false },
    Rule { find: agency::needless_aliases, of_all: false },
    Rule { find: agency::parents_in_a_circle, of_all: false },
    Rule { find: agency::unused_agencies, of_all: true },
    Rule { find: programme::without_reports, of_all: false },
    Rule { find: programme::wholes_in_a_circle, of_all: false },
    Rule { find: programme::reports_dated_after_their_document, of_all: false },
    Rule { find: programme::single_participants, of_all: false },
    Rule { find: commitment::without_source, of_all: false },
    Rule { find: commitment::evidence_older_than_the_commitment, of_all: false },
    Rule { find: commitment::evidence_without_report, of_all: true },
    Rule { find: commitment::links_without_reason, of_all: false },
    Rule { find: commitment::completions_that_no_source_states, of_all: false },
    Rule { find: document::paragraphs_beyond_the_end, of_all: false },
    Rule { find: document::sections_out_of_order, of_all: false },
    Rule { find: document::uncited_paragraphs, of_all: true },
    Rule { find: document::excused_paragraphs_that_are_cited, of_all: false },
    Rule { find: document::vague_editions, of_all: false },
    Rule { find: external::unknown_fields, of_all: false },
];

/// What the rules find in a dataset; those that need all records are left out where it is not complete.
pub fn check(dataset: &Dataset, complete: bool) -> Vec<Diagnostic> {
    let mut found = Found(Vec::new());
    for rule in RULES.iter().filter(|rule| complete || !rule.of_all) {
        (rule.find)(dataset, &mut found);
    }
    found.0
}

/// Gathers what the rules find.
pub struct Found(Vec<Diagnostic>);

impl Found {
    /// Something is wrong at `path` in the record of `kind` at `position`.
    fn add(
        &mut self,
        code: Code,
        (kind, position): (Kind, usize),
        path: &[Step],
        message: String,
        help: &str,
    ) {
        let place = Place::Record(kind, position, path.to_vec());
        let help = Some(help.to_owned());
        self.0.push(Diagnostic { code, message, help, place, other: None });
    }

    /// The other place that has a part in what was added last.
    fn and(&mut self, (kind, position): (Kind, usize), path: &[Step]) {
        if let Some(last) = self.0.last_mut() {
            last.other = Some(Place::Record(kind, position, path.to_vec()));
        }
    }
}

/// The records that are, through `above`, above themselves: the first of each circle.
fn circles<'a>(ids: &[&'a str], above: impl Fn(usize) -> Option<&'a str>) -> Vec<usize> {
    let positions: std::collections::HashMap<&str, usize> = ids.iter().copied().zip(0..).collect();
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
