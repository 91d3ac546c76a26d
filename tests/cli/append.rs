//! `cnd new … --append`: a record goes to the end of its list, and nothing else in the file changes.

use crate::support::{Run, Test};

/// A dataset of one file, to which a record is added.
fn added(args: &str, text: &str) -> Run {
    let line = format!("new {args} -o set.yaml --append --data set.yaml");
    Test::line(&line).file("set.yaml", text).output()
}

const SET: &str = "\
# Mine.
pillars:
- {id: one, number: 1, name: One} # one
documents:
  - {id: note, title: Note, kind: note, date: \"2020-02\"}
programmes:
  - id: work
    name: Work
    kind: event
    pillar: one
    filed_by: editors
    reports:
      # First.
      - {document: note, paragraph: \"1\", summary: S}

# The end.
";

#[test]
fn a_record_is_added_to_the_end_of_its_list_and_to_nothing_else() {
    let long = "Officers were trained. ".repeat(6);
    let report =
        format!("report work --document note --paragraph 2 --planned --summary '{}'", long.trim());
    let run = added(&report, SET);
    assert_eq!(run.stderr, "added the report on `work` to set.yaml; it is valid\n");
    let expected = format!(
        "{SET}\nreports:\n  - programme: work\n    document: note\n    paragraph: \"2\"\n    planned: true\n    \
         summary: >-\n      Officers were trained. Officers were trained. Officers were trained. Officers were trained. \
         Officers\n      were trained. Officers were trained.\n"
    );
    assert_eq!(run.file("set.yaml"), expected);

    let programme = "programme --name More --kind event --pillar 1 --document note --paragraph 3 --filed-by editors";
    let run = added(programme, SET);
    let expected = SET.replace(
        "\n\n# The end.\n",
        "\n  - id: more\n    name: More\n    kind: event\n    pillar: one\n    filed_by: editors\n    reports:\n      \
         - document: note\n        paragraph: \"3\"\n\n# The end.\n",
    );
    assert_eq!(run.file("set.yaml"), expected);
    assert_eq!(
        run.stderr,
        "added the programme `more` to set.yaml; it is valid, with 1 warning:\nwarning[missing-summary]: this report \
         has no `summary`; say in your own words what the paragraph says\n"
    );
}

#[test]
fn nothing_is_added_to_what_would_then_say_something_else() {
    let brackets = SET.replace("documents:\n  - {", "documents: [{").replace("\"}\n", "\"}]\n");
    let run = added("document --title New --kind report", &brackets);
    assert_eq!(
        (run.stderr.as_str(), run.status),
        (
            "error: set.yaml cannot be added to: the list is not written with one item per line, each after a dash; choose another file, or add the record by hand\n",
            2
        )
    );
    assert_eq!(run.file("set.yaml"), brackets);
}

/// A file that is no part of the dataset must not come to hold two records of one id.
#[test]
fn a_record_is_held_against_the_file_that_it_is_added_to() {
    let text = "agencies:\n  - {id: x, name: Y, kind: academic}\n";
    let run = Test::line("new agency --name X --kind academic -o mine.yaml --append")
        .file("mine.yaml", text)
        .refused("this would be error[duplicate-id]: another agency has the id `x`; give one of the two another id, or delete it");
    assert_eq!(run.file("mine.yaml"), text);
    let run = Test::line("new document --title X --kind report -o mine.yaml --append")
        .file("mine.yaml", text)
        .stderr(
            "added the document `x` to mine.yaml; it is valid\nnames were looked up in the dataset inside the program; \
             for the one in that folder, add --data .\n",
        )
        .run();
    assert_eq!(
        run.file("mine.yaml"),
        format!("{text}\ndocuments:\n  - id: x\n    title: X\n    kind: report\n")
    );
}

#[test]
fn a_file_of_reports_alone_is_told_from_a_dataset() {
    let run = Test::line(
        "new report AIRCOP --document note-2020 --paragraph 28 --lead UNODC -o note.yaml --append",
    );
    let run = run.output();
    let said = "valid together with the dataset inside the program; the file is not a complete dataset on its own\n";
    assert!(run.stderr.ends_with(said), "{}", run.stderr);
    let again =
        "new report AIRCOP --document note-2020 --paragraph 27 --lead UNODC -o note.yaml --append";
    let again = Test::line(again).file("note.yaml", run.file("note.yaml")).output();
    assert!(again.stderr.ends_with(said), "{}", again.stderr);
    let programme = "new programme --name P --kind training --pillar 1 --document note-2020 --paragraph 4 \
                     --lead UNODC --agency WHO --summary s --filed-by editors -o pr.yaml --append";
    let programme = Test::line(programme).output();
    assert!(programme.stderr.ends_with(said), "{}", programme.stderr);
    let check = Test::line("check note.yaml").file("note.yaml", run.file("note.yaml")).output();
    let found = "note.yaml:1:1: error[no-records]: this dataset has only reports or evidence\n";
    assert!(check.stdout.starts_with(found), "{}", check.stdout);
    let help = "\n  help: they add to programmes and commitments in other files: name the folder that holds them all\n";
    assert!(check.stdout.contains(help), "{}", check.stdout);
}

#[test]
fn a_file_that_is_in_no_folder_that_is_read_is_told() {
    let args = "new agency --name Fund --kind regional --data set -o out.yaml --append";
    let run =
        Test::line(args).file("set/a.yaml", "pillars: [{id: p, number: 1, name: P}]\n").output();
    assert!(
        run.stderr.ends_with("the file is not in set, and not read with it\n"),
        "{}",
        run.stderr
    );
}
