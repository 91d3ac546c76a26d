//! The text of a file as a tree in which every value knows its place.

use std::collections::BTreeMap;
use std::rc::Rc;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, StrInput};

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
pub struct Node {
    /// The value; an alias shares that of its anchor.
    pub value: Rc<Value>,
    /// Its place: for an alias, that of the alias.
    pub span: Span,
}

/// A value of any kind.
#[derive(Debug)]
pub enum Value {
    /// A single one.
    Scalar(String, Style),
    /// A list.
    List(Vec<Node>),
    /// A mapping, as it stands: keys may be repeated.
    Mapping(Vec<(Node, Node)>),
}

/// How a single value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: it may be a number, yes or no, or nothing.
    Plain,
    /// The same in JSON, where it is never a text.
    Literal,
    /// In quotes.
    Quoted,
    /// As a block of lines.
    Block,
}

impl Node {
    /// The text of a single value.
    pub fn scalar(&self) -> Option<&str> {
        match &*self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Value::Mapping(pairs) = &*self.value else { return None };
        pairs.iter().find(|(this, _)| this.scalar() == Some(key)).map(|(_, value)| value)
    }

    /// Whether this is a way of writing "no value".
    pub fn is_null(&self) -> bool {
        matches!(&*self.value, Value::Scalar(text, Style::Plain | Style::Literal)
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
                (Step::Key(key), _) => node.get(key),
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
pub struct Tree {
    /// Its one value, as far as it could be read; nothing where there are only comments.
    pub root: Option<Node>,
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

/// The tree of a text, up to the first fault of form or the bounds of what is read; `plain` is how something without
/// quotes is written in it.
pub fn tree(text: &str, plain: Style) -> Tree {
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        plain,
        open: Vec::new(),
        anchors: BTreeMap::new(),
        total: 0,
        allowed: ALLOWED.saturating_add(TIMES.saturating_mul(text.len())),
        stop: None,
    };
    let mut root = None;
    while let Some((event, span)) = reader.next() {
        match event {
            Event::DocumentStart(_) if root.is_some() => {
                reader.stop("there are several YAML documents in this file", span);
            }
            Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
            event => root = Some(reader.node(event, span)),
        }
    }
    let unused = reader.anchors.into_values().filter(|(.., used)| !used);
    Tree { root, unused: unused.map(|(node, ..)| node.span).collect(), stop: reader.stop }
}

fn place(marker: Marker) -> (usize, usize) {
    (marker.line(), marker.col() + 1)
}

/// Puts a tree together from what a text is made of.
struct Reader<'a> {
    events: Parser<'a, StrInput<'a>>,
    /// How something without quotes is written.
    plain: Style,
    /// The lists and mappings that are being read.
    open: Vec<Span>,
    /// The value of each anchor, how much it holds, and whether an alias has repeated it.
    anchors: BTreeMap<usize, (Node, usize, bool)>,
    /// How much has been read, with all that aliases repeat.
    total: usize,
    /// How much aliases may still repeat.
    allowed: usize,
    stop: Option<Stop>,
}

impl<'a> Reader<'a> {
    /// What comes next, unless reading has stopped.
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        if self.stop.is_some() {
            return None;
        }
        match self.events.next()? {
            Ok((event, span)) => {
                Some((event, Span { start: place(span.start), end: place(span.end) }))
            }
            Err(error) => {
                let (line, column) = place(*error.marker());
                self.stop(error.info(), Span::at(line, column));
                None
            }
        }
    }

    fn stop(&mut self, why: &str, span: Span) {
        // What is in a block begins without a letter of its own.
        let brackets = self.open.iter().filter(|open| open.start != open.end);
        let open = brackets.map(|bracket| bracket.start).collect();
        self.stop = Some(Stop { why: why.to_owned(), span, open });
    }

    /// The value that begins with an event; as much of it as can be read.
    fn node(&mut self, event: Event<'a>, mut span: Span) -> Node {
        if let Event::Scalar(.., Some(_))
        | Event::SequenceStart(_, Some(_))
        | Event::MappingStart(_, Some(_)) = event
        {
            self.stop("a tag", span);
        }
        if let Event::Alias(anchor) = event {
            return self.alias(anchor, span);
        }
        let before = self.total;
        self.total += VALUE;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => {
                let style = match style {
                    ScalarStyle::Plain => self.plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                self.total += text.len();
                (Value::Scalar(text.into_owned(), style), anchor)
            }
            Event::SequenceStart(anchor, _) => (Value::List(self.items(&mut span)), anchor),
            Event::MappingStart(anchor, _) => {
                let mut items = self.items(&mut span).into_iter();
                let pairs = std::iter::from_fn(|| items.next().zip(items.next()));
                (Value::Mapping(pairs.collect()), anchor)
            }
            _ => (Value::List(Vec::new()), 0),
        };
        let node = Node { value: Rc::new(value), span };
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), self.total - before, false));
        }
        node
    }

    /// What stands in a list, or the keys and values of a mapping in turn, and where it ends.
    fn items(&mut self, span: &mut Span) -> Vec<Node> {
        if self.open.len() == DEPTH {
            let why = format!("lists and mappings are nested more than {DEPTH} levels deep");
            self.stop(&why, *span);
        }
        self.open.push(*span);
        let mut items = Vec::new();
        while let Some((event, place)) = self.next() {
            span.end = place.end;
            if matches!(event, Event::SequenceEnd | Event::MappingEnd) {
                break;
            }
            items.push(self.node(event, place));
        }
        self.open.pop();
        items
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Node {
        let Some((node, holds, used)) = self.anchors.get_mut(&anchor) else {
            self.stop("this alias is inside the value that it repeats", span);
            return Node { value: Rc::new(Value::List(Vec::new())), span };
        };
        *used = true;
        let (node, holds) = (Node { span, ..node.clone() }, *holds);
        self.total += holds;
        match self.allowed.checked_sub(holds) {
            Some(allowed) => self.allowed = allowed,
            None => self.stop(
                "the aliases of this file repeat more than ten times its length and a megabyte",
                span,
            ),
        }
        node
    }
}
