//! Notes on the rows of a listing: the same sentences on a terminal, in a workbook and on the page.

use std::collections::BTreeSet;

use crate::model::{
    Agency, Commitment, Dataset, Date, Group, Id, Kind, Party, Status, counted, fold,
};

use super::{
    CommitmentFilter, Every, FoundCommitment, FoundProgramme, Gap, GapFilter, GapKind,
    ProgrammeFilter, Words, on_akin, on_bystanders, on_latest, on_others, on_reported_since,
    on_reviews, on_unnamed,
};

/// What is searched, and what is not.
pub const SUMMARIES: &str =
    "only the records (summaries) are searched, not the text of the documents";

/// Words that make a name that of an office holder, a meeting or a board of the United Nations: none of them is an
/// entity.
const NO_ENTITIES: [&str; 10] = [
    "assembly", "board", "committee", "coordinators", "forum", "group", "president", "rapporteur",
    "secretariat", "secretary",
];

impl ProgrammeFilter {
    /// What a reader must know of these programmes, which were found.
    pub fn notes(&self, found: &[FoundProgramme<'_>], dataset: &Dataset) -> Vec<String> {
        let mut notes: Vec<String> = on_reviews(found).into_iter().collect();
        notes.extend(on_unnamed(self, dataset));
        if found.is_empty() {
            let asked = self.agencies.values().chain(self.leads.values());
            notes.extend(on_bystanders(asked, dataset));
            notes.extend(self.search.on_nothing());
        }
        notes.extend(self.silence(found, dataset));
        if self.joint && !self.roles.is_empty() {
            let joint = found.iter().filter(|found| found.is_joint_in_its_roles()).count();
            notes.push(format!(
                "in {joint} of {} two or more agencies have these roles; `joint` counts every role",
                counted(found.len(), "programme")
            ));
        }
        let beyond = self.beyond_paragraphs(found);
        if beyond > 0 {
            notes.push(format!(
                "`joint` and agencies rest on these paragraphs alone; the same document reports more of {beyond} of these programmes elsewhere"
            ));
        }
        if self.agencies.groups().len() > 1 {
            let is_apart = |found: &&FoundProgramme<'_>| !found.names_together(&self.agencies);
            let apart = found.iter().filter(is_apart).count();
            let all = counted(found.len(), "programme");
            notes.extend((apart > 0).then(|| {
                format!("in {apart} of {all}, no document names these agencies together")
            }));
        }
        let undated = self.undated(dataset);
        if undated > 0 {
            notes.push(format!("left out, since without a date: {undated}"));
        }
        notes.extend(on_others(self, "--agency", dataset));
        notes
    }
}

impl CommitmentFilter {
    /// What a reader must know of these commitments, which were found.
    pub fn notes(&self, found: &[FoundCommitment<'_>], dataset: &Dataset) -> Vec<String> {
        let mut notes: Vec<String> = on_latest(self, dataset).into_iter().collect();
        notes.extend(self.silence(found, dataset));
        notes.extend(self.on_groups(found, dataset));
        notes.extend(on_akin(self, found.len(), dataset));
        if found.is_empty() {
            notes.extend(self.search.on_nothing());
            notes.extend(self.on_no_silence(dataset));
        }
        notes.extend(self.due_before.into_iter().flat_map(|date| self.on_due(date, dataset)));
        notes
    }

    /// What is addressed to groups that may include the agencies to which these are addressed.
    fn on_groups(&self, found: &[FoundCommitment<'_>], dataset: &Dataset) -> Option<String> {
        let [parties] = self.to.groups() else { return None };
        let agencies: Vec<&Id<Agency>> = parties.iter().filter_map(Party::agency).collect();
        let found: BTreeSet<_> = found.iter().map(|row| &row.commitment.id).collect();
        let mut others = Self { to: Every::default(), ..self.clone() }.find(dataset);
        others.retain(|row| !found.contains(&row.commitment.id));
        let others: Vec<&Commitment> = others.iter().map(|row| row.commitment).collect();
        let to: Vec<&str> = parties.iter().map(Party::as_str).collect();
        let command = |groups: &str| format!("--to {},{groups}", to.join(","));
        on_groups(&agencies, &others, ("commitment", &command), dataset)
    }

    /// On how many of the commitments a report could be silent, where none is asked for on which one is.
    fn on_no_silence(&self, dataset: &Dataset) -> Option<String> {
        if !self.statuses.values().all(|status| *status == Status::NotReported)
            || self.statuses.is_empty()
        {
            return None;
        }
        let whichever = Self { statuses: Every::default(), ..self.clone() }.find(dataset);
        let editions = dataset.periodic_documents();
        let could = whichever.iter().filter(|f| f.commitment.can_be_missed_by(&editions, dataset));
        on_no_gaps((whichever.len(), could.count()))
    }

    /// What a date by which commitments are due leaves out: those that are due then, and those without a date.
    fn on_due(&self, date: Date, dataset: &Dataset) -> Vec<String> {
        let whenever = Self { due_before: None, ..self.clone() }.find(dataset);
        let is_then = |due: Date| {
            !due.is_before(date) && due.first_day() <= date.last_day() && date.year() == due.year()
        };
        let due = |found: &&FoundCommitment<'_>| found.commitment.due.is_some_and(is_then);
        let then = whenever.iter().filter(due).count();
        let undated = whenever.iter().filter(|found| found.commitment.due.is_none()).count();
        let is_year = date.to_string() == date.year().to_string();
        let then = (then > 0 && is_year).then(|| {
            let next = date.year() + 1;
            format!("left out, since due in {date} itself: {then} (use --due-before {next})")
        });
        let undated =
            (undated > 0).then(|| format!("left out, since without a due date: {undated}"));
        then.into_iter().chain(undated).collect()
    }
}

impl GapFilter {
    /// What a reader must know of these gaps, which were found.
    pub fn notes(&self, found: &[Gap<'_>], dataset: &Dataset) -> Vec<String> {
        let mut notes = Vec::new();
        if found.is_empty() {
            notes.extend(self.search.on_nothing());
            let asks_of_commitments =
                self.kinds.each_holds(|k| *k == GapKind::CommitmentNotReported);
            if asks_of_commitments && self.search.is_empty() {
                notes.extend(on_no_gaps(self.commitments_asked(dataset)));
            }
        }
        notes.extend(on_reported_since(self, found, dataset));
        notes.extend(self.on_groups(dataset));
        notes
    }

    /// What gaps there are in commitments addressed to groups that may include the agencies asked about.
    fn on_groups(&self, dataset: &Dataset) -> Option<String> {
        let Self { agencies, commitments, .. } = self;
        let asked = agencies.values().chain(commitments.to.values().filter_map(Party::agency));
        let asked: Vec<&Id<Agency>> = asked.collect();
        let commitments = CommitmentFilter { to: Every::default(), ..commitments.clone() };
        let others = Self { agencies: Every::default(), commitments, ..self.clone() };
        let others = if asked.is_empty() { Vec::new() } else { others.find(dataset) };
        let others = others.iter().filter(|gap| gap.record.kind() == Kind::Commitment);
        let others: Vec<&Commitment> =
            others.filter_map(|gap| dataset.find(gap.record.slug())).collect();
        let command = |groups: &str| format!("`cnd gaps --to {groups}`");
        on_groups(&asked, &others, ("gap", &command), dataset)
    }
}

impl Words {
    /// A note on what is searched, if these words find nothing.
    pub fn on_nothing(&self) -> Option<String> {
        (!self.is_empty()).then(|| SUMMARIES.to_owned())
    }
}

/// What is said of a single commitment on which no periodic document could be silent.
const NOT_EXPECTED: &str =
    "no periodic report could be expected to report on the selected commitment";

/// On how many of these commitments a periodic report could be expected to report, and how many of them and of the
/// others are reported; nothing where there are no others, or nothing is reported and nothing could be expected.
pub fn on_expected(found: &[FoundCommitment<'_>], dataset: &Dataset) -> Option<String> {
    let periodic = dataset.periodic_documents();
    // Chosen without regard to what is reported, or else all of them would be.
    let is_expected =
        |row: &&FoundCommitment<'_>| row.commitment.can_be_missed_by(&periodic, dataset);
    let (expected, others): (Vec<_>, Vec<_>) = found.iter().partition(is_expected);
    let [reported, besides] = [&expected, &others]
        .map(|rows| rows.iter().filter(|row| row.standing.status.is_answered()).count());
    let are = |number: usize| format!("{number} {}", if number == 1 { "is" } else { "are" });
    let all = counted(found.len(), "commitment");
    match (expected.len(), others.len()) {
        (_, 0) => None,
        (0, _) if besides == 0 => None,
        (0, 1) => Some(format!("{NOT_EXPECTED}; it is reported nonetheless")),
        (0, _) => Some(format!(
            "no periodic report could be expected to report on any of the {all}; {} reported nonetheless",
            are(besides)
        )),
        (expected, others) => Some(format!(
            "a periodic report could be expected to report on {expected} of the {all}: {} reported, {} not reported; \
             of the other {others}, {} reported",
            are(reported),
            are(expected - reported),
            are(besides)
        )),
    }
}

/// On how many of the commitments that are asked about a periodic report could be expected to report, where there is no
/// gap.
fn on_no_gaps(asked_and_could: (usize, usize)) -> Option<String> {
    let said = match asked_and_could {
        (0, _) => return None,
        (1, 0) => NOT_EXPECTED.to_owned(),
        (1, _) => "the selected commitment is reported".to_owned(),
        (all, 0) => format!(
            "no periodic report could be expected to report on any of the {all} selected commitments"
        ),
        (all, could) => {
            let which = if could == 1 { "which is" } else { "all of which are" };
            format!(
                "a periodic report could be expected to report on {could} of the {all} selected commitments, {which} reported"
            )
        }
    };
    Some(said)
}

/// How many of these commitments name none of these agencies and are addressed to groups that may include one of them
/// by its kind; `what` counts them, and a command lists those that are addressed to the groups. Nothing where the last
/// document that names the agencies is older than all of these commitments: they may be gone by then.
pub fn on_groups(
    agencies: &[&Id<Agency>],
    commitments: &[&Commitment],
    (what, command): (&str, &dyn Fn(&str) -> String),
    dataset: &Dataset,
) -> Option<String> {
    let members: Vec<&Agency> = agencies.iter().filter_map(|id| dataset.get(*id)).collect();
    let groups: BTreeSet<Group> = members.iter().flat_map(|agency| groups(agency)).collect();
    let is_addressed = |c: &&&Commitment, group| c.addressed_to.contains(&Party::Group(group));
    let names_none =
        |c: &&&Commitment| c.agencies().all(|named| agencies.iter().all(|id| named != *id));
    let others = commitments.iter().filter(names_none);
    let others = others.filter(|c| groups.iter().any(|group| is_addressed(c, *group)));
    let others: Vec<&&Commitment> = others.collect();
    let last = agencies.iter().filter_map(|id| last_named(id, dataset)).max()?;
    if !others.iter().any(|c| c.made_on(dataset).is_none_or(|made| !last.is_before(made))) {
        return None;
    }
    let holds_some = |group: &&Group| others.iter().any(|c| is_addressed(c, **group));
    let words: Vec<&str> = groups.iter().filter(holds_some).map(|group| (*group).into()).collect();
    let members: Vec<&str> = members.iter().map(|agency| agency.label()).collect();
    Some(format!(
        "groups that may include {}, by its kind: {} ({})",
        members.join(" or "),
        counted(others.len(), what),
        command(&words.join(","))
    ))
}

/// The groups that may include an agency, by its kind.
fn groups(agency: &Agency) -> Vec<Group> {
    let name = fold(&agency.name);
    let has_word = |word: &&str| name.split([' ', '-', '\'', '’']).any(|part| part == *word);
    let is_entity = !NO_ENTITIES.iter().any(has_word);
    let mut groups = Group::having(agency.kind).to_vec();
    groups.retain(|group| is_entity || *group != Group::UnitedNationsEntities);
    // The others of its commissions, regional ones and subcommissions, have another name or another parent.
    let is_functional = agency.parent.as_ref().is_some_and(|id| id.as_str() == COUNCIL)
        && name.split(' ').any(|part| part == "commission");
    groups.extend(is_functional.then_some(Group::FunctionalCommissions));
    groups
}

/// The id of the Economic and Social Council, whose functional commissions are addressed as a group.
const COUNCIL: &str = "ecosoc";

/// The date of the last document that names an agency.
fn last_named(id: &Id<Agency>, dataset: &Dataset) -> Option<Date> {
    let programmes = dataset.records().programmes.iter().flat_map(|p| &p.reports);
    let reports = programmes.filter(|report| report.participants.iter().any(|p| p.is(id)));
    let reports = reports.map(|report| &report.document);
    let naming = dataset.agency_mentions();
    let places = naming.get(id).into_iter().flatten().map(|place| &place.document);
    places.chain(reports).filter_map(|document| dataset.get(document)?.date).max()
}
