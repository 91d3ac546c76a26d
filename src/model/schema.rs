//! JSON Schema for types that are written as one text, which do not derive it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Country, Date, Group, Id, Party, Record, Text, Vocabulary};

/// The key under which a schema names the type of a text, an id by the kind of its record: what no pattern can
/// say, that type checks.
pub const TYPE: &str = "x-cnd-type";

// The word for no value is no id, though it has the form of one.
const SLUG: &str = "^(?!null$)[a-z0-9]+(-[a-z0-9]+)*$";

const YEAR: &str = "(1[89]|2[01])[0-9]{2}";

// No month but February is shorter than 30 days, and seven have 31.
const DAY: &str = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31";

/// Implements `JsonSchema` for a type, by a name and a schema.
macro_rules! schema {
    ($type:ty $(where $kind:ident: Record)?, $name:expr, $schema:tt) => {
        impl$(<$kind: Record>)? JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema!(Text, "Text", {
    "type": "string",
    "description": "A text that is not empty; quote it where it looks like a number or a date.",
    // A block of YAML ends with a line break, which is no part of the text; a word for no value is none.
    "pattern": "^(?!(~|null|Null|NULL)\\n*$)\\S([\\s\\S]*\\S)?\\n*$",
    TYPE: "text",
});

schema!(Id<T> where T: Record, format!("{:?}Id", T::KIND), {
    "type": "string",
    "description": format!(
        "The id of a record of kind {}: lower-case letters and digits, joined by hyphens.",
        T::KIND.word()
    ),
    "pattern": SLUG,
    TYPE: T::KIND.word(),
});

schema!(Date, "Date", {
    "type": "string",
    "description": "A year of 1800 to 2199, or a quarter, a month or a day of one, in quotes: \"2019\", \"2019-Q1\", \"2019-03\" or \"2019-03-14\".",
    "pattern": format!("^(Q[1-4] {YEAR}|{YEAR}(-(Q[1-4]|0[1-9]|1[0-2]|{DAY}))?)$"),
    TYPE: "date",
});

schema!(Country, "Country", {
    "type": "string",
    "description": "A country, territory or area by its ISO 3166-1 alpha-3 code, such as KEN.",
    "enum": Country::all().map(Country::code).collect::<Vec<_>>(),
    TYPE: "country",
});

schema!(Party, "Party", {
    "type": "string",
    "description": "The id of an agency, or a group of actors that documents address as one.",
    "anyOf": [{ "enum": Group::words() }, { "pattern": SLUG }],
    TYPE: "party",
});
