//! What a table and its columns are.

use crate::model::{Kind, fold};

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// What its rows are.
    pub description: String,
    /// The table whose rows these belong to.
    pub parent: Option<usize>,
    /// The key under which its rows stand in a dataset, or in the record that they belong to.
    pub field: String,
    /// What a row is.
    pub form: Form,
    /// Whether the key must be there even with nothing under it.
    pub required: bool,
    /// How many of its columns, the first ones, tell its rows apart.
    pub key: usize,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The tables whose rows belong to its own.
    pub children: Vec<usize>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A record with an id.
    Record(Kind),
    /// An item of a list, with fields.
    Item,
    /// An item of a list that is a single value.
    Value,
    /// A part with fields of its own, which a record has once or not at all.
    Part,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What stands in it, in a sentence.
    pub description: String,
    /// The keys that lead to the value; none in a column of the key that the dataset does not have.
    pub path: Vec<String>,
    /// What its values are.
    pub of: Type,
    /// Whether every row has a value.
    pub required: bool,
}

/// What the values of a column are.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Texts.
    Text,
    /// Ids of the rows of this very table, or of its records before.
    Slug,
    /// A year, a quarter, a month or a day.
    Date,
    /// Ids of records of a kind.
    Id(Kind),
    /// Words of a closed list.
    Word(Vec<String>),
    /// Numbers within bounds, whole or not.
    Number {
        /// The least.
        min: f64,
        /// Whether they have no fraction.
        whole: bool,
    },
    /// Yes or no.
    Flag,
    /// The id or the position of the row that this one belongs to.
    Owner,
    /// The position in the list.
    Position,
}

impl Table {
    /// The names of the columns that tell its rows apart.
    pub fn keys(&self) -> Vec<&str> {
        self.columns[..self.key].iter().map(|column| column.name.as_str()).collect()
    }

    /// The position of the column that a heading names, however people write it.
    pub fn column_named(&self, heading: &str) -> Option<usize> {
        let wanted = as_written(heading);
        self.columns.iter().position(|column| column.name == wanted)
    }

    /// How many of the columns of the key name the row that a row belongs to.
    pub fn owners(&self) -> usize {
        match self.form {
            Form::Record(_) => 0,
            Form::Part => self.key,
            Form::Item | Form::Value => self.key - 1,
        }
    }
}

/// The name of a table or a column as the plan has it: people write `Agency Aliases` for `agency_aliases`.
pub fn as_written(name: &str) -> String {
    fold(name).replace([' ', '-'], "_")
}
