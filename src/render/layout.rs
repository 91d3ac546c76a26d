//! How wide each column of a table becomes, and which ones have to go where it is narrow.

use unicode_width::UnicodeWidthStr;

use super::wrap::{items, parts, words};

/// The columns between two columns.
pub(super) const GAP: usize = 2;
/// What a table shows at this width it shows on every wider one, and on narrower ones down to `NARROW_WIDTH`.
pub(super) const DEFAULT_WIDTH: usize = 80;
pub(super) const NARROW_WIDTH: usize = 60;
/// Columns that matter less than this come in only where they make a table no longer.
pub(super) const MAIN_RANK: u8 = 3;
/// What a column may demand for the sake of a long word, and for the sake of a long text.
const LONGEST_WORD: usize = 32;
const LONGEST_TEXT: usize = 28;
/// The minimum width of any column.
const NARROWEST: usize = 4;
/// The most lines that a long text should take.
const TALLEST: usize = 10;
/// A column of this width can be read with ease.
const COMFORTABLE: usize = 28;
/// Where another text comes in, none should need more lines than this.
const FEW_LINES: usize = 5;

/// What a column holds: this decides where its cells stand and may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Numbers, at the right and never wrapped.
    Numbers,
    /// Texts, which break between words.
    Texts,
    /// Lists, which break between items if possible.
    Lists,
}

/// How much room the columns of a table have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ease {
    /// Most cells take two lines or fewer.
    Fair,
    /// No cell wraps that is not long, and none takes many lines.
    Comfortable,
    /// No cell wraps.
    Whole,
}

/// What a column asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Demand {
    /// How soon it goes where not all columns fit: 0 only where there is no room at all.
    pub rank: u8,
    /// The narrowest it can be read at.
    pub least: usize,
    /// The width below which its words are broken, but for very long ones.
    pub word: usize,
    /// The width at which no word is broken but a long one at its hyphens, nor an item of a list that is not too
    /// long.
    pub whole: usize,
    /// The width at which nothing wraps.
    pub full: usize,
    /// The mean width of its cells.
    pub typical: usize,
}

impl Demand {
    /// Measures a column of a table for this width.
    pub(super) fn new<'a>(
        heading: &'a str,
        texts: impl Iterator<Item = &'a str>,
        kind: CellKind,
        width: usize,
    ) -> Self {
        // On a narrow screen no single column may take it all; a wide one asks for no more, so as not to
        // become longer.
        let narrow = width.min(DEFAULT_WIDTH);
        let cap = (narrow / 4).saturating_sub(GAP).clamp(12, LONGEST_WORD);
        let tall = (narrow / 5).min(LONGEST_TEXT);
        let (mut count, mut sum, mut widest, mut word, mut whole) = (0, 0, 0, 0, 0);
        for text in texts {
            let full = text.width();
            count += 1;
            sum += full;
            widest = widest.max(full);
            let parts = words(text).flat_map(parts);
            word = parts.map(UnicodeWidthStr::width).fold(word, usize::max);
            if kind == CellKind::Lists {
                let items = items(text).map(UnicodeWidthStr::width);
                whole = items.filter(|&item| item <= LONGEST_TEXT).fold(whole, usize::max);
            }
        }
        let part =
            heading.split_inclusive(['_', '-', ' ']).map(UnicodeWidthStr::width).max().unwrap_or(0);
        let longest = match kind {
            CellKind::Numbers => widest,
            // What a list cites is to be copied.
            CellKind::Lists => word.min(cap),
            CellKind::Texts => word.min(cap - NARROWEST),
        };
        let text = word.min(cap).max(widest.div_ceil(TALLEST).min(tall));
        Self {
            rank: 0,
            least: if kind == CellKind::Numbers { widest } else { text }.max(part.min(cap)),
            word: longest.max(part.min(cap)),
            // A name that is wider than what stands below it breaks at its joints.
            whole: word.max(whole).max(part),
            full: widest.max(heading.width()),
            typical: sum.checked_div(count).unwrap_or(0),
        }
    }

    /// The width that it has where another column comes in.
    pub(super) fn at(&self, ease: Ease) -> usize {
        let least = self.least.max(self.whole);
        match ease {
            Ease::Fair => least.max(self.typical.min(COMFORTABLE)).max(self.typical / 2),
            Ease::Comfortable => least.max(self.full.min(COMFORTABLE)).max(self.full / FEW_LINES),
            Ease::Whole => self.full,
        }
    }
}

/// The width of each of these columns, which all stay.
///
/// What is left after each has its least goes first to columns whose words would be broken, then to
/// those that are typically the tallest.
pub(super) fn share(demands: &[Demand], columns: &[usize], width: usize) -> Vec<usize> {
    let room = width.saturating_sub(GAP * columns.len().saturating_sub(1)).max(1);
    if columns.iter().map(|&i| demands[i].full).sum::<usize>() <= room {
        return columns.iter().map(|&i| demands[i].full).collect();
    }
    let mut given: Vec<(usize, &Demand)> =
        columns.iter().map(|&i| (demands[i].least.min(room), &demands[i])).collect();
    squeeze(&mut given, room);
    let mut rest = room.saturating_sub(given.iter().map(|(width, _)| width).sum());
    unbreak(&mut given, &mut rest);
    level(&mut given, rest);
    given.into_iter().map(|(width, _)| width).collect()
}

/// The columns that stay; of those with the same rank, the last goes first. Those of rank 0 are rather broken.
pub(super) fn keep(demands: &[Demand], width: usize) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..demands.len()).collect();
    while kept.len() > 1 {
        let Some(worst) = kept.iter().copied().max_by_key(|&i| (demands[i].rank, i)) else { break };
        let least = |i: usize| {
            if demands[worst].rank == 0 {
                demands[i].least.min(NARROWEST)
            } else {
                demands[i].least
            }
        };
        let needs: usize = kept.iter().map(|&i| least(i) + GAP).sum();
        if needs <= width.saturating_add(GAP) {
            break;
        }
        kept.retain(|&i| i != worst);
    }
    kept
}

/// Narrows the widest columns until all have room; those first in which that breaks no word.
fn squeeze(given: &mut [(usize, &Demand)], room: usize) {
    let needs = |given: &[(usize, &Demand)]| given.iter().map(|(width, _)| width).sum::<usize>();
    while needs(given) > room {
        let widest = given.iter_mut().max_by_key(|(width, demand)| (*width > demand.word, *width));
        let Some((width, _)) = widest else { break };
        *width -= 1;
    }
}

/// Widens columns so far that none of their words is broken, those first that need the least for it.
fn unbreak(given: &mut [(usize, &Demand)], rest: &mut usize) {
    let mut order: Vec<usize> = (0..given.len()).collect();
    order.sort_by_key(|&i| given[i].1.whole.saturating_sub(given[i].0));
    for i in order {
        let (width, demand) = &mut given[i];
        let needed = demand.whole.saturating_sub(*width);
        if needed <= *rest {
            *width += needed;
            *rest -= needed;
        }
    }
}

/// Hands out the rest, a column at a time, to the column that is typically the tallest.
fn level(given: &mut [(usize, &Demand)], mut rest: usize) {
    while rest > 0 {
        let tallest = given
            .iter_mut()
            .filter(|(width, demand)| *width < demand.full)
            .max_by(|(a, x), (b, y)| (x.typical * *b).cmp(&(y.typical * *a)));
        let Some((width, _)) = tallest else { break };
        *width += 1;
        rest -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(rank: u8, least: usize, whole: usize, full: usize) -> Demand {
        Demand { rank, least, word: least, whole, full, typical: full }
    }

    fn fit(demands: &[Demand], width: usize) -> Vec<Option<usize>> {
        let kept = keep(demands, width);
        let widths = share(demands, &kept, width);
        let at = |i| Some(widths[kept.iter().position(|kept| *kept == i)?]);
        (0..demands.len()).map(at).collect()
    }

    #[test]
    fn what_fits_is_as_wide_as_it_wants() {
        let demands = [demand(0, 4, 8, 10), demand(1, 4, 8, 20)];
        assert_eq!(fit(&demands, 32), [Some(10), Some(20)]);
        assert_eq!(fit(&demands, usize::MAX), [Some(10), Some(20)]);
    }

    #[test]
    fn words_stay_whole_before_texts_are_levelled() {
        let demands = [demand(0, 10, 16, 16), demand(0, 10, 10, 300)];
        assert_eq!(fit(&demands, 40), [Some(16), Some(22)]);
        assert_eq!(fit(&demands, 26), [Some(10), Some(14)]);
    }

    #[test]
    fn the_highest_rank_goes_first_and_one_column_stays() {
        let demands = [
            demand(2, 10, 10, 10),
            demand(0, 10, 10, 10),
            demand(2, 10, 10, 10),
            demand(1, 10, 10, 10),
        ];
        assert_eq!(fit(&demands, 46), [Some(10); 4]);
        assert_eq!(fit(&demands, 45), [Some(10), Some(10), None, Some(10)]);
        assert_eq!(fit(&demands, 33), [None, Some(10), None, Some(10)]);
        assert_eq!(fit(&demands, 3), [None, Some(3), None, None]);
        assert_eq!(fit(&demands, 0), [None, Some(1), None, None]);
        assert_eq!(fit(&[], 10), []);
    }

    #[test]
    fn what_must_stay_is_narrowed_before_it_goes() {
        let demands = [demand(0, 10, 10, 10), demand(0, 16, 16, 40), demand(1, 4, 4, 4)];
        assert_eq!(fit(&demands, 34), [Some(10), Some(16), Some(4)]);
        assert_eq!(fit(&demands, 24), [Some(10), Some(12), None]);
        assert_eq!(fit(&demands, 12), [Some(5), Some(5), None]);
        assert_eq!(fit(&demands, 9), [Some(9), None, None]);
    }

    #[test]
    fn a_column_is_measured_by_its_words_and_its_texts() {
        let measured =
            Demand::new("made_by", ["one-two three", "four"].into_iter(), CellKind::Texts, 80);
        assert_eq!(measured, Demand { rank: 0, least: 7, word: 7, whole: 7, full: 13, typical: 8 });
        let text = "word ".repeat(60);
        assert_eq!(
            Demand::new("summary", [text.as_str()].into_iter(), CellKind::Texts, 80).least,
            16
        );
        let numbers = Demand::new("n", ["54.1 % ####"].into_iter(), CellKind::Numbers, 80);
        assert_eq!(numbers.least, 11);
        let lists =
            Demand::new("sources", ["A/1, no. 2; A/1, no. 34"].into_iter(), CellKind::Lists, 80);
        assert_eq!((lists.least, lists.whole), (7, 11));
    }
}
