//! Compares what a paper names with what the dataset records for another document.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use super::mention::{Kind, Mention};
use super::scanner::Read;
use crate::model::{Citation, Dataset, Programme, ProgrammeKind, vocabulary};

vocabulary! {
    /// Which of the two names something.
    pub enum Side {
        /// Both do.
        Both,
        /// The document of the dataset does, and it is not named in this text, under any form that the dataset
        /// knows.
        OnlyThere,
        /// This text does, and no record says that the document of the dataset does.
        OnlyHere,
        /// This text has a name that is also another record's, and does not tell which of them it means.
        Ambiguous,
    }
}

vocabulary! {
    /// What is compared.
    pub enum Compared {
        /// An organisation, body or office.
        Agency,
        /// A mechanism by which entities coordinate.
        Mechanism,
        /// Another programme.
        Programme,
        /// A document that is cited.
        Instrument,
    }
}

/// Something that the paper, the other document or both name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The paper: its symbol, or the name of the file.
    pub document: String,
    /// Which of the two names it.
    pub side: Side,
    /// What it is.
    pub kind: Compared,
    /// The id of the record; empty where the dataset has none.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The paragraphs of the paper that name it.
    pub here: Vec<String>,
    /// The paragraphs of the other document in which the dataset records it.
    pub there: Vec<String>,
}

type Key = (Compared, String, String);

/// Where the text names something, where it may name it, and where the other document does.
#[derive(Default)]
struct Places {
    here: Vec<String>,
    maybe: Vec<String>,
    there: Vec<String>,
}

/// Compares a paper with what the dataset records of another document.
pub fn against(read: &Read, file: &str, other: &Ledger, dataset: &Dataset) -> Vec<Comparison> {
    let document = read.paper.symbol.clone().unwrap_or_else(|| file.to_owned());
    let mut places: BTreeMap<Key, Places> = BTreeMap::new();
    let (head, symbol) = (read.head(), read.paper.symbol.as_deref());
    for (at, (paragraph, mentions)) in read.paragraphs().enumerate() {
        let in_head = at < head && !paragraph.label.starts_with("fn. ");
        let is_own = |mention: &Mention| in_head && is_itself(mention, mentions, symbol);
        let names = |mention: &&Mention| !mention.is_guess && !is_own(mention);
        for mention in mentions.iter().filter(names) {
            let ids: Vec<String> = match mention.ids.as_slice() {
                [] if mention.kind == Kind::Agency => vec![String::new()],
                [_, _, ..] => meant(mention, mentions, read),
                ids => ids.to_vec(),
            };
            let own = mention.called();
            for key in ids.iter().filter_map(|id| key(mention.kind, id, own, dataset)) {
                let Places { here, maybe, .. } = places.entry(key).or_default();
                add(if ids.len() > 1 { maybe } else { here }, &paragraph.label);
            }
        }
    }
    for entry in &other.entries {
        if let Some(key) = key(entry.kind, &entry.id, &entry.name, dataset) {
            add(&mut places.entry(key).or_default().there, &entry.paragraph);
        }
    }
    let mut compared: Vec<Comparison> = places
        .into_iter()
        .map(|((kind, id, name), Places { here, maybe, mut there })| {
            there.sort_by_cached_key(|paragraph| Citation::order_of(paragraph));
            let (side, here) = match (here.is_empty(), there.is_empty()) {
                (true, _) if !maybe.is_empty() => (Side::Ambiguous, maybe),
                (true, _) => (Side::OnlyThere, here),
                (false, true) => (Side::OnlyHere, here),
                (false, false) => (Side::Both, here),
            };
            let document = document.clone();
            Comparison { document, side, kind, id, name, here, there }
        })
        .collect();
    compared.sort_by(|a, b| (a.kind, a.side, &a.name).cmp(&(b.kind, b.side, &b.name)));
    compared
}

/// Whether a document named in the head of a paper is the paper itself: it has the symbol of the
/// paper, or it is the document whose number begins the line.
fn is_itself(mention: &Mention, beside: &[Mention], symbol: Option<&str>) -> bool {
    let is_title_of = |number: &Mention| {
        number.kind == Kind::Symbol && number.span.start == 0 && number.ids == mention.ids
    };
    mention.kind == Kind::Symbol
        && (beside.iter().any(is_title_of) || symbol.is_some_and(|own| mention.called() == own))
}

/// The records that a mention can mean: those that another mention in the same paragraph names
/// alone, as in `resolution 74/178 “International cooperation …”`, else those named alone elsewhere
/// in the paper, else all of them.
fn meant(mention: &Mention, beside: &[Mention], read: &Read) -> Vec<String> {
    let names = |mentions: &[Mention], id: &String| {
        mentions.iter().any(|other| other.kind == mention.kind && other.ids == [id.clone()])
    };
    let mut ids = mention.ids.clone();
    ids.retain(|id| names(beside, id));
    if ids.is_empty() {
        ids.clone_from(&mention.ids);
        ids.retain(|id| read.mentions.iter().any(|mentions| names(mentions, id)));
    }
    if ids.is_empty() { mention.ids.clone() } else { ids }
}

fn add(list: &mut Vec<String>, paragraph: &String) {
    if !list.contains(paragraph) {
        list.push(paragraph.clone());
    }
}

/// What something is compared by, where it is of a kind that is.
fn key(kind: Kind, id: &str, own: &str, dataset: &Dataset) -> Option<Key> {
    use crate::model::Kind as Record;
    let name = |kind| if id.is_empty() { own } else { dataset.label(kind, id) }.to_owned();
    match kind {
        Kind::Agency => Some((Compared::Agency, id.to_owned(), name(Record::Agency))),
        Kind::Symbol => Some((Compared::Instrument, id.to_owned(), name(Record::Document))),
        Kind::Programme => {
            let programme = dataset.find::<Programme>(id)?;
            let is_mechanism = programme.kind == ProgrammeKind::CoordinationMechanism;
            let kind = if is_mechanism { Compared::Mechanism } else { Compared::Programme };
            Some((kind, id.to_owned(), programme.name.to_string()))
        }
        _ => None,
    }
}
