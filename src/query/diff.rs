//! What two datasets, or two documents of one, say differently.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::model::{
    Agency, Citation, Commitment, Dataset, Document, Evidence, Figure, Id, Kind, Pillar, Programme,
    Record, Report, Role, Vocabulary,
};

/// What sort of difference it is, in the words of the field.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Change {
    /// A record that was not there.
    Added,
    /// A record that is no longer there.
    Removed,
    /// A field that says something else.
    Changed,
    /// An agency that takes part and did not.
    PartnerJoined,
    /// An agency that took part and no longer does.
    PartnerLeft,
    /// A figure that is another, new or gone.
    FigureChanged,
    /// A report that was not there.
    NewlyReported,
    /// A report that is no longer there.
    NoLongerReported,
    /// Evidence for a commitment that was not there.
    CommitmentAnswered,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id; the new one where it has been renamed.
    pub id: String,
    /// What sort of difference it is.
    pub change: Change,
    /// The field in which it is, with its paragraph where it is that of a report.
    pub field: String,
    /// What was said.
    pub before: String,
    /// What is said.
    pub after: String,
}

/// The differences between two datasets, by kind and id. The order of records and of the items of lists
/// makes none; a record is the same where its id is, or where the new one has the old id as a former one.
pub fn datasets(old: &Dataset, new: &Dataset) -> Vec<Difference> {
    let mut found = Vec::new();
    records::<Agency>(old, new, &mut found, |_, _, _| {});
    records::<Pillar>(old, new, &mut found, |_, _, _| {});
    records::<Document>(old, new, &mut found, |_, _, _| {});
    records::<Programme>(old, new, &mut found, |before, after, list| {
        reports([old, new], [before, after], list);
    });
    records::<Commitment>(old, new, &mut found, |before, after, list| {
        evidence([old, new], [&before.evidence, &after.evidence], list);
    });
    found.sort();
    found
}

/// What the document `b` says otherwise than the document `a`, programme by programme.
pub fn documents(dataset: &Dataset, a: &Id<Document>, b: &Id<Document>) -> Vec<Difference> {
    let mut found = Vec::new();
    for programme in &dataset.records().programmes {
        let mut list = List::new(Kind::Programme, programme.id.as_str(), &mut found);
        let [before, after] = [a, b].map(|document| {
            programme.reports.iter().filter(|r| r.document == *document).collect::<Vec<_>>()
        });
        match (before.as_slice(), after.as_slice()) {
            ([], []) => {}
            ([], after) => list.add(Change::NewlyReported, "reports", "", &cited(dataset, after)),
            (before, []) => {
                list.add(Change::NoLongerReported, "reports", &cited(dataset, before), "");
            }
            (before, after) => facts([dataset; 2], [before, after], "", &mut list),
        }
    }
    for commitment in &dataset.records().commitments {
        let mut list = List::new(Kind::Commitment, commitment.id.as_str(), &mut found);
        let [before, after] = [a, b].map(|document| {
            let there = commitment.evidence.iter().filter(|e| e.document == *document);
            there.cloned().collect::<Vec<_>>()
        });
        if before.is_empty() {
            evidence([dataset; 2], [&before, &after], &mut list);
        }
    }
    found.sort();
    found
}

/// Gathers the differences of one record.
struct List<'f> {
    kind: Kind,
    id: String,
    found: &'f mut Vec<Difference>,
}

impl<'f> List<'f> {
    fn new(kind: Kind, id: &str, found: &'f mut Vec<Difference>) -> Self {
        Self { kind, id: id.to_owned(), found }
    }

    fn add(&mut self, change: Change, field: &str, before: &str, after: &str) {
        self.found.push(Difference {
            kind: self.kind,
            id: self.id.clone(),
            change,
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }
}

/// The differences of the records of one kind; those of reports and evidence `more` finds.
fn records<T: Record + Serialize>(
    old: &Dataset,
    new: &Dataset,
    found: &mut Vec<Difference>,
    more: impl Fn(&T, &T, &mut List<'_>),
) {
    let mut gone: BTreeMap<&str, &T> =
        T::all(old.records()).iter().map(|record| (record.id().as_str(), record)).collect();
    for after in T::all(new.records()) {
        let mut list = List::new(T::KIND, after.id().as_str(), found);
        let former = || after.former_ids().iter().find_map(|id| gone.get(id.as_str()).copied());
        let same = gone.get(after.id().as_str()).copied();
        match same.or_else(former) {
            None => list.add(Change::Added, "", "", after.title()),
            Some(before) => {
                gone.remove(before.id().as_str());
                fields(before, after, &mut list);
                more(before, after, &mut list);
            }
        }
    }
    for before in gone.into_values() {
        let mut list = List::new(T::KIND, before.id().as_str(), found);
        list.add(Change::Removed, "", before.title(), "");
    }
}

/// The fields whose values are others, but for reports and evidence.
fn fields(before: &impl Serialize, after: &impl Serialize, list: &mut List<'_>) {
    let [before, after] = [object(before), object(after)];
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys.into_iter().filter(|key| !matches!(key.as_str(), "reports" | "evidence")) {
        let [old, new] =
            [&before, &after].map(|record| record.get(key).map_or(String::new(), said));
        if old != new {
            list.add(Change::Changed, key, &old, &new);
        }
    }
}

fn object(record: &impl Serialize) -> serde_json::Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    }
}

/// A value as a person reads it; the items of a list sorted, so that their order makes no difference.
fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: BTreeSet<String> = items.iter().map(said).collect();
            items.into_iter().collect::<Vec<_>>().join("; ")
        }
        Value::Object(fields) => {
            let fields: BTreeMap<&String, String> =
                fields.iter().map(|(key, value)| (key, said(value))).collect();
            let fields: Vec<String> =
                fields.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
            fields.join(", ")
        }
        other => other.to_string(),
    }
}

fn cited(dataset: &Dataset, reports: &[&Report]) -> String {
    let cited: Vec<String> =
        reports.iter().map(|report| dataset.cite(&report.citation())).collect();
    cited.join("; ")
}

/// The differences of the reports of a programme, paragraph by paragraph.
fn reports(datasets: [&Dataset; 2], programmes: [&Programme; 2], list: &mut List<'_>) {
    let [before, after] = programmes.map(|programme| {
        let mut by_place: BTreeMap<Citation, Vec<&Report>> = BTreeMap::new();
        for report in &programme.reports {
            by_place.entry(report.citation()).or_default().push(report);
        }
        by_place
    });
    let places: BTreeSet<&Citation> = before.keys().chain(after.keys()).collect();
    for place in places {
        match (before.get(place), after.get(place)) {
            (Some(old), Some(new)) => {
                let place = format!(" ({})", datasets[1].cite(place));
                facts(datasets, [old, new], &place, list);
                let [old, new] = [old, new].map(|reports| summary(reports));
                if old != new {
                    list.add(Change::Changed, &format!("summary{place}"), &old, &new);
                }
            }
            (Some(_), None) => {
                list.add(Change::NoLongerReported, "reports", &datasets[0].cite(place), "");
            }
            _ => list.add(Change::NewlyReported, "reports", "", &datasets[1].cite(place)),
        }
    }
}

fn summary(reports: &[&Report]) -> String {
    let summaries: BTreeSet<&str> = reports.iter().map(|report| &*report.summary).collect();
    summaries.into_iter().collect::<Vec<_>>().join(" ")
}

/// What two sets of reports say differently of participants, figures, places and dates.
fn facts(datasets: [&Dataset; 2], reports: [&[&Report]; 2], place: &str, list: &mut List<'_>) {
    let [before, after] = reports.map(|reports| roles(reports, datasets[1]));
    for agency in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let named = |dataset: &Dataset, roles: &BTreeSet<Role>| {
            let words: Vec<&str> = roles.iter().map(|role| role.word()).collect();
            let label = dataset.find::<Agency>(agency).map_or(*agency, Agency::label);
            format!("{label} ({})", words.join(", "))
        };
        let field = format!("participants{place}");
        match (before.get(agency), after.get(agency)) {
            (Some(old), None) => {
                list.add(Change::PartnerLeft, &field, &named(datasets[0], old), "");
            }
            (None, Some(new)) => {
                list.add(Change::PartnerJoined, &field, "", &named(datasets[1], new));
            }
            (Some(old), Some(new)) if old != new => {
                let [old, new] = [named(datasets[0], old), named(datasets[1], new)];
                list.add(Change::Changed, &field, &old, &new);
            }
            _ => {}
        }
    }
    let [before, after] = reports.map(figures);
    for scope in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let [old, new] = [&before, &after].map(|all| all.get(scope).map_or("", String::as_str));
        if old != new {
            list.add(Change::FigureChanged, &format!("figures{place}"), old, new);
        }
    }
    let [before, after] = reports.map(places);
    for ((field, old), (_, new)) in before.into_iter().zip(after) {
        if old != new {
            list.add(Change::Changed, &format!("{field}{place}"), &old, &new);
        }
    }
}

/// The id under which a record is known in the new dataset, which may have renamed it.
fn today<'a, T: Record>(new: &'a Dataset, id: &'a str) -> &'a str {
    let renamed = || {
        let records = T::all(new.records()).iter();
        records
            .filter(|record| !record.former_ids().is_empty())
            .find(|record| record.former_ids().iter().any(|former| former.as_str() == id))
    };
    if new.find::<T>(id).is_some() {
        id
    } else {
        renamed().map_or(id, |record| record.id().as_str())
    }
}

/// The roles of each agency, by the id that it has in the new dataset.
fn roles<'a>(reports: &[&'a Report], new: &'a Dataset) -> BTreeMap<&'a str, BTreeSet<Role>> {
    let mut roles: BTreeMap<&str, BTreeSet<Role>> = BTreeMap::new();
    for participant in reports.iter().flat_map(|report| &report.participants) {
        roles
            .entry(today::<Agency>(new, participant.agency.as_str()))
            .or_default()
            .insert(participant.role);
    }
    roles
}

/// The figures by what they count.
fn figures<'a>(reports: &[&'a Report]) -> BTreeMap<(&'a str, &'a str), String> {
    let mut figures: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    for figure in reports.iter().flat_map(|report| &report.figures) {
        let Figure { unit, of, .. } = figure;
        figures.entry((unit, of)).or_default().insert(figure.to_string());
    }
    let joined = |figures: BTreeSet<String>| figures.into_iter().collect::<Vec<_>>().join("; ");
    figures.into_iter().map(|(scope, figures)| (scope, joined(figures))).collect()
}

fn places(reports: &[&Report]) -> [(&'static str, String); 5] {
    let joined = |each: &dyn Fn(&Report) -> Vec<String>| {
        let items: BTreeSet<String> = reports.iter().flat_map(|report| each(report)).collect();
        items.into_iter().collect::<Vec<_>>().join("; ")
    };
    let texts = |texts: &[crate::model::Text]| texts.iter().map(ToString::to_string).collect();
    [
        ("governments", joined(&|r| r.governments.iter().map(ToString::to_string).collect())),
        ("countries", joined(&|r| r.countries.iter().map(ToString::to_string).collect())),
        ("regions", joined(&|r| texts(&r.regions))),
        ("venues", joined(&|r| texts(&r.venues))),
        ("date", joined(&|r| r.date.iter().map(ToString::to_string).collect())),
    ]
}

/// The differences of the evidence of a commitment.
fn evidence(datasets: [&Dataset; 2], evidence: [&[Evidence]; 2], list: &mut List<'_>) {
    let programme = |id: &Id<Programme>| today::<Programme>(datasets[1], id.as_str()).to_owned();
    let place = |evidence: &Evidence| (programme(&evidence.programme), evidence.citation());
    let [before, after] = evidence.map(|evidence| {
        evidence.iter().map(|evidence| (place(evidence), evidence)).collect::<BTreeMap<_, _>>()
    });
    for key in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let named = |dataset: &Dataset, evidence: &Evidence| {
            let reason = evidence.reason.as_ref().map_or(String::new(), |why| format!(": {why}"));
            let completes = if evidence.completes { ", completes it" } else { "" };
            let (link, place) = (evidence.link.word(), dataset.cite(&key.1));
            format!("{} ({place}, {link}{completes}){reason}", key.0)
        };
        let old = before.get(key).map(|evidence| named(datasets[0], evidence));
        let new = after.get(key).map(|evidence| named(datasets[1], evidence));
        match (old, new) {
            (None, Some(new)) => list.add(Change::CommitmentAnswered, "evidence", "", &new),
            (old, new) if old != new => {
                let [old, new] = [old, new].map(Option::unwrap_or_default);
                list.add(Change::Changed, "evidence", &old, &new);
            }
            _ => {}
        }
    }
}
