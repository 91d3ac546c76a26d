//! The records of a dataset as rows.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::plan::{Column, Form, Table, Values, tables};
use crate::model::{Group, Records, Shape};

/// The rows of all tables.
pub struct Rows {
    /// Of each table of the plan, its rows, with a value for each column; nothing is `null`.
    pub tables: Vec<Vec<Vec<Value>>>,
    /// Of each table of records, the row of each id.
    pub places: BTreeMap<usize, HashMap<String, usize>>,
}

impl Rows {
    /// The rows of these records.
    ///
    /// # Errors
    /// When a record cannot be written.
    pub fn new(records: &Records) -> Result<Self, serde_json::Error> {
        let whole = serde_json::to_value(records)?;
        let tables_of = tables().iter().map(|_| Vec::new()).collect();
        let mut rows = Self { tables: tables_of, places: BTreeMap::new() };
        for (number, table) in tables().iter().enumerate() {
            if table.parent.is_none() {
                let records = whole[&table.field].as_array().map(Vec::as_slice).unwrap_or_default();
                let ids = records.iter().filter_map(|record| record["id"].as_str());
                let places = ids.enumerate().map(|(row, id)| (id.to_owned(), row)).collect();
                rows.places.insert(number, places);
                for record in records {
                    rows.add(number, record, &[], 0);
                }
            }
        }
        Ok(rows)
    }

    /// How many rows there are in all tables together.
    pub fn count(&self) -> usize {
        self.tables.iter().map(Vec::len).sum()
    }

    fn add(&mut self, number: usize, value: &Value, owner: &[Value], position: usize) {
        let table = &tables()[number];
        let mut key = owner.to_vec();
        match table.form {
            Form::Record(_) => key.push(value["id"].clone()),
            Form::Item | Form::Value => key.push(position.into()),
            Form::Part => {}
        }
        self.tables[number].push(row(table, value, &key));
        for child in &table.children {
            let below = &value[&tables()[*child].field];
            match (tables()[*child].form, below) {
                (Form::Part, Value::Object(_)) => self.add(*child, below, &key, 0),
                (_, Value::Array(items)) => {
                    for (position, item) in (1..).zip(items) {
                        self.add(*child, item, &key, position);
                    }
                }
                _ => {}
            }
        }
    }
}

fn row(table: &Table, value: &Value, key: &[Value]) -> Vec<Value> {
    let cell = |(at, column): (usize, &Column)| {
        if let Some(part) = key.get(at) {
            return part.clone();
        }
        let found = column.path.iter().fold(value, |value, key| &value[key]);
        let is_group = || found.as_str().is_some_and(|word| word.parse::<Group>().is_ok());
        match &column.of {
            Values::Field(Shape::Flag) if found.is_null() => false.into(),
            Values::Group if !is_group() => Value::Null,
            Values::Agency if is_group() => Value::Null,
            _ => found.clone(),
        }
    };
    table.columns.iter().enumerate().map(cell).collect()
}
