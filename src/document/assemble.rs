//! Blocks of any format become labelled paragraphs.

use std::collections::BTreeSet;

use super::block::{Block, Blocks, Role, ends_sentence, is_table_note, join, on_one_line};
use super::contents::{Contents, LONGEST_HEADING};
use super::furniture;
use super::item::{bare_item, follows_bare_item};
use super::label::{Mark, Number, footnote_mark, mark, raised_mark};
use super::position::Position;
use super::{Kind, Note, Paper, Paragraph};

/// The label of the line that says who adopts the text.
const ENACTING_LINE: &str = "enacting line";

/// The paper made up of the blocks; plain text does not mark cells.
pub(super) fn paper(is_text: bool, mut source: Blocks) -> Paper {
    let symbol = furniture::symbol(
        source.furniture.iter().chain(source.blocks.iter().take(12).map(|block| &block.text)),
    );
    let mut assembler = Assembler { notes: source.notes, run_on: is_text, ..Assembler::default() };
    for block in &mut source.blocks {
        block.text = on_one_line(&block.text);
    }
    source.blocks.retain(|block| !block.text.is_empty());
    let aside = furniture::set_aside(&mut source.blocks);
    source.blocks.into_iter().for_each(|block| assembler.add(block));
    assembler.finish(symbol, source.furniture.len() + aside)
}

#[derive(Default)]
struct Assembler {
    paragraphs: Vec<Paragraph>,
    notes: Vec<Note>,
    position: Position,
    title: Option<String>,
    contents: Contents,
    /// The label of the table or figure whose caption was read last.
    caption: Option<String>,
    /// Whether the format marks no cells, so that what follows a table's caption belongs to it.
    run_on: bool,
    /// How often the title has come again, at the head of a page.
    running_heads: usize,
    /// Whether the next heading belongs to that caption.
    caption_open: bool,
    /// Numbers at the head of paragraphs that do not follow those before them.
    out_of_place: Vec<Number>,
    /// The paragraph that a following block may continue.
    open: Option<usize>,
}

impl Assembler {
    fn add(&mut self, block: Block) {
        if self.contents.holds(&block) {
            return;
        }
        match block.role {
            Role::Cell(_) => self.add_cell(block),
            Role::Footnote => self.add_footnote(block),
            Role::Heading(level) => self.add_heading(block, level),
            Role::Text => match raised_mark(&block.text) {
                Some(text) => self.add_footnote(Block { text, ..block }),
                None => self.add_text(block),
            },
        }
    }

    fn push(&mut self, label: String, kind: Kind, page: Option<u32>, text: String) {
        let heading = self.position.heading.clone();
        self.paragraphs.push(Paragraph { label, page, heading, kind, text, cell: None });
    }

    fn add_cell(&mut self, mut block: Block) {
        let label = self.caption.clone().unwrap_or_else(|| self.position.place());
        self.caption_open = false;
        if let Some(number) = block.number {
            block.text = format!("{number} {}", block.text);
        }
        self.push(label, Kind::Cell, block.page, block.text);
        if let Some(last) = self.paragraphs.last_mut() {
            last.cell = block.cell;
        }
    }

    fn add_footnote(&mut self, block: Block) {
        let (mark, text) = match block.number {
            Some(number) => (number, block.text),
            None => match footnote_mark(&block.text) {
                Some((mark, rest)) => (mark.to_owned(), rest.to_owned()),
                None => ("?".to_owned(), block.text),
            },
        };
        self.push(format!("fn. {mark}"), Kind::Footnote, block.page, text);
    }

    fn add_heading(&mut self, block: Block, level: u8) {
        let is_title = |title: &String| {
            title.strip_suffix(&block.text).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
        };
        if block.text.len() > 40 && self.title.as_ref().is_some_and(is_title) {
            self.running_heads += 1;
            return;
        }
        self.open = None;
        if let Some(caption) = furniture::caption(&block.text) {
            self.caption = Some(caption.clone());
            self.caption_open = true;
            self.push(caption, Kind::Heading, block.page, block.text);
            return;
        }
        if std::mem::take(&mut self.caption_open) {
            let label = self.caption.clone().unwrap_or_default();
            self.push(label, Kind::Heading, block.page, block.text);
            return;
        }
        self.caption = None;
        if level <= 1 && self.position.has_number() && self.position.heading.is_none() {
            self.title_leads_chapter();
        }
        self.position.enter_heading(&block.text);
        let top = level <= 1 || furniture::is_resolution(&block.text);
        let is_title = self.title.is_none() && !self.position.has_number() && top;
        let text = match &block.number {
            Some(number) => format!("{number} {}", block.text),
            None => block.text,
        };
        if is_title {
            self.title = Some(text.clone());
        }
        if !is_title || level > 1 {
            self.position.heading = Some(text.clone());
        }
        let kind = if is_title { Kind::Title } else { Kind::Heading };
        self.push(String::new(), kind, block.page, text);
    }

    /// Of several headings of one level, the first leads a chapter too, even if it was taken for the title.
    fn title_leads_chapter(&mut self) {
        let is_title = |it: &Paragraph| it.kind == Kind::Title;
        let below = self.paragraphs.iter_mut().skip_while(|it| !is_title(it)).skip(1);
        below.for_each(|it| it.heading.clone_from(&self.title));
    }

    fn add_text(&mut self, mut block: Block) {
        let marked = match &block.number {
            Some(number) => mark(number)
                .or_else(|| bare_item(number).map(|(item, _)| (Mark::Item(item), "")))
                .map(|(mark, _)| (mark, block.text.len())),
            None => mark(&block.text)
                .or_else(|| self.bare_item(&block.text))
                .map(|(mark, rest)| (mark, rest.len())),
        };
        let begin = marked.as_ref().map_or(0, |(_, rest)| block.text.len() - rest);
        let page = block.page;
        match marked {
            Some((Mark::Star(star), rest)) if rest > 1 => {
                block.text.drain(..begin);
                self.push(format!("fn. {star}"), Kind::Footnote, page, block.text);
            }
            Some((Mark::Number(number), _))
                if self.position.is_followed_by(number, &block.text[begin..]) =>
            {
                block.text.drain(..begin);
                self.add_numbered(number, page, block.text);
            }
            Some((Mark::Lettered(label, number), _)) if self.position.goes_with(number) => {
                block.text.drain(..begin);
                self.position.enter_label(&label);
                self.add_labelled(label, page, block.text);
            }
            Some((Mark::Item(item), rest)) if rest > 0 => {
                block.text.drain(..begin);
                self.add_item(&item, page, block.text);
            }
            _ if stands_out(&block) => self.add_heading(block, 4),
            Some((Mark::Number(number), _))
                if self.position.looks_numbered(number, &block.text[begin..]) =>
            {
                self.out_of_place.push(number);
                self.add_unnumbered(block);
            }
            _ => self.add_unnumbered(block),
        }
    }

    /// An item without brackets, where one can stand here.
    fn bare_item<'t>(&self, text: &'t str) -> Option<(Mark, &'t str)> {
        let (item, rest) = bare_item(text)?;
        let last = self.paragraphs.last().map_or("", |last| last.text.as_str());
        let is_here = self.position.items.has_next(&item) || follows_bare_item(&item, last);
        is_here.then_some((Mark::Item(item), rest))
    }

    fn add_item(&mut self, item: &str, page: Option<u32>, text: String) {
        let label = self.position.item(item);
        self.caption_open = false;
        self.push(label, Kind::Item, page, text);
        self.open = Some(self.paragraphs.len() - 1);
    }

    fn add_numbered(&mut self, number: Number, page: Option<u32>, text: String) {
        self.notes.extend(self.position.enter_number(number));
        self.add_labelled(number.to_string(), page, text);
    }

    fn add_labelled(&mut self, label: String, page: Option<u32>, text: String) {
        self.caption_open = false;
        self.caption = None;
        self.push(label, Kind::Body, page, text);
        self.open = Some(self.paragraphs.len() - 1);
    }

    fn add_unnumbered(&mut self, block: Block) {
        self.caption_open = false;
        let runs_on = self.run_on
            && self.position.preamble.is_none()
            && !furniture::is_enacting_line(&block.text);
        if runs_on && self.caption.as_ref().is_some_and(|caption| caption.starts_with("table ")) {
            self.add_cell(block);
            return;
        }
        let is_below_cell = self.paragraphs.last().is_some_and(|last| last.kind == Kind::Cell);
        if is_below_cell && is_table_note(&block.text) {
            self.add_cell(block);
            return;
        }
        if let Some(open) = self.continued(&block) {
            let text = &mut self.paragraphs[open].text;
            join(text, &block.text);
            return;
        }
        if furniture::is_enacting_line(&block.text) {
            self.position.begin_preamble();
            if block.text.len() < 80 {
                self.push(ENACTING_LINE.to_owned(), Kind::Body, block.page, block.text);
                self.open = None;
                return;
            }
        }
        if furniture::is_closing_line(&block.text) {
            self.position.preamble = None;
            self.open = None;
        }
        let label = self.position.paragraph();
        self.push(label, Kind::Body, block.page, block.text);
        self.open = Some(self.paragraphs.len() - 1);
    }

    /// The paragraph that the block continues, after a page break or a note.
    fn continued(&self, block: &Block) -> Option<usize> {
        let open = self.open?;
        let text = &self.paragraphs.get(open)?.text;
        let lower = block.text.starts_with(char::is_lowercase) && !is_table_note(&block.text);
        let turned = block.page.is_some()
            && block.page != self.paragraphs.get(open)?.page
            && text.len() > 60
            && !text.ends_with([',', '”']);
        let cut = (lower || turned) && !ends_sentence(text) && !text.ends_with(')');
        (cut && block.number.is_none() && !furniture::is_closing_line(&block.text)).then_some(open)
    }

    fn finish(mut self, symbol: Option<String>, furniture: usize) -> Paper {
        let mut next = None;
        for paragraph in self.paragraphs.iter_mut().rev() {
            match paragraph.kind {
                Kind::Body | Kind::Cell if paragraph.label.is_empty() => {
                    paragraph.label = before("before", next.as_deref());
                }
                Kind::Body if !paragraph.label.starts_with("after ") => {
                    next = Some(paragraph.label.clone());
                }
                Kind::Heading if paragraph.label.is_empty() => {
                    paragraph.label = before("heading before", next.as_deref());
                }
                Kind::Title => paragraph.label = "title".to_owned(),
                _ => {}
            }
        }
        self.notes.extend(self.position.restart_note());
        if let Some(first) = self.out_of_place.first() {
            self.notes.push(Note::OutOfPlace(first.to_string(), self.out_of_place.len()));
        }
        for (what, count) in [
            ("lines of contents", self.contents.count),
            ("lines of page headers and footers", furniture + self.running_heads),
        ] {
            if count > 0 {
                self.notes.push(Note::SetAside(what, count));
            }
        }
        let Self { title, paragraphs, mut notes, .. } = self;
        let mut seen = BTreeSet::new();
        notes.retain(|note| seen.insert(note.clone()));
        Paper { symbol, title, paragraphs, notes }
    }
}

/// Whether a text is a heading by its looks: the label of a table alone, or short and in bold.
fn stands_out(block: &Block) -> bool {
    let text = &block.text;
    furniture::caption(text).is_some_and(|label| label.len() == text.len())
        || block.bold && text.len() <= LONGEST_HEADING && !ends_sentence(text)
}

fn before(what: &str, next: Option<&str>) -> String {
    format!("{what} {}", next.unwrap_or("the end"))
}
