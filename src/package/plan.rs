//! Which tables a dataset is, and which columns they have, as the structs themselves say.

use std::sync::LazyLock;

use super::name::{name, singular};
pub use super::table::{Column, Form, Table, Values};
use crate::model::{Field, Kind, Shape, Vocabulary, snake};

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let mut planner = Planner::default();
    for kind in Kind::all() {
        planner.records(*kind);
    }
    let mut tables = planner.tables;
    name(&mut tables);
    tables
});

/// The tables of a dataset, each behind the one that it belongs to.
pub fn tables() -> &'static [Table] {
    &TABLES
}

/// The number of the table that a file or a sheet of this name holds, however people write it.
pub fn table_named(name: &str) -> Option<usize> {
    let wanted = snake(name);
    tables().iter().position(|table| table.name == wanted)
}

#[derive(Default)]
struct Planner {
    tables: Vec<Table>,
}

impl Planner {
    fn records(&mut self, kind: Kind) {
        let (list, about) = (kind.list().word(), Shape::about(kind));
        let table = self.add(list, about, None, Form::Record(kind), true);
        self.fields(table, Shape::of(kind.list()).fields(), &[]);
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
                of: Values::Position,
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
                (_, Values::Position) => format!("{}_position", singular(&table.field)),
                _ => column.name.clone(),
            };
            let description = match table.form {
                Form::Record(kind) => format!("The {} that it belongs to.", kind.word()),
                _ if column.of == Values::Position => {
                    format!("The position of the {} that it belongs to.", singular(&table.field))
                }
                _ => column.description.clone(),
            };
            Column { name, description, path: Vec::new(), of: Values::Owner, required: true }
        };
        table.columns[..table.key].iter().map(owner).collect()
    }

    /// Adds the fields of a record or of a part as columns, and those that are lists as tables.
    fn fields(&mut self, table: usize, fields: &'static [Field], path: &[String]) {
        for field in fields {
            let Field { key, required, description, shape, .. } = field;
            let below = [path, std::slice::from_ref(key)].concat();
            match shape {
                Shape::List(items) => self.list(table, field, items),
                Shape::Record(_, fields) if fields.iter().any(|f| f.shape.items().is_some()) => {
                    let description = description.clone();
                    let part = self.add(key, description, Some(table), Form::Part, *required);
                    self.fields(part, fields, &[]);
                }
                Shape::Record(_, fields) => self.fields(table, fields, &below),
                shape => {
                    let is_there = *required && !field.nullable && below.len() == 1;
                    self.column(table, below, shape, description.clone(), is_there);
                }
            }
        }
    }

    fn list(&mut self, table: usize, field: &Field, items: &'static Shape) {
        let Field { key, description, .. } = field;
        let required = field.required && !field.filled;
        let is_record = matches!(items, Shape::Record(..));
        let form = if is_record { Form::Item } else { Form::Value };
        let number = self.add(key, description.clone(), Some(table), form, required);
        match items {
            Shape::Record(_, fields) => self.fields(number, fields, &[]),
            value => self.column(number, vec![singular(key)], value, description.clone(), true),
        }
    }

    fn column(
        &mut self,
        table: usize,
        path: Vec<String>,
        shape: &'static Shape,
        description: String,
        required: bool,
    ) {
        let name = path.join("_");
        let is_value = self.tables[table].form == Form::Value;
        let is_own = name == "id" || name == "former_id";
        let path = if is_value { Vec::new() } else { path };
        let mut add = |name: String, description: String, of: Values, required: bool| {
            let path = path.clone();
            self.tables[table].columns.push(Column { name, description, path, of, required });
        };
        if *shape == Shape::Party {
            let prefix = if is_value { String::new() } else { format!("{name}_") };
            let agency = format!("{description} (An agency; or else a group.)");
            add(format!("{prefix}agency"), agency, Values::Agency, false);
            let group = "A group of actors that documents address as one.".to_owned();
            add(format!("{prefix}group"), group, Values::Group, false);
        } else {
            let of = if is_own { Values::Slug } else { Values::Field(shape) };
            add(name, description, of, required);
        }
    }
}
