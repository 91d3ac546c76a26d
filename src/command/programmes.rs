//! `cnd programmes`

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::cli::Global;
use crate::model::{Agency, AgencyKind, Country, Dataset, Date, ProgrammeKind, Role};
use crate::query::{self, Error, Every, FoundProgramme, Place, ProgrammeFilter, Words};
use crate::view;

use super::findings::counted;
use super::meant::{self, Filter, Named};
use super::one_of;
use super::output::{Output, asked};
use super::terminal::shell_word;

/// Reads a kind of programme; for a kind of agency, the error names the option that takes it.
fn kind_of_programme(value: &str) -> Result<ProgrammeKind, Error> {
    let unknown = |error: Error| match query::is_kind_of_agency(value) {
        true => error
            .and_help(&format!("for a kind of agency, use --agency-kind {}", shell_word(value))),
        false => error,
    };
    query::word("kind of programme", value).map_err(unknown)
}

/// The filters on joint programmes, which statistics and networks take as well.
#[derive(Debug, Args, Serialize)]
#[command(next_help_heading = "Filters")]
pub struct ProgrammeFilters {
    /// Filed under this pillar, such as health
    ///
    /// Filed under this pillar, by its id, number or a word for it, as `cnd pillars` lists them
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
    /// No other agency takes part, in the documents and paragraphs that are named, if any, and none is spoken of
    /// without being named.
    #[arg(long, value_name = "AGENCY")]
    pub only: Vec<String>,
    /// None of these agencies takes part
    ///
    /// None of these agencies takes part in anything that the named documents and paragraphs report.
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
    /// Work is done in this region: one of the United Nations' standard M49, with the countries in it, or one that
    /// a source names otherwise, such as Sahel, which counts as well under those of the standard that it lies in.
    #[arg(long, value_name = "REGION")]
    pub region: Vec<String>,
    /// Of this kind, such as training
    #[arg(long, value_name = "KIND", long_help = one_of::<ProgrammeKind>("Of this kind"))]
    pub kind: Vec<String>,
    /// Reported by this document
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Vec<String>,
    /// Reported in this paragraph, or in one of a range such as 22-24
    #[arg(long, value_name = "N")]
    pub paragraph: Vec<String>,
    /// Dated on or after
    ///
    /// Dated on or after this year, month or day (2019, 2019-03, 2019-03-14). A report without a date of its
    /// own has that of its document.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Dated on or before
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Two or more agencies take part
    ///
    /// Two or more agencies take part, in whatever role, in what one document reports.
    #[arg(long)]
    pub joint: bool,
    /// Contains all these words, in any field; '"with quotes"', as a phrase
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
            pillars: Every::read(&self.pillar, |value| query::one(dataset, value))?,
            second_pillars: self.second,
            agencies: Every::read(&self.agency, |value| query::one(dataset, value))?,
            agency_kinds: Every::read_several(&self.agency_kind, query::agency_kinds)?,
            roles: Every::read(&self.role, |value| query::word("role", value))?,
            leads: Every::read(&self.lead, |value| query::one(dataset, value))?,
            only: Every::read(&self.only, |value| query::one(dataset, value))?,
            without: Every::read(&self.without, |value| query::one(dataset, value))?,
            countries: Every::read(&self.country, query::country)?,
            governments: Every::read(&self.government, query::country)?,
            regions: Every::read(&self.region, |value| Place::read(dataset, value))?,
            kinds: Every::read(&self.kind, kind_of_programme)?,
            documents: Every::read(&self.document, |value| query::one(dataset, value))?,
            paragraphs: Every::read(&self.paragraph, query::paragraph_range)?,
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
            let message = format!("no date is both on or after {since} and on or before {until}");
            return Err(Error::new(message, Some("change --since or --until".to_owned())));
        }
        Ok((since, until))
    }
}

/// How many of these programmes there are, how many are joint, and how many are only announced:
/// `100 programmes, 58 of them joint; 17 only planned, 9 of these joint`.
pub fn count(rows: &[FoundProgramme<'_>]) -> String {
    let all = rows.len();
    let joint = rows.iter().filter(|row| row.is_joint()).count();
    let planned: Vec<&FoundProgramme<'_>> = rows.iter().filter(|row| row.is_planned()).collect();
    let planned_joint = planned.iter().filter(|row| row.is_joint()).count();
    if all == 0 {
        return counted(all, "programme");
    }
    let is_joint = match joint {
        0 if all == 1 => "not joint".to_owned(),
        0 => "none of them joint".to_owned(),
        _ if all == 1 => "joint".to_owned(),
        every if every == all => "all joint".to_owned(),
        some => format!("{some} of them joint"),
    };
    let is_planned = match planned.len() {
        0 => String::new(),
        1 if all == 1 => "; only planned".to_owned(),
        every if every == all => "; all only planned".to_owned(),
        some if joint == 0 || joint == all => format!("; {some} only planned"),
        1 if planned_joint == 1 => "; 1 only planned, which is joint".to_owned(),
        1 => "; 1 only planned, which is not joint".to_owned(),
        some if planned_joint == 0 => format!("; {some} only planned, none of these joint"),
        some if planned_joint == some => format!("; {some} only planned, all of these joint"),
        some => format!("; {some} only planned, {planned_joint} of these joint"),
    };
    format!("{}, {is_joint}{is_planned}", counted(all, "programme"))
}

/// Says how many programmes --only leaves out, since others take part that are not named.
pub fn mention_unnamed(filter: &ProgrammeFilter, dataset: &Dataset, out: &Output) {
    match filter.with_unnamed(dataset) {
        0 => {}
        1 => out.say("--only leaves out 1 programme whose other participants are not named"),
        some => out.say(&format!(
            "--only leaves out {some} programmes whose other participants are not named"
        )),
    }
}

/// With --document or --paragraph, all filters must match within one report.
#[derive(Debug, Args, Serialize)]
#[command(after_long_help = "\
Examples:
  cnd programmes --pillar supply-reduction
  cnd programmes --agency UNODC --agency WHO --columns name,countries,sources
  cnd programmes --document note-2020 --paragraph 20 -f csv")]
pub struct ProgrammeArgs {
    /// Words that a programme must contain, all of them; a phrase in quotes
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Which programmes.
    #[command(flatten)]
    #[serde(flatten)]
    pub filters: ProgrammeFilters,
    /// The global options.
    #[command(flatten)]
    #[serde(skip)]
    pub global: Global,
}

/// What words behind the command may have meant.
const FILTERS: [Filter; 5] = [
    (Named::Pillar, "--pillar", "lists what is filed under it"),
    (Named::Agency, "--agency", "lists what it takes part in"),
    (Named::Country, "--country", "lists the work that is done there"),
    (Named::Region, "--region", "lists the work that is done there"),
    (
        Named::Kind(|word| query::word::<ProgrammeKind>("kind", word).is_ok()),
        "--kind",
        "lists those of that kind",
    ),
];

pub fn run(args: &ProgrammeArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let mut filter = args.filters.filter(dataset)?;
    filter.search = Words::typed(&args.words, &args.filters.search, dataset)?;
    let rows = filter.find(dataset);
    out.ends_with(count(&rows));
    out.rows("programmes", &rows, &view::programmes(), asked("programmes", args), dataset)?;
    if rows.iter().any(|row| !row.is_joint()) {
        out.say_beside_rows(
            "joint: two or more agencies are named as taking part (no: fewer are named)",
        );
    }
    if let Some(names) = query::on_names(rows.iter().flat_map(FoundProgramme::named), dataset) {
        out.say(&names);
    }
    mention_unnamed(&filter, dataset, out);
    mention_names(args, &filter, &rows, dataset, out);
    meant::hint(&args.words, &FILTERS, dataset, out);
    mention_silence(&filter, dataset, out);
    mention_governments(&filter, dataset, out);
    if !args.filters.second && !args.filters.pillar.is_empty() {
        let more =
            ProgrammeFilter { second_pillars: true, ..filter }.find(dataset).len() - rows.len();
        if more > 0 {
            let have = if more == 1 { "has" } else { "have" };
            out.say(&format!("{more} more {have} this as a secondary pillar (add --second)"));
        }
    }
    Ok(())
}

/// Says how many programmes were found by a word in the name of an agency alone, unless the words name one.
fn mention_names(
    args: &ProgrammeArgs,
    filter: &ProgrammeFilter,
    rows: &[FoundProgramme<'_>],
    dataset: &Dataset,
    out: &Output,
) {
    let texts = || args.words.iter().chain(&args.filters.search);
    let words = texts().flat_map(|text| text.split_whitespace()).chain(texts().map(String::as_str));
    let is_agency = |word: &str| !query::all::<Agency>(dataset, word.trim_matches('"')).is_empty();
    let by_name = filter.found_by_agency(rows, dataset);
    if by_name > 0 && !words.into_iter().any(is_agency) {
        out.say(&format!(
            "{by_name} of {} match only by the name of an agency that takes part",
            rows.len()
        ));
    }
}

/// Says which paragraphs have no programme, and the programmes without a date.
pub fn mention_silence(filter: &ProgrammeFilter, dataset: &Dataset, out: &Output) {
    match filter.silent_paragraphs(dataset).as_slice() {
        [] => {}
        [one] => out.say(&format!("no programme is reported in paragraph `{one}`")),
        several => {
            out.say(&format!("no programme is reported in paragraphs {}", several.join(", ")));
        }
    }
    let undated = filter.undated(dataset);
    if undated > 0 {
        out.say(&format!("without a date, and so left out: {undated} more"));
    }
}

/// The countries that are asked for whose governments take part in other programmes.
fn mention_governments(filter: &ProgrammeFilter, dataset: &Dataset, out: &Output) {
    for country in filter.countries.values() {
        let by_government = ProgrammeFilter {
            countries: Every::default(),
            governments: Every::only(*country),
            ..filter.clone()
        };
        let works_there = |found: &query::FoundProgramme<'_>| {
            let mut countries = found.programme.reports.iter().flat_map(|r| &r.countries);
            countries.any(|there: &Country| there == country)
        };
        let found = by_government.find(dataset);
        let more = found.iter().filter(|found| !works_there(found)).count();
        if more > 0 {
            out.say(&format!(
                "the government of {country} takes part in {more} more: --government {}",
                shell_word(country.name())
            ));
        }
    }
}
