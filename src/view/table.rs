//! Rows and columns: what every listing is before it is written out.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::list::joined;
use crate::model::Natural;

/// A table ready to be rendered in any format.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// What its rows are: `programmes`, `agencies`, …
    pub name: &'static str,
    /// One heading for each column.
    pub columns: Vec<Heading>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The column that people read as a heading above the rows that share its value, which stand together.
    pub grouped: Option<usize>,
}

impl Table {
    /// Those of these labels of documents that the columns of sources and of evidence cite.
    pub fn cited<'l>(&self, labels: &BTreeSet<&'l str>) -> BTreeSet<&'l str> {
        let cites = |name: &str| name.starts_with("source") || name == "evidence";
        let mut cited = BTreeSet::new();
        for (at, _) in self.columns.iter().enumerate().filter(|(_, head)| cites(&head.name)) {
            // Each begins with its citation, such as `A/RES/74/178, para. 3: …`.
            for text in self.rows.iter().filter_map(|row| row.get(at)).flat_map(Cell::texts) {
                let ends = text.match_indices([',', ':']).map(|(at, _)| at).chain([text.len()]);
                cited.extend(ends.filter_map(|end| labels.get(&text[..end])));
            }
        }
        cited
    }

    /// Marks the columns in which every row has the same text, or nothing; a number is a finding in each row.
    pub fn mark_same(&mut self) {
        let Some((first, others)) = self.rows.split_first() else { return };
        for (at, heading) in self.columns.iter_mut().enumerate() {
            heading.is_same = !others.is_empty()
                && first.get(at).is_some_and(|cell| !cell.is_number())
                && others.iter().all(|row| row.get(at) == first.get(at));
        }
    }
}

/// The head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its name, in snake case; for a column of its own for each value, that value.
    pub name: String,
    /// Whether people are shown it without asking; the data formats show every column.
    pub main: bool,
    /// How much it matters where not all columns fit: 0 stays longest.
    pub rank: u8,
    /// Whether it stands in a table even where every row has the same in it, or nothing.
    pub stays: bool,
    /// Whether every row has the same in it, or nothing, whatever rows are shown.
    pub is_same: bool,
    /// Whether it explains the rest of its row, and so stands below a table in which it does not fit.
    pub is_note: bool,
}

/// What stands in one row under one column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A count.
    Count(u64),
    /// A part of a whole, between 0 and 1.
    Share(f64),
    /// Yes or no.
    Flag(bool),
    /// Several texts, or none.
    List(Vec<String>),
    /// A text that begins with a number, after a qualifier if there is one: `about 34000 people (trained)`.
    Figure(String),
    /// Several of these, or none.
    Figures(Vec<String>),
}

impl Cell {
    /// A text.
    pub fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// A text, or nothing where there is none.
    pub fn maybe(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.to_string()))
    }

    /// How much of the `whole` the `part` is; nothing where there is no whole.
    #[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
    pub fn share(part: usize, whole: usize) -> Self {
        if whole == 0 { Self::Empty } else { Self::Share(part as f64 / whole as f64) }
    }

    /// A list, sorted as people sort, and without repetitions.
    pub fn set(items: impl IntoIterator<Item = impl ToString>) -> Self {
        Self::in_order(items.into_iter().map(|item| item.to_string()).collect())
    }

    /// The same, compiled once and not for each type of item.
    fn in_order(mut items: Vec<String>) -> Self {
        items.sort_by_cached_key(|item| (Natural::new(item), item.clone()));
        items.dedup();
        Self::List(items)
    }

    /// A list in the order in which it is given.
    pub fn list(items: impl IntoIterator<Item = impl ToString>) -> Self {
        Self::List(items.into_iter().map(|item| item.to_string()).collect())
    }

    /// The same list as one of figures.
    #[must_use]
    pub fn figures(self) -> Self {
        match self {
            Self::List(items) => Self::Figures(items),
            other => other,
        }
    }

    /// A share as programs are given it: to the hundredth of a percent.
    pub fn rounded(share: f64) -> f64 {
        (share * 10_000.0).round() / 10_000.0
    }

    /// Whether this is a count or a share.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Share(_))
    }

    /// The order in which `--sort` puts cells: numbers by value, texts as people sort them, and what is empty last,
    /// upwards as `down`wards.
    pub fn compare(&self, other: &Self, down: bool) -> Ordering {
        let empty = self.is_empty().cmp(&other.is_empty());
        let order = match (self.number(), other.number()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()).then_with(|| {
                let (a, b) = (self.to_string(), other.to_string());
                Natural::new(&a).cmp(&Natural::new(&b)).then_with(|| a.cmp(&b))
            }),
        };
        empty.then(if down { order.reverse() } else { order })
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::List(items) | Self::Figures(items) => items.is_empty(),
            _ => false,
        }
    }

    /// Its text, or its items.
    fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) | Self::Figure(text) => std::slice::from_ref(text),
            Self::List(items) | Self::Figures(items) => items,
            _ => &[],
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
            Self::Count(count) => Some(*count as f64),
            Self::Share(share) => Some(*share),
            Self::Flag(flag) => Some(f64::from(*flag)),
            _ => None,
        }
    }
}

/// The cell as plain text: the items of a list are joined so that they can be told apart.
impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Figure(text) => f.write_str(text),
            Self::Count(count) => write!(f, "{count}"),
            Self::Share(share) => write!(f, "{}", Self::rounded(*share)),
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
            Self::List(items) | Self::Figures(items) => f.write_str(&joined(items, "; ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_in_order_and_can_be_told_apart() {
        let list = Cell::set(["para. 10", "b; c", "para. 5", "a", "a"]);
        assert_eq!(list.to_string(), "a; \"b; c\"; para. 5; para. 10");
    }

    #[test]
    fn what_rows_cite_stands_at_the_beginning_of_their_sources() {
        let heading = |name: &str| Heading { name: name.to_owned(), ..Heading::default() };
        let list = |items: &[&str]| Cell::list(items);
        let table = Table {
            columns: ["name", "sources", "evidence"].map(heading).to_vec(),
            rows: vec![
                vec![
                    Cell::text("A/1"),
                    list(&["A/2, para. 1", "A/3, part 2, para. 1"]),
                    Cell::Empty,
                ],
                vec![Cell::text("x"), list(&[]), list(&["A/4, para. 2: work on A/5 (linked)"])],
            ],
            ..Table::default()
        };
        let labels = BTreeSet::from(["A/1", "A/2", "A/3, part 2", "A/4", "A/5"]);
        assert_eq!(table.cited(&labels), BTreeSet::from(["A/2", "A/3, part 2", "A/4"]));
    }

    #[test]
    fn cells_are_sorted_by_the_value_of_their_numbers_and_the_empty_ones_last() {
        let texts = ["A/1, para. 10", "A/1, para. 5", "a/1, para. 7"];
        let mut cells: Vec<Cell> = texts.map(|text| Cell::List(vec![text.to_owned()])).to_vec();
        cells.extend([Cell::Empty, Cell::Count(3)]);
        cells.sort_by(|a, b| a.compare(b, true));
        let shown: Vec<String> = cells.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["A/1, para. 10", "a/1, para. 7", "A/1, para. 5", "3", ""]);
    }
}
