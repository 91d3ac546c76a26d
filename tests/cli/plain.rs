//! What each filter means, computed plainly over the records as JSON.

use std::collections::BTreeSet;

use serde_json::Value;

/// What is asked: the flags, each with its values, those of one flag being alternatives.
#[derive(Debug, Clone)]
pub struct Asked(pub Vec<(&'static str, Vec<String>)>);

impl Asked {
    pub fn args(&self) -> Vec<String> {
        self.0.iter().map(|(flag, values)| format!("--{flag}={}", values.join(","))).collect()
    }

    fn groups(&self, flag: &str) -> impl Iterator<Item = &Vec<String>> {
        self.0.iter().filter(move |(name, _)| *name == flag).map(|(_, values)| values)
    }

    pub fn has(&self, flag: &str) -> bool {
        self.groups(flag).next().is_some()
    }

    /// Whether each time that the flag is given one of its values answers.
    fn all(&self, flag: &str, answers: impl Fn(&str) -> bool) -> bool {
        self.groups(flag).all(|values| values.iter().any(|value| answers(value)))
    }

    /// Whether a value answers of any time that the flag is given, or it is not given.
    fn any(&self, flag: &str, answers: impl Fn(&str) -> bool) -> bool {
        !self.has(flag) || self.groups(flag).flatten().any(|value| answers(value))
    }
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The record of a list with this id, or nothing.
fn record<'a>(data: &'a Value, list: &str, id: &Value) -> &'a Value {
    items(data, list).iter().find(|record| record["id"] == *id).unwrap_or(&Value::Null)
}

fn holds(value: &Value, key: &str, wanted: &str) -> bool {
    items(value, key).iter().any(|item| item == wanted)
}

/// Whether all the words of `--search` occur in one or the other of the texts.
fn found(asked: &Asked, texts: &[&Value]) -> bool {
    let all: String = texts.iter().map(|text| format!("{text} ").to_lowercase()).collect();
    asked
        .groups("search")
        .flatten()
        .flat_map(|words| words.split(' '))
        .all(|word| all.contains(&word.to_lowercase().replace('é', "e").replace('á', "a")))
}

fn day(date: &str, last: bool) -> String {
    if let Some((year, quarter)) = date.split_once("-Q") {
        let first = quarter.parse::<u8>().unwrap() * 3 - 2;
        return if last {
            format!("{year}-{:02}-31", first + 2)
        } else {
            format!("{year}-{first:02}-01")
        };
    }
    match (date.len(), last) {
        (4, false) => format!("{date}-01-01"),
        (4, true) => format!("{date}-12-31"),
        (7, false) => format!("{date}-01"),
        (7, true) => format!("{date}-31"),
        _ => date.to_owned(),
    }
}

fn in_time(asked: &Asked, report: &Value, data: &Value) -> bool {
    let document = record(data, "documents", &report["document"]);
    assert!(document.is_object(), "{report}");
    let date = report["date"].as_str().or(document["date"].as_str());
    let since = |since: &str| date.is_some_and(|date| day(date, true) >= day(since, false));
    let until = |until: &str| date.is_some_and(|date| day(date, false) <= day(until, true));
    asked.all("since", since) && asked.all("until", until)
}

/// Whether these reports together are what is asked of reports.
fn answer(asked: &Asked, reports: &[&Value]) -> bool {
    let participants: Vec<&Value> = reports.iter().flat_map(|r| items(r, "participants")).collect();
    let part = |agency: &str, role: &str| {
        let fits = |p: &&Value| {
            (agency.is_empty() || p["agency"] == agency) && (role.is_empty() || p["role"] == role)
        };
        participants.iter().any(fits)
    };
    let among = |key: &'static str| {
        move |value: &str| reports.iter().any(|report| holds(report, key, value))
    };
    asked.all("agency", |agency| part(agency, "") && asked.any("role", |role| part(agency, role)))
        && asked.all("role", |role| part("", role))
        && asked.all("lead", |agency| part(agency, "lead"))
        && asked.all("country", among("countries"))
        && asked.all("government", among("governments"))
        && asked.all("region", among("regions"))
}

/// Whether these reports name nobody who should take no part, and only those who may; where roles are asked for, the
/// latter in one of them.
fn spare(asked: &Asked, reports: &[&Value]) -> bool {
    let counts = |p: &&Value| asked.any("role", |role| p["role"] == role);
    let all: Vec<&Value> = reports.iter().flat_map(|r| items(r, "participants")).collect();
    let participants: Vec<&Value> = all.iter().copied().filter(counts).collect();
    let only = |p: &&Value| asked.all("only", |agency| p["agency"] == agency);
    let without = |p: &&Value| asked.groups("without").flatten().any(|id| p["agency"] == *id);
    (!asked.has("only") || !participants.is_empty() && participants.iter().all(only))
        && !all.iter().any(without)
}

/// The reports of a programme that the answer is about, if it answers.
fn reports<'a>(asked: &Asked, programme: &'a Value, data: &Value) -> Option<Vec<&'a Value>> {
    let named = |report: &&Value| {
        asked.any("document", |id| report["document"] == id)
            && asked.any("paragraph", |number| report["paragraph"] == number)
            && in_time(asked, report, data)
    };
    let all: Vec<&Value> = items(programme, "reports").iter().filter(named).collect();
    let has_time = asked.has("since") || asked.has("until");
    if has_time && all.is_empty() || !spare(asked, &all) {
        return None;
    }
    if !asked.has("document") && !asked.has("paragraph") {
        return answer(asked, &all).then_some(all);
    }
    let answering = |report: &&Value| {
        let same = |other: &&&Value| other["document"] == report["document"];
        answer(asked, &all.iter().filter(same).copied().collect::<Vec<_>>())
    };
    let reports: Vec<&Value> = all.iter().copied().filter(answering).collect();
    let each = asked.all("document", |id| reports.iter().any(|report| report["document"] == id))
        && asked
            .all("paragraph", |number| reports.iter().any(|report| report["paragraph"] == number));
    (each && !reports.is_empty()).then_some(reports)
}

/// Whether a programme is filed under the pillar, or under it as a second one where those count.
fn filed(asked: &Asked, programme: &Value, pillar: &str) -> bool {
    programme["pillar"] == pillar
        || asked.has("second") && holds(programme, "second_pillars", pillar)
}

pub fn programmes(asked: &Asked, data: &Value) -> Vec<(String, usize)> {
    let answers = |programme: &Value| {
        let reports = reports(asked, programme, data)?;
        let mut texts: Vec<&Value> = reports.iter().map(|report| &report["summary"]).collect();
        texts.push(&programme["name"]);
        let answers = !(asked.has("only") && programme["sole_participant"] == "others-unnamed")
            && asked.all("pillar", |pillar| filed(asked, programme, pillar))
            && asked.all("kind", |kind| programme["kind"] == kind)
            && found(asked, &texts);
        let place = |report: &&Value| format!("{} {}", report["document"], report["paragraph"]);
        let places: BTreeSet<String> = reports.iter().map(place).collect();
        answers.then(|| (programme["id"].as_str().unwrap().to_owned(), places.len()))
    };
    items(data, "programmes").iter().filter_map(answers).collect()
}

/// The agencies that each document reports as taking part in the programme, of the documents asked about.
fn together<'a>(asked: &Asked, programme: &'a Value) -> Vec<BTreeSet<&'a str>> {
    let documents: BTreeSet<&str> = items(programme, "reports")
        .iter()
        .filter_map(|report| report["document"].as_str())
        .filter(|document| asked.any("document", |id| id == *document))
        .collect();
    let agencies = |document: &str| {
        items(programme, "reports")
            .iter()
            .filter(|report| report["document"] == document)
            .flat_map(|report| items(report, "participants"))
            .filter(|p| asked.any("role", |role| p["role"] == role))
            .filter_map(|p| p["agency"].as_str())
            .collect()
    };
    documents.into_iter().map(agencies).collect()
}

/// What stands for an agency: its acronym, or its name.
fn label<'a>(data: &'a Value, id: &Value) -> &'a Value {
    let agency = record(data, "agencies", id);
    agency.get("acronym").unwrap_or(&agency["name"])
}

/// The name of the agency that an agency is a part of.
fn parent<'a>(data: &'a Value, agency: &Value) -> &'a Value {
    &record(data, "agencies", &agency["parent"])["name"]
}

pub fn agencies(asked: &Asked, data: &Value) -> Vec<(String, usize)> {
    let filed = |programme: &Value, pillar: &str| filed(asked, programme, pillar);
    let scope: Vec<&Value> = items(data, "programmes")
        .iter()
        .filter(|programme| asked.any("pillar", |pillar| filed(programme, pillar)))
        .filter(|programme| asked.any("programme", |id| programme["id"] == id))
        .collect();
    let counts_mentions = !["pillar", "programme", "role"].iter().any(|flag| asked.has(flag));
    let answers = |agency: &Value| {
        let id = agency["id"].as_str().unwrap();
        let with_it = |groups: Vec<BTreeSet<&str>>| {
            groups.iter().any(|group| {
                group.contains(id)
                    && asked.all("with", |other| other != id && group.contains(other))
            })
        };
        let takes_part =
            |programme: &&&Value| together(asked, programme).iter().any(|group| group.contains(id));
        let part: Vec<&Value> = scope.iter().filter(takes_part).copied().collect();
        let shared: Vec<&Value> =
            part.iter().filter(|programme| with_it(together(asked, programme))).copied().collect();
        let counted = if asked.has("with") { &shared } else { &part };
        let named_in = |document: &str| {
            let reports = part.iter().flat_map(|programme| items(programme, "reports"));
            let reported = reports
                .filter(|report| report["document"] == document)
                .flat_map(|report| items(report, "participants"))
                .any(|p| p["agency"] == id && asked.any("role", |role| p["role"] == role));
            // The body that adopts an instrument is not named in its paragraphs.
            let adopts = record(data, "documents", &document.into())["body"] == id;
            let naming = items(data, "commitments").iter().filter(|commitment| {
                let is = |parties: &str| items(commitment, parties).iter().any(|party| party == id);
                is("addressed_to")
                    || is("made_by") && !(adopts && commitment["instrument"] == document)
            });
            let sources = naming.chain([agency]).flat_map(|record| items(record, "sources"));
            let mut sources = sources.filter(|_| counts_mentions);
            reported || sources.any(|source| source["document"] == document)
        };
        let has_role = |role: &str| {
            let reports = counted.iter().flat_map(|programme| items(programme, "reports"));
            reports
                .filter(|report| asked.any("document", |id| report["document"] == id))
                .flat_map(|report| items(report, "participants"))
                .any(|p| p["agency"] == id && p["role"] == role)
        };
        let answers = asked.all("kind", |kind| agency["kind"] == kind)
            && asked.all("role", has_role)
            && (!shared.is_empty() || !asked.has("with"))
            && asked
                .all("pillar", |pillar| counted.iter().any(|programme| filed(programme, pillar)))
            && asked.all("programme", |wanted| {
                counted.iter().any(|programme| programme["id"] == wanted)
            })
            && asked.all("document", named_in)
            && found(asked, &[&agency["name"], parent(data, agency)]);
        answers.then(|| (id.to_owned(), counted.len()))
    };
    items(data, "agencies").iter().filter_map(answers).collect()
}

pub fn documents(asked: &Asked, data: &Value) -> Vec<(String, usize)> {
    let answers = |document: &&Value| {
        let of_it = |commitment: &&Value| commitment["instrument"] == document["id"];
        let stated = items(data, "commitments").iter().filter(of_it);
        let stated = stated.flat_map(|commitment| items(commitment, "sources"));
        let stated = stated.filter(|source| source["document"] != document["id"]);
        let sources: Vec<&Value> = items(document, "sources").iter().chain(stated).collect();
        asked.all("kind", |kind| document["kind"] == kind)
            && asked.all("body", |body| document["body"] == body)
            && asked.all("document", |id| sources.iter().any(|source| source["document"] == id))
            && found(asked, &[&document["title"]])
    };
    let row = |document: &Value| {
        let id = &document["id"];
        let reported =
            |programme: &&Value| items(programme, "reports").iter().any(|r| r["document"] == *id);
        let count = items(data, "programmes").iter().filter(reported).count();
        (id.as_str().unwrap().to_owned(), count)
    };
    items(data, "documents").iter().filter(answers).map(row).collect()
}

fn title<'a>(data: &'a Value, document: &Value) -> &'a Value {
    &record(data, "documents", document)["title"]
}

/// The first day on which a commitment is due.
pub fn due(id: &str, data: &Value) -> Option<String> {
    record(data, "commitments", &id.into())["due"].as_str().map(|due| day(due, false))
}

/// When and in which instrument a commitment was made, as what sorts dates: an exact one after a vague one.
pub fn made(id: &str, data: &Value) -> Option<((String, usize, String), String)> {
    let commitment = record(data, "commitments", &id.into());
    assert!(commitment.is_object(), "{id}");
    let date = |document: &Value| {
        let date = record(data, "documents", document)["date"].as_str()?;
        let exact = if date.contains('Q') { 5 } else { date.len() };
        Some((day(date, false)[..7].to_owned(), exact, date.to_owned()))
    };
    let cited = items(commitment, "sources").iter().filter_map(|source| date(&source["document"]));
    let made = date(&commitment["instrument"]).or_else(|| cited.min())?;
    Some((made, commitment["instrument"].as_str().unwrap_or_default().to_owned()))
}

pub fn commitments(asked: &Asked, data: &Value) -> Vec<(String, usize)> {
    let answers = |commitment: &&Value| {
        let sources = items(commitment, "sources");
        let stands_in = |id: &str| {
            commitment["instrument"] == id || sources.iter().any(|source| source["document"] == id)
        };
        asked.all("by", |who| holds(commitment, "made_by", who))
            && asked.all("to", |who| holds(commitment, "addressed_to", who))
            && asked.all("force", |force| commitment["force"] == force)
            && asked.all("pillar", |pillar| commitment["pillar"] == pillar)
            && asked.all("document", stands_in)
            && asked.all("due-before", |date| {
                commitment["due"].as_str().is_some_and(|due| day(due, true) < day(date, false))
            })
            && found(asked, &[&commitment["statement"], title(data, &commitment["instrument"])])
    };
    let row = |commitment: &Value| {
        // Two agencies that go by one label are one item of a cell.
        let named = |party: &'_ Value| match label(data, party) {
            Value::Null => party.to_string(),
            label => label.to_string(),
        };
        let parties: BTreeSet<String> = items(commitment, "made_by").iter().map(named).collect();
        (commitment["id"].as_str().unwrap().to_owned(), parties.len())
    };
    items(data, "commitments").iter().filter(answers).map(row).collect()
}
