//! `cnd new`

mod append;
mod args;
mod id;
mod values;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;

use crate::check;
use crate::cli::{Color, Global};
use crate::diagnostic::{Finding, Severity};
use crate::load::{self, Source};
use crate::model::{Dataset, List, Vocabulary};
use crate::query::{Error, argument};
use crate::render::Format;

use super::output::Output;
use super::terminal::visible_lines;
use super::{counted, file, folder, schema, skeleton};
use args::{NewKind, NewOptions};
pub use id::given_or_made;
use values::Values;
pub use values::text;

/// Without -o, the record is printed with a comment for each field. With -o it is written to a new file; with -o FILE
/// --append it is added to the right list in FILE. Invalid records are not written; open points are reported as
/// warnings by `cnd check`.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd new agency --name 'Customs Union' --kind regional
  cnd new report AIRCOP --document note-2020 --paragraph 28 --lead UNODC -o note.yaml --append")]
pub struct NewArgs {
    #[command(subcommand)]
    pub kind: NewKind,
}

/// A record that is to be written.
struct New {
    list: List,
    /// What it is, in a few words: "the report on `aircop`".
    what: String,
    values: Values,
}

pub fn run(args: &NewArgs) -> Result<()> {
    let NewOptions { dataset, output, append } = args.kind.options();
    let source = super::source(dataset);
    let mut global = Global::from(output);
    let target = output.output.as_deref().filter(|path| path.as_os_str() != "-");
    if let Some(file) = target.filter(|_| *append) {
        file::refuse_to_append(file, output.format.as_deref())?;
        global.output.output = None;
    } else if let Some(file) = target {
        file::refuse_existing(file)?;
    }
    let mut out = Output::of_part(&global, &source)?;
    if !matches!(out.format(), Format::Table | Format::Yaml | Format::Json) {
        let help = "choose -f yaml or -f json, or a file with such an ending";
        bail!(Error::new("a record is YAML or JSON", help));
    }
    out.file().map_or(Ok(()), |file| file::refuse_for_record(file, out.format()))?;
    out.replaces_nothing = true;
    let dataset = super::dataset(&source, Color::default())?;
    let new = record(&args.kind, &dataset)?;
    let remark = target.and_then(|file| on_folder(&source, file));
    let said = match target.filter(|_| *append) {
        Some(file) => add(&new, file, &source, &dataset)?,
        None => write(&new, &out, &dataset)?,
    };
    if let Some(file) = target {
        let remarks = only_together(&source, file).into_iter().chain(remark);
        out.say(&said.into_iter().chain(remarks).collect::<Vec<_>>().join("\n"));
    }
    Ok(())
}

fn record(kind: &NewKind, dataset: &Dataset) -> Result<New, Error> {
    let (list, values) = match kind {
        NewKind::Programme(args) => (List::Programmes, values::programme(args, dataset)?),
        NewKind::Report(args) => (List::Reports, values::report(args, dataset)?),
        NewKind::Evidence(args) => (List::Evidence, values::evidence(args, dataset)?),
        NewKind::Agency(args) => (List::Agencies, values::agency(args, dataset)?),
        NewKind::Document(args) => (List::Documents, values::document(args, dataset)?),
        NewKind::Commitment(args) => (List::Commitments, values::commitment(args, dataset)?),
    };
    let of = |key: &str| values.get(key).and_then(|value| value.as_str()).unwrap_or_default();
    let what = match list {
        List::Reports => format!("the report on `{}`", of("programme")),
        List::Evidence => format!("the evidence for `{}`", of("commitment")),
        list => format!("the {} `{}`", list.kind().map_or("", |kind| kind.word()), of("id")),
    };
    Ok(New { list, what, values })
}

/// Prints the record with a comment for each field, or writes it into a file of its own; says what a check finds.
fn write(new: &New, out: &Output, dataset: &Dataset) -> Result<Vec<String>> {
    let list = new.list.word();
    let record = skeleton::record(new.list, &new.values);
    let found = findings(&record, None, dataset)?;
    let Some(file) = out.file() else {
        if out.format() == Format::Json {
            out.json(&json!({ list: [&new.values] }))?;
            out.say(&state(PRINTED, &found).join("\n"));
            return Ok(Vec::new());
        }
        let mut head = state(PRINTED, &found);
        head.extend([COMMENTED.to_owned(), place(list)]);
        let head: String = head.iter().map(|line| format!("# {line}\n")).collect();
        out.whole(|_| format!("{}{record}", visible_lines(&head)))?;
        return Ok(Vec::new());
    };
    if out.format() == Format::Json {
        out.json(&json!({ list: [&new.values] }))?;
    } else {
        let modeline = if schema::is_beside(file) { schema::MODELINE } else { "" };
        out.whole(|_| format!("{modeline}# {COMMENTED}\n{record}"))?;
    }
    Ok(state(&format!("wrote {} to {}; it is", new.what, file.display()), &found))
}

/// Adds the record to a file, which is made if need be; says what a check finds.
fn add(new: &New, file: &Path, source: &Source, dataset: &Dataset) -> Result<Vec<String>> {
    let item = skeleton::item(new.list, &new.values);
    let old = match fs::read_to_string(file) {
        Ok(text) => Some(text),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => None,
        Err(why) => return Err(why).with_context(|| format!("cannot read {}", file.display())),
    };
    let is_part = matches!(source, Source::Path(input) if file::is_of(file, input));
    let beside = old.as_deref().filter(|_| !is_part);
    let found = findings(&format!("{}:\n{item}", new.list.word()), beside, dataset)?;
    let modeline = if schema::is_beside(file) { schema::MODELINE } else { "" };
    let mark =
        if old.as_ref().is_some_and(|old| old.starts_with('\u{feff}')) { "\u{feff}" } else { "" };
    let text = old.as_deref().unwrap_or(modeline).trim_start_matches('\u{feff}');
    let longer = match &old {
        Some(_) => append::append(text, new.list, &item).map_err(|why| {
            let message = format!("{} cannot be added to: {why}", file.display());
            Error::new(message, "choose another file, or add the record by hand")
        })?,
        None => format!("{text}{}:\n{item}", new.list.word()),
    };
    file::replace(file, old.is_none(), &mut |out| write!(out, "{mark}{longer}"))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(state(&format!("added {} to {}; it is", new.what, file.display()), &found))
}

const PRINTED: &str = "This record is";
const COMMENTED: &str =
    "Lines that begin with # are comments; to use one, delete the # and the space after it.";

/// Where the record goes, in a sentence.
fn place(list: &str) -> String {
    format!(
        "Use -o FILE to write it to a new file, or -o FILE --append to add it to `{list}:` in an existing one."
    )
}

/// That the record is valid, behind the words for it, and what a check warns of, a line each.
fn state(what: &str, found: &[Finding]) -> Vec<String> {
    let valid = match found.len() {
        0 => format!("{what} valid"),
        many => format!("{what} valid, with {}:", counted(many, "warning")),
    };
    [valid].into_iter().chain(found.iter().map(sentence)).collect()
}

fn sentence(finding: &Finding) -> String {
    let (severity, code) = (finding.code.severity(), finding.code.word());
    let help = finding.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
    format!("{}[{code}]: {}{help}", <&str>::from(severity), finding.message)
}

/// What a check warns of in the dataset with the record and not without it; `beside` is the text of another file.
///
/// # Errors
/// When it finds an error: then the record is not written.
fn findings(record: &str, beside: Option<&str>, dataset: &Dataset) -> Result<Vec<Finding>> {
    let file = |name: &str, text: String| (PathBuf::from(name), text.into_bytes());
    let mut files = vec![file("dataset.json", serde_json::to_string(dataset.records())?)];
    files.extend(beside.map(|text| file("file.yaml", text.to_owned())));
    let before = all(files.clone())?;
    files.push(file("new.yaml", record.to_owned()));
    let mut added = all(files)?;
    // That more or less of a document is cited is no matter of the record.
    added.retain(|f| !before.iter().any(|b| (b.code, &b.spot) == (f.code, &f.spot)));
    match added.iter().find(|finding| finding.code.severity() == Severity::Error) {
        None => Ok(added),
        Some(error) => {
            let message = format!("this would be {}", sentence(error));
            Err(Error::bare(message).into())
        }
    }
}

fn all(files: Vec<(PathBuf, Vec<u8>)>) -> Result<Vec<Finding>> {
    let inspection = load::inspect(&Source::Memory(files))?;
    let faults = check::check(&inspection.dataset, inspection.is_whole);
    Ok(inspection.findings(faults))
}

/// Whether a file or folder is a dataset by itself, without errors.
fn is_dataset(path: &Path) -> bool {
    load::load_by(check::errors, &Source::Path(path.to_owned())).is_ok()
}

/// Says that a file is not in the dataset that was named, or valid only with the one inside the program, where its
/// records name or add to others that are not in it.
fn only_together(source: &Source, file: &Path) -> Option<String> {
    match source {
        Source::Path(input) if file::is_of(file, input) => None,
        Source::Path(input) => {
            Some(format!("the file is not in {}, and not read with it", input.display()))
        }
        _ if is_dataset(file) => None,
        _ => {
            let with = "the dataset inside the program";
            Some(format!(
                "valid together with {with}; the file is not a complete dataset on its own"
            ))
        }
    }
}

/// Which dataset was used to check the record, if it may not be the one it is written for.
fn on_folder(source: &Source, file: &Path) -> Option<String> {
    let parent = file::folder_of(file);
    (*source == Source::Embedded && folder::holds_dataset(parent) && is_dataset(parent)).then(|| {
        format!(
            "names were looked up in the dataset inside the program; for the one in that folder, add --data {}",
            argument(&parent.display().to_string())
        )
    })
}
