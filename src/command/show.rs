//! `cnd show`

use anyhow::Result;
use serde::Serialize;

use crate::cli::ShowArgs;
use crate::model::{
    Agency, Commitment, Dataset, Document, Kind, Pillar, Programme, Record, Vocabulary, fold,
};
use crate::query::{self, Error};
use crate::render::{Format, Whole};
use crate::view::{self, Carded};

use super::output::{Asked, Output, asked};

pub fn run(args: &ShowArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let wanted = args.record.join(" ");
    let (mut kind, mut name) = (None, wanted.as_str());
    let mut found = all(dataset, name);
    // A name may itself begin like a kind.
    if found.is_empty()
        && let Some((word, rest)) = wanted.split_once(':')
        && let Ok(of) = fold(word).parse::<Kind>()
    {
        (kind, name) = (Some(of), rest.trim());
        found = all(dataset, name);
        found.retain(|(kind, ..)| *kind == of);
    }
    match found.as_slice() {
        [] => Err(unknown(dataset, kind, name).into()),
        [(_, record, _)] => record.print(asked("show", args), dataset, out),
        several => {
            let choices: Vec<String> =
                several.iter().map(|(_, record, _)| record.choice()).collect();
            let message = format!("`{}` names several records", wanted.escape_debug());
            Err(Error::new(message, Some(format!("choose one of {}", choices.join(", ")))).into())
        }
    }
}

type Found<'a> = (Kind, &'a dyn Shown, &'a str);

/// The records of every kind that go by this name.
fn all<'a>(dataset: &'a Dataset, name: &str) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    collect::<Programme>(dataset, name, &mut found);
    collect::<Agency>(dataset, name, &mut found);
    collect::<Pillar>(dataset, name, &mut found);
    collect::<Document>(dataset, name, &mut found);
    collect::<Commitment>(dataset, name, &mut found);
    found
}

fn collect<'a, T: Shown + Record>(dataset: &'a Dataset, name: &str, found: &mut Vec<Found<'a>>) {
    let records = query::all::<T>(dataset, name).into_iter();
    found.extend(records.map(|record| (T::KIND, record as &dyn Shown, record.id().as_str())));
}

/// What the name may have meant, among the records of the kind if one was named.
fn unknown(dataset: &Dataset, kind: Option<Kind>, name: &str) -> Error {
    let asked = |of: Kind| kind.is_none_or(|kind| kind == of);
    let known = candidates::<Agency>(dataset, asked)
        .chain(candidates::<Programme>(dataset, asked))
        .chain(candidates::<Document>(dataset, asked))
        .chain(candidates::<Pillar>(dataset, asked))
        .chain(candidates::<Commitment>(dataset, asked));
    let what = kind.map_or("record", Vocabulary::word);
    Error::unknown(what, name, known).or_help(|| match (kind, name) {
        (Some(kind), "") => format!("`cnd {}` lists them", kind.list()),
        _ => format!("try `cnd search {}`", name.escape_debug()),
    })
}

fn candidates<T: Record>(
    dataset: &Dataset,
    asked: impl Fn(Kind) -> bool,
) -> impl Iterator<Item = &str> {
    asked(T::KIND).then(|| query::candidates::<T>(dataset)).into_iter().flatten()
}

/// A record of any kind that can be printed alone.
trait Shown {
    /// What is to be typed for it, and what it is called.
    fn choice(&self) -> String;

    fn print(&self, asked: Asked, dataset: &Dataset, out: &mut Output) -> Result<()>;
}

impl<T: Carded + Serialize> Shown for T {
    fn choice(&self) -> String {
        query::choice(&format!("{}:{}", T::KIND.word(), self.id()), self)
    }

    fn print(&self, asked: Asked, dataset: &Dataset, out: &mut Output) -> Result<()> {
        match out.format() {
            // Whoever names columns asks for the card, the only one of the two that has some.
            Format::Json | Format::Jsonl | Format::Yaml if !out.chooses_columns() => {
                let whole = Whole { record: T::KIND.word(), fields: self };
                out.records(&[whole], asked, dataset)
            }
            _ => out.rows("lines", &self.card(dataset), &view::lines(), asked, dataset),
        }
    }
}
