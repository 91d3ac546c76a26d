//! The structure of a tagged document: which text is one paragraph, heading, cell or note.

use super::super::block::{Block, Role};
use super::super::{Cell, Note};
use super::page::Page;
use super::rows::{self, Open, Placed};
use super::run::{Run, letter_count};
use super::span::span;
use hayro_syntax::Pdf;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{MaybeRef, Name, Object};
use std::collections::{BTreeMap, BTreeSet};

/// How deep elements may stand within each other.
const DEPTH: usize = 80;
/// The most elements that are followed.
const ELEMENTS: usize = 500_000;

/// What the structure holds.
pub(super) struct Tagged {
    pub(super) blocks: Vec<Block>,
    /// How many letters it reaches.
    pub(super) letters: usize,
    pub(super) notes: Vec<Note>,
}

/// The text of the document by its structure, if it has one.
pub(super) fn read(pdf: &Pdf, pages: &[Page]) -> Option<Tagged> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let root: Dict<'_> = catalog.get("StructTreeRoot")?;
    let mut content: BTreeMap<(usize, u32), Vec<&Run>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for run in &page.runs {
            if let Some(marked) = run.marked {
                content.entry((number, marked)).or_default().push(run);
            }
        }
    }
    let numbers = pages.iter().enumerate().filter_map(|(at, page)| Some((page.id?, at)));
    let mut walk = Walk {
        pdf,
        roles: root.get("RoleMap"),
        numbers: numbers.collect(),
        content,
        seen: BTreeSet::new(),
        elements: 0,
        open: Vec::new(),
        closed: Vec::new(),
        tables: 0,
        cells: None,
        at: Cell::default(),
        figures: 0,
        letters: 0,
    };
    walk.kids(&root, None, 0);
    let mut notes = Vec::new();
    if walk.elements >= ELEMENTS {
        notes.push(Note::Bound("elements of structure", ELEMENTS as u64));
    }
    if walk.figures > 0 {
        notes.push(Note::NotRead(format!("{} figures", walk.figures)));
    }
    walk.closed.sort_by_key(|placed| placed.order);
    let blocks = rows::with_cells(walk.closed, walk.tables);
    Some(Tagged { blocks, letters: walk.letters, notes })
}

struct Walk<'a, 'r> {
    pdf: &'a Pdf,
    roles: Option<Dict<'a>>,
    /// The pages by the number of their object.
    numbers: BTreeMap<u32, usize>,
    content: BTreeMap<(usize, u32), Vec<&'r Run>>,
    seen: BTreeSet<u32>,
    elements: usize,
    open: Vec<Open>,
    closed: Vec<Placed>,
    tables: usize,
    /// The table whose cells are read.
    cells: Option<usize>,
    /// Where the last cell stands in it.
    at: Cell,
    figures: usize,
    letters: usize,
}

impl<'a> Walk<'a, '_> {
    fn kids(&mut self, element: &Dict<'a>, page: Option<usize>, depth: usize) {
        let page = self.page(element).or(page);
        match element.get::<Object<'a>>("K") {
            Some(Object::Array(kids)) => {
                for kid in kids.raw_iter() {
                    match kid {
                        MaybeRef::Ref(reference) => {
                            let kid = self.pdf.xref().get(reference.into());
                            self.one(kid, Some(reference.obj_number), page, depth);
                        }
                        MaybeRef::NotRef(kid) => self.one(Some(kid), None, page, depth),
                    }
                }
            }
            kid => {
                let reference = element.get_ref("K").map(|reference| reference.obj_number);
                self.one(kid, reference, page, depth);
            }
        }
    }

    /// Follows a kid; one that is referred to is followed once.
    fn one(
        &mut self,
        kid: Option<Object<'a>>,
        reference: Option<u32>,
        page: Option<usize>,
        depth: usize,
    ) {
        match kid {
            Some(Object::Dict(kid)) if reference.is_none_or(|id| self.seen.insert(id)) => {
                self.kid(&kid, page, depth);
            }
            Some(Object::Number(id)) => self.marked(page, id.as_i64()),
            _ => {}
        }
    }

    /// Follows an element, or a reference to marked content.
    fn kid(&mut self, kid: &Dict<'a>, page: Option<usize>, depth: usize) {
        if let Some(id) = kid.get::<u32>("MCID") {
            let page = self.page(kid).or(page);
            self.marked(page, i64::from(id));
            return;
        }
        self.elements += 1;
        if depth >= DEPTH || self.elements >= ELEMENTS {
            return;
        }
        let Some(role) = self.role(kid) else { return };
        self.element(kid, &role, page, depth + 1);
    }

    fn element(&mut self, element: &Dict<'a>, role: &str, page: Option<usize>, depth: usize) {
        let heading = |level: &str| level.parse().ok().filter(|level| (1..=6).contains(level));
        let in_whole = self.open.last().is_some_and(|open| open.whole);
        match role {
            "Artifact" => {}
            "Figure" | "Formula" => self.figure(element, page, depth),
            "Table" if self.cells.is_none() && self.columns(element) > 1 => {
                self.tables += 1;
                self.cells = Some(self.tables);
                self.at = Cell::default();
                self.kids(element, page, depth);
                self.cells = None;
            }
            "TR" if !in_whole => {
                self.at = Cell { row: self.at.row + 1, ..Cell::default() };
                self.kids(element, page, depth);
            }
            "TD" | "TH" if let Some(table) = self.cells => {
                if in_whole {
                    self.kids(element, page, depth);
                } else {
                    let first = self.at.last + 1;
                    self.at = Cell { first, last: first + span(element) - 1, ..self.at };
                    self.block(element, Role::Cell(table), true, page, depth);
                }
            }
            "Note" | "FENote" => self.block(element, Role::Footnote, true, page, depth),
            "LI" if !in_whole || self.cells.is_none() => {
                self.block(element, self.text(), true, page, depth);
            }
            "P" | "Caption" | "BlockQuote" | "TOCI" | "BibEntry" | "Lbl" | "LBody" => {
                if in_whole {
                    if let Some(open) = self.open.last_mut() {
                        open.text.break_line();
                    }
                    self.kids(element, page, depth);
                } else {
                    self.block(element, self.text(), false, page, depth);
                }
            }
            "Title" | "H" => self.block(element, Role::Heading(1), false, page, depth),
            role => match role.strip_prefix('H').and_then(heading) {
                Some(_) if in_whole => self.kids(element, page, depth),
                Some(level) => self.block(element, Role::Heading(level), false, page, depth),
                None => self.kids(element, page, depth),
            },
        }
    }

    /// What text is here: within a table, a cell even where no cell is marked.
    fn text(&self) -> Role {
        self.cells.map_or(Role::Text, Role::Cell)
    }

    /// Counts a figure; its text is read past, so that it is known to have been reached.
    fn figure(&mut self, element: &Dict<'a>, page: Option<usize>, depth: usize) {
        self.figures += 1;
        self.open.push(self.begin(Role::Text, true));
        self.kids(element, page, depth);
        self.open.pop();
    }

    /// A block that begins here.
    fn begin(&self, role: Role, whole: bool) -> Open {
        let cell = matches!(role, Role::Cell(_)).then_some(self.at);
        Open { order: self.elements, role, whole, cell, ..Open::default() }
    }

    fn block(
        &mut self,
        element: &Dict<'a>,
        role: Role,
        whole: bool,
        page: Option<usize>,
        depth: usize,
    ) {
        self.open.push(self.begin(role, whole));
        self.kids(element, page, depth);
        self.closed.extend(self.open.pop().map(Open::close));
    }

    /// Adds marked content to the block that is open, or makes a block of it.
    fn marked(&mut self, page: Option<usize>, id: i64) {
        let (Some(page), Ok(id)) = (page, u32::try_from(id)) else { return };
        let Some(runs) = self.content.remove(&(page, id)) else { return };
        let number = u32::try_from(page + 1).ok();
        let mut alone = self.open.is_empty().then(|| self.begin(Role::Text, false));
        let Some(open) = alone.as_mut().or(self.open.last_mut()) else { return };
        if open.page.is_some() && open.last != number {
            open.text.break_page();
            if open.first == 0 {
                open.first = open.text.text.len();
            }
        }
        open.last = number;
        for run in runs {
            self.letters += letter_count(&run.text);
            if open.page.is_none() && !run.text.trim().is_empty() {
                open.page = number;
            }
            open.text.add(run);
        }
        self.closed.extend(alone.map(Open::close));
    }

    fn page(&self, element: &Dict<'a>) -> Option<usize> {
        self.numbers.get(&element.get_ref("Pg")?.obj_number).copied()
    }

    /// The standard role of an element.
    fn role(&self, element: &Dict<'a>) -> Option<String> {
        let mut role = element.get::<Name<'_>>("S")?.as_str().to_owned();
        for _ in 0..8 {
            if STANDARD.contains(&role.as_str()) {
                break;
            }
            let mapped =
                self.roles.as_ref().and_then(|roles| roles.get::<Name<'_>>(role.as_bytes()));
            match mapped {
                Some(mapped) => role = mapped.as_str().to_owned(),
                None => break,
            }
        }
        Some(role)
    }

    /// How many cells the widest of the first rows of a table has.
    fn columns(&self, table: &Dict<'a>) -> usize {
        let mut widest = 0;
        let mut rest = vec![table.clone()];
        let mut looked = 0;
        while let Some(element) = rest.pop() {
            looked += 1;
            if looked > 64 || widest > 1 {
                break;
            }
            let kids = dicts(&element);
            let is = |kid: &Dict<'a>, roles: &[&str]| {
                kid.get::<Name<'_>>("S").is_some_and(|role| roles.contains(&role.as_str()))
            };
            widest = widest.max(kids.iter().filter(|kid| is(kid, &["TD", "TH"])).count());
            let parts = ["TR", "THead", "TBody", "TFoot"];
            rest.extend(kids.into_iter().filter(|kid| is(kid, &parts)));
        }
        widest
    }
}

/// Roles that a role map cannot redefine.
const STANDARD: [&str; 12] =
    ["P", "H1", "H2", "H3", "H4", "Table", "TR", "TD", "TH", "Span", "Artifact", "Note"];

fn dicts<'a>(element: &Dict<'a>) -> Vec<Dict<'a>> {
    match element.get::<Object<'a>>("K") {
        Some(Object::Array(array)) => array.iter::<Dict<'a>>().take(1000).collect(),
        Some(Object::Dict(kid)) => vec![kid],
        _ => Vec::new(),
    }
}
