//! The columns of what a search finds.

use crate::model::{Kind, Vocabulary};

use super::{Cell, Column};

/// A record in which the words were found.
pub struct HitRow<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'a str,
    /// Its name or title.
    pub name: &'a str,
    /// The fields in which words were found.
    pub fields: Vec<&'static str>,
    /// The text that has the most of them.
    pub text: String,
}

/// The columns of what a search finds.
pub fn hits<'a>() -> Vec<Column<HitRow<'a>>> {
    vec![
        Column::main("kind", 1, |row| Cell::Text(row.kind.word().to_owned())),
        Column::main("id", 2, |row| Cell::Text(row.id.to_owned())),
        Column::main("name", 0, |row| Cell::Text(row.name.to_owned())),
        Column::main("matched_in", 3, |row| Cell::set(row.fields.iter().copied())),
        Column::data("text", |row| Cell::Text(row.text.clone())),
    ]
}
