//! The filters on programmes and on commitments that several commands take, and messages on them.

use clap::Args;

use crate::model::{AgencyKind, Dataset, Date, Force, ProgrammeKind, Role, Status};
use crate::query::{
    self, CommitmentFilter, Error, Every, Place, ProgrammeFilter, Words, shell_word,
};

use super::one_of;
use super::output::Output;

/// Reads a kind of programme; for a kind of agency, the error names the option that takes it.
fn kind_of_programme(value: &str) -> Result<ProgrammeKind, Error> {
    let unknown = |error: Error| match query::is_kind_of_agency(value) {
        true => error
            .and_help(&format!("for a kind of agency, use --agency-kind {}", shell_word(value))),
        false => error,
    };
    query::word("kind of programme", value).map_err(unknown)
}

/// The filters on programmes, which statistics and networks take as well.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters")]
pub struct ProgrammeFilters {
    /// Filed under this pillar, such as health
    ///
    /// Filed under this pillar; give its id, number or another name listed by `cnd pillars --columns id,number,aliases`
    #[arg(long, value_name = "PILLAR")]
    pub pillar: Vec<String>,
    /// With --pillar, count a programme's secondary pillars as well
    #[arg(long, requires = "pillar")]
    pub second: bool,
    /// This agency takes part
    #[arg(long, value_name = "AGENCY")]
    pub agency: Vec<String>,
    /// An agency of this kind takes part, such as ngo
    #[arg(long, value_name = "KIND", long_help = one_of::<AgencyKind>(
        "An agency of this kind takes part (un, igo and ngo stand for all kinds of each)"
    ))]
    pub agency_kind: Vec<String>,
    /// Count only agencies in this role
    #[arg(long, value_name = "ROLE", long_help = one_of::<Role>(
        "Count only agencies in this role"
    ))]
    pub role: Vec<String>,
    /// This agency leads
    #[arg(long, value_name = "AGENCY")]
    pub lead: Vec<String>,
    /// No other agency takes part
    ///
    /// No other agency takes part, named or unnamed. If documents or paragraphs are given, only these are considered.
    /// With --role, no other agency takes part in that role.
    #[arg(long, value_name = "AGENCY")]
    pub only: Vec<String>,
    /// None of these agencies takes part
    ///
    /// None of these agencies takes part in any role, regardless of --role. If documents or paragraphs are given, only
    /// these are considered.
    #[arg(long, value_name = "AGENCY")]
    pub without: Vec<String>,
    /// Work is done in this country
    ///
    /// Work is done in this country, given by name, common name or ISO code.
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// This government takes part
    #[arg(long, value_name = "COUNTRY")]
    pub government: Vec<String>,
    /// Work is done in this region, such as 'West Africa'
    ///
    /// Work is done in this region: a region of the UN standard M49, including its countries, or another region named
    /// by a source, such as Sahel, which is also counted under the M49 regions it lies in.
    #[arg(long, value_name = "REGION")]
    pub region: Vec<String>,
    /// Of this kind, such as training
    #[arg(long, value_name = "KIND", long_help = one_of::<ProgrammeKind>("Of this kind"))]
    pub kind: Vec<String>,
    /// Reported by this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Reported in this paragraph (or part of it), or in a range such as 22-24
    #[arg(long, value_name = "N")]
    pub paragraph: Vec<String>,
    /// Dated on or after
    ///
    /// Dated on or after this year, month or day (2019, 2019-03, 2019-03-14). A report without a date of its own has
    /// that of its document. Only reports from that period count; agencies, countries, figures and sources come from
    /// them alone. A date given only as a year or month matches any day in it.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Dated on or before
    ///
    /// Dated on or before; as with --since, only reports from that period count.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Two or more agencies take part
    ///
    /// Two or more agencies take part, in whatever role, in what one document reports.
    #[arg(long)]
    pub joint: bool,
    /// Contains all these words, in any field; quote a phrase: '"pain management"'
    #[arg(long, value_name = "WORDS")]
    pub search: Vec<String>,
}

impl ProgrammeFilters {
    /// The filter on the programmes of a dataset.
    ///
    /// # Errors
    /// When a value is unknown.
    pub fn filter(&self, dataset: &Dataset) -> Result<ProgrammeFilter, Error> {
        let (since, until) = self.span()?;
        Ok(ProgrammeFilter {
            pillars: Every::read(&self.pillar, &|value| query::one(dataset, value))?,
            second_pillars: self.second,
            agencies: Every::read(&self.agency, &|value| query::one(dataset, value))?,
            agency_kinds: Every::read_several(&self.agency_kind, &query::agency_kinds)?,
            roles: Every::read(&self.role, &|value| query::word("role", value))?,
            leads: Every::read(&self.lead, &|value| query::one(dataset, value))?,
            only: Every::read(&self.only, &|value| query::one(dataset, value))?,
            without: Every::read(&self.without, &|value| query::one(dataset, value))?,
            countries: Every::read(&self.country, &query::country)?,
            governments: Every::read(&self.government, &query::country)?,
            regions: Every::read(&self.region, &|value| Place::read(dataset, value))?,
            kinds: Every::read(&self.kind, &kind_of_programme)?,
            documents: Every::read(&self.document, &|value| query::one(dataset, value))?,
            paragraphs: query::paragraphs(dataset, &self.paragraph)?,
            since,
            until,
            joint: self.joint,
            search: Words::read(&self.search, dataset)?,
        })
    }

    /// The dates between which programmes are asked for.
    fn span(&self) -> Result<(Option<Date>, Option<Date>), Error> {
        let [since, until] =
            [&self.since, &self.until].map(|date| date.as_deref().map(query::date).transpose());
        let (since, until) = (since?, until?);
        if let (Some(since), Some(until)) = (since, until)
            && until.is_before(since)
        {
            return Err(Error::bare(format!("--since {since} is later than --until {until}")));
        }
        Ok((since, until))
    }
}

/// The filters that ask of commitments alone, which statistics of them take as well.
#[derive(Debug, Args)]
pub struct CommitmentFilters {
    /// Addressed to this agency or group
    #[arg(long, value_name = "WHO")]
    pub to: Vec<String>,
    /// Of this force, such as invited
    #[arg(long, value_name = "FORCE", long_help = one_of::<Force>("Of this force"))]
    pub force: Vec<String>,
    /// Made in this instrument
    #[arg(long, value_name = "DOCUMENT")]
    pub instrument: Vec<String>,
    /// Only the latest commitment in each line of repetitions
    ///
    /// Only the latest commitment in each line of repetitions, so that each line counts once. A branch that ends before
    /// another is left out; a message says so.
    #[arg(long)]
    pub latest: bool,
    /// With this status, such as not-reported
    #[arg(long, value_name = "STATUS", long_help = one_of::<Status>("With this status"))]
    pub status: Vec<String>,
    /// Due before this date (2020, 2020-03, 2020-03-06)
    #[arg(long, value_name = "DATE")]
    pub due_before: Option<String>,
}

impl CommitmentFilters {
    /// The names of these options.
    pub const NAMES: [&str; 6] = ["to", "force", "instrument", "latest", "status", "due_before"];

    /// The filter on the commitments of a dataset.
    ///
    /// # Errors
    /// When a value is unknown.
    pub fn filter(&self, dataset: &Dataset) -> Result<CommitmentFilter, Error> {
        Ok(CommitmentFilter {
            to: Every::read(&self.to, &|value| query::party(dataset, value))?,
            forces: Every::read(&self.force, &|value| query::word("force", value))?,
            instruments: Every::read(&self.instrument, &|value| query::one(dataset, value))?,
            latest: self.latest,
            statuses: Every::read(&self.status, &|value| query::word("status", value))?,
            due_before: self.due_before.as_deref().map(query::date).transpose()?,
            ..CommitmentFilter::default()
        })
    }
}

/// Says how many more there are by their secondary pillars.
pub fn mention_second(more: usize, out: &Output) {
    if more > 0 {
        out.say(&format!("{more} more with this as a secondary pillar (add --second)"));
    }
}
