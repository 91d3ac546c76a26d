//! A record of each kind with every field filled in, as the shapes of the model have them.

use cnd_tracker::model::{Id, Kind, Record, Records, Shape, Text, Vocabulary};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

pub fn id<T>(slug: &str) -> Id<T> {
    Id::new(slug).unwrap()
}

/// What stands under the keys whose values must be of a form, or lead to what is there.
const SAID: [(&str, [&str; 2]); 19] = [
    ("former_ids", ["formerly", "earlier"]),
    ("through", ["two", "one"]),
    ("second_pillars", ["two", "one"]),
    ("made_by", ["member-states", "one"]),
    ("addressed_to", ["two", "regional-organisations"]),
    ("external fields", ["remark", "id"]),
    ("places fields", ["title", "symbol"]),
    ("read", ["1-10", "1-11"]),
    ("out_of_scope paragraphs", ["9", "10"]),
    ("except", ["3", "4"]),
    ("paragraph", ["7", "8"]),
    ("governments", ["KEN", "PAN"]),
    ("countries", ["NGA", "TLS"]),
    ("until", ["1990", "1991-02"]),
    ("reports date", ["2010", "2010-05"]),
    ("date", ["2001-05", "2002-03-04"]),
    ("due", ["2030", "2031-02"]),
    ("website", ["https://one.example", "https://two.example"]),
    ("link", ["https://three.example", "https://four.example"]),
];

/// A value of a shape, with everything that can stand in it, under these keys; 0 and 1 differ.
fn value(shape: &Shape, keys: &str, i: usize) -> Value {
    let said = SAID.iter().find(|(end, _)| keys.ends_with(end)).map(|(_, said)| json!(said[i]));
    match shape {
        Shape::Record(_, fields) => {
            let field = |key: &str| format!("{keys} {key}").trim_start().to_owned();
            let values = fields.iter().map(|f| (f.key.clone(), value(&f.shape, &field(&f.key), i)));
            Value::Object(values.collect())
        }
        Shape::List(items) => json!([value(items, keys, i)]),
        Shape::Word(words) => json!(words[i]),
        Shape::Number { .. } if keys.ends_with("last") => json!([5, 6][i]),
        Shape::Number { min, whole: true, .. } => json!(*min as u64 + 1 + i as u64),
        Shape::Number { min, .. } => json!(min + [1.0, 2.5][i]),
        // Evidence from before the commitment is counted apart.
        Shape::Flag => json!((i == 0) != keys.ends_with("earlier")),
        Shape::Id(_) if keys == "id" => json!(["full", "full-1"][i]),
        Shape::Id(_) => said.unwrap_or(json!(["one", "two"][i])),
        Shape::Party | Shape::Text(_) => said.unwrap_or(json!(format!("{keys} {i}"))),
    }
}

/// The record of a kind with every field filled in, as JSON; 0 and 1 differ in each.
pub fn alone(kind: Kind, i: usize) -> Value {
    let lists = Shape::dataset().fields();
    let list = lists.iter().find(|list| list.key == kind.list().word()).unwrap();
    value(list.shape.items().unwrap(), "", i)
}

/// The record of a kind with every field filled in; 0 and 1 differ in each.
pub fn full<T: Record + DeserializeOwned>(i: usize) -> T {
    serde_json::from_value(alone(T::KIND, i)).unwrap()
}

/// The records that full ones refer to, two of each kind: with what they cannot be without, and documents with a date.
pub fn context() -> Records {
    let mut records: Map<String, Value> = Map::new();
    for kind in Kind::all() {
        let bare = |i: usize| {
            let mut record = alone(*kind, i);
            let fields = Shape::of(kind.list()).fields().iter();
            let needed: Vec<&str> =
                fields.filter(|field| field.required).map(|field| field.key.as_str()).collect();
            record.as_object_mut().unwrap().retain(|key, _| needed.contains(&key.as_str()));
            record["id"] = json!(["one", "two"][i]);
            match kind {
                // Before any document, so that it can be repeated.
                Kind::Commitment => record["force"] = json!("decided"),
                Kind::Document => record["date"] = json!("2010-05"),
                Kind::Programme => record["reports"] = (0..4).map(report).collect(),
                Kind::Agency | Kind::Pillar => {}
            }
            record
        };
        records.insert(kind.list().word().to_owned(), json!([bare(0), bare(1)]));
    }
    serde_json::from_value(Value::Object(records)).unwrap()
}

/// One of four reports: each paragraph is one of each document.
fn report(number: usize) -> Value {
    let mut report = alone(Kind::Programme, number / 2)["reports"][0].take();
    report["document"] = json!(["one", "two"][number % 2]);
    report
}
