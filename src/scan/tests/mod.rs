//! The engine on small documents of its own.

mod cases;
mod lexicon;
mod property;

use std::sync::LazyLock;

use super::dataset::groups;
use super::{Entry, Kind, Lexicon, Mention};
use crate::document::{self, Paper, Paragraph};

/// Countries, some of whose names stand within others.
const COUNTRIES: [(&str, &str); 14] = [
    ("NER", "Niger"),
    ("NGA", "Nigeria"),
    ("GIN", "Guinea"),
    ("GNB", "Guinea-Bissau"),
    ("PNG", "Papua New Guinea"),
    ("TLS", "Timor-Leste"),
    ("COD", "Democratic Republic of the Congo"),
    ("COG", "Congo"),
    ("TGO", "Togo"),
    ("TCD", "Chad"),
    ("JOR", "Jordan"),
    ("TUR", "Türkiye"),
    ("IRN", "Iran (Islamic Republic of)"),
    ("RUS", "Russian Federation"),
];

/// A small dataset.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    use Kind::{Agency, Country, Programme, Region, Symbol};
    let mut entries = vec![
        Entry::name(Agency, "unodc", "United Nations Office on Drugs and Crime"),
        Entry::acronym(Agency, "unodc", "UNODC"),
        Entry::acronym(Agency, "unodc", "ONUDC"),
        Entry::name(Agency, "who", "World Health Organization"),
        Entry::acronym(Agency, "who", "WHO"),
        Entry::name(Agency, "unaids", "Joint United Nations Programme on HIV/AIDS"),
        Entry::acronym(Agency, "unaids", "UNAIDS"),
        Entry::acronym(Agency, "un-women", "UN-Women"),
        Entry::acronym(Agency, "un-habitat", "UN-Habitat"),
        Entry::name(Agency, "unicef", "United Nations Children's Fund"),
        Entry::acronym(Agency, "un", "UN"),
        Entry::name(Agency, "incb", "International Narcotics Control Board"),
        Entry::acronym(Agency, "incb", "INCB"),
        Entry::name(Agency, "cnd", "Commission on Narcotic Drugs"),
        Entry::acronym(Agency, "cnd", "CND"),
        Entry::name(Agency, "ecosoc", "Economic and Social Council"),
        Entry::name(Agency, "general-assembly", "General Assembly"),
        Entry::name(Agency, "secretary-general", "Secretary-General"),
        Entry::name(Agency, "un-secretariat", "Secretariat"),
        Entry::name(Agency, "excom", "Executive Committee"),
        Entry::name(Agency, "afdb", "African Development Bank"),
        Entry::acronym(Agency, "afdb", "ADB"),
        Entry::name(Agency, "interpol", "International Criminal Police Organization"),
        Entry::acronym(Agency, "interpol", "INTERPOL"),
        Entry::name(Agency, "wco", "World Customs Organization"),
        Entry::acronym(Agency, "wco", "WCO"),
        Entry::name(Agency, "eu", "European Union"),
        Entry::name(Agency, "g5-sahel", "G5 Sahel"),
        Entry::acronym(Agency, "itc-a", "ITC"),
        Entry::acronym(Agency, "itc-b", "ITC"),
        Entry::name(Programme, "container-control", "UNODC-WCO Container Control Programme"),
        Entry::name(Programme, "listen-first", "Listen First"),
        Entry::name(Symbol, "a-res-74-178", "A/RES/74/178"),
        Entry::name(Symbol, "agenda-2030", "2030 Agenda"),
        Entry::name(Region, "sahel", "Sahel"),
        Entry::name(Region, "africa", "Africa"),
        Entry::name(Region, "west-africa", "West Africa"),
        Entry::name(Region, "europe", "Europe"),
    ];
    entries.extend(COUNTRIES.map(|(code, name)| Entry::name(Country, code, name)));
    entries.extend(groups());
    Lexicon::new(entries)
});

/// A document with these paragraphs.
pub fn paper(symbol: Option<&str>, paragraphs: &[&str]) -> Paper {
    let paragraph = |text: &&str| {
        let kind = if text.starts_with('(') { document::Kind::Item } else { document::Kind::Body };
        let text = (*text).to_owned();
        Paragraph { label: String::new(), page: None, heading: None, kind, text }
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
pub fn scan(paragraphs: &[&str]) -> Vec<Mention> {
    let mut found = read(None, paragraphs, false);
    found.retain(|mention| !mention.is_guess || mention.ask.is_some());
    found
}
