//! Who speaks: in a declaration by its opening words, in a report by the sentences that say so.

use std::ops::Range;

use super::clause::{Limbs, Previous, Subject, Verb};
use super::named::{Named, last_at, parties_of};
use super::organ::Organ;
use super::outlook::outlooks;
use super::party::Party;
use super::token::{Places, Token, Words, sentences, start_of};

/// Words for those who speak for their States.
static STATESMEN: Words = Words::new(
    "Ministers Heads Government Governments States Presidents Parties Plenipotentiaries",
);

/// Words for speakers who are not named.
static OTHERS: Words =
    Words::new("participants Participants members Members representatives Representatives");

/// Words for those who speak in a debate.
pub(super) static SPEAKERS: Words = Words::new(
    "speaker speakers delegation delegations observer participants Participants representative representatives \
     meeting workshop seminar",
);

impl Limbs<'_> {
    /// Whether the subject is the "we" of a clause of its own: not "the aims that we support".
    pub fn follows_we(&self, verb: &Verb) -> bool {
        verb.before.is_some_and(|we| match self.tokens[we].text {
            "We" => true,
            "we" => self.starts_main_clause(we.checked_sub(1)),
            _ => false,
        })
    }

    /// Whether a clause that is not about a noun begins after the token at `before`: not "the trees that", "where".
    fn starts_main_clause(&self, before: Option<usize>) -> bool {
        let is_relative =
            |at| ["that", "which", "where", "when"].iter().any(|word| self.tokens.is(at, word));
        self.starts_clause(before) && !before.is_some_and(is_relative)
    }

    /// Whether the verb is joined to one whose subject is "we", in one sentence.
    pub fn goes_on_with_we(&self, verb: &Verb, is_joined: bool, previous: Previous) -> bool {
        previous.is_some_and(|(last, subject)| {
            is_joined && matches!(subject, Subject::We) && self.is_near(last, verb)
        })
    }

    /// Whether the comma before a verb ends who "we" are: "We, UNODC and WHO, commit".
    pub fn is_apposed(&self, before: &str) -> bool {
        before == "," && self.tokens.word(0) == "We" && self.tokens.word(1) == ","
    }

    /// Whether a country or a person who speaks ends with the token at `last`: "Togo", "the delegation of Togo", "she".
    pub fn is_delegation(&self, last: usize) -> bool {
        if self.tokens.is(last, "he") || self.tokens.is(last, "she") || self.is_titled(last) {
            return true;
        }
        let state = last_at(self.with_states, self.tokens[last].end()).filter(|it| it.is_state());
        state.is_some_and(|state| {
            let before = self.before_name(state);
            let noun = before.filter(|of| *of > 0 && matches!(self.tokens[*of].text, "of" | "for"));
            self.starts_main_clause(before)
                || noun.is_some_and(|of| SPEAKERS.has(self.tokens[of - 1].text))
        })
    }
}

/// Those who speak in the paragraphs below, where this one is but their subject: "We, the Ministers …,", "UNODC and
/// WHO:"; none where it is something else.
pub(super) fn opening(
    text: &str,
    tokens: &[Token],
    named: &[Named],
    is_numbered: bool,
) -> Option<Vec<Party>> {
    let mut words = tokens.iter().skip_while(|token| !token.is_word() || token.is_number());
    let first = words.next()?;
    let is_we = first.text == "We" && words.next().is_some_and(|next| next.text == ",");
    let of = |named: &[Named]| {
        let before = named.first().map_or(text.len(), |named| named.span.start);
        let is_of_states = tokens
            .iter()
            .take_while(|token| token.start < before)
            .any(|token| STATESMEN.has(token.text));
        if is_of_states { vec![Party::Speakers] } else { parties_of(named).0 }
    };
    if is_we {
        // "We, UNODC and WHO, commit to": those within the commas.
        let end = text.find(", ").and_then(|at| Some(at + 2 + text[at + 2..].find(',')?));
        let end = end.unwrap_or(text.len());
        return Some(of(&named[..named.partition_point(|named| named.span.start < end)]));
    }
    let begin = if first.is("The") || first.is("the") {
        tokens.iter().find(|token| token.start > first.start)?
    } else {
        first
    };
    let is_named = named.first().is_some_and(|named| named.span.start <= begin.start);
    // "UNODC:" may head a list of anything.
    let is_subject = is_named && text.ends_with(',')
        || STATESMEN.has(begin.text)
        || first.is("The") && OTHERS.has(begin.text);
    let is_short = text.len() < 300 && text.ends_with([',', ':']) && !is_numbered;
    let has_verb = || {
        let told = outlooks(text, &[]);
        let is_verb = |token: &Token| matches!(token.text, "is" | "are" | "has" | "have");
        told.iter().any(|it| it.is_done || it.is_planned || it.is_denied)
            || tokens.iter().any(is_verb)
    };
    let is_organ = Organ::enacting(text).is_some();
    (is_subject && is_short && !is_organ && !has_verb()).then(|| of(named))
}

/// Words by which a sentence says who spoke.
const SPOKEN: &str = "\
    statement was made by|statements were made by|statement was also made by|\
    statements were also made by|made a statement|made statements|\
    made an introductory statement|made introductory statements|made an opening statement|\
    made opening statements|remarks were made by|remarks were delivered by|\
    remarks were also made by|remarks were also delivered by|took the floor|\
    statements were delivered by|statement was delivered by|presentations were made by|\
    presentation was made by|presentations were delivered by|\
    statements were also delivered by|made opening remarks|delivered opening remarks|\
    delivered the opening remarks|video message was|video messages were|\
    delivered a statement|delivered statements|was represented by observers|\
    were represented by observers|statement by the observer|made presentations";

/// The sentences that say who spoke.
pub(super) fn spoken(text: &str) -> Vec<Range<usize>> {
    let is_spoken = |sentence: &Range<usize>| {
        let words = text[sentence.clone()].trim().to_lowercase();
        SPOKEN.split('|').any(|phrase| words.contains(phrase))
            || words.starts_with("statements were") && words.contains(" by ")
            || words.contains("observer")
                && words.contains(" statement")
                && [" made", " delivered"].iter().any(|act| words.contains(act))
    };
    sentences(text).into_iter().filter(is_spoken).collect()
}

/// The items of a list of speakers: what is between commas after "observers for" and the like.
pub(super) fn items(text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[sentence.clone()];
    let mut items = Vec::new();
    for opening in ["observers for ", "observer for ", "representatives of ", "representative of "]
    {
        for (at, _) in words.match_indices(opening) {
            let from = at + opening.len();
            let reach = words.floor_char_boundary(from + 4_000);
            let stop = [
                ", in its capacity", " also made", " made ", " (video", ". ", "observers for",
                "representatives of",
            ]
            .iter()
            .filter_map(|stop| words[from..reach].find(stop))
            .min();
            let until = stop.map_or(reach, |stop| from + stop);
            items.extend(split(words, from..until));
        }
    }
    items.into_iter().map(|item| item.start + sentence.start..item.end + sentence.start).collect()
}

/// The parts of a list, without articles and brackets.
fn split(text: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let mut cuts = vec![list.start];
    let inner = &text[list.clone()];
    let mut depth = 0_i32;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => cuts.push(list.start + at),
            _ => {}
        }
    }
    let last = cuts.last().map_or(list.start, |cut| *cut);
    let final_and = text[last..list.end].find(" and the ").or_else(|| {
        (text[last..list.end].matches(" and ").count() == 1)
            .then(|| text[last..list.end].find(" and "))?
    });
    cuts.extend(final_and.map(|at| last + at));
    cuts.push(list.end);
    cuts.windows(2).filter_map(|pair| item(text, pair[0]..pair[1])).collect()
}

fn item(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let mut rest = &text[span];
    for lead in [",", " ", "and ", "the "] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let rest = rest.split(" (").next().unwrap_or(rest).trim_end_matches([' ', '.', ',', ';']);
    let start = start_of(text, rest);
    let is_name = rest.starts_with(char::is_uppercase) && rest.len() < 120;
    is_name.then(|| start..start + rest.len())
}
