//! The rows of the page: what the filters on programmes leave of each kind of record.

use crate::model::{Agency, Commitment, Dataset, Document, Id};
use crate::query::{
    AgencyFilter, CommitmentFilter, FoundAgency, FoundCommitment, FoundProgramme, Gap, GapFilter,
    ProgrammeFilter, SECRETARIAT, on_editions,
};

/// What was found.
pub struct Answer<'a> {
    /// The filters.
    pub filter: &'a ProgrammeFilter,
    /// The programmes.
    pub programmes: Vec<FoundProgramme<'a>>,
    /// The agencies: all, or those that the programmes name.
    pub agencies: Vec<FoundAgency<'a>>,
    /// The commitments, where what was asked narrows them.
    pub commitments: Option<Vec<FoundCommitment<'a>>>,
    /// The gaps, where what was asked narrows them, and on whose silence they rest.
    pub gaps: Option<(Vec<Gap<'a>>, String)>,
    /// What is left out, and why.
    pub left_out: Option<String>,
    /// The agency whose figures are given.
    pub agency: Option<&'a Agency>,
}

impl<'a> Answer<'a> {
    /// What the dataset has.
    pub fn new(filter: &'a ProgrammeFilter, dataset: &'a Dataset) -> Self {
        let programmes = filter.find(dataset);
        let scope = AgencyFilter { scope: filter.clone(), ..AgencyFilter::default() };
        let mut agencies = scope.find(dataset);
        if programmes.len() < dataset.records().programmes.len() {
            let is_asked = |id: &Id<Agency>| filter.agencies.values().any(|asked| asked == id);
            agencies.retain(|found| !found.programmes.is_empty() || is_asked(&found.agency.id));
        }
        let asked: Vec<_> = filter.agencies.values().collect();
        let agency = match asked.as_slice() {
            [] => dataset.find(SECRETARIAT),
            [one] => dataset.get(*one),
            _ => None,
        };
        let of_programmes = only_on_programmes(filter);
        let has_commitments = of_programmes.is_empty();
        let is_periodic = |id: &Id<Document>| dataset.get(id).is_some_and(|it| it.periodic);
        let has_periodic =
            filter.documents.is_empty() || filter.documents.values().any(is_periodic);
        let has_gaps = has_commitments && has_periodic && filter.paragraphs.is_empty();
        let left_out = if !has_commitments {
            let asked = of_programmes.join(", ");
            Some(format!("commitments and gaps are not shown: they cannot be filtered by {asked}"))
        } else if !has_periodic {
            Some(
                "gaps are not shown: none of the selected documents is a periodic report"
                    .to_owned(),
            )
        } else {
            (!has_gaps)
                .then(|| "gaps are not shown: they cannot be filtered by paragraph".to_owned())
        };
        let commitments = has_commitments.then(|| commitments(filter, dataset));
        let gaps = has_gaps.then(|| gaps(filter, dataset));
        Self { filter, programmes, agencies, commitments, gaps, left_out, agency }
    }

    /// How many rows of each kind there are.
    pub fn counts(&self) -> String {
        let mut counts =
            format!("programmes {}, agencies {}", self.programmes.len(), self.agencies.len());
        if let Some(commitments) = &self.commitments {
            counts += &format!(", commitments {}", commitments.len());
        }
        if let Some((gaps, _)) = &self.gaps {
            counts += &format!(", gaps {}", gaps.len());
        }
        match &self.left_out {
            Some(why) => format!("{counts}; {why}"),
            None => counts,
        }
    }
}

/// The commitments of the pillar, the document and its paragraphs, that the agency makes or that are addressed to it.
fn commitments<'a>(filter: &ProgrammeFilter, dataset: &'a Dataset) -> Vec<FoundCommitment<'a>> {
    let wanted = CommitmentFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        search: filter.search.clone(),
        ..CommitmentFilter::default()
    };
    let mut found = wanted.find(dataset);
    found.retain(|f| filter.agencies.each_holds(|id| f.commitment.agencies().any(|its| its == id)));
    if !filter.paragraphs.is_empty() {
        found.retain(|found| stands_there(found.commitment, filter));
    }
    found
}

/// Whether a commitment stands in one of the paragraphs that are asked for, of one of the documents if any are.
fn stands_there(commitment: &Commitment, filter: &ProgrammeFilter) -> bool {
    let is_there = |document: &Id<Document>, paragraph: &str| {
        filter.documents.any_holds_if_asked(|id| id == document)
            && filter.paragraphs.any_holds_if_asked(|range| range.holds(paragraph))
    };
    let own = commitment.instrument.as_ref().zip(commitment.instrument_paragraph.as_deref());
    own.is_some_and(|(document, paragraph)| is_there(document, paragraph))
        || commitment.sources.iter().any(|place| is_there(&place.document, &place.paragraph))
}

/// The gaps of the pillar, the document and the agency, and on whose silence they rest.
fn gaps<'a>(filter: &ProgrammeFilter, dataset: &'a Dataset) -> (Vec<Gap<'a>>, String) {
    let wanted = GapFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        agencies: filter.agencies.clone(),
        search: filter.search.clone(),
        ..GapFilter::default()
    };
    (wanted.find(dataset), on_editions(&wanted.editions(dataset), dataset))
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
        ("since", filter.since.is_some()),
        ("until", filter.until.is_some()),
    ];
    asked.into_iter().filter(|(_, asked)| *asked).map(|(name, _)| name).collect()
}
