//! Rules for the names of records.

use std::collections::{HashMap, HashSet};

use super::Collector;
use crate::diagnostic::shown;
use crate::model::{Fields, Kind, Step, Vocabulary, key, loose_key};

/// No two records of a kind go by the same id, of today or before, nor by the same name, acronym, symbol, number or
/// alias, and no two programmes by the same name. Commitments, the titles of documents and the other names of
/// programmes may be shared.
pub fn shared_names(found: &mut Collector) {
    let mut owners: HashMap<(Kind, String), Name<'_>> = HashMap::new();
    let dataset = found.dataset;
    for (at, fields) in dataset.fields() {
        let at = *at;
        let mut seen = HashSet::new();
        let (kind, id) = (at.0.word(), fields.text("id"));
        for (path, text) in names(at.0, fields) {
            let compared = (at.0, compared(&text));
            if !seen.insert(compared.clone()) {
                continue;
            }
            let other = owners.entry(compared).or_insert_with(|| Name {
                at,
                id,
                path: path.clone(),
                text: text.clone(),
            });
            // Two of one id are a fault of their own.
            if other.id == id {
                continue;
            }
            let [owner, same, shown] = [other.id, &other.text, &text].map(shown);
            let Some(Step::Key(under)) = other.path.first() else { continue };
            let message = match key(&other.text) == key(&text) {
                true => format!("`{shown}` is also used in `{under}` of {kind} `{owner}`"),
                false => {
                    format!("`{shown}` is nearly `{same}`, the `{under}` of the {kind} `{owner}`")
                }
            };
            let help = format!("keep it on the right {kind}, or merge the two records");
            let other = found.at(other.at).place(&other.path);
            found.at(at).add_pair(&path, other, message, &help);
        }
    }
}

/// A name as it is compared with similar ones: loosely, and without a trailing acronym.
fn compared(name: &str) -> String {
    let bare = name.trim_end_matches(')').rsplit_once(" (").map_or(name, |(bare, _)| bare);
    loose_key(bare)
}

/// Something that a record is asked for by, with the id of the record.
struct Name<'d> {
    at: (Kind, usize),
    id: &'d str,
    path: Vec<Step>,
    text: String,
}

/// The names of a record that must be unique within its kind, its ids last.
fn names(kind: Kind, fields: &Fields) -> Vec<(Vec<Step>, String)> {
    let mut names = Vec::new();
    fields.leaves(&mut |path, leaf| {
        let is_name = match (path, kind) {
            ([Step::Key("id")] | [Step::Key("former_ids"), _], _) => true,
            (_, Kind::Commitment) => false,
            ([Step::Key("name")], _) => true,
            (_, Kind::Programme) => false,
            ([Step::Key("number" | "symbol" | "acronym")], _)
            | ([Step::Key("other_symbols" | "aliases"), _], _)
            | ([Step::Key("former_names"), _, Step::Key("name" | "acronym")], _) => true,
            _ => false,
        };
        names.extend(is_name.then(|| (path.to_vec(), leaf.text.clone())));
    });
    names.sort_by_key(|(path, _)| matches!(path[..], [Step::Key("id" | "former_ids"), ..]));
    names
}
