//! The rows of a query as tables: one list of columns for each kind of row.

mod agency;
mod card;
mod cite;
mod column;
mod commitment;
mod difference;
mod document;
mod finding;
mod gap;
mod list;
mod mention;
mod pair;
mod pillar;
mod programme;
mod search;
mod stats;
mod table;
mod trace;

pub use agency::{SHARED, agencies};
pub use card::{Line, card, lines};
pub use cite::cite_all;
pub use column::{Column, Rows, Selection, direction};
pub use commitment::commitments;
pub use difference::{differences, differences_in_words};
pub use document::documents;
pub use finding::findings;
pub use gap::gaps;
pub use list::{joined, quoted};
pub use mention::{comparisons, mentions, summaries};
pub use pair::pairs;
pub use pillar::{overview, pillars};
pub use programme::programmes;
pub use search::matches;
pub use stats::{counts, statistics};
pub use table::{Cell, Heading, Table};
pub use trace::{TRACED, passages, stations};

use cite::{citations, links};

use crate::model::{Comparison, Dataset, External, Record, Vocabulary};
use crate::query::Tie;

/// An earlier document with which one has been compared: `A/RES/76/188`, `A/80/6 (Sect. 16) (not: 16.147-16.172)`.
fn comparison(comparison: &Comparison, dataset: &Dataset) -> String {
    let with = dataset.label_of(&comparison.with);
    match comparison.except.as_slice() {
        [] => with.to_owned(),
        except => format!("{with} (not: {})", except.join(", ")),
    }
}

fn count<T>(records: &[T]) -> Cell {
    Cell::count(records.len())
}

fn ids<T: Record>(records: &[&T]) -> Cell {
    Cell::set(records.iter().map(|record| record.id()))
}

/// In how many programmes both take part in the work.
fn joint_work(ties: &[Tie]) -> Cell {
    Cell::count(ties.iter().filter(|tie| **tie == Tie::JointWork).count())
}

/// How many programmes there are of each tie, the closest first: `joint-work: 15`.
fn ties(ties: &[Tie]) -> Cell {
    let count = |tie: &Tie| ties.iter().filter(|other| *other == tie).count();
    let there_are = Tie::all().iter().filter(|tie| count(tie) > 0);
    Cell::list(there_are.map(|tie| format!("{}: {}", tie.word(), count(tie))))
}

fn external(external: &[External]) -> Cell {
    let mark = |mark: &External| format!("{}: {}", mark.fields.join(", "), mark.source);
    Cell::set(external.iter().map(mark))
}
