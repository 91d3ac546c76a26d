//! Messages about a scanned document.

use crate::command::{say, terminal};
use crate::document::{Kind, Note, Paper};
use crate::model::{ReadParagraphs, counted};
use crate::query::Every;

/// How much of a document was read, and what is missing or was not, in one line.
pub fn remarks(file: &str, paper: &Paper) -> String {
    let count =
        |kinds: &[Kind]| paper.paragraphs.iter().filter(|p| kinds.contains(&p.kind)).count();
    let counts = [
        (count(&[Kind::Body]), "paragraph"),
        (count(&[Kind::Item]), "item"),
        (count(&[Kind::Title, Kind::Heading]), "heading"),
        (count(&[Kind::Footnote]), "footnote"),
        (count(&[Kind::Cell]), "table cell"),
    ];
    // Paragraphs are counted even where there are none.
    let counts = counts.iter().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
    let counts: Vec<String> = counts.map(|(_, (count, what))| counted(*count, what)).collect();
    let mut line = format!("{file}: read {}", counts.join(", "));
    for note in &paper.notes {
        line.push_str("; ");
        line.push_str(&note.to_string());
    }
    let has_numbers =
        paper.paragraphs.iter().any(|p| p.label.starts_with(|c: char| c.is_ascii_digit()));
    let gaps = |note: &Note| {
        use Note::{BeginsAgain, BeginsAt, MissingNumbers, OutOfPlace};
        matches!(note, MissingNumbers(..) | BeginsAt(_) | BeginsAgain(..) | OutOfPlace(..))
    };
    if has_numbers && !paper.notes.iter().any(gaps) {
        line.push_str("; no number is missing from the sequence");
    }
    line
}

/// Says which of the paragraphs that are asked for a document does not have.
pub fn unknown_paragraphs(file: &str, paper: &Paper, wanted: &Every<ReadParagraphs>) {
    let is_there = |range: &&ReadParagraphs| paper.paragraphs.iter().any(|p| range.holds(&p.label));
    for range in wanted.values().filter(|range| !is_there(range)) {
        let all: Vec<usize> = (0..range.labels().len()).collect();
        let (file, labels) = (terminal::visible_lines(file), range.ranges(&all).join(", "));
        say(&format!("{file}: no paragraph `{labels}`\n"));
    }
}

/// Says that tables cited by the dataset were not compared with a document without tables.
pub fn tables_beyond(file: &str, count: usize) {
    if count > 0 {
        say(&format!(
            "{}: contains no tables; records of {} were not compared\n",
            terminal::visible_lines(file),
            counted(count, "table")
        ));
    }
}
