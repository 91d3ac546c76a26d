//! The values of records as people read them.

use crate::model::{Citation, Content, Country, Dataset, Fields, Group, Id, Leaf, LeafKind, Text};

/// A value as people read it, with its citation behind it if it has one.
pub fn wording(content: &Content, dataset: &Dataset) -> String {
    match content {
        Content::Leaf(leaf) => label(leaf, dataset),
        Content::List(items) => {
            items.iter().map(|item| wording(item, dataset)).collect::<Vec<_>>().join(", ")
        }
        Content::Fields(fields) => match (uncited(fields, dataset), citation(fields, dataset)) {
            (text, None) => text,
            (text, Some(place)) if text.is_empty() => place,
            (text, Some(place)) => format!("{text} ({place})"),
        },
    }
}

/// A part of a record as people read it, without its citation.
pub fn uncited(fields: &Fields, dataset: &Dataset) -> String {
    let text = |key| fields.get(key).map_or(String::new(), |value| wording(value, dataset));
    let after = |before: &str, key| match text(key) {
        text if text.is_empty() => text,
        text => format!("{before}{text}"),
    };
    match fields.name {
        "figure" => {
            let qualifier = text("qualifier");
            let space = if qualifier.is_empty() { "" } else { " " };
            format!("{qualifier}{space}{} {} ({})", text("value"), text("unit"), text("of"))
        }
        "participant" => format!("{}, {}", participant(fields, dataset), text("role")),
        "cited as" => format!("{}{}", text("form"), after(", ", "link")),
        "former name" => {
            let acronym = text("acronym");
            let acronym = if acronym.is_empty() { acronym } else { format!(" ({acronym})") };
            format!("{}{acronym}{}", text("name"), after(", until ", "until"))
        }
        "evidence" => {
            let completes = match (fields.text("completes"), fields.text("link")) {
                ("true", "stated") => ", completes it",
                ("true", _) => ", marked as completing it",
                _ => "",
            };
            format!("{}, {}{completes}{}", text("programme"), text("link"), after(": ", "reason"))
        }
        "external ids" => {
            let id = |(key, value): &(&str, Content)| {
                format!("{} {}", key.to_uppercase(), wording(value, dataset))
            };
            fields.values.iter().map(id).collect::<Vec<_>>().join(", ")
        }
        _ => {
            let is_cited = citation(fields, dataset).is_some();
            let rest = fields
                .values
                .iter()
                .filter(|(key, _)| !(is_cited && matches!(*key, "document" | "paragraph")));
            let named = |(key, value): &(&str, Content)| {
                format!("{}: {}", key.replace('_', " "), wording(value, dataset))
            };
            rest.map(named).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Who takes part, and through which office of it.
pub fn participant(fields: &Fields, dataset: &Dataset) -> String {
    let named = |key| fields.get(key).map(|value| wording(value, dataset));
    let agency = named("agency").unwrap_or_default();
    named("through").map_or(agency.clone(), |office| format!("{agency} (through {office})"))
}

/// The citation of a part that names a document and a paragraph.
pub fn citation(fields: &Fields, dataset: &Dataset) -> Option<String> {
    place(fields).map(|place| dataset.cite(&place))
}

/// The document and the paragraph that a part names.
pub fn place(fields: &Fields) -> Option<Citation> {
    let document = Id::new(fields.text("document")).ok()?;
    let paragraph = Text::new(fields.text("paragraph")).ok()?;
    Some(Citation { document, paragraph })
}

/// A single value as people read it.
fn label(leaf: &Leaf, dataset: &Dataset) -> String {
    let Leaf { kind, text } = leaf;
    match kind {
        LeafKind::Id(kind) => dataset.label(*kind, text).to_owned(),
        LeafKind::Country => Country::from_code(text)
            .map_or_else(|| text.clone(), |country| country.name().to_owned()),
        LeafKind::Group => {
            text.parse().map_or(text.as_str(), |group: Group| group.name()).to_owned()
        }
        LeafKind::Flag => if text == "true" { "yes" } else { "no" }.to_owned(),
        LeafKind::Text | LeafKind::Word | LeafKind::Number => text.clone(),
    }
}
