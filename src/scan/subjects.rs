//! Who stands before a verb as its subject: one body, or several that are joined.

use super::clause::Limbs;
use super::companions::Item;
use super::excluded::{KINDS, exclusion, relative};
use super::heads;
use super::named::{Named, last_at};
use super::token::{Places, Token, Words};

/// Words between a name and what goes before it.
static DETERMINERS: Words = Words::new(
    "the all both either other several some many most relevant interested competent its their these those",
);

/// Words behind which a name is a complement: "the work of WHO".
pub(super) static PREPOSITIONS: Words = Words::new(
    "of by with for to from on upon through between among amongst including in at within under against about \
     into towards via without alongside besides concerning regarding amid behind beyond during over",
);

/// Words behind which nothing is said to be so: "whether WHO will".
static DOUBTS: Words = Words::new("whether if unless neither nor no not few how what why");

/// Words that deny what follows behind "that": "it is not certain that WHO will".
static DENIALS: Words =
    Words::new("not cannot unlikely doubtful false untrue denied deny denies rejected hardly");

/// Words of hope or asking about what somebody else does: "trusts that WHO will".
static HOPES: Words = Words::new(
    "hope hopes hoped hopeful trust trusts trusted confidence confident wish wishes expect expects expected \
     expectation requests requested",
);

/// Words that a denial turns into an assurance, or that make it none: "it is not only expected that WHO will".
static AFFIRMED: Words =
    Words::new("doubt doubted doubts just merely only simply surprised surprising");

/// Words behind which a clause begins.
pub(super) static STARTS: Words = Words::new("that and but while whereas where when which year");

/// The most items of an exclusion after which the name before it is still looked for.
const MOST: usize = 40;

/// What joins a name to the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    And,
    Comma,
    /// A comma and "and": the last of a list, or another clause.
    CommaAnd,
}

/// Those who are named as a subject.
pub(super) struct Doers {
    pub names: Vec<Named>,
    /// The token before them and their article.
    pub before: Option<usize>,
    /// Whether some of them tell who are the partners of the others.
    is_apposed: bool,
}

impl Limbs<'_> {
    /// The bodies and groups whose names end with the token at `at`, in order, where they are a subject.
    pub fn named_before(&self, at: usize) -> Option<Vec<Named>> {
        Some(self.subject_before(at)?.names)
    }

    /// The subject that ends with the token at `at`.
    pub fn subject_before(&self, at: usize) -> Option<Doers> {
        let mut ends = self.before_asides(at).chain([at]);
        let doers = ends.find_map(|end| {
            let mut doers = self.names_ending(end, 1)?;
            doers.names.extend(self.instances(end + 1..at));
            Some(doers)
        });
        // "UNODC and its partners, WHO and UNICEF, will".
        let apposed = || {
            let last = at.checked_sub(1).filter(|_| self.tokens[at].text == ",")?;
            let is_apposed = |doers: &Doers| doers.is_apposed || self.is_introduced(doers.before);
            self.names_ending(last, 1).filter(is_apposed)
        };
        doers.or_else(apposed)
    }

    /// Whether the comma at `before` ends who is named behind it: "The lead agency, WHO, will", "Jane Doe, Director of
    /// WHO, urged".
    fn is_introduced(&self, before: Option<usize>) -> bool {
        let Some(comma) = before.filter(|at| self.tokens[*at].text == ",") else { return false };
        let is_office = (comma + 1..comma + 4).any(|at| heads::is_office(self.tokens.word(at)));
        let first =
            (comma.saturating_sub(8)..comma).rev().take_while(|at| self.is_of_name(*at)).last();
        if first.is_some_and(|first| is_office && self.is_person(first..comma)) {
            return true;
        }
        let mut before = (comma.saturating_sub(5)..comma).rev();
        let article = before.find(|at| self.tokens[*at].is("the") || !self.tokens[*at].is_word());
        article.is_some_and(|at| {
            let opens = at.checked_sub(1).is_none_or(|before| {
                !self.tokens[before].is_word() || self.tokens[before].is_number()
            });
            self.tokens[at].is("the") && opens
        })
    }

    /// Those named where the last of them ends with the token at `at`, if none of them is a complement; `count` is
    /// which of the list it is, from behind.
    fn names_ending(&self, at: usize, mut count: usize) -> Option<Doers> {
        let Item { name: last, mut before } = self.item_ending(at)?;
        let mut names: Vec<(&Named, Option<Joint>)> =
            last.map(|last| (last, None)).into_iter().collect();
        let (mut is_apposed, mut is_cut) = (false, false);
        // How each is joined, and how many names stand behind it.
        let mut joints: Vec<(Joint, usize)> = Vec::new();
        loop {
            if let Some(partners) = self.exemplified(before) {
                before = partners.before;
                count += 1;
                continue;
            }
            let Some((joint, end)) = self.joint(before, count) else { break };
            let item = self.item_at_joint(end, joint == Joint::CommaAnd);
            let Some(item) = item else {
                // "With Togo and Chad, WHO will": countries go with what stands before them.
                names.retain(|(name, _)| !name.is_state());
                break;
            };
            before = item.before;
            count += 1;
            is_apposed |= item.name.is_none() && joint == Joint::Comma;
            joints.push((joint, names.len()));
            if item.name.is_some_and(|name| self.text[name.span.clone()].contains(" for ")) {
                // "The Office for Togo, Chad and Niger"
                names.retain(|(name, _)| !name.is_state());
            }
            names.extend(item.name.map(|name| (name, Some(joint))));
        }
        if let Some(end) = self.left_out(before).filter(|_| count < MOST) {
            return self.names_ending(end, count + 1);
        }
        let word = |at: Option<usize>| at.map_or("", |at| self.tokens.word(at));
        let is_as_well = before.is_some_and(|at| self.tokens.word_before(at, 1) == "well");
        if PREPOSITIONS.has(&word(before).to_lowercase()) || is_as_well {
            let kept = match (names.last()?.1?, joints.as_slice()) {
                (Joint::CommaAnd, _) => names.len() - 1,
                (Joint::Comma, _) if self.opens_with_phrase(at) => names.len() - 1,
                // "Funded by WHO and Togo, and UNICEF will": the last acts.
                (Joint::And, [.., (Joint::CommaAnd, behind), (Joint::And, _)]) => *behind,
                _ => return None,
            };
            names.truncate(kept);
            before = None;
        }
        if before.is_some_and(|at| self.is_denied_that(at)) {
            return None;
        }
        // "Praised WHO and UNODC will": the first may be the object of another clause.
        if !self.starts_clause(before) && !word(before).eq_ignore_ascii_case("only") {
            is_cut = names.get(1).is_some_and(|(_, joint)| *joint != Some(Joint::CommaAnd));
            names.truncate(usize::from(last.is_some()));
        }
        let guess = |name: &Named| Named { is_guess: name.is_guess || is_cut, ..name.clone() };
        let names: Vec<Named> = names.into_iter().rev().map(|(name, _)| guess(name)).collect();
        // The dataset does not record what only countries promise or ask.
        (!names.iter().all(Named::is_state)).then_some(Doers { names, before, is_apposed })
    }

    /// Where the name ends from which the one after `before` is excluded, or which the relative
    /// clause at `before` qualifies: "WHO but not", "entities other than", "States that fund".
    fn left_out(&self, before: Option<usize>) -> Option<usize> {
        let at = before?;
        let word = self.tokens[at].text;
        if let Some(width) = exclusion(self.tokens, at) {
            return at.checked_sub(width);
        }
        if word == "but" {
            // "All entities but WHO", not "all States reported but WHO".
            let noun = at.checked_sub(1)?;
            let is_kind = |token: &&Token| KINDS.has(token.text) || token.is_capital();
            let mut kinds = self.tokens[..noun].iter().rev().take_while(is_kind);
            let all = kinds.find(|token| token.is("all") || token.is("every"))?;
            return (all.is("every") || self.tokens[noun].text.ends_with('s')).then_some(noun);
        }
        let is_verb = !(self.starts_clause(before) || PREPOSITIONS.has(word) || word == "or");
        let who = relative(self.tokens, at).filter(|_| is_verb)?;
        let end = who.checked_sub(1)?;
        let is_told = self.tokens[who].is("that") && self.tells(who);
        (!is_told || self.item_ending(end).is_some()).then_some(end)
    }

    /// The body or group whose name ends with the token at `at`, a bracketed acronym not counted.
    pub fn name_ending(&self, at: usize) -> Option<&Named> {
        let end = self.tokens[self.before_brackets(at)?].end();
        last_at(self.named, end)
    }

    /// The token before a name and its article.
    pub fn before_name(&self, name: &Named) -> Option<usize> {
        let before = &self.tokens[..self.token_at(name.span.start)];
        before.iter().rposition(|token| !DETERMINERS.has(&token.text.to_lowercase()))
    }

    /// How a name is joined to the one before it, and where that ends; `before` is the token before
    /// the name, and `behind` the number of names after it.
    fn joint(&self, before: Option<usize>, behind: usize) -> Option<(Joint, usize)> {
        let at = before?;
        let word = |back| self.tokens.word_before(at, back);
        if word(0) == ","
            && let Some(and) = self.before_inner_aside(at)
        {
            let comma = usize::from(self.tokens.word_before(and, 1) == ",");
            return Some((Joint::And, and.checked_sub(1 + comma)?));
        }
        let (joint, width) = match [word(2), word(1), word(0)] {
            [_, ",", "and" | "or"] => (Joint::CommaAnd, 2),
            [_, _, "and" | "or" | "/" | "&"] => (Joint::And, 1),
            [_, "but", "also"] => (Joint::And, 2),
            ["as", "well", "as"] => (Joint::And, if word(3) == "," { 4 } else { 3 }),
            [_, _, ","] if behind > 1 => (Joint::Comma, 1),
            _ => return None,
        };
        Some((joint, at.checked_sub(width)?))
    }

    /// Whether a clause begins behind the token at `before`.
    pub fn starts_clause(&self, before: Option<usize>) -> bool {
        before.is_none_or(|before| {
            let token = &self.tokens[before];
            !token.is_word()
                || token.is_number()
                || STARTS.has(&token.text.to_lowercase())
                || self.ends_opening(before)
        })
    }

    /// Whether what follows the token at `at` is denied, doubted or hoped for: "whether", or a "that" behind such a word in its own
    /// clause.
    pub fn is_denied_that(&self, at: usize) -> bool {
        let word = self.tokens[at].text.to_lowercase();
        if word != "that" {
            return HOPES.has(&word) || DOUBTS.has(&word);
        }
        let before = &self.tokens[at.saturating_sub(4)..at];
        let is_start = |token: &Token| !token.is_word() || token.is("and") || token.is("but");
        let clause = before.iter().rposition(is_start).map_or(before, |start| &before[start + 1..]);
        let has = |words: &Words| clause.iter().any(|token| words.has(&token.text.to_lowercase()));
        (has(&HOPES) || has(&DENIALS)) && !has(&AFFIRMED)
    }
}
