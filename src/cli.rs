//! The command line: clap types, no logic.

use std::ops::Deref;
use std::path::PathBuf;

use clap::builder::Resettable;
use clap::{ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use serde::Serialize;

const EXAMPLES: &str = "\
Examples:
  cnd programmes --pillar demand-reduction
  cnd agencies --with UNODC
  cnd programmes --agency WHO -o who.csv
  cnd show UNODC

Filters: a comma means or (--agency WHO,UNAIDS), a repeated flag means and
(--agency UNODC --agency WHO), different flags mean and. Values match ids,
acronyms, names and aliases, without regard to case or accents.

Exit codes: 0 done, 1 a check found something, 2 wrong usage, 3 the dataset is
invalid, 4 reading or writing failed.";

// Its help begins with the description of the package.
#[expect(missing_docs, reason = "a doc comment would stand in the place of that description")]
#[derive(Debug, Parser)]
#[command(name = "cnd", bin_name = "cnd", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; an overview if nothing.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Options for every command")]
pub struct Global {
    /// Dataset to read: a YAML or JSON file, a folder of them, or - for standard input [default: $CND_DATA,
    /// else the dataset inside the program]
    #[arg(long, global = true, value_name = "PATH")]
    pub data: Option<PathBuf>,
    /// Output format: table, csv, tsv, json, jsonl, yaml, markdown, dot, graphml or mermaid [default:
    /// table; the last three are for network]
    #[arg(short, long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to FILE, whole or not at all; the format follows its ending unless -f is given
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Columns to show, in this order; `all` for every one; an unknown name lists the known ones
    #[arg(long, global = true, value_name = "A,B", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Sort by these columns; with a minus in front, downwards
    #[arg(
        long,
        global = true,
        value_name = "A,-B",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    pub sort: Vec<String>,
    /// Show at most N rows
    #[arg(long, global = true, value_name = "N")]
    pub limit: Option<usize>,
    /// One row for each item of this list column
    #[arg(long, global = true, value_name = "COLUMN")]
    pub explode: Option<String>,
    /// Make CSV and TSV safe for spreadsheets: byte order mark, CRLF, formulas disarmed
    #[arg(long, global = true)]
    pub excel: bool,
    /// Lay tables out for this many columns of text [default: the terminal's]
    #[arg(long, global = true, value_name = "N")]
    pub width: Option<usize>,
    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Color,
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

/// The arguments of a command, of which clap is told only when that command is given: to tell it of those of
/// all commands would be a good part of a short run.
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
    fn augment_args(command: clap::Command) -> clap::Command {
        command.defer(|command| {
            // What the command is for is said where it is listed, not where its arguments are.
            let (about, long) = (command.get_about().cloned(), command.get_long_about().cloned());
            T::augment_args(command)
                .about(Resettable::from(about))
                .long_about(Resettable::from(long))
        })
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List joint programmes: programmes, projects, publications, trainings, networks, events, …
    #[command(
        visible_alias = "programs",
        after_help = "\
Examples:
  cnd programmes --pillar supply-reduction
  cnd programmes --agency UNODC --agency WHO --columns name,countries,sources
  cnd programmes --document note-2020 --paragraph 20 -f csv"
    )]
    Programmes(Lazy<ProgrammeArgs>),
    /// List agencies: organisations, bodies and offices; --with lists those that work with another
    #[command(after_help = "\
Examples:
  cnd agencies --with UNODC
  cnd agencies --with UNODC --with WHO --pillar demand-reduction
  cnd agencies --kind field-mission -f csv

What --pillar, --programme, --document and --role choose is what programmes, pillars,
sources and shared count.")]
    Agencies(Lazy<AgencyArgs>),
    /// List the policy pillars
    #[command(after_help = "\
Examples:
  cnd pillars
  cnd pillars --columns id,headings,sources -f json")]
    Pillars(Lazy<SearchArgs>),
    /// List documents: the sources of the dataset and the instruments they cite
    #[command(after_help = "\
Examples:
  cnd documents
  cnd documents --kind resolution --columns symbol,title,cited_as")]
    Documents(Lazy<DocumentArgs>),
    /// List commitments: who promised what, in which instrument, and what has been reported since
    #[command(after_help = "\
Examples:
  cnd commitments --by member-states
  cnd commitments --status not-reported --columns statement,instrument,status
  cnd commitments --to UNODC --columns statement,force,sources
  cnd commitments --document 74/178 -f markdown")]
    Commitments(Lazy<CommitmentArgs>),
    /// List what the periodic documents do not report: commitments, programmes, pillars and agencies
    #[command(after_help = "\
Examples:
  cnd gaps
  cnd gaps --document note-2020 --kind-of-gap commitment-not-reported
  cnd gaps --pillar human-rights --exit-code

A gap says that a document is silent, never that nothing was done. What was reported
since is no gap, unless --document asks about one edition. A commitment that is not due
yet is one: its reason names the date, and --due-before leaves out the later. The kinds:
  commitment-not-reported  nothing in the document answers an older commitment
  programme-not-reported   an earlier periodic document reports it
  pillar-not-reported      nothing that the document reports is filed under it
  agency-not-reported      an earlier periodic document names it in an activity
  member-not-reported      named in coordination and in no other activity
  one-activity-reported    named in one activity, coordination aside")]
    Gaps(Lazy<GapArgs>),
    /// Show everything about one record, each line with the places that say it or name the record
    #[command(after_help = "\
Examples:
  cnd show UNODC
  cnd show 74/178
  cnd show demand-reduction -f json

In json, jsonl and yaml this is the whole record; with --columns field,value,source its card.")]
    Show(Lazy<ShowArgs>),
    /// Find records of every kind by words
    #[command(after_help = "\
Examples:
  cnd search prisons
  cnd search synthetic drugs --columns kind,id,matched_in")]
    Search(Lazy<WordsArgs>),
    /// Count joint programmes by pillar, agency, country, …; alone, the figures that are quoted most
    ///
    /// Each programme is counted once for each value that it has, and under `not stated` where the reports
    /// name none. One programme can have several agencies, countries, regions, documents and roles: counts by
    /// these sum to more than the whole. Shares are of the programmes that the filters leave; JSON and YAML
    /// hold that number (`of`) and how many are left out (`left_out`). With --role, only who takes part in
    /// that role counts.
    #[command(after_help = "\
Examples:
  cnd stats
  cnd stats --by agency --limit 10
  cnd stats --by pillar --across kind --document note-2020")]
    Stats(Lazy<StatsArgs>),
    /// List who works with whom: pairs of agencies, with the programmes that they share
    ///
    /// Two agencies work together when one document reports both as taking part in the same programme; with
    /// `--by country`, an agency and a country are a pair when one document reports both of the same
    /// programme. Filters choose the programmes; every agency that takes part in them counts, with
    /// --role every agency that does so in that role. An agency without a partner has no pair. Formats beside the usual: dot (Graphviz), graphml and mermaid.
    #[command(after_help = "\
Examples:
  cnd network --around UNODC --min 2
  cnd network --pillar supply-reduction -o supply.graphml
  cnd network --min 3 -f mermaid
  cnd network --by country --agency UNODC -f csv")]
    Network(Lazy<NetworkArgs>),
    /// Compare two datasets, or two documents of one: what they say differently, record by record
    ///
    /// `cnd diff last-year this-year` compares two files or folders, `cnd diff embedded data` the dataset
    /// inside the program with another, `cnd diff --documents OLD NEW` what two documents of one dataset say.
    /// Records are the same by id, or by a former id that the new one lists. `change` is one of added,
    /// removed, changed, partner-joined, partner-left, figure-changed, newly-reported, no-longer-reported,
    /// commitment-answered (it is reported or completed and was neither) and, between documents, newly-cited,
    /// not-cited-again, figure-not-repeated; of a list, `before` and `after` show only the items that differ.
    /// The order of files, keys, records and items makes no difference. A document that is silent on a
    /// programme or a figure does not say that it has ended or changed.
    #[command(
        after_help = "\
Examples:
  cnd diff --documents 74/178 note-2020
  cnd diff --documents 74/178 note-2020 -f csv --columns change,id,after",
        override_usage = "cnd diff [OPTIONS] <OLD> <NEW>\n       cnd diff [OPTIONS] --documents <OLD> <NEW>"
    )]
    Diff(Lazy<DiffArgs>),
    /// Validate a dataset: every fault at once, each at its line and column
    #[command(after_help = "\
Examples:
  cnd check
  cnd check --deny warnings
  cnd check -f sarif -o check.sarif
  cnd check --explain dangling-reference

Exit codes: 0 no errors (with --deny warnings, no findings), 1 found some, 4 nothing could be read.")]
    Check(Lazy<CheckArgs>),
    /// Print the JSON Schema of a dataset, by which editors complete and underline
    #[command(after_help = "\
Examples:
  cnd schema
  cnd schema -o dataset.schema.json")]
    Schema,
    /// Write a dataset to start from into a new folder: the shipped one, or an empty one
    #[command(after_help = "\
Examples:
  cnd init my-data
  cnd init empty-data --empty

README.md in the folder tells how to go on.")]
    Init(Lazy<InitArgs>),
    /// Print a record to fill in, with a comment for each field, as YAML
    #[command(
        subcommand,
        after_help = "\
Examples:
  cnd new programme --name 'Joint training' --pillar 1 --agency UNODC --agency WHO
  cnd new agency --name 'Customs Union' --kind regional

A record goes into a file of its own in the folder of the dataset (-o my-data/guide.yaml; no
file that is there is written over), or at the end of its list in another file: without the
first key, which that file has. `cnd check` then says what is to be mended."
    )]
    New(NewKind),
}

/// Which joint programmes.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct ProgrammeArgs {
    /// Filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With --pillar, count a programme's second pillars as well
    #[arg(long, requires = "pillar")]
    pub second: bool,
    /// This agency takes part
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// Somebody takes part in this role, and only this role counts as taking part: lead, partner, member,
    /// organiser, participant, author
    #[arg(long, value_name = "ROLE")]
    pub role: Vec<String>,
    /// This agency leads
    #[arg(long, value_name = "AGENCY")]
    pub lead: Vec<String>,
    /// No other agency takes part (in the documents and paragraphs named, if any)
    #[arg(long, value_name = "AGENCY")]
    pub only: Vec<String>,
    /// None of these agencies takes part, in anything that the named documents and paragraphs report
    #[arg(long, value_name = "AGENCY")]
    pub without: Vec<String>,
    /// Work is done in this country (a name, also in common usage, or ISO code)
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// This government takes part (name or ISO code)
    #[arg(long, value_name = "COUNTRY")]
    pub government: Vec<String>,
    /// Work is done in this region
    #[arg(long, value_name = "REGION")]
    pub region: Vec<String>,
    /// Of this kind: programme, project, publication, training, campaign, network, event, research,
    /// coordination-mechanism, technical-assistance, policy-advice, dialogue
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Reported by this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Reported in this paragraph
    #[arg(long, value_name = "N")]
    pub paragraph: Vec<String>,
    /// Dated on or after (2019, 2019-03, 2019-03-14); without a date of its own, by the document's
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Dated on or before
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// All these words occur somewhere; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// What to count, of which joint programmes.
#[derive(Debug, Args, Serialize)]
pub struct StatsArgs {
    /// Count by pillar, agency, country, region, kind, document or role
    #[arg(long, value_name = "DIMENSION")]
    pub by: Option<String>,
    /// With a column for each value of another of these: how many programmes have both
    #[arg(long, value_name = "DIMENSION", requires = "by")]
    pub across: Option<String>,
    /// Without --by: the agency whose share and partners are counted [default: UNODC]
    #[arg(long, value_name = "AGENCY", conflicts_with = "by")]
    pub around: Option<String>,
    /// Which joint programmes.
    #[command(flatten)]
    #[serde(flatten)]
    pub programmes: ProgrammeArgs,
}

/// Which pairs, of which joint programmes.
#[derive(Debug, Args, Serialize)]
pub struct NetworkArgs {
    /// Only pairs that this agency is one of
    #[arg(long, value_name = "AGENCY")]
    pub around: Vec<String>,
    /// Only pairs that share at least N programmes
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min: usize,
    /// Pair agencies with each other (agency) or with the countries in which work is done (country)
    #[arg(long, value_name = "OTHER", default_value = "agency")]
    pub by: String,
    /// Which joint programmes.
    #[command(flatten)]
    #[serde(flatten)]
    pub programmes: ProgrammeArgs,
}

/// Which agencies.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct AgencyArgs {
    /// Works with this agency: one document reports both as taking part in the same programme
    #[arg(long, value_name = "AGENCY")]
    pub with: Vec<String>,
    /// Takes part in a programme filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With --pillar, count a programme's second pillars as well
    #[arg(long, requires = "pillar")]
    pub second: bool,
    /// Only this role counts as taking part: lead, partner, member, organiser, participant, author
    #[arg(long, value_name = "ROLE")]
    pub role: Vec<String>,
    /// Of this kind: secretariat, fund-or-programme, specialised-agency, related-organisation,
    /// other-un-entity, treaty-body, commission, field-mission, intergovernmental, regional,
    /// non-governmental, academic
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Takes part in this programme
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Vec<String>,
    /// Named in this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// All these words occur somewhere; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// Which records, by words alone.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct SearchArgs {
    /// All these words occur somewhere; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// Which documents.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct DocumentArgs {
    /// Of this kind: note, conference-room-paper, resolution, declaration, outcome-document, decision,
    /// common-position, report, strategy, agenda, treaty, publication
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Adopted or received by this body
    #[arg(long, value_name = "AGENCY")]
    pub body: Vec<String>,
    /// Named in this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// All these words occur somewhere; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// Which commitments.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct CommitmentArgs {
    /// Made by this agency or group (member-states)
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// Addressed to this agency or group
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// Of this force: committed, reaffirmed, decided, tasked, invited, encouraged, planned, practice
    #[arg(long, value_name = "FORCE")]
    pub force: Vec<String>,
    /// Stands in this instrument, or is stated by this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With this status: completed, reported, not-reported, no-later-source
    #[arg(long, value_name = "STATUS")]
    pub status: Vec<String>,
    /// Due before this date (2020, 2020-03, 2020-03-06)
    #[arg(long, value_name = "DATE")]
    pub due_before: Option<String>,
    /// All these words occur somewhere; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

/// Which gaps.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct GapArgs {
    /// This periodic document is silent, whatever was reported since
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Of this kind: commitment-not-reported, programme-not-reported, pillar-not-reported,
    /// agency-not-reported, member-not-reported, one-activity-reported
    #[arg(long, value_name = "KIND")]
    pub kind_of_gap: Vec<String>,
    /// The record, or the activity that an agency is named in, is filed under this pillar
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// This agency is the one, takes part in the programme, or makes the commitment or is called upon
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// A commitment made by this agency or group (member-states)
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// A commitment addressed to this agency or group
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// A commitment of this force: committed, reaffirmed, decided, tasked, invited, encouraged, planned,
    /// practice
    #[arg(long, value_name = "FORCE")]
    pub force: Vec<String>,
    /// A commitment due before this date (2020, 2020-03, 2020-03-06)
    #[arg(long, value_name = "DATE")]
    pub due_before: Option<String>,
    /// All these words occur in its id, name or reason; a comma is a part of its word
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
    /// End with 1 if there are any
    #[arg(long)]
    pub exit_code: bool,
}

/// Which record.
#[derive(Debug, Args, Serialize)]
pub struct ShowArgs {
    /// Id, acronym, name, former name, alias or symbol; kind:name where several kinds have it
    #[arg(value_name = "RECORD", required = true, num_args = 1..)]
    pub record: Vec<String>,
}

/// Words to find.
#[derive(Debug, Args, Serialize)]
pub struct WordsArgs {
    /// Words that must all occur in a record, in any field, without regard to case and accents
    #[arg(value_name = "WORDS", required = true, num_args = 1..)]
    pub words: Vec<String>,
}

/// What to compare.
#[derive(Debug, Args, Serialize)]
pub struct DiffArgs {
    /// The old dataset: a file, a folder, - for standard input, or `embedded` for the one in the program
    #[arg(value_name = "OLD", required_unless_present = "documents", requires = "new")]
    pub old: Option<PathBuf>,
    /// The new dataset
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    /// Compare what two documents of the dataset report instead, the old one first
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"], conflicts_with = "old")]
    pub documents: Vec<String>,
    /// End with exit code 1 if anything differs
    #[arg(long)]
    pub exit_code: bool,
}

/// What to check, and how strictly.
#[derive(Debug, Args, Serialize)]
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
    /// Say what a code means and why, with a wrong and a right example
    #[arg(long, value_name = "CODE", conflicts_with_all = ["path", "deny", "allow"])]
    pub explain: Option<String>,
}

/// What makes a check fail beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
pub enum Deny {
    /// Warnings
    Warnings,
}

/// Where to write a dataset.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make or to fill; if it exists, it must be empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Only the pillars, with a commented example of each other kind of record
    #[arg(long)]
    pub empty: bool,
}

/// What kind of record to print.
#[derive(Debug, Subcommand)]
pub enum NewKind {
    /// A joint programme, with its first report
    #[command(after_help = "\
Examples:
  cnd new programme --name 'Joint training' --kind training --pillar 1
  cnd new programme --name Guide --kind publication --pillar 2 --agency UNODC --agency WHO \\
    --document note-2020 --paragraph 22 --summary 'A guide of the two.'")]
    Programme(Lazy<NewProgramme>),
    /// An agency
    #[command(after_help = "\
Examples:
  cnd new agency --name 'Customs Union' --acronym CU --kind regional
  cnd new agency --name 'Field Office' --kind field-mission --parent UNODC")]
    Agency(Lazy<NewAgency>),
    /// A document
    #[command(after_help = "\
Examples:
  cnd new document --title 'Note by the Secretariat' --kind note --body CND --session 64
  cnd new document --title 'Resolution' --kind resolution --symbol A/RES/75/1 --date 2020-12")]
    Document(Lazy<NewDocument>),
    /// A commitment
    #[command(after_help = "\
Examples:
  cnd new commitment --statement 'Share data.' --force invited --by member-states --to UNODC
  cnd new commitment --statement 'Share data.' --document note-2020 --paragraph 12 --pillar 6")]
    Commitment(Lazy<NewCommitment>),
}

/// What is known of a new joint programme.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is known")]
pub struct NewProgramme {
    /// Its name
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Its id; made from the name if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its acronym
    #[arg(long, value_name = "TEXT")]
    pub acronym: Option<String>,
    /// Its kind, a word that `cnd programmes --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Option<String>,
    /// An agency that leads it
    #[arg(long, value_name = "AGENCY")]
    pub lead: Vec<String>,
    /// An agency that is a partner in it
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// A country in which the work is done (name or ISO code)
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// The document that reports it
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Option<String>,
    /// The paragraph that reports it
    #[arg(long, value_name = "N")]
    pub paragraph: Option<String>,
    /// When it took place
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What is said of it, in your own words
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
}

/// What is known of a new agency.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is known")]
pub struct NewAgency {
    /// Its official name
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Its id; made from the acronym or the name if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its acronym
    #[arg(long, value_name = "TEXT")]
    pub acronym: Option<String>,
    /// Its kind, a word that `cnd agencies --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The body that it is a part of
    #[arg(long, value_name = "AGENCY")]
    pub parent: Option<String>,
    /// The document that names it
    #[arg(long, value_name = "DOCUMENT", requires = "paragraph")]
    pub document: Option<String>,
    /// The paragraph that names it
    #[arg(long, value_name = "N", requires = "document")]
    pub paragraph: Option<String>,
}

/// What is known of a new document.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is known")]
pub struct NewDocument {
    /// Its title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Its id; made from the symbol or the title if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its official symbol
    #[arg(long, value_name = "TEXT")]
    pub symbol: Option<String>,
    /// Its kind, a word that `cnd documents --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: Option<String>,
    /// The body that adopted or received it
    #[arg(long, value_name = "AGENCY")]
    pub body: Option<String>,
    /// The session of that body
    #[arg(long, value_name = "N")]
    pub session: Option<u16>,
    /// When it was issued or adopted
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

/// What is known of a new commitment.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is known")]
pub struct NewCommitment {
    /// What is to be done, in your own words
    #[arg(long, value_name = "TEXT")]
    pub statement: String,
    /// Its id; made from the statement if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its force, a word that `cnd commitments --help` lists
    #[arg(long, value_name = "WORD")]
    pub force: Option<String>,
    /// Who makes it: an agency or a group
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// Whom it is addressed to
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// The instrument in which it stands
    #[arg(long, value_name = "DOCUMENT")]
    pub instrument: Option<String>,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Option<String>,
    /// When it is due
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// The document that states it
    #[arg(long, value_name = "DOCUMENT", requires = "paragraph")]
    pub document: Option<String>,
    /// The paragraph that states it
    #[arg(long, value_name = "N", requires = "document")]
    pub paragraph: Option<String>,
}
