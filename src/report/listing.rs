//! The tables of the page.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use crate::model::{Dataset, capitalised};
use crate::render::legible;
use crate::view::{Cell, Column, Rows, Selection, Table, quoted};

use super::link::Links;

/// The columns whose texts begin with citations or name documents.
const CITING: [&str; 7] =
    ["sources", "source", "evidence", "earlier_work", "instrument", "not_reported_in", "silent_in"];
/// The columns with few values, among which a reader may choose.
const CHOSEN: [&str; 10] = [
    "joint", "planned", "pillar", "pillars", "kind", "agencies", "status", "force", "gap",
    "instrument",
];
/// The columns that are searched, whether or not they are shown: other names of what a row is about.
const SOUGHT: [&str; 4] = ["acronym", "aliases", "regions", "m49_regions"];
/// The columns whose texts are sentences.
const WIDE: [&str; 3] = ["summary", "reason", "evidence"];

/// A table of the page, with its heading.
pub struct Listing {
    /// What a reader should know of the rows.
    note: String,
    table: Table,
    /// By which other names a reader may look for each row.
    sought: Vec<String>,
}

impl Listing {
    /// The table of these rows: those of the `shown` columns that there are.
    pub fn new<R>(
        name: &'static str,
        note: String,
        rows: &[R],
        (columns, shown): (&[Column<R>], &[&str]),
        dataset: &Dataset,
    ) -> Self {
        let known = |names: &[&str]| -> Vec<String> {
            let known = |name: &&&str| columns.iter().any(|column| column.head.name == **name);
            names.iter().filter(known).map(ToString::to_string).collect()
        };
        let table = |columns_shown| {
            let selection = Selection { columns: columns_shown, ..Selection::default() };
            // Every column that is named is known.
            let table = selection.table(name, &Rows::new(rows, columns, dataset));
            table.unwrap_or(Table { name, ..Table::default() })
        };
        let text = |row: &Vec<Cell>| row.iter().map(ToString::to_string).collect::<Vec<_>>();
        let sought = match known(&SOUGHT) {
            none if none.is_empty() => vec![String::new(); rows.len()],
            some => table(some).rows.iter().map(|row| text(row).join("\n")).collect(),
        };
        Self { note, table: table(known(shown)), sought }
    }

    /// The id of its section.
    pub fn name(&self) -> &'static str {
        self.table.name
    }

    /// What its rows are, as a title.
    pub fn title(&self) -> String {
        capitalised(self.table.name)
    }

    /// The section of the page.
    pub fn section(&self, links: &Links<'_>) -> Markup {
        let (Self { note, table, sought }, title) = (self, self.title());
        html! {
            section.listing id=(table.name) aria-labelledby=(format!("{}-title", table.name)) {
                h2 id=(format!("{}-title", table.name)) { (title) }
                p.note { (note) }
                @if table.rows.is_empty() {
                    p { "None." }
                } @else {
                    div.scroll role="region" tabindex="0" aria-label={ "Table of " (table.name) } {
                        table data-name=(table.name) {
                            caption hidden { (title) }
                            thead { tr {
                                @for (column, cell) in table.columns.iter().zip(&table.rows[0]) {
                                    th scope="col" data-column=(column.name)
                                        data-choose[CHOSEN.contains(&column.name.as_str())]
                                        class=[cell.is_number().then_some("n")] {
                                        (capitalised(&column.name.replace('_', " ")))
                                    }
                                }
                            } }
                            tbody {
                                @for (row, sought) in table.rows.iter().zip(sought) {
                                    tr data-sought=[(!sought.trim().is_empty()).then(|| legible(sought))] { @for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                                        @let name = column.name.as_str();
                                        @let text = Text { cell, links: CITING.contains(&name).then_some(links) };
                                        @if at == 0 { th scope="row" { (text) } }
                                        @else { td class=[class(name, cell)] { (text) } }
                                    } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How a cell of a column is set.
fn class(column: &str, cell: &Cell) -> Option<&'static str> {
    if cell.is_number() { Some("n") } else { WIDE.contains(&column).then_some("wide") }
}

/// A cell with the links of its citations; its text is what the data formats have.
struct Text<'c> {
    cell: &'c Cell,
    links: Option<&'c Links<'c>>,
}

impl Render for Text<'_> {
    fn render_to(&self, out: &mut String) {
        match self.cell {
            Cell::Text(text) | Cell::Figure(text) => self.item(text, out),
            Cell::List(items) | Cell::Figures(items) => {
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { "; " });
                    match quoted(item, "; ") {
                        Cow::Borrowed(item) => self.item(item, out),
                        Cow::Owned(quoted) => {
                            out.push_str("&quot;");
                            self.item(&quoted[1..quoted.len() - 1], out);
                            out.push_str("&quot;");
                        }
                    }
                }
            }
            plain => plain.to_string().render_to(out),
        }
    }
}

impl Text<'_> {
    fn item(&self, text: &str, out: &mut String) {
        let link = self.links.and_then(|links| links.find(text));
        let rest = if let Some((address, length)) = link {
            out.push_str("<a href=\"");
            address.render_to(out);
            out.push_str("\">");
            legible(&text[..length]).render_to(out);
            out.push_str("</a>");
            &text[length..]
        } else {
            text
        };
        legible(rest).render_to(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_list_are_told_apart_as_in_the_data_formats() {
        let items = ["a", "b; c", "the \"d\"", ""].map(str::to_owned);
        let cell = Cell::List(items.to_vec());
        let text = Text { cell: &cell, links: None }.render().into_string();
        assert_eq!(text.replace("&quot;", "\""), cell.to_string());
        assert_eq!(cell.to_string(), r#"a; "b; c"; "the ""d"""; """#);
    }
}
