//! A file that is not well formed, without the records that make it so.
//!
//! Where every record of a list begins with a dash at the same indentation, or stands in braces, each can be
//! read alone.

use std::collections::HashSet;
use std::iter;
use std::ops::Range;

use super::clean::{self, Cleaned};
use super::read::{Fault, Format};
use super::tokens::Malformed;
use super::{braces, json, tree, yaml};
use crate::diagnostic::{Code, Span};
use crate::model::{Kind, Vocabulary};

/// What stands in the place of a record that is taken out, so that those behind it keep their numbers.
pub const TAKEN_OUT: &str = "\u{e000}";

/// What is left of a file.
#[derive(Default)]
pub struct Mended {
    /// The text with [`TAKEN_OUT`] for each faulty record and its lines empty: all others keep their places.
    pub text: String,
    /// What is wrong with those records.
    pub faults: Vec<Fault>,
    /// Those records as they stand.
    pub taken_out: Vec<String>,
    /// Whether the text ends before its brackets are closed, so that there may have been more records.
    pub is_cut_off: bool,
    /// Whether several documents have become one, in which the lists of each stand.
    pub is_joined: bool,
}

/// A part of a text that can be judged alone.
enum Part {
    /// The lines of a record.
    Record(Range<usize>),
    /// The line that begins a list, without its colon.
    Heading(Range<usize>),
}

/// Takes out the records that are not well formed in themselves.
pub fn mend(text: &str, format: Format) -> Mended {
    match format {
        Format::Json => {
            let readable = |record: &str| tree::yaml(&tree::without_tabs(record)).faults.is_empty();
            let mut mended = braces::mend(text, json::malformed, readable);
            mended.text = tree::without_tabs(&mended.text);
            mended
        }
        Format::Yaml => {
            let Cleaned { text, faults, is_joined } = clean::clean(text);
            let mut mended = by_dashes(&text);
            if mended.faults.is_empty() {
                mended = braces::mend(&text, malformed, |_| false);
            }
            mended.faults.extend(faults);
            mended.is_joined = is_joined;
            mended
        }
    }
}

/// What is wrong with a record of YAML, but for anchors that others may define.
fn malformed(record: &str) -> Option<Fault> {
    let fault = tree::yaml(record).faults.into_iter().next()?;
    (!fault.why.contains("unknown anchor")).then(|| yaml::fault(fault))
}

fn by_dashes(text: &str) -> Mended {
    let mut mended = Mended::default();
    let mut anchors = Anchors::default();
    let (mut at, mut line) = (0, 0);
    for part in parts(text) {
        let (Part::Record(range) | Part::Heading(range)) = &part;
        let (between, lines) = (&text[at..range.start], &text[range.clone()]);
        anchors.known.extend(names(between, '&'));
        mended.text.push_str(between);
        line += between.matches('\n').count();
        at = range.end;
        match part {
            Part::Heading(_) => {
                let name = lines.split('#').next().unwrap_or(lines).trim_end();
                mended.faults.push(without_colon(name, line + 1));
                mended.text.push_str(&lines.replacen(name, &format!("{name}:"), 1));
            }
            Part::Record(_) => match anchors.fault(lines) {
                None => {
                    anchors.known.extend(names(lines, '&'));
                    mended.text.push_str(lines);
                }
                Some(fault) => {
                    mended.take_out(lines);
                    if !anchors.is_lost(lines, &fault) {
                        mended.faults.push(moved(fault, lines, line));
                    }
                    anchors.lost.extend(names(lines, '&'));
                }
            },
        }
        line += lines.matches('\n').count();
    }
    mended.text.push_str(&text[at..]);
    mended
}

impl Mended {
    /// Takes out a record in braces; what stands behind it on its last line keeps its column.
    pub fn take_out_braced(&mut self, record: &str) {
        self.taken_out.push(record.to_owned());
        let stand_in = format!("\"{TAKEN_OUT}\"");
        self.text.push_str(&stand_in);
        let mut column = stand_in.chars().count();
        for line in record.split_inclusive('\n') {
            let length = line.trim_end_matches(['\n', '\r']).chars().count();
            self.text.extend(iter::repeat_n(' ', length.saturating_sub(column)));
            self.text.push_str(line.trim_start_matches(|c| !matches!(c, '\n' | '\r')));
            column = 0;
        }
    }

    fn take_out(&mut self, record: &str) {
        self.taken_out.push(record.to_owned());
        let indent = record.len() - record.trim_start_matches(' ').len();
        self.text.push_str(&record[..indent]);
        self.text.push_str("- ");
        self.text.push_str(TAKEN_OUT);
        self.text.extend(record.chars().filter(|c| matches!(c, '\n' | '\r')));
    }
}

/// The fault of a record below so many lines, at the latest on its last.
fn moved(mut fault: Malformed, record: &str, above: usize) -> Fault {
    let last = above + record.trim_end().matches('\n').count() + 1;
    for (line, _) in [&mut fault.span.start, &mut fault.span.end] {
        *line = (*line + above).min(last);
    }
    yaml::fault(fault)
}

fn without_colon(name: &str, line: usize) -> Fault {
    Fault {
        code: Code::Syntax,
        message: format!("there is no colon behind `{name}`"),
        help: Some(format!("write `{name}:`")),
        span: Span { start: (line, 1), end: (line, name.len() + 1) },
    }
}

/// The names of the anchors that stand further up.
#[derive(Default)]
struct Anchors<'t> {
    known: HashSet<&'t str>,
    /// Those in records that are taken out.
    lost: HashSet<&'t str>,
}

impl Anchors<'_> {
    /// What is wrong with a record, where the known anchors stand for something.
    fn fault(&self, record: &str) -> Option<Malformed> {
        let needed: HashSet<&str> =
            names(record, '*').filter(|name| self.known.contains(name)).collect();
        if needed.is_empty() {
            return tree::yaml(record).faults.into_iter().next();
        }
        let indent = &record[..record.len() - record.trim_start_matches(' ').len()];
        let define = |name| format!("{indent}- &{name} x\n");
        let before: String = needed.iter().map(define).collect();
        let mut fault = tree::yaml(&format!("{before}{record}")).faults.into_iter().next()?;
        for (line, _) in [&mut fault.span.start, &mut fault.span.end] {
            *line = line.saturating_sub(needed.len()).max(1);
        }
        Some(fault)
    }

    /// Whether a fault comes from another record, which should define an anchor and is taken out.
    fn is_lost(&self, record: &str, fault: &Malformed) -> bool {
        let (line, column) = fault.span.start;
        let line = record.lines().nth(line - 1).unwrap_or("");
        let alias: String = line.chars().skip(column - 1).collect();
        fault.why.contains("unknown anchor")
            && names(&alias, '*').next().is_some_and(|name| self.lost.contains(name))
    }
}

/// The names of what seem to be anchors (`&`) or aliases (`*`).
fn names(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.match_indices(mark).filter_map(move |(at, _)| {
        let begins = text[..at].chars().next_back().is_none_or(|c| " \t\n[{,".contains(c));
        let behind = &text[at + 1..];
        let end = behind.find(|c: char| c.is_whitespace() || "[]{},".contains(c));
        let name = &behind[..end.unwrap_or(behind.len())];
        (begins && !name.is_empty()).then_some(name)
    })
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    // The column of the dashes of the list that is open, once the first is seen.
    let mut list: Option<Option<usize>> = None;
    let mut inside = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let word = content.trim_end();
        let bare = word.split('#').next().unwrap_or(word).trim_end();
        if indent == 0 && is_list(bare) {
            parts.push(Part::Heading(start..at));
            (list, inside) = (Some(None), false);
        } else if is_above(indent, list)
            && let Some((key, below)) = heading(word)
        {
            (list, inside) = ((below && is_list(key)).then_some(None), false);
        } else if let Some(dashes) = &mut list
            && (content.starts_with("- ") || word == "-")
            && dashes.is_none_or(|dashes| dashes == indent)
        {
            *dashes = Some(indent);
            parts.push(Part::Record(start..at));
            inside = true;
        } else if inside && let Some(Part::Record(record)) = parts.last_mut() {
            record.end = at;
        }
    }
    parts
}

/// Whether this is the key of a list of records.
pub fn is_list(name: &str) -> bool {
    Kind::all().iter().any(|kind| kind.list() == name)
}

/// Whether a key in this column stands above the list that is open.
fn is_above(indent: usize, list: Option<Option<usize>>) -> bool {
    indent == 0 || list.flatten().is_some_and(|dashes| indent < dashes)
}

/// The key that a line begins with, and whether its value stands on the lines below.
fn heading(line: &str) -> Option<(&str, bool)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_matches(['"', '\'']);
    let below = value.is_empty() || value.trim_start().starts_with('#');
    (is_word(key) && (below || value.starts_with(' '))).then_some((key, below))
}

/// Whether this could be a key.
fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// The ids that seem to be in a text.
pub fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("id").filter_map(|(at, key)| {
        let before = text[..at].chars().next_back();
        let begins = before.is_none_or(|c| c.is_whitespace() || "-{,\"'".contains(c));
        let behind = text[at + key.len()..].trim_start_matches(['"', '\'']);
        // The colon may be what is missing.
        let value = behind.trim_start_matches(|c: char| c.is_whitespace() || ":：=".contains(c));
        if value.len() == behind.len() {
            return None;
        }
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let id = &value[..end.unwrap_or(value.len())];
        (begins && !id.is_empty()).then_some(id)
    })
}
