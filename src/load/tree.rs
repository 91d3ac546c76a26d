//! The text of a file as a tree in which every value has its position.

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, StrInput};

use crate::diagnostic::Span;
use crate::model::Step;

/// How deep lists and mappings may stand in one another; a dataset needs seven.
const DEPTH: usize = 128;

/// A value with its place.
#[derive(Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its place.
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
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Value::Mapping(pairs) = &self.value else { return None };
        pairs.iter().find(|(this, _)| this.scalar() == Some(key)).map(|(_, value)| value)
    }

    /// Whether this is a way of writing "no value".
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, Style::Plain | Style::Literal)
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether nothing at all stands there.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, Style::Plain) if text.is_empty())
    }

    /// The place of the value at `path` below this one; of the nearest above it where there is none.
    pub fn find(&self, path: &[Step]) -> Span {
        let mut node = self;
        for step in path {
            let below = match (step, &node.value) {
                (Step::Key(key), _) => node.get(key),
                (Step::Item(number), Value::List(items)) => items.get(*number),
                _ => None,
            };
            let Some(below) = below else { break };
            node = below;
        }
        node.head()
    }

    /// The place to show for it: of a mapping its first key, which says more than its first character.
    pub fn head(&self) -> Span {
        let first = match &self.value {
            Value::Mapping(pairs) => pairs.first().map(|(key, _)| key.span),
            Value::List(items) => items.first().map(Node::head),
            Value::Scalar(..) => None,
        };
        first.unwrap_or(self.span)
    }
}

/// What a text holds.
pub struct Tree {
    /// Its one value, as far as it could be read; nothing where there are only comments.
    pub root: Option<Node>,
    /// Why it could not be read to its end.
    pub stop: Option<Stop>,
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
    let events = Parser::new_from_str(text);
    let mut reader = Reader { events, plain, open: Vec::new(), stop: None };
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
    Tree { root, stop: reader.stop }
}

/// Puts a tree together from what a text is made of.
struct Reader<'a> {
    events: Parser<'a, StrInput<'a>>,
    /// How something without quotes is written.
    plain: Style,
    /// The lists and mappings that are being read.
    open: Vec<Span>,
    stop: Option<Stop>,
}

impl<'a> Reader<'a> {
    /// What comes next, unless reading has stopped.
    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        if self.stop.is_some() {
            return None;
        }
        let place = |marker: Marker| (marker.line(), marker.col() + 1);
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

    /// The value that begins with an event; as much of it as can be read. Nothing of a dataset has a tag, which would
    /// be dropped, or a name by which an alias repeats it.
    fn node(&mut self, event: Event<'a>, mut span: Span) -> Node {
        let value = match event {
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) => {
                self.stop("a tag", span);
                Value::List(Vec::new())
            }
            Event::Scalar(_, _, 1.., _)
            | Event::SequenceStart(1.., _)
            | Event::MappingStart(1.., _)
            | Event::Alias(_) => {
                self.stop("a name for aliases", span);
                Value::List(Vec::new())
            }
            Event::Scalar(text, style, ..) => {
                let style = match style {
                    ScalarStyle::Plain => self.plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                Value::Scalar(text.into_owned(), style)
            }
            Event::MappingStart(..) => {
                let mut items = self.items(&mut span).into_iter();
                let pairs = std::iter::from_fn(|| items.next().zip(items.next()));
                Value::Mapping(pairs.collect())
            }
            _ => Value::List(self.items(&mut span)),
        };
        Node { value, span }
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
}
