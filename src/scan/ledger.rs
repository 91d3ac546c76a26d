//! What the paragraphs of a document name, according to the records of a dataset.

use std::collections::BTreeSet;

use super::dataset::region_id;
use super::mention::{Kind, Mention};
use super::party::Party;
use crate::document::{self, Paper};
use crate::model::{
    Citation, Commitment, Dataset, Document, Force, Id, Programme, Report, Text, Vocabulary,
    label_key,
};

/// Something that a record says of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The paragraph, as the record cites it.
    pub paragraph: String,
    /// The same as labels are compared.
    key: String,
    /// What it is.
    pub kind: Kind,
    /// The id of the record; of a region or figure, what is compared.
    pub id: String,
    /// What a person calls it.
    pub name: String,
    /// Other records of which a mention is one of it too: the office through which an agency takes part.
    also: Vec<String>,
    /// Of a commitment: its force, and the parties by their words.
    pub ask: Option<(Force, Vec<String>)>,
    /// Whether a text has to name it: a programme whose name is a description of the editors has no name there.
    is_named: bool,
}

impl Recorded {
    /// Whether a mention is one of it.
    pub fn is_in(&self, mention: &Mention) -> bool {
        let has = |id: &String| mention.ids.contains(id);
        match (self.kind, mention.kind) {
            (Kind::Figure, Kind::Figure) => {
                mention.figure.as_ref().is_some_and(|figure| figure.value.to_string() == self.id)
            }
            (Kind::Commitment, Kind::Commitment) => mention.ask.as_ref().is_some_and(|ask| {
                let Some((force, parties)) = &self.ask else { return false };
                let has = |party: &str| parties.iter().any(|known| known == party);
                let is_party =
                    |party: &Party| *party == Party::Speakers || party.known().is_some_and(has);
                // Whoever reiterates a commitment reaffirms it and is committed: either may be recorded.
                let is_again = ask.force == Force::Committed
                    && ["reiterat", "reaffirm", "renew"].iter().any(|verb| {
                        ask.verb.get(..verb.len()).is_some_and(|v| v.eq_ignore_ascii_case(verb))
                    });
                let is_force = *force == ask.force || is_again && *force == Force::Reaffirmed;
                is_force && (ask.parties.is_empty() || ask.parties.iter().any(is_party))
            }),
            (a, b) => a == b && (has(&self.id) || self.also.iter().any(has)),
        }
    }
}

/// What the records of a dataset say of one document, paragraph by paragraph.
#[derive(Debug)]
pub struct Ledger {
    /// The document.
    pub document: Id<Document>,
    /// Everything that is recorded of it.
    pub entries: Vec<Recorded>,
}

impl Ledger {
    /// What the records of a dataset say of a document.
    pub fn of(dataset: &Dataset, document: &Id<Document>) -> Self {
        let mut ledger = Self { document: document.clone(), entries: Vec::new() };
        for programme in &dataset.records().programmes {
            for report in &programme.reports {
                ledger.report(programme, report, dataset);
            }
        }
        ledger.sources(dataset);
        for commitment in &dataset.records().commitments {
            ledger.commitment(commitment, dataset);
        }
        let mut seen = BTreeSet::new();
        ledger.entries.retain(|entry| {
            let ask = entry.ask.as_ref().map(|(force, parties)| (*force, parties.clone()));
            seen.insert((entry.paragraph.clone(), entry.kind, entry.id.clone(), ask))
        });
        ledger
    }

    /// The record of this paragraph, of one that holds it, or of a part of it, that a mention is one of.
    pub fn holding(&self, label: &str, mention: &Mention) -> Option<&Recorded> {
        let label = label_key(label);
        let mut around = self.entries.iter().filter(|entry| is_around(&entry.key, &label));
        around.find(|entry| entry.is_in(mention))
    }

    /// The tables that records cite, if the paper has no table that could support them.
    pub fn tables_beyond(&self, paper: &Paper) -> BTreeSet<&str> {
        if paper.paragraphs.iter().any(|paragraph| paragraph.kind == document::Kind::Cell) {
            return BTreeSet::new();
        }
        let cited = self.entries.iter().map(|entry| entry.paragraph.as_str());
        cited.filter(|label| label.starts_with("table ")).collect()
    }

    /// What a paper should name at the recorded place and does not; `found` has mentions by place.
    pub fn unsupported(&self, found: &[(&str, &[Mention])]) -> Vec<&Recorded> {
        let found: Vec<(String, &[Mention])> =
            found.iter().map(|(label, mentions)| (label_key(label), *mentions)).collect();
        let is_missing = |entry: &&Recorded| {
            let mut around = found.iter().filter(|(label, _)| is_around(&entry.key, label));
            !around.any(|(_, mentions)| mentions.iter().any(|mention| entry.is_in(mention)))
        };
        self.entries.iter().filter(|entry| entry.is_named).filter(is_missing).collect()
    }

    fn add(&mut self, paragraph: &str, kind: Kind, id: &str, name: &str) -> &mut Recorded {
        self.entries.push_mut(Recorded {
            paragraph: paragraph.to_owned(),
            key: label_key(paragraph),
            kind,
            id: id.to_owned(),
            name: name.to_owned(),
            also: Vec::new(),
            ask: None,
            is_named: true,
        })
    }

    fn report(&mut self, programme: &Programme, report: &Report, dataset: &Dataset) {
        if report.document != self.document {
            return;
        }
        let at = &report.paragraph;
        let is_described = programme
            .external
            .iter()
            .any(|mark| mark.fields.iter().any(|field| &**field == "name"));
        let added = self.add(at, Kind::Programme, programme.id.as_str(), &programme.name);
        added.is_named = !is_described;
        for participant in &report.participants {
            let label = dataset.label_of(&participant.agency);
            let added = self.add(at, Kind::Agency, participant.agency.as_str(), label);
            added.also.extend(participant.through.iter().map(|office| office.as_str().to_owned()));
            if let Some(office) = &participant.through {
                self.add(at, Kind::Agency, office.as_str(), dataset.label_of(office));
            }
        }
        for country in report.governments.iter().chain(&report.countries) {
            self.add(at, Kind::Country, country.code(), country.name());
        }
        for region in &report.regions {
            self.add(at, Kind::Region, &region_id(region), region);
        }
        for figure in &report.figures {
            let number = figure.value.to_string();
            let name = format!("{number} {}", figure.unit);
            self.add(at, Kind::Figure, &number, &name);
        }
    }

    /// The places that agencies and documents have beside those of programmes.
    fn sources(&mut self, dataset: &Dataset) {
        for agency in &dataset.records().agencies {
            for paragraph in self.cited(&agency.sources) {
                self.add(&paragraph, Kind::Agency, agency.id.as_str(), agency.label());
            }
        }
        for document in &dataset.records().documents {
            // A document does not name itself.
            if document.id == self.document {
                continue;
            }
            let cited = document.cited_as.iter().map(|cited| cited.citation());
            let places: Vec<Citation> = document.sources.iter().cloned().chain(cited).collect();
            for paragraph in self.cited(&places) {
                self.add(&paragraph, Kind::Symbol, document.id.as_str(), document.label());
            }
        }
    }

    fn commitment(&mut self, commitment: &Commitment, dataset: &Dataset) {
        let mut places = self.cited(&commitment.sources);
        let is_its_own = commitment.instrument.as_ref() == Some(&self.document);
        places.extend(commitment.instrument_paragraph.clone().filter(|_| is_its_own));
        for place in &places {
            let id = commitment.id.as_str();
            let parties = commitment.made_by.iter().chain(&commitment.addressed_to);
            let parties = parties.map(|party| party.as_str().to_owned()).collect();
            let to: Vec<&str> =
                commitment.addressed_to.iter().map(|party| dataset.party_name(party)).collect();
            let name = match to.as_slice() {
                [] => commitment.force.word().to_owned(),
                to => format!("{} → {}", commitment.force.word(), to.join("; ")),
            };
            self.add(place, Kind::Commitment, id, &name).ask = Some((commitment.force, parties));
        }
        for evidence in &commitment.evidence {
            if evidence.document != self.document {
                continue;
            }
            let name = dataset.find::<Programme>(evidence.programme.as_str());
            let name = name.map_or(evidence.programme.as_str(), |programme| &programme.name);
            let added =
                self.add(&evidence.paragraph, Kind::Programme, evidence.programme.as_str(), name);
            // Whether the programme is named there is checked for its report.
            added.is_named = false;
        }
    }

    /// The paragraphs of the document among these places.
    fn cited(&self, places: &[Citation]) -> Vec<Text> {
        let cited = places.iter().filter(|citation| citation.document == self.document);
        cited.map(|citation| citation.paragraph.clone()).collect()
    }
}

/// Whether two labels, by their keys, are the same, or one is a part of the other, as `12 (a)` and what stands
/// unnumbered after it are of `12`.
fn is_around(cited: &str, label: &str) -> bool {
    let label = label.strip_prefix("after ").unwrap_or(label);
    let holds = |whole: &str, part: &str| {
        part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    };
    holds(cited, label) || holds(label, cited)
}
