//! The line of a commitment: the earlier ones that it repeats, and the later ones that repeat it.

use std::collections::{HashMap, HashSet};

use super::{Commitment, Dataset, Evidence, Id};

/// Which commitments repeat which.
pub struct Lines<'a> {
    dataset: &'a Dataset,
    later: HashMap<&'a Id<Commitment>, Vec<&'a Commitment>>,
}

impl<'a> Lines<'a> {
    /// The lines of a dataset.
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut later: HashMap<_, Vec<_>> = HashMap::new();
        for commitment in &dataset.records().commitments {
            for repeated in &commitment.repeats {
                later.entry(&repeated.commitment).or_default().push(commitment);
            }
        }
        Self { dataset, later }
    }

    /// Those that repeat a commitment themselves.
    pub fn repeated_by(&self, commitment: &Commitment) -> &[&'a Commitment] {
        self.later.get(&commitment.id).map_or(&[], Vec::as_slice)
    }

    /// Whether no other repeats it.
    pub fn is_last(&self, commitment: &Commitment) -> bool {
        self.repeated_by(commitment).is_empty()
    }

    /// Those that repeat a commitment, through others too, nearest first.
    pub fn later(&self, commitment: &Commitment) -> Vec<&'a Commitment> {
        reached(commitment, |next| self.repeated_by(next).to_vec())
    }

    /// The commitment with all that it repeats and all that repeat it, oldest first.
    pub fn through(&self, commitment: &'a Commitment) -> Vec<&'a Commitment> {
        let mut line = commitment.earlier(self.dataset);
        line.push(commitment);
        line.extend(self.later(commitment));
        line.sort_by_cached_key(|commitment| commitment.place_in_time(self.dataset));
        line
    }
}

impl Commitment {
    /// The earlier commitments that it repeats, through others too, nearest first.
    pub fn earlier<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Commitment> {
        reached(self, |next| next.repeated(dataset))
    }

    /// The earlier commitments that it repeats itself.
    fn repeated<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Commitment> {
        self.repeats.iter().filter_map(|repeated| dataset.get(&repeated.commitment)).collect()
    }

    /// Whether evidence for an earlier commitment answers this one, which repeats it: its document comes after
    /// this one, so does what is reported, where that has a date, and this one does not itself mark the work as
    /// older.
    pub fn inherits(&self, evidence: &Evidence, dataset: &Dataset) -> bool {
        let document = dataset.get(&evidence.document);
        let is_after = document.is_some_and(|document| self.is_before(document, dataset));
        let reports = dataset.get(&evidence.programme).into_iter().flat_map(|p| &p.reports);
        let mut dates = reports
            .filter(|report| report.citation() == evidence.citation())
            .filter_map(|report| report.date);
        let made = self.made_on(dataset);
        let is_older = |own: &Evidence| {
            own.earlier && own.programme == evidence.programme && own.document == evidence.document
        };
        is_after
            && !evidence.earlier
            && dates.all(|date| made.is_none_or(|made| made.is_before(date)))
            && !self.evidence.iter().any(is_older)
    }
}

/// The commitments that are reached from one step by step, nearest first.
fn reached<'a>(
    start: &Commitment,
    next: impl Fn(&Commitment) -> Vec<&'a Commitment>,
) -> Vec<&'a Commitment> {
    let mut seen = HashSet::from([start.id.clone()]);
    let mut found = next(start);
    found.retain(|commitment| seen.insert(commitment.id.clone()));
    let mut at = 0;
    while let Some(commitment) = found.get(at).copied() {
        found.extend(next(commitment).into_iter().filter(|c| seen.insert(c.id.clone())));
        at += 1;
    }
    found
}
