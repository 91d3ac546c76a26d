//! Names of bodies that the dataset lacks: capitalised words around a noun that names a kind of body,
//! "Economic Commission for Africa", "African Capacity-Building Foundation", "University of Example".

use std::ops::Range;

use super::acronym::is_verb;
use super::belonging::is_house;
use super::heads::{self, is_connector, is_generic, is_head};
use super::number;
use super::reader::{FUNCTION_WORDS, LONGEST, Part, Reader, is_article};
use super::token::{Places, Token, Words};

/// The names in a paragraph; `parts` tells what is known of each word.
pub(super) fn find(tokens: &[Token], parts: &[Part]) -> Vec<Range<usize>> {
    let reader = Reader { tokens, parts };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let from = found.last().map_or(0, |name| name.end);
        match reader.name_at(at, from) {
            Some((first, last)) => {
                found.push(first..last + 1);
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found.iter().map(|name| tokens[name.start].start..tokens[name.end - 1].end()).collect()
}

/// Nouns in small letters that make a name of the capitalised words before them.
const SMALL_HEADS: &[&str] =
    &["mechanism", "initiative", "network", "coalition", "consortium", "alliance", "partnership"];

impl Reader<'_> {
    /// The name whose noun stands at `at`.
    fn name_at(&self, at: usize, from: usize) -> Option<(usize, usize)> {
        let word = self.tokens[at].text;
        if self.is_no_body(at) {
            return None;
        }
        match self.parts[at] {
            Part::Free if is_head(word) => self.name_around(at, from),
            Part::Free if word == "secretariat" => self.secretariat(at),
            Part::Free if SMALL_HEADS.contains(&word) => self.before_small(at, from),
            // What follows the General Assembly, except "of", is not part of its name.
            Part::Generic if word == "Assembly" && !self.tokens.is(at + 1, "of") => None,
            Part::Generic if is_head(word) && self.parts.get(at + 1) != Some(&Part::Generic) => {
                let (first, last) = self.name_around(at, from)?;
                (last > at && !is_house(self.tokens[last].text)).then_some((first, last))
            }
            _ => None,
        }
    }

    /// Whether the noun at `at` is no body: "on Board Aircraft", any but a Common Market, a person, "Eighth Meeting".
    fn is_no_body(&self, at: usize) -> bool {
        let before = self.tokens.word_before(at, 1);
        match self.tokens[at].text {
            "Board" => before.eq_ignore_ascii_case("on"),
            "Market" => before != "Common",
            "Commissioner" => !matches!(self.tokens.word(at + 1), "for" | "of" | "on"),
            "Meeting" => {
                let is_first = at < 2 || !self.is_part(at - 2);
                is_first && (heads::is_ordinal(before) || matches!(before, "Annual" | "Opening"))
            }
            _ => false,
        }
    }

    /// The first and the last word of the name around the noun at `head`.
    fn name_around(&self, head: usize, from: usize) -> Option<(usize, usize)> {
        let first = self.first(head, from);
        let last = self.last(self.head_run_end(head)?);
        let is_place =
            (first..=last).all(|at| matches!(self.parts[at], Part::Country | Part::Region));
        let is_other = match self.tokens[head].text {
            "Commonwealth" => self.parts[last] == Part::Country,
            // A compact is a text, except for the United Nations bodies of that name.
            "Compact" => !matches!(self.tokens[first].text, "United" | "UN"),
            _ => false,
        };
        (!is_place && !is_other && self.is_telling(first, head, last)).then_some((first, last))
    }

    /// "secretariat of the Example Free Trade Area".
    fn secretariat(&self, at: usize) -> Option<(usize, usize)> {
        let start = self.after_article(at + 2);
        let is_named = self.tokens.is(at + 1, "of") && self.is_part(start) && self.is_free(start);
        let end = if is_named { self.run_end(start) } else { return None };
        // "secretariat of the Example Committee" names the committee.
        let has_head = self.tokens[start..=end].iter().any(|token| is_head(token.text));
        let is_lone = end == start;
        (!is_lone && !has_head).then(|| (at, self.last(end)))
    }

    /// "Coordinating Action on Example mechanism".
    fn before_small(&self, at: usize, from: usize) -> Option<(usize, usize)> {
        let mut first = at;
        while first > from.max(at.saturating_sub(LONGEST)) {
            let before = first - 1;
            let is_inner =
                is_connector(self.tokens[before].text) && before > from && self.is_part(before - 1);
            if !(self.is_part(before) || is_inner) || !self.is_free(before) {
                break;
            }
            first = before;
        }
        let words = || self.tokens[first..at].iter().filter(|token| token.is_capital());
        let has_article = first > 0 && self.tokens[first - 1].is("the");
        let is_name = has_article
            && words().count() > 1
            && words().any(|token| !is_generic(token.text))
            && !words().any(|token| {
                INSTRUMENTS.has(token.text) || token.is("goals") || token.is("nations")
            });
        is_name.then_some((first, at))
    }

    /// The first word: capitalised words before the noun, joined by "and" and commas where an article
    /// shows that they are one name, and what they belong to ("the Secretary-General's Panel").
    fn first(&self, head: usize, from: usize) -> usize {
        let mut first = head;
        while first > from.max(head.saturating_sub(LONGEST)) {
            let before = first - 1;
            if self.is_part(before) || self.is_within_known(before) {
                first = before;
            } else if let Some(topic) = self.topic(before).filter(|topic| *topic >= from) {
                first = topic;
            } else if let Some(owner) =
                self.owner(before).filter(|owner| *owner > from || from == 0)
            {
                first = owner;
            } else if let Some(joined) = self.joined_before(before, from) {
                return joined;
            } else {
                break;
            }
        }
        while first < head && self.opens_sentence(first) {
            first += 1;
        }
        first
    }

    /// Whether the word at `at` joins the parts of a known name that a longer one holds: "Council of Europe
    /// International Group".
    fn is_within_known(&self, at: usize) -> bool {
        let is_known = |at: usize| self.parts.get(at) == Some(&Part::Known);
        let word = &self.tokens[at];
        (is_connector(word.text) || word.is("the"))
            && at > 0
            && is_known(at - 1)
            && is_known(at)
            && is_known(at + 1)
    }

    /// The word before a possessive ending at `at`.
    fn owner(&self, at: usize) -> Option<usize> {
        let (owner, is_possessive) = match self.tokens[at].text {
            "s" => (at.checked_sub(2)?, matches!(self.tokens[at - 1].text, "’" | "'")),
            "’" | "'" => (at.checked_sub(1)?, self.tokens[at - 1].text.ends_with('s')),
            _ => return None,
        };
        let is_lone =
            is_generic(self.tokens[owner].text) && (owner == 0 || !self.is_part(owner - 1));
        (is_possessive && self.is_part(owner) && !self.tokens[owner].is_upper() && !is_lone)
            .then_some(owner)
    }

    /// Where a name begins that has "and" at `at`: "the Food and Agriculture Organization", "the Drugs,
    /// Laboratory and Scientific Services Branch". What goes before must be no name of its own.
    fn joined_before(&self, at: usize, from: usize) -> Option<usize> {
        if !matches!(self.tokens[at].text, "and" | "And" | "AND" | "&") {
            return None;
        }
        let mut first = at;
        while first > from.max(at.saturating_sub(LONGEST)) {
            let before = first - 1;
            let is_plain = self.is_part(before)
                && self.parts[before] == Part::Free
                && !is_head(self.tokens[before].text);
            let is_comma = self.tokens[before].text == ","
                && first < at
                && before > from
                && self.is_part(before - 1);
            let topic = self.topic(before).filter(|topic| *topic >= from);
            if topic.is_none() && !is_plain && !is_comma {
                break;
            }
            first = topic.unwrap_or(before);
        }
        let article = first.checked_sub(1).map(|article| &self.tokens[article]);
        let has_comma = self.tokens[first..at].iter().any(|token| token.text == ",");
        let is_begun = match article {
            Some(token) if self.tokens[at].text == "&" => !has_comma && !is_connector(token.text),
            Some(token) if token.text == "s" && first > 2 => {
                matches!(self.tokens[first - 2].text, "’" | "'")
            }
            Some(token) if self.parts[first - 1] == Part::Known && token.is_upper() => true,
            Some(token) => is_article(token) || !has_comma && !token.is_word() && token.text != ",",
            None => !has_comma,
        };
        (first < at && is_begun).then_some(first)
    }

    /// Whether a capitalised word owes its capital to its place at the start of a sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let is_first = at == 0
            || self.tokens[at - 1].text.ends_with(['.', ':', '?', '!', ')', '”'])
            || self.tokens[at - 1].is_number();
        let lower = self.tokens[at].text.to_lowercase();
        let is_count = number::small(&lower).is_some() && is_head(self.tokens.word(at + 1));
        is_count
            || FUNCTION_WORDS.has(&lower)
            || is_first && is_verb(&lower) && self.is_part(at + 1)
    }

    /// The end of the run with the noun at `head`, without what only goes with the name: "Example Group
    /// Recommendations", "Example Bank President Doe". There is none where that is the title of somebody: "Programme
    /// Officer".
    fn head_run_end(&self, head: usize) -> Option<usize> {
        let mut end = self.run_end(head);
        let inner = head + 1..end + 1;
        if !inner.clone().any(|at| is_head(self.tokens[at].text)) {
            let is_post = |at: usize| heads::is_post(self.tokens[at].text);
            let is_person = self.tokens[head].text == "Under-Secretary-General" && end > head;
            if is_person || inner.clone().any(is_post) {
                return None;
            }
            let chief = inner.clone().find(|at| heads::is_chief(self.tokens[*at].text));
            end = chief.map_or(end, |chief| chief - 1);
        }
        while end > head
            && !is_head(self.tokens[end].text)
            && self.tokens[end].text.len() > 4
            && self.tokens[end].text.ends_with('s')
        {
            end -= 1;
        }
        Some(end)
    }

    /// Whether the words name one body among others, rather than any of its kind.
    fn is_telling(&self, first: usize, head: usize, last: usize) -> bool {
        let is_name = |token: &&Token| token.is_capital() || token.is_number();
        let words = |range: Range<usize>| self.tokens[range].iter().filter(is_name);
        let run_end = self.run_end(head);
        // "Meetings of the Ad Hoc Committee"
        let has_article = self.tokens.is(run_end + 2, "the");
        let has_head = (run_end + 3..last + 1).any(|at| is_head(self.tokens[at].text));
        let of_any_kind = |token: &Token| {
            is_head(token.text)
                || OFFICES.has(token.text)
                || has_article && has_head && is_generic(token.text)
        };
        let tells = words(first..run_end + 1)
            .any(|token| !is_generic(token.text) || token.is_number())
            || words(run_end.min(last) + 1..last + 1).any(|token| !of_any_kind(token))
            || last > head && matches!(self.tokens[head].text, "Registry" | "Secretariat")
            || self.is_of_known(last) && self.tokens[head].text != "Secretariat";
        let of_action = |at: usize| {
            self.tokens.is(at + 1, "of")
                && matches!(
                    (self.tokens.word(at), self.tokens.word(at + 2)),
                    ("Programme" | "Program", "Action" | "Work")
                        | ("Division", "Labour" | "Labor")
                        | ("Unit", "Measure")
                )
        };
        let is_diplomatic =
            self.tokens[head].text == "Mission" && self.tokens.word_before(head, 1) == "Permanent";
        tells
            && words(first..last + 1).count() > 1
            && !(first..=last).any(of_action)
            // "Example Convention Secretariat" is a body.
            && (self.tokens[run_end].text == "Secretariat"
                || !words(first..run_end + 1).any(|token| INSTRUMENTS.has(token.text)))
            && !self.tokens.get(last + 1).is_some_and(Token::is_number)
            && !is_diplomatic
    }

    /// Whether a known body follows of which this is a part: "Coordinating Board of ABC".
    fn is_of_known(&self, last: usize) -> bool {
        self.tokens.is(last + 1, "of")
            && self.parts.get(self.after_article(last + 2)) == Some(&Part::Known)
    }
}

/// Nouns of texts: a name with one of them is the title of an instrument, not the name of a body.
pub(super) static INSTRUMENTS: Words = Words::new(
    "Convention Conventions Declaration Protocol Agreement Charter Covenant Treaty Plan Agenda \
     Strategy Framework Frameworks Statute Rules Principles Guidelines Guide Handbook Report Reports \
     Resolution Statement Compendium Manual Standards Toolkit Pact Roadmap Budget Code",
);

/// Nouns of persons and of all of a body: "Board of Governors", "Committee of the Whole".
static OFFICES: Words = Words::new(
    "Experts Governors Directors Director Executive Deputy Chief Trustees Heads Whole Parties",
);
