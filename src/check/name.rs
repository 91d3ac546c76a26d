//! Rules for what records are asked for by.

use std::collections::{HashMap, HashSet};

use super::Found;
use super::agency::alias_path;
use crate::diagnostic::{Code, Place, shown};
use crate::model::{Agency, Dataset, Document, Id, Pillar, Record, Step, key};

/// Something that a record is asked for by: what it is, its path, and the text.
type Name = (&'static str, Vec<Step>, String);

/// No two agencies go by the same id, name, acronym, former name or alias.
pub fn shared_among_agencies(dataset: &Dataset, found: &mut Found) {
    shared(&dataset.records().agencies, agency, found);
}

/// No two pillars go by the same id, number, name or alias.
pub fn shared_among_pillars(dataset: &Dataset, found: &mut Found) {
    shared(&dataset.records().pillars, pillar, found);
}

/// No two documents go by the same id, symbol or alias; they may share a title.
pub fn shared_among_documents(dataset: &Dataset, found: &mut Found) {
    shared(&dataset.records().documents, document, found);
}

/// No two records of the other kinds go by the same id, of today or before; they may share a name.
pub fn shared_former_ids(dataset: &Dataset, found: &mut Found) {
    let records = dataset.records();
    former(&records.programmes, found);
    former(&records.commitments, found);
}

/// Where no record has a former id, none can be shared, and most datasets have none.
fn former<T: Record>(records: &[T], found: &mut Found) {
    if records.iter().any(|record| !record.former_ids().is_empty()) {
        shared(records, ids::<T>, found);
    }
}

fn shared<T: Record>(records: &[T], names: fn(&T) -> Vec<Name>, found: &mut Found) {
    // As queries compare them.
    let mut owners: HashMap<String, (usize, Name)> = HashMap::new();
    for (position, record) in records.iter().enumerate() {
        let mut seen = HashSet::new();
        for (what, path, name) in names(record) {
            let compared = key(&name);
            if !seen.insert(compared.clone()) {
                continue;
            }
            match owners.get(&compared) {
                // Two of one id are a fault of their own.
                Some((owner, _)) if records[*owner].id() == record.id() => {}
                Some((owner, (other, other_path, _))) => {
                    let kind: &str = T::KIND.into();
                    let first = shown(records[*owner].id().as_str());
                    let message =
                        format!("`{}` is also {other} of the {kind} `{first}`", shown(&name));
                    let help = format!("let it stand with the {kind} that is meant by it alone");
                    let other = Place::Record(T::KIND, *owner, other_path.clone());
                    let at = (T::KIND, position);
                    if let Some(added) = found.add(Code::SharedName, at, &path, message, &help) {
                        added.other = Some(other);
                    }
                }
                None => {
                    owners.insert(compared, (position, (what, path, name)));
                }
            }
        }
    }
}

const NAME: &str = "a name";

fn ids<T: Record>(record: &T) -> Vec<Name> {
    let former = record.former_ids().iter().enumerate().map(|(i, id): (usize, &Id<T>)| {
        let path = vec![Step::Key("former_ids"), Step::Item(i)];
        ("a former id", path, id.as_str().to_owned())
    });
    let id = ("the id", vec![Step::Key("id")], record.id().as_str().to_owned());
    [id].into_iter().chain(former).collect()
}

fn agency(agency: &Agency) -> Vec<Name> {
    let name = |path, text: &str| (NAME, path, text.to_owned());
    let mut names = vec![name(vec![Step::Key("name")], &agency.name)];
    names.extend(agency.acronym.iter().map(|acronym| name(vec![Step::Key("acronym")], acronym)));
    for (i, former) in agency.former_names.iter().enumerate() {
        let path = |key| vec![Step::Key("former_names"), Step::Item(i), Step::Key(key)];
        names.push(name(path("name"), &former.name));
        names.extend(former.acronym.iter().map(|acronym| name(path("acronym"), acronym)));
    }
    names.extend(agency.aliases.iter().enumerate().map(|(i, alias)| name(alias_path(i), alias)));
    names.extend(ids(agency));
    names
}

fn document(document: &Document) -> Vec<Name> {
    let symbol = document.symbol.iter().map(|text| ("the symbol", vec![Step::Key("symbol")], text));
    let others = (0..).zip(&document.other_symbols);
    let others =
        others.map(|(i, text)| ("a symbol", vec![Step::Key("other_symbols"), Step::Item(i)], text));
    let aliases = (0..).zip(&document.aliases).map(|(i, alias)| (NAME, alias_path(i), alias));
    let names = symbol.chain(others).chain(aliases);
    let names = names.map(|(what, path, text)| (what, path, text.to_string()));
    names.chain(ids(document)).collect()
}

fn pillar(pillar: &Pillar) -> Vec<Name> {
    let mut names = vec![(NAME, vec![Step::Key("name")], pillar.name.to_string())];
    names.push(("the number", vec![Step::Key("number")], pillar.number.to_string()));
    let aliases = pillar.aliases.iter().enumerate();
    names.extend(aliases.map(|(i, alias)| (NAME, alias_path(i), alias.to_string())));
    names.extend(ids(pillar));
    names
}
