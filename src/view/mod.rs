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
mod pair;
mod pillar;
mod programme;
mod search;
mod stats;
mod table;

pub use agency::{SHARED, agencies};
pub use card::{Line, card, lines};
pub use column::{Column, Selection, WrongColumn};
pub use commitment::commitments;
pub use difference::differences;
pub use document::documents;
pub use finding::findings;
pub use gap::gaps;
pub use list::joined;
pub use pair::pairs;
pub use pillar::{overview, pillars};
pub use programme::programmes;
pub use search::matches;
pub use stats::{counts, headlines};
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
