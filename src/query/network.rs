//! Who is named together with whom, and where.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Country, Dataset, Id, Programme, Role, fold, vocabulary};

use super::together::by_document;
use super::{Every, FoundProgramme, Group, Tie, taking_part};

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

/// What is asked of a pair.
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

/// What one document reports of one programme: the agencies that take part, and what each is paired with, by
/// their places in the list of ends.
struct Meeting<'a> {
    programme: &'a Programme,
    agencies: Vec<usize>,
    partners: Vec<usize>,
    /// The roles of each of the agencies.
    roles: Vec<BTreeSet<Role>>,
    /// Whether the document only announces the programme.
    planned: bool,
}

/// A programme that the ends of a pair share.
struct Common<'a> {
    programme: &'a Programme,
    tie: Option<Tie>,
    planned: bool,
}

impl Meeting<'_> {
    /// The tie of two agencies; none where one of the ends is a country.
    fn tie(&self, a: usize, b: usize) -> Option<Tie> {
        let roles = |end| self.roles.get(self.agencies.binary_search(&end).ok()?);
        Some(Tie::between(roles(a)?, roles(b)?))
    }

    /// The partners of an agency that come after it, or only those among them that pairs are `around` of.
    fn partners_of(&self, agency: usize, around: Option<&BTreeSet<usize>>) -> Vec<usize> {
        let later = &self.partners[self.partners.partition_point(|b| *b <= agency)..];
        match around {
            None => later.to_vec(),
            Some(around) => {
                let around = around.range(agency + 1..).copied();
                around.filter(|b| later.binary_search(b).is_ok()).collect()
            }
        }
    }
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
        let meetings = self.meetings(found, &ends);
        let mut of_agency: BTreeMap<usize, Vec<&Meeting<'a>>> = BTreeMap::new();
        for meeting in &meetings {
            for agency in &meeting.agencies {
                of_agency.entry(*agency).or_default().push(meeting);
            }
        }
        let around: BTreeSet<usize> =
            (0..ends.len()).filter(|at| self.around.values().any(|id| ends[*at].is(id))).collect();
        let (mut pairs, mut left_out) = (Vec::new(), 0);
        let mut counts = vec![0; ends.len()];
        for (a, meetings) in of_agency {
            let around = (!self.around.is_empty() && !around.contains(&a)).then_some(&around);
            let partners = count(a, &meetings, around, &mut counts);
            let is_around =
                |b: &usize| self.around.each_holds(|id| ends[a].is(id) || ends[*b].is(id));
            let partners = partners.into_iter().filter(is_around);
            let (kept, few): (Vec<usize>, Vec<usize>) =
                partners.partition(|b| counts[*b] >= self.min);
            left_out += few.len();
            for (b, common) in shared(a, &meetings, around, &kept) {
                pairs.push(self.pair(ends[a], ends[b], &common));
            }
            counts.fill(0);
        }
        let all = pairs.len();
        pairs.retain(|pair| self.ties.each_holds(|tie| pair.tie() == Some(*tie)));
        left_out += all - pairs.len();
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

    fn meetings<'a>(&self, found: &[FoundProgramme<'a>], ends: &[End<'a>]) -> Vec<Meeting<'a>> {
        let places: BTreeMap<&str, usize> =
            ends.iter().enumerate().map(|(at, end)| (end.key, at)).collect();
        let place = |key: &str| places.get(key).copied();
        let mut all = Vec::new();
        for found in found {
            for reports in by_document(&found.reports) {
                let group: Group<'a> = taking_part(&reports, &found.roles);
                let placed = group.into_iter().filter_map(|(id, r)| Some((place(id.as_str())?, r)));
                let by_place: BTreeMap<usize, BTreeSet<Role>> = placed.collect();
                let (agencies, roles): (Vec<usize>, Vec<_>) = by_place.into_iter().unzip();
                let partners = match self.partner {
                    Partner::Agency => agencies.clone(),
                    Partner::Country => {
                        let countries = reports.iter().flat_map(|report| &report.countries);
                        let places: BTreeSet<usize> =
                            countries.filter_map(|country| place(country.code())).collect();
                        places.into_iter().collect()
                    }
                };
                let planned = reports.iter().all(|report| report.planned);
                let programme = found.programme;
                all.push(Meeting { programme, agencies, partners, roles, planned });
            }
        }
        all
    }
}

/// The partners of an agency, and in `counts` in how many programmes it meets each: nothing is kept for a pair
/// that turns out to share too few.
fn count(
    agency: usize,
    meetings: &[&Meeting<'_>],
    around: Option<&BTreeSet<usize>>,
    counts: &mut [usize],
) -> Vec<usize> {
    let mut met = Vec::new();
    for same in meetings.chunk_by(|one, next| one.programme.id == next.programme.id) {
        let mut partners: Vec<usize> =
            same.iter().flat_map(|meeting| meeting.partners_of(agency, around)).collect();
        if same.len() > 1 {
            partners.sort_unstable();
            partners.dedup();
        }
        for partner in partners {
            met.extend((counts[partner] == 0).then_some(partner));
            counts[partner] += 1;
        }
    }
    met.sort_unstable();
    met
}

/// The programmes in which an agency meets each of these partners, and its closest tie to it in each.
fn shared<'a>(
    agency: usize,
    meetings: &[&Meeting<'a>],
    around: Option<&BTreeSet<usize>>,
    partners: &[usize],
) -> BTreeMap<usize, Vec<Common<'a>>> {
    let mut shared: BTreeMap<usize, Vec<Common<'a>>> =
        partners.iter().map(|partner| (*partner, Vec::new())).collect();
    for meeting in meetings.iter().filter(|_| !partners.is_empty()) {
        for partner in meeting.partners_of(agency, around) {
            let Some(all) = shared.get_mut(&partner) else { continue };
            let Meeting { programme, planned, .. } = meeting;
            let tie = meeting.tie(agency, partner);
            match all.last_mut().filter(|last| last.programme.id == programme.id) {
                Some(known) => {
                    known.tie = known.tie.into_iter().chain(tie).min();
                    known.planned &= planned;
                }
                None => all.push(Common { programme, tie, planned: *planned }),
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests;
