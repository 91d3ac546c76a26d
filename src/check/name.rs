//! Rules for what records are asked for by.

use std::collections::{HashMap, HashSet};

use super::{Collector, steps};
use crate::diagnostic::{Place, shown};
use crate::model::{AnyRecord, Dataset, Kind, Met, Step, Vocabulary, fold, key};

/// No two records of a kind go by the same id, of today or before, nor by the same name, acronym, symbol, number or
/// alias, and no two programmes by the same name. Commitments, the titles of documents and the other names of programmes
/// may be shared.
pub fn shared_names(dataset: &Dataset, found: &mut Collector) {
    // As queries compare them.
    let mut owners: HashMap<(Kind, String), Name<'_>> = HashMap::new();
    for (at, record) in dataset.records().every() {
        let mut seen = HashSet::new();
        for name in names(at, record) {
            let compared = (at.0, key(&name.text));
            if !seen.insert(compared.clone()) {
                continue;
            }
            match owners.get(&compared) {
                // Two of one id are a fault of their own.
                Some(other) if other.id == name.id => {}
                Some(other) => {
                    let (kind, owner) = (at.0.word(), shown(other.id));
                    let text = shown(&name.text);
                    let message =
                        format!("`{text}` is also {} of the {kind} `{owner}`", other.what);
                    let help = match at.0 {
                        Kind::Programme => {
                            "put the reports of both under one record, or name the two apart"
                                .to_owned()
                        }
                        _ => format!("let it stand with the {kind} that is meant by it alone"),
                    };
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

/// Something that a record is asked for by.
struct Name<'d> {
    at: (Kind, usize),
    /// The id of the record.
    id: &'d str,
    what: &'static str,
    path: Vec<Step>,
    text: String,
}

/// What a record is asked for by and shares with no other of its kind, its ids last.
fn names(at: (Kind, usize), record: &dyn AnyRecord) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    let mut add = |what, path: &[Step], text: &str| {
        let (id, path, text) = (record.slug(), path.to_vec(), text.to_owned());
        names.push(Name { at, id, what, path, text });
    };
    if at.0 == Kind::Programme {
        add("the name", &steps!("name"), record.title());
    } else if at.0 != Kind::Commitment {
        record.walk(&mut |path, met| {
            let Met::Leaf(_, text) = met else { return };
            match path {
                [Step::Key("number")] => add("the number", path, text),
                [Step::Key("symbol")] => add("the symbol", path, text),
                [Step::Key("other_symbols"), _] => add("a symbol", path, text),
                [Step::Key("name" | "acronym")]
                | [Step::Key("aliases"), _]
                | [Step::Key("former_names"), _, Step::Key("name" | "acronym")] => {
                    add("a name", path, text);
                }
                _ => {}
            }
        });
    }
    add("the id", &steps!("id"), record.slug());
    for (i, former) in record.former_slugs().into_iter().enumerate() {
        add("a former id", &steps!("former_ids", i), former);
    }
    names
}

/// No alias of a record is its name, its acronym, a symbol or another of its aliases.
pub fn needless_aliases(record: &dyn AnyRecord, found: &mut Collector) {
    let mut known = HashSet::new();
    record.walk(&mut |path, met| match (path, met) {
        ([Step::Key("aliases"), _], Met::Leaf(_, alias)) if !known.insert(fold(alias)) => {
            let message =
                format!("the alias `{}` is a name that the record has anyway", shown(alias));
            found.add(path, message, "delete the alias");
        }
        (
            [Step::Key("name" | "acronym" | "title" | "symbol")] | [Step::Key("other_symbols"), _],
            Met::Leaf(_, name),
        ) => {
            known.insert(fold(name));
        }
        _ => {}
    });
}
