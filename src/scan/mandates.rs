//! Lists of mandates: below the heading "General Assembly resolutions", or in a table that is headed so, numbers alone
//! are those of resolutions, and numbers behind the word "Decision" those of decisions.

use std::ops::Range;

use super::citation_number::{Number, NumberForm, next_number, read_number};
use super::mandate_list::{LISTED, List, Owner, heading};
use super::organ::Organ;
use super::symbol::Symbol;
use super::token::{Places, Token, Words, tokens};
use crate::document::{Cell, Kind, Paragraph};

/// The resolutions and decisions that lists cite.
#[derive(Default)]
pub(super) struct Mandates {
    /// Those of each paragraph.
    pub symbols: Vec<Vec<Symbol>>,
    /// How many numbers stand in lists that could not be read.
    pub unread: usize,
}

static DAYS: Words = Words::new("monday tuesday wednesday thursday friday saturday sunday");

/// The mandates in the lists of a document; `commission` is the one that it calls "the Commission".
pub(super) fn find(paragraphs: &[Paragraph], commission: Option<Organ>) -> Mandates {
    let mut reader = Reader { commission, ..Reader::default() };
    for paragraph in paragraphs {
        let symbols = reader.take(paragraph);
        reader.mandates.symbols.push(symbols);
    }
    reader.mandates
}

#[derive(Default)]
struct Reader {
    commission: Option<Organ>,
    /// The list below the last heading.
    below: Option<List>,
    /// The list that the cells of a table are, by its heading row.
    table: Option<List>,
    /// The lists that columns of a table are, by the cells that head them.
    columns: Vec<(Cell, List)>,
    /// The row of the last cell, from 1.
    last_row: usize,
    /// The list that the rest of a row is, by its first cell.
    row: Option<(Cell, List)>,
    /// Whether the last cell was such a heading.
    is_headed: bool,
    /// Whether the last paragraph was a number, so that a heading is its title.
    is_titled: bool,
    mandates: Mandates,
}

impl Reader {
    fn take(&mut self, paragraph: &Paragraph) -> Vec<Symbol> {
        if paragraph.kind == Kind::Footnote {
            return Vec::new();
        }
        if paragraph.kind != Kind::Cell {
            self.table = None;
            self.columns.clear();
            self.row = None;
        }
        if paragraph.is_citable() {
            self.below = None;
            return Vec::new();
        }
        if let Some(cell) = paragraph.cell {
            self.pass(cell);
        }
        let text = paragraph.text.as_str();
        let from = self.head(paragraph, text);
        let is_headed = from.is_some() && paragraph.kind == Kind::Cell;
        let is_titled = std::mem::take(&mut self.is_titled);
        self.is_headed = is_headed;
        if is_headed {
            return Vec::new();
        }
        let Leading { numbers: found, what, end } = leading(text, from.unwrap_or(0));
        let ends_list =
            matches!(paragraph.kind, Kind::Heading | Kind::Title) && from.is_none() && !is_titled;
        if ends_list && found.is_empty() {
            self.below = self.below.take().map(|list| List { owner: Owner::Unknown, ..list });
        }
        if let Some(cell) = paragraph.cell.filter(|_| !found.is_empty()) {
            self.head_row(cell);
        }
        let Some(list) = self.list(paragraph.cell) else { return Vec::new() };
        // A number with its title on the line has no other.
        let is_titled = !found.is_empty() && text[end..].trim_end_matches('*').is_empty();
        let all = found.len();
        let symbols: Vec<Symbol> =
            found.into_iter().filter_map(|found| list.symbol(found, what)).collect();
        self.is_titled = is_titled;
        self.mandates.unread += all - symbols.len();
        if paragraph.kind != Kind::Cell || all > 0 {
            self.mandates.unread += loose(text, end);
        }
        symbols
    }

    /// The list in which a paragraph or cell stands.
    fn list(&self, cell: Option<Cell>) -> Option<&List> {
        let Some(cell) = cell else { return self.table.as_ref().or(self.below.as_ref()) };
        let row = self.row.as_ref().filter(|(head, _)| head.row == cell.row);
        let is_above = |(head, _): &&(Cell, List)| (head.first..=head.last).contains(&cell.first);
        let list = row.or_else(|| self.columns.iter().find(is_above)).map(|(_, list)| list);
        let is_free = self.columns.is_empty() && self.row.is_none();
        list.or(self.below.as_ref().filter(|_| is_free))
    }

    /// Comes to a cell: one above the last is in another table.
    fn pass(&mut self, cell: Cell) {
        if cell.row < self.last_row {
            self.columns.clear();
            self.row = None;
        }
        self.last_row = cell.row;
    }

    /// Makes the name of an organ in the first cell head its row instead of a column, if a later
    /// cell of the row has numbers.
    fn head_row(&mut self, cell: Cell) {
        let is_row = |(head, _): &(Cell, List)| {
            head.first == 1 && head.row == cell.row && head.last < cell.first
        };
        if let Some(at) = self.columns.iter().position(is_row) {
            self.row = Some(self.columns.remove(at));
        }
    }

    /// Takes the paragraph as the heading of a list, if it is one, and says where it ends.
    fn head(&mut self, paragraph: &Paragraph, text: &str) -> Option<usize> {
        let (mut list, end) = heading(text)?;
        if let Owner::Organ(organ) = &mut list.owner
            && *organ == Organ::SOME_COMMISSION
        {
            *organ = self.commission.unwrap_or(*organ);
        }
        let is_whole = text[end..].trim_end_matches([':', '*', '.']).trim().is_empty();
        match paragraph.kind {
            Kind::Cell if !is_whole || list.owner == Owner::Unknown => return None,
            Kind::Cell if let Some(cell) = paragraph.cell => {
                let is_apart =
                    |(head, _): &(Cell, List)| head.last < cell.first || cell.last < head.first;
                self.columns.retain(is_apart);
                self.columns.push((cell, list));
            }
            // A row of several organs heads columns, but these cells have no position.
            Kind::Cell => {
                let is_other =
                    self.is_headed && self.table.as_ref().is_some_and(|table| *table != list);
                list.owner = if is_other { Owner::Unknown } else { list.owner };
                self.table = Some(list);
            }
            Kind::Heading | Kind::Title if is_whole || !leading(text, end).numbers.is_empty() => {
                self.below = Some(list);
            }
            Kind::Body
                if list.owner != Owner::Unknown && !leading(text, end).numbers.is_empty() =>
            {
                self.below = Some(list);
            }
            _ => return None,
        }
        Some(end)
    }
}

/// The numbers with which a text begins, what the word before them says that they are, and where they end.
struct Leading {
    numbers: Vec<(Range<usize>, Number)>,
    what: Option<&'static str>,
    end: usize,
}

/// The numbers that stand at `from` and are followed by nothing or by a title.
fn leading(text: &str, from: usize) -> Leading {
    let rest = text[from..].trim_start_matches([' ', ':', '•', '–']);
    let mut at = text.len() - rest.len();
    let mut what = None;
    for word in ["resolution", "decision"] {
        let is_word = rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
        if is_word {
            let plural = usize::from(rest[word.len()..].starts_with('s'));
            at += word.len() + plural;
            what = Some(word);
        }
    }
    let mut numbers = Vec::new();
    let mut end = at;
    while let Some((start, number)) = next_number(text, after_mark(text, end)) {
        end = number.end;
        numbers.push((start..end, number));
    }
    let rest = text[end..].trim_start_matches([';', ',', '.', '*', ' ', '“', '"', '\'', '‘']);
    // "12/11 Monday" is a day.
    let is_day = rest.split([' ', ',']).next().is_some_and(|word| DAYS.has(&word.to_lowercase()));
    if is_day || !rest.is_empty() && !rest.starts_with(|c: char| c.is_uppercase()) {
        numbers.clear();
    }
    Leading { numbers, what, end }
}

/// Behind the semicolon or comma at byte `at`, if one is there.
fn after_mark(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches([' ', ';', ',']);
    text.len() - rest.len()
}

/// How many numbers of resolutions stand loose behind byte `from`, as a page in columns leaves them.
fn loose(text: &str, from: usize) -> usize {
    let tokens = tokens(&text[from..]);
    let is_loose = |(at, token): &(usize, &Token)| {
        let before = tokens.word_before(*at, 1);
        let is_cited = LISTED.has(&before.to_lowercase()) || matches!(before, "and" | "," | "/");
        let has_slash = read_number(&text[from..], token.start)
            .is_some_and(|number| number.form != NumberForm::YearInBrackets);
        token.is_number() && has_slash && !is_cited
    };
    tokens.iter().enumerate().filter(is_loose).count()
}
