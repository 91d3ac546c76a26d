//! The walks of `data/README.md`, as somebody takes them who has nothing else: each command, and what an editor does.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::support::{Run, Test, words};

const GUIDE: &str = include_str!("../../data/README.md");

/// The parts of the guide under a heading that a person acts on, in order: commands, and what a file then holds.
fn steps(heading: &str) -> Vec<(&'static str, &'static str)> {
    let (_, rest) = GUIDE.split_once(heading).unwrap();
    let (part, _) = rest.split_once("\n## ").unwrap();
    let blocks = part.split("```").skip(1).step_by(2);
    blocks.map(|block| block.split_once('\n').unwrap()).collect()
}

/// Somebody at work: the folder they are in, and the dataset that they have named.
struct Person {
    at: PathBuf,
    data: String,
    runs: Vec<Run>,
    _home: TempDir,
}

impl Person {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        Self { at: home.path().to_owned(), data: String::new(), runs: Vec::new(), _home: home }
    }

    fn types(&mut self, commands: &str) {
        for line in commands.replace("\\\n", "").lines() {
            let words = words(line);
            match (words[0].as_str(), words[1].as_str()) {
                ("cd", folder) => self.at.push(folder),
                ("export", setting) => {
                    self.data = setting.strip_prefix("CND_DATA=").unwrap().to_owned()
                }
                ("cnd", _) => {
                    let run = Test::new(words[1..].iter().map(String::as_str))
                        .env("CND_DATA", &self.data)
                        .in_folder(&self.at)
                        .output();
                    assert_eq!(run.status, 0, "{line}: {}{}", run.stdout, run.stderr);
                    self.runs.push(run);
                }
                (other, _) => panic!("{other} is no command of the guide"),
            }
        }
    }

    /// What the last command wrote, to people and to files.
    fn last(&self) -> (&str, &str) {
        let run = self.runs.last().unwrap();
        (&run.stdout, &run.stderr)
    }

    fn all(&self, commands: &str) -> String {
        let mut person = Self {
            at: self.at.clone(),
            data: self.data.clone(),
            runs: Vec::new(),
            _home: TempDir::new().unwrap(),
        };
        person.types(commands);
        person.runs.iter().map(|run| run.stdout.as_str()).collect()
    }
}

#[test]
fn a_years_note_goes_into_one_new_file() {
    let steps = steps("## Adding a year's note");
    let kinds: Vec<&str> = steps.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, ["sh", "sh", "yaml", "sh", "sh"]);
    let mut person = Person::new();
    person.types(steps[0].1);
    let before: Vec<(PathBuf, String)> = files(&person);

    person.types(steps[1].1);
    let file = person.at.join("note-2031.yaml");
    let begun = fs::read_to_string(&file).unwrap();
    let modeline = "# yaml-language-server: $schema=dataset.schema.json\n";
    let (first, _) = steps[2].1.split_once("      out_of_scope").unwrap();
    assert_eq!(begun, format!("{modeline}{first}"), "the guide shows the file as it is");
    fs::write(&file, format!("{modeline}{}", steps[2].1)).unwrap();

    person.types(steps[3].1);
    let count = before.len() + 1;
    let clean = format!("no errors and no warnings in {count} files of this folder\n");
    assert_eq!(person.last(), (clean.as_str(), ""));
    let said: String =
        person.runs[2..person.runs.len() - 1].iter().map(|run| run.stderr.as_str()).collect();
    let added = |what: &str| format!("added the {what} to note-2031.yaml; it is valid\n");
    let expected = [
        "report on `container-control-programme`",
        "report on `coordination-task-team`",
        "programme `course-for-nurses`",
        "commitment `extend-course-nurses-2031`",
        "evidence for `unodc-joint-initiatives-74-178`",
    ];
    assert_eq!(said, expected.map(added).concat());
    let after = files(&person);
    assert!(before.iter().all(|file| after.contains(file)), "an old file has changed");
    assert_eq!(after.len(), count);

    person.types(steps[4].1);
    the_note_is_told_from_the_shipped_dataset(&person);
}

/// What two commands say of the five paragraphs.
fn the_note_is_told_from_the_shipped_dataset(person: &Person) {
    let difference = person.all("cnd diff embedded . -f csv --columns change,kind,id,field");
    let mut lines: Vec<&str> = difference.lines().skip(1).collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "added,commitment,extend-course-nurses-2031,",
            "added,document,note-2031,",
            "added,programme,course-for-nurses,",
            "commitment-answered,commitment,unodc-joint-initiatives-74-178,evidence",
            "commitment-answered,commitment,unodc-joint-initiatives-76-188,status",
            "newly-reported,programme,container-control-programme,reports",
            "newly-reported,programme,coordination-task-team,reports",
        ]
    );
    let gaps = person.all(
        "cnd gaps --document note-2031 --kind-of-gap programme-not-reported -f csv --columns id",
    );
    for reported in ["container-control-programme", "coordination-task-team", "course-for-nurses"] {
        assert!(!gaps.lines().any(|line| line == reported), "{reported}");
    }
    assert!(gaps.lines().any(|line| line == "airport-communication-project"), "{gaps}");
    let unanswered = person.all(
        "cnd gaps --document note-2031 --kind-of-gap commitment-not-reported -f csv --columns id",
    );
    for (id, is_open) in [
        ("unodc-joint-initiatives-74-178", false),
        ("extend-course-nurses-2031", false),
        ("unodc-report-to-cnd-74-178", true),
    ] {
        assert_eq!(unanswered.lines().any(|line| line == id), is_open, "{id}");
    }
}

/// The files of the folder that a person is in.
fn files(person: &Person) -> Vec<(PathBuf, String)> {
    crate::author::yaml_files(&person.at.display().to_string())
        .into_iter()
        .map(|(name, text)| (PathBuf::from(name), text))
        .collect()
}

#[test]
fn a_dataset_of_ones_own_begins_with_the_pillars() {
    let steps = steps("## A dataset of your own");
    assert_eq!(steps.len(), 1);
    let mut person = Person::new();
    person.types(steps[0].1);
    assert_eq!(person.last(), ("no errors and no warnings in 3 files of this folder\n", ""));
    let rows = person.all("cnd programmes -f csv --columns id,lead,partners");
    assert_eq!(rows, "id,lead,partners\ncourse-for-nurses,EF,Example Institute\n");
    for (name, text) in files(&person) {
        assert!(text.starts_with("# yaml-language-server: "), "{}", name.display());
    }
}
