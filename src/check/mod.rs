//! What must hold in a dataset beyond its form: a table of plain rules.

mod agency;
mod citation;
mod commitment;
mod document;
mod external;
mod name;
mod programme;
mod repeat;

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::thread;

use crate::diagnostic::{Code, Diagnostic, Kept, Place, Severity, Unread};
use crate::model::{Dataset, Kind, Step};

/// A rule.
pub struct Rule {
    /// Finds everything that breaks it.
    find: fn(&Dataset, &mut Found<'_>),
    /// How bad that is.
    severity: Severity,
}

const fn error(find: fn(&Dataset, &mut Found<'_>)) -> Rule {
    Rule { find, severity: Severity::Error }
}

const fn warning(find: fn(&Dataset, &mut Found<'_>)) -> Rule {
    Rule { find, severity: Severity::Warning }
}

/// Of so many records it takes longer to ask the rules than to begin a second thread.
const MANY: usize = 2_000;

/// Every rule.
pub const RULES: &[Rule] = &[
    warning(name::shared_among_agencies),
    warning(name::shared_among_pillars),
    warning(name::shared_among_documents),
    warning(name::shared_former_ids),
    warning(agency::needless_aliases),
    error(agency::parents_in_a_circle),
    warning(agency::unused_agencies),
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
    error(document::paragraphs_beyond_the_end),
    warning(document::odd_paragraphs),
    error(document::sections_out_of_order),
    warning(document::uncited_paragraphs),
    warning(document::needless_excuses),
    warning(document::vague_editions),
    error(external::unknown_fields),
    warning(repeat::repeated_values),
];

/// What the rules find in a dataset, as far as it could be read.
pub fn check(dataset: &Dataset, unread: &Unread) -> Vec<Diagnostic> {
    if dataset.records().len() < MANY {
        return apply(RULES.iter(), dataset, unread);
    }
    // Rules know nothing of one another, so that every other one can be asked at the same time.
    let half = |first: usize| apply(RULES.iter().skip(first).step_by(2), dataset, unread);
    thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let mut found = half(0);
        found.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        found
    })
}

/// The errors among that: what must not be in a dataset that is used.
pub fn errors(dataset: &Dataset, unread: &Unread) -> Vec<Diagnostic> {
    apply(RULES.iter().filter(|rule| rule.severity == Severity::Error), dataset, unread)
}

fn apply<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    dataset: &Dataset,
    unread: &Unread,
) -> Vec<Diagnostic> {
    let mut found = Found { diagnostics: Kept::default(), unread };
    for rule in rules {
        (rule.find)(dataset, &mut found);
    }
    found.diagnostics.all
}

/// Gathers what the rules find.
pub struct Found<'u> {
    diagnostics: Kept<Diagnostic>,
    unread: &'u Unread,
}

impl Found<'_> {
    /// Something is wrong at `path` in the record of `kind` at `position`.
    fn add(
        &mut self,
        code: Code,
        (kind, position): (Kind, usize),
        path: &[Step],
        message: String,
        help: &str,
    ) -> Option<&mut Diagnostic> {
        let place = Place::Record(kind, position, path.to_vec());
        let help = Some(help.to_owned());
        self.diagnostics.add(code, Diagnostic { code, message, help, place, other: None })
    }

    /// Whether all could be read, so that what is nowhere can be told.
    fn is_all(&self) -> bool {
        self.unread.is_nothing()
    }

    /// Whether no reference, paragraph or list of a record is missing.
    fn is_whole(&self, kind: Kind, position: usize) -> bool {
        !self.unread.within.contains(&(kind, position))
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
