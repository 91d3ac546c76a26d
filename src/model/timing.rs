//! Whether a document comes after a commitment, and by which rule.

use super::{
    Agency, Citation, Commitment, Comparison, Dataset, Date, Document, ForceClass, Id, Party,
};

/// How a document relates to a commitment in time. The first of these rules that fits decides.
///
/// A plan, a purpose or a standing practice that no instrument contains is the word of the document that first states
/// it, and is as new as that document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// It contains the commitment: an instrument never comes after its own commitments.
    Instrument,
    /// It is dated later than the commitment, even on the latest day that the commitment's date may mean.
    Later,
    /// It is dated earlier.
    Earlier,
    /// It states the commitment, which is a plan, a purpose or a practice and no older than the document itself.
    OwnWord,
    /// It cites the commitment, and what is cited is older than what cites it; so a note that recalls a
    /// resolution, or a task that was given, can itself report on it.
    Cites,
    /// Nothing tells that it comes after.
    Unknown,
}

impl Timing {
    /// Whether the document comes after the commitment.
    pub fn is_after(self) -> bool {
        matches!(self, Self::Later | Self::Cites)
    }

    /// What the document is to the commitment, in words.
    pub fn why(self) -> &'static str {
        match self {
            Self::Instrument => "contains the commitment",
            Self::Later => "is later than the commitment",
            Self::Earlier => "is earlier than the commitment",
            Self::OwnWord => "states the commitment first",
            Self::Cites => "is later than the commitment, since it cites it",
            Self::Unknown => {
                "not known to be later: it lacks a date, and does not cite the commitment"
            }
        }
    }
}

impl Dataset {
    /// The commitments of an instrument, by paragraph.
    pub fn standing_in(&self, instrument: &Id<Document>) -> Vec<&Commitment> {
        let commitments = self.records().commitments.iter();
        let mut found: Vec<&Commitment> =
            commitments.filter(|c| c.instrument.as_ref() == Some(instrument)).collect();
        found.sort_by_cached_key(|commitment| commitment.place_in_time(self));
        found
    }

    /// How a document has been compared with an earlier one, where it has been.
    pub fn comparison(&self, old: &Id<Document>, new: &Id<Document>) -> Option<&Comparison> {
        self.get(new)?.coverage.as_ref()?.comparison(old)
    }
}

impl Commitment {
    /// The agencies that make it or that it is addressed to.
    pub fn agencies(&self) -> impl Iterator<Item = &Id<Agency>> {
        self.made_by.iter().chain(&self.addressed_to).filter_map(Party::agency)
    }

    /// When it was made, where the dataset tells: the date of its instrument, or of the document whose own
    /// word it is.
    pub fn made_on(&self, dataset: &Dataset) -> Option<Date> {
        match &self.instrument {
            Some(instrument) => dataset.get(instrument)?.date,
            None if self.is_own_word() => self.first_cited(dataset),
            None => None,
        }
    }

    /// By which commitments are put in order: when it was made, what is not dated first; then by instrument and
    /// paragraph.
    pub fn place_in_time(&self, dataset: &Dataset) -> impl Ord + use<> {
        let made = self.made_on(dataset).or_else(|| self.first_cited(dataset));
        let place = self.place();
        (made, self.instrument.clone(), place.map(|place| place.order()), self.id.clone())
    }

    /// Where it is written: its paragraph of its instrument, or else the first place that states it.
    pub fn place(&self) -> Option<Citation> {
        match (&self.instrument, &self.instrument_paragraph) {
            (Some(document), Some(paragraph)) => {
                Some(Citation { document: document.clone(), paragraph: paragraph.clone() })
            }
            _ => self.sources.first().cloned(),
        }
    }

    /// How the document relates to it in time.
    pub fn timing(&self, document: &Document, dataset: &Dataset) -> Timing {
        let cited = self.sources.iter().any(|source| source.document == document.id);
        let made = self.made_on(dataset).or_else(|| self.first_cited(dataset));
        let dates = made.zip(document.date);
        match dates {
            _ if self.instrument.as_ref() == Some(&document.id) => Timing::Instrument,
            Some((made, date)) if made.is_before(date) => Timing::Later,
            Some((made, date)) if date.is_before(made) => Timing::Earlier,
            _ if cited && self.is_own_word() => Timing::OwnWord,
            _ if cited => Timing::Cites,
            _ => Timing::Unknown,
        }
    }

    /// Whether the document comes after it.
    pub fn is_before(&self, document: &Document, dataset: &Dataset) -> bool {
        self.timing(document, dataset).is_after()
    }

    /// Whether it is the word of the document that states it, and of no instrument.
    fn is_own_word(&self) -> bool {
        self.instrument.is_none() && self.force.class() == ForceClass::Plan
    }

    /// Whether its instrument is known to have it only by what another document says, and no paragraph of it is named.
    pub fn is_known_by_account(&self) -> bool {
        let instrument = self.instrument.as_ref();
        instrument.is_some()
            && self.instrument_paragraph.is_none()
            && self.sources.iter().all(|source| Some(&source.document) != instrument)
    }

    /// The places that state it: those in its instrument, or all where the instrument is known only from others.
    pub fn stated_in(&self) -> Vec<Citation> {
        let is_own = |source: &Citation| Some(&source.document) == self.instrument.as_ref();
        let (own, others): (Vec<_>, Vec<_>) = self.sources.iter().cloned().partition(is_own);
        if own.is_empty() { others } else { own }
    }

    fn first_cited(&self, dataset: &Dataset) -> Option<Date> {
        let date = |source: &Citation| dataset.get(&source.document)?.date;
        self.sources.iter().filter_map(date).min()
    }
}
