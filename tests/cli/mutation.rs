//! Datasets with something changed at random: nothing falls over, the two readings agree, and what is accepted
//! is the same when it is written and read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cnd_tracker::load::{self, SHIPPED, Source};
use cnd_tracker::model::{Kind, Vocabulary, for_each_reference};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::judge::is_dataset;
use crate::support::{DATA, is_long};

/// One change of a text; places are counted round and round.
#[derive(Debug, Clone)]
enum Change {
    /// Bytes put in, or in the place of others.
    Put(usize, usize, Vec<u8>),
    /// A line taken out.
    Without(usize),
    /// A line put before another.
    Moved(usize, usize),
    /// A line written twice.
    Twice(usize),
    /// Another key in a line.
    Key(usize, &'static str),
    /// Another value in a line.
    Value(usize, &'static str),
    /// Nothing from here on.
    Cut(usize),
}

const PIECES: &str = "(id|name|kind|number|: |- |\"|'|\\[|\\]|\\{|\\}|,|#|&a |\\*a|~|!x |\n|\n  |  |\t|12|x|é|\u{200b}|---\n|\\PC){1,2}";

/// Halves of characters, a NUL, marks of byte orders, ends of lines.
const BYTES: [&[u8]; 9] = [
    b"\xff", b"\xc3", b"\0", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n",
    b"\xc2\x85",
];

const KEYS: [&str; 12] = [
    "id", "name", "kind", "sources", "reports", "number", "nmae", "<<", "\"id\"", "? id", "",
    "- id",
];

const VALUES: [&str; 28] = [
    "", "no", "1.10", "2019-03-14", "\"2019-02-30\"", "~", "[]", "{}", "|", ">-\n      x",
    "\"\\ud83d\"", "\"\\e[31m\"", "'x", "&a x", "*a", "!!str 1", "=1+1", "\u{202e}x", "KEN",
    "unodc", "x: y", "- x", "99999999999999999999", "-1", "1e999", ".nan", "\"\u{a0}\"", "x # y",
];

fn change() -> impl Strategy<Value = Change> {
    let at = || 0..100_000_usize;
    let piece = prop_oneof![
        3 => PIECES.prop_map(String::into_bytes),
        1 => select(BYTES.to_vec()).prop_map(<[u8]>::to_vec),
    ];
    prop_oneof![
        4 => (at(), 0..3_usize, piece).prop_map(|(at, length, new)| Change::Put(at, length, new)),
        1 => at().prop_map(Change::Without),
        1 => (at(), at()).prop_map(|(from, to)| Change::Moved(from, to)),
        1 => at().prop_map(Change::Twice),
        1 => (at(), select(KEYS.to_vec())).prop_map(|(line, key)| Change::Key(line, key)),
        2 => (at(), select(VALUES.to_vec())).prop_map(|(line, value)| Change::Value(line, value)),
        1 => at().prop_map(Change::Cut),
    ]
}

fn changed(text: &[u8], change: &Change) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> =
        text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return text.to_vec();
    }
    let count = lines.len();
    match change {
        Change::Put(at, length, new) => {
            let at = at % (text.len() + 1);
            let behind = (at + length).min(text.len());
            return [&text[..at], new, &text[behind..]].concat();
        }
        Change::Cut(at) => return text[..at % (text.len() + 1)].to_vec(),
        Change::Without(line) => {
            lines.remove(line % count);
        }
        Change::Moved(from, to) => {
            let line = lines.remove(from % count);
            lines.insert(to % count, line);
        }
        Change::Twice(line) => lines.insert(line % count, lines[line % count].clone()),
        Change::Key(line, key) => {
            let line = &mut lines[line % count];
            let start = line.iter().position(|byte| !b" -".contains(byte)).unwrap_or(0);
            if let Some(end) =
                line.iter().position(|byte| *byte == b':').filter(|end| *end >= start)
            {
                line.splice(start..end, key.bytes());
            }
        }
        Change::Value(line, value) => {
            let line = &mut lines[line % count];
            if let Some(colon) = line.windows(2).position(|pair| pair == b": ") {
                line.truncate(colon + 2);
                line.extend(value.bytes().chain([b'\n']));
            }
        }
    }
    lines.concat()
}

/// Changes the texts at random from a fixed seed, often only where there is time; some of what comes of it must be
/// accepted, and some refused.
fn whatever_is_changed(name: &str, texts: &[Vec<u8>]) {
    let cases = if is_long() { 1_250 } else { 20 };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let input = (0..texts.len(), proptest::collection::vec(change(), 1..4));
    let accepted = std::cell::Cell::new(0);
    let checked = runner.run(&input, |(text, changes)| {
        let text = changes.iter().fold(texts[text].clone(), |text, change| changed(&text, change));
        accepted.set(accepted.get() + u32::from(is_dataset(name, &text)));
        Ok(())
    });
    if let Err(failure) = checked {
        panic!("{failure}");
    }
    let accepted = accepted.get();
    assert!(accepted > cases / 50 && accepted < cases / 2, "{accepted} of {cases} accepted");
}

fn small() -> Vec<u8> {
    let files = Kind::all().iter().map(|kind| format!("{DATA}/small/{}.yaml", kind.list().word()));
    files.flat_map(|path| fs::read(path).unwrap()).collect()
}

/// Each shipped record of these kinds as it is written, together with all that it refers to.
fn shipped(kinds: &[Kind]) -> Vec<Vec<u8>> {
    let texts = written();
    let dataset = load::load(&Source::Embedded).unwrap();
    let records = dataset.records();
    assert_eq!(texts[&Kind::Programme].len(), records.programmes.len());
    let mut references: BTreeMap<(Kind, usize), Vec<(Kind, String)>> = BTreeMap::new();
    for_each_reference(&dataset, &mut |reference| {
        let from = references.entry((reference.from, reference.position)).or_default();
        from.push((reference.to, reference.target.to_owned()));
    });
    let place = |(kind, id): &(Kind, String)| {
        let position = texts[kind].iter().position(|(known, _)| known == id).unwrap();
        (*kind, position)
    };
    let starts = kinds.iter().flat_map(|kind| (0..texts[kind].len()).map(|i| (*kind, i)));
    let together = |start: (Kind, usize)| {
        let mut taken = BTreeSet::new();
        let mut next = vec![start];
        while let Some(record) = next.pop() {
            if taken.insert(record) {
                next.extend(references.get(&record).into_iter().flatten().map(place));
            }
        }
        let mut text = String::new();
        for (kind, list) in &texts {
            let of_kind = || taken.iter().filter(|(taken, _)| taken == kind);
            if of_kind().next().is_some() {
                text.push_str(&format!("{}:\n", kind.list().word()));
            }
            of_kind().for_each(|(_, position)| text.push_str(list[*position].1));
        }
        text.into_bytes()
    };
    starts.map(together).collect()
}

/// The shipped records of each kind by id, as they stand in their files.
fn written() -> BTreeMap<Kind, Vec<(String, &'static str)>> {
    const DASH: &str = "\n  - id: ";
    let mut written: BTreeMap<Kind, Vec<_>> = BTreeMap::new();
    for (_, text) in SHIPPED {
        for kind in Kind::all() {
            let Some((_, list)) = text.split_once(&format!("\n{}:\n", kind.list().word())) else {
                continue;
            };
            let is_end =
                |at: &usize| list.as_bytes().get(at + 1).is_some_and(u8::is_ascii_lowercase);
            let end = list.match_indices('\n').map(|(at, _)| at).find(is_end);
            // From the line break before the first record on.
            let begin = text.len() - list.len() - 1;
            let list = &text[begin..begin + end.map_or(list.len(), |end| end + 1) + 1];
            let starts: Vec<usize> = list.match_indices(DASH).map(|(at, _)| at + 1).collect();
            let ends = starts.iter().skip(1).copied().chain([list.len()]);
            let record = |(start, end): (&usize, usize)| {
                let slice = &list[*start..end];
                let id = slice[DASH.len() - 1..].lines().next().unwrap();
                (id.to_owned(), slice)
            };
            written.entry(*kind).or_default().extend(starts.iter().zip(ends).map(record));
        }
    }
    written
}

#[test]
fn changes_of_a_small_dataset() {
    whatever_is_changed("a.yaml", &[small()]);
}

/// Of all records where there is time, or else of every sixty-fourth.
fn changes_of_shipped(kinds: &[Kind]) {
    let step = if is_long() { 1 } else { 64 };
    let texts: Vec<Vec<u8>> = shipped(kinds).into_iter().step_by(step).collect();
    for text in &texts {
        assert!(is_dataset("a.yaml", text), "{}", String::from_utf8_lossy(text));
    }
    whatever_is_changed("a.yaml", &texts);
}

#[test]
fn changes_of_the_shipped_agencies_pillars_and_documents() {
    changes_of_shipped(&[Kind::Agency, Kind::Pillar, Kind::Document]);
}

#[test]
fn changes_of_the_shipped_programmes_and_commitments() {
    changes_of_shipped(&[Kind::Programme, Kind::Commitment]);
}

#[test]
fn changes_of_a_dataset_in_json() {
    let source = Source::Path(format!("{DATA}/small").into());
    let records = serde_json::to_value(load::load(&source).unwrap().records()).unwrap();
    let json = serde_json::to_vec_pretty(&records).unwrap();
    whatever_is_changed("a.json", &[json]);
}
