//! Filters on policy pillars.

use crate::model::{Commitment, Dataset, Document, Pillar, Programme, Section};

use super::{FoundProgramme, Words, on_filing};

/// A filter on pillars. Empty fields do not filter.
#[derive(Debug, Clone, Default)]
pub struct PillarFilter {
    /// Words that must all occur.
    pub search: Words,
}

/// A pillar that was found, with what is filed under it.
pub struct FoundPillar<'a> {
    /// The pillar.
    pub pillar: &'a Pillar,
    /// The programmes filed under it.
    pub programmes: Vec<&'a Programme>,
    /// How many of these name two or more agencies.
    pub joint: usize,
    /// How many of these are only announced.
    pub planned: usize,
    /// How many programmes of the dataset name two or more agencies, wherever they are filed.
    pub all_joint: usize,
    /// What a reader must know of their number.
    pub on_filing: Option<String>,
    /// The commitments filed under it.
    pub commitments: Vec<&'a Commitment>,
    /// The headings that name it, with their documents.
    pub sections: Vec<(&'a Document, &'a Section)>,
}

impl PillarFilter {
    /// The pillars that match, in the order of the dataset.
    pub fn find<'a>(&self, dataset: &'a Dataset) -> Vec<FoundPillar<'a>> {
        let records = dataset.records();
        let sections = || {
            let documents = records.documents.iter();
            documents.flat_map(|document| {
                document.sections.iter().map(move |section| (document, section))
            })
        };
        let pillars = records.pillars.iter().filter(|pillar| self.search.occur(*pillar, dataset));
        let all: Vec<FoundProgramme<'a>> =
            records.programmes.iter().map(FoundProgramme::whole).collect();
        let all_joint = all.iter().filter(|found| found.is_joint()).count();
        let filed = |pillar: &'a Pillar| all.iter().filter(|f| f.programme.pillar == pillar.id);
        let found = |pillar: &'a Pillar| FoundPillar {
            pillar,
            programmes: filed(pillar).map(|found| found.programme).collect(),
            joint: filed(pillar).filter(|found| found.is_joint()).count(),
            planned: filed(pillar).filter(|found| found.is_planned()).count(),
            all_joint,
            on_filing: on_filing(&pillar.id, &all, dataset),
            commitments: records.commitments.iter().filter(|c| c.pillar == pillar.id).collect(),
            sections: sections().filter(|(_, s)| s.pillar.as_ref() == Some(&pillar.id)).collect(),
        };
        pillars.map(found).collect()
    }
}
