//! What was asked, as JSON and YAML repeat it.

use serde::Serialize;
use serde_json::Value;

use crate::cli::Global;

/// The query, as it stands in JSON and YAML: the name of each flag and what was asked with it.
pub type Asked = Vec<(String, String)>;

/// What the arguments of a command ask: each flag that was given, with its values.
pub fn asked(command: &str, args: &impl Serialize) -> Asked {
    let mut asked = vec![("command".to_owned(), command.to_owned())];
    if let Ok(Value::Object(flags)) = serde_json::to_value(args) {
        for (flag, value) in flags {
            let values = if let Value::Array(values) = value { values } else { vec![value] };
            asked
                .extend(values.into_iter().filter_map(|value| Some((flag.clone(), given(value)?))));
        }
    }
    asked
}

fn given(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The options that choose rows and columns, as they were given.
pub fn shape(global: &Global) -> Asked {
    let Global { columns, sort, explode, limit, .. } = global;
    let each = |name: &str, values: &[String]| -> Asked {
        values.iter().map(|value| (name.to_owned(), value.clone())).collect()
    };
    let mut shape = each("columns", columns);
    shape.extend(each("sort", sort));
    shape.extend(explode.iter().map(|column| ("explode".to_owned(), column.clone())));
    shape.extend(limit.iter().map(|limit| ("limit".to_owned(), limit.to_string())));
    shape
}
