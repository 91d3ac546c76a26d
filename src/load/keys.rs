//! The keys of a mapping: known, repeated and misspelt ones.

use super::examiner::{Examiner, is_null};
use super::shape::Field;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, shown};
use crate::nearest::{did_you_mean, nearest};

/// The keys of a mapping.
pub struct Entries<'f, 'n, 't> {
    /// Those that records of its kind have, each once, with their values; a misspelt one has that of its value.
    pub known: Vec<(&'f Field, &'n Node<'t>)>,
    /// Those that others are meant for, of which no value can be taken.
    pub seen: Vec<&'f str>,
}

impl Entries<'_, '_, '_> {
    fn knows(&self, field: &Field) -> bool {
        self.known.iter().any(|(known, _)| known.key == field.key)
    }
}

impl Examiner {
    /// The known keys of a mapping, each once, with their values; every other key is a fault.
    pub fn entries<'f, 'n, 't>(
        &mut self,
        node: &'n Node<'t>,
        name: &str,
        fields: &'f [Field],
    ) -> Entries<'f, 'n, 't> {
        let mut entries = Entries { known: Vec::new(), seen: Vec::new() };
        let Value::Mapping(pairs) = &*node.value else {
            let help = "write `agencies:`, `pillars:`, `documents:`, `programmes:` or \
                        `commitments:`, and a list under it";
            let message = format!("a {name} is made of keys with values, which this is not");
            self.fault(Code::WrongType, message, Some(help.to_owned()), node.head());
            return entries;
        };
        let mut unknown = Vec::new();
        let mut run_on = false;
        for (key, value) in pairs {
            if self.is_full() {
                break;
            }
            let text = key.scalar().unwrap_or("");
            let Some(field) = fields.iter().find(|field| field.key == text) else {
                unknown.push((key, value, run_on));
                continue;
            };
            // Where a second record has run into this one, what follows is said of that.
            if run_on {
                self.value(value, &field.shape, &field.key);
                continue;
            }
            if !entries.knows(field) {
                entries.known.push((field, value));
                continue;
            }
            self.missed = true;
            // With nothing but an id before it there is no record to run into.
            run_on = text == "id" && entries.known.len() > 1;
            if text == "id" {
                self.ids.extend(value.scalar().map(str::to_owned));
            }
            let help = if run_on {
                "put `- ` before it if a new record begins here, or delete it"
            } else if name == "dataset" {
                "put all records of the list under one such key"
            } else {
                "put both values under one key, or delete one"
            };
            let message = format!("the key `{text}` stands twice in this {name}");
            self.fault(Code::DuplicateKey, message, Some(help.to_owned()), key.span);
        }
        for (key, value, is_of_next) in unknown {
            match self.unknown_key(key, value, name, fields) {
                // A list of records must be under its own key: which is meant is not taken for sure.
                Some(field)
                    if name != "dataset"
                        && !is_of_next
                        && !entries.knows(field)
                        && !is_null(value) =>
                {
                    entries.known.push((field, value));
                }
                Some(field) => {
                    self.missed = true;
                    entries.seen.push(&field.key);
                }
                None => self.missed = true,
            }
        }
        entries
    }

    /// Tells of a key that there is not, and finds the one that is meant.
    fn unknown_key<'f>(
        &mut self,
        key: &Node<'_>,
        value: &Node<'_>,
        name: &str,
        fields: &'f [Field],
    ) -> Option<&'f Field> {
        let text = key.scalar().unwrap_or("");
        let find = |key: &str| fields.iter().find(|field| field.key == key);
        let is_group = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut message = format!("no {name} has a key `{}`", shown(text));
        let mut meant = find(text.trim());
        let help = if text == "<<" {
            "merge keys are not read: write the keys and values out".to_owned()
        } else if is_group && name == "figure" {
            "write the number without separators".to_owned()
        } else if let Some(field) = meant {
            message = format!("a space of another kind stands beside the key `{}`", field.key);
            "delete it".to_owned()
        } else if let Some((before, behind)) =
            text.split_once(':').filter(|(key, _)| find(key).is_some())
        {
            meant = find(before);
            format!("write `{before}: {}`, with a space behind the colon", shown(behind))
        } else if text.contains(' ') && is_null(value) {
            "put quotes round a text that has a comma in it".to_owned()
        } else {
            let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
            let near = nearest(text, keys.iter().copied());
            meant = if let [one] = near.as_slice() { find(one) } else { None };
            did_you_mean(&near).unwrap_or_else(|| format!("the keys are {}", keys.join(", ")))
        };
        self.fault(Code::UnknownKey, message, Some(help), key.span);
        meant
    }
}
