//! Which commitments of one instrument another one repeats.

use crate::model::{Change as Repeated, Commitment, Dataset, Document, Id, Lineage, Repetition};

use super::{Change, Difference};

/// What became of the asks of an instrument in a later one, in the order of its paragraphs; and then the asks that
/// only the later one has. An ask is called dropped, or new, only where the other instrument has been read whole and
/// the two have been compared.
pub fn instruments(dataset: &Dataset, old: &Id<Document>, new: &Id<Document>) -> Vec<Difference> {
    let sides = Sides { dataset, lines: Lineage::new(dataset), old, new };
    let [asked, asks] = [old, new].map(|document| dataset.standing_in(document));
    let mut differences: Vec<Difference> =
        asked.iter().flat_map(|earlier| sides.fate(earlier, &asks)).collect();
    let is_own = |later: &&&Commitment| {
        !later.earlier(dataset).iter().any(|c| c.instrument.as_ref() == Some(old))
    };
    differences.extend(asks.iter().filter(is_own).map(|later| sides.origin(later, &asked)));
    differences
}

struct Sides<'a> {
    dataset: &'a Dataset,
    lines: Lineage<'a>,
    old: &'a Id<Document>,
    new: &'a Id<Document>,
}

impl<'a> Sides<'a> {
    /// What became of a commitment: a row for each later one that repeats it.
    fn fate(&self, earlier: &'a Commitment, asks: &[&Commitment]) -> Vec<Difference> {
        let row = |later: &&Commitment| {
            let way = later.path_to(earlier, self.dataset)?;
            let how = way.iter().filter_map(|repeated| repeated.how.as_ref());
            let after = [self.cite(later)].into_iter().chain(how.map(ToString::to_string));
            let before = vec![self.cite(earlier)];
            Some(Difference::new(change(&way), *later, None, before, after.collect()))
        };
        let kept: Vec<Difference> = asks.iter().filter_map(row).collect();
        if !kept.is_empty() {
            return kept;
        }
        let before = vec![self.cite(earlier), earlier.statement.to_string()];
        let reason = self.reason(self.new, earlier, asks);
        let change = if reason.is_some() { Change::NotCompared } else { Change::Dropped };
        vec![Difference::new(change, earlier, None, before, reason.into_iter().collect())]
    }

    /// A row for a commitment that repeats none of the old ones.
    fn origin(&self, later: &'a Commitment, asked: &[&Commitment]) -> Difference {
        let after = vec![self.cite(later), later.statement.to_string()];
        let reason = self.reason(self.old, later, asked);
        let change = if reason.is_some() { Change::NotCompared } else { Change::New };
        Difference::new(change, later, None, reason.into_iter().collect(), after)
    }

    /// Why it is not certain that a commitment is in only one of the two.
    fn reason(
        &self,
        other: &Id<Document>,
        ask: &'a Commitment,
        others: &[&Commitment],
    ) -> Option<String> {
        let label = |id| self.dataset.label_of(id);
        let line = self.lines.line(ask);
        let kin = others.iter().find(|other| line.iter().any(|c| c.id == other.id));
        if let Some(kin) = kin {
            return Some(format!("{} belongs to the same line", self.cite(kin)));
        }
        let mut places = line.iter().flat_map(|commitment| &commitment.sources);
        if let Some(place) = places.find(|place| place.document == *other && other == self.new) {
            return Some(format!("{} recalls it", self.dataset.cite(place)));
        }
        if ask.is_known_by_account() {
            return Some(format!("known only by {}", self.cite(ask)));
        }
        match self.dataset.get(other).and_then(Document::reading) {
            None => Some(format!("{} has not been read", label(other))),
            _ if self.dataset.comparison(self.old, self.new).is_none() => {
                Some(format!("{} has not been compared with {}", label(self.new), label(self.old)))
            }
            Some(coverage) if !coverage.is_whole() => {
                Some(format!("{} has been read in part", label(other)))
            }
            _ => None,
        }
    }

    fn cite(&self, commitment: &Commitment) -> String {
        commitment.place().map_or_else(String::new, |place| self.dataset.cite(&place))
    }
}

/// The overall change of these steps.
fn change(way: &[&Repetition]) -> Change {
    let mut changes: Vec<Repeated> = way.iter().map(|repeated| repeated.change).collect();
    changes.retain(|change| *change != Repeated::Same);
    changes.dedup();
    match changes.as_slice() {
        [] => Change::Kept,
        [Repeated::Strengthened] => Change::Strengthened,
        [Repeated::Weakened] => Change::Weakened,
        [Repeated::Widened] => Change::Widened,
        [Repeated::Narrowed] => Change::Narrowed,
        _ => Change::Reworded,
    }
}
