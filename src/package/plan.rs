//! Which tables a dataset is, and which columns they have, as the structs themselves say.

use std::sync::OnceLock;

use serde_json::Value;

use super::name::{name, singular};
use super::table::as_written;
pub use super::table::{Column, Form, Table, Type};
use crate::model::{Group, Kind, Records, SCHEMA_TYPE, Vocabulary};

/// The tables of a dataset, each behind the one that it belongs to.
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let schema = schemars::schema_for!(Records).to_value();
        let mut planner = Planner { root: &schema, tables: Vec::new() };
        for kind in Kind::all() {
            planner.records(*kind);
        }
        let mut tables = planner.tables;
        name(&mut tables);
        tables
    })
}

/// The number of the table that a file or a sheet of this name holds, however people write it.
pub fn table_named(name: &str) -> Option<usize> {
    let wanted = as_written(name);
    tables().iter().position(|table| table.name == wanted)
}

struct Planner<'s> {
    root: &'s Value,
    tables: Vec<Table>,
}

/// A place in the schema, behind its references: the schema of the value, and whether it may be nothing.
struct Resolved<'s> {
    schema: &'s Value,
    nullable: bool,
    description: String,
}

impl<'s> Planner<'s> {
    fn find(&self, schema: &'s Value) -> Resolved<'s> {
        let own = schema["description"].as_str();
        let inner = match schema["anyOf"].as_array().map(Vec::as_slice) {
            Some([inner, null]) if null["type"] == "null" => inner,
            _ => schema,
        };
        let nullable = !std::ptr::eq(inner, schema) || schema["type"][1] == "null";
        let reference = inner["$ref"].as_str().and_then(|path| path.rsplit('/').next());
        let schema = reference.map_or(inner, |name| &self.root["$defs"][name]);
        let description = own.or(schema["description"].as_str()).unwrap_or_default();
        Resolved { schema, nullable, description: sentence(description) }
    }

    fn records(&mut self, kind: Kind) {
        let list = kind.list().word();
        let Resolved { schema, description, .. } =
            self.find(&self.root["properties"][list]["items"]);
        let table = self.add(list, description, None, Form::Record(kind), true);
        self.fields(table, schema, &[]);
    }

    fn add(
        &mut self,
        field: &str,
        description: String,
        parent: Option<usize>,
        form: Form,
        required: bool,
    ) -> usize {
        let number = self.tables.len();
        let mut columns = Vec::new();
        if let Some(parent) = parent {
            self.tables[parent].children.push(number);
            columns = self.owner_columns(parent);
        }
        if matches!(form, Form::Item | Form::Value) {
            columns.push(Column {
                name: "position".to_owned(),
                description: "Its position in the list, from 1.".to_owned(),
                path: Vec::new(),
                of: Type::Position,
                required: true,
            });
        }
        let key = columns.len().max(1);
        let (name, field) = (field.to_owned(), field.to_owned());
        let children = Vec::new();
        self.tables.push(Table {
            name,
            description,
            parent,
            field,
            form,
            required,
            key,
            columns,
            children,
        });
        number
    }

    /// The columns that name a row of a table in the tables that belong to it.
    fn owner_columns(&self, table: usize) -> Vec<Column> {
        let table = &self.tables[table];
        let owner = |column: &Column| {
            let name = match (table.form, &column.of) {
                (Form::Record(kind), _) => format!("{}_id", kind.word()),
                (_, Type::Position) => format!("{}_position", singular(&table.field)),
                _ => column.name.clone(),
            };
            let description = match table.form {
                Form::Record(kind) => format!("The {} that it belongs to.", kind.word()),
                _ if column.of == Type::Position => {
                    format!("The position of the {} that it belongs to.", singular(&table.field))
                }
                _ => column.description.clone(),
            };
            Column { name, description, path: Vec::new(), of: Type::Owner, required: true }
        };
        table.columns[..table.key].iter().map(owner).collect()
    }

    /// Adds the fields of a record or of a part as columns, and those that are lists as tables.
    fn fields(&mut self, table: usize, schema: &'s Value, path: &[String]) {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (key, field) in schema["properties"].as_object().into_iter().flatten() {
            let found = self.find(field);
            let is_required = required.contains(&key.as_str());
            if found.schema["type"] == "array" {
                let items = self.find(&found.schema["items"]);
                let required = is_required && found.schema["minItems"].is_null();
                self.list(table, key, found.description, items.schema, required);
            } else if found.schema["properties"].is_object() {
                if self.has_list(found.schema) {
                    let number =
                        self.add(key, found.description, Some(table), Form::Part, is_required);
                    self.fields(number, found.schema, &[]);
                } else {
                    self.fields(table, found.schema, &[path, std::slice::from_ref(key)].concat());
                }
            } else {
                let path = [path, std::slice::from_ref(key)].concat();
                let is_there = is_required && !found.nullable && path.len() == 1;
                self.column(table, path, found.schema, found.description, is_there);
            }
        }
    }

    fn has_list(&self, schema: &'s Value) -> bool {
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.map(|(_, field)| self.find(field).schema).any(|field| field["type"] == "array")
    }

    fn list(
        &mut self,
        table: usize,
        key: &str,
        description: String,
        items: &'s Value,
        required: bool,
    ) {
        if items["properties"].is_object() {
            let number = self.add(key, description, Some(table), Form::Item, required);
            self.fields(number, items, &[]);
        } else {
            let number = self.add(key, description.clone(), Some(table), Form::Value, required);
            self.column(number, vec![singular(key)], items, description, true);
        }
    }

    fn column(
        &mut self,
        table: usize,
        path: Vec<String>,
        schema: &Value,
        description: String,
        required: bool,
    ) {
        let name = path.join("_");
        let is_value = self.tables[table].form == Form::Value;
        let is_own = name == "id" || name == "former_id";
        let path = if is_value { Vec::new() } else { path };
        let mut add = |name: String, description: String, of: Type, required: bool| {
            let path = path.clone();
            self.tables[table].columns.push(Column { name, description, path, of, required });
        };
        if schema[SCHEMA_TYPE] == "party" {
            let prefix = if is_value { String::new() } else { format!("{name}_") };
            let agency = format!("{description} (An agency; or else a group.)");
            add(format!("{prefix}agency"), agency, Type::Id(Kind::Agency), false);
            let groups = Group::words().into_iter().map(str::to_owned).collect();
            let group = "A group of actors that documents address as one.".to_owned();
            add(format!("{prefix}group"), group, Type::Word(groups), false);
        } else {
            add(name, description, of(schema, is_own), required);
        }
    }
}

fn of(schema: &Value, is_own: bool) -> Type {
    let is = |word: &str| schema["type"] == word || schema["type"][0] == word;
    let bound = |key: &str, default: f64| schema[key].as_f64().unwrap_or(default);
    let words = |key: &str| schema[key].as_array().into_iter().flatten();
    if is_own {
        Type::Slug
    } else if let Some(kind) = schema[SCHEMA_TYPE].as_str().and_then(|word| word.parse().ok()) {
        Type::Id(kind)
    } else if schema[SCHEMA_TYPE] == "date" {
        Type::Date
    } else if schema["oneOf"].is_array() || schema["enum"].is_array() {
        let choices = words("oneOf").filter_map(|choice| choice["const"].as_str());
        let all = choices.chain(words("enum").filter_map(Value::as_str));
        Type::Word(all.map(str::to_owned).collect())
    } else if is("boolean") {
        Type::Flag
    } else if is("integer") || is("number") {
        let (min, max) = (bound("minimum", 0.0), bound("maximum", f64::MAX));
        Type::Number { min, max, whole: is("integer") }
    } else {
        Type::Text
    }
}

/// A doc comment in one line.
fn sentence(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
