//! The rows of the page: what the filters on programmes leave of each kind of record.

use crate::model::{Agency, Dataset};
use crate::query::{
    AgencyFilter, CommitmentFilter, FoundAgency, FoundCommitment, FoundProgramme, Gap, GapFilter,
    ProgrammeFilter, SECRETARIAT,
};

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
    /// The filters that say nothing of a commitment or a gap: where one is asked, both are left out.
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
        let only_on_programmes = only_on_programmes(filter);
        let (commitments, gaps) = match only_on_programmes.is_empty() {
            true => (commitments(filter, dataset), gaps(filter, dataset)),
            false => (Vec::new(), Vec::new()),
        };
        Self { filter, programmes, agencies, commitments, gaps, agency, only_on_programmes }
    }

    /// How many rows of each kind there are.
    pub fn counts(&self) -> String {
        let Self { programmes, agencies, commitments, gaps, .. } = self;
        let programmes = format!("programmes {}, agencies {}", programmes.len(), agencies.len());
        match self.has_commitments() {
            true => format!("{programmes}, commitments {}, gaps {}", commitments.len(), gaps.len()),
            false => format!("{programmes}; {}", self.left_out()),
        }
    }

    /// Whether commitments and gaps can be narrowed as was asked.
    pub fn has_commitments(&self) -> bool {
        self.only_on_programmes.is_empty()
    }

    /// Why there are no commitments and gaps.
    pub fn left_out(&self) -> String {
        let asked = self.only_on_programmes.join(" or ");
        format!("commitments and gaps are left out, which {asked} does not narrow")
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
    found.retain(|f| filter.agencies.each_holds(|id| f.commitment.agencies().any(|its| its == id)));
    found
}

/// The gaps of the pillar, the document and the agency.
fn gaps<'a>(filter: &ProgrammeFilter, dataset: &'a Dataset) -> Vec<Gap<'a>> {
    let wanted = GapFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        agencies: filter.agencies.clone(),
        search: filter.search.clone(),
        ..GapFilter::default()
    };
    wanted.find(dataset)
}

fn only_on_programmes(filter: &ProgrammeFilter) -> Vec<&'static str> {
    let asked = [
        ("joint", filter.joint),
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
