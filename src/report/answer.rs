//! The rows of the page: what the filters on programmes leave of each kind of record.

use crate::model::{Agency, Dataset};
use crate::query::{
    AgencyFilter, CommitmentFilter, FoundAgency, FoundCommitment, FoundProgramme, Gap, GapFilter,
    ProgrammeFilter,
};

/// The agency whose figures are given where no other is asked about: the Commission's own secretariat.
const SECRETARIAT: &str = "unodc";

/// What was found.
pub struct Answer<'a> {
    /// The filters.
    pub filter: &'a ProgrammeFilter,
    /// The programmes.
    pub programmes: Vec<FoundProgramme<'a>>,
    /// The agencies: all, or those that the programmes name.
    pub agencies: Vec<FoundAgency<'a>>,
    /// The commitments.
    pub commitments: Vec<FoundCommitment<'a>>,
    /// The gaps.
    pub gaps: Vec<Gap<'a>>,
    /// The agency whose figures are given.
    pub agency: Option<&'a Agency>,
    /// The filters that say nothing of a commitment or a gap, and so do not narrow them.
    pub only_on_programmes: Vec<&'static str>,
}

impl<'a> Answer<'a> {
    /// What the dataset has.
    pub fn new(filter: &'a ProgrammeFilter, dataset: &'a Dataset) -> Self {
        let programmes = filter.find(dataset);
        let scope = AgencyFilter { scope: filter.clone(), ..AgencyFilter::default() };
        let mut agencies = scope.find(dataset);
        if programmes.len() < dataset.records().programmes.len() {
            agencies.retain(|found| !found.programmes.is_empty());
        }
        let asked: Vec<_> = filter.agencies.values().collect();
        let agency = match asked.as_slice() {
            [] => dataset.find(SECRETARIAT),
            [one] => dataset.get(*one),
            _ => None,
        };
        let commitments = commitments(filter, dataset);
        let gaps = GapFilter {
            documents: filter.documents.clone(),
            pillars: filter.pillars.clone(),
            agencies: filter.agencies.clone(),
            search: filter.search.clone(),
            ..GapFilter::default()
        };
        let gaps = gaps.find(dataset);
        let only_on_programmes = only_on_programmes(filter);
        Self { filter, programmes, agencies, commitments, gaps, agency, only_on_programmes }
    }

    /// How many rows of each kind there are.
    pub fn counts(&self) -> String {
        let Self { programmes, agencies, commitments, gaps, .. } = self;
        format!(
            "programmes {}, agencies {}, commitments {}, gaps {}",
            programmes.len(),
            agencies.len(),
            commitments.len(),
            gaps.len()
        )
    }
}

/// The commitments of the pillar and the document, that the agency makes or that are addressed to it.
fn commitments<'a>(filter: &ProgrammeFilter, dataset: &'a Dataset) -> Vec<FoundCommitment<'a>> {
    let wanted = CommitmentFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        search: filter.search.clone(),
        ..CommitmentFilter::default()
    };
    let mut found = wanted.find(dataset);
    found.retain(|f| filter.agencies.hold(|id| f.commitment.agencies().any(|its| its == id)));
    found
}

fn only_on_programmes(filter: &ProgrammeFilter) -> Vec<&'static str> {
    let asked = [
        ("joint", filter.joint),
        ("second pillars", filter.second_pillars),
        ("agency kind", !filter.agency_kinds.is_empty()),
        ("role", !filter.roles.is_empty()),
        ("lead", !filter.leads.is_empty()),
        ("only", !filter.only.is_empty()),
        ("without", !filter.without.is_empty()),
        ("country", !filter.countries.is_empty()),
        ("government", !filter.governments.is_empty()),
        ("region", !filter.regions.is_empty()),
        ("kind", !filter.kinds.is_empty()),
        ("paragraph", !filter.paragraphs.is_empty()),
        ("since", filter.since.is_some()),
        ("until", filter.until.is_some()),
    ];
    asked.into_iter().filter(|(_, asked)| *asked).map(|(name, _)| name).collect()
}
