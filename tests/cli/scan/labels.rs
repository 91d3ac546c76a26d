//! How well the scanner finds what two readers have found, paragraph by paragraph.
//!
//! `labels.tsv` holds what each paragraph names, without its text: the texts are no part of the project. Where
//! `CND_SOURCES` names a folder that has them, the rows are held against the labels. Where a text has lost the
//! numbers of its paragraphs, the label is followed by the order: `ch. VI, 8` is the eighth of them. `CND_LABELS` names
//! a file of other labels, such as those of paragraphs that the scanner has not been seen on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cnd_tracker::document;
use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{Agency, Dataset, Vocabulary};
use cnd_tracker::query;
use cnd_tracker::scan::{self, Lexicon, Mention, Party};

const LABELS: &str = include_str!("labels.tsv");

type Place = (String, String);

/// What one paragraph names, by the readers.
#[derive(Default)]
struct Labels {
    known: BTreeSet<String>,
    /// What may be found and need not be: references back, and what stands within the name of another.
    optional: BTreeSet<String>,
    unknown: Vec<String>,
    symbols: BTreeSet<String>,
    commitments: Vec<String>,
}

/// Hits, false ones and those that were missed.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Score {
    fn sets(&mut self, place: &Place, found: &BTreeSet<String>, labels: &BTreeSet<String>) {
        self.right += found.intersection(labels).count();
        let at = |value: &String| format!("{} {} {value}", place.0, place.1);
        self.wrong.extend(found.difference(labels).map(at));
        self.missed.extend(labels.difference(found).map(at));
    }

    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    fn shares(&self) -> (f64, f64) {
        let of = |others: usize| self.right as f64 / (self.right + others).max(1) as f64;
        (of(self.wrong.len()), of(self.missed.len()))
    }

    fn told(&self, what: &str) -> String {
        let (precision, recall) = self.shares();
        let (right, wrong, missed) = (self.right, &self.wrong, &self.missed);
        format!(
            "{what}: {right} right, precision {precision:.3}, recall {recall:.3}\n  wrong {wrong:#?}\n  missed {missed:#?}"
        )
    }
}

#[test]
fn the_rows_are_those_of_the_readers() {
    let Some(folder) = std::env::var_os("CND_SOURCES") else {
        eprintln!("skipped: CND_SOURCES names no folder with the texts");
        return;
    };
    let dataset = load(&Source::Embedded).unwrap_or_else(|_| panic!("the shipped data"));
    let given = std::env::var_os("CND_LABELS");
    let given = given.map(|path| fs::read_to_string(path).unwrap());
    let labels = labels(given.as_deref().unwrap_or(LABELS), &dataset);
    let passages = passages(Path::new(&folder), &Lexicon::of(&dataset));
    let [mut known, mut unknown, mut symbols, mut asks] = [(); 4].map(|()| Score::default());
    let mut read = 0;
    for (place, labels) in &labels {
        let Some(mentions) = passages.get(place) else { continue };
        read += 1;
        measure(place, labels, mentions, [&mut known, &mut unknown, &mut symbols, &mut asks]);
    }
    let told = [
        known.told("agencies"),
        unknown.told("unknown agencies"),
        symbols.told("symbols"),
        asks.told("verb and addressee"),
    ]
    .join("\n");
    println!("{read} of {} paragraphs\n{told}", labels.len());
    assert!(read > 200, "{read} paragraphs only");
    let (precision, recall) = known.shares();
    assert!(precision >= 0.97 && recall >= 0.95, "{told}");
    assert!(unknown.shares().1 >= 0.90, "{told}");
    let (precision, recall) = symbols.shares();
    assert!(precision >= 0.98 && recall >= 0.98, "{told}");
    let (precision, recall) = asks.shares();
    assert!(precision >= 0.90 && recall >= 0.90, "{told}");
}

/// The labels of each paragraph; what the dataset has come to know since they were made is known.
fn labels(lines: &str, dataset: &Dataset) -> BTreeMap<Place, Labels> {
    let mut all: BTreeMap<Place, Labels> = BTreeMap::new();
    for line in lines.lines().skip(1) {
        let [file, paragraph, kind, value, note] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let labels = all.entry((file.to_owned(), paragraph.to_owned())).or_default();
        match kind {
            "none" => {}
            "symbol" => drop(labels.symbols.insert(value.to_owned())),
            "commitment" => labels.commitments.push(value.to_owned()),
            _ => {
                let name = value.strip_prefix("new:").unwrap_or(value);
                let id = match query::all::<Agency>(dataset, name).as_slice() {
                    [agency] => Some(agency.id.to_string()),
                    _ => None,
                };
                match (id, note) {
                    (Some(id), "back-reference" | "part-of-name") => {
                        labels.optional.insert(id);
                    }
                    (Some(id), _) => drop(labels.known.insert(id)),
                    (None, "back-reference" | "part-of-name" | "descriptive" | "event") => {}
                    (None, _) => labels.unknown.push(name.to_owned()),
                }
            }
        }
    }
    all
}

/// What each paragraph of the texts mentions.
fn passages(folder: &Path, lexicon: &Lexicon) -> BTreeMap<Place, Vec<Mention>> {
    let mut texts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "PPB_cooperation_paragraphs.txt" {
            for line in fs::read_to_string(entry.path()).unwrap().lines() {
                if let Some((file, text)) = line.strip_prefix('[').and_then(|l| l.split_once("] "))
                {
                    texts.entry(file.to_owned()).or_default().extend(format!("{text}\n\n").bytes());
                }
            }
        } else if [".txt", ".docx", ".pdf"].iter().any(|end| name.ends_with(end)) {
            texts.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    let mut passages: BTreeMap<Place, Vec<Mention>> = BTreeMap::new();
    for (file, bytes) in texts {
        let Ok(paper) = document::read(&bytes) else { continue };
        let read = scan::read(paper, lexicon, false);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (paragraph, mentions) in read.paragraphs() {
            let count = counts.entry(&paragraph.label).or_default();
            *count += 1;
            let nth = format!("{}, {count}", paragraph.label);
            passages.insert((file.clone(), nth), mentions.to_vec());
            let place = (file.clone(), paragraph.label.clone());
            passages.entry(place).or_default().extend(mentions.iter().cloned());
        }
    }
    passages
}

fn measure(place: &Place, labels: &Labels, mentions: &[Mention], scores: [&mut Score; 4]) {
    let [known, unknown, symbols, asks] = scores;
    let agencies = || mentions.iter().filter(|m| m.kind == scan::Kind::Agency && !m.is_guess);
    let mut ids: BTreeSet<String> = agencies().flat_map(|m| m.ids.iter().cloned()).collect();
    ids.retain(|id| !labels.optional.contains(id) || labels.known.contains(id));
    known.sets(place, &ids, &labels.known);
    let names: Vec<String> = mentions
        .iter()
        .filter(|m| !m.is_guess)
        .flat_map(|m| [Some(m.text.as_str()), m.name.as_deref()])
        .flatten()
        .map(plain)
        .collect();
    for name in &labels.unknown {
        let wanted = plain(name);
        if names.iter().any(|found| {
            *found == wanted || found.len() * 2 > wanted.len() && wanted.contains(found.as_str())
        }) {
            unknown.right += 1;
        } else {
            unknown.missed.push(format!("{} {} {name}", place.0, place.1));
        }
    }
    let found = mentions.iter().filter(|m| m.kind == scan::Kind::Symbol && !m.is_title());
    let found = found.map(|m| m.name.clone().unwrap_or_else(|| m.text.clone())).collect();
    symbols.sets(place, &found, &labels.symbols);
    let mut found: Vec<String> = mentions.iter().filter_map(limb).collect();
    for wanted in &labels.commitments {
        match found.iter().position(|limb| limb == wanted) {
            Some(at) => {
                found.remove(at);
                asks.right += 1;
            }
            None => asks.missed.push(format!("{} {} {wanted}", place.0, place.1)),
        }
    }
    // In the other texts nobody has looked for limbs.
    if LABELS.lines().any(|line| line.starts_with(&place.0) && line.contains("\tcommitment\t")) {
        let wrong = found.into_iter().map(|limb| format!("{} {} {limb}", place.0, place.1));
        asks.wrong.extend(wrong);
    }
}

/// A limb as it stands in the labels: forces that address nobody without parties, a practice as a plan.
fn limb(mention: &Mention) -> Option<String> {
    let ask = mention.ask.as_ref()?;
    let force = ask.force.word();
    let force = if force == "practice" { "planned" } else { force };
    let is_addressed =
        !["reaffirmed", "stressed", "recognised", "welcomed", "appreciated", "noted"]
            .contains(&force);
    let parties = ask.parties.iter().filter(|_| is_addressed).map(|party| match party {
        Party::Known(_) | Party::State(_) => party.known().unwrap_or_default().to_owned(),
        Party::Unknown(name) => format!("new:{name}"),
        Party::Speakers => "we".to_owned(),
    });
    let parties: BTreeSet<String> = parties.collect();
    Some(format!("{force} -> {}", Vec::from_iter(parties).join("; ")))
}

/// A name without case, articles and punctuation, in one spelling.
fn plain(name: &str) -> String {
    let folded = cnd_tracker::model::fold(name).replace('z', "s").replace("programme", "program");
    folded
        .strip_prefix("the ")
        .unwrap_or(&folded)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}
