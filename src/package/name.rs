//! Names of tables and columns, made from the keys of lists.

use super::table::{Form, Table};
use crate::model::{List, Vocabulary};

/// Gives each table a name of its own: that of its list, where no other list has it and it says enough, or else with
/// that of its owner in front.
pub fn name(tables: &mut [Table]) {
    let plain = |table: &Table| match table.field.as_str() {
        "addressed_to" => "addressees".to_owned(),
        "sources" => "citations".to_owned(),
        "made_by" => "makers".to_owned(),
        field => field.to_owned(),
    };
    let names: Vec<String> = tables.iter().map(plain).collect();
    let is_known = |name: &str| name.parse::<List>().is_ok() || name == "coverage";
    for number in 0..tables.len() {
        let table = &tables[number];
        let Some(parent) = table.parent else { continue };
        let is_alone = names.iter().filter(|name| **name == names[number]).count() == 1;
        let owner = match tables[parent].form {
            Form::Record(kind) => kind.word().to_owned(),
            _ => singular(&tables[parent].name),
        };
        let says_enough = table.form == Form::Item
            || is_known(&names[number])
            || matches!(tables[parent].form, Form::Record(_))
            || tables[parent].field == "reports";
        let name = if is_alone && says_enough && names[number] != "places" {
            names[number].clone()
        } else {
            format!("{owner}_{}", names[number])
        };
        tables[number].name = name;
    }
}

/// One of what a list is called by.
pub fn singular(list: &str) -> String {
    match list {
        "external" | "evidence" | "coverage" | "out_of_scope" | "cited_as" => list.to_owned(),
        "read" => "paragraphs".to_owned(),
        list => {
            let stems = [("ies", "y"), ("ases", "as"), ("s", "")];
            let found = stems.iter().find_map(|(end, stem)| Some((list.strip_suffix(end)?, stem)));
            found.map_or_else(|| list.to_owned(), |(start, stem)| format!("{start}{stem}"))
        }
    }
}
