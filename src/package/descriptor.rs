//! The description of a data package, as Frictionless Data has it.

use std::io;

use serde_json::{Map, Value, json};

use super::plan::{Column, Form, Table, Values, tables};
use crate::model::{Dataset, Document, Shape, Vocabulary};

/// The name of its file.
pub const FILE: &str = "datapackage.json";

/// What stands between what a part has and what the whole has, in the sentence that says so.
const PART: &str = "; a part of ";

/// What a dataset holds, in a sentence: as much as this, of as much as that if it is a part.
pub fn contents(part: &str, whole: Option<&str>) -> String {
    whole.map_or(part.to_owned(), |whole| format!("{part}{PART}{whole}"))
}

/// How much the whole has of which this sentence says that it is a part.
pub fn whole(contents: &str) -> Option<String> {
    contents.split_once(PART).map(|(_, whole)| whole.to_owned())
}

/// What is said of the whole.
pub struct About<'d> {
    /// What the dataset is called.
    pub name: String,
    /// Its digest.
    pub digest: String,
    /// What of it this is, in a sentence.
    pub part: String,
    /// The command that selects it, and the digest of the whole, where it is a part.
    pub selection: Option<[String; 2]>,
    /// What a reader must know of it.
    pub notes: Vec<String>,
    /// The documents of it that have been read.
    pub sources: Vec<&'d Document>,
}

impl<'d> About<'d> {
    /// Describes these records.
    pub fn new(
        dataset: &'d Dataset,
        digest: String,
        (part, selection): (String, Option<[String; 2]>),
        notes: Vec<String>,
    ) -> Self {
        let documents = dataset.records().documents.iter();
        let sources = documents.filter(|document| document.reading().is_some()).collect();
        Self { name: dataset.name().to_owned(), digest, part, selection, notes, sources }
    }
}

/// The description as a text.
pub fn text(about: &About) -> io::Result<String> {
    let sources = about.sources.iter().map(|document| {
        let mut source = json!({"title": document.title});
        if let Some(link) = document.link() {
            source["path"] = link.into();
        }
        if let Some(symbol) = &document.symbol {
            source["symbol"] = json!(symbol);
        }
        if let Some(date) = document.date {
            source["date"] = date.to_string().into();
        }
        source
    });
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "cnd-dataset",
        "title": "Inter-agency commitments of the UN Commission on Narcotic Drugs",
        "description": about.part,
        "notes": about.notes,
        "digest": format!("sha256:{}", about.digest),
        "licenses": [
            {"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"},
            {"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0"},
        ],
        "sources": sources.collect::<Vec<_>>(),
        "resources": tables().iter().map(resource).collect::<Vec<_>>(),
    });
    if let Some([selection, whole]) = &about.selection {
        package["selection"] = json!(selection);
        package["digest_of_the_whole"] = format!("sha256:{whole}").into();
    }
    Ok(format!("{}\n", serde_json::to_string_pretty(&package)?))
}

fn resource(table: &Table) -> Value {
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), table.columns.iter().map(field).collect());
    schema.insert("primaryKey".to_owned(), json!(table.keys()));
    schema.insert("foreignKeys".to_owned(), foreign_keys(table).into());
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.description,
        "schema": schema,
    })
}

fn foreign_keys(table: &Table) -> Vec<Value> {
    let mut keys = Vec::new();
    if let Some(parent) = table.parent.map(|parent| &tables()[parent]) {
        let own = &table.keys()[..table.owners()];
        keys.push(
            json!({"fields": own, "reference": {"resource": parent.name, "fields": parent.keys()}}),
        );
    }
    for column in &table.columns {
        if let Some(kind) = column.of.kind() {
            let list = kind.list().word();
            let resource = if table.form == Form::Record(kind) { "" } else { list };
            keys.push(json!({"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}));
        }
    }
    keys
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    let mut add = |key: &str, value: Value| constraints.insert(key.to_owned(), value);
    if column.required {
        add("required", true.into());
    }
    let kind = match &column.of {
        Values::Position => {
            add("minimum", 1.into());
            "integer"
        }
        Values::Owner if column.name.ends_with("_position") => "integer",
        Values::Slug => {
            add("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$".into());
            "string"
        }
        of if of.is_date() => {
            add(
                "pattern",
                "^(Q[1-4] )?(1[89]|2[01])[0-9]{2}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$".into(),
            );
            "string"
        }
        Values::Field(Shape::Number { min, whole, .. }) => {
            add("minimum", number(min.max(0.0)));
            if *whole { "integer" } else { "number" }
        }
        Values::Field(Shape::Flag) => "boolean",
        of => {
            if let Some(words) = of.words() {
                add("enum", json!(words));
            }
            "string"
        }
    };
    let mut field = json!({"name": column.name, "type": kind, "description": column.description});
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

/// A bound, without a fraction where it has none.
fn number(bound: f64) -> Value {
    bound.to_string().parse::<serde_json::Number>().map_or(Value::Null, Value::Number)
}
