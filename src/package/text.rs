//! JSON text that grows line by line, so that every line can be told where its value comes from.

use serde_json::Value;

/// A text of JSON in which every value stands on a line of its own.
#[derive(Default)]
pub struct Text {
    /// The text.
    pub text: String,
    /// How many lines it has.
    pub lines: usize,
    /// Of each list and mapping that is open, whether something stands in it.
    open: Vec<bool>,
}

impl Text {
    /// Adds a single value.
    pub fn value(&mut self, key: Option<&str>, value: &Value) {
        self.line(key, &value.to_string());
    }

    /// Begins a list or a mapping.
    pub fn open(&mut self, key: Option<&str>, bracket: char) {
        self.line(key, bracket.encode_utf8(&mut [0; 4]));
        self.open.push(false);
    }

    /// Ends the list or mapping that began last.
    pub fn close(&mut self, bracket: char) {
        self.open.pop();
        self.text.push(bracket);
        self.end();
    }

    fn line(&mut self, key: Option<&str>, value: &str) {
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
        self.end();
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.lines += 1;
    }
}
