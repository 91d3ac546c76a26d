//! Charts as SVG, each with the same figures as a table.

mod bars;
mod heat;
mod network;
mod timeline;

use maud::{Markup, html};

pub use bars::{agencies, pillars};
pub use heat::heat;
pub use network::network;
pub use timeline::timeline;

use crate::model::{Role, Vocabulary, counted};
use crate::query::Every;
use crate::render::legible;

/// A chart of the page.
pub struct Chart {
    /// Its id, by which its parts name it.
    pub id: &'static str,
    /// What it shows.
    pub title: String,
    /// How it is to be read, and what it leaves out.
    pub caption: String,
    /// The drawing; nothing where there is nothing to draw.
    pub drawing: Option<Drawing>,
    /// The headings of its table.
    pub headings: Vec<String>,
    /// The rows of its table.
    pub rows: Vec<Vec<String>>,
}

/// What an SVG shows, and its size.
pub struct Drawing {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its elements.
    pub content: Markup,
}

impl Chart {
    /// The figure of the page.
    pub fn figure(&self) -> Markup {
        let title = format!("{}-title", self.id);
        let caption = format!("{}-caption", self.id);
        html! {
            figure id=(self.id) aria-labelledby=(title) {
                h3 id=(title) { (legible(&self.title)) }
                @if let Some(Drawing { width, height, content }) = &self.drawing {
                    div.scroll-x {
                        svg role="img" viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height)
                            aria-labelledby={ (title) " " (caption) } { (content) }
                    }
                }
                figcaption id=(caption) { (legible(&self.caption)) }
                @if !self.rows.is_empty() { (self.table()) }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            details {
                summary { "Show the data as a table" }
                div.scroll {
                    table {
                        caption hidden { (legible(&self.title)) }
                        thead { tr { @for heading in &self.headings { th scope="col" { (legible(heading)) } } } }
                        tbody {
                            @for row in &self.rows {
                                tr {
                                    @for (at, cell) in row.iter().enumerate() {
                                        @if at == 0 { th scope="row" { (legible(cell)) } }
                                        @else { td.n { (legible(cell)) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// In which roles agencies are counted.
fn in_roles(roles: &Every<Role>) -> String {
    let words: Vec<&str> = roles.values().map(|role| role.word()).collect();
    if words.is_empty() { "in any role".to_owned() } else { format!("as {}", words.join(" or ")) }
}

/// Which agencies are shown of all that these programmes name.
fn of_agencies(shown: usize, all: usize, programmes: usize) -> String {
    let (agencies, programmes) = (counted(all, "agency"), counted(programmes, "programme"));
    if shown < all {
        format!("the {shown} most often named, of {agencies} in {programmes}")
    } else {
        format!("the {agencies} named in {programmes}")
    }
}

/// The text, or so much of it as has room, with an ellipsis.
fn shorten(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The part of a length that a count takes up, of the `most` that there is.
#[expect(clippy::cast_precision_loss, reason = "counts of records are far below 2^52")]
fn scale(count: usize, most: usize, length: f64) -> f64 {
    if most == 0 { 0.0 } else { count as f64 / most as f64 * length }
}

/// A position or a length as SVG has it.
fn px(length: f64) -> String {
    format!("{length:.1}")
}
