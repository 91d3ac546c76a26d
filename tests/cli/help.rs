//! `--help`, and what the help texts promise.

use std::collections::BTreeSet;

use clap::Command;
use cnd_tracker::command_line;
use cnd_tracker::model::{
    AgencyKind, DocumentKind, Force, ProgrammeKind, Role, Status, Vocabulary,
};
use cnd_tracker::query::{Dimension, GapKind};
use cnd_tracker::render::Format;

use crate::support::Test;

fn commands() -> Vec<Command> {
    let mut cli = command_line();
    cli.build();
    let own = |command: &&Command| command.get_name() != "help";
    let all: Vec<Command> = cli.get_subcommands().filter(own).cloned().collect();
    assert!(all.len() >= 7, "{} commands only", all.len());
    all
}

/// The commands that stand in the examples of a help text.
fn examples(command: &Command) -> Vec<String> {
    let help = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    let (_, examples) = help.split_once("Examples:\n").unwrap_or_default();
    let examples = examples.replace("\\\n    ", "");
    let lines = examples.lines().map_while(|line| line.strip_prefix("  cnd "));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_examples_run() {
    let all =
        commands().iter().flat_map(examples).chain(examples(&command_line())).collect::<Vec<_>>();
    // Those read a document, which `tests/cli/scan` makes.
    let reads = |example: &String| ["scan ", "draft "].iter().any(|c| example.starts_with(c));
    for example in all.into_iter().filter(|example| !reads(example)) {
        let run = Test::line(&example).output();
        let found = i32::from(example.contains("--exit-code"));
        assert_eq!(run.status, found, "cnd {example}: {}", run.stderr);
        let wrote = !run.stdout.is_empty() || !run.files().is_empty();
        assert!(wrote && !run.stderr.starts_with("no "), "cnd {example} shows nothing");
    }
}

#[test]
fn every_command_has_a_few_examples_of_itself() {
    for command in commands() {
        let name = command.get_name();
        let examples = examples(&command);
        assert!((2..=4).contains(&examples.len()), "cnd {name}: {examples:?}");
        for example in examples {
            assert!(example == name || example.starts_with(&format!("{name} ")), "{example}");
        }
    }
}

/// The words that a help text lists: what stands behind its colon or "Count by", up to a bracket.
fn listed(help: &str) -> Vec<String> {
    let list = help.strip_prefix("Count by ").or(help.split_once(": ").map(|(_, list)| list));
    let list = list.and_then(|list| list.split(" [").next()).unwrap_or_default();
    let mut words: Vec<String> =
        list.replace(" or ", ", ").split(", ").map(str::to_owned).collect();
    words.sort();
    words
}

/// The words that the value of a flag may be, where they are those of a vocabulary.
fn vocabulary(command: &str, value: &str, flag: &str) -> Option<Vec<&'static str>> {
    let mut words = match (value, command) {
        ("FORMAT", _) => {
            let of_tables = Format::all().iter().filter(|format| !format.is_graph());
            of_tables.map(|format| format.word()).collect()
        }
        ("ROLE", _) => Role::words(),
        ("FORCE", _) => Force::words(),
        ("STATUS", "scan") => return None,
        ("STATUS", _) => Status::words(),
        ("DIMENSION", _) if flag == "by" => Dimension::words(),
        ("KIND", _) if flag == "agency-kind" => AgencyKind::words(),
        ("KIND", "programmes" | "stats" | "network" | "report") => ProgrammeKind::words(),
        ("KIND", "agencies") => AgencyKind::words(),
        ("KIND", "documents") => DocumentKind::words(),
        ("KIND", "gaps") if flag == "kind-of-gap" => GapKind::words(),
        ("KIND", "scan" | "draft") => return None,
        ("KIND", _) => panic!("what are the kinds of cnd {command} --{flag}?"),
        _ => return None,
    };
    words.sort_unstable();
    Some(words)
}

#[test]
fn help_texts_list_the_words_of_their_vocabulary() {
    let mut found = BTreeSet::new();
    for command in commands() {
        for arg in command.get_arguments() {
            let value = arg.get_value_names().and_then(|names| names.first());
            let (name, flag) = (command.get_name(), arg.get_long().unwrap_or_default());
            let value = value.map_or("", |value| value.as_str());
            let Some(words) = vocabulary(name, value, flag) else { continue };
            let help = arg.get_long_help().or(arg.get_help()).unwrap().to_string();
            assert_eq!(listed(&help), words, "cnd {name} --{flag}");
            found.insert(value.to_owned());
        }
    }
    let expected = BTreeSet::from(["DIMENSION", "FORCE", "FORMAT", "KIND", "ROLE", "STATUS"]);
    assert_eq!(found, expected.into_iter().map(str::to_owned).collect());
}

#[test]
fn help_goes_to_standard_output_and_is_no_wider_than_a_hundred_columns() {
    for name in commands().iter().map(|command| command.get_name().to_owned()) {
        let run = Test::new([name.as_str(), "--help"]).output();
        assert!(run.quiet().contains("Examples:\n"), "{name}");
        let widest = run.stdout.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(100), "cnd {name} --help is {widest:?} columns wide");
    }
}

#[test]
fn own_options_stand_before_the_global_ones() {
    for name in ["programmes", "stats", "network", "new programme"] {
        let run = Test::small(name).arg("--help").output();
        let at = |text: &str| run.quiet().find(text).unwrap();
        let own = ["\nFilters:", "\nFields:"].map(|heading| run.stdout.find(heading));
        let own = own.into_iter().flatten().next().unwrap();
        assert!(at("\nOptions:") < own && own < at("\nGlobal options:"), "{name}");
    }
}

/// A short help has one line for each option, a long one has examples.
#[test]
fn short_and_long_help_each_have_something_of_their_own() {
    for name in commands().iter().map(|command| command.get_name().to_owned()) {
        let [short, long] = ["-h", "--help"].map(|flag| Test::new([name.as_str(), flag]).output());
        assert!(!short.quiet().contains("Examples:"), "{name}");
        assert!(short.stdout.len() < long.quiet().len(), "{name}");
    }
}

#[test]
fn a_command_lists_only_the_options_that_it_takes() {
    let options = |name: &str| {
        let command = commands().into_iter().find(|command| command.get_name() == name).unwrap();
        let known = ["data", "format", "output", "columns", "limit", "color"];
        let taken = |name: &&str| command.get_arguments().any(|arg| arg.get_long() == Some(name));
        known.into_iter().filter(taken).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(options("pillars"), "data format output columns limit color");
    assert_eq!(options("schema"), "format output");
    assert_eq!(options("init"), "");
}

#[test]
fn an_option_of_other_commands_is_refused_wherever_it_stands() {
    for args in ["init new --sort name", "--sort name init new", "schema --sort name"] {
        let command = if args.contains("init") { "init" } else { "schema" };
        Test::line(args).refused(&format!("--sort cannot be used with `cnd {command}`"));
    }
}

#[test]
fn a_value_that_begins_with_a_dash_is_written_with_an_equals_sign() {
    let run = Test::new(["programmes", "--agency", "-X"]).output();
    let tip =
        "error: `cnd programmes` has no option -X; to give it as a value, write --agency=-X\n";
    assert!(run.stderr.contains(tip), "{}", run.stderr);
    let run = Test::new(["programmes", "--agency=-X"]).output();
    assert!(run.stderr.starts_with("error: no agency is called `-X`"), "{}", run.stderr);
}

#[test]
fn version() {
    let version = format!("cnd {}\n", env!("CARGO_PKG_VERSION"));
    Test::new(["--version"]).stdout(&version).run();
}

#[test]
fn unknown_commands_are_wrong_usage() {
    Test::new(["programs-and-more"]).refused(
        "unknown command `programs-and-more`; to look it up, use `cnd show programs-and-more` or \
             `cnd search programs-and-more`",
    );
    Test::new(["Report"]).refused("unknown command `Report`; did you mean `report`?");
}

#[test]
fn help_has_a_help() {
    let whole = Test::new(["--help"]).output();
    for asks in ["help --help", "help -h"] {
        let run = Test::new(asks.split(" ")).output();
        assert_eq!((run.stdout, run.stderr, run.status), (whole.stdout.clone(), String::new(), 0));
    }
    Test::line("man new-reprot")
        .refused("no command is called `new-reprot`; did you mean `new-report`?");
    Test::line("help --data").refused("unknown command `--data`; `cnd --help` lists the commands");
}
