//! Where a value stands in a text: found only when it must be shown.

use std::collections::{BTreeMap, BTreeSet};

use super::json;
use super::letters::lines;
use super::mend::mend;
use super::read::{File, Format};
use super::resolve::Origins;
use super::tree::{self, Tree};
use crate::diagnostic::{Diagnostic, Excerpt, Finding, Place, Span, Spot};
use crate::model::Step;

/// Of a long line, so many characters are shown before the place, in it and behind it.
const AROUND: usize = 60;

/// The diagnostics with their places found, sorted by file, line and column.
pub fn findings(files: &[File], origins: &Origins, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
    let places = diagnostics.iter().flat_map(|found| [Some(&found.place), found.other.as_ref()]);
    let wanted = places.flatten().filter_map(|place| match place {
        Place::Record(kind, position, _) => Some(origins.of(*kind, *position).0),
        Place::Text(..) => None,
    });
    let mut mended = BTreeMap::new();
    let trees = Trees { origins, trees: trees(files, &wanted.collect(), &mut mended) };
    let mut findings: Vec<(usize, Finding)> = diagnostics
        .into_iter()
        .map(|Diagnostic { code, message, help, place, other }| {
            let spot = |place| {
                let (number, span) = trees.place(place);
                let file = files.get(number).map_or_else(String::new, |file| file.name.clone());
                (number, Spot { file, span })
            };
            let (number, at) = spot(place);
            let other = other.map(|place| spot(place).1);
            (number, Finding { code, message, help, spot: at, other, excerpt: Excerpt::default() })
        })
        .collect();
    findings.sort_by(|(a, x), (b, y)| {
        (a, x.spot.span, x.code, &x.message).cmp(&(b, y.spot.span, y.code, &y.message))
    });
    findings.dedup();
    for in_file in findings.chunk_by_mut(|(a, _), (b, _)| a == b) {
        let number = in_file.first().map_or(0, |(number, _)| *number);
        show(files.get(number).map_or("", File::body), in_file);
    }
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// The trees of some files; of those that are not well formed, without the records that make them so.
fn trees<'t>(
    files: &'t [File],
    wanted: &BTreeSet<usize>,
    mended: &'t mut BTreeMap<usize, String>,
) -> BTreeMap<usize, Tree<'t>> {
    let mut trees = BTreeMap::new();
    for (number, file) in files.iter().enumerate().filter(|(number, _)| wanted.contains(number)) {
        let text = file.body();
        let tree = match file.format {
            Format::Json if json::malformed(text).is_some() => None,
            Format::Json => Some(tree::json(text)),
            Format::Yaml => Some(tree::yaml(text)),
        };
        match tree.filter(Tree::is_whole) {
            Some(tree) => drop(trees.insert(number, tree)),
            None => drop(mended.insert(number, mend(text, file.format).text)),
        }
    }
    trees.extend(mended.iter().map(|(number, text)| (*number, tree::yaml(text))));
    trees
}

/// The trees of the files in which something must be found.
struct Trees<'t, 'o> {
    origins: &'o Origins,
    trees: BTreeMap<usize, Tree<'t>>,
}

impl Trees<'_, '_> {
    fn place(&self, place: Place) -> (usize, Span) {
        match place {
            Place::Text(file, span) => (file, span),
            Place::Record(kind, position, path) => {
                let (file, item) = self.origins.of(kind, position);
                let root = self.trees.get(&file).and_then(|tree| tree.root.as_ref());
                let list = [Step::Key(kind.list()), Step::Item(item)];
                let steps: Vec<Step> = list.into_iter().chain(path).collect();
                (file, root.map_or(Span::at(1, 1), |root| root.find(&steps)))
            }
        }
    }
}

/// Gives each finding of a file, which are sorted, the line around its place.
fn show(text: &str, findings: &mut [(usize, Finding)]) {
    let lines = lines(text);
    // How far the line of the finding before has been counted: its number, a column, and the byte there.
    let mut counted = (0, 1, 0);
    for (_, finding) in findings {
        let span = finding.spot.span;
        let line = lines.get(span.start.0 - 1).copied().unwrap_or("");
        let (column, byte) =
            if counted.0 == span.start.0 { (counted.1, counted.2) } else { (1, 0) };
        let start = byte + length(&line[byte..], span.start.1 - column);
        counted = (span.start.0, span.start.1, start);
        finding.excerpt = excerpt(line.split_at(start), span);
    }
}

/// The line around a place; of a place that runs over several lines, what is on the first.
fn excerpt((before, rest): (&str, &str), span: Span) -> Excerpt {
    let marked = if span.end.0 == span.start.0 {
        span.end.1.saturating_sub(span.start.1).max(1)
    } else {
        usize::MAX
    };
    let rest = rest[..length(rest, 2 * AROUND)].trim_end();
    let (value, after) = rest.split_at(length(rest, marked.min(AROUND)));
    let after = if marked > AROUND { "" } else { &after[..length(after, AROUND)] };
    let skipped = before.chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
    let before = &before[before.len() - skipped..];
    let [before, marked, after] = [before, value, after].map(str::to_owned);
    Excerpt { before, marked, after }
}

/// How many bytes so many characters have at the beginning of a text, or the whole of it.
fn length(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}
