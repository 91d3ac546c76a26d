//! `cnd new`: a record of each kind, as it is printed and as it goes into a file of its own.

use serde_json::Value;

use crate::author::{SHIPPED, yaml_files};
use crate::support::{Run, Test};

/// The record that `cnd new` prints, read beside the shipped dataset.
fn read_beside_the_shipped(new: &Run, list: &str, id: &str) {
    let files = yaml_files(SHIPPED);
    let test = Test::new(["--data", "set", list, "-f", "csv", "--columns=id", "--search", id]);
    let test = files.iter().fold(test, |test, (name, text)| {
        test.file(&format!("set/{}", name.rsplit('/').next().unwrap()), text)
    });
    let run = test.file("set/new.yaml", &new.stdout).output();
    assert_eq!(run.complaints(), "");
    assert!(run.stdout.lines().any(|line| line == id), "{}", run.stdout);
}

pub const PROGRAMME: &str =
    "programme --name X --kind event --pillar 1 --document note-2020 --paragraph 9";

#[test]
fn a_new_record_that_says_so_is_valid() {
    for (args, list, id) in [
        (
            "programme --name 'Ünusual: \"training\"' --kind training --pillar 1 --lead UNODC --agency WHO,UNAIDS \
             --country Kenya --document note-2020 --paragraph 16 --date 2019-03 --summary no",
            "programmes",
            "unusual-training",
        ),
        (
            "agency --name Y --kind regional --parent eu --document note-2020 --paragraph 12",
            "agencies",
            "y",
        ),
        ("document --title 1.10 --kind report --date 2021", "documents", "1-10"),
        (
            "commitment --statement 'Share data.' --force invited --by member-states --to UNODC --pillar 6 \
             --document note-2020 --paragraph 12",
            "commitments",
            "share-data-2020",
        ),
        (
            "report AIRCOP --document note-2020 --paragraph 16 --summary S",
            "programmes",
            "airport-communication-project",
        ),
        (
            "evidence unodc-joint-initiatives-74-178 --programme AIRCOP --document note-2020 --paragraph 27 \
             --link linked --reason R",
            "commitments",
            "unodc-joint-initiatives-74-178",
        ),
    ] {
        let run = new(args);
        assert!(run.stdout.starts_with("# This record is valid\n"), "{}{}", run.stdout, run.stderr);
        read_beside_the_shipped(&run, list, id);
    }
}

pub fn new(args: &str) -> Run {
    Test::line(&format!("new {args}")).output()
}

/// The lines that a new record begins with, before the two on comments and files.
fn begins(args: &str, expected: &[&str]) {
    let run = new(args);
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    let head = run.stdout.lines().take_while(|line| line.starts_with('#'));
    let lines: Vec<&str> = head.collect();
    assert_eq!(lines[..lines.len() - 2], *expected);
}

#[test]
fn a_new_record_says_what_a_check_will_warn_of() {
    begins(
        &format!("{PROGRAMME} --agency UNODC --summary S"),
        &[
            "# This record is valid, with 1 warning:",
            "# warning[single-participant]: only `unodc` takes part in this programme; add the others, or say \
             why there are none with `sole_participant: others-unnamed` or `sole_participant: none-mentioned`",
        ],
    );
    begins(
        PROGRAMME,
        &[
            "# This record is valid, with 1 warning:",
            "# warning[missing-summary]: this report has no `summary`; say in your own words what the paragraph says",
        ],
    );
    begins(
        "agency --name 'World Health Organization' --kind regional --document note-2020 --paragraph 1",
        &[
            "# This record is valid, with 1 warning:",
            "# warning[shared-name]: `World Health Organization` is also used in `name` of agency `who`; \
             keep it on the right agency, or merge the two records",
        ],
    );
    begins(
        "commitment --statement X --force invited --pillar 2 --document a-res-76-188 --paragraph 33",
        &[
            "# This record is valid, with 2 warnings:",
            "# warning[to-review]: Does a heading of the document name the pillar? Then write `filed_by: source`.; \
             answer the question, then delete it",
            "# warning[to-review]: Who makes it? Complete `made_by`, or leave it empty if the source does not say.; \
             answer the question, then delete it",
        ],
    );
}

#[test]
fn a_new_record_can_be_json() {
    let run = new("agency --name X --kind academic -o x.json");
    let stderr = "wrote the agency `x` to x.json; it is valid, with 1 warning:\nwarning[unused-agency]: agency `x` is not used by any record; list the paragraphs that mention it under `sources:`, or delete it\n";
    assert_eq!((run.stderr.as_str(), run.status), (stderr, 0));
    let expected = serde_json::json!({"agencies": [{"id": "x", "name": "X", "kind": "academic"}]});
    assert_eq!(serde_json::from_str::<Value>(&run.file("x.json")).unwrap(), expected);
}

/// The lines of a new record that begin with one of these keys.
fn lines(args: &str, keys: &[&str]) -> Vec<String> {
    let run = new(args);
    let is_wanted = |line: &&str| {
        let line = line.trim_start_matches([' ', '-']);
        keys.iter().any(|key| line.starts_with(&format!("{key}:")))
    };
    run.quiet().lines().filter(is_wanted).map(str::to_owned).collect()
}

#[test]
fn a_new_record_is_filed_by_the_heading_over_its_paragraph() {
    const COMMITMENT: &str = "commitment --statement X --force invited --by who --pillar 2";
    const PROGRAMME: &str = "programme --name X --kind event --pillar 2";
    let review = "    review: [\"Does a heading of the document name the pillar? Then write `filed_by: source`.\"]";
    for (place, expected) in [
        (" --document note-2020 --paragraph 22", &["    filed_by: source"][..]),
        (" --document note-2020 --paragraph ' 22 (a)'", &["    filed_by: source"]),
        (" --document note-2020 --paragraph 12", &["    filed_by: editors"]),
        (" --document note-2020 --paragraph 'fn. 1'", &["    filed_by: editors", review]),
        (" --document note-2020 --paragraph 'fn. 1' --filed-by source", &["    filed_by: source"]),
    ] {
        for record in [COMMITMENT, PROGRAMME] {
            let lines = lines(&format!("{record}{place}"), &["filed_by", "review"]);
            assert_eq!(lines, expected, "{record}{place}");
        }
    }
}

#[test]
fn a_new_commitment_has_its_instrument_as_its_source_where_nothing_else_is_named() {
    const COMMITMENT: &str = "commitment --statement 'Share the data.' --force invited --by general-assembly \
                              --pillar 2 --instrument 76/188 --instrument-paragraph 33";
    let keys = ["id", "instrument", "instrument_paragraph", "{document"];
    let head = [
        "  - id: share-data-76-188",
        "    instrument: a-res-76-188",
        "    instrument_paragraph: \"33\"",
    ];
    let source = "      - {document: a-res-76-188, paragraph: \"33\"}";
    assert_eq!(lines(COMMITMENT, &keys), [&head[..], &[source]].concat());
    let source = "      - {document: note-2020, paragraph: \"12\"}";
    let noted = format!("{COMMITMENT} --document note-2020 --paragraph 12");
    assert_eq!(lines(&noted, &keys), [&head[..], &[source]].concat());
}

#[test]
fn a_new_document_is_named_by_its_year_or_symbol_and_says_what_is_read_of_it() {
    let keys = ["id", "periodic", "coverage", "read", "# note"];
    assert_eq!(
        lines("document --title A --kind note --date 2021-02 --periodic --paragraphs 5", &keys),
        [
            "  - id: note-2021", "    periodic: true", "    coverage:", "      read: [\"1-5\"]",
            "      # note:",
        ]
    );
    assert_eq!(
        lines("document --title A --kind resolution --symbol A/RES/75/1", &keys),
        ["  - id: a-res-75-1"]
    );
}

#[test]
fn a_new_record_names_nobody_twice_and_takes_names_with_a_comma() {
    let record = format!(
        "{PROGRAMME} --agency WHO,who --agency WHO --lead UNODC --country Kenya,KEN --country 'Korea, Republic of'"
    );
    assert_eq!(
        lines(&record, &["{agency", "countries"]),
        [
            "          - {agency: unodc, role: lead}",
            "          - {agency: who, role: partner}",
            "        countries: [KEN, KOR]",
        ]
    );
}

#[test]
fn an_id_is_made_of_the_letters_of_a_name() {
    for (name, id) in
        [("Großer Rat", "grosser-rat"), ("Læring", "laering"), ("日本 Œuvre", "oeuvre")]
    {
        let record = format!("agency --kind academic --name '{name}'");
        assert_eq!(lines(&record, &["id"]), [format!("  - id: {id}")], "{name}");
    }
}

#[test]
fn a_new_record_says_where_it_goes_unless_it_is_there() {
    const NEW: &str = "document --title A --kind note";
    const COMMENTED: &str =
        "# Lines that begin with # are comments; to use one, delete the # and the space after it.";
    const PLACE: &str = "# Use -o FILE to write it to a new file, or -o FILE --append to add it to `documents:` in an existing one.";
    let top = |text: &str| text.lines().take(4).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(top(new(NEW).quiet()), ["# This record is valid", COMMENTED, PLACE, "documents:"]);
    let written = Test::line(&format!("new {NEW} -o set/a.yaml"));
    let written = written.file("set/readme.txt", "").output();
    assert_eq!(written.stderr, "wrote the document `a` to set/a.yaml; it is valid\n");
    assert_eq!(top(&written.file("set/a.yaml"))[..3], [COMMENTED, "documents:", "  # Its id."]);
    let beside = Test::line(&format!("new {NEW} -o set/a.yaml"));
    let beside = beside.file("set/dataset.schema.json", "{}").output().file("set/a.yaml");
    let modeline = "# yaml-language-server: $schema=dataset.schema.json";
    assert_eq!(top(&beside), [modeline, COMMENTED, "documents:", "  # Its id."]);
}
