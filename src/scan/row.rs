//! The rows of a scan: what each paragraph of a paper mentions, and how that stands to the dataset.

use std::collections::BTreeMap;

use super::address;
use super::figure::Figure;
use super::ledger::{Ledger, Recorded};
use super::mention::{Kind, Mention, Status};
use super::party::Party;
use super::scanner::Read;
use crate::document::{self, Paragraph};
use crate::model::{Agency, Dataset, Force, Kind as Record, has_words, vocabulary};

vocabulary! {
    /// What is to be known of how something is mentioned.
    pub enum Mark {
        /// It stands in the title of an instrument or publication, and is not acting.
        InTitle,
        /// It stands in a list of those who spoke, or is what speakers asked.
        Speaker,
        /// It is a reference back ("the Office"), resolved by a guess.
        Guess,
    }
}

/// One mention, or one fact of the dataset that its paragraph does not bear out.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The document: its symbol, or the name of the file.
    pub document: String,
    /// The file.
    pub file: String,
    /// The page on which the paragraph begins.
    pub page: Option<u32>,
    /// The paragraph, as it is cited.
    pub paragraph: String,
    /// The heading above it.
    pub heading: Option<String>,
    /// What is mentioned.
    pub kind: Kind,
    /// As it stands; of a limb, its verb and those addressed.
    pub text: String,
    /// The ids of the records that it may be; of a symbol its full form.
    pub ids: Vec<String>,
    /// How it stands to the dataset.
    pub status: Status,
    /// Of what the dataset lacks: the name by which the document explains it.
    pub name: Option<String>,
    /// Of a limb: its force.
    pub force: Option<Force>,
    /// Of a limb: those addressed or bound, agencies by acronym.
    pub parties: Vec<String>,
    /// Of a figure: the number and what it counts.
    pub figure: Option<Figure>,
    /// What is to be known of how it is mentioned.
    pub marks: Vec<Mark>,
}

/// The rows of a paper, in the order of its text; with a ledger, held against what the dataset records.
///
/// A record is borne out by a mention of its own in the passages that its place leads to (`places`, and
/// `address::resolve` for places without a number), around it (`Ledger::unsupported`) or under it (`below`); else
/// by what `is_within` finds there. Records of tables that the paper lacks (`Ledger::tables_beyond`) are
/// not asked for.
pub fn rows(
    read: &Read,
    file: &str,
    guesses: bool,
    ledger: Option<&Ledger>,
    dataset: &Dataset,
) -> Vec<Row> {
    let document = ledger
        .map(|ledger| dataset.label_of(&ledger.document).to_owned())
        .or_else(|| read.paper.symbol.clone())
        .unwrap_or_else(|| file.to_owned());
    let writer = Writer { document, file, ledger, dataset };
    let mut rows = Vec::new();
    let mut places = places(read);
    let entries = ledger.into_iter().flat_map(|ledger| &ledger.entries);
    let cited = entries.map(|entry| entry.paragraph.as_str());
    address::resolve(&read.paper.paragraphs, &mut places, cited);
    let found: Vec<(&str, &[Mention])> =
        places.iter().copied().zip(read.mentions.iter().map(Vec::as_slice)).collect();
    let mut support = found.clone();
    support.extend(below(read, &found));
    let mut missing: Vec<&Recorded> =
        ledger.map(|ledger| ledger.unsupported(&support)).unwrap_or_default();
    let beyond = ledger.map(|ledger| ledger.tables_beyond(&read.paper)).unwrap_or_default();
    missing.retain(|entry| {
        !beyond.contains(entry.paragraph.as_str())
            && !is_within(entry, read, &support, &places, dataset)
    });
    // What is missing stands behind the last passage of its paragraph.
    let last: BTreeMap<&str, usize> =
        places.iter().enumerate().map(|(at, place)| (*place, at)).collect();
    for (at, (paragraph, mentions)) in read.paragraphs().enumerate() {
        let shown = mentions.iter().filter(|m| guesses || !m.is_guess || m.ask.is_some());
        let place = places[at];
        rows.extend(shown.map(|mention| writer.mention(paragraph, place, mention)));
        if last.get(place) == Some(&at) {
            let (here, later) = missing.into_iter().partition(|e| e.paragraph == place);
            missing = later;
            let here: Vec<&Recorded> = here;
            rows.extend(here.into_iter().map(|entry| writer.missing(Some(paragraph), entry)));
        }
    }
    rows.extend(missing.into_iter().map(|entry| writer.missing(None, entry)));
    rows
}

/// Where records say that each passage stands: what comes before the first paragraph is the title.
fn places(read: &Read) -> Vec<&str> {
    let paragraphs = &read.paper.paragraphs;
    let mut places: Vec<&str> =
        paragraphs.iter().map(|paragraph| paragraph.label.as_str()).collect();
    places[..read.head()]
        .iter_mut()
        .filter(|label| !label.starts_with("fn. "))
        .for_each(|l| *l = "title");
    places
}

/// What also counts under another passage: notes of the title, and short lines that look like
/// headings, under the paragraph before them, since they may be the items of its list.
fn below<'a>(read: &'a Read, found: &[(&'a str, &'a [Mention])]) -> Vec<(&'a str, &'a [Mention])> {
    let mut above = "";
    let mut below = Vec::new();
    // The notes of a title, which are marked with stars, stand under it.
    let starred = found.iter().filter(|(label, _)| label.starts_with("fn. *"));
    below.extend(starred.map(|(_, mentions)| ("title", *mentions)));
    for (paragraph, (label, mentions)) in read.paper.paragraphs.iter().zip(found) {
        match paragraph.kind {
            document::Kind::Body => above = label,
            document::Kind::Heading => below.push((above, *mentions)),
            _ => {}
        }
    }
    below
}

/// Whether a place bears out what is recorded of it although no mention of its own does: an agency within a
/// longer name ("Board of the Example Programme"), a number in the cell of a table.
fn is_within(
    entry: &Recorded,
    read: &Read,
    found: &[(&str, &[Mention])],
    places: &[&str],
    dataset: &Dataset,
) -> bool {
    let names: Vec<&str> = match entry.kind {
        Kind::Agency => {
            let agency = dataset.find::<Agency>(&entry.id);
            agency.into_iter().flat_map(Agency::names).map(|name| &**name).collect()
        }
        _ => Vec::new(),
    };
    let is_inner = |mention: &Mention| {
        mention.kind == Kind::Agency && names.iter().any(|name| has_words(&mention.text, name))
    };
    let mut cells = read.paper.paragraphs.iter().zip(places).filter(|(paragraph, place)| {
        paragraph.kind == document::Kind::Cell && **place == entry.paragraph
    });
    found.iter().any(|(place, mentions)| *place == entry.paragraph && mentions.iter().any(is_inner))
        || entry.kind == Kind::Figure
            && cells.any(|(cell, _)| cell.text.replace(',', "") == entry.id)
}

struct Writer<'a> {
    document: String,
    file: &'a str,
    ledger: Option<&'a Ledger>,
    dataset: &'a Dataset,
}

impl Writer<'_> {
    fn mention(&self, paragraph: &Paragraph, place: &str, mention: &Mention) -> Row {
        let held = self.ledger.and_then(|ledger| ledger.holding(place, mention));
        let status = match (mention.status(), held) {
            (_, Some(_)) => Status::Recorded,
            (Status::Known, None) if self.ledger.is_some() => Status::Unrecorded,
            (status, None) => status,
        };
        let parties = mention.ask.iter().flat_map(|ask| &ask.parties);
        let parties: Vec<String> = parties.map(|party| self.party(party)).collect();
        let text = match (&mention.ask, parties.as_slice()) {
            (Some(ask), []) => ask.verb.clone(),
            (Some(ask), parties) => format!("{} → {}", ask.verb, parties.join("; ")),
            (None, _) => mention.text.clone(),
        };
        let marks = [
            (mention.in_title, Mark::InTitle),
            (mention.is_speaker, Mark::Speaker),
            (mention.is_guess, Mark::Guess),
        ];
        Row {
            text,
            ids: self.ids(mention, held),
            status,
            name: mention.name.clone().filter(|_| mention.kind != Kind::Symbol),
            force: mention.ask.as_ref().map(|ask| ask.force),
            parties,
            figure: mention.figure.clone(),
            marks: marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect(),
            ..self.row(Some(paragraph), &paragraph.label, mention.kind)
        }
    }

    fn missing(&self, paragraph: Option<&Paragraph>, entry: &Recorded) -> Row {
        let id = match entry.kind {
            Kind::Figure => Vec::new(),
            Kind::Symbol => vec![entry.name.clone()],
            _ => vec![entry.id.clone()],
        };
        Row {
            text: entry.name.clone(),
            ids: id,
            status: Status::Unsupported,
            force: entry.ask.as_ref().map(|(force, _)| *force),
            ..self.row(paragraph, &entry.paragraph, entry.kind)
        }
    }

    /// A row of a paragraph in which nothing stands yet.
    fn row(&self, paragraph: Option<&Paragraph>, label: &str, kind: Kind) -> Row {
        Row {
            document: self.document.clone(),
            file: self.file.to_owned(),
            page: paragraph.and_then(|paragraph| paragraph.page),
            paragraph: label.to_owned(),
            heading: paragraph.and_then(|paragraph| paragraph.heading.clone()),
            kind,
            text: String::new(),
            ids: Vec::new(),
            status: Status::Unknown,
            name: None,
            force: None,
            parties: Vec::new(),
            figure: None,
            marks: Vec::new(),
        }
    }

    fn ids(&self, mention: &Mention, held: Option<&Recorded>) -> Vec<String> {
        match mention.kind {
            Kind::Symbol => match &mention.name {
                Some(full) => vec![full.clone()],
                None => {
                    let label = |id: &String| self.dataset.label(Record::Document, id).to_owned();
                    mention.ids.iter().map(label).collect()
                }
            },
            Kind::Commitment => held.map(|entry| entry.id.clone()).into_iter().collect(),
            _ => mention.ids.clone(),
        }
    }

    fn party(&self, party: &Party) -> String {
        match party {
            Party::Known(party) => self.dataset.party_name(party).to_owned(),
            Party::Unknown(name) | Party::State(name) => name.clone(),
            Party::Speakers => "we".to_owned(),
        }
    }
}
