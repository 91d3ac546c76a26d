//! The line of a commitment: all that `repeats` joins to it, earlier and later, on any branch.

use std::collections::{HashMap, HashSet};

use super::{Change, Commitment, Dataset, Date, Evidence, Id, Repetition, Vocabulary};

/// Which commitments repeat which.
pub struct Lineage<'a> {
    dataset: &'a Dataset,
    later: HashMap<&'a Id<Commitment>, Vec<&'a Commitment>>,
    /// The date of the latest instrument in the line of each commitment.
    latest: HashMap<&'a Id<Commitment>, Option<Date>>,
}

impl<'a> Lineage<'a> {
    /// The lines of a dataset.
    pub fn new(dataset: &'a Dataset) -> Self {
        let mut later: HashMap<_, Vec<_>> = HashMap::new();
        for commitment in &dataset.records().commitments {
            for repeated in &commitment.repeats {
                later.entry(&repeated.commitment).or_default().push(commitment);
            }
        }
        let mut lines = Self { dataset, later, latest: HashMap::new() };
        for commitment in &dataset.records().commitments {
            if !lines.latest.contains_key(&commitment.id) {
                let line = lines.line(commitment);
                let in_instruments = line.iter().filter(|c| c.instrument.is_some());
                let dates = in_instruments.filter_map(|c| c.made_on(dataset));
                let latest = dates.max_by_key(|date| date.first_day());
                lines.latest.extend(line.iter().map(|c| (&c.id, latest)));
            }
        }
        lines
    }

    /// Those that repeat a commitment themselves.
    pub fn repeated_by(&self, commitment: &Commitment) -> &[&'a Commitment] {
        self.later.get(&commitment.id).map_or(&[], Vec::as_slice)
    }

    /// Whether no other repeats it: none itself, and none of its line in a later instrument.
    pub fn is_last(&self, commitment: &Commitment) -> bool {
        let made = commitment.made_on(self.dataset);
        let latest = self.latest.get(&commitment.id).copied().flatten();
        self.is_end(commitment)
            && !made.zip(latest).is_some_and(|(made, latest)| made.is_before(latest))
    }

    /// Whether its branch of the line ends with it: none repeats it itself.
    pub fn is_end(&self, commitment: &Commitment) -> bool {
        self.repeated_by(commitment).is_empty()
    }

    /// Those that repeat a commitment, through others too, nearest first.
    pub fn later(&self, commitment: &Commitment) -> Vec<&'a Commitment> {
        reachable(commitment, |next| self.repeated_by(next).to_vec())
    }

    /// The whole line, oldest first: the commitment with all that it repeats, all that repeat it, and the other
    /// branches from these.
    pub fn line(&self, commitment: &'a Commitment) -> Vec<&'a Commitment> {
        let mut line = reachable(commitment, |next| {
            let mut joined = next.repeated(self.dataset);
            joined.extend(self.repeated_by(next));
            joined
        });
        line.push(commitment);
        line.sort_by_cached_key(|commitment| commitment.place_in_time(self.dataset));
        line
    }
}

impl Commitment {
    /// The earlier commitments that it repeats, through others too, nearest first.
    pub fn earlier<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Commitment> {
        reachable(self, |next| next.repeated(dataset))
    }

    /// The repetitions by which it repeats an earlier one, the last first; of several ways the one that is listed
    /// first.
    pub fn path_to<'a>(
        &'a self,
        earlier: &Self,
        dataset: &'a Dataset,
    ) -> Option<Vec<&'a Repetition>> {
        // From where no way was found once, none is found again.
        let mut seen = HashSet::new();
        let (mut path, mut open) = (Vec::new(), vec![self.repeats.iter()]);
        while let Some(steps) = open.last_mut() {
            if let Some(step) = steps.next() {
                path.push(step);
                if step.commitment == earlier.id {
                    return Some(path);
                }
                let next = dataset.get(&step.commitment).filter(|next| seen.insert(&next.id));
                open.push(next.map_or([].iter(), |next| next.repeats.iter()));
            } else {
                open.pop();
                path.pop();
            }
        }
        None
    }

    /// What has changed since an earlier one that it repeats, in words.
    pub fn change_words(&self, earlier: &Self, dataset: &Dataset) -> Option<String> {
        let path = self.path_to(earlier, dataset)?;
        let mut changes: Vec<&str> = path.iter().rev().map(|step| step.change.word()).collect();
        changes.retain(|change| *change != Change::Same.word());
        changes.dedup();
        (!changes.is_empty()).then(|| changes.join(", "))
    }

    /// The earlier commitments that it repeats itself.
    fn repeated<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Commitment> {
        self.repeats.iter().filter_map(|repeated| dataset.get(&repeated.commitment)).collect()
    }

    /// The evidence for earlier commitments that answers this one too, with the commitment under which it stands.
    pub fn inherited<'a>(&self, dataset: &'a Dataset) -> Vec<(&'a Commitment, &'a Evidence)> {
        let earlier = self.earlier(dataset).into_iter();
        let all = earlier.flat_map(|earlier| earlier.evidence.iter().map(move |e| (earlier, e)));
        all.filter(|(_, evidence)| self.inherits(evidence, dataset)).collect()
    }

    /// Whether evidence for an earlier commitment answers this one, which repeats it: its document comes after
    /// this one, so does what is reported, where that has a date, and this one does not itself mark the work as
    /// older.
    pub fn inherits(&self, evidence: &Evidence, dataset: &Dataset) -> bool {
        let document = dataset.get(&evidence.document);
        let is_after = document.is_some_and(|document| self.is_before(document, dataset));
        let mut dates = evidence.reports(dataset).filter_map(|report| report.date);
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

/// The commitments that are reachable from one step by step, nearest first.
fn reachable<'a>(
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
