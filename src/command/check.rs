//! `cnd check`

use std::path::Path;

use anyhow::Result;

use crate::check;
use crate::cli::{CheckArgs, Global};
use crate::diagnostic::{Code, Severity};
use crate::load::{self, Source};
use crate::query;
use crate::render::Format;
use crate::view;

use super::findings::{self, counted};
use super::output::{Output, asked};
use super::{Outcome, sarif};

pub fn run(args: &CheckArgs, global: &Global) -> Result<Outcome> {
    if let Some(code) = &args.explain {
        return explain(query::word("code", code)?, global);
    }
    let source = args.path.clone().map_or_else(|| super::source(global), super::at);
    let as_sarif = is_sarif(global);
    let plain = Global { format: Some("table".to_owned()), ..global.clone() };
    let mut out = Output::new(if as_sarif { &plain } else { global }, &source)?;
    if as_sarif && wants_columns(global) {
        let help = "leave out --columns, --sort, --limit and --explode, or choose another format";
        return Err(
            query::Error::new("SARIF has no columns".to_owned(), Some(help.to_owned())).into()
        );
    }
    let allowed = allowed(&args.allow)?;
    let inspection = load::inspect(&source)?;
    let (faults, is_cut) = check::check(inspection.dataset(), inspection.is_whole());
    let is_cut = inspection.is_cut() || is_cut;
    let mut findings = inspection.findings(faults);
    let all = findings.len();
    findings.retain(|finding| !allowed.contains(&finding.code));
    let left_out = all - findings.len();

    let of = |severity| findings.iter().filter(|f| f.code.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let mut summary = summary(errors, warnings, inspection.files());
    if left_out > 0 {
        summary.push_str(&format!("; {} left out by --allow", counted(left_out, "finding")));
    }
    if is_cut {
        summary.push_str("; there are more: mend these first, and check again");
    } else if !inspection.is_whole() {
        summary.push_str(
            "; unused agencies and uncited paragraphs are looked for once every record can be read",
        );
    }
    if as_sarif {
        out.json(&sarif::log(&findings))?;
    } else if out.format() == Format::Table && !wants_columns(global) {
        out.whole(|style| format!("{}{summary}\n", findings::text(&findings, style.color)))?;
    } else {
        let columns = view::findings();
        out.rows("findings", &findings, &columns, asked("check", args), inspection.dataset())?;
        out.say(&summary);
    }
    // As in `execute`: the system takes the memory back faster.
    std::mem::forget(inspection);
    // What is not kept may be anything but what is left out.
    let failed = errors > 0 || warnings > 0 && args.deny.is_some() || is_cut && left_out > 0;
    Ok(if failed { Outcome::Found } else { Outcome::Done })
}

fn explain(code: Code, global: &Global) -> Result<Outcome> {
    super::refuse_useless("check --explain", global, &["--output"])?;
    let plain = Global { format: Some("table".to_owned()), ..global.clone() };
    Output::new(&plain, &Source::Embedded)?.whole(|_| {
        let severity: &str = code.severity().into();
        format!("{severity}[{}]\n\n{}\n", <&str>::from(code), code.explain())
    })?;
    Ok(Outcome::Done)
}

fn is_sarif(global: &Global) -> bool {
    let ending = || global.output.as_deref().and_then(Path::extension);
    match &global.format {
        Some(format) => format.eq_ignore_ascii_case("sarif"),
        None => ending().is_some_and(|ending| ending.eq_ignore_ascii_case("sarif")),
    }
}

/// Whether the findings are to be shown as rows even to people.
fn wants_columns(global: &Global) -> bool {
    let Global { columns, sort, limit, explode, .. } = global;
    !columns.is_empty() || !sort.is_empty() || limit.is_some() || explode.is_some()
}

fn allowed(words: &[String]) -> Result<Vec<Code>, query::Error> {
    words.iter().map(|word| query::word("code", word)).collect()
}

fn summary(errors: usize, warnings: usize, files: usize) -> String {
    let files = counted(files, "file");
    format!("{} and {} in {files}", counted(errors, "error"), counted(warnings, "warning"))
}
