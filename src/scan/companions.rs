//! What the list of a subject holds besides names: parts and heads of bodies, and unnamed partners.

use super::adverb::is_aside;
use super::clause::Limbs;
use super::excluded::{KINDS, OTHERS, is_itself};
use super::heads;
use super::named::{Named, first_at, last_at};
use super::token::{Places, Words};

/// Words before such an office.
static RANKS: Words =
    Words::new("the The Executive Regional Deputy Managing General Permanent High Assistant");

/// One of a list: its name, if it has one, and the token before it and its article.
pub(super) struct Item<'a> {
    pub name: Option<&'a Named>,
    pub before: Option<usize>,
}

impl Limbs<'_> {
    /// The one of a list that ends with the token at `at`: a body or group, or partners without a name.
    pub fn item_ending(&self, at: usize) -> Option<Item<'_>> {
        let placed = || self.before_place(at).and_then(|end| self.name_ending(end));
        match self.name_ending(at).or_else(placed) {
            Some(name) => Some(self.whole(name)),
            None => {
                self.others(at).or_else(|| self.person(at)).or_else(|| self.office_for(at)).or_else(
                    || {
                        let is_state = last_at(self.with_states, self.tokens[at].end()).is_some();
                        if is_state { self.state(at) } else { self.unread(at) }
                    },
                )
            }
        }
    }

    /// The partners of whom the names behind the token at `before` are examples: "partners such as WHO".
    pub fn exemplified(&self, before: Option<usize>) -> Option<Item<'_>> {
        let at = before?;
        let width = match [self.tokens.word_before(at, 1), self.tokens.word(at)] {
            ["such", "as"] => 2,
            [_, "including" | "like"] => 1,
            _ => return None,
        };
        let noun = at
            .checked_sub(width)
            .filter(|noun| OTHERS.has(&self.tokens[*noun].text.to_lowercase()))?;
        Some(Item { name: None, before: self.before_kinds(noun) })
    }

    /// "The regional office of WHO for Europe" of a list, which is WHO.
    fn office_for(&self, at: usize) -> Option<Item<'_>> {
        let is_place = |at: &usize| {
            let token = &self.tokens[*at];
            token.is_capital() || matches!(token.text, "the" | "and" | "of")
        };
        let last = Some(at).filter(|at| self.tokens[*at].is_capital())?;
        let from = last.saturating_sub(6);
        let first = (from..=last).rev().take_while(is_place).last()?;
        let name = first.checked_sub(2).filter(|_| self.tokens[first - 1].is("for"))?;
        let name = self.name_ending(name)?;
        let of = self.before_name(name).filter(|of| self.tokens[*of].is("of"))?;
        let office = of.checked_sub(1).filter(|office| self.tokens[*office].is("office"))?;
        Some(Item { name: Some(name), before: self.before_kinds(office) })
    }

    /// A country of a list, or its government; and a body of a country: "the Tree Bureau (TB) of Togo", "WHO Togo".
    fn state(&self, at: usize) -> Option<Item<'_>> {
        let item = self.whole(last_at(self.with_states, self.tokens[at].end())?);
        if item.name.is_some_and(|name| !name.is_state()) || self.is_listed(item.before) {
            return Some(item);
        }
        match item.before.and_then(|before| self.name_ending(before)) {
            Some(owner) => Some(self.whole(owner)),
            // "The Bank of Togo"
            None => {
                item.before.filter(|of| self.tokens[*of].is("of")).and_then(|_| self.unread(at))
            }
        }
    }

    /// A name not read as that of a body: the owner of work, WHO in "the WHO Tree Programme", or
    /// any other item of a list, which does not affect the rest of the list.
    fn unread(&self, at: usize) -> Option<Item<'_>> {
        let last = self.before_brackets(at).filter(|last| self.tokens[*last].is_capital())?;
        let is_part = |at: &usize| {
            let token = &self.tokens[*at];
            token.is_capital() && !token.is("The") || heads::is_connector(token.text)
        };
        let from = last.saturating_sub(12);
        let run = (from..=last).rev().take_while(is_part);
        let starts: Vec<usize> = run.filter(|at| self.tokens[*at].is_capital()).collect();
        // As few words as name work, and else those without a connector: "WHO and the Tree Programme on Oak and Ash".
        let text = |first: &usize| &self.text[self.tokens[*first].start..self.tokens[last].end()];
        let is_whole = |first: &usize| {
            first.checked_sub(1).is_none_or(|before| {
                let word = self.tokens[before].text;
                word == "and" || !is_part(&before)
            })
        };
        let mut firsts = starts.iter().filter(|first| is_whole(first));
        let work = firsts.clone().find(|first| heads::has_noun_of_work(text(first)));
        let first = *work.or_else(|| firsts.next())?;
        let owner = work.and_then(|first| first_at(self.named, self.tokens[*first].start));
        if let Some(owner) = owner {
            return Some(Item { name: Some(owner), before: self.before_name(owner) });
        }
        let before = self.before_kinds(first);
        self.is_listed(before).then_some(Item { name: None, before })
    }

    /// The last token before the brackets that end at `at`, or `at` where none do.
    pub fn before_brackets(&self, at: usize) -> Option<usize> {
        if self.tokens[at].text != ")" {
            return Some(at);
        }
        let from = at.saturating_sub(12);
        let open = self.tokens[from..at].iter().rposition(|token| token.text == "(")?;
        (from + open).checked_sub(1)
    }

    /// The body meant where a name is that of its parent, "CICAD of the OAS", or follows the title
    /// of its head, "the Director-General of WHO".
    fn whole<'a>(&'a self, mut name: &'a Named) -> Item<'a> {
        let mut before = self.before_name(name);
        while let Some(of) = before.filter(|of| *of > 0 && self.tokens[*of].is("of")) {
            let noun = self.tokens[of - 1].text;
            let part = self.name_ending(of - 1).filter(|part| !part.is_several());
            let Some(part) = part.filter(|_| !heads::is_office(noun)) else {
                if !is_itself(noun) {
                    break;
                }
                before = self.before_kinds(of - 1);
                continue;
            };
            name = part;
            before = self.before_name(name);
        }
        Item { name: Some(name), before }
    }

    /// "Their partners" of a list, and "UNODC field offices", which are UNODC.
    fn others(&self, at: usize) -> Option<Item<'_>> {
        let noun = self.tokens[at].text;
        let is_itself = is_itself(noun);
        if !OTHERS.has(noun) && !is_itself {
            return None;
        }
        let before = self.before_kinds(at);
        let before_owner = |before: usize| match self.tokens.word(before) {
            "s" => before.checked_sub(2),
            _ => Some(before),
        };
        let owner = before.filter(|_| is_itself).and_then(before_owner);
        let owner = owner.and_then(|before| self.name_ending(before));
        if let Some(owner) = owner {
            return Some(self.whole(owner));
        }
        self.is_listed(before).then_some(Item { name: None, before })
    }

    fn before_kinds(&self, at: usize) -> Option<usize> {
        let is_kind = |word: &str| KINDS.has(word) || RANKS.has(word);
        self.tokens[..at].iter().rposition(|token| !is_kind(token.text))
    }

    /// The office of somebody whose own name follows it: "WHO Director-General Jane Doe".
    fn person(&self, at: usize) -> Option<Item<'_>> {
        let is_name =
            |at: &usize| self.tokens[*at].is_capital() && !heads::is_head(self.tokens[*at].text);
        let own = (at.saturating_sub(2)..=at).rev().take_while(is_name);
        let mut offices = own.filter_map(|at| at.checked_sub(1));
        let office = offices.find(|office| heads::is_office(self.tokens[*office].text))?;
        let known = self.name_ending(office).map(|name| self.whole(name));
        known.or_else(|| self.others(office).filter(|item| item.name.is_some()))
    }

    /// Whether what follows the token at `before` is one of a list, or the first of all.
    fn is_listed(&self, before: Option<usize>) -> bool {
        before.is_none_or(|before| match self.tokens[before].text {
            "as" => self.tokens.word_before(before, 1) == "well",
            word => matches!(word, "," | "and" | "or" | "." | ";"),
        })
    }

    /// The one of a list that ends with the token at `end`, or before an aside that ends there, if one may.
    pub fn item_at_joint(&self, end: usize, may_be_aside: bool) -> Option<Item<'_>> {
        let before_aside = |opens: fn(&str) -> bool| {
            self.item_before_aside(end + 1, opens).filter(|_| may_be_aside)
        };
        let item = before_aside(is_aside).or_else(|| self.item_ending(end));
        item.or_else(|| before_aside(is_article))
    }

    /// The one before an aside that ends with the comma at `comma` and begins with a word for which `opens` is true:
    /// "WHO, as chair of the group, and UNODC".
    fn item_before_aside(&self, comma: usize, opens: fn(&str) -> bool) -> Option<Item<'_>> {
        let open = self.tokens[..comma].iter().rposition(|token| token.text == ",")?;
        let is_as_well = self.tokens.word(open + 1) == "as" && self.tokens.word(open + 2) == "well";
        let opens = opens(self.tokens.word(open + 1)) || self.is_done_by(open + 1);
        let is_aside = opens && !is_as_well && comma - open < 24;
        let is_sentence = self.tokens[open..comma].iter().any(|token| token.text == ".");
        let end = open.checked_sub(1).filter(|_| is_aside && !is_sentence)?;
        self.item_ending(end)
    }
}

/// Whether the word begins who somebody is, between commas.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}
