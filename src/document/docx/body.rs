//! The text of a part: paragraphs, table cells and notes, tracked changes taken as accepted.

use super::super::Note;
use super::super::block::{Block, Role, is_note_mark};
use super::super::label::{can_follow_mark, raised};
use super::numbering::{BULLET, Numbering};
use super::styles::{Styles, outline};
use super::table::Table;
use super::xml::{Step, Walk, attribute, is_on, number};
use quick_xml::events::BytesStart;

/// The most blocks that one part may hold.
const BLOCKS: usize = 200_000;

/// A block with what refers from it, and the note that it belongs to.
pub(super) struct Read {
    pub(super) block: Block,
    pub(super) references: Vec<Reference>,
    pub(super) note: String,
}

/// A reference to a note.
pub(super) struct Reference {
    /// `f` for a footnote, `e` for an endnote.
    pub(super) kind: char,
    pub(super) id: String,
    /// The mark, where it is not counted.
    pub(super) mark: Option<String>,
}

/// A reader of one part.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    pub(super) blocks: Vec<Read>,
    pub(super) notes: Vec<Note>,
    pub(super) error: Option<String>,
    /// The paragraphs that are open: one, or more where text boxes stand in them.
    open: Vec<Paragraph>,
    tables: Vec<Table>,
    count: usize,
    note: String,
    unread: usize,
    charts: usize,
}

#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    heading: Option<u8>,
    text: String,
    /// The raised digits with which it begins.
    mark: String,
    references: Vec<Reference>,
    /// The properties of the current run.
    run: Run,
    /// How many letters are in bold, and how many are not.
    bold: (usize, usize),
}

#[derive(Default, Clone)]
struct Run {
    bold: Option<bool>,
    hidden: bool,
    raised: bool,
    custom: bool,
    in_text: bool,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            blocks: Vec::new(),
            notes: Vec::new(),
            error: None,
            open: Vec::new(),
            tables: Vec::new(),
            count: 0,
            note: String::new(),
            unread: 0,
            charts: 0,
        }
    }

    /// Reads the part as far as it goes.
    pub(super) fn read(mut self, xml: &[u8]) -> Self {
        let mut walk = Walk::new(xml);
        loop {
            match self.step(&mut walk) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    self.error = Some(error);
                    break;
                }
            }
            if self.blocks.len() >= BLOCKS {
                self.notes.push(Note::Bound("paragraphs", BLOCKS as u64));
                break;
            }
        }
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        if self.unread > 0 {
            self.notes.push(Note::NotRead(format!("{} embedded documents", self.unread)));
        }
        if self.charts > 0 {
            self.notes.push(Note::NotRead(format!("{} charts", self.charts)));
        }
        self
    }

    fn step(&mut self, walk: &mut Walk<'_>) -> Result<bool, String> {
        match walk.next()? {
            None => return Ok(false),
            Some(Step::Open(start)) => {
                if self.open_element(&start) {
                    walk.skip()?;
                }
            }
            Some(Step::Close(name)) => self.close_element(&name),
            Some(Step::Text(text)) => {
                if let Some(paragraph) = self.open.last_mut()
                    && paragraph.run.in_text
                {
                    paragraph.add(&text);
                }
            }
        }
        Ok(true)
    }

    /// Handles the start of an element; true if its content is to be skipped.
    fn open_element(&mut self, start: &BytesStart<'_>) -> bool {
        let local = start.local_name();
        let name = local.as_ref();
        match name {
            "del" | "moveFrom" | "instrText" | "delText" | "Fallback" | "sectPr" | "sdtPr"
            | "tblPr" | "tabs" => return true,
            name if name.ends_with("Change") => return true,
            "altChunk" => self.unread += 1,
            "chart" => self.charts += 1,
            "footnote" | "endnote" => {
                let plain = attribute(start, "type").is_none_or(|kind| kind == "normal");
                self.note = attribute(start, "id").unwrap_or_default();
                return !plain;
            }
            "p" if is_word(start) => self.open.push(Paragraph::default()),
            "tbl" if is_word(start) => {
                let first = self.blocks.len();
                self.tables.push(Table { first, ..Table::default() });
            }
            "tr" | "tc" | "gridSpan" => {
                if let Some(table) = self.tables.last_mut() {
                    table.pass(name, number(start, "val"));
                }
            }
            name => self.open_in_paragraph(name, start),
        }
        false
    }

    fn open_in_paragraph(&mut self, name: &str, start: &BytesStart<'_>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let run = &mut paragraph.run;
        match name {
            "pStyle" => paragraph.style = attribute(start, "val"),
            "numId" => paragraph.list = number(start, "val"),
            "ilvl" => paragraph.level = number(start, "val"),
            "outlineLvl" => paragraph.heading = outline(start),
            "r" => *run = Run { custom: run.custom, ..Run::default() },
            "b" => run.bold = Some(is_on(start)),
            "vanish" => run.hidden = is_on(start),
            "vertAlign" => {
                run.raised = attribute(start, "val").is_some_and(|value| value == "superscript");
            }
            "t" => run.in_text = is_word(start),
            "tab" | "br" | "cr" | "ptab" => paragraph.text.push('\t'),
            "noBreakHyphen" => paragraph.text.push('-'),
            "footnoteReference" | "endnoteReference" => {
                let kind = if name.starts_with('f') { 'f' } else { 'e' };
                let id = attribute(start, "id").unwrap_or_default();
                run.custom = attribute(start, "customMarkFollows").is_some_and(|on| on != "0");
                let mark = run.custom.then(String::new);
                paragraph.references.push(Reference { kind, id, mark });
            }
            _ => {}
        }
    }

    fn close_element(&mut self, name: &str) {
        match (name, self.open.last_mut()) {
            ("p", _) => self.close_paragraph(),
            ("tbl", _) => self.close_table(),
            ("t", Some(paragraph)) => paragraph.run.in_text = false,
            ("r", Some(paragraph)) => {
                let mark = paragraph.references.last().and_then(|last| last.mark.as_deref());
                paragraph.run = Run { custom: mark == Some(""), ..Run::default() };
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let style = self.styles.resolved(paragraph.style.as_deref());
        let is_empty = paragraph.text.trim().is_empty() && paragraph.mark.is_empty();
        if is_empty && paragraph.references.is_empty() {
            return;
        }
        let list = paragraph.list.or(style.list).filter(|list| *list != 0);
        let level = paragraph.level.or(style.level).unwrap_or(0);
        let number = list.and_then(|list| self.numbering.next(list, level, self.styles));
        let role = paragraph.heading.or(style.heading).map_or(Role::Text, Role::Heading);
        let (bold, plain) = paragraph.bold;
        let bold = if style.bold == Some(true) { plain == 0 } else { bold > 0 && plain == 0 };
        let is_bullet = number.as_deref() == Some(BULLET);
        let is_note = role == Role::Text && self.note.is_empty() && self.tables.is_empty();
        // What goes on with a full stop is the number of a paragraph.
        let is_note =
            is_note && can_follow_mark(&paragraph.text) && !paragraph.text.starts_with(['.', ')']);
        let mark = if is_note { raised(&paragraph.mark) } else { paragraph.mark };
        let bullet = if role == Role::Text && is_bullet { format!("{BULLET} ") } else { mark };
        let text = format!("{bullet}{}", paragraph.text);
        let number = number.filter(|_| !is_bullet);
        let cell = self.tables.last().map(|table| table.at);
        let block = Block { page: None, role, number, bold, text, cell };
        let (references, note) = (paragraph.references, self.note.clone());
        self.blocks.push(Read { block, references, note });
    }

    /// Marks the cells of a table; a table of one column is a frame around paragraphs.
    fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if table.is_wide {
            self.count += 1;
            for read in self.blocks.iter_mut().skip(table.first) {
                read.block.role = Role::Cell(self.count);
            }
        }
    }
}

impl Paragraph {
    fn add(&mut self, text: &str) {
        if self.run.hidden {
            return;
        }
        if self.run.custom
            && let Some(mark) = self.references.last_mut().and_then(|last| last.mark.as_mut())
        {
            mark.push_str(text.trim());
            self.run.custom = false;
            return;
        }
        let begun = !self.text.trim_start().is_empty();
        if begun && self.run.raised && is_note_mark(&self.text, text) {
            return;
        }
        if !begun && self.run.raised && text.trim().bytes().all(|byte| byte.is_ascii_digit()) {
            return self.mark.push_str(text.trim());
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        if self.run.bold == Some(true) {
            self.bold.0 += letters;
        } else {
            self.bold.1 += letters;
        }
        self.text.push_str(text);
    }
}

/// Whether the element is Word's own and not one of a drawing or a formula.
fn is_word(start: &BytesStart<'_>) -> bool {
    let name = start.name();
    !matches!(name.prefix().map(|prefix| prefix.into_inner()), Some("a" | "m"))
}
