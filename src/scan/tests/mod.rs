//! The engine on small documents of its own.

mod cases;
mod joint;
mod lexicon;
mod mandates;
mod outlook;
mod places;
mod property;
mod standing;

use std::sync::LazyLock;

use super::dataset::groups;
use super::lexicon::Builder;
use super::{Kind, Lexicon, Mention};
use crate::document::{self, Paper, Paragraph};

/// Countries, some of whose names stand within others.
const COUNTRIES: [(&str, &str); 15] = [
    ("NER", "Niger"),
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
const NAMES: [(Kind, &str, &str); 25] = [
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
    (Kind::Region, "sahel", "Sahel"),
    (Kind::Region, "africa", "Africa"),
    (Kind::Region, "west-africa", "West Africa"),
    (Kind::Region, "europe", "Europe"),
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
    for (code, name) in COUNTRIES {
        builder.add(Kind::Country, code, name, false);
    }
    for (group, form) in groups() {
        builder.add(Kind::Group, group, form, false);
    }
    builder.finish()
});

/// A document with these paragraphs.
pub fn paper(symbol: Option<&str>, paragraphs: &[&str]) -> Paper {
    let paragraph = |text: &&str| {
        let kind = if text.starts_with('(') { document::Kind::Item } else { document::Kind::Body };
        let text = (*text).to_owned();
        Paragraph { label: String::new(), page: None, heading: None, kind, text, cell: None }
    };
    Paper {
        symbol: symbol.map(str::to_owned),
        title: None,
        paragraphs: paragraphs.iter().map(paragraph).collect(),
        notes: Vec::new(),
    }
}

/// What the paragraphs of a document mention, references back included.
pub fn read(symbol: Option<&str>, paragraphs: &[&str], preamble: bool) -> Vec<Mention> {
    super::read(paper(symbol, paragraphs), &LEXICON, preamble)
        .mentions
        .into_iter()
        .flatten()
        .collect()
}

/// What the paragraphs of a document mention by name.
pub fn scan(symbol: Option<&str>, paragraphs: &[&str]) -> Vec<Mention> {
    let mut found = read(symbol, paragraphs, false);
    found.retain(|mention| !mention.is_guess || mention.ask.is_some());
    found
}
