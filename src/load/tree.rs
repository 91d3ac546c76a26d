//! The text of a file as a tree in which every value knows its place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::bounds;
use super::tokens::{Malformed, Placed, Token};
use crate::diagnostic::Span;
use crate::model::Step;

/// A value with its place.
#[derive(Clone)]
pub struct Node<'a> {
    /// The value; an alias shares that of its anchor.
    pub value: Rc<Value<'a>>,
    /// Its place: for an alias, that of the alias.
    pub span: Span,
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
    /// Its one value, if it is whole; nothing where there are only comments.
    pub root: Option<Node<'a>>,
    /// What keeps it from being one well-formed document.
    pub faults: Vec<Malformed>,
}

impl Tree<'_> {
    /// Whether nothing keeps the text from being one document.
    pub fn is_whole(&self) -> bool {
        self.root.is_some() && self.faults.is_empty()
    }
}

/// The tree of a YAML text: whatever of it can be read before the first fault.
pub fn yaml(text: &str) -> Tree<'_> {
    Builder::default().build(bounds::yaml(text))
}

/// The tree of a JSON text, which is known to be well formed.
pub fn json(text: &str) -> Tree<'_> {
    Builder::default().build(bounds::json(text))
}

/// A text of JSON with spaces for the tabs between its values, which YAML does not take everywhere.
pub fn without_tabs(text: &str) -> String {
    text.replace('\t', " ")
}

#[derive(Default)]
struct Builder<'a> {
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Node<'a>>,
    root: Option<Node<'a>>,
}

/// A list or mapping that is being read.
struct Open<'a> {
    value: Value<'a>,
    /// The key of a mapping that still waits for its value.
    key: Option<Node<'a>>,
    start: (usize, usize),
    anchor: usize,
}

impl<'a> Builder<'a> {
    fn build(mut self, tokens: impl Iterator<Item = Result<Placed<'a>, Malformed>>) -> Tree<'a> {
        let mut faults = Vec::new();
        for token in tokens {
            match token {
                Ok(placed) => self.take(placed),
                Err(fault) => faults.push(fault),
            }
        }
        Tree { root: self.root, faults }
    }

    fn take(&mut self, Placed { token, span, anchor }: Placed<'a>) {
        match token {
            Token::Scalar { text, plain } => {
                self.put(Node { value: Rc::new(Value::Scalar(text, plain)), span }, anchor);
            }
            Token::List => self.begin(Value::List(Vec::new()), span, anchor),
            Token::Mapping => self.begin(Value::Mapping(Vec::new()), span, anchor),
            Token::End => {
                if let Some(Open { value, start, anchor, .. }) = self.open.pop() {
                    let span = Span { start, end: span.end };
                    self.put(Node { value: Rc::new(value), span }, anchor);
                }
            }
            Token::Alias(anchor) => {
                if let Some(node) = self.anchors.get(&anchor) {
                    let node = Node { span, ..node.clone() };
                    self.put(node, 0);
                }
            }
            Token::Document => {}
        }
    }

    fn begin(&mut self, value: Value<'a>, span: Span, anchor: usize) {
        self.open.push(Open { value, key: None, start: span.start, anchor });
    }

    fn put(&mut self, node: Node<'a>, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
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

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use super::*;
    use crate::load::SHIPPED;
    use crate::model::Records;

    /// The text from the place of a value to the end of its line.
    fn line_from(text: &str, span: Span) -> &str {
        let line = text.lines().nth(span.start.0 - 1).unwrap();
        let (at, _) = line.char_indices().nth(span.start.1 - 1).unwrap();
        &line[at..]
    }

    /// Calls `visit` for every single value, with its path.
    fn each(value: &Json, path: &mut Vec<Step>, visit: &mut dyn FnMut(&[Step], &Json)) {
        match value {
            Json::Object(entries) => {
                for (key, value) in entries {
                    path.push(Step::Key(key.clone().leak()));
                    each(value, path, visit);
                    path.pop();
                }
            }
            Json::Array(items) => {
                for (item, value) in items.iter().enumerate() {
                    path.push(Step::Item(item));
                    each(value, path, visit);
                    path.pop();
                }
            }
            single => visit(path, single),
        }
    }

    #[test]
    fn every_value_of_the_shipped_dataset_is_found_where_it_stands() {
        let mut count = 0;
        for (name, text) in SHIPPED {
            let tree = yaml(text).root.unwrap();
            let records: Records = serde_yaml::from_str(text).unwrap();
            let values = serde_json::to_value(records).unwrap();
            each(&values, &mut Vec::new(), &mut |path, value| {
                let found = line_from(text, tree.find(path));
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let first = value.split_whitespace().next().unwrap();
                let begins = found.starts_with(first)
                    || found.starts_with(&format!("\"{first}"))
                    || found.starts_with(">-");
                assert!(begins, "{name} {path:?}: {value:?} is not at {found:?}");
                count += 1;
            });
        }
        assert!(count > 2_000, "{count} values");
    }

    #[test]
    fn json_and_yaml_have_the_same_places() {
        let text = "{\"a\": [\"é\", 2, {\"b\": null}],\n \"c\" : \"\\\"\\u00e9\"}";
        let (one, other) = (json(text).root.unwrap(), yaml(text).root.unwrap());
        for path in [
            vec![Step::Key("a"), Step::Item(0)],
            vec![Step::Key("a"), Step::Item(1)],
            vec![Step::Key("a"), Step::Item(2), Step::Key("b")],
            vec![Step::Key("c")],
        ] {
            assert_eq!(one.find(&path), other.find(&path), "{path:?}");
        }
        assert_eq!(one.find(&[Step::Key("c")]), Span { start: (2, 8), end: (2, 18) });
    }
}
