//! Where a value stands in a text: found only when it must be shown.

use std::collections::HashMap;

use super::read::{File, Format};
use super::resolve::Origins;
use super::tree::{self, Tree};
use crate::diagnostic::{Diagnostic, Excerpt, Finding, Place, Span, Spot};
use crate::model::{Kind, Step};

/// Of a long line, so many characters are shown before the place, in it and behind it.
const AROUND: usize = 60;

/// The diagnostics with their places found, sorted by file, line and column; `text` is what was read of
/// each file.
pub fn findings<'a>(
    files: &'a [File],
    text: &dyn Fn(usize) -> Option<&'a str>,
    origins: &Origins,
    diagnostics: Vec<Diagnostic>,
) -> Vec<Finding> {
    let mut trees = Trees { files, text, origins, trees: HashMap::new() };
    let lines: Vec<Vec<&str>> = files.iter().map(|file| lines(file.body())).collect();
    let mut findings: Vec<(usize, Finding)> = diagnostics
        .into_iter()
        .map(|Diagnostic { code, message, help, place, other }| {
            let mut spot = |place| {
                let (number, span) = trees.place(place);
                let file = files.get(number).map_or_else(String::new, |file| file.name.clone());
                (number, Spot { file, span })
            };
            let (number, at) = spot(place);
            let other = other.map(|place| spot(place).1);
            let line = lines.get(number).and_then(|lines| lines.get(at.span.start.0 - 1));
            let excerpt = excerpt(line.copied().unwrap_or(""), at.span);
            (number, Finding { code, message, help, spot: at, other, excerpt })
        })
        .collect();
    findings.sort_by(|(a, x), (b, y)| {
        (a, x.spot.span, x.code, &x.message).cmp(&(b, y.spot.span, y.code, &y.message))
    });
    findings.dedup();
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// The trees of the files in which something must be found.
struct Trees<'a, 'b> {
    files: &'a [File],
    text: &'b dyn Fn(usize) -> Option<&'a str>,
    origins: &'b Origins,
    trees: HashMap<usize, Option<Tree<'a>>>,
}

impl Trees<'_, '_> {
    fn place(&mut self, place: Place) -> (usize, Span) {
        match place {
            Place::Text(file, span) => (file, span),
            Place::Record(kind, position, path) => {
                let (file, item) = self.origins.of(kind, position);
                (file, self.find(file, kind, item, &path))
            }
        }
    }

    fn find(&mut self, file: usize, kind: Kind, item: usize, path: &[Step]) -> Span {
        let tree = self.trees.entry(file).or_insert_with(|| {
            let text = (self.text)(file)?;
            Some(match self.files.get(file)?.format {
                Format::Json => tree::json(text),
                Format::Yaml => tree::yaml(text),
            })
        });
        let root = tree.as_ref().and_then(|tree| tree.root.as_ref());
        let steps: Vec<Step> =
            [Step::Key(kind.list()), Step::Item(item)].iter().chain(path).copied().collect();
        root.map_or(Span::at(1, 1), |root| root.find(&steps))
    }
}

/// The lines of a text, without their ends.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// The line around a place; of a place that runs over several lines, what is on the first.
fn excerpt(line: &str, span: Span) -> Excerpt {
    let first = span.start.1 - 1;
    let length = if span.end.0 == span.start.0 {
        span.end.1.saturating_sub(span.start.1)
    } else {
        usize::MAX
    };
    let (before, rest) = line.split_at(byte(line, first));
    let rest = rest.trim_end();
    let (marked, after) = rest.split_at(byte(rest, length.max(1)));
    let skipped = before.chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
    let before = &before[before.len() - skipped..];
    let cut = |text: &str| text[..byte(text, AROUND)].to_owned();
    Excerpt { before: before.to_owned(), marked: cut(marked), after: cut(after) }
}

/// The byte at which the character of this number begins.
fn byte(text: &str, character: usize) -> usize {
    if character < text.len() && text.is_ascii() {
        return character;
    }
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}
