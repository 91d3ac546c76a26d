//! `cnd schema`

use anyhow::Result;
use serde_json::Value;

use crate::cli::Global;
use crate::load::Source;
use crate::model::Records;
use crate::query::Error;
use crate::render::Format;

use super::output::Output;

pub fn run(global: &Global) -> Result<()> {
    super::refuse_useless("schema", global, &["--format", "--output"])?;
    let out = Output::new(global, &Source::Embedded)?;
    if global.format.is_some() && out.format() != Format::Json {
        let help = "leave out --format".to_owned();
        return Err(Error::new("a schema is JSON".to_owned(), Some(help)).into());
    }
    out.json(&schema())
}

/// The JSON Schema of a file of a dataset, made from the structs themselves.
pub fn text() -> Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(&schema())?))
}

/// The schema as a value.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Records);
    schema.insert("title".to_owned(), "A file of a cnd dataset".into());
    schema.to_value()
}
