//! The text of a file as a tree in which every value knows its place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::tokens::{self, Malformed, Placed, Token};
use crate::diagnostic::Span;
use crate::model::Step;

/// How deep lists and mappings may stand in one another; a dataset needs seven.
const DEPTH: usize = 128;
/// How many values the aliases of a file may unfold to.
const UNFOLDED: usize = 1_000_000;

/// A value with its place.
#[derive(Clone)]
pub struct Node<'a> {
    /// The value; an alias shares that of its anchor.
    pub value: Rc<Value<'a>>,
    /// Its place: for an alias, that of the alias.
    pub span: Span,
    /// How many values it consists of.
    size: usize,
}

/// A value of any kind.
pub enum Value<'a> {
    /// A single one, and whether it stands there without quotes.
    Scalar(Cow<'a, str>, bool),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, as it stands: keys may be repeated.
    Mapping(Vec<(Node<'a>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// The text of a single value.
    pub fn scalar(&self) -> Option<&str> {
        match &*self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
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
                Some(below) => node = below,
                None => break,
            }
        }
        node.head()
    }

    /// The place to show for it: of a mapping its first key, which says more than its first character.
    pub fn head(&self) -> Span {
        match &*self.value {
            Value::Mapping(pairs) => pairs.first().map_or(self.span, |(key, _)| key.span),
            Value::List(items) => items.first().map_or(self.span, Node::head),
            Value::Scalar(..) => self.span,
        }
    }
}

/// What a text holds.
pub struct Tree<'a> {
    /// Its one value; nothing where there are only comments.
    pub root: Option<Node<'a>>,
    /// What keeps it from being one well-formed document.
    pub faults: Vec<Malformed>,
}

/// The tree of a YAML text: whatever of it can be read before the first fault.
pub fn yaml(text: &str) -> Tree<'_> {
    Builder::default().build(tokens::yaml(text))
}

/// The tree of a JSON text, which is known to be well formed.
pub fn json(text: &str) -> Tree<'_> {
    Builder::default().build(tokens::json(text))
}

#[derive(Default)]
struct Builder<'a> {
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Node<'a>>,
    unfolded: usize,
    documents: usize,
    root: Option<Node<'a>>,
}

/// A list or mapping that is being read.
struct Open<'a> {
    value: Value<'a>,
    /// The key of a mapping that still waits for its value.
    key: Option<Node<'a>>,
    start: (usize, usize),
    anchor: usize,
    size: usize,
}

impl<'a> Builder<'a> {
    fn build(mut self, tokens: impl Iterator<Item = Result<Placed<'a>, Malformed>>) -> Tree<'a> {
        let mut faults = Vec::new();
        for token in tokens {
            if let Err(fault) = token.and_then(|placed| self.take(placed)) {
                faults.push(fault);
                break;
            }
        }
        let root = if faults.is_empty() || self.documents > 1 { self.root } else { None };
        Tree { root, faults }
    }

    fn take(&mut self, placed: Placed<'a>) -> Result<(), Malformed> {
        let Placed { token, span, anchor } = placed;
        let value = match token {
            Token::Scalar { text, plain } => Value::Scalar(text, plain),
            Token::List => return self.begin(Value::List(Vec::new()), span, anchor),
            Token::Mapping => return self.begin(Value::Mapping(Vec::new()), span, anchor),
            Token::End => {
                if let Some(Open { value, start, anchor, size, .. }) = self.open.pop() {
                    let node = Node {
                        value: Rc::new(value),
                        span: Span { start, end: span.end },
                        size: size + 1,
                    };
                    self.put(node, anchor);
                }
                return Ok(());
            }
            Token::Alias(anchor) => return self.unfold(anchor, span),
            Token::Document => {
                self.documents += 1;
                let why = "there are several YAML documents in this file";
                return if self.documents > 1 { Err(malformed(why, span)) } else { Ok(()) };
            }
        };
        self.put(Node { value: Rc::new(value), span, size: 1 }, anchor);
        Ok(())
    }

    fn begin(&mut self, value: Value<'a>, span: Span, anchor: usize) -> Result<(), Malformed> {
        if self.open.len() == DEPTH {
            let why = format!("lists and mappings stand more than {DEPTH} deep in one another");
            return Err(malformed(&why, span));
        }
        self.open.push(Open { value, key: None, start: span.start, anchor, size: 0 });
        Ok(())
    }

    fn unfold(&mut self, anchor: usize, span: Span) -> Result<(), Malformed> {
        let Some(node) = self.anchors.get(&anchor) else {
            return Err(malformed("this alias stands inside the value that it repeats", span));
        };
        let node = Node { span, ..node.clone() };
        self.unfolded += node.size;
        if self.unfolded > UNFOLDED {
            let why = format!("the aliases of this file unfold to more than {UNFOLDED} values");
            return Err(malformed(&why, span));
        }
        self.put(node, 0);
        Ok(())
    }

    fn put(&mut self, node: Node<'a>, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        open.size += node.size;
        match &mut open.value {
            Value::List(items) => items.push(node),
            Value::Mapping(pairs) => match open.key.take() {
                Some(key) => pairs.push((key, node)),
                None => open.key = Some(node),
            },
            Value::Scalar(..) => {}
        }
    }
}

fn malformed(why: &str, span: Span) -> Malformed {
    Malformed { why: why.to_owned(), span }
}
