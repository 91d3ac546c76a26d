//! What `cnd new` refuses.

use crate::new::{PROGRAMME, new};
use crate::support::Test;

#[test]
fn what_no_record_can_be_without_is_asked_for() {
    for (args, missing) in [
        (
            "programme --name X",
            "--kind WORD, --pillar PILLAR, --document DOCUMENT and --paragraph N; for example, ",
        ),
        ("report", "--document DOCUMENT, --paragraph N and PROGRAMME; for example, "),
        ("evidence x --programme x --document x --paragraph 1", "--link WORD ("),
        ("agency --name X", "--kind WORD ("),
        ("document --kind note", "--title TEXT ("),
        ("document --kind note --title X --periodic", "--date DATE ("),
        (
            "commitment --statement X",
            "--force WORD, --pillar PILLAR, --instrument DOCUMENT and --instrument-paragraph N; for example, ",
        ),
    ] {
        let run = new(args);
        let message = format!("error: missing {missing}");
        assert!(run.stderr.starts_with(&message) && run.status == 2, "{args}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{args}: {}", run.stderr);
    }
}

#[test]
fn what_an_option_cannot_name_is_told_where_it_goes() {
    const REPORT: &str = "report AIRCOP --document note-2020 --paragraph";
    for (args, said) in [
        (
            format!("{REPORT} 28 --country Africa"),
            "`Africa` is a region; write it under `regions:` of the record",
        ),
        (
            format!("{REPORT} 28 --lead Kenya"),
            "`Kenya` is a country; write it under `countries:` or `governments:` of a report; to add a new agency, use `cnd new agency --name …`",
        ),
        (
            format!("{REPORT} 28 --lead UNODC/WHO"),
            "`UNODC/WHO` is several records; separate them: UNODC,WHO; to add a new agency, use `cnd new agency --name …`",
        ),
        (
            PROGRAMME.replace("--pillar 1", "--pillar 1,2"),
            "`1,2` is several pillars; name one, and write the others under `second_pillars:`",
        ),
        (
            format!("{REPORT} 28-29"),
            "`28-29` is not a paragraph label; write the number of one paragraph alone: '12 (a)'",
        ),
    ] {
        let run = new(&args);
        assert_eq!((run.stderr, run.status), (format!("error: {said}\n"), 2));
    }
}

#[test]
fn a_new_record_that_would_be_an_error_is_not_written() {
    for (args, message) in [
        (
            format!("{PROGRAMME} --agency UNODC,WHO --date 2029"),
            "date-after-document]: 2029 is after 2020-02-04, the date of `note-2020`; correct the date, or name the \
             document that can say this",
        ),
        (
            "report AIRCOP --document note-2020 --paragraph 99 -o new.yaml".to_owned(), "paragraph-beyond-end]: paragraph 99 is outside the `coverage` of `note-2020`; correct the \
             number of the paragraph, or `coverage` of the document",
        ),
        (
            "agency --name X --kind regional --id null -o new.yaml --append".to_owned(),
            "empty-text]: `null` means \"no value\" in YAML; write a text",
        ),
        (
            "evidence unodc-joint-initiatives-74-178 --programme AIRCOP --document note-2020 --paragraph 16 \
             --link stated -o new.json"
                .to_owned(),
            "evidence-without-report]: `airport-communication-project` has no report for paragraph 16 of `note-2020`; \
             name the document and the paragraph of one of its reports",
        ),
        (
            "evidence unodc-joint-initiatives-74-178 --programme AIRCOP --document note-2020 --paragraph 27 \
             --link linked"
                .to_owned(),
            "link-without-reason]: this link has no `reason`; add `reason:`, or \
             `link: stated` where the source says so itself",
        ),
    ] {
        let run = new(&args);
        let stderr = format!("error: this would be error[{message}\n");
        assert_eq!((run.stderr.as_str(), run.status), (stderr.as_str(), 2));
        assert_eq!((run.stdout.as_str(), run.files()), ("", Vec::<String>::new()));
    }
}

#[test]
fn an_id_is_not_made_of_nothing_nor_a_text() {
    for (args, message) in [
        ("agency --kind academic --name 日本", "cannot make an id from `日本`; give one with --id"),
        ("agency --kind academic --name=---", "cannot make an id from `---`; give one with --id"),
        ("agency --kind academic --name ''", "--name is empty (``); write a text"),
        (
            "agency --kind academic --name A --acronym null",
            "--acronym is empty (`null`); write a text",
        ),
    ] {
        Test::line(&format!("new {args}")).refused(message);
    }
}

#[test]
fn a_new_record_goes_into_no_file_that_would_not_be_read_as_it_is_written() {
    for (args, message) in [
        (
            "-o .a.yaml",
            ".a.yaml would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-o a.schema.json",
            "a.schema.json would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-f yaml -o a.txt",
            "a.txt would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
        (
            "-f yaml -o a.json",
            "a file with the ending .json is read as JSON; leave out -f, or choose another ending",
        ),
        (
            "-o a.json --append",
            "--append adds to YAML files; choose a file with the ending .yaml, and leave out -f",
        ),
        (
            "-o a.yaml -f json --append",
            "--append adds to YAML files; choose a file with the ending .yaml, and leave out -f",
        ),
        (
            "-o .a.yaml --append",
            ".a.yaml would not be read as a part of a dataset; choose a name such as NAME.yaml or NAME.json",
        ),
    ] {
        let run =
            Test::line(&format!("new agency --name A --kind academic {args}")).refused(message);
        assert_eq!(run.files(), Vec::<String>::new());
    }
}

#[test]
fn a_new_record_takes_the_place_of_no_file() {
    let run = Test::line("new agency --name A --kind academic -o set/agencies.yaml")
        .file("set/agencies.yaml", "mine")
        .refused(
            "set/agencies.yaml already exists and was not changed; choose another file, or add the record to \
             this one with --append",
        );
    assert_eq!(run.file("set/agencies.yaml"), "mine");
}

#[test]
fn a_new_record_is_not_one_that_is_there() {
    Test::line("new agency --name UNODC --kind academic")
        .refused("the id `unodc` is that of another agency of the dataset; give another with --id");
}

/// A programme of this name, with what else is said of it.
fn programme(name: &str, more: &str) -> Test {
    let line = format!(
        "new programme --name '{name}' --kind campaign --pillar 2 --document note-2020 --paragraph 14 {more}"
    );
    Test::line(&line)
}

#[test]
fn a_new_programme_that_is_on_record_leads_to_a_new_report() {
    let help = "to add a report on it, use `cnd new report listen-first`; for a different programme, give an id with --id";
    for (name, more, named) in [
        ("Listen First", "", "Listen First"),
        ("LISTEN first", "", "LISTEN first"),
        ("Another", "--id listen-first", "listen-first"),
    ] {
        let message = format!("`{named}` is already the programme `listen-first`; {help}");
        programme(name, more).refused(&message);
    }
    let run = programme("Listen First", "--id listen-first-2").output();
    let twice =
        "warning[shared-name]: `Listen First` is also used in `name` of programme `listen-first`";
    assert!(run.status == 0 && run.stdout.contains(twice), "{}{}", run.stdout, run.stderr);
    let run = programme("Listen First and Last", "").output();
    assert!(run.status == 0 && !run.stdout.contains("shared-name"), "{}", run.stdout);
}

#[test]
fn an_agency_that_is_not_there_leads_to_a_new_one() {
    let add = "to add a new agency, use `cnd new agency --name …`";
    programme("Joint", "--lead Atlantis").refused(&format!(
        "no agency is called `Atlantis`; `cnd agencies` lists all that the sources name; {add}"
    ));
    let near =
        Test::line("new report AIRCOP --document note-2020 --paragraph 28 --agency UNDOC").output();
    assert!(near.stderr.contains("did you mean `UNODC`"), "{}", near.stderr);
}
