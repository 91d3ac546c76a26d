//! `cnd schema`

use anyhow::Result;
use serde_json::Value;

use crate::model::Records;

use super::output::Output;

pub fn run(out: &Output) -> Result<()> {
    let text = text()?;
    out.whole(|_| text)
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
