//! The options for a new record.

use clap::{Args, Subcommand};

use crate::cli::{DatasetOption, Lazy, OutputOptions};

const BY_HAND: &str =
    "Add fields that have no option by hand; without -o, the record is printed with all fields";

/// The options of `cnd new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// Add the record to FILE without changing anything else; FILE is created if needed
    #[arg(long, requires = "output", help_heading = "Global options")]
    pub append: bool,
    #[command(flatten)]
    pub dataset: DatasetOption,
    #[command(flatten)]
    pub output: OutputOptions,
}

/// What kind of record to write.
#[derive(Debug, Subcommand)]
pub enum NewKind {
    /// A programme, with its first report
    #[command(after_long_help = "\
Examples:
  cnd new programme --name Guide --kind publication --pillar 2 --agency UNODC --agency WHO \\
    --document note-2020 --paragraph 22 --summary 'A guide of the two.'")]
    Programme(Lazy<NewProgramme, NewOptions>),
    /// A report on an existing programme: what another paragraph or the next note says about it
    #[command(after_long_help = "\
Examples:
  cnd new report AIRCOP --document note-2020 --paragraph 30 --lead UNODC \\
    --summary 'Teams at airports were trained.' -o note.yaml --append")]
    Report(Lazy<NewReport, NewOptions>),
    /// Evidence for an existing commitment: the report that answers it
    #[command(after_long_help = "\
Examples:
  cnd new evidence unodc-joint-initiatives-74-178 --programme AIRCOP --document note-2020 \\
    --paragraph 28 --link linked --reason 'an initiative with two organisations'")]
    Evidence(Lazy<NewEvidence, NewOptions>),
    /// An agency
    #[command(after_long_help = "\
Examples:
  cnd new agency --name 'Customs Union' --acronym CU --kind regional
  cnd new agency --name 'Field Office' --kind field-mission --parent UNODC")]
    Agency(Lazy<NewAgency, NewOptions>),
    /// A document
    #[command(after_long_help = "\
Examples:
  cnd new document --title 'Inter-agency cooperation' --kind note --body CND --session 64 \\
    --date 2021-02 --periodic --paragraphs 42
  cnd new document --title 'Resolution' --kind resolution --symbol A/RES/75/1 --date 2020-12")]
    Document(Lazy<NewDocument, NewOptions>),
    /// A commitment
    #[command(after_long_help = "\
Examples:
  cnd new commitment --statement 'Share data.' --force invited --by member-states --to UNODC \\
    --document note-2020 --paragraph 12 --pillar 6
  cnd new commitment --statement 'Share data.' --force requested --by general-assembly --to UNODC \\
    --instrument 74/178 --instrument-paragraph 90 --pillar 6")]
    Commitment(Lazy<NewCommitment, NewOptions>),
}

impl NewKind {
    /// The options that all kinds have.
    pub fn options(&self) -> &NewOptions {
        match self {
            Self::Programme(args) => &args.options,
            Self::Report(args) => &args.options,
            Self::Evidence(args) => &args.options,
            Self::Agency(args) => &args.options,
            Self::Document(args) => &args.options,
            Self::Commitment(args) => &args.options,
        }
    }
}

/// What a paragraph says of a programme.
#[derive(Debug, Args)]
#[command(next_help_heading = "Report")]
pub struct ReportFields {
    /// The document that reports it
    #[arg(long, value_name = "DOCUMENT")]
    pub document: String,
    /// The paragraph that reports it
    #[arg(long, value_name = "N")]
    pub paragraph: String,
    /// An agency that leads it
    #[arg(long, value_name = "AGENCY")]
    pub lead: Vec<String>,
    /// An agency that is a partner in it
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// A country in which the work is done (name or ISO code)
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// When it took place
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The document announces it, and does not report it as done or under way
    #[arg(long)]
    pub planned: bool,
    /// What the document says about it, in your own words
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
}

/// What is known of a new programme.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
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
    /// Its kind: one of those that `cnd programmes --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: String,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: String,
    /// Who assigns the pillar: source (a heading of the document) or editors [default: from the document's sections]
    #[arg(long, value_name = "WORD")]
    pub filed_by: Option<String>,
    #[command(flatten)]
    pub report: ReportFields,
}

/// What is known of a new report.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
pub struct NewReport {
    /// The programme: its id, name or acronym
    #[arg(value_name = "PROGRAMME")]
    pub programme: String,
    #[command(flatten)]
    pub report: ReportFields,
}

/// What is known of a new piece of evidence.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
pub struct NewEvidence {
    /// The commitment: its id
    #[arg(value_name = "COMMITMENT")]
    pub commitment: String,
    /// The programme that is reported
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: String,
    /// The document of the report
    #[arg(long, value_name = "DOCUMENT")]
    pub document: String,
    /// The paragraph of the report
    #[arg(long, value_name = "N")]
    pub paragraph: String,
    /// Who makes the link: stated (the source) or linked (you, with a reason)
    #[arg(long, value_name = "WORD")]
    pub link: String,
    /// Why the report answers the commitment
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// What is known of a new agency.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
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
    /// Its kind: one of those that `cnd agencies --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: String,
    /// The body that it is a part of
    #[arg(long, value_name = "AGENCY")]
    pub parent: Option<String>,
    /// The document that names it, other than as a participant of a programme
    #[arg(long, value_name = "DOCUMENT", requires = "paragraph")]
    pub document: Option<String>,
    /// The paragraph that names it
    #[arg(long, value_name = "N", requires = "document")]
    pub paragraph: Option<String>,
}

/// What is known of a new document.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
pub struct NewDocument {
    /// Its title
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// Its id [default: made from the year (notes), the symbol or the title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its official symbol
    #[arg(long, value_name = "TEXT")]
    pub symbol: Option<String>,
    /// Its kind: one of those that `cnd documents --help` lists
    #[arg(long, value_name = "WORD")]
    pub kind: String,
    /// The body that adopted or received it
    #[arg(long, value_name = "AGENCY")]
    pub body: Option<String>,
    /// The session of that body
    #[arg(long, value_name = "N")]
    pub session: Option<u16>,
    /// When it was issued or adopted
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// An edition of a series that reports on commitments, such as the annual note; `cnd gaps` uses these
    #[arg(long, requires = "date")]
    pub periodic: bool,
    /// Number of paragraphs (1 to N); the dataset is to cover all of them
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub paragraphs: Option<u16>,
}

/// What is known of a new commitment.
#[derive(Debug, Args)]
#[command(next_help_heading = "Fields", long_about = BY_HAND)]
pub struct NewCommitment {
    /// What is to be done, in your own words
    #[arg(long, value_name = "TEXT")]
    pub statement: String,
    /// Its id; made from the statement and the instrument if not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its force: one of those that `cnd commitments --help` lists
    #[arg(long, value_name = "WORD")]
    pub force: String,
    /// Who makes it: an agency or a group
    #[arg(long, value_name = "WHO")]
    pub by: Vec<String>,
    /// Whom it is addressed to
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// The instrument that contains it; its source as well, if no --document is given
    #[arg(long, value_name = "DOCUMENT", required_unless_present = "document")]
    pub instrument: Option<String>,
    /// The paragraph of the instrument
    #[arg(long, value_name = "N", requires = "instrument", required_unless_present = "document")]
    pub instrument_paragraph: Option<String>,
    /// The pillar that it is filed under
    #[arg(long, value_name = "PILLAR")]
    pub pillar: String,
    /// Who assigns the pillar: source (a heading of the document) or editors [default: from the document's sections]
    #[arg(long, value_name = "WORD")]
    pub filed_by: Option<String>,
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
