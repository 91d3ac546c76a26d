//! `cnd check`

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::check;
use crate::cli::{Global, Lazy, OutputOptions};
use crate::diagnostic::{Code, Severity};
use crate::load::{self, Source};
use crate::package;
use crate::query::{self, argument};
use crate::render::Format;
use crate::view;

use super::output::Output;
use super::{Outcome, asked, counted, file, findings, folder, sarif};

/// Exit codes: 0 no errors (with --deny warnings: no warnings either), 1 otherwise, 4 the dataset could not be read.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd check
  cnd check --deny warnings
  cnd check -f sarif -o check.sarif
  cnd check --explain dangling-reference")]
pub struct CheckArgs {
    /// Dataset to check: a file, a folder, or - for standard input [default: that of --data]
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    /// Fail on warnings as well as on errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Leave out findings of this code
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub allow: Vec<String>,
    /// Explain a code, with a wrong and a right example
    #[arg(
        long,
        value_name = "CODE",
        conflicts_with_all = ["path", "deny", "allow", "data", "format", "columns", "sort", "limit", "explode", "excel"]
    )]
    pub explain: Option<String>,
}

/// What makes a check fail in addition to errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Exit with 1 on warnings too
    Warnings,
}

pub fn run(args: &Lazy<CheckArgs, Global>) -> Result<Outcome> {
    let global = &args.options;
    if let Some(code) = &args.explain {
        return explain(query::word("code", code)?, global);
    }
    let source = args.path.clone().map_or_else(|| super::source(&global.dataset), super::at);
    let as_sarif = is_sarif(global);
    let plain = as_table(global);
    let mut out = Output::new(if as_sarif { &plain } else { global }, &source)?;
    out.asked = asked("check", &args.asked);
    let wants_columns = out.chooses_columns() || global.limit.is_some();
    if as_sarif && wants_columns {
        let help = "leave out --columns, --sort, --limit and --explode, or choose another format";
        bail!(query::Error::new("SARIF has no columns", help));
    }
    let allowed = args.allow.iter().map(|word| query::word("code", word));
    let allowed: Vec<Code> = allowed.collect::<Result<_, _>>()?;
    let inspection = load::inspect(&source)?;
    let faults = check::check(&inspection.dataset, inspection.is_whole);
    let is_cut = inspection.is_cut() || faults.is_cut();
    let mut findings = inspection.findings(faults);
    let all = findings.len();
    findings.retain(|finding| !allowed.contains(&finding.code));
    let left_out = all - findings.len();

    let of = |severity| findings.iter().filter(|f| f.code.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let place = place(&source, inspection.files());
    let (found, warned) = (counted(errors, "error"), counted(warnings, "warning"));
    let mut summary = format!("{found} and {warned} in {place}");
    if left_out > 0 {
        summary.push_str(&format!("; {} left out by --allow", counted(left_out, "finding")));
    }
    if is_cut {
        summary.push_str("; there are more: fix these first, then check again");
    } else if !inspection.is_whole {
        summary.push_str("; some checks were skipped until all errors are fixed");
    }
    summary.extend(folder::elsewhere(&source, &inspection).map(|it| format!("; {it}")));
    if as_sarif {
        out.json(&sarif::log(&findings))?;
        out.say_written();
    } else if out.format() == Format::Table && !wants_columns {
        out.whole(|style| format!("{}{summary}\n", findings::text(&findings, style.color)))?;
        out.say_written();
    } else {
        let columns = view::findings();
        out.rows("findings", &findings, &columns, &inspection.dataset)?;
        out.say(&summary);
    }
    if source == Source::Embedded && folder::holds_dataset(Path::new(".")) {
        out.say("this folder also contains a dataset; to check it, run `cnd check .`");
    }
    out.say_each(load::unread_sentence(&source));
    out.finish()?;
    // As in `execute`: the system takes the memory back faster.
    std::mem::forget(inspection);
    // What is not kept may be anything but what is left out.
    let failed = errors > 0 || warnings > 0 && args.deny.is_some() || is_cut && left_out > 0;
    Ok(if failed { Outcome::Found } else { Outcome::Done })
}

fn explain(code: Code, global: &Global) -> Result<Outcome> {
    if let Some(file) = &global.output.output
        && file.extension().is_some()
        && !file::ends_in(file, &["txt", "md"])
    {
        let help = "leave out -o, or name a file that ends in .txt";
        bail!(query::Error::new("explanations are plain text", help));
    }
    Output::new(&as_table(global), &Source::Embedded)?.whole(|_| {
        let severity: &str = code.severity().into();
        format!("{severity}[{}]\n\n{}\n", <&str>::from(code), code.explain())
    })?;
    Ok(Outcome::Done)
}

/// The options with the format of a text.
fn as_table(global: &Global) -> Global {
    let output = OutputOptions { format: Some("table".to_owned()), ..global.output.clone() };
    Global { output, ..global.clone() }
}

fn is_sarif(global: &Global) -> bool {
    match (&global.output.format, &global.output.output) {
        (Some(format), _) => format.eq_ignore_ascii_case("sarif"),
        (None, file) => file.as_ref().is_some_and(|file| file::ends_in(file, &["sarif"])),
    }
}

/// What was checked.
fn place(source: &Source, files: usize) -> String {
    match source {
        Source::Embedded => "the dataset inside the program".to_owned(),
        Source::Stdin => "standard input".to_owned(),
        Source::Memory(_) => counted(files, "file"),
        // The tables of a data package are read as one.
        Source::Path(path) if !path.is_dir() || package::is_package(path) => {
            argument(&path.display().to_string())
        }
        Source::Path(path) if path.as_os_str() == "." => {
            format!("{} of this folder", counted(files, "file"))
        }
        Source::Path(path) => {
            format!("{} of {}", counted(files, "file"), argument(&path.display().to_string()))
        }
    }
}
