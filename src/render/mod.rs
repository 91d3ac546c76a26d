//! Tables in every format.
//!
//! Knows rows and columns and nothing of what they mean. Tables and markdown are for people (`yes`,
//! `54.1 %`, lists joined by `; `); the other formats are for programs (`true`, `0.541`, lists as arrays
//! where the format has them).

mod csv;
mod dot;
mod escape;
mod fit;
mod graph;
mod graphml;
mod json;
mod layout;
mod markdown;
mod mermaid;
mod record;
mod spreadsheet;
mod table;
mod wrap;
mod xlsx;
mod yaml;

use std::borrow::Cow;
use std::io::{self, Write};

pub use escape::{legible, visible};
pub use json::pretty as json;
pub use record::{Items, records};
pub use wrap::lines as wrapped;
pub use yaml::{dataset_yaml, quoted as yaml_text, text as yaml_scalar};

use crate::view::{Cell, Table};

/// The formats that a table can be written in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// Columns of text, for reading on a terminal.
    #[default]
    Table,
    /// Values separated by commas, quoted as in RFC 4180.
    Csv,
    /// Values separated by tabs, a line for each row; what would end a value is escaped.
    Tsv,
    /// One JSON object that holds the query, the count and the items.
    Json,
    /// One JSON object a line for each row, and nothing else.
    Jsonl,
    /// What JSON has, as YAML.
    Yaml,
    /// A pipe table of GitHub's markdown.
    Markdown,
    /// A workbook: the rows on one sheet, what they answer and rest on on another.
    Xlsx,
    /// The rows as the edges of a graph, in the language of Graphviz.
    Dot,
    /// The rows as the edges of a graph, in GraphML.
    Graphml,
    /// The rows as the edges of a graph, as a Mermaid flowchart.
    Mermaid,
}

impl Format {
    /// The format that files with this ending (without its dot, in any case) are written in.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let named = |(ending, _): &&(&str, Self)| extension.eq_ignore_ascii_case(ending);
        Self::EXTENSIONS.iter().find(named).map(|(_, format)| *format)
    }

    /// The endings by which files name a format; those of graphs last.
    const EXTENSIONS: &[(&str, Self)] = &[
        ("txt", Self::Table),
        ("csv", Self::Csv),
        ("tsv", Self::Tsv),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("ndjson", Self::Jsonl),
        ("yaml", Self::Yaml),
        ("yml", Self::Yaml),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("xlsx", Self::Xlsx),
        ("dot", Self::Dot),
        ("gv", Self::Dot),
        ("graphml", Self::Graphml),
        ("mermaid", Self::Mermaid),
        ("mmd", Self::Mermaid),
    ];

    /// The endings of tables in a sentence: `.txt, …, .xlsx`.
    pub fn extensions() -> String {
        let of_tables = Self::EXTENSIONS.iter().filter(|(_, format)| !format.is_graph());
        of_tables.map(|(ending, _)| format!(".{ending}")).collect::<Vec<_>>().join(", ")
    }

    /// Whether it is CSV or TSV, which a spreadsheet opens.
    pub fn is_for_spreadsheets(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv)
    }

    /// Whether it is no text, which a terminal could not show.
    pub fn is_binary(self) -> bool {
        self == Self::Xlsx
    }

    /// Whether it says what the rows rest on.
    pub fn has_envelope(self) -> bool {
        self.is_binary() || matches!(self, Self::Json | Self::Yaml)
    }

    /// Whether it takes rows for the edges of a graph, and so can only hold pairs.
    pub fn is_graph(self) -> bool {
        matches!(self, Self::Dot | Self::Graphml | Self::Mermaid)
    }

    /// Whether it has escapes of its own, in which a text with what cannot be seen stays the same text.
    fn escapes(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl | Self::Yaml)
    }
}

/// How the output is to look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// The columns of a line of a table; unlimited where there is none.
    pub width: Option<usize>,
    /// Whether a table's heading is bold and its rule dim.
    pub color: bool,
    /// Whether rules and bars are drawn with ASCII only.
    pub ascii: bool,
    /// Whether CSV and TSV are made for spreadsheets: byte order mark, CRLF, quotes, and no text that becomes
    /// a formula, a number or a date.
    pub excel: bool,
    /// Whether the output goes to a terminal, which no invisible character may reach.
    pub terminal: bool,
}

/// What JSON, YAML and workbooks say about the rows besides the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The name of the dataset.
    pub dataset: String,
    /// The digest of the dataset.
    pub digest: String,
    /// What was asked for, by option; the values of a repeated option, which stand together, become a list.
    pub query: Vec<(String, String)>,
    /// What the rows are counted among, by name.
    pub totals: Vec<(&'static str, usize)>,
    /// What there is to say of the rows as a whole, by name.
    pub sentences: Vec<(&'static str, String)>,
    /// What a reader must know of the rows.
    pub notes: Vec<String>,
    /// The documents that the rows rest on: symbol, title and date.
    pub sources: Vec<[String; 3]>,
}

/// Remarks on the output for the reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    /// The columns of a table that were left out because they did not fit.
    pub hidden: Vec<String>,
    /// Whether a terminal as wide as any would show more of them.
    pub fits_wider: bool,
    /// How many cells of CSV or TSV a spreadsheet would run as a formula.
    pub formulas: usize,
    /// How many cells are longer than a spreadsheet takes.
    pub too_long: usize,
}

/// Writes a table in a format, and returns the remarks on it.
///
/// # Errors
/// When writing fails.
pub fn render(
    table: &Table,
    format: Format,
    style: &Style,
    envelope: &Envelope,
    out: &mut dyn Write,
) -> io::Result<Remarks> {
    let table = if style.terminal && !format.escapes() || format == Format::Table {
        let shown = if style.terminal { visible } else { escape::legible };
        Cow::Owned(escape::table(table, shown))
    } else {
        Cow::Borrowed(table)
    };
    let mut remarks = Remarks::default();
    match format {
        Format::Table => remarks = table::write(&table, style, out)?,
        Format::Csv => remarks = csv::write(&table, b',', style.excel, out)?,
        Format::Tsv => remarks = csv::write(&table, b'\t', style.excel, out)?,
        Format::Json | Format::Jsonl | Format::Yaml => {
            let item = |row| Cow::Owned(record::row(&table, row));
            records(Items { count: table.rows.len(), item: &item }, format, envelope, out)?;
        }
        Format::Markdown => markdown::write(&table, out)?,
        Format::Xlsx => remarks.too_long = xlsx::write(&table, envelope, out)?,
        Format::Dot => dot::write(&table, out)?,
        Format::Graphml => graphml::write(&table, out)?,
        Format::Mermaid => mermaid::write(&table, out)?,
    }
    Ok(remarks)
}

/// The cell as people read it: shares in percent, long numbers in groups of three, lists joined by `; `.
pub fn for_people(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Figure(text) => figure(text),
        Cell::Count(count) => Cow::Owned(in_groups(&count.to_string())),
        Cell::List(items) => Cow::Owned(items.join("; ")),
        Cell::Figures(items) => {
            let items: Vec<Cow<'_, str>> = items.iter().map(|item| figure(item)).collect();
            Cow::Owned(items.join("; "))
        }
        Cell::Share(share) => Cow::Owned(format!("{:.1} %", share * 100.0)),
        _ => Cow::Owned(cell.to_string()),
    }
}

/// A figure such as `about 34000 people (trained)` with its number as people read it.
fn figure(text: &str) -> Cow<'_, str> {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let rest = &text[start..];
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits > 3 {
        let (number, words) = rest.split_at(digits);
        Cow::Owned(format!("{}{}{words}", &text[..start], in_groups(number)))
    } else {
        Cow::Borrowed(text)
    }
}

/// A whole number in groups of three digits.
pub fn in_groups(digits: &str) -> String {
    let mut groups = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    groups
}

/// Whether a column holds numbers only, and therefore stands at the right.
fn is_numeric(table: &Table, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(column));
    let empty_or_number = |cell: &Cell| cell.is_number() || matches!(cell, Cell::Empty);
    cells.clone().any(Cell::is_number) && cells.all(empty_or_number)
}

/// The items of an envelope's query: each option once, with all of its values.
fn grouped(query: &[(String, String)]) -> impl Iterator<Item = (&str, Vec<&str>)> {
    query
        .chunk_by(|a, b| a.0 == b.0)
        .map(|given| (given[0].0.as_str(), given.iter().map(|(_, value)| value.as_str()).collect()))
}

#[cfg(test)]
mod tests;
