//! The cases of `cases.txt`: small documents, and what is found in them.

use std::fmt::Write;

use super::super::{Kind, Lexicon, Mention, Outlook, Party, mandates, outlooks};
use super::{LEXICON, NONE, REPORTS, paper};
use crate::model::Vocabulary;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scan/tests/cases.txt");

/// `BLESS=1` writes what is found into the file instead: read the difference.
#[test]
fn every_case_finds_what_it_lists() {
    let cases = std::fs::read_to_string(PATH).unwrap();
    let (mut blessed, mut differing) = (String::new(), String::new());
    let mut lexicon = &*LEXICON;
    let mut lines = cases.lines().peekable();
    while let Some(line) = lines.next() {
        writeln!(blessed, "{line}").unwrap();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("dataset: ") {
            lexicon = if name == "none" { &NONE } else { &REPORTS };
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
        let found = found(wanted, &texts.iter().map(String::as_str).collect::<Vec<_>>(), lexicon);
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

/// A text with its escaped special spaces restored.
fn with_spaces(text: &str) -> String {
    text.replace(r"\u{a0}", "\u{a0}").replace(r"\u{2009}", "\u{2009}")
}

/// What a case asks for, a line each: "agency with guesses", "symbol in A/90/1", "mandate", "outlook".
fn found(wanted: &str, paragraphs: &[&str], lexicon: &Lexicon) -> String {
    let (how, symbol) = match wanted.split_once(" in ") {
        Some((how, symbol)) => (how, Some(symbol)),
        None => (wanted, None),
    };
    let (kind, with) = how.split_once(" with ").unwrap_or((how, ""));
    let read =
        || super::super::read(paper(symbol, paragraphs), lexicon, with == "preamble").mentions;
    let found = match kind {
        "mandate" => mandates(paragraphs),
        "outlook" => words(&outlooks(paragraphs[0], &read().concat())),
        _ => {
            let kind: Kind = kind.parse().unwrap_or_else(|_| panic!("{wanted}: no kind"));
            let is_listed = |mention: &&Mention| {
                let is_named = !mention.is_guess || mention.ask.is_some();
                mention.kind == kind && (with == "guesses" || is_named)
            };
            read().iter().flatten().filter(is_listed).map(row).collect()
        }
    };
    if found.is_empty() { "- nothing\n".to_owned() } else { format!("- {}\n", found.join("\n- ")) }
}

/// The symbols in the lists of mandates of a document, and how many numbers there are not read.
fn mandates(paragraphs: &[&str]) -> Vec<String> {
    let found = mandates::find(&paper(None, paragraphs).paragraphs, None);
    let symbols = found.symbols.into_iter().flatten().map(|symbol| symbol.full);
    symbols.chain((found.unread > 0).then(|| format!("{} not read", found.unread))).collect()
}

/// What is said of acts, in a word for each.
fn words(outlooks: &[Outlook]) -> Vec<String> {
    let words = outlooks.iter().flat_map(|outlook| {
        let all = [
            (outlook.is_done, "done"),
            (outlook.is_planned, "planned"),
            (outlook.is_denied, "denied"),
        ];
        all.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned())
    });
    words.collect()
}

/// A mention as a case lists it, with its marks.
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
