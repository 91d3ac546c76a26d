//! The command line: the list of commands, and the options that several of them take.

use std::ffi::OsString;
use std::ops::Deref;
use std::path::PathBuf;

use clap::builder::{Resettable, StyledStr};
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::command::agencies::AgencyArgs;
use crate::command::check::CheckArgs;
use crate::command::commitments::CommitmentArgs;
use crate::command::completions::CompletionArgs;
use crate::command::diff::DiffArgs;
use crate::command::documents::DocumentArgs;
use crate::command::draft::DraftArgs;
use crate::command::export::ExportArgs;
use crate::command::gaps::GapArgs;
use crate::command::init::InitArgs;
use crate::command::man::ManArgs;
use crate::command::network::NetworkArgs;
use crate::command::new::NewArgs;
use crate::command::pillars::PillarArgs;
use crate::command::programmes::ProgrammeArgs;
use crate::command::report::ReportArgs;
use crate::command::scan::ScanArgs;
use crate::command::schema::SchemaArgs;
use crate::command::search::SearchArgs;
use crate::command::show::ShowArgs;
use crate::command::stats::StatsArgs;
use crate::command::trace::TraceArgs;

const EXAMPLES: &str = "\
Examples:
  cnd programmes --pillar demand-reduction
  cnd agencies --with UNODC
  cnd programmes --agency WHO -o who.csv
  cnd show UNODC

Filters: a comma means or (--agency WHO,UNAIDS), a repeated option means and
(--agency UNODC --agency WHO), different options mean and. Values match ids,
acronyms, names and aliases, without regard to case or accents.

Exit codes: 0 done, 1 a check found something, 2 wrong usage, 3 the dataset is
invalid, 4 reading or writing failed.";

// Its help begins with the description of the package.
#[expect(missing_docs, reason = "a doc comment would replace that description")]
#[derive(Debug, Parser)]
#[command(
    name = "cnd",
    bin_name = "cnd",
    version,
    about,
    after_help = "`cnd COMMAND --help` describes a command, with examples.",
    after_long_help = EXAMPLES,
    max_term_width = 100
)]
pub struct Cli {
    /// Options of the overview.
    #[command(flatten)]
    pub global: Global,
    /// The command to run; an overview if there is none.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List programmes and other activities, joint or not: projects, publications, trainings, events, …
    #[command(visible_alias = "programs")]
    Programmes(Lazy<ProgrammeArgs>),
    /// List agencies: organisations, bodies and offices; --with lists those named together with another
    Agencies(Lazy<AgencyArgs>),
    /// List the policy pillars
    Pillars(Lazy<PillarArgs>),
    /// List documents: the sources of the dataset and the instruments they cite
    Documents(Lazy<DocumentArgs>),
    /// List commitments: who promised what, in which instrument, and what has been reported since
    Commitments(Lazy<CommitmentArgs>),
    /// List what the periodic documents do not report: commitments, programmes, pillars and agencies
    Gaps(Lazy<GapArgs>),
    /// Show everything about one record, each line with its sources
    Show(Lazy<ShowArgs>),
    /// Find records of every kind by words
    Search(Lazy<SearchArgs>),
    /// Follow a commitment through the instruments that repeat it, with what changed and what was reported
    Trace(Lazy<TraceArgs>),
    /// Count programmes by pillar, agency, country, …; without options, the headline figures
    Stats(Lazy<StatsArgs>),
    /// List who is named together with whom: pairs of agencies, with the programmes that they share
    Network(Lazy<NetworkArgs>),
    /// Write one HTML page with figures, charts and tables
    Report(Lazy<ReportArgs>),
    /// Compare two datasets, or two documents of one, record by record
    Diff(Lazy<DiffArgs>),
    /// Read documents (text, DOCX, PDF): what they name, paragraph by paragraph
    Scan(Lazy<ScanArgs>),
    /// Write a new document as records to review: one file of a dataset
    Draft(Lazy<DraftArgs>),
    /// Validate a dataset: every error at once, each with its line and column
    Check(Lazy<CheckArgs>),
    /// Print the JSON Schema of a dataset, for completion and validation in editors
    Schema(Lazy<SchemaArgs>),
    /// Write a dataset to start from into a new folder: the shipped one, or an empty one
    Init(Lazy<InitArgs>),
    /// Write a new record as YAML: to fill in, or added to a file of a dataset
    New(NewArgs),
    /// Write the dataset, or a part of it, as a data package of CSV tables or as a workbook
    Export(Lazy<ExportArgs>),
    /// Print the script by which a shell completes the commands, options and values of cnd
    Completions(Lazy<CompletionArgs>),
    /// Print the manual page of a command
    Man(Lazy<ManArgs>),
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
    /// One of: table, csv, tsv, json, jsonl, yaml, markdown, xlsx, dot, graphml or mermaid [default: table; the
    /// last three are for network]
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to FILE; its extension sets the format
    ///
    /// The file is written atomically: it is complete, or it stays as it was. Its extension sets the format, and
    /// must agree with --format.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Print long output without a pager
    ///
    /// On a terminal, what is longer than the screen goes through $CND_PAGER, else $PAGER, else less.
    #[arg(long)]
    pub no_pager: bool,
}

/// The options of a command that prints a table.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The dataset to read.
    #[command(flatten)]
    pub dataset: DatasetOption,
    /// Where to write.
    #[command(flatten)]
    pub output: OutputOptions,
    /// Columns to show, in this order
    ///
    /// Names of columns, in this order; `all` stands for every column. An unknown name lists the known ones.
    #[arg(long, value_name = "A,B")]
    pub columns: Vec<String>,
    /// Sort by these columns; prefix with - for descending
    #[arg(long, value_name = "A,-B", allow_hyphen_values = true)]
    pub sort: Vec<String>,
    /// Show at most N rows
    #[arg(long, value_name = "N")]
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
    #[arg(long, value_name = "N", value_parser = table_width)]
    pub width: Option<usize>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Color,
}

impl From<&OutputOptions> for Global {
    fn from(output: &OutputOptions) -> Self {
        Self { output: output.clone(), ..Self::default() }
    }
}

/// The narrowest table that can be read.
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

/// The arguments of a command, built only when that command is given: to build those of all commands would
/// be a good part of a short run.
#[derive(Debug)]
pub struct Lazy<T>(T);

impl<T> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromArgMatches> FromArgMatches for Lazy<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Args> Args for Lazy<T> {
    /// The list of commands has the first line of the help; what else there is to say stands at the arguments.
    fn augment_args(command: clap::Command) -> clap::Command {
        command.defer(|command| {
            let about = command.get_about().cloned().unwrap_or_default();
            let command = T::augment_args(command);
            let details = command.get_long_about().or(command.get_about()).cloned();
            let long =
                details.map_or_else(|| about.to_string(), |more| format!("{about}\n\n{more}"));
            command
                .about(Resettable::Value(about))
                .long_about(Resettable::Value(StyledStr::from(long)))
        })
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

/// The arguments with the options that stand before the command moved behind it, where a command takes them
/// with its own.
pub fn options_last(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.collect();
    let global = Cli::command();
    let mut at = 1;
    // `new` is followed by a kind of record, which stands before the options as well.
    let mut words = 0;
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()).filter(|arg| *arg != "help") {
        let Some(option) = arg.strip_prefix('-') else {
            let is_new = words == 0 && arg == "new";
            words += 1;
            args[words..=at].rotate_right(1);
            at += 1;
            if is_new {
                continue;
            }
            break;
        };
        let Some(length) = length(option, &global) else { break };
        at += length;
    }
    args
}

/// How many arguments a global option takes up with its value.
fn length(option: &str, global: &clap::Command) -> Option<usize> {
    let long =
        option.strip_prefix('-').map(|long| long.split_once('=').map_or(long, |(name, _)| name));
    let short = if long.is_none() { option.chars().next() } else { None };
    let known = global.get_arguments().find(|known| {
        long.is_some() && known.get_long() == long || short.is_some() && known.get_short() == short
    })?;
    let has_value = if short.is_some() { option.len() > 1 } else { option.contains('=') };
    Some(if known.get_action().takes_values() && !has_value { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(line: &str) -> String {
        let args = options_last(line.split(' ').map(OsString::from));
        args.join(std::ffi::OsStr::new(" ")).into_string().unwrap()
    }

    #[test]
    fn options_before_a_command_are_its_own() {
        for (given, expected) in [
            ("cnd --data x pillars --limit 1", "cnd pillars --data x --limit 1"),
            (
                "cnd --data=x -fcsv -f csv --excel pillars",
                "cnd pillars --data=x -fcsv -f csv --excel",
            ),
            ("cnd --sort -name pillars", "cnd pillars --sort -name"),
            ("cnd --data x", "cnd --data x"),
            ("cnd --data x new -o y agency --name A", "cnd new agency --data x -o y --name A"),
            ("cnd", "cnd"),
            ("cnd --agency x pillars", "cnd --agency x pillars"),
            ("cnd --help pillars", "cnd --help pillars"),
            ("cnd --data x help pillars", "cnd --data x help pillars"),
            ("cnd -- pillars", "cnd -- pillars"),
            ("cnd - pillars", "cnd - pillars"),
        ] {
            assert_eq!(moved(given), expected);
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        let mut command = Cli::command();
        command.build();
        command.debug_assert();
    }
}
