//! A tree held against the shape of a dataset: every fault of it, and the records as far as they can be judged.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::examiner::{Examiner, is_null};
use super::lost::Lost;
use super::mend::TAKEN_OUT;
use super::read::Fault;
use super::shape::{Field, Shape};
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Kept, Severity};
use crate::model::{Kind, Records, Vocabulary};
use crate::nearest::nearest;

/// What a file holds.
#[derive(Debug, Default)]
pub struct Examined {
    /// The records that have an id; something stands in for each value that cannot be read.
    pub records: Records,
    /// Of each kind, the positions among those records of the ones in which something is missed.
    pub within: BTreeSet<(Kind, usize)>,
    /// Of each kind, the places in its list of the records that are left out.
    pub left_out: BTreeSet<(Kind, usize)>,
    /// What is known of the records that are left out.
    pub lost: Lost,
    /// Everything that is wrong, but for the references that are no ids.
    pub faults: Vec<Fault>,
    /// Whether there is more.
    pub is_cut: bool,
    /// What stands in the place of a reference and is no id.
    pub misnamed: Vec<Misnamed>,
}

/// A text in the place of a reference that is no id; it may be what the record is called otherwise.
#[derive(Debug)]
pub struct Misnamed {
    /// The kind of record referred to.
    pub to: Kind,
    /// Whether it may be a group of actors instead.
    pub is_party: bool,
    /// The text as it stands.
    pub text: String,
    /// That it is no id.
    pub fault: Fault,
}

impl Examined {
    /// Whether there is an error among the faults, not only warnings.
    pub fn has_errors(&self) -> bool {
        !self.misnamed.is_empty()
            || self.faults.iter().any(|fault| fault.code.severity() == Severity::Error)
    }
}

/// Examines a whole file; `json` where a text without quotes is not a text.
pub fn file(root: &Node<'_>, json: bool) -> Examined {
    let mut examiner = Examiner {
        json,
        faults: Kept::default(),
        misnamed: Vec::new(),
        ids: Vec::new(),
        missed: false,
        required: false,
    };
    let mut found = Examined::default();
    let Shape::Record { name, fields } = Shape::dataset() else { return found };
    if !matches!(*root.value, Value::Mapping(_)) {
        found.lost.gather(root);
    }
    let lists = examiner.entries(root, name, fields).known;
    for (field, node) in &lists {
        let (Shape::List(shape), Some(kind)) = (&field.shape, kind_of(&field.key)) else {
            continue;
        };
        let items = match &*node.value {
            Value::List(items) => items.as_slice(),
            Value::Scalar(text, true) if text.is_empty() && !json => {
                examiner.empty(&field.key, false, node.span);
                &[]
            }
            _ => {
                examiner.value(node, &field.shape, &field.key);
                found.lost.kinds.insert(kind);
                found.lost.gather(node);
                continue;
            }
        };
        for (item, node) in items.iter().enumerate() {
            if !examiner.take(node, shape, kind, &mut found) {
                found.left_out.insert((kind, item));
                found.lost.gather(node);
            }
            if examiner.is_full() {
                break;
            }
        }
    }
    examiner.other_lists(root, fields, &lists, &mut found.lost);
    found.lost.ids.extend(std::mem::take(&mut examiner.ids));
    if examiner.is_full() {
        found.lost.any = true;
        found.lost.kinds.extend(Kind::all());
    }
    found.is_cut = examiner.is_full() || examiner.faults.is_cut();
    (found.faults, found.misnamed) = (examiner.faults.all, examiner.misnamed);
    found
}

fn kind_of(list: &str) -> Option<Kind> {
    Kind::all().iter().find(|kind| kind.list() == list).copied()
}

/// Adds the record to its list, if it is one, and gives its position there.
fn keep(kind: Kind, value: &Json, records: &mut Records) -> Option<usize> {
    fn push<T: DeserializeOwned>(value: &Json, list: &mut Vec<T>) -> Option<usize> {
        list.push(T::deserialize(value).ok()?);
        Some(list.len() - 1)
    }
    match kind {
        Kind::Agency => push(value, &mut records.agencies),
        Kind::Pillar => push(value, &mut records.pillars),
        Kind::Document => push(value, &mut records.documents),
        Kind::Programme => push(value, &mut records.programmes),
        Kind::Commitment => push(value, &mut records.commitments),
    }
}

impl Examiner {
    /// Adds a record of the kind to those that are found, if it can be one.
    fn take(&mut self, node: &Node<'_>, shape: &Shape, kind: Kind, found: &mut Examined) -> bool {
        if node.scalar() == Some(TAKEN_OUT) {
            return false;
        }
        let (before, ids) = (self.faults.errors(), self.ids.len());
        self.missed = false;
        let value = self.item(node, shape, kind.list());
        if let Some(position) = value.and_then(|value| keep(kind, &value, &mut found.records)) {
            if self.missed {
                found.within.insert((kind, position));
            }
            return true;
        }
        match &*node.value {
            Value::Scalar(text, _) => self.ids.push(text.to_string()),
            // It may have any id.
            Value::Mapping(pairs) if self.ids.len() == ids && !has_id(pairs) => {
                found.lost.kinds.insert(kind);
            }
            _ => {}
        }
        if self.faults.errors() == before {
            let message = format!("this {} cannot be read", kind.word());
            self.fault(Code::WrongType, message, None, node.head());
        }
        false
    }

    /// Looks for faults in lists whose records cannot be told from those of others: the second of a name, and
    /// those with a name that is nearly one.
    fn other_lists(
        &mut self,
        root: &Node<'_>,
        fields: &[Field],
        lists: &[(&Field, &Node<'_>)],
        lost: &mut Lost,
    ) {
        let Value::Mapping(pairs) = &*root.value else { return };
        let is_read = |node: &Node<'_>| lists.iter().any(|(_, read)| std::ptr::eq(*read, node));
        for (key, node) in pairs.iter().filter(|(_, node)| !is_read(node)) {
            lost.gather(node);
            let names = fields.iter().map(|field| field.key.as_str());
            let meant = nearest(key.scalar().unwrap_or(""), names).first().copied();
            let field = fields.iter().find(|field| Some(field.key.as_str()) == meant);
            if let (Some(field), Value::List(_)) = (field, &*node.value) {
                self.value(node, &field.shape, &field.key);
            }
        }
    }
}

/// Whether a mapping says its id.
fn has_id(pairs: &[(Node<'_>, Node<'_>)]) -> bool {
    pairs.iter().any(|(key, value)| key.scalar() == Some("id") && !is_null(value))
}
