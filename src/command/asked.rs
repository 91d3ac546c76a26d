//! What was asked, as JSON and YAML repeat it.

use serde::Serialize;
use serde_json::Value;

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
