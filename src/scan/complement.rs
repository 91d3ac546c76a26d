//! What follows the noun of a name: "of", "for", "on" and the words that they govern.

use super::heads::{is_connector, is_head};
use super::names::INSTRUMENTS;
use super::reader::{Part, Reader, is_article};
use super::token::{Places, Token, Words};

/// The first words of the seats of the United Nations and of the regional commissions.
static SEATS: Words = Words::new("Addis Bangkok Beirut Geneva Hague Nairobi New Santiago Vienna");

/// Whether the word takes with "in" what is traded: "Trafficking in Persons".
fn is_trade(word: &str) -> bool {
    matches!(word, "Dealing" | "Trade" | "Traffic" | "Trafficking")
}

/// Whether the word is the field of a ministry: "of Veterans’ Affairs".
fn is_field(word: &str) -> bool {
    matches!(word, "Affairs" | "Rights")
}

impl Reader<'_> {
    /// The last word: "of", "for", "on" and what they govern.
    pub fn last(&self, mut last: usize) -> usize {
        let head = last;
        let mut connector = "";
        let (mut in_complement, mut has_purpose) = (false, false);
        loop {
            let Some(next) = self.tokens.get(last + 1) else { return last };
            let is_to = last == head || self.tokens[last].text == "Parties";
            has_purpose |= connector == "to";
            // "to Elaborate a Convention on Countering the Use of …"
            let is_object = (connector == "to"
                || has_purpose && self.tokens[last].text.ends_with("ing"))
                && (is_article(next) || matches!(next.text, "a" | "an"))
                && self.is_part(last + 2);
            let is_joint = is_connector(next.text) && (in_complement || !next.is("and"))
                || next.is("to") && is_to && self.goes_on_with_to(last)
                || next.is("in") && in_complement && self.is_region_after(last + 2)
                || next.is("in")
                    && is_trade(self.tokens[last].text)
                    && !self.is_place_after(last + 2);
            connector = next.text;
            let end = if is_object {
                self.governed(last + 2, "", "")
            } else if is_joint {
                self.governed(last + 2, next.text, self.tokens[last].text)
            } else if next.text == "," && in_complement {
                self.listed(last + 2)
            } else {
                None
            };
            match end {
                Some(end) => last = end,
                None => return last,
            }
            in_complement = true;
        }
    }

    /// "Committee to Protect", "Secretariat to the Governing Bodies".
    fn goes_on_with_to(&self, at: usize) -> bool {
        let takes_article = matches!(
            self.tokens.word(at),
            "Secretariat" | "Office" | "Mission" | "Adviser" | "Parties"
        );
        !self.tokens.is(at + 2, "the")
            && self.tokens.get(at + 2).is_some_and(|token| !token.is_upper())
            || takes_article
    }

    fn is_region_after(&self, at: usize) -> bool {
        self.parts.get(self.after_article(at)) == Some(&Part::Region)
    }

    /// Whether a country, a region or a seat of the United Nations stands at `at`, rather than what is traded.
    fn is_place_after(&self, at: usize) -> bool {
        let at = self.after_article(at);
        matches!(self.parts.get(at), Some(Part::Country | Part::Region))
            || SEATS.has(self.tokens.word(at))
    }

    /// The end of the capitalised words that a connector governs.
    fn governed(&self, at: usize, connector: &str, before: &str) -> Option<usize> {
        let has_article = matches!(self.tokens.word(at), "the" | "a");
        let at = at + usize::from(has_article);
        let token = self.tokens.get(at)?;
        let is_and = matches!(connector, "and" | "&");
        if !self.is_part(at) && (!token.is_number() || is_and) || !self.is_free(at) {
            return None;
        }
        let end = self.with_owned(self.run_end(at), connector);
        let run = &self.tokens[at..=end];
        let has_head = run.iter().any(|token| is_head(token.text));
        let is_lone_head = end == at && is_head(token.text);
        let owns_lone = matches!(before, "Registry" | "Secretariat");
        // Behind "and", an article after a country or before an owner begins another name.
        let is_anew = has_article
            && (self.parts[at - 3] == Part::Country
                || matches!(self.tokens.word(end + 1), "’" | "'"));
        let is_group = matches!(token.text, "States" | "Member" | "Parties" | "Governments");
        let is_refused = is_and
            && (has_head || is_anew || is_group || self.parts[at] == Part::Country)
            || is_lone_head && has_article && !owns_lone;
        (!is_refused).then_some(end)
    }

    /// The end of the words with what belongs to many: "on Human and Peoples’ Rights", "for Women’s Rights". The
    /// members of a body own what follows as it does: "Conference of the States Parties’ Decisions".
    fn with_owned(&self, end: usize, connector: &str) -> usize {
        let owner = self.tokens.word(end);
        let is_irregular = matches!(owner, "Children" | "Men" | "People" | "Women");
        let owned = match self.tokens.get(end + 2) {
            Some(s) if is_irregular && s.text == "s" => end + 3,
            Some(_)
                if owner.ends_with('s')
                    && (connector != "of" || is_field(self.tokens.word(end + 2))) =>
            {
                end + 2
            }
            _ => return end,
        };
        let is_owned = matches!(self.tokens.word(end + 1), "’" | "'")
            && self.is_part(owned)
            && self.is_free(owned);
        let run_end = if is_owned { self.run_end(owned) } else { return end };
        let is_title = |token: &Token| is_head(token.text) || INSTRUMENTS.has(token.text);
        if self.tokens[owned..=run_end].iter().any(is_title) { end } else { run_end }
    }

    /// The end of a list within a name: "on Economic, Social and Cultural Rights".
    fn listed(&self, mut at: usize) -> Option<usize> {
        let mut has_region = false;
        for _ in 0..4 {
            has_region |= self.parts.get(at) == Some(&Part::Region);
            if !self.is_part(at) || !matches!(self.parts[at], Part::Free | Part::Region) {
                return None;
            }
            let end = self.run_end(at);
            if self.tokens[at..=end].iter().any(|token| is_head(token.text) || token.is_upper()) {
                return None;
            }
            let next = self.tokens.get(end + 1)?;
            if next.is("and") || next.is("y") {
                // Regions are listed as such, but of "African, Caribbean and Pacific States".
                let end = self.governed(end + 2, "and", "")?;
                let is_of_states = matches!(self.tokens[end].text, "States" | "Countries");
                return (!has_region || is_of_states).then_some(end);
            }
            if next.text != "," {
                return None;
            }
            at = end + 2;
        }
        None
    }
}
