//! `cnd draft`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::check;
use crate::cli::{DatasetOption, Global, OutputOptions};
use crate::draft::{self, Draft, DraftOptions, NotDrafted, Sentence};
use crate::load::Source;
use crate::model::{
    Dataset, Document, Id, List, Vocabulary, counted, fold, is_placeholder, short_slug,
};
use crate::query::{self, Error};
use crate::render::{Format, dataset_yaml};
use crate::scan::{self, Lexicon};

use super::Outcome;
use super::file;
use super::new::{given_or_made, text};
use super::output::Output;
use super::scan::{one, remarks};

/// Writes the document with its headings, new agencies, new programmes and reports on known ones, commitments, and
/// cited documents that the dataset lacks, each with its paragraph. Questions for you are listed under `review`; `cnd
/// check` shows them. Write statements and summaries in your own words: the draft contains no sentence of the source.
/// --with-text saves the source passages in a separate file.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd draft note.docx --title 'Note by the Secretariat' --kind note --like note-2020 \\
    -o my-data/note-2021.yaml --with-text note-2021.tsv
  cnd draft resolution.pdf --title 'Resolution' --kind resolution --symbol A/RES/80/1")]
pub struct DraftArgs {
    /// The document to read (text, DOCX, PDF); - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Its title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Its kind, such as note; `cnd documents --help` lists them
    #[arg(long, value_name = "KIND")]
    pub kind: String,
    /// Its id; made from the symbol or the title if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its symbol [default: the one on its first page]
    #[arg(long, value_name = "SYMBOL")]
    pub symbol: Option<String>,
    /// When it was issued or adopted
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// An earlier document of the same series; pillars, body and session are taken from it if the paper does not give
    /// them
    #[arg(long, value_name = "DOCUMENT")]
    pub like: Option<String>,
    /// An earlier document: adds a question to each record that it may already contain; nothing is left out
    #[arg(long, value_name = "DOCUMENT")]
    pub since: Option<String>,
    /// Write the passages that the records were made from to this file, as TSV
    #[arg(long, value_name = "FILE")]
    pub with_text: Option<PathBuf>,
    #[command(flatten)]
    pub dataset: DatasetOption,
    #[command(flatten)]
    pub output: OutputOptions,
}

pub fn run(args: &DraftArgs) -> Result<Outcome> {
    let source = super::source(&args.dataset);
    let global = Global::from(&args.output);
    let mut out = Output::of_part(&global, &source)?;
    out.replaces_nothing = true;
    let is_yaml = args.output.format.is_none() || out.format() == Format::Yaml;
    if !is_yaml {
        bail!(Error::new("a draft is written as YAML", "leave out -f"));
    }
    if let Some(path) = out.file() {
        file::refuse_for_record(path, Format::Yaml)?;
    }
    refuse_beside(args, &source, &out)?;
    let dataset = super::dataset(&source, global.color)?;
    let paper = one(&args.file).map_err(std::io::Error::other);
    let paper = paper.with_context(|| format!("cannot read {}", args.file.display()))?;
    out.say(&remarks(&args.file.display().to_string(), &paper));
    let options = options(args, paper.symbol.as_deref(), &dataset)?;
    let read = scan::read(paper, &Lexicon::of(&dataset), false);
    let Some(draft) = draft::draft(read, options, &dataset) else {
        let message = "the dataset has no pillars";
        bail!(Error::new(message, "add one with --data"));
    };
    let text = dataset_yaml(&serde_json::to_value(&draft.records)?);
    let header = "# Drafted from the text of the document. Answer each question under `review`, and delete it.\n";
    out.plain(&format!("{header}{text}"))?;
    if let Some(path) = &args.with_text {
        let table = side_file(&draft.sentences);
        file::replace(path, false, &mut |to| to.write_all(table.as_bytes()))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    report(&draft, &args.file, &dataset, &source, &out);
    Ok(Outcome::Done)
}

/// Refuses to write the passages over what is read, or over the draft.
fn refuse_beside(args: &DraftArgs, source: &Source, out: &Output) -> Result<(), Error> {
    let Some(path) = &args.with_text else { return Ok(()) };
    file::refuse_document(path, &args.file)?;
    if let Source::Path(dataset) = source {
        file::refuse_input(path, dataset)?;
    }
    if out.file() == Some(path) {
        return Err(Error::new("-o and --with-text must name different files", "name another"));
    }
    Ok(())
}

fn options(
    args: &DraftArgs,
    found: Option<&str>,
    dataset: &Dataset,
) -> Result<DraftOptions, Error> {
    let symbol = args.symbol.as_deref().or(found);
    let named = symbol.unwrap_or(&args.title);
    let id = given_or_made::<Document>(&args.id, &short_slug(named), named)?;
    if let Some(known) = held(args, symbol, &id, dataset) {
        let label = dataset.label_of(&known.id);
        let message = format!("this document is already in the dataset: {label}");
        return Err(Error::new(message, instead(args, &known.id)));
    }
    let document = |value: &Option<String>| {
        value.as_deref().map(|value| query::one::<Document>(dataset, value)).transpose()
    };
    Ok(DraftOptions {
        id,
        title: text("title")(&args.title)?,
        kind: query::word("kind of document", &args.kind)?,
        symbol: symbol.map(text("symbol")).transpose()?,
        date: args.date.as_deref().map(query::date).transpose()?,
        like: document(&args.like)?,
        since: document(&args.since)?,
    })
}

/// The document of the dataset that this one is: it bears the symbol or the id, or the title where no symbol
/// tells them apart and no id was asked for.
fn held<'a>(
    args: &DraftArgs,
    symbol: Option<&str>,
    id: &Id<Document>,
    dataset: &'a Dataset,
) -> Option<&'a Document> {
    let documents = || dataset.records().documents.iter();
    let is_same = |text: &str, other: &str| fold(text) == fold(other);
    let bears = |document: &Document, wanted: &str| {
        document.symbol.iter().chain(&document.other_symbols).any(|known| is_same(known, wanted))
    };
    let by_symbol = symbol.and_then(|symbol| documents().find(|document| bears(document, symbol)));
    let by_title = || {
        let may_be_same = |document: &Document| document.symbol.is_none() || symbol.is_none();
        let mut alike = documents().filter(|d| may_be_same(d) && is_same(&d.title, &args.title));
        alike.next().filter(|_| args.id.is_none())
    };
    by_symbol.or_else(|| dataset.get(id)).or_else(by_title)
}

/// What to do with a document that the dataset holds.
fn instead(args: &DraftArgs, known: &Id<Document>) -> String {
    let file = args.file.display().to_string();
    format!(
        "compare the file with it: `cnd scan {} --document {known}`; if it is a different document, give its symbol \
         and id (--symbol, --id)",
        query::shell_word(&file)
    )
}

/// The passages, a line for each record.
fn side_file(sentences: &[Sentence]) -> String {
    let mut table = "kind\tid\tparagraph\ttext\n".to_owned();
    for Sentence { kind, id, paragraph, text } in sentences {
        table
            .push_str(&format!("{kind}\t{id}\t{paragraph}\t{}\n", text.replace(['\t', '\n'], " ")));
    }
    table
}

/// Says what was drafted, and whether it is valid together with the dataset.
fn report(draft: &Draft, file: &Path, dataset: &Dataset, source: &Source, out: &Output) {
    let counts: Vec<String> = List::all()
        .iter()
        .map(|list| (draft.records.count(*list), list.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, list)| format!("{list} ({count})"))
        .collect();
    let mut records = dataset.records().clone();
    records.append(draft.records.clone());
    let faults = check::check(&Dataset::new(dataset.name().to_owned(), records), true);
    let (questions, texts) =
        serde_json::to_value(&draft.records).map_or((0, 0), |records| open(&records));
    let valid = match faults.errors() {
        0 => "valid with the dataset".to_owned(),
        errors => format!("{} with the dataset", counted(errors, "error")),
    };
    let (drafted, questions) = (counts.join(", "), counted(questions, "question"));
    let texts = match texts {
        0 => String::new(),
        texts => format!(", {} to write", counted(texts, "text")),
    };
    out.say(&format!("drafted {drafted}; {valid}, {questions} to review{texts}"));
    say_uncited(&draft.left, out);
    let path = match source {
        Source::Path(path) => Some(path.as_path()),
        _ => None,
    };
    let shell = |path: &Path| query::shell_word(&path.display().to_string()).into_owned();
    let data = path.map(shell);
    let is_part = match (path, out.file()) {
        (Some(data), Some(file)) => data.is_dir() && file.starts_with(data),
        _ => false,
    };
    if let Some(data) = data.as_ref().filter(|_| is_part) {
        out.say(&format!("list them with: cnd check {data}"));
    }
    say_left(&draft.left, out);
    if let Some(document) = draft.records.documents.first() {
        let of_data = data.map(|data| format!(" --data {data}")).unwrap_or_default();
        let file = shell(file);
        let lists = format!(
            "cnd scan {file}{of_data} --document {} --status unrecorded --kind agency,symbol",
            document.id
        );
        say_unplaced(&draft.left, is_part, &lists, out);
    }
}

/// How many questions stand under `review` in a value and in all that it holds, and how many texts are still to be
/// written.
fn open(value: &Value) -> (usize, usize) {
    let sum = |(a, b): (usize, usize), (c, d): (usize, usize)| (a + c, b + d);
    match value {
        Value::Object(fields) => {
            let own = fields.get("review").and_then(Value::as_array).map_or(0, Vec::len);
            fields.values().map(open).fold((own, 0), sum)
        }
        Value::Array(items) => items.iter().map(open).fold((0, 0), sum),
        Value::String(text) => (0, usize::from(is_placeholder(text))),
        _ => (0, 0),
    }
}

/// Says how many paragraphs have no number, and what became of them.
fn say_uncited(left: &NotDrafted, out: &Output) {
    let count = |number| counted(number, "paragraph");
    if left.by_heading > 0 {
        out.say(&format!(
            "no paragraph has a number: {} cited by the heading above",
            match left.by_heading {
                1 => "the one paragraph is".to_owned(),
                number => format!("its {} are", count(number)),
            }
        ));
    }
    if left.without_number > 0 {
        let have = if left.without_number == 1 { "has" } else { "have" };
        out.say(&format!(
            "{} {have} no number; nothing was drafted there",
            count(left.without_number)
        ));
    }
}

/// Says from which paragraphs nothing was drafted, or perhaps not all.
fn say_left(NotDrafted { whole, in_part, .. }: &NotDrafted, out: &Output) {
    if !whole.is_empty() {
        let from = draft::paragraphs(whole);
        out.say(&format!(
            "nothing was drafted from {from}, although work is reported, planned or requested there"
        ));
    }
    if !in_part.is_empty() {
        let from = draft::paragraphs(in_part);
        out.say(&format!("{from} may contain more than was drafted"));
    }
}

/// Says how many agencies and documents of the dataset are named in the paper and in no drafted record, and with
/// which command they are listed.
fn say_unplaced(left: &NotDrafted, is_part: bool, lists: &str, out: &Output) {
    let known = [(left.agencies.len(), "agency"), (left.documents.len(), "document")];
    let known = known.iter().filter(|(count, _)| *count > 0);
    let known: Vec<String> = known.map(|(count, what)| counted(*count, what)).collect();
    if !known.is_empty() {
        let known = known.join(" and ");
        let when = if is_part { "list" } else { "once the draft is in the dataset, list" };
        out.say(&format!(
            "the paper also names {known} from the dataset, not covered by the draft; {when} them with: {lists}"
        ));
    }
}
