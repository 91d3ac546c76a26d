//! A dataset as flat tables, and back: the CSV files of a data package, the sheets of a workbook.
//!
//! The tables are derived from the JSON Schema of the structs: a record is a row, a list under it a table of its own
//! whose rows name their record and their position. So a new field has its column, and a new list its table, as soon
//! as it is in the model.

mod assemble;
mod cells;
mod csv_file;
mod descriptor;
mod name;
mod part;
mod plan;
mod read;
mod read_workbook;
mod reader;
mod rows;
mod table;
mod text;
mod workbook;

pub use cells::Cells;
pub use csv_file::files;
pub use descriptor::{About, FILE, contents};
pub use part::closure;
pub use read::{is_package, is_workbook, names_tables, read};
pub use rows::Rows;
pub use workbook::workbook;
