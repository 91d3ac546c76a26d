//! Who is named together with whom, and where.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Country, Dataset, Id, Programme, Role, fold, vocabulary};

use super::together::{by_document, taking_part};
use super::{Every, FoundProgramme, Tie};

vocabulary! {
    /// What an agency is paired with.
    #[derive(Default)]
    pub enum Partner {
        /// The agencies that it is named together with.
        #[default]
        Agency,
        /// The countries in which the work is done.
        Country,
    }
}

/// One end of a pair: an agency, or a country.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End<'a> {
    /// What distinguishes it from every other: its id or code.
    pub key: &'a str,
    /// What stands for it in a cell.
    pub label: &'a str,
    /// The agency that it is.
    pub agency: Option<&'a Agency>,
}

/// Two agencies that are named together, or an agency and a country in which it works, with the programmes in
/// which one document reports both.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<'a> {
    /// The agency; of two, the one that is asked about, else the one whose label comes first.
    pub a: End<'a>,
    /// The other.
    pub b: End<'a>,
    /// The programmes, in the order of the dataset.
    pub programmes: Vec<&'a Programme>,
    /// The closest tie of two agencies in each of these programmes; none to a country.
    pub ties: Vec<Tie>,
    /// How many of these programmes are only announced by the documents that report both.
    pub planned: usize,
}

impl Pair<'_> {
    /// The closest tie over all that they share.
    pub fn tie(&self) -> Option<Tie> {
        self.ties.iter().min().copied()
    }
}

impl End<'_> {
    fn is(&self, id: &Id<Agency>) -> bool {
        self.agency.is_some_and(|agency| agency.id == *id)
    }
}

/// A filter on pairs.
#[derive(Debug, Clone, Default)]
pub struct PairFilter {
    /// What agencies are paired with.
    pub partner: Partner,
    /// Agencies that the pair includes.
    pub around: Every<Id<Agency>>,
    /// How many programmes a pair shares at least.
    pub min: usize,
    /// The closest tie of two agencies.
    pub ties: Every<Tie>,
}

/// A programme that the ends of a pair share.
struct Common<'a> {
    programme: &'a Programme,
    tie: Option<Tie>,
    planned: bool,
}

/// What one document reports of one programme: who takes part and what they are paired with, by their places in the
/// list of ends.
struct Meeting<'a> {
    programme: &'a Programme,
    planned: bool,
    agencies: BTreeMap<usize, BTreeSet<Role>>,
    partners: BTreeSet<usize>,
}

impl PairFilter {
    /// The pairs of these programmes, those with most programmes first, then those with the closest tie, then by
    /// label; and how many more there are that share too few or have another tie.
    pub fn find<'a>(
        &self,
        found: &[FoundProgramme<'a>],
        dataset: &'a Dataset,
    ) -> (Vec<Pair<'a>>, usize) {
        let ends = self.ends(found, dataset);
        let places: BTreeMap<&str, usize> = ends.iter().map(|end| end.key).zip(0..).collect();
        let meetings = self.meetings(found, &places);
        let asked = self.around.values().filter_map(|id| places.get(id.as_str()).copied());
        let asked: BTreeSet<usize> = asked.collect();
        let mut of_agency: BTreeMap<usize, Vec<&Meeting<'a>>> = BTreeMap::new();
        for meeting in &meetings {
            for agency in meeting.agencies.keys() {
                of_agency.entry(*agency).or_default().push(meeting);
            }
        }
        let (mut pairs, mut left_out) = (Vec::new(), 0);
        // Of one agency at a time: all pairs that share too few would take much memory.
        for (a, meetings) in of_agency {
            let is_any = self.around.is_empty() || asked.contains(&a);
            for (b, common) in shared(a, &meetings, (!is_any).then_some(&asked)) {
                if !self.around.each_holds(|id| ends[a].is(id) || ends[b].is(id)) {
                    continue;
                }
                let pair = self.pair(ends[a], ends[b], &common);
                let is_wanted = pair.programmes.len() >= self.min
                    && self.ties.each_holds(|tie| pair.tie() == Some(*tie));
                if is_wanted {
                    pairs.push(pair);
                } else {
                    left_out += 1;
                }
            }
        }
        // The ends are in the order of their labels, and so are the pairs.
        pairs.sort_by_key(|pair| (Reverse(pair.programmes.len()), pair.tie()));
        (pairs, left_out)
    }

    /// A pair, of which the agency that is asked about comes first.
    fn pair<'a>(&self, a: End<'a>, b: End<'a>, common: &[Common<'a>]) -> Pair<'a> {
        let asked = |end: End<'a>| self.around.values().any(|id| end.is(id));
        let (a, b) = if asked(b) && !asked(a) { (b, a) } else { (a, b) };
        Pair {
            a,
            b,
            programmes: common.iter().map(|common| common.programme).collect(),
            ties: common.iter().filter_map(|common| common.tie).collect(),
            planned: common.iter().filter(|common| common.planned).count(),
        }
    }

    /// Everything that is paired, by label: agencies before countries.
    fn ends<'a>(&self, found: &[FoundProgramme<'a>], dataset: &'a Dataset) -> Vec<End<'a>> {
        let agencies: BTreeSet<&Id<Agency>> =
            found.iter().flat_map(FoundProgramme::participants).map(|p| &p.agency).collect();
        let mut agencies: Vec<&Agency> =
            agencies.into_iter().filter_map(|id| dataset.get(id)).collect();
        agencies.sort_by_cached_key(|agency| (fold(agency.label()), &agency.id));
        let agency = |a: &'a Agency| End { key: a.id.as_str(), label: a.label(), agency: Some(a) };
        let mut ends: Vec<End<'a>> = agencies.into_iter().map(agency).collect();
        if self.partner == Partner::Country {
            let reports = found.iter().flat_map(|found| &found.reports);
            let countries: BTreeSet<Country> =
                reports.flat_map(|report| &report.countries).copied().collect();
            let mut countries: Vec<Country> = countries.into_iter().collect();
            countries.sort_by_cached_key(|country| fold(country.name()));
            let country = |c: Country| End { key: c.code(), label: c.name(), agency: None };
            ends.extend(countries.into_iter().map(country));
        }
        ends
    }

    fn meetings<'a>(
        &self,
        found: &[FoundProgramme<'a>],
        places: &BTreeMap<&str, usize>,
    ) -> Vec<Meeting<'a>> {
        let place = |key: &str| places.get(key).copied();
        let mut meetings = Vec::new();
        for FoundProgramme { programme, reports, roles } in found {
            for reports in by_document(reports) {
                let planned = reports.iter().all(|report| report.planned);
                let group = taking_part(&reports, roles).into_iter();
                let agencies: BTreeMap<usize, BTreeSet<Role>> =
                    group.filter_map(|(id, roles)| Some((place(id.as_str())?, roles))).collect();
                let countries = reports.iter().flat_map(|report| &report.countries);
                let partners = match self.partner {
                    Partner::Agency => agencies.keys().copied().collect(),
                    Partner::Country => countries.filter_map(|c| place(c.code())).collect(),
                };
                meetings.push(Meeting { programme, planned, agencies, partners });
            }
        }
        meetings
    }
}

/// What an agency shares with each end behind it in the list, or with those of `asked` alone: a pair stands once, under
/// the end that comes first. All pairs of thousands of agencies are too many to be made where only those around one are
/// asked about.
fn shared<'a>(
    a: usize,
    meetings: &[&Meeting<'a>],
    asked: Option<&BTreeSet<usize>>,
) -> BTreeMap<usize, Vec<Common<'a>>> {
    let mut shared: BTreeMap<usize, Vec<Common<'a>>> = BTreeMap::new();
    for Meeting { programme, planned, agencies, partners } in meetings {
        let others = asked.unwrap_or(partners);
        for b in others.range(a + 1..).filter(|b| partners.contains(b)) {
            let tie = agencies.get(b).map(|others| Tie::between(&agencies[&a], others));
            add(Common { programme, tie, planned: *planned }, shared.entry(*b).or_default());
        }
    }
    shared
}

/// Adds what a further document reports of both: a programme has the closest of its ties.
fn add<'a>(reported: Common<'a>, all: &mut Vec<Common<'a>>) {
    match all.last_mut().filter(|last| last.programme.id == reported.programme.id) {
        Some(known) => {
            known.tie = known.tie.into_iter().chain(reported.tie).min();
            known.planned &= reported.planned;
        }
        None => all.push(reported),
    }
}
