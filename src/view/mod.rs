//! From records to tables: one list of columns for each kind.

mod agency;
mod card;
mod column;
mod commitment;
mod difference;
mod document;
mod finding;
mod gap;
mod hit;
mod pair;
mod pillar;
mod programme;
mod stats;
mod table;

pub use agency::{AgencyRow, agencies};
pub use card::{Carded, Line, lines};
pub use column::{Column, Selection, Shown, UnknownColumn};
pub use commitment::{CommitmentRow, commitments};
pub use difference::{DifferenceRow, differences};
pub use document::{DocumentRow, documents};
pub use finding::findings;
pub use gap::{GapRow, gaps};
pub use hit::{HitRow, hits};
pub use pair::{Node, PairRow, pairs};
pub use pillar::{PillarRow, overview, pillars};
pub use programme::{ProgrammeRow, programmes};
pub use stats::{CountRow, FigureRow, counts, figures};
pub use table::{Cell, Heading, Table};

use crate::model::{Citation, Dataset, External, Record};

fn count<T>(records: &[T]) -> Cell {
    Cell::Count(records.len() as u64)
}

fn ids<T: Record>(records: &[&T]) -> Cell {
    Cell::set(records.iter().map(|record| record.id().to_string()))
}

/// Citations without repetitions, by document and paragraph.
fn citations(dataset: &Dataset, citations: &[Citation]) -> Cell {
    let mut sorted: Vec<&Citation> = citations.iter().collect();
    sorted.sort_by_key(|citation| (dataset.document_label(&citation.document), citation.order()));
    sorted.dedup();
    Cell::List(sorted.into_iter().map(|citation| dataset.cite(citation)).collect())
}

fn external(external: &[External]) -> Cell {
    let mark = |mark: &External| {
        let fields: Vec<&str> = mark.fields.iter().map(|field| &**field).collect();
        format!("{}: {}", fields.join(", "), mark.source)
    };
    Cell::List(external.iter().map(mark).collect())
}
