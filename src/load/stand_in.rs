//! What stands in for a value that cannot be read, so that the rest of its record can be judged.

use serde_json::{Map, Value as Json};

use super::shape::{Field, Shape};
use crate::diagnostic::Unread;
use crate::model::Country;

/// A value of this shape, where there must be one.
pub fn required(shape: &Shape) -> Json {
    match shape {
        Shape::Record { fields, .. } => {
            let needed = fields.iter().filter(|field| field.required);
            Json::Object(needed.map(|field| (field.key.clone(), required(&field.shape))).collect())
        }
        Shape::List(_) => Json::Array(Vec::new()),
        Shape::Word(words) => words.first().map_or(Json::Null, |word| Json::from(&**word)),
        Shape::Id(_) | Shape::Party => Json::from(Unread::ID),
        Shape::Text(of) => match of.as_str() {
            "country" => Country::all().next().map_or(Json::Null, |c| Json::from(c.code())),
            "date" => Json::from("1000"),
            _ => Json::from(Unread::TEXT),
        },
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "bounds of u8 and u16"
        )]
        Shape::Number { min, whole: true, .. } => Json::from(*min as u64),
        Shape::Number { .. } => Json::from(0.0),
        Shape::Flag => Json::from(false),
    }
}

/// Puts something in for the value of a field, unless it may be left out; an id of its own nothing stands in for.
pub fn put(field: &Field, record: &mut Map<String, Json>) {
    let says_that_it_is_there = match &field.shape {
        Shape::Word(_) => true,
        Shape::Text(of) => of == "text",
        _ => false,
    };
    if field.key != "id" && (field.required || says_that_it_is_there) {
        record.insert(field.key.clone(), required(&field.shape));
    }
}

/// Whether rules may ask for what is missing with such a value: a reference, a paragraph, or more than one value.
pub fn is_missed(field: &Field) -> bool {
    let is_paragraph = matches!(field.key.as_str(), "paragraph" | "first" | "last");
    match &field.shape {
        Shape::Id(_) | Shape::Party | Shape::List(_) | Shape::Record { .. } => true,
        Shape::Text(_) | Shape::Number { .. } => is_paragraph,
        Shape::Word(_) | Shape::Flag => false,
    }
}
