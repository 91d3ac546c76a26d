//! What a table and its columns are.

use crate::model::{Country, Group, Kind, Shape, Vocabulary, snake};

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
    pub of: Values,
    /// Whether every row has a value.
    pub required: bool,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Values {
    /// Values of a field.
    Field(&'static Shape),
    /// The agencies of a field that holds agencies and groups.
    Agency,
    /// The groups of such a field.
    Group,
    /// Ids of the rows of this very table, or of its records before.
    Slug,
    /// The id or the position of the row that this one belongs to.
    Owner,
    /// The position in the list.
    Position,
}

impl Values {
    /// The kind of the records whose ids they are.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Field(Shape::Id(kind)) => Some(*kind),
            Self::Agency => Some(Kind::Agency),
            _ => None,
        }
    }

    /// The words of a closed list, one of which each is.
    pub fn words(&self) -> Option<Vec<&'static str>> {
        match self {
            Self::Field(Shape::Word(words)) => Some(words.iter().map(String::as_str).collect()),
            Self::Field(Shape::Text(of)) if of == "country" => {
                Some(Country::all().map(Country::code).collect())
            }
            Self::Group => Some(Group::words()),
            _ => None,
        }
    }

    /// Whether they are dates.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Field(Shape::Text(of)) if of == "date")
    }

    /// Whether they are any texts.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Field(Shape::Text(_))) && !self.is_date() && self.words().is_none()
    }
}

impl Table {
    /// The names of the columns that tell its rows apart.
    pub fn keys(&self) -> Vec<&str> {
        self.columns[..self.key].iter().map(|column| column.name.as_str()).collect()
    }

    /// The names of all its columns.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
    }

    /// The position of the column that a heading names, however people write it.
    pub fn column_named(&self, heading: &str) -> Option<usize> {
        let wanted = snake(heading);
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
