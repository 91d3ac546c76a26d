//! JSON text that grows line by line, so that the origin of the value on each line is known.

use serde_json::Value;

/// Where a value comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// What the file or the sheet of its table is called; nothing where no table has it.
    pub table: String,
    /// Its row and its column, from 1.
    pub at: (usize, usize),
    /// What stands there.
    pub text: String,
}

/// A text of JSON in which every value stands on a line of its own.
#[derive(Default)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Where each of its lines comes from.
    pub origins: Vec<Origin>,
    /// Of each list and mapping that is open, whether something stands in it.
    open: Vec<bool>,
}

impl Text {
    /// Adds a single value.
    pub fn value(&mut self, key: Option<&str>, value: &Value, origin: Origin) {
        self.line(key, &value.to_string(), origin);
    }

    /// Begins a list or a mapping.
    pub fn open(&mut self, key: Option<&str>, bracket: char, origin: Origin) {
        self.line(key, bracket.encode_utf8(&mut [0; 4]), origin);
        self.open.push(false);
    }

    /// Ends the list or mapping that began last.
    pub fn close(&mut self, bracket: char, origin: Origin) {
        self.open.pop();
        self.text.push(bracket);
        self.end(origin);
    }

    fn line(&mut self, key: Option<&str>, value: &str, origin: Origin) {
        if let Some(has_more) = self.open.last_mut() {
            if *has_more {
                self.text.push(',');
            }
            *has_more = true;
        }
        if let Some(key) = key {
            self.text.push_str(&Value::from(key).to_string());
            self.text.push(':');
        }
        self.text.push_str(value);
        self.end(origin);
    }

    fn end(&mut self, origin: Origin) {
        self.text.push('\n');
        self.origins.push(origin);
    }
}
