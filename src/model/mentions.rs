//! Where documents name the agencies and cite the documents of a dataset.

use std::collections::BTreeMap;

use super::{Agency, Citation, Commitment, Dataset, Document, Id, Party};

impl Dataset {
    /// The places that name each agency otherwise than in a report: its own sources, and those of the commitments that
    /// name it.
    pub fn agency_mentions(&self) -> BTreeMap<&Id<Agency>, Vec<Citation>> {
        let agencies = self.records().agencies.iter();
        let mut naming: BTreeMap<_, _> =
            agencies.map(|agency| (&agency.id, agency.sources.clone())).collect();
        for commitment in &self.records().commitments {
            // A title says when something is, and of nobody that he is to act.
            for place in commitment.sources.iter().filter(|place| &*place.paragraph != "title") {
                for agency in commitment.named_at(place, self) {
                    naming.entry(agency).or_default().push(place.clone());
                }
            }
        }
        naming
    }

    /// The places that cite each document: its own sources, and those that state a commitment of it elsewhere.
    pub fn document_citations(&self) -> BTreeMap<&Id<Document>, Vec<Citation>> {
        let documents = self.records().documents.iter();
        let mut citing: BTreeMap<_, _> =
            documents.map(|document| (&document.id, document.sources.clone())).collect();
        for commitment in &self.records().commitments {
            let Some(instrument) = &commitment.instrument else { continue };
            let places = commitment.sources.iter().filter(|place| place.document != *instrument);
            citing.entry(instrument).or_default().extend(places.cloned());
        }
        citing
    }
}

impl Commitment {
    /// The agencies that a place of the commitment names: those that it is addressed to, and those that make it. An
    /// instrument names the body that adopts it at its head, and not in its paragraphs.
    fn named_at<'a>(
        &'a self,
        place: &'a Citation,
        dataset: &'a Dataset,
    ) -> impl Iterator<Item = &'a Id<Agency>> {
        let adopted = self.instrument.as_ref().filter(|instrument| **instrument == place.document);
        let body = adopted.and_then(|id| dataset.get(id)?.body.as_ref());
        let makers = self.made_by.iter().filter_map(Party::agency);
        let makers = makers.filter(move |maker| Some(*maker) != body);
        self.addressed_to.iter().filter_map(Party::agency).chain(makers)
    }
}
