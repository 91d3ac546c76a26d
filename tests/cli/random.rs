//! Random datasets: whatever the shapes of the model allow.

use cnd_tracker::model::{Field, Group, Kind, Records, Shape, Text, Vocabulary};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::support::is_long;
use crate::valid::valid;

/// How many records of each kind random datasets have: few, so that they often meet.
pub const AGENCIES: usize = 5;
pub const PILLARS: usize = 3;
pub const DOCUMENTS: usize = 3;
pub const PROGRAMMES: usize = 7;
pub const COMMITMENTS: usize = 6;

/// What must agree with what other records say, and what the filters here do not count.
const LEFT_OUT: [&str; 5] = ["compared", "former_ids", "places", "repeats", "through"];

/// How often a test of random data runs: `long` times where there is time, otherwise `short` times.
pub fn cases(long: u32, short: u32) -> ProptestConfig {
    let cases = if is_long() { long } else { short };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A text that means trouble in some format.
fn any_text() -> impl Strategy<Value = String> {
    let awkward = select(vec![
        "=1+1", "-", "yes", "no", "null,", "2019", "2019-03-14", "1e3", "0x1F", "a: b", "a #b",
        "# a", "- a", "[a", "{a", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "'", "\"", "\\",
        "a\nb", "a\n\n b\n", "a\tb", "a | b", "<b>", "麻薬", "Übermut", "e\u{301}", "\u{202e}x",
        "\u{1}", "\u{85}x", "\u{2028}x", "\u{feff}x", "x\u{fffd}", "🦀", "---", "...", "? a",
        "key: 'v'", "1_000", ".5", "+1", ".nan", "true", "on",
    ]);
    let any = prop_oneof![awkward.prop_map(str::to_owned), "\\PC{1,12}", "[a-z \n:#'\"-]{1,12}"];
    any.prop_filter("no text", |any| Text::new(any).is_ok())
}

fn any_date() -> impl Strategy<Value = String> {
    prop_oneof![
        "200[0-5]",
        "200[0-5]-Q[1-4]",
        "200[0-5]-(0[1-9]|1[0-2])",
        "200[0-5]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    ]
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0..1_000_000_i32).prop_map(f64::from),
        (0..1_000_000_i32).prop_map(|i| f64::from(i) / 64.0),
        select(vec![0.1, 1e15, 9007199254740991.0, 2.0, 1e-7]),
    ]
}

/// The ids of the records of a kind.
fn ids(kind: Kind) -> Vec<String> {
    let (prefix, count) = match kind {
        Kind::Agency => ("a", AGENCIES),
        Kind::Pillar => ("p", PILLARS),
        Kind::Document => ("d", DOCUMENTS),
        Kind::Programme => ("g", PROGRAMMES),
        Kind::Commitment => ("c", COMMITMENTS),
    };
    (0..count).map(|i| format!("{prefix}{i}")).collect()
}

/// A value of a shape under these keys.
fn any_value(shape: &'static Shape, keys: &str) -> BoxedStrategy<Value> {
    let one_of = |words: Vec<String>| select(words).prop_map(Value::from).boxed();
    let words = |words: &str| one_of(words.split('|').map(str::to_owned).collect());
    match shape {
        Shape::Record(_, fields) => any_record(fields, keys),
        Shape::List(items) => match &**items {
            Shape::Id(kind) => subsequence(ids(*kind), 0..=2).prop_map(Value::from).boxed(),
            items => vec(any_value(items, keys), 0..3).prop_map(Value::from).boxed(),
        },
        Shape::Word(words) => one_of(words.clone()),
        Shape::Id(kind) => one_of(ids(*kind)),
        Shape::Party => {
            let groups = Group::words().into_iter().map(str::to_owned).collect();
            prop_oneof![one_of(ids(Kind::Agency)), one_of(groups)].boxed()
        }
        Shape::Text(of) if of == "date" => any_date().prop_map(Value::from).boxed(),
        Shape::Text(of) if of == "country" => words("CIV|KEN|TUR|FRA"),
        Shape::Text(_) if keys.ends_with(" regions") => words("Øresund|West Coast"),
        Shape::Text(_) if IS_CITED.iter().any(|end| keys.ends_with(end)) => words("1|2|3|fn. 1"),
        Shape::Text(_) => any_text().prop_map(Value::from).boxed(),
        Shape::Number { min, max, whole: true } => {
            (*min as u64..=*max as u64).prop_map(Value::from).boxed()
        }
        Shape::Number { .. } => any_number().prop_map(Value::from).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::from).boxed(),
    }
}

/// Where paragraphs are cited: few, so that they meet.
const IS_CITED: [&str; 3] = ["sources paragraph", "reports paragraph", "evidence paragraph"];

fn any_record(fields: &'static [Field], keys: &str) -> BoxedStrategy<Value> {
    let field = |field: &'static Field| {
        let value = any_value(&field.shape, &format!("{keys} {}", field.key));
        let value =
            if field.required { value.prop_map(Some).boxed() } else { option::of(value).boxed() };
        value.prop_map(|value| value.map(|value| (field.key.clone(), value)))
    };
    let fields = fields.iter().filter(|field| !LEFT_OUT.contains(&field.key.as_str()));
    let record = |fields: Vec<Option<_>>| Value::Object(fields.into_iter().flatten().collect());
    fields.map(field).collect::<Vec<_>>().prop_map(record).boxed()
}

/// All records of a kind.
fn any_list(kind: Kind) -> impl Strategy<Value = Value> {
    let record = |(number, id): (usize, String)| {
        any_record(Shape::of(kind.list()).fields(), "").prop_map(move |mut record| {
            record["id"] = json!(id);
            if kind == Kind::Pillar {
                record["number"] = json!(number);
            }
            record
        })
    };
    let records: Vec<_> = ids(kind).into_iter().enumerate().map(record).collect();
    records.prop_map(Value::from)
}

/// A random dataset that is valid.
pub fn any_records() -> impl Strategy<Value = Records> {
    let lists: Vec<_> = Kind::all().iter().map(|kind| any_list(*kind)).collect();
    lists.prop_map(|lists| {
        let names = Kind::all().iter().map(|kind| kind.list().word().to_owned());
        let dataset: Map<String, Value> = names.zip(lists).collect();
        valid(serde_json::from_value(Value::Object(dataset)).unwrap())
    })
}
