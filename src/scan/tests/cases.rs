//! The cases of `cases.txt`: small documents, and what is found in them.

use std::fmt::Write;

use super::super::{Kind, Mention, Party};
use super::read;
use crate::model::Vocabulary;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scan/tests/cases.txt");

/// `BLESS=1` writes what is found into the file instead: read the difference.
#[test]
fn every_case_finds_what_it_lists() {
    let cases = std::fs::read_to_string(PATH).unwrap();
    let (mut blessed, mut differing) = (String::new(), String::new());
    let mut lines = cases.lines().peekable();
    while let Some(line) = lines.next() {
        writeln!(blessed, "{line}").unwrap();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (wanted, first) = line.split_once(": ").unwrap_or_else(|| panic!("{line}: no case"));
        let mut paragraphs = vec![first];
        while let Some(line) = lines.next_if(|line| line.starts_with("  ")) {
            writeln!(blessed, "{line}").unwrap();
            paragraphs.push(line.trim_start());
        }
        let mut expected = String::new();
        while let Some(line) = lines.next_if(|line| line.starts_with("- ")) {
            writeln!(expected, "{line}").unwrap();
        }
        let texts: Vec<String> = paragraphs.iter().map(|text| with_spaces(text)).collect();
        let found = found(wanted, &texts.iter().map(String::as_str).collect::<Vec<_>>());
        if found != expected {
            let text = paragraphs.join("\n  ");
            writeln!(differing, "{wanted}: {text}\n{expected}--- but found\n{found}").unwrap();
        }
        blessed.push_str(&found);
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(PATH, blessed).unwrap();
    } else {
        assert!(differing.is_empty(), "{PATH}\n{differing}BLESS=1 takes this over");
    }
}

/// A text in which spaces that nobody can tell apart are escaped.
fn with_spaces(text: &str) -> String {
    text.replace(r"\u{a0}", "\u{a0}").replace(r"\u{2009}", "\u{2009}")
}

/// The mentions that a case asks for, a line each: "agency with guesses", "symbol in A/90/1".
fn found(wanted: &str, paragraphs: &[&str]) -> String {
    let (how, symbol) = match wanted.split_once(" in ") {
        Some((how, symbol)) => (how, Some(symbol)),
        None => (wanted, None),
    };
    let (kind, with) = how.split_once(" with ").unwrap_or((how, ""));
    let kind: Kind = kind.parse().unwrap_or_else(|_| panic!("{wanted}: no kind of mention"));
    let (with_guesses, with_preamble) = match with {
        "" => (false, false),
        "guesses" => (true, false),
        "preamble" => (false, true),
        _ => panic!("{wanted}: no way to read"),
    };
    let is_listed = |mention: &&Mention| {
        mention.kind == kind && (with_guesses || !mention.is_guess || mention.ask.is_some())
    };
    let mentions = read(symbol, paragraphs, with_preamble);
    let lines: String =
        mentions.iter().filter(is_listed).map(|mention| format!("- {}\n", row(mention))).collect();
    if lines.is_empty() { "- nothing\n".to_owned() } else { lines }
}

/// What a mention is, and what is to be known of how it stands there.
fn row(mention: &Mention) -> String {
    let marks = [
        (mention.in_title, " (title)"),
        (mention.is_speaker, " (speaker)"),
        (mention.is_guess, " (guess)"),
    ];
    let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
    format!("{}{marks}", what(mention))
}

fn what(mention: &Mention) -> String {
    if let Some(figure) = &mention.figure {
        let qualifier = figure.qualifier.iter().map(|words| format!("{words} "));
        return format!("{}{} {}", qualifier.collect::<String>(), figure.value, figure.unit);
    }
    if let Some(ask) = &mention.ask {
        let parties: Vec<&str> = ask.parties.iter().map(party).collect();
        let colon = if parties.is_empty() { "" } else { ": " };
        return format!("{}{colon}{}", ask.force.word(), parties.join(", "));
    }
    let name = mention.name.as_deref();
    let mut what = vec![mention.text.clone()];
    if mention.kind == Kind::Symbol {
        what.extend(name.filter(|full| *full != mention.text).map(str::to_owned));
        what.extend(mention.ids.iter().cloned());
    } else if mention.ids.is_empty() {
        what.push(format!("{}?", name.unwrap_or_default()));
    } else {
        what.push(mention.ids.join("|"));
    }
    what.join(" = ")
}

fn party(party: &Party) -> &str {
    match party {
        Party::Known(party) => party.as_str(),
        Party::Unknown(name) | Party::State(name) => name,
        Party::Speakers => "we",
    }
}
