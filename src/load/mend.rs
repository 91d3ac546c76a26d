//! A YAML file that is not well formed, without the records that make it so.
//!
//! Where every record of a list begins with a dash at the same indentation, each can be read alone.

use std::ops::Range;

use super::read::Fault;
use super::{tree, yaml};
use crate::model::{Kind, Vocabulary};

/// What is left of a file.
pub struct Mended {
    /// The text with blanks for the lines of each faulty record, so that all others keep their places.
    pub text: String,
    /// What is wrong with those records.
    pub faults: Vec<Fault>,
    /// Their ids, as far as they can be made out.
    pub lost: Vec<(Kind, String)>,
}

/// Takes out the records that are not well formed in themselves.
pub fn mend(text: &str) -> Mended {
    let mut mended = Mended { text: text.to_owned(), faults: Vec::new(), lost: Vec::new() };
    for (kind, record) in records(text).into_iter().rev() {
        let part = &text[record.clone()];
        // An anchor may be defined in another record: that is no fault of this one.
        let faults =
            tree::yaml(part).faults.into_iter().filter(|fault| !fault.why.contains("anchor"));
        let Some(mut fault) = faults.map(yaml::fault).next() else { continue };
        let above = text[..record.start].matches('\n').count();
        let last = above + part.trim_end().matches('\n').count() + 1;
        fault.span.start.0 = (fault.span.start.0 + above).min(last);
        fault.span.end.0 = (fault.span.end.0 + above).min(last);
        mended.faults.push(fault);
        mended.lost.extend(id(part).map(|id| (kind, id)));
        let blanks: String = part.chars().filter(|c| matches!(c, '\n' | '\r')).collect();
        mended.text.replace_range(record, &blanks);
    }
    mended.faults.reverse();
    mended
}

/// The lines of each record, with the kind of the list it stands in.
fn records(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut records: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut list: Option<(Kind, Option<usize>)> = None;
    let mut inside = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let heading = content.trim_end().strip_suffix(':').filter(|_| indent == 0);
        let kind = heading.and_then(|key| Kind::all().iter().find(|kind| kind.list() == key));
        if let Some(kind) = kind {
            list = Some((*kind, None));
            inside = false;
        } else if let Some((kind, dashes)) = &mut list
            && content.starts_with("- ")
            && dashes.is_none_or(|dashes| dashes == indent)
        {
            *dashes = Some(indent);
            records.push((*kind, start..at));
            inside = true;
        } else if inside && let Some((_, record)) = records.last_mut() {
            record.end = at;
        }
    }
    records
}

/// The id that a record seems to have.
fn id(record: &str) -> Option<String> {
    let mut lines = record.lines().map(|line| line.trim_start_matches([' ', '-']));
    let id = lines.find_map(|line| line.strip_prefix("id:"))?;
    Some(id.trim().trim_matches(['"', '\'']).to_owned())
}
