//! Where the records of a dataset are in its files, and a value in a text: found only when needed.

use std::collections::{BTreeMap, HashMap};

use super::line::lines;
use super::read::File;
use crate::diagnostic::{Code, Excerpt, Fault, Finding, Place, Severity, Span, Spot, length};
use crate::model::{Evidence, Filed, Joined, List, Records, Report, Step, Vocabulary};

/// The faults with their places found, sorted by file, line and column.
pub fn findings(
    files: &[File],
    origins: &Origins,
    faults: impl Iterator<Item = Fault>,
) -> Vec<Finding> {
    let mut findings: Vec<(usize, Finding)> = faults
        .map(|Fault { code, message, help, place, other }| {
            let other = other.map(|place| spot(files, origins, place).1);
            let (number, spot) = spot(files, origins, place);
            (number, Finding { code, message, help, spot, other, excerpt: Excerpt::default() })
        })
        .collect();
    let is_unquoted =
        |finding: &Finding| matches!(finding.code, Code::Unquoted | Code::OddParagraph);
    findings.sort_by(|(a, x), (b, y)| {
        let key = |finding: &Finding| (finding.spot.span, is_unquoted(finding), finding.code);
        (a, key(x), &x.message).cmp(&(b, key(y), &y.message))
    });
    findings.dedup_by(|(b, y), (a, x)| {
        // Quotes do not mend a value that is wrong.
        let is_wrong = x.code.severity() == Severity::Error && x.spot.span == y.spot.span;
        a == b && (x == y || is_unquoted(y) && is_wrong)
    });
    for in_file in findings.chunk_by_mut(|(a, _), (b, _)| a == b) {
        let number = in_file.first().map_or(0, |(number, _)| *number);
        show(files.get(number).map_or("", |file| &file.text), in_file);
    }
    let in_cells = |(number, finding): (usize, Finding)| match files.get(number) {
        Some(File { cells: Some(cells), .. }) => cells.at_cell(finding),
        _ => finding,
    };
    findings.into_iter().map(in_cells).collect()
}

/// The number of the file in which a place is, and where it is there.
fn spot(files: &[File], origins: &Origins, place: Place) -> (usize, Spot) {
    let (number, span) = match place {
        Place::Text(number, span) => (number, span),
        Place::Item(list, position, path) => {
            let (number, path) = origins.path(list, position, &path);
            let root = files.get(number).and_then(|file| file.tree().root.as_ref());
            (number, root.map_or(Span::at(1, 1), |root| root.find(&path)))
        }
    };
    let file = files.get(number).map_or_else(String::new, |file| file.name.clone());
    (number, Spot { file, span, cell: None })
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
        finding.excerpt = Excerpt::of(line.split_at(start), span);
    }
}

/// From which place of which file each item of each list comes.
#[derive(Default)]
pub struct Origins {
    /// Of each item, the number of its file and its position in the list there.
    items: BTreeMap<List, Vec<(usize, usize)>>,
    /// The position in its list of what was joined to a record, by the record and the place there.
    joined: HashMap<(List, usize, usize), usize>,
}

impl Origins {
    /// Adds the next item of a list.
    pub fn add(&mut self, list: List, file: usize, item: usize) {
        self.items.entry(list).or_default().push((file, item));
    }

    /// Adds all records of the next file.
    pub fn add_all(&mut self, file: usize, records: &Records) {
        for list in List::all() {
            (0..records.count(*list)).for_each(|item| self.add(*list, file, item));
        }
    }

    /// Adds where the items of lists of their own have gone.
    pub fn join(&mut self, joined: &Joined) {
        for (list, places) in [(Report::LIST, &joined.reports), (Evidence::LIST, &joined.evidence)]
        {
            for (item, place) in places.iter().enumerate() {
                self.joined.extend(place.map(|(position, place)| ((list, position, place), item)));
            }
        }
    }

    /// The file, and the path from its top, of what stands at a path within the item that has this position in all
    /// lists of a name.
    pub fn path(&self, list: List, position: usize, path: &[Step]) -> (usize, Vec<Step>) {
        if let [Step::Key(key), Step::Item(place), rest @ ..] = path
            && let Ok(own) = key.parse()
            && let Some(item) = self.joined.get(&(own, position, *place))
        {
            return self.path(own, *item, rest);
        }
        let items = self.items.get(&list);
        let (file, item) = items.and_then(|items| items.get(position)).copied().unwrap_or_default();
        (file, [&[Step::Key(list.word()), Step::Item(item)], path].concat())
    }
}
