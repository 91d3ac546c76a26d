//! The rows of the page: what the filters on programmes leave of each kind of record.

use crate::model::{Agency, Commitment, Dataset, Document, Id};
use crate::query::{
    AgencyFilter, CommitmentFilter, DocumentFilter, FoundAgency, FoundCommitment, FoundDocument,
    FoundProgramme, Gap, GapFilter, ProgrammeFilter, SECRETARIAT, by_first_source, on_commitments,
    on_editions, on_groups, on_unread, reporting,
};

/// The filters that commitments have as well.
const OF_ALL: [&str; 6] = ["pillar", "second", "agency", "document", "paragraph", "search"];

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
    /// The documents: all, or those that were asked for and on which the programmes and commitments rest.
    pub documents: Vec<FoundDocument<'a>>,
    /// What a reader must know of the programmes, the commitments and the gaps.
    pub notes: [Vec<String>; 3],
    /// What is left out, and why.
    pub left_out: Option<String>,
    /// The agency whose figures are given.
    pub agency: Option<&'a Agency>,
}

impl<'a> Answer<'a> {
    /// What the dataset has; `asked` are the options that were given, with their values.
    pub fn new(
        filter: &'a ProgrammeFilter,
        asked: &[(String, String)],
        dataset: &'a Dataset,
    ) -> Self {
        let mut programmes = filter.find(dataset);
        by_first_source(&mut programmes, dataset);
        let scope = AgencyFilter { scope: filter.clone(), ..AgencyFilter::default() };
        let mut agencies = scope.find(dataset);
        if programmes.len() < dataset.records().programmes.len() {
            let is_asked = |id: &Id<Agency>| filter.agencies.values().any(|asked| asked == id);
            agencies.retain(|found| !found.programmes.is_empty() || is_asked(&found.agency.id));
        }
        let agencies_asked: Vec<_> = filter.agencies.values().collect();
        let agency = match agencies_asked.as_slice() {
            [] => dataset.find(SECRETARIAT),
            [one] => dataset.get(*one),
            _ => None,
        };
        let mut of_programmes: Vec<&str> = asked.iter().map(|(option, _)| &**option).collect();
        of_programmes.retain(|option| !OF_ALL.contains(option));
        of_programmes.dedup();
        let has_commitments = of_programmes.is_empty();
        let is_periodic = |id: &Id<Document>| dataset.get(id).is_some_and(|it| it.periodic);
        let has_periodic =
            filter.documents.is_empty() || filter.documents.values().any(is_periodic);
        let has_gaps = has_commitments && has_periodic && filter.paragraphs.is_empty();
        let left_out = (!has_gaps).then(|| {
            if !has_commitments {
                let asked = format!("--{}", of_programmes.join(", --").replace('_', "-"));
                format!("commitments and gaps are not shown: they cannot be filtered by {asked}")
            } else if !has_periodic {
                "gaps are not shown: none of the selected documents is a periodic report".to_owned()
            } else {
                "gaps are not shown: they cannot be filtered by paragraph".to_owned()
            }
        });
        let mut notes = [filter.notes(&programmes, dataset), Vec::new(), Vec::new()];
        let commitments = has_commitments.then(|| {
            let (found, on_commitments) = commitments(filter, dataset);
            notes[1] = on_commitments;
            found
        });
        let gaps = has_gaps.then(|| {
            let wanted = wanted_gaps(filter);
            let found = wanted.find(dataset);
            notes[2] = wanted.notes(&found, dataset);
            (found, on_editions(&wanted.editions(dataset), dataset))
        });
        let documents = documents(filter, &programmes, commitments.as_deref(), dataset);
        Self { filter, programmes, agencies, commitments, gaps, documents, notes, left_out, agency }
    }

    /// Why nothing is known, where only documents are asked for of which nothing has been read.
    pub fn unread(&self, dataset: &Dataset) -> Option<String> {
        let read = dataset.documents_read();
        let mut asked = self.filter.documents.values();
        let is_unread = !asked.any(|id| read.contains(id)) && self.programmes.is_empty();
        on_unread(self.filter.documents.values(), true, dataset).filter(|_| is_unread)
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

/// The commitments of the pillar, the document and its paragraphs, that the agency makes or that are addressed to it,
/// and what a reader must know of them.
fn commitments<'a>(
    filter: &ProgrammeFilter,
    dataset: &'a Dataset,
) -> (Vec<FoundCommitment<'a>>, Vec<String>) {
    let wanted = CommitmentFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        paragraphs: filter.paragraphs.clone(),
        search: filter.search.clone(),
        ..CommitmentFilter::default()
    };
    let mut found = wanted.find(dataset);
    let all: Vec<&Commitment> = found.iter().map(|found| found.commitment).collect();
    let agencies: Vec<&Id<Agency>> = filter.agencies.values().collect();
    let command = |groups: &str| format!("`cnd commitments --to {groups}`");
    let to_groups = on_groups(&agencies, &all, ("commitment", &command), dataset);
    found.retain(|f| filter.agencies.each_holds(|id| f.commitment.agencies().any(|its| its == id)));
    let mut notes = on_commitments(&found);
    notes.extend(wanted.notes(&found, dataset).into_iter().chain(to_groups));
    (found, notes)
}

/// The documents that are asked for, and those on which what was found rests.
fn documents<'a>(
    filter: &ProgrammeFilter,
    programmes: &[FoundProgramme<'_>],
    commitments: Option<&[FoundCommitment<'_>]>,
    dataset: &'a Dataset,
) -> Vec<FoundDocument<'a>> {
    let mut rest_on = reporting(programmes);
    rest_on.extend(filter.documents.values().cloned());
    for found in commitments.into_iter().flatten() {
        rest_on.extend(found.commitment.sources.iter().map(|source| source.document.clone()));
        rest_on.extend(found.commitment.instrument.clone());
    }
    let mut documents = DocumentFilter::default().find(dataset);
    if *filter != ProgrammeFilter::default() {
        documents.retain(|found| rest_on.contains(&found.document.id));
    }
    documents
}

/// The gaps of the pillar, the document and the agency.
fn wanted_gaps(filter: &ProgrammeFilter) -> GapFilter {
    GapFilter {
        documents: filter.documents.clone(),
        pillars: filter.pillars.clone(),
        agencies: filter.agencies.clone(),
        search: filter.search.clone(),
        ..GapFilter::default()
    }
}
