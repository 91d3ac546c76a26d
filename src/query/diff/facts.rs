//! A record as the facts that it consists of.

use unicode_normalization::UnicodeNormalization;

use crate::model::{AnyRecord, Content, Dataset, Fields, Kind, Leaf, LeafKind};

use super::super::{citation, wording};
use super::identity::Identity;

/// One value of a record, or one item of a list of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact {
    /// The field of the record, or of its report.
    pub field: String,
    /// The report that says it, as document and paragraph; none where no report says it.
    pub place: Option<(String, String)>,
    /// The value with the ids of the new dataset.
    pub value: Content,
    /// The value as people read it.
    pub shown: String,
    /// Where it stands, if that says more than the value.
    pub cite: Option<String>,
}

impl Fact {
    /// The value under a key, where it is a single one.
    pub fn text(&self, key: &str) -> &str {
        match &self.value {
            Content::Fields(fields) => fields.text(key),
            _ => "",
        }
    }

    /// The same for two facts that say the same of the same.
    pub fn key(&self) -> (&str, Option<&(String, String)>, String) {
        (&self.field, self.place.as_ref(), key(&self.value))
    }
}

/// The value as one text, with its lists in an order of their own; accented letters are one character each,
/// however they are stored.
pub(super) fn key(value: &Content) -> String {
    match value {
        Content::Leaf(leaf) => format!("{:?}", leaf.text.nfc().collect::<String>()),
        Content::List(items) => {
            let mut items: Vec<String> = items.iter().map(key).collect();
            items.sort();
            format!("[{}]", items.join(","))
        }
        Content::Fields(fields) => {
            let field = |(name, value): &(&str, Content)| format!("{name}:{}", key(value));
            format!("{{{}}}", fields.values.iter().map(field).collect::<Vec<_>>().join(","))
        }
    }
}

/// Reads the facts of the records of a dataset; their ids are as in the new one of two.
pub(super) struct Reader<'a> {
    pub dataset: &'a Dataset,
    pub identity: &'a Identity,
}

impl Reader<'_> {
    /// The facts of a record.
    pub fn facts(&self, record: &dyn AnyRecord) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (field, value) in record.fields().values {
            if field == "reports" {
                for report in value.into_items() {
                    let Content::Fields(report) = report else { continue };
                    facts.extend(self.report(report));
                }
            } else {
                facts.extend(self.items(field, value));
            }
        }
        facts
    }

    /// The fact that a report is there, and what it says.
    fn report(&self, report: Fields) -> Vec<Fact> {
        let document = self.identity.now(Kind::Document, report.text("document"));
        let place = Some((document.to_owned(), report.text("paragraph").to_owned()));
        let cite = citation(&report, self.dataset).unwrap_or_default();
        let mut facts = vec![Fact {
            field: "reports".to_owned(),
            place: place.clone(),
            value: Content::List(Vec::new()),
            shown: cite.clone(),
            cite: None,
        }];
        for (field, value) in report.values {
            if field != "document" && field != "paragraph" {
                let items = self.items(field, value);
                let reported =
                    |fact| Fact { place: place.clone(), cite: Some(cite.clone()), ..fact };
                facts.extend(items.into_iter().map(reported));
            }
        }
        facts
    }

    /// A fact for each item of a list, or one for a single value.
    fn items(&self, field: &str, value: Content) -> Vec<Fact> {
        let fact = |value: Content| Fact {
            field: field.to_owned(),
            place: None,
            shown: wording(&value, self.dataset),
            value: self.renamed(value),
            cite: None,
        };
        value.into_items().map(fact).collect()
    }

    /// The value with the ids of the new dataset.
    fn renamed(&self, value: Content) -> Content {
        match value {
            Content::Leaf(Leaf { kind: LeafKind::Id(kind), text }) => {
                let text = self.identity.now(kind, &text).to_owned();
                Content::Leaf(Leaf { kind: LeafKind::Id(kind), text })
            }
            Content::List(items) => {
                Content::List(items.into_iter().map(|item| self.renamed(item)).collect())
            }
            Content::Fields(Fields { name, values }) => {
                let renamed = |(key, value)| (key, self.renamed(value));
                Content::Fields(Fields { name, values: values.into_iter().map(renamed).collect() })
            }
            plain => plain,
        }
    }
}
