//! The figures that are quoted most.

use std::collections::BTreeSet;

use crate::model::{Agency, Dataset, Id, Pillar};

use super::{FoundProgramme, Group};

/// A figure that is quoted: a count, of a whole if it is a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline<'a> {
    /// What is counted.
    pub quoted: Quoted<'a>,
    /// How many there are.
    pub count: usize,
    /// The whole of which they are a part.
    pub of: Option<usize>,
}

/// What a quoted figure counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quoted<'a> {
    /// The programmes in which an agency takes part.
    With(&'a Agency),
    /// The agencies that work with it.
    Partners(&'a Agency),
    /// The programmes in which two or more agencies work together.
    Together,
    /// The programmes in which each document that names an agency names one alone.
    Alone,
    /// The programmes for which no agency is named.
    NoAgency,
    /// The programmes filed under a pillar.
    FiledUnder(&'a Pillar),
}

impl Quoted<'_> {
    /// What is counted, in words.
    pub fn words(&self) -> String {
        match self {
            Self::With(agency) => format!("programmes in which {} takes part", agency.label()),
            Self::Partners(agency) => format!("agencies that work with {}", agency.label()),
            Self::Together => "programmes in which two or more agencies work together".to_owned(),
            Self::Alone => "programmes with one agency alone, document by document".to_owned(),
            Self::NoAgency => "programmes for which no agency is named".to_owned(),
            Self::FiledUnder(pillar) => format!("programmes filed under {}", pillar.id),
        }
    }
}

/// The figures that are quoted most of these programmes, those of an agency first.
pub fn headlines<'a>(
    found: &[FoundProgramme<'a>],
    around: Option<&'a Agency>,
    dataset: &'a Dataset,
) -> Vec<Headline<'a>> {
    let groups: Vec<Vec<Group<'a>>> = found.iter().map(FoundProgramme::groups).collect();
    let part = |quoted, holds: &dyn Fn(&[Group<'a>]) -> bool| {
        let count = groups.iter().filter(|groups| holds(groups)).count();
        Headline { quoted, count, of: Some(found.len()) }
    };
    let mut headlines = Vec::new();
    if let Some(agency) = around {
        let takes_part = |group: &Group<'_>| group.contains(&agency.id);
        let with = groups.iter().flatten().filter(|group| takes_part(group)).flatten();
        let partners: BTreeSet<&Id<Agency>> =
            with.copied().filter(|id| **id != agency.id).collect();
        headlines.push(part(Quoted::With(agency), &|groups| groups.iter().any(takes_part)));
        let quoted = Quoted::Partners(agency);
        headlines.push(Headline { quoted, count: partners.len(), of: None });
    }
    let several = |groups: &[Group<'_>]| groups.iter().any(|group| group.len() > 1);
    let nobody = |groups: &[Group<'_>]| groups.iter().all(Group::is_empty);
    headlines.push(part(Quoted::Together, &several));
    headlines.push(part(Quoted::Alone, &|groups| !several(groups) && !nobody(groups)));
    headlines.push(part(Quoted::NoAgency, &nobody));
    let mut pillars: Vec<&Pillar> = dataset.records().pillars.iter().collect();
    pillars.sort_by_key(|pillar| pillar.number);
    headlines.extend(pillars.into_iter().map(|pillar| {
        let filed = found.iter().filter(|found| found.programme.pillar == pillar.id);
        Headline { quoted: Quoted::FiledUnder(pillar), count: filed.count(), of: Some(found.len()) }
    }));
    headlines
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
                "programmes in which UNODC takes part: 2 Some(4)",
                "agencies that work with UNODC: 2 None",
                "programmes in which two or more agencies work together: 2 Some(4)",
                "programmes with one agency alone, document by document: 1 Some(4)",
                "programmes for which no agency is named: 1 Some(4)",
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
        let counts: Vec<usize> =
            headlines(&found, None, &dataset).iter().take(3).map(|line| line.count).collect();
        assert_eq!(counts, [1, 2, 1]);
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
            prop_assert_eq!(lines[0].count, its.find(&dataset).len());
            // Asked for several roles each, an agency has them all; a programme needs only somebody in each.
            if all.roles.groups().len() < 2 {
                let with =
                    AgencyFilter { with: unodc.clone(), scope: all, ..AgencyFilter::default() };
                prop_assert_eq!(lines[1].count, with.find(&dataset).len());
            }
            let filter = PairFilter { partner: Partner::Agency, around: unodc, min: 1 };
            prop_assert_eq!(lines[1].count, filter.find(&found, &dataset).0.len());
            prop_assert_eq!(lines[2..5].iter().map(|line| line.count).sum::<usize>(), found.len());
        }
    }
}
