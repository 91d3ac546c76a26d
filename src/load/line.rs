//! The lines of a text, and what each line of YAML is meant to be.

use crate::diagnostic::{Code, Fault, Span, shown};
use crate::model::Shape;

/// A line, as it is meant to be.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    /// Its first column that is no space.
    pub indent: usize,
    /// The column of the first blank before what it says that is no space, such as a tab.
    pub odd: Option<usize>,
    /// The column of the dash with which an item begins.
    pub dash: Option<usize>,
    /// What stands behind the indentation and the dashes.
    pub text: &'t str,
    /// Its column, counted from 1.
    pub column: usize,
}

impl<'t> Line<'t> {
    /// Reads a line.
    pub fn of(line: &'t str) -> Self {
        let before = line.char_indices().take_while(|(_, c)| c.is_whitespace() || *c == '-');
        let mut blanks = before.filter(|(_, c)| !" -".contains(*c));
        let odd = blanks.next().map(|(at, _)| at + 1);
        let mut text = line.trim_start_matches(' ');
        let indent = line.len() - text.len() + 1;
        let dash = text.starts_with("- ").then_some(indent);
        while let Some(item) = text.strip_prefix("- ") {
            text = item.trim_start_matches(' ');
        }
        let column = line.len() - text.len() + 1;
        Self { indent, odd, dash, text: text.trim_end_matches(' '), column }
    }

    /// Whether it says nothing to the parser.
    pub fn is_comment(&self) -> bool {
        self.text.starts_with('#')
    }

    /// The key with which it begins, if a value can stand behind it.
    pub fn key(&self) -> Option<&'t str> {
        let (key, behind) = key(self.text)?;
        let value = behind.trim_start().strip_prefix(':')?;
        (value.is_empty() || value.starts_with(' ')).then_some(key)
    }

    /// Whether it is a key with its value, or an item.
    pub fn is_entry(&self) -> bool {
        self.key().is_some() || self.dash.is_some()
    }

    /// Whether a mapping in braces begins it, as one may that is meant to be an item.
    pub fn lacks_dash(&self) -> bool {
        self.dash.is_none() && self.text.starts_with('{')
    }

    /// The mistake in a line that is nearly valid.
    pub fn slip(&self, number: usize) -> Option<Fault> {
        let item = self.text.trim_start_matches(['-', '•', '·', '–', '—', '*']).trim_start();
        let (column, length, message, help) = if let Some(column) = self.odd {
            let message = "use ordinary spaces here, not a tab or a special space";
            (column, 1, message, "delete it, and indent with spaces".to_owned())
        } else if self.text.is_empty() || self.is_comment() || self.key().is_some() {
            return None;
        } else if let Some((key, value)) = key(self.text) {
            let value = value.trim_matches(|c: char| ":：=".contains(c) || c.is_whitespace());
            let help = format!("write `{}`", format!("{key}: {}", shown(value)).trim_end());
            (self.column, key.len(), "this key is not followed by a colon and a space", help)
        } else if (item != self.text || self.lacks_dash())
            && key(item.trim_start_matches(['{', ' '])).is_some()
        {
            let help = "begin an item with a dash and a space: `- id: x`".to_owned();
            (self.column, 1, "this is not a list item", help)
        } else if self.text.contains(": ") || self.text.ends_with([':', ',', ']', '}']) {
            return None;
        } else {
            let help = "write `name: x`, begin it with # as a comment, delete it, or indent it and what continues it \
                        deeper than the key whose text it is";
            let message = "this line is not a key, a list item or a comment";
            (self.column, self.text.chars().count(), message, help.to_owned())
        };
        Some(Fault::at(Code::Syntax, Span::within(number, column, length), message).help(help))
    }
}

/// The key of a dataset that a text begins with, and what stands behind it.
pub fn key(text: &str) -> Option<(&str, &str)> {
    let length = text.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let (key, behind) = text.split_at(length);
    Shape::keys().iter().any(|known| known == key).then_some((key, behind))
}

/// The lines of a text, without their ends.
pub fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// The character behind so many bytes of a text.
pub fn place(text: &str, bytes: usize) -> Span {
    let before = lines(text.get(..bytes).unwrap_or(text));
    let column = before.last().map_or(0, |line| line.chars().count()) + 1;
    Span::at(before.len(), column)
}
