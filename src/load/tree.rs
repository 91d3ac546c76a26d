//! The text of a file as a tree in which every value knows its place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use crate::diagnostic::Span;
use crate::model::Step;

/// How deep lists and mappings may stand in one another; a dataset needs seven.
const DEPTH: usize = 128;
/// How many times the length of the text its aliases may repeat.
const TIMES: usize = 10;
/// How much they may repeat in any case.
const ALLOWED: usize = 1_000_000;
/// What a value counts, beside the length of its text.
const VALUE: usize = 16;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The value; an alias shares that of its anchor.
    pub value: Rc<Value<'a>>,
    /// Its place: for an alias, that of the alias.
    pub span: Span,
}

/// A value of any kind.
#[derive(Debug)]
pub enum Value<'a> {
    /// A single one.
    Scalar(Cow<'a, str>, Style),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, as it stands: keys may be repeated.
    Mapping(Vec<(Node<'a>, Node<'a>)>),
}

/// How a single value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: it may be a number, yes or no, or nothing.
    Plain,
    /// In quotes.
    Quoted,
    /// As a block of lines.
    Block,
}

impl Node<'_> {
    /// The text of a single value.
    pub fn scalar(&self) -> Option<&str> {
        match &*self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Whether this is a way of writing "no value".
    pub fn is_null(&self) -> bool {
        matches!(&*self.value, Value::Scalar(text, Style::Plain)
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether nothing at all stands there.
    pub fn is_empty(&self) -> bool {
        matches!(&*self.value, Value::Scalar(text, Style::Plain) if text.is_empty())
    }

    /// The place of the value at `path` below this one; of the nearest above it where there is none.
    pub fn find(&self, path: &[Step]) -> Span {
        let mut node = self;
        for step in path {
            let below = match (step, &*node.value) {
                (Step::Key(wanted), Value::Mapping(pairs)) => pairs
                    .iter()
                    .find(|(key, _)| key.scalar() == Some(wanted))
                    .map(|(_, value)| value),
                (Step::Item(number), Value::List(items)) => items.get(*number),
                _ => None,
            };
            match below {
                // What an alias repeats stands at its anchor.
                Some(below) if !node.holds(below.span) => return node.span,
                Some(below) => node = below,
                None => break,
            }
        }
        node.head()
    }

    /// The place to show for it: of a mapping its first key, which says more than its first character.
    pub fn head(&self) -> Span {
        let first = match &*self.value {
            Value::Mapping(pairs) => pairs.first().map(|(key, _)| key.span),
            Value::List(items) => items.first().map(Node::head),
            Value::Scalar(..) => None,
        };
        first.filter(|first| self.holds(*first)).unwrap_or(self.span)
    }

    /// Whether this place is within its own, as it is not where it is an alias.
    fn holds(&self, span: Span) -> bool {
        self.span.start <= span.start && span.start <= self.span.end
    }
}

/// What a text holds.
pub struct Tree<'a> {
    /// Its one value, as far as it could be read; nothing where there are only comments.
    pub root: Option<Node<'a>>,
    /// Why it could not be read to its end.
    pub stop: Option<Stop>,
    /// The places of the values that are named for aliases, of which there are none.
    pub unused: Vec<Span>,
}

/// Why and where a text could not be read further.
#[derive(Debug)]
pub struct Stop {
    /// The reason, in the words of the parser or in ours.
    pub why: String,
    /// The place.
    pub span: Span,
    /// Where the brackets stand that are open there, the innermost last.
    pub open: Vec<(usize, usize)>,
}

/// The tree of a YAML text, up to the first fault of form or the bounds of what is read.
pub fn yaml(text: &str) -> Tree<'_> {
    let allowed = ALLOWED.saturating_add(TIMES.saturating_mul(text.len()));
    let mut builder = Builder { allowed, ..Builder::default() };
    for event in Parser::new_from_str(text) {
        let taken = match event {
            Ok((event, span)) => {
                let span = Span { start: place(span.start), end: place(span.end) };
                builder.event(event, span).map_err(|why| (why, span))
            }
            Err(error) => {
                let (line, column) = place(*error.marker());
                Err((error.info().to_owned(), Span::at(line, column)))
            }
        };
        if let Err((why, span)) = taken {
            return builder.stopped(why, span);
        }
    }
    builder.finish(None)
}

fn place(marker: Marker) -> (usize, usize) {
    (marker.line(), marker.col() + 1)
}

/// Puts a tree together from what a text is made of.
#[derive(Default)]
pub struct Builder<'a> {
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    /// The value of each anchor, how much it holds, and whether an alias has repeated it.
    anchors: BTreeMap<usize, (Node<'a>, usize, bool)>,
    allowed: usize,
    repeated: usize,
}

/// A list or mapping that is being read.
struct Open<'a> {
    value: Value<'a>,
    /// The key of a mapping that still waits for its value.
    key: Option<Node<'a>>,
    span: Span,
    anchor: usize,
    holds: usize,
}

impl<'a> Builder<'a> {
    fn event(&mut self, event: Event<'a>, span: Span) -> Result<(), String> {
        match event {
            Event::Scalar(.., Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => return Err("a tag".to_owned()),
            Event::Scalar(text, style, anchor, None) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                self.scalar(text, style, span, anchor);
            }
            Event::SequenceStart(anchor, None) => {
                return self.begin(Value::List(Vec::new()), span, anchor);
            }
            Event::MappingStart(anchor, None) => {
                return self.begin(Value::Mapping(Vec::new()), span, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => return self.alias(anchor, span),
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err("there are several YAML documents in this file".to_owned());
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds a single value.
    pub fn scalar(&mut self, text: Cow<'a, str>, style: Style, span: Span, anchor: usize) {
        let holds = VALUE + text.len();
        self.put(Node { value: Rc::new(Value::Scalar(text, style)), span }, anchor, holds);
    }

    /// Begins a list or a mapping.
    pub fn begin(&mut self, value: Value<'a>, span: Span, anchor: usize) -> Result<(), String> {
        if self.open.len() == DEPTH {
            return Err(format!("lists and mappings stand more than {DEPTH} deep in one another"));
        }
        self.open.push(Open { value, key: None, span, anchor, holds: VALUE });
        Ok(())
    }

    /// Ends the list or mapping that began last.
    pub fn end(&mut self, span: Span) {
        if let Some(Open { value, span: Span { start, .. }, anchor, holds, .. }) = self.open.pop() {
            let span = Span { start, end: span.end };
            self.put(Node { value: Rc::new(value), span }, anchor, holds);
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), String> {
        let Some((node, holds, used)) = self.anchors.get_mut(&anchor) else {
            return Err("this alias stands inside the value that it repeats".to_owned());
        };
        *used = true;
        let (node, holds) = (Node { span, ..node.clone() }, *holds);
        self.repeated = self.repeated.saturating_add(holds);
        if self.repeated > self.allowed {
            return Err(
                "the aliases of this file repeat more than ten times its length and a megabyte"
                    .to_owned(),
            );
        }
        self.put(node, 0, holds);
        Ok(())
    }

    fn put(&mut self, node: Node<'a>, anchor: usize, holds: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), holds, false));
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        open.holds = open.holds.saturating_add(holds);
        match &mut open.value {
            Value::List(items) => items.push(node),
            Value::Mapping(pairs) => match open.key.take() {
                Some(key) => pairs.push((key, node)),
                None => open.key = Some(node),
            },
            Value::Scalar(..) => {}
        }
    }

    /// The tree of what could be read.
    pub fn stopped(self, why: String, span: Span) -> Tree<'a> {
        // What is in a block begins without a letter of its own.
        let brackets = self.open.iter().map(|open| open.span).filter(|span| span.start != span.end);
        let open = brackets.map(|span| span.start).collect();
        self.finish(Some(Stop { why, span, open }))
    }

    /// The tree, with whatever is still open ended at the place where reading stopped.
    pub fn finish(mut self, stop: Option<Stop>) -> Tree<'a> {
        while let (Some(stop), false) = (&stop, self.open.is_empty()) {
            self.end(stop.span);
        }
        let unused = self.anchors.into_values().filter(|(.., used)| !used);
        Tree { unused: unused.map(|(node, ..)| node.span).collect(), root: self.root, stop }
    }
}
