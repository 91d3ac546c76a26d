//! A record as the facts that it consists of.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

use crate::model::{
    Agency, Citation, Country, Dataset, Document, Figure, Kind, Record, Step, for_each_reference,
};

use super::identity::Identity;

/// One value of a record, or one item of a list of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact {
    /// The field of the record, or of its report.
    pub field: String,
    /// The report that says it, as document and paragraph; none where it is not said by a report.
    pub place: Option<(String, String)>,
    /// The value with the ids of the new dataset.
    pub value: Value,
    /// The value as people read it.
    pub shown: String,
    /// Where it stands, if that says more than the value.
    pub cite: Option<String>,
}

impl Fact {
    /// That a record had an id before.
    pub fn former_id(id: &str) -> Self {
        let (field, shown) = ("former_ids".to_owned(), id.to_owned());
        Self { field, place: None, value: Value::String(id.to_owned()), shown, cite: None }
    }

    /// The value under a key, where it is a text.
    pub fn text(&self, key: &str) -> &str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The same for two facts that say the same of the same.
    pub fn key(&self) -> (&str, Option<&(String, String)>, String) {
        (&self.field, self.place.as_ref(), ordered(&self.value).to_string())
    }
}

/// The value with its lists in an order of their own.
fn ordered(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(ordered).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.clone(), ordered(value))).collect()
        }
        plain => plain.clone(),
    }
}

/// The references of a record: at which path, to which record.
type References = Vec<(Vec<Step>, Kind, String)>;

/// Reads the facts of records.
pub(super) struct Reader<'a> {
    dataset: &'a Dataset,
    identity: &'a Identity<'a>,
    references: BTreeMap<String, References>,
}

impl<'a> Reader<'a> {
    /// A reader of these records of a dataset; their ids are as in the new one of two.
    pub fn new<T: Record>(
        dataset: &'a Dataset,
        identity: &'a Identity<'a>,
        records: impl Iterator<Item = &'a T>,
    ) -> Self {
        let mut references: BTreeMap<String, References> =
            records.map(|record| (record.id().to_string(), Vec::new())).collect();
        if !references.is_empty() {
            let all = T::all(dataset.records());
            for_each_reference(dataset.records(), &mut |reference| {
                let from =
                    (reference.from == T::KIND).then(|| all.get(reference.position)).flatten();
                if let Some(of_record) =
                    from.and_then(|record| references.get_mut(record.id().as_str()))
                {
                    of_record.push((
                        reference.path.to_vec(),
                        reference.to,
                        reference.target.to_owned(),
                    ));
                }
            });
        }
        Self { dataset, identity, references }
    }

    /// The facts of one of the records.
    pub fn facts<T: Record + Serialize>(&self, record: &T) -> Vec<Fact> {
        // Records are plain structs: they can always be written.
        let mut shown = serde_json::to_value(record).unwrap_or_default();
        let mut value = composed(&shown);
        for (path, kind, target) in self.references.get(record.id().as_str()).into_iter().flatten()
        {
            let now = self.identity.now(*kind, target);
            put(&mut value, path, now);
            // A citation is shown as a whole, by the id of its document.
            if path.last() != Some(&Step::Key("document")) {
                put(&mut shown, path, self.label(*kind, target));
            }
        }
        let (Value::Object(value), Value::Object(shown)) = (value, shown) else {
            return Vec::new();
        };
        let mut facts = Vec::new();
        for (field, value) in &value {
            let shown = &shown[field];
            match (field.as_str(), value, shown) {
                ("reports", Value::Array(values), Value::Array(shown)) => {
                    let reports = values.iter().zip(shown);
                    facts.extend(reports.flat_map(|(value, shown)| self.report(value, shown)));
                }
                _ => facts.extend(self.items(field, value, shown)),
            }
        }
        facts
    }

    /// The fact that a report is there, and what it says.
    fn report(&self, value: &Value, shown: &Value) -> Vec<Fact> {
        let (Value::Object(value), Value::Object(shown)) = (value, shown) else {
            return Vec::new();
        };
        let text = |key| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let place = Some((text("document"), text("paragraph")));
        let cite = self.cite(shown).unwrap_or_default();
        let mut facts = vec![Fact {
            field: "reports".to_owned(),
            place: place.clone(),
            value: Value::Null,
            shown: cite.clone(),
            cite: None,
        }];
        for (field, value) in value {
            if field != "document" && field != "paragraph" {
                let items = self.items(field, value, &shown[field]);
                let said = |fact| Fact { place: place.clone(), cite: Some(cite.clone()), ..fact };
                facts.extend(items.into_iter().map(said));
            }
        }
        facts
    }

    /// A fact for each item of a list, or one for a single value.
    fn items(&self, field: &str, value: &Value, shown: &Value) -> Vec<Fact> {
        let fact = |(value, shown): (&Value, &Value)| Fact {
            field: field.to_owned(),
            place: None,
            value: value.clone(),
            shown: self.words(field, shown),
            cite: None,
        };
        match (value, shown) {
            (Value::Array(values), Value::Array(shown)) => {
                values.iter().zip(shown).map(fact).collect()
            }
            one => vec![fact(one)],
        }
    }

    /// The value as people read it.
    fn words(&self, field: &str, value: &Value) -> String {
        match (field, value) {
            ("countries" | "governments", Value::String(code)) => Country::from_code(code)
                .map_or_else(|| code.clone(), |country| country.name().to_owned()),
            ("figures", figure) => match serde_json::from_value::<Figure>(figure.clone()) {
                Ok(figure) => figure.to_string(),
                Err(_) => figure.to_string(),
            },
            ("participants", Value::Object(participant)) => {
                let word = |key| participant.get(key).and_then(Value::as_str).unwrap_or_default();
                format!("{}, {}", word("agency"), word("role"))
            }
            ("evidence", Value::Object(evidence)) => self.evidence(evidence),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Bool(flag)) => if *flag { "yes" } else { "no" }.to_owned(),
            (_, Value::Array(items)) => {
                let items: Vec<String> = items.iter().map(|item| self.words("", item)).collect();
                items.join(", ")
            }
            (_, Value::Object(map)) => self.parts(map),
            (_, plain) => plain.to_string(),
        }
    }

    /// The programme that answers, who ties it to the commitment, and why.
    fn evidence(&self, evidence: &Map<String, Value>) -> String {
        let word = |key| evidence.get(key).and_then(Value::as_str).unwrap_or_default();
        let completes = match (evidence.get("completes"), word("link")) {
            (Some(Value::Bool(true)), "stated") => ", completes it",
            (Some(Value::Bool(true)), _) => ", marked as completing it",
            _ => "",
        };
        let reason = match word("reason") {
            "" => String::new(),
            reason => format!(": {reason}"),
        };
        let cite = self.cite(evidence).unwrap_or_default();
        format!("{}, {}{completes}{reason} ({cite})", word("programme"), word("link"))
    }

    /// What an object says, with its citation behind it.
    fn parts(&self, map: &Map<String, Value>) -> String {
        let cite = self.cite(map);
        let cited = |key: &str| cite.is_some() && matches!(key, "document" | "paragraph");
        let rest = map.iter().filter(|(key, _)| !cited(key));
        let rest: Vec<String> = rest
            .map(|(key, value)| format!("{}: {}", key.replace('_', " "), self.words("", value)))
            .collect();
        match (rest.join(", "), cite) {
            (rest, None) => rest,
            (rest, Some(cite)) if rest.is_empty() => cite,
            (rest, Some(cite)) => format!("{rest} ({cite})"),
        }
    }

    /// The citation of an object that has one.
    fn cite(&self, map: &Map<String, Value>) -> Option<String> {
        let place =
            ["document", "paragraph"].map(|key| Some((key.to_owned(), map.get(key)?.clone())));
        let place = place.into_iter().collect::<Option<Map<String, Value>>>()?;
        let citation: Citation = serde_json::from_value(Value::Object(place)).ok()?;
        Some(self.dataset.cite(&citation))
    }

    /// What stands for a record in a cell.
    fn label<'t>(&'t self, kind: Kind, id: &'t str) -> &'t str {
        match kind {
            Kind::Agency => self.dataset.find(id).map_or(id, Agency::label),
            Kind::Document => self.dataset.find(id).map_or(id, Document::label),
            Kind::Pillar | Kind::Programme | Kind::Commitment => id,
        }
    }
}

/// The value with accented letters as one character each: how they are stored makes no difference.
fn composed(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.nfc().collect()),
        Value::Array(items) => Value::Array(items.iter().map(composed).collect()),
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.clone(), composed(value))).collect()
        }
        plain => plain.clone(),
    }
}

fn put(value: &mut Value, path: &[Step], text: &str) {
    let step = |value, step: &Step| -> Option<&mut Value> {
        let value: &mut Value = value;
        match step {
            Step::Key(key) => value.get_mut(key),
            Step::Item(item) => value.get_mut(item),
        }
    };
    if let Some(at) = path.iter().try_fold(value, step) {
        *at = Value::String(text.to_owned());
    }
}
