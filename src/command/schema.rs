//! `cnd schema`

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;
use serde_json::{Value, json};

use crate::cli::OutputOptions;
use crate::load::Source;
use crate::model::Records;
use crate::query::Error;
use crate::render::Format;

use super::output::Output;

/// The name of the file in a folder of a dataset that holds the schema.
pub const FILE: &str = "dataset.schema.json";
/// By this line an editor finds the schema that lies beside a file.
pub const MODELINE: &str = "# yaml-language-server: $schema=dataset.schema.json\n";

/// A line at the top of each file tells editors where the schema is; `cnd init` writes both.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd schema
  cnd schema -o dataset.schema.json")]
pub struct SchemaArgs {
    #[command(flatten)]
    pub output: OutputOptions,
}

pub fn run(args: &SchemaArgs) -> Result<()> {
    let out = Output::new(&(&args.output).into(), &Source::Embedded)?;
    let is_chosen = args.output.format.is_some() || out.file().is_some();
    if is_chosen && out.format() != Format::Json {
        bail!(Error::new("a schema is JSON", "leave out -f, or name a file that ends in .json"));
    }
    out.json(&schema())?;
    out.say_written();
    Ok(())
}

/// The JSON Schema of a file of a dataset, made from the structs themselves.
pub fn text() -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(&schema())?))
}

/// Whether the schema lies beside a file.
pub fn is_beside(file: &Path) -> bool {
    file.with_file_name(FILE).is_file()
}

/// The schema as a value.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Records);
    schema.insert("title".to_owned(), "A file of a cnd dataset".into());
    let mut schema = schema.to_value();
    without_null(&mut schema);
    for kind in schema["$defs"].as_object_mut().into_iter().flat_map(|defs| defs.values_mut()) {
        name_fields(kind);
        call_words_text(kind);
    }
    schema
}

/// Of a kind of record with marks of external sources: which fields such a mark can name.
fn name_fields(kind: &mut Value) {
    let properties = kind["properties"].as_object().into_iter();
    let fields: Vec<String> = properties.flat_map(|fields| fields.keys()).cloned().collect();
    if let Some(mark) = kind.pointer_mut("/properties/external/items") {
        mark["properties"] = json!({"fields": {"items": {"enum": fields}}});
    }
}

/// Says of a choice of words that it is a text: editors complete it by that.
fn call_words_text(definition: &mut Value) {
    let is_text = |choices: &Vec<Value>| choices.iter().all(|choice| choice["type"] == "string");
    if definition["oneOf"].as_array().is_some_and(is_text) {
        definition["type"] = json!("string");
    }
}

/// Removes `null` as an alternative: a key without a value is left out.
fn without_null(schema: &mut Value) {
    if let Value::Object(entries) = schema {
        let types = entries.get_mut("type").and_then(Value::as_array_mut);
        if let Some(types) = types.filter(|types| types.len() == 2 && types[1] == "null") {
            let only = types.swap_remove(0);
            entries.insert("type".to_owned(), only);
        }
        let null = json!({"type": "null"});
        let choices = entries.get_mut("anyOf").and_then(Value::as_array_mut);
        if let Some(choices) = choices.filter(|choices| choices.len() == 2 && choices[1] == null)
            && let Value::Object(only) = choices.swap_remove(0)
        {
            entries.remove("anyOf");
            let beside = std::mem::take(entries);
            entries.extend(only.into_iter().chain(beside));
        }
        entries.values_mut().for_each(without_null);
    } else if let Value::Array(items) = schema {
        items.iter_mut().for_each(without_null);
    }
}
