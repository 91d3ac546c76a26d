//! Scans of small made-up documents.

mod cases;
mod property;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::dataset::groups;
use super::lexicon::Builder;
use super::{Kind, Lexicon, Mention};
use crate::document::{self, Cell, Paper, Paragraph};
use crate::model::{Dataset, Document, Group, Records, Vocabulary};

/// Countries, some of whose names stand within others.
const COUNTRIES: [(&str, &str); 16] = [
    ("NER", "Niger"),
    ("PSE", "Gaza"),
    ("NGA", "Nigeria"),
    ("GIN", "Guinea"),
    ("GNB", "Guinea-Bissau"),
    ("PNG", "Papua New Guinea"),
    ("TLS", "Timor-Leste"),
    ("COD", "Democratic Republic of the Congo"),
    ("COG", "Congo"),
    ("COD", "Congo"),
    ("TGO", "Togo"),
    ("TCD", "Chad"),
    ("JOR", "Jordan"),
    ("TUR", "Türkiye"),
    ("IRN", "Iran (Islamic Republic of)"),
    ("RUS", "Russian Federation"),
];

/// Names of other records.
const NAMES: [(Kind, &str, &str); 27] = [
    (Kind::Agency, "unodc", "United Nations Office on Drugs and Crime"),
    (Kind::Agency, "who", "World Health Organization"),
    (Kind::Agency, "unaids", "Joint United Nations Programme on HIV/AIDS"),
    (Kind::Agency, "unicef", "United Nations Children's Fund"),
    (Kind::Agency, "incb", "International Narcotics Control Board"),
    (Kind::Agency, "cnd", "Commission on Narcotic Drugs"),
    (Kind::Agency, "ecosoc", "Economic and Social Council"),
    (Kind::Agency, "general-assembly", "General Assembly"),
    (Kind::Agency, "secretary-general", "Secretary-General"),
    (Kind::Agency, "un-secretariat", "Secretariat"),
    (Kind::Agency, "excom", "Executive Committee"),
    (Kind::Agency, "afdb", "African Development Bank"),
    (Kind::Agency, "interpol", "International Criminal Police Organization"),
    (Kind::Agency, "wco", "World Customs Organization"),
    (Kind::Agency, "eu", "European Union"),
    (Kind::Agency, "g5-sahel", "G5 Sahel"),
    (Kind::Programme, "container-control", "UNODC-WCO Container Control Programme"),
    (Kind::Programme, "listen-first", "Listen First"),
    (Kind::Programme, "leaf-toolkit", "United Nations toolkit on leaves"),
    (Kind::Symbol, "a-res-74-178", "A/RES/74/178"),
    (Kind::Symbol, "agenda-2030", "2030 Agenda"),
    (Kind::Symbol, "plan", "Plan of Action 68/1"),
    (Kind::Region, "sahel", "Sahel"),
    (Kind::Region, "africa", "Africa"),
    (Kind::Region, "west-africa", "West Africa"),
    (Kind::Region, "europe", "Europe"),
    (Kind::Region, "aland", "Åland Islands"),
];

/// Acronyms of agencies.
const ACRONYMS: [(&str, &str); 16] = [
    ("unodc", "UNODC"),
    ("unodc", "ONUDC"),
    ("who", "WHO"),
    ("who", "OMS"),
    ("incb", "OICS"),
    ("unaids", "UNAIDS"),
    ("un-women", "UN-Women"),
    ("un-habitat", "UN-Habitat"),
    ("un", "UN"),
    ("incb", "INCB"),
    ("cnd", "CND"),
    ("afdb", "ADB"),
    ("interpol", "INTERPOL"),
    ("wco", "WCO"),
    ("itc-a", "ITC"),
    ("itc-b", "ITC"),
];

/// A small dataset.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut builder = Builder::default();
    for (kind, id, name) in NAMES {
        builder.add(kind, id, name, false);
    }
    for (id, acronym) in ACRONYMS {
        builder.add(Kind::Agency, id, acronym, true);
    }
    builder.add(Kind::Programme, "smart", "SMART", true);
    for (code, name) in COUNTRIES {
        builder.add(Kind::Country, code, name, false);
    }
    for (group, form) in groups() {
        builder.add(Kind::Group, group, form, false);
    }
    builder.lexicon.apart = ["who", "interpol"].map(str::to_owned).into();
    builder.finish()
});

/// A dataset without records: what every one has.
static NONE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::of(&Dataset::new(String::new(), Records::default())));

/// A dataset of reports, two of them with one title.
static REPORTS: LazyLock<Lexicon> = LazyLock::new(|| {
    let document = |(id, symbol, title)| -> Document {
        let fields =
            serde_json::json!({"id": id, "symbol": symbol, "title": title, "kind": "report"});
        serde_json::from_value(fields).unwrap()
    };
    let documents = [
        ("one", "A/90/1", "Report on the trees of the world"),
        ("two", "A/91/1", "Report on the trees of the world"),
        ("leaves", "A/91/2", "Report on the leaves of the world"),
    ];
    let documents = documents.into_iter().map(document).collect();
    Lexicon::of(&Dataset::new(String::new(), Records { documents, ..Records::default() }))
});

/// A document with these paragraphs: `# ` begins a heading, `| ` a cell, and a row of a table ends with ` |` too.
pub fn paper(symbol: Option<&str>, lines: &[&str]) -> Paper {
    let mut paragraphs = Vec::new();
    let mut row = 0;
    for line in lines {
        if let Some(cells) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            row += 1;
            let cells: Vec<&str> = cells.split(" | ").collect();
            for (at, text) in cells.iter().enumerate() {
                // A cell alone spans the table.
                let last = if cells.len() == 1 { 9 } else { at + 1 };
                let cell = Some(Cell { row, first: at + 1, last });
                paragraphs.push(Paragraph { cell, ..paragraph(document::Kind::Cell, text) });
            }
        } else if let Some(text) = line.strip_prefix("| ") {
            paragraphs.push(paragraph(document::Kind::Cell, text));
        } else if let Some(text) = line.strip_prefix("# ") {
            paragraphs.push(paragraph(document::Kind::Heading, text));
        } else if line.starts_with('(') {
            paragraphs.push(paragraph(document::Kind::Item, line));
        } else {
            paragraphs.push(paragraph(document::Kind::Body, line));
        }
    }
    Paper { symbol: symbol.map(str::to_owned), title: None, paragraphs, notes: Vec::new() }
}

/// A paragraph whose label is the number before its text, if there is one.
pub fn paragraph(kind: document::Kind, text: &str) -> Paragraph {
    let number = text.split_once(". ").map_or("", |(number, _)| number);
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let label = if is_number { number.to_owned() } else { String::new() };
    Paragraph { label, page: None, heading: None, kind, text: text.to_owned(), cell: None }
}

/// What the paragraphs of a document mention by name.
pub fn scan(symbol: Option<&str>, paragraphs: &[&str]) -> Vec<Mention> {
    let read = super::read(paper(symbol, paragraphs), &LEXICON, false);
    let mut found = read.mentions.concat();
    found.retain(|mention| !mention.is_guess || mention.ask.is_some());
    found
}

#[test]
fn every_group_of_the_vocabulary_has_forms() {
    let ids: BTreeSet<&str> = groups().map(|(group, _)| group).collect();
    assert_eq!(ids, Group::words().into_iter().collect());
}
