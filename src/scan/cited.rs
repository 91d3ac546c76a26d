//! What a document says elsewhere of the resolutions that it cites: with which organ, and which commission it names.

use std::collections::{BTreeMap, BTreeSet};

use super::organ::{ORGANS, Organ};
use super::reader::is_article;
use super::token::{Places, Token};

/// What a document says of organs and their resolutions, anywhere in it.
#[derive(Default)]
pub(super) struct Cited {
    /// The organ of each number; `None` where several organs have it.
    numbers: BTreeMap<String, Option<Organ>>,
    /// The commissions that are named in full; with none for those that adopt nothing known here.
    commissions: BTreeSet<Option<&'static str>>,
}

impl Cited {
    /// The organ with which the number is cited; none inside where there are several.
    pub fn organ(&self, number: &str) -> Option<Option<Organ>> {
        self.numbers.get(number).copied()
    }

    /// Adds a number that is cited with its organ.
    pub fn add(&mut self, number: String, organ: Organ) {
        let known = self.numbers.entry(number).or_insert(Some(organ));
        let is_some = |organ: Organ| organ == Organ::SOME_COMMISSION;
        *known = known.and_then(|known| match known {
            _ if known == organ => Some(known),
            _ if is_some(known) && organ.resolutions.is_none() => Some(organ),
            _ if is_some(organ) && known.resolutions.is_none() => Some(known),
            _ => None,
        });
    }

    /// Adds the commissions that a text names in full.
    pub fn name_commissions(&mut self, text: &str, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            if !matches!(token.text, "Commission" | "Commissions") {
                continue;
            }
            let next = tokens.word(at + 1);
            // Not "See Commission resolution 71/3", which begins a sentence.
            let is_titled = at > 1
                && tokens[at - 1].is_capital()
                && !is_article(&tokens[at - 1])
                && tokens[at - 2].text != ".";
            if is_titled || matches!(next, "on" | "for") {
                let lower = text[token.start..].chars().take(80).collect::<String>().to_lowercase();
                let known = ORGANS.iter().find(|(name, _)| lower.starts_with(name));
                self.commissions.insert(known.map(|(name, _)| *name));
            }
        }
    }

    /// Adds a commission by its name; none for one that adopts nothing known here.
    pub fn name_commission(&mut self, name: Option<&'static str>) {
        self.commissions.insert(name);
    }

    /// The commission that is meant by "the Commission": the only one that is named in full.
    pub fn commission(&self) -> Option<Organ> {
        let mut names = self.commissions.iter();
        let (Some(Some(name)), None) = (names.next(), names.next()) else { return None };
        ORGANS.iter().find(|(known, _)| known == name).map(|(_, organ)| *organ)
    }

    /// The commission that is meant where the words before a number name none.
    pub fn commission_of(&self, number: &str) -> Organ {
        let cited = self.organ(number).flatten().filter(|organ| organ.resolutions.is_none());
        let cited = cited.filter(|organ| *organ != Organ::SOME_COMMISSION);
        cited.or_else(|| self.commission()).unwrap_or(Organ::SOME_COMMISSION)
    }
}
