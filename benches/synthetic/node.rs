//! What a record consists of, and how it is laid out in YAML and JSON.

use std::io::{self, Write};

use super::Format;

/// Lines of YAML are about this long.
const WIDTH: usize = 108;

/// A value of a dataset.
pub enum Node {
    /// Nothing: its key is left out.
    None,
    /// `true`
    Yes,
    /// A whole number.
    Number(usize),
    /// A text that YAML reads as one without quotes.
    Plain(String),
    /// A text that YAML would read as a number or a date.
    Quoted(String),
    /// A text of several lines.
    Prose(String),
    /// Words in brackets.
    Words(Vec<&'static str>),
    /// Records.
    List(Vec<Node>),
    /// Keys and values.
    Record(Vec<(&'static str, Node)>),
}

pub fn text(text: impl Into<String>) -> Node {
    Node::Plain(text.into())
}

pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
    Node::List(items.into_iter().collect())
}

pub fn record<const N: usize>(fields: [(&'static str, Node); N]) -> Node {
    Node::Record(fields.into_iter().filter(|(_, value)| !value.is_nothing()).collect())
}

impl Node {
    /// The record with an id before its other fields.
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        if let Self::Record(fields) = &mut self {
            fields.insert(0, ("id", text(id)));
        }
        self
    }

    fn is_nothing(&self) -> bool {
        match self {
            Self::None => true,
            Self::Words(words) => words.is_empty(),
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// Whether it is a record that people write on one line: `{agency: who, role: lead}`.
    fn is_short(&self) -> bool {
        matches!(self, Self::Record(fields) if fields.len() <= 4 && fields.iter().all(|(key, value)| {
            *key != "id" && matches!(value, Self::Plain(_) | Self::Quoted(_) | Self::Number(_))
        }))
    }
}

/// Writes the lists of a dataset one after the other.
pub struct Layout<'w, W> {
    format: Format,
    out: &'w mut W,
    lists: usize,
}

impl<'w, W: Write> Layout<'w, W> {
    pub fn new(format: Format, out: &'w mut W) -> Self {
        Self { format, out, lists: 0 }
    }

    pub fn list(&mut self, key: &str, items: impl Iterator<Item = Node>) -> io::Result<()> {
        match self.format {
            Format::Yaml => {
                writeln!(self.out, "{key}:")?;
                for item in items {
                    self.item(&item, 2)?;
                }
            }
            Format::Json => {
                write!(self.out, "{}\"{key}\":[", if self.lists == 0 { '{' } else { ',' })?;
                for (number, item) in items.enumerate() {
                    self.out.write_all(if number == 0 { b"" } else { b"," })?;
                    self.json(&item)?;
                }
                self.out.write_all(b"]")?;
            }
        }
        self.lists += 1;
        Ok(())
    }

    pub fn end(self) -> io::Result<()> {
        self.out.write_all(if self.format == Format::Json { b"}\n" } else { b"" })
    }

    /// An item of a block sequence, with its dash at the column `indent`.
    fn item(&mut self, item: &Node, indent: usize) -> io::Result<()> {
        write!(self.out, "{:indent$}- ", "")?;
        match item {
            Node::Record(fields) if !item.is_short() => {
                for (number, (key, value)) in fields.iter().enumerate() {
                    let indent = if number == 0 { 0 } else { indent + 2 };
                    write!(self.out, "{:indent$}{key}:", "")?;
                    self.value(value, indent + 2)?;
                }
                Ok(())
            }
            _ => {
                self.inline(item)?;
                writeln!(self.out)
            }
        }
    }

    /// The value behind a key; `indent` is the column of what stands below the key.
    fn value(&mut self, value: &Node, indent: usize) -> io::Result<()> {
        match value {
            Node::List(items) => {
                writeln!(self.out)?;
                items.iter().try_for_each(|item| self.item(item, indent))
            }
            Node::Prose(text) => {
                write!(self.out, " >-")?;
                let mut column = WIDTH;
                for word in text.split(' ') {
                    if column + word.len() >= WIDTH {
                        write!(self.out, "\n{:indent$}{word}", "")?;
                        column = indent + word.len();
                    } else {
                        write!(self.out, " {word}")?;
                        column += 1 + word.len();
                    }
                }
                writeln!(self.out)
            }
            _ => {
                self.out.write_all(b" ")?;
                self.inline(value)?;
                writeln!(self.out)
            }
        }
    }

    fn inline(&mut self, value: &Node) -> io::Result<()> {
        match value {
            Node::None => Ok(()),
            Node::Yes => self.out.write_all(b"true"),
            Node::Number(number) => write!(self.out, "{number}"),
            Node::Plain(text) | Node::Prose(text) => self.out.write_all(text.as_bytes()),
            Node::Quoted(text) => write!(self.out, "\"{text}\""),
            Node::Words(words) => write!(self.out, "[{}]", words.join(", ")),
            Node::List(items) => self.flow(items.iter().map(|item| ("", item)), "[", "]"),
            Node::Record(fields) => self.flow(fields.iter().map(|(k, v)| (*k, v)), "{", "}"),
        }
    }

    fn flow<'n>(
        &mut self,
        items: impl Iterator<Item = (&'n str, &'n Node)>,
        open: &str,
        close: &str,
    ) -> io::Result<()> {
        self.out.write_all(open.as_bytes())?;
        for (number, (key, value)) in items.enumerate() {
            self.out.write_all(if number == 0 { b"" } else { b", " })?;
            if !key.is_empty() {
                write!(self.out, "{key}: ")?;
            }
            self.inline(value)?;
        }
        self.out.write_all(close.as_bytes())
    }

    fn json(&mut self, value: &Node) -> io::Result<()> {
        match value {
            Node::None => self.out.write_all(b"null"),
            Node::Yes => self.out.write_all(b"true"),
            Node::Number(number) => write!(self.out, "{number}"),
            // No text here has a character that JSON escapes.
            Node::Plain(text) | Node::Quoted(text) | Node::Prose(text) => {
                write!(self.out, "\"{text}\"")
            }
            Node::Words(words) => write!(self.out, "[\"{}\"]", words.join("\",\"")),
            Node::List(items) => {
                self.out.write_all(b"[")?;
                for (number, item) in items.iter().enumerate() {
                    self.out.write_all(if number == 0 { b"" } else { b"," })?;
                    self.json(item)?;
                }
                self.out.write_all(b"]")
            }
            Node::Record(fields) => {
                self.out.write_all(b"{")?;
                for (number, (key, value)) in fields.iter().enumerate() {
                    write!(self.out, "{}\"{key}\":", if number == 0 { "" } else { "," })?;
                    self.json(value)?;
                }
                self.out.write_all(b"}")
            }
        }
    }
}
