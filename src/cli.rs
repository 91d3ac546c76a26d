//! The command line: the list of commands, and the options that several of them take.

mod asked;
mod lazy;
mod option_order;
mod pasted;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::command::{
    agencies, check, commitments, completions, diff, documents, draft, export, gaps, init, man,
    network, new, pillars, programmes, report, scan, schema, search, show, stats, trace,
};
pub use asked::Asked;
pub use lazy::Lazy;
use option_order::move_options_behind_command;
pub use pasted::{arguments, command_of, option_of};

const EXAMPLES: &str = "\
Examples:
  cnd programmes --pillar demand-reduction
  cnd agencies --with UNODC
  cnd programmes --agency WHO -o who.csv
  cnd show UNODC

Filters: a comma means or (--agency WHO,UNAIDS), a repeated option means and
(--agency UNODC --agency WHO), different options mean and. Values match ids,
acronyms, names and aliases, without regard to case or accents.

Exit codes: 0 done, 1 check found errors, or gaps or diff found something with
--exit-code, 2 wrong usage, 3 invalid dataset, 4 reading or writing failed.";

// Its help begins with the description of the package.
#[derive(Debug, Parser)]
#[command(
    name = "cnd",
    bin_name = "cnd",
    version,
    about,
    after_help = "Run `cnd COMMAND --help` for details and examples.",
    after_long_help = EXAMPLES,
    max_term_width = 100
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List programmes and other activities, joint or not: projects, publications, trainings, events, …
    #[command(visible_alias = "programs")]
    Programmes(Lazy<programmes::ProgrammeArgs, Global>),
    /// List agencies: organisations, bodies and offices; --with lists those named together with another
    Agencies(Lazy<agencies::AgencyArgs, Global>),
    /// List the policy pillars
    Pillars(Lazy<pillars::PillarArgs, Global>),
    /// List documents: the sources of the dataset and the instruments they cite
    Documents(Lazy<documents::DocumentArgs, Global>),
    /// List commitments: who promised what, in which instrument, and what has been reported since
    Commitments(Lazy<commitments::CommitmentArgs, Global>),
    /// List what the periodic documents do not report: commitments, programmes, pillars and agencies
    Gaps(Lazy<gaps::GapArgs, Global>),
    /// Show everything about one record, each line with its sources
    Show(Lazy<show::ShowArgs, Global>),
    /// Find records of every kind by words
    Search(Lazy<search::SearchArgs, Global>),
    /// Follow a commitment through the instruments that repeat it, with what changed and what was reported
    Trace(Lazy<trace::TraceArgs, Global>),
    /// Count programmes by pillar, agency, country, …; without options, the headline figures
    Stats(Lazy<stats::StatsArgs, Global>),
    /// List who is named together with whom: pairs of agencies, with the programmes that they share
    Network(Lazy<network::NetworkArgs, Global>),
    /// Write one HTML page with figures, charts and tables
    Report(Lazy<report::ReportArgs, DatasetOption>),
    /// Compare two datasets, or two documents of one, record by record
    Diff(Lazy<diff::DiffArgs, Global>),
    /// Read documents (text, DOCX, PDF): what they name, paragraph by paragraph
    Scan(Lazy<scan::ScanArgs, Global>),
    /// Write a new document as records to review: one file of a dataset
    Draft(Lazy<draft::DraftArgs>),
    /// Validate a dataset: every error at once, each with its line and column
    Check(Lazy<check::CheckArgs, Global>),
    /// Print the JSON Schema of a dataset, for completion and validation in editors
    Schema(Lazy<schema::SchemaArgs>),
    /// Write a dataset to start from into a new folder: the shipped one, or an empty one
    Init(Lazy<init::InitArgs>),
    /// Write a new record as YAML: to fill in, or added to a file of a dataset
    New(new::NewArgs),
    /// Write the dataset, or a part of it, as a data package of CSV tables or as a workbook
    Export(Lazy<export::ExportArgs, DatasetOption>),
    /// Print the script by which a shell completes the commands, options and values of cnd
    Completions(Lazy<completions::CompletionArgs>),
    /// Print the manual page of a command
    Man(Lazy<man::ManArgs>),
}

/// The dataset that a command reads.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct DatasetOption {
    /// Dataset to read: a file, a folder, or - for standard input
    ///
    /// A YAML or JSON file, a folder of such files, a data package or a workbook as `cnd export` writes them, or -
    /// for standard input. Without it, the dataset that $CND_DATA names is read, or else the one inside the
    /// program.
    #[arg(long, value_name = "PATH")]
    pub data: Option<PathBuf>,
}

/// Where a command writes, and in which format.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct OutputOptions {
    /// Output format, such as csv or json
    ///
    /// One of: table, csv, tsv, json, jsonl, yaml, markdown or xlsx [default: table]
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to FILE; its extension sets the format
    ///
    /// Its extension sets the format and must agree with --format. The file is written atomically: if this fails, an
    /// existing file stays as it was.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Print long output without a pager
    ///
    /// On a terminal, output longer than the screen is shown with $CND_PAGER, else $PAGER, else less.
    #[arg(long)]
    pub no_pager: bool,
}

/// The options of a command that prints a table.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    #[command(flatten)]
    pub dataset: DatasetOption,
    #[command(flatten)]
    pub output: OutputOptions,
    /// Columns to show, in this order
    ///
    /// Names of columns, in this order; `all` means every column. An unknown name gives a suggestion or the list.
    #[arg(long, value_name = "A,B")]
    pub columns: Vec<String>,
    /// Sort by these columns; prefix with - for descending
    #[arg(long, value_name = "A,-B", allow_hyphen_values = true)]
    pub sort: Vec<String>,
    /// Show at most N rows
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub limit: Option<usize>,
    /// One row for each item of this list column
    #[arg(long, value_name = "COLUMN")]
    pub explode: Option<String>,
    /// Make CSV and TSV safe for spreadsheets
    ///
    /// A byte order mark, CRLF line ends, and quotes around every field; an apostrophe goes before a text that
    /// would be read as a formula or as another number or date.
    #[arg(long)]
    pub excel: bool,
    /// Table width in characters [default: that of the terminal]
    #[arg(long, value_name = "N", value_parser = table_width, allow_negative_numbers = true)]
    pub width: Option<usize>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Color,
}

/// The command line of `cnd`, with all that its help says.
pub fn command_line() -> clap::Command {
    Cli::command()
}

impl From<&OutputOptions> for Global {
    fn from(output: &OutputOptions) -> Self {
        Self { output: output.clone(), ..Self::default() }
    }
}

/// The minimum table width.
pub const NARROWEST: usize = 20;

fn table_width(text: &str) -> Result<usize, String> {
    let width = text.parse().ok().filter(|width| *width >= NARROWEST);
    width.ok_or_else(|| format!("it must be a whole number from {NARROWEST}"))
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
