//! What follows the noun of a name: "of", "for", "on" and the words that they govern.

use super::heads::{self, is_connector, is_head};
use super::names::INSTRUMENTS;
use super::reader::{LONGEST, Part, Reader, is_article};
use super::token::{Places, Token, Words};
use crate::model::MONTHS;

/// The first words of the seats of the United Nations and of the regional commissions.
static SEATS: Words = Words::new("Addis Bangkok Beirut Geneva Hague Nairobi New Santiago Vienna");

/// Nouns of what bodies are for that take "of" or "in" within a name: "Trafficking in Persons Section".
static TOPICS: Words = Words::new(
    "Bay Code Conflict Control Freedom Gulf Prevention Quality Rule Smuggling Trafficking",
);

/// Words that take with "in" what is traded: "Trafficking in Persons".
static TRADES: Words = Words::new("Dealing Trade Traffic Trafficking");

/// Words that take "to" wherever they stand in a name: "the Right to Development".
static TAKING_TO: Words = Words::new("Access Parties Right Rights Threats");

/// Whether the word is a month or a day of the week, which begins with a capital and names nothing.
fn is_time(word: &str) -> bool {
    MONTHS.contains(&word) || word.len() > 5 && word.ends_with("day")
}

impl Reader<'_> {
    /// The noun before the "of" or "in" at `at` that belongs to what a body is for: "Rule of Law Section".
    pub fn topic(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(1).filter(|_| matches!(self.tokens[at].text, "of" | "in"))?;
        TOPICS.has(self.tokens[noun].text).then_some(noun)
    }

    /// The last word: "of", "for", "on" and what they govern.
    pub fn last(&self, mut last: usize) -> usize {
        let head = last;
        let mut connector = "";
        let mut in_complement = false;
        while last < head + LONGEST {
            let Some(next) = self.tokens.get(last + 1) else { return last };
            let word = self.tokens[last].text;
            let is_to = last == head || TAKING_TO.has(word);
            // "to Elaborate a Convention on Countering the Use of …"
            let is_object = (connector == "to" || in_complement && word.ends_with("ing"))
                && (is_article(next) || matches!(next.text, "a" | "an"))
                && self.is_part(last + 2);
            let is_joint = is_connector(next.text) && (in_complement || !next.is("and"))
                || next.is("with") && in_complement
                || next.is("to") && is_to && self.goes_on_with_to(last)
                || next.is("in") && self.goes_on_with_in(head, last);
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
        last
    }

    /// "Commission on Example Rights in Example", "United Nations Mission in Example", "Trafficking in Persons".
    fn goes_on_with_in(&self, head: usize, last: usize) -> bool {
        let at = self.after_article(last + 2);
        let noun = self.tokens[head].text;
        let is_sent = last == head
            && matches!(noun, "Mechanism" | "Mission" | "Tribunal")
            && head.checked_sub(1).is_some_and(|before| self.is_part(before));
        match self.parts.get(at) {
            Some(Part::Region) => last > head,
            Some(Part::Country) => is_sent || noun == "Commission" && last > head,
            _ => TRADES.has(self.tokens[last].text) && !SEATS.has(self.tokens.word(at)),
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

    /// The end of the capitalised words that a connector governs.
    fn governed(&self, at: usize, connector: &str, before: &str) -> Option<usize> {
        let has_article = matches!(self.tokens.word(at), "the" | "a");
        let at = at + usize::from(has_article);
        let token = self.tokens.get(at)?;
        let is_and = matches!(connector, "and" | "&" | "with");
        let is_number = token.is_number() && !is_and && self.is_number_of_name(at, connector);
        if !self.is_part(at) && !is_number || is_time(token.text) || !self.is_free(at) {
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
        // "Head of the Narcotics Board of Togo and Chair of the Meeting"
        let is_person =
            heads::is_chief(token.text) || heads::is_post(token.text) || token.is("Head");
        let is_refused = is_and
            && (has_head || is_anew || is_group || is_person || self.parts[at] == Part::Country)
            || is_lone_head && has_article && !owns_lone;
        (!is_refused).then_some(end)
    }

    /// "Group of 77", "on the 2030 Agenda", but not "for 2026" or "of the 17 Territories".
    fn is_number_of_name(&self, at: usize, connector: &str) -> bool {
        let is_year = self.tokens[at].text.len() == 4;
        let is_counted = connector == "of" && self.tokens[at - 1].is("of");
        is_year && self.is_part(at + 1) || !is_year && is_counted
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
                    && (connector != "of"
                        || matches!(self.tokens.word(end + 2), "Affairs" | "Rights")) =>
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
