//! The figures that are quoted most.

use std::collections::BTreeMap;

use crate::model::{Agency, Dataset, Id, Participant, Pillar, Role, SoleParticipant};

use super::together::is_more_than_presence;
use super::{FoundProgramme, Group, Tie, reasons};

/// A figure that is quoted: a count, of a whole if it is a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline<'a> {
    /// What is counted.
    pub quoted: Quoted<'a>,
    /// How many there are.
    pub count: usize,
    /// The whole of which they are a part.
    pub of: Option<usize>,
    /// What a reader must know of the figure: why it is 0, if something other than the world is the reason.
    pub note: Option<String>,
}

/// What a quoted figure counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quoted<'a> {
    /// The programmes in which two or more agencies are named.
    Joint,
    /// Those of them that a document reports as done or under way, with two agencies or more.
    JointReported,
    /// Those in which two or more do more than attend or stand as authors.
    JointWork,
    /// The programmes in which an agency takes part.
    With(&'a Agency),
    /// Those in which it does more than attend or stand as an author.
    Carrying(&'a Agency),
    /// The agencies that are named together with it.
    Partners(&'a Agency),
    /// Those of them with which it works jointly.
    Colleagues(&'a Agency),
    /// The programmes with one agency, of which the sources mention no other.
    NoOther,
    /// The programmes with one agency, of which the sources speak of others without naming them.
    OthersUnnamed,
    /// The programmes with one agency among what was chosen, beside which others stand: governments, or agencies in
    /// other documents, paragraphs or roles.
    OthersElsewhere,
    /// The programmes for which no agency is named.
    NoAgency,
    /// The programmes that are only announced.
    Planned,
    /// The programmes filed under a pillar.
    FiledUnder(&'a Pillar),
}

impl Quoted<'_> {
    /// What is counted, in words.
    pub fn words(&self) -> String {
        const MORE: &str = "beyond authorship or attendance";
        match self {
            Self::Joint => "joint programmes: two or more agencies named".to_owned(),
            Self::JointReported => "joint programmes, reported as done or under way".to_owned(),
            Self::JointWork => format!("joint programmes {MORE}"),
            Self::With(agency) => format!("programmes in which {} takes part", agency.label()),
            Self::Carrying(agency) => {
                format!("programmes in which {} takes part {MORE}", agency.label())
            }
            Self::Partners(agency) => format!("agencies named together with {}", agency.label()),
            Self::Colleagues(agency) => {
                format!("agencies in the same joint work as {}, done or planned", agency.label())
            }
            Self::NoOther => "one agency takes part, nobody else is said to take part".to_owned(),
            Self::OthersUnnamed => {
                "one agency takes part, others mentioned without a name".to_owned()
            }
            Self::OthersElsewhere => {
                "one agency named in this selection; others, or a government, named elsewhere"
                    .to_owned()
            }
            Self::NoAgency => "programmes for which no agency is named".to_owned(),
            Self::Planned => {
                "programmes only planned: announced, listed or to be continued, not reported as done".to_owned()
            }
            Self::FiledUnder(pillar) => format!("programmes filed under {}", pillar.id),
        }
    }
}

/// The figures that are quoted most of these programmes: those of joint work, those of an agency, then the rest.
pub fn headlines<'a>(
    found: &[FoundProgramme<'a>],
    around: Option<&'a Agency>,
    dataset: &'a Dataset,
) -> Vec<Headline<'a>> {
    let part = |quoted, holds: &dyn Fn(&FoundProgramme<'a>) -> bool| {
        let count = found.iter().filter(|found| holds(found)).count();
        Headline { quoted, count, of: Some(found.len()), note: None }
    };
    let mut headlines = vec![
        part(Quoted::Joint, &FoundProgramme::is_joint),
        part(Quoted::JointReported, &|found| found.clone().reported().is_joint()),
        part(Quoted::JointWork, &FoundProgramme::is_joint_work),
    ];
    if let Some(agency) = around {
        headlines.extend(of_agency(agency, found));
    }
    let alone = |quoted| part(quoted, &|found| alone(found) == Some(quoted));
    headlines.extend([Quoted::NoOther, Quoted::OthersUnnamed, Quoted::OthersElsewhere].map(alone));
    headlines.retain(|line| line.quoted != Quoted::OthersElsewhere || line.count > 0);
    headlines.push(part(Quoted::NoAgency, &|found| found.participants().next().is_none()));
    headlines.push(part(Quoted::Planned, &FoundProgramme::is_planned));
    let mut pillars: Vec<&Pillar> = dataset.records().pillars.iter().collect();
    pillars.sort_by_key(|pillar| pillar.number);
    headlines.extend(pillars.into_iter().map(|pillar| Headline {
        note: reasons::on_filing(&pillar.id, found, dataset),
        ..part(Quoted::FiledUnder(pillar), &|found| found.programme.pillar == pillar.id)
    }));
    headlines
}

/// The figures of one agency: the programmes that it takes part in, and the agencies that are named beside it.
fn of_agency<'a>(agency: &'a Agency, found: &[FoundProgramme<'a>]) -> Vec<Headline<'a>> {
    let it = |p: &Participant| p.agency == agency.id || p.through.as_ref() == Some(&agency.id);
    let takes_part = |counts: &dyn Fn(Role) -> bool| {
        let has_it =
            |found: &&FoundProgramme<'a>| found.participants().any(|p| it(p) && counts(p.role));
        found.iter().filter(has_it).count()
    };
    let part = |quoted, count| Headline { quoted, count, of: Some(found.len()), note: None };
    let mut lines = vec![
        part(Quoted::With(agency), takes_part(&|_| true)),
        part(Quoted::Carrying(agency), takes_part(&is_more_than_presence)),
    ];
    let groups: Vec<Group<'a>> = found.iter().flat_map(FoundProgramme::groups).collect();
    let mut partners: BTreeMap<&Id<Agency>, Tie> = BTreeMap::new();
    for (group, own) in groups.iter().filter_map(|group| Some((group, group.get(&agency.id)?))) {
        for (id, roles) in group.iter().filter(|(id, _)| ***id != agency.id) {
            let tie = Tie::between(own, roles);
            partners.entry(id).and_modify(|known| *known = tie.min(*known)).or_insert(tie);
        }
    }
    // Of an office alone nobody says anything: it is named as a part of its agency.
    if lines[0].count == 0 || groups.iter().any(|group| group.contains_key(&agency.id)) {
        let jointly = partners.values().filter(|tie| **tie == Tie::JointWork).count();
        let count = |quoted, count| Headline { quoted, count, of: None, note: None };
        lines.push(count(Quoted::Partners(agency), partners.len()));
        let note = "the source may tie each of them only to a third".to_owned();
        let note = (jointly > 0).then_some(note);
        lines.push(Headline { note, ..count(Quoted::Colleagues(agency), jointly) });
    }
    lines
}

/// What is known of the others, where no document names more than one agency.
fn alone(found: &FoundProgramme<'_>) -> Option<Quoted<'static>> {
    let one = !found.is_joint() && found.participants().next().is_some();
    one.then_some(match found.programme.sole_participant {
        Some(SoleParticipant::NoneMentioned) => Quoted::NoOther,
        Some(SoleParticipant::OthersUnnamed) => Quoted::OthersUnnamed,
        None => Quoted::OthersElsewhere,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::fixture::{any_dataset, any_roles, dataset, editions};
    use super::super::{AgencyFilter, Every, PairFilter, Partner, ProgrammeFilter};
    use super::*;

    #[test]
    fn figures_count_programmes_once_and_partners_once() {
        let dataset = editions();
        let found = ProgrammeFilter::default().find(&dataset);
        let lines: Vec<String> = headlines(&found, dataset.find("unodc"), &dataset)
            .into_iter()
            .map(|line| format!("{}: {} {:?}", line.quoted.words(), line.count, line.of))
            .collect();
        assert_eq!(
            lines,
            [
                "joint programmes: two or more agencies named: 2 Some(4)",
                "joint programmes, reported as done or under way: 2 Some(4)",
                "joint programmes beyond authorship or attendance: 2 Some(4)",
                "programmes in which UNODC takes part: 2 Some(4)",
                "programmes in which UNODC takes part beyond authorship or attendance: 2 Some(4)",
                "agencies named together with UNODC: 2 None",
                "agencies in the same joint work as UNODC, done or planned: 2 None",
                "one agency takes part, nobody else is said to take part: 0 Some(4)",
                "one agency takes part, others mentioned without a name: 0 Some(4)",
                "one agency named in this selection; others, or a government, named elsewhere: 1 Some(4)",
                "programmes for which no agency is named: 1 Some(4)",
                "programmes only planned: announced, listed or to be continued, not reported as done: 0 Some(4)",
                "programmes filed under one: 1 Some(4)",
                "programmes filed under two: 3 Some(4)",
                "programmes filed under three: 0 Some(4)",
            ]
        );
    }

    #[test]
    fn a_programme_with_one_agency_in_each_edition_counts_as_with_one_alone() {
        let participant = |agency: &str| json!([{"agency": agency, "role": "lead"}]);
        let mut records = serde_json::to_value(editions().records()).unwrap();
        records["programmes"][0]["reports"][0]["participants"] = participant("unodc");
        records["programmes"][0]["reports"][1]["participants"] = participant("who");
        let dataset = dataset(records);
        let found = ProgrammeFilter::default().find(&dataset);
        let counts: Vec<(String, usize)> = headlines(&found, None, &dataset)
            .into_iter()
            .filter(|line| matches!(line.quoted, Quoted::Joint | Quoted::OthersElsewhere))
            .map(|line| (line.quoted.words(), line.count))
            .collect();
        let elsewhere = Quoted::OthersElsewhere.words();
        assert_eq!(counts, [(Quoted::Joint.words(), 1), (elsewhere, 2)]);
    }

    proptest! {
        #[test]
        fn the_agency_of_the_figures_counts_as_the_filters_count_it(
            dataset in any_dataset(),
            roles in any_roles(),
        ) {
            let all = ProgrammeFilter { roles, ..ProgrammeFilter::default() };
            let found = all.find(&dataset);
            let lines = headlines(&found, dataset.find("unodc"), &dataset);
            let unodc = Every::read(&["unodc".to_owned()], Id::new).unwrap();
            let its = ProgrammeFilter { agencies: unodc.clone(), ..all.clone() };
            let count = |quoted: &dyn Fn(&Quoted<'_>) -> bool| -> usize {
                lines.iter().filter(|line| quoted(&line.quoted)).map(|line| line.count).sum()
            };
            let with = count(&|quoted| matches!(quoted, Quoted::With(_)));
            prop_assert_eq!(with, its.find(&dataset).len());
            let partners = count(&|quoted| matches!(quoted, Quoted::Partners(_)));
            // Asked for several roles each, an agency has them all; a programme needs only somebody in each.
            if all.roles.groups().len() < 2 {
                let with =
                    AgencyFilter { with: unodc.clone(), scope: all.clone(), ..AgencyFilter::default() };
                prop_assert_eq!(partners, with.find(&dataset).len());
            }
            let pairs = |ties| {
                let partner = Partner::Agency;
                PairFilter { partner, around: unodc.clone(), min: 1, ties }.find(&found, &dataset).0.len()
            };
            prop_assert_eq!(partners, pairs(Every::default()));
            let colleagues = count(&|quoted| matches!(quoted, Quoted::Colleagues(_)));
            prop_assert_eq!(colleagues, pairs(Every::only(Tie::JointWork)));
            let joint = ProgrammeFilter { joint: true, ..all };
            prop_assert_eq!(lines[0].count, joint.find(&dataset).len());
            let each = [Quoted::Joint, Quoted::NoOther, Quoted::OthersUnnamed, Quoted::OthersElsewhere, Quoted::NoAgency];
            prop_assert_eq!(count(&|quoted| each.contains(quoted)), found.len());
        }
    }
}
