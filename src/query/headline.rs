//! The figures that are quoted most.

use crate::model::{Agency, Dataset, Id, Pillar, Role, SoleParticipant};

use super::together::is_more_than_presence;
use super::{Every, FoundProgramme, PairFilter, Tie, on_filing};

/// The agency whose figures are given where no other is asked about: the Commission's own secretariat.
pub const SECRETARIAT: &str = "unodc";

/// A count, of a whole if it is a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistic {
    /// What is counted; no two of one listing have the same.
    pub label: String,
    /// How many there are.
    pub count: usize,
    /// The whole of which they are a part.
    pub of: Option<usize>,
    /// What a reader must know of the number: what it rests on, or why it is 0.
    pub note: Option<String>,
}

impl Statistic {
    /// Whether it counts the agencies that are named beside one.
    pub fn counts_partners(&self) -> bool {
        self.label.starts_with(TOGETHER)
    }
}

const TOGETHER: &str = "agencies named together with";
const JOINT: &str = "joint programmes: two or more agencies named in one document";
const MORE: &str = "beyond authorship or attendance";
const NO_OTHER: &str =
    "programmes in which one agency takes part and no other participant is mentioned";
const UNNAMED: &str =
    "programmes in which one agency is named and others are mentioned but not named";
const ELSEWHERE: &str = "programmes in which one agency is named in this selection, and others or a government elsewhere";
const APART: &str =
    "programmes in which two or more agencies are named, but no two in the same document";
const NO_AGENCY: &str = "programmes for which no agency is named";
const PLANNED: &str = "programmes only planned: announced, listed for a period or to be continued, not reported as done or under way";

/// How many of these programmes `holds` is true of.
fn part<'a>(
    label: impl ToString,
    found: &[FoundProgramme<'a>],
    holds: impl Fn(&FoundProgramme<'a>) -> bool,
) -> Statistic {
    let count = found.iter().filter(|found| holds(found)).count();
    Statistic { label: label.to_string(), count, of: Some(found.len()), note: None }
}

/// The figures that are quoted most of these programmes: those of joint work, those of an agency, then the rest.
pub fn headlines(
    found: &[FoundProgramme<'_>],
    around: Option<&Agency>,
    dataset: &Dataset,
) -> Vec<Statistic> {
    let mut lines = vec![
        part(JOINT, found, FoundProgramme::is_joint),
        part("joint programmes, reported as done or under way", found, |found| {
            found.clone().reported().is_joint()
        }),
        part(format!("joint programmes {MORE}"), found, FoundProgramme::is_joint_work),
    ];
    lines.extend(around.into_iter().flat_map(|agency| of_agency(agency, found, dataset)));
    // What is known of the others, where one agency alone is named.
    let alone = |label, others| {
        part(label, found, |found| {
            found.names_one_agency() && found.programme.sole_participant == others
        })
    };
    lines.push(alone(NO_OTHER, Some(SoleParticipant::NoneMentioned)));
    lines.push(alone(UNNAMED, Some(SoleParticipant::OthersUnnamed)));
    let apart = part(APART, found, FoundProgramme::names_agencies_apart);
    lines.extend([alone(ELSEWHERE, None), apart].into_iter().filter(|line| line.count > 0));
    lines.push(part(NO_AGENCY, found, |found| found.participants().next().is_none()));
    lines.push(part(PLANNED, found, FoundProgramme::is_planned));
    lines
}

/// How many of these programmes are filed under each pillar; where some pillars are `asked` for, under those alone that
/// have any.
pub fn filed(
    found: &[FoundProgramme<'_>],
    asked: &Every<Id<Pillar>>,
    dataset: &Dataset,
) -> Vec<Statistic> {
    let mut pillars: Vec<&Pillar> = dataset.records().pillars.iter().collect();
    pillars.sort_by_key(|pillar| pillar.number);
    let line = |pillar: &Pillar| Statistic {
        note: on_filing(&pillar.id, found, dataset),
        ..part(format!("programmes filed under {}", pillar.id), found, |found| {
            found.programme.pillar == pillar.id
        })
    };
    let counts = |line: &Statistic| line.count > 0 || asked.is_empty();
    pillars.into_iter().map(line).filter(counts).collect()
}

/// The figures of one agency: the programmes that it takes part in, and the agencies that are named beside it.
fn of_agency(agency: &Agency, found: &[FoundProgramme<'_>], dataset: &Dataset) -> Vec<Statistic> {
    let name = agency.label();
    let takes_part = |label, counts: fn(Role) -> bool| {
        part(label, found, |found| found.participants().any(|p| p.is(&agency.id) && counts(p.role)))
    };
    let mut lines = vec![
        takes_part(format!("programmes in which {name} takes part"), |_| true),
        takes_part(format!("programmes in which {name} takes part {MORE}"), is_more_than_presence),
    ];
    let around = Every::only(agency.id.clone());
    let (pairs, _) = PairFilter { around, ..PairFilter::default() }.find(found, dataset);
    let is_named = |found: &FoundProgramme<'_>| found.participants().any(|p| p.agency == agency.id);
    // Of an office alone nobody says anything: it is named as a part of its agency.
    if lines[0].count == 0 || found.iter().any(is_named) {
        let jointly = pairs.iter().filter(|pair| pair.tie() == Some(Tie::JointWork)).count();
        let third = || "the source may link each of them only to a third agency".to_owned();
        let count = |label, count, note| Statistic { label, count, of: None, note };
        lines.extend([
            count(format!("{TOGETHER} {name}"), pairs.len(), None),
            count(
                format!("agencies in joint work with {name}, done or planned"),
                jointly,
                (jointly > 0).then(third),
            ),
        ]);
    }
    lines
}
