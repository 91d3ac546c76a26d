//! Rules for what records are asked for by.

use std::collections::{HashMap, HashSet};

use super::Collector;
use crate::diagnostic::{Place, shown};
use crate::model::{AnyRecord, Kind, Step, Vocabulary, key, loose_key};

/// No two records of a kind go by the same id, of today or before, nor by the same name, acronym, symbol, number or
/// alias, and no two programmes by the same name. Commitments, the titles of documents and the other names of programmes
/// may be shared.
pub fn shared_names(found: &mut Collector) {
    let dataset = found.dataset;
    let mut owners: HashMap<(Kind, String), Name<'_>> = HashMap::new();
    for (at, record) in dataset.records().every() {
        let mut seen = HashSet::new();
        for name in names(at, record) {
            let compared = (at.0, compared(&name.text));
            if !seen.insert(compared.clone()) {
                continue;
            }
            match owners.get(&compared) {
                // Two of one id are a fault of their own.
                Some(other) if other.id == name.id => {}
                Some(other) => {
                    let (kind, owner, text) = (at.0.word(), shown(other.id), shown(&name.text));
                    let Some(Step::Key(under)) = other.path.first() else { continue };
                    let message = if key(&other.text) == key(&name.text) {
                        format!("`{text}` is also used in `{under}` of {kind} `{owner}`")
                    } else {
                        let other = shown(&other.text);
                        format!(
                            "`{text}` is nearly `{other}`, the `{under}` of the {kind} `{owner}`"
                        )
                    };
                    let help = format!("keep it on the right {kind}, or merge the two records");
                    let other = Place::Item(other.at.0.list(), other.at.1, other.path.clone());
                    found.at(at).add_pair(&name.path, other, message, &help);
                }
                None => {
                    owners.insert(compared, name);
                }
            }
        }
    }
}

/// A name as people would take two for one: without articles, points, spaces and quotes, or an acronym behind it.
fn compared(name: &str) -> String {
    let bare = name.trim_end_matches(')').rsplit_once(" (").map_or(name, |(bare, _)| bare);
    loose_key(bare).replace([' ', '\'', '"', '’', '“', '”'], "")
}

/// Something that a record is asked for by.
struct Name<'d> {
    at: (Kind, usize),
    /// The id of the record.
    id: &'d str,
    path: Vec<Step>,
    text: String,
}

/// What a record is asked for by and shares with no other of its kind, its ids last.
fn names(at: (Kind, usize), record: &dyn AnyRecord) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    record.fields().leaves(&mut |path, leaf| {
        let is_name = match (path, at.0) {
            ([Step::Key("id")] | [Step::Key("former_ids"), _], _) => true,
            (_, Kind::Commitment) => false,
            ([Step::Key("name")], _) => true,
            (_, Kind::Programme) => false,
            ([Step::Key("number" | "symbol" | "acronym")], _)
            | ([Step::Key("other_symbols" | "aliases"), _], _)
            | ([Step::Key("former_names"), _, Step::Key("name" | "acronym")], _) => true,
            _ => false,
        };
        if is_name {
            let (id, path, text) = (record.slug(), path.to_vec(), leaf.text.clone());
            names.push(Name { at, id, path, text });
        }
    });
    names.sort_by_key(|it| matches!(it.path[..], [Step::Key("id" | "former_ids"), ..]));
    names
}
