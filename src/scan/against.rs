//! What a paper names beside what the dataset records of another document.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use super::mention::Kind;
use super::scanner::Read;
use crate::model::{Dataset, Programme, ProgrammeKind, vocabulary};

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
    }
}

vocabulary! {
    /// What is compared.
    pub enum Compared {
        /// An organisation, body or office.
        Agency,
        /// A mechanism by which entities coordinate.
        Mechanism,
        /// Another joint programme.
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

/// Compares a paper with what the dataset records of another document.
pub fn against(read: &Read, file: &str, other: &Ledger, dataset: &Dataset) -> Vec<Comparison> {
    let document = read.paper.symbol.clone().unwrap_or_else(|| file.to_owned());
    let mut places: BTreeMap<Key, [Vec<String>; 2]> = BTreeMap::new();
    for (paragraph, mentions) in read.paragraphs() {
        for mention in mentions.iter().filter(|mention| !mention.is_guess) {
            let ids: Vec<String> = match mention.ids.as_slice() {
                [] if mention.kind == Kind::Agency => vec![String::new()],
                ids => ids.to_vec(),
            };
            let own = mention.called();
            for key in ids.iter().filter_map(|id| key(mention.kind, id, own, dataset)) {
                let here = &mut places.entry(key).or_default()[0];
                if !here.contains(&paragraph.label) {
                    here.push(paragraph.label.clone());
                }
            }
        }
    }
    for entry in other.entries() {
        if let Some(key) = key(entry.kind, &entry.id, &entry.name, dataset) {
            let there = &mut places.entry(key).or_default()[1];
            if !there.contains(&entry.paragraph) {
                there.push(entry.paragraph.clone());
            }
        }
    }
    let mut compared: Vec<Comparison> = places
        .into_iter()
        .map(|((kind, id, name), [here, there])| {
            let side = match (here.is_empty(), there.is_empty()) {
                (true, _) => Side::OnlyThere,
                (false, true) => Side::OnlyHere,
                (false, false) => Side::Both,
            };
            let document = document.clone();
            Comparison { document, side, kind, id, name, here, there }
        })
        .collect();
    compared.sort_by(|a, b| (a.kind, a.side, &a.name).cmp(&(b.kind, b.side, &b.name)));
    compared
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
