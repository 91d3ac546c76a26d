//! `cnd report`

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::cli::{DatasetOption, Global, Lazy, OutputOptions};
use crate::model::Dataset;
use crate::query::Error;
use crate::report::{Answer, Origin, page};

use super::digest::digest;
use super::file;
use super::filters::ProgrammeFilters;
use super::output::Output;

/// The page has figures, charts and tables that can be searched, sorted and saved as CSV; it works offline and prints
/// on A4. Filters select the programmes and the agencies they name; commitments and gaps are filtered by pillar,
/// agency, document and words.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd report cooperation.html
  cnd report who.html --agency WHO
  cnd report treatment.html --pillar demand-reduction --document note-2020")]
pub struct ReportArgs {
    /// The page to write, such as report.html, or - for standard output
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub programmes: ProgrammeFilters,
}

impl ReportArgs {
    /// Its options as those of every command that reads a dataset.
    pub fn global(&self, dataset: &DatasetOption) -> Global {
        let output = OutputOptions { output: Some(self.file.clone()), ..OutputOptions::default() };
        Global { dataset: dataset.clone(), output, ..Global::default() }
    }
}

pub fn run(
    args: &Lazy<ReportArgs, DatasetOption>,
    dataset: &Dataset,
    out: &mut Output,
) -> Result<()> {
    refuse_other_formats(&args.file)?;
    let filter = args.programmes.filter(dataset)?;
    let mut asked = args.asked.clone();
    asked.retain(|(name, _)| name != "file");
    let answer = Answer::new(&filter, &asked, dataset);
    let origin = Origin { asked, digest: digest(dataset)? };
    let page = page(&answer, &origin, dataset);
    out.plain(&page)?;
    out.say_each(answer.notes[0].iter().cloned());
    if let Some(file) = out.file() {
        out.say(&format!("wrote {}: {}", file.display(), answer.counts()));
    }
    Ok(())
}

/// Refuses a file that would be taken for something else.
fn refuse_other_formats(file: &Path) -> Result<(), Error> {
    if file.as_os_str() == "-" || file::ends_in(file, &["html", "htm"]) {
        return Ok(());
    }
    Err(Error::new("a report is an HTML page", "name a file that ends in .html"))
}
