//! In our own words: no text of ours copies a sentence of a source, names and terms of art apart.
//!
//! The texts of the sources are not part of this repository. Where they are at hand, `CND_SOURCES` names their
//! folder, in which `note-2020.txt` is the text of the document `note-2020`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Write, stderr};
use std::path::PathBuf;
use std::{env, fs};

use cnd_tracker::model::{AnyRecord, Dataset, External, fold};

use crate::dataset;

/// So many words may stand in a row as a source has them, besides names and terms.
const MOST: usize = 7;

fn terms() -> Vec<&'static str> {
    let lines = include_str!("terms.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let ends = |c: char| !c.is_alphanumeric();
    let cut = |c: char| ends(c) && !matches!(c, '-' | '/' | '\'' | '.');
    folded
        .split(cut)
        .map(|word| word.trim_matches(ends))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A source that texts are compared with.
struct Copied {
    source: Vec<String>,
    places: BTreeMap<String, Vec<usize>>,
    names: Vec<Vec<String>>,
}

impl Copied {
    fn new<'a>(source: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let source = words(source);
        let mut places = BTreeMap::<String, Vec<usize>>::new();
        for (at, word) in source.iter().enumerate() {
            places.entry(word.clone()).or_default().push(at);
        }
        let names: BTreeSet<Vec<String>> = names.into_iter().map(words).collect();
        Self { source, places, names: names.into_iter().filter(|name| !name.is_empty()).collect() }
    }

    /// The run of words of the source in `text` that has the most words in no name, with their number.
    fn longest(&self, text: &str) -> (usize, String) {
        let words = words(text);
        let mut counts = vec![true; words.len()];
        for name in &self.names {
            for at in 0..(words.len() + 1).saturating_sub(name.len()) {
                if words[at..].starts_with(name) {
                    counts[at..at + name.len()].fill(false);
                }
            }
        }
        let run = |at: usize| {
            let places = self.places.get(&words[at]).into_iter().flatten();
            let same = |place: &usize| {
                let pairs = words[at..].iter().zip(&self.source[*place..]);
                pairs.take_while(|(ours, theirs)| ours == theirs).count()
            };
            let length = places.map(same).max().unwrap_or(0);
            let counted = counts[at..at + length].iter().filter(|counts| **counts).count();
            (counted, words[at..at + length].join(" "))
        };
        (0..words.len()).rev().map(run).max_by_key(|(counted, _)| *counted).unwrap_or_default()
    }
}

/// Whether the name of a record is one that the editors gave it.
fn is_ours(external: &[External]) -> bool {
    let mut named = external.iter().filter(|mark| mark.fields.iter().any(|f| &**f == "name"));
    named.any(|mark| &*mark.source == "a description of ours")
}

/// Every name that the dataset takes over: of agencies, of documents, and of programmes that have one.
fn names(data: &Dataset) -> Vec<&str> {
    let records = data.records();
    let programmes = records.programmes.iter().filter(|programme| !is_ours(&programme.external));
    let all = records.agencies.iter().flat_map(|record| record.known_as());
    let all = all.chain(programmes.flat_map(|record| record.known_as()));
    all.chain(records.documents.iter().flat_map(|record| record.known_as())).collect()
}

/// Every text that the editors wrote, with the record that it stands in.
fn texts(data: &Dataset) -> Vec<(&str, &str)> {
    let records = data.records();
    let mut texts = Vec::new();
    for programme in &records.programmes {
        let id = programme.id.as_str();
        texts.extend(is_ours(&programme.external).then(|| (id, &*programme.name)));
        texts.extend(programme.remark.iter().map(|remark| (id, &**remark)));
        for report in &programme.reports {
            texts.extend(report.summary.iter().map(|summary| (id, &**summary)));
            texts.extend(report.figures.iter().map(|figure| (id, &*figure.of)));
        }
    }
    for commitment in &records.commitments {
        let id = commitment.id.as_str();
        texts.push((id, &*commitment.statement));
        texts.extend(commitment.remark.iter().map(|remark| (id, &**remark)));
        let reasons = commitment.evidence.iter().filter_map(|evidence| evidence.reason.as_deref());
        texts.extend(reasons.map(|reason| (id, reason)));
    }
    let remarks = records.agencies.iter().map(|r| (r.id.as_str(), &r.remark));
    let remarks = remarks.chain(records.pillars.iter().map(|r| (r.id.as_str(), &r.remark)));
    let remarks = remarks.chain(records.documents.iter().map(|r| (r.id.as_str(), &r.remark)));
    texts.extend(remarks.filter_map(|(id, remark)| Some((id, remark.as_deref()?))));
    for document in &records.documents {
        let coverage = document.coverage.iter();
        let reasons = coverage.flat_map(|coverage| &coverage.out_of_scope).map(|o| &*o.reason);
        texts.extend(reasons.map(|reason| (document.id.as_str(), reason)));
    }
    texts
}

/// The texts of the sources that are at hand, by document.
fn sources(data: &Dataset) -> Vec<(&str, String)> {
    let Some(folder) = env::var_os("CND_SOURCES").map(PathBuf::from) else { return Vec::new() };
    let ids = data.records().documents.iter().map(|document| document.id.as_str());
    ids.filter_map(|id| Some((id, fs::read_to_string(folder.join(format!("{id}.txt"))).ok()?)))
        .collect()
}

#[test]
fn no_sentence_of_a_source_is_copied() {
    let data = dataset();
    let sources = sources(&data);
    if sources.is_empty() {
        // Written past the capture of the harness, so that everybody sees that nothing was compared.
        let why = "skipped: CND_SOURCES names no folder with the text of a source (note-2020.txt)";
        writeln!(stderr(), "{why}").unwrap();
    }
    let names: Vec<&str> = names(&data).into_iter().chain(terms()).collect();
    for (document, source) in sources {
        let source = Copied::new(&source, names.iter().copied());
        let mut copied = Vec::new();
        for (id, text) in texts(&data) {
            let (count, run) = source.longest(text);
            if count > MOST {
                copied.push(format!("{id}: {count} words: {run}"));
            }
        }
        assert_eq!(copied, [""; 0], "more than {MOST} words in a row as {document} has them");
    }
}

#[test]
fn words_count_where_they_are_in_no_name() {
    let source = Copied::new(
        "UNODC – with WHO’s help – continued to provide advice on policies, care and “HIV/AIDS”.",
        ["UNODC", "HIV/AIDS", "advice on policies"],
    );
    for (text, longest) in [
        ("It continued to advise.", (2, "continued to")),
        ("UNODC with WHO's help continued", (4, "unodc with who's help continued")),
        ("to provide advice on policies, care", (3, "to provide advice on policies care")),
        ("HIV/AIDS", (0, "hiv/aids")),
        ("", (0, "")),
    ] {
        assert_eq!(source.longest(text), (longest.0, longest.1.to_owned()), "{text}");
    }
}

#[test]
fn each_term_is_in_use() {
    let data = dataset();
    let used: Vec<Vec<String>> = texts(&data).iter().map(|(_, text)| words(text)).collect();
    let unused: Vec<&str> = terms()
        .into_iter()
        .filter(|term| {
            let term = words(term);
            !used.iter().any(|text| text.windows(term.len()).any(|part| part == term))
        })
        .collect();
    assert_eq!(unused, [""; 0]);
}
