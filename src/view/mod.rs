//! From records to tables: one list of columns for each kind.

mod agency;
mod card;
mod cite;
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

pub use agency::{AgencyRow, SHARED, agencies};
pub use card::{Carded, Line, lines};
pub use column::{Column, Selection, WrongColumn};
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

use cite::citations;

use crate::model::{External, Record};

fn count<T>(records: &[T]) -> Cell {
    Cell::Count(records.len() as u64)
}

fn ids<T: Record>(records: &[&T]) -> Cell {
    Cell::set(records.iter().map(|record| record.id().to_string()))
}

fn external(external: &[External]) -> Cell {
    let mark = |mark: &External| {
        let fields: Vec<&str> = mark.fields.iter().map(|field| &**field).collect();
        format!("{}: {}", fields.join(", "), mark.source)
    };
    Cell::set(external.iter().map(mark))
}
