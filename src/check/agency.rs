//! Rules for agencies.

use std::collections::HashSet;

use super::{Found, circles};
use crate::diagnostic::{Code, shown};
use crate::model::{
    Agency, Dataset, Document, Kind, Programme, Record, Step, fold, for_each_reference,
};

/// The path of an alias.
pub fn alias_path(number: usize) -> Vec<Step> {
    vec![Step::Key("aliases"), Step::Item(number)]
}

/// No alias of a record is its name, its acronym or another of its aliases.
pub fn needless_aliases(dataset: &Dataset, found: &mut Found) {
    let records = dataset.records();
    for (position, agency) in records.agencies.iter().enumerate() {
        let names = agency.acronym.iter().chain([&agency.name]).map(|name| &**name);
        needless(Agency::KIND, position, names, &agency.aliases, found);
    }
    for (position, programme) in records.programmes.iter().enumerate() {
        let names = programme.acronym.iter().chain([&programme.name]).map(|name| &**name);
        needless(Programme::KIND, position, names, &programme.aliases, found);
    }
    for (position, document) in records.documents.iter().enumerate() {
        let symbols = document.symbol.iter().chain(&document.other_symbols);
        let names = symbols.chain([&document.title]).map(|name| &**name);
        needless(Document::KIND, position, names, &document.aliases, found);
    }
    for (position, pillar) in records.pillars.iter().enumerate() {
        needless(Kind::Pillar, position, [&*pillar.name].into_iter(), &pillar.aliases, found);
    }
}

fn needless<'a>(
    kind: Kind,
    position: usize,
    names: impl Iterator<Item = &'a str>,
    aliases: &[crate::model::Text],
    found: &mut Found,
) {
    if aliases.is_empty() {
        return;
    }
    let mut known: HashSet<String> = names.map(fold).collect();
    for (number, alias) in aliases.iter().enumerate() {
        if !known.insert(fold(alias)) {
            let message =
                format!("the alias `{}` is a name that the record has anyway", shown(alias));
            let path = alias_path(number);
            found.add(Code::NeedlessAlias, (kind, position), &path, message, "delete the alias");
        }
    }
}

/// No agency is, through its parents, a part of itself.
pub fn parents_in_a_circle(dataset: &Dataset, found: &mut Found) {
    let agencies = &dataset.records().agencies;
    let ids: Vec<&str> = agencies.iter().map(|agency| agency.id.as_str()).collect();
    for position in
        circles(&ids, |position| agencies[position].parent.as_ref().map(|id| id.as_str()))
    {
        let message =
            format!("`{}` is, through its parents, a part of itself", shown(ids[position]));
        let help = "delete the parent that is wrong";
        found.add(Code::Circular, (Kind::Agency, position), &[Step::Key("parent")], message, help);
    }
}

/// Every agency is named by a source, takes part in something, or is referred to otherwise.
pub fn unused_agencies(dataset: &Dataset, found: &mut Found) {
    let records = dataset.records();
    let mut used: Vec<bool> =
        records.agencies.iter().map(|agency| !agency.sources.is_empty()).collect();
    for_each_reference(records, &mut |reference| {
        let itself = reference.from == Kind::Agency
            && records
                .agencies
                .get(reference.position)
                .is_some_and(|a| a.id.as_str() == reference.target);
        if reference.to == Kind::Agency
            && !itself
            && let Some(at) = dataset.position(Kind::Agency, reference.target)
        {
            used[at] = true;
        }
    });
    for (position, _) in used.iter().enumerate().filter(|(_, used)| !**used) {
        let id = records.agencies[position].id.as_str();
        // Of two with one id, which is a fault of its own, nobody knows which is referred to.
        if dataset.position(Kind::Agency, id) != Some(position) {
            continue;
        }
        let message = format!("nothing refers to the agency `{}`", shown(id));
        let help = "name the paragraphs that speak of it under `sources:`, or delete it";
        found.add(Code::UnusedAgency, (Kind::Agency, position), &[Step::Key("id")], message, help);
    }
}
