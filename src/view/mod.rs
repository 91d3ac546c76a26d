//! From records to tables.

mod table;

pub use table::{Cell, Heading, Table};
