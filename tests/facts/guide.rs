//! What `data/README.md` tells an editor is true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{
    AgencyKind, Change, DocumentKind, FiledBy, Force, Group, Link, ProgrammeKind, Qualifier,
    Records, Role, SoleParticipant, Untracked, Vocabulary,
};
use serde_json::Value;

const GUIDE: &str = include_str!("../../data/README.md");

/// The heading over the fields of each kind, and the name of the kind in the schema.
const KINDS: [(&str, &str); 7] = [
    ("## Agencies", "Agency"),
    ("## Pillars", "Pillar"),
    ("## Documents", "Document"),
    ("## Programmes", "Programme"),
    ("### Reports", "FiledReport"),
    ("## Commitments", "Commitment"),
    ("### Evidence", "FiledEvidence"),
];

/// The blocks of code of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let rest = GUIDE.split(fence.as_str()).skip(1);
    rest.map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

#[test]
fn its_worked_examples_load_beside_the_shipped_files() {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir("data").unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let examples = blocks("yaml");
    assert_eq!(examples.len(), 3);
    // The first is what becomes of a file in the walk, which is a test of its own.
    for (number, example) in examples.iter().enumerate().skip(1) {
        fs::write(folder.path().join(format!("zz-{number}.yaml")), example).unwrap();
    }
    let shipped = load(&Source::Embedded).unwrap().records().len();
    let source = Source::Path(folder.path().to_owned());
    let data = load(&source).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(data.records().len(), shipped + 7);
    let inspection = cnd_tracker::load::inspect(&source).unwrap();
    let faults = cnd_tracker::check::check(&inspection.dataset, true);
    assert_eq!(inspection.findings(faults), []);
}

/// The part of the guide under a heading, up to the next.
fn under(heading: &str) -> &'static str {
    let (_, rest) =
        GUIDE.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading}"));
    rest.split("\n#").next().unwrap_or_default()
}

/// The words in backticks, outside blocks of code.
fn in_backticks(text: &str) -> impl Iterator<Item = &str> {
    let texts = text.split("```").step_by(2).flat_map(str::lines);
    texts.flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The fields that the table under a heading has, with what stands in its column `needed`.
fn table(heading: &str) -> BTreeMap<&'static str, &'static str> {
    let (_, rows) = under(heading).split_once("| field | needed | meaning |\n").unwrap();
    let mut fields = BTreeMap::new();
    for row in rows.lines().skip(1).take_while(|line| line.starts_with('|')) {
        let mut cells = row.trim_matches('|').split(" | ");
        let (names, needed) = (cells.next().unwrap(), cells.next().unwrap().trim());
        for name in in_backticks(names) {
            assert_eq!(fields.insert(name, needed), None, "{name} stands twice under {heading}");
        }
    }
    fields
}

fn schema() -> Value {
    schemars::schema_for!(Records).to_value()
}

fn keys(definition: &Value) -> BTreeSet<&str> {
    definition["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn its_tables_have_every_field_and_what_is_needed() {
    let schema = schema();
    for (heading, name) in KINDS {
        let definition = &schema["$defs"][name];
        let table = table(heading);
        assert_eq!(table.keys().copied().collect::<BTreeSet<_>>(), keys(definition), "{heading}");
        let required: BTreeSet<&str> =
            definition["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let needed: BTreeSet<&str> = table
            .iter()
            .filter(|(_, needed)| matches!(**needed, "yes" | "in a list of its own"))
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(needed, required, "{heading}");
    }
}

/// A field of a part of a record stands somewhere in the guide as `field` or `field:`.
#[test]
fn it_has_every_field_of_the_parts_of_records() {
    let schema = schema();
    let code: String = in_backticks(GUIDE).chain(blocks("yaml")).collect::<Vec<_>>().join("\n");
    let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let definitions = schema["$defs"].as_object().unwrap();
    for (name, definition) in definitions.iter().filter(|(_, d)| d["properties"].is_object()) {
        for key in keys(definition) {
            assert!(words.contains(key), "`{key}` of {name} is not explained");
        }
    }
}

fn named_in_guide(words: Vec<&str>) {
    for word in words {
        assert!(GUIDE.contains(&format!("`{word}`")), "`{word}` is not explained");
    }
}

#[test]
fn it_explains_every_word_of_every_vocabulary() {
    named_in_guide(AgencyKind::words());
    named_in_guide(DocumentKind::words());
    named_in_guide(ProgrammeKind::words());
    named_in_guide(FiledBy::words());
    named_in_guide(Role::words());
    named_in_guide(Qualifier::words());
    named_in_guide(Force::words());
    named_in_guide(Group::words());
    named_in_guide(Link::words());
    named_in_guide(Untracked::words());
    named_in_guide(Change::words());
    named_in_guide(SoleParticipant::words());
}

/// The forces stand in their order: `Force` has the strongest first.
#[test]
fn it_has_the_forces_in_their_order() {
    let (_, table) = under("## Commitments").split_once("| `force` | the verb |\n").unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let words: Vec<&str> =
        rows.flat_map(|row| in_backticks(row.split(" | ").next().unwrap())).collect();
    assert_eq!(words, Force::words());
}
