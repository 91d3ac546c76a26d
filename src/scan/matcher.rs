//! Finds the forms of a list in a text in one pass: at each word the longest form that ends with a word.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::breaks::Breaks;
use super::fold;
use super::starts::Starts;

/// A form under which something is looked for, and how strictly.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// As it is written.
    pub surface: String,
    /// What it stands for, as the caller counts.
    pub target: usize,
    /// Whether it must be written as here, or all in capitals.
    pub is_acronym: bool,
    /// Whether it must begin with a capital.
    pub needs_capital: bool,
    /// Whether other forms are looked for within it.
    pub is_open: bool,
}

/// A place where forms were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// Which of the forms, by index.
    pub forms: Vec<usize>,
}

/// A list of forms made ready for the search.
#[derive(Debug)]
pub(super) struct Matcher {
    forms: Vec<Form>,
    by_key: Vec<Vec<usize>>,
    automaton: Option<(NFA, StateID)>,
}

/// A longer run of passed-over characters than this is no gap within a name.
const WIDEST_GAP: usize = 24;

impl Matcher {
    /// The forms made ready; those that fold to nothing are never found.
    pub fn new(forms: Vec<Form>) -> Self {
        let mut keys: BTreeMap<Vec<u8>, Vec<usize>> = BTreeMap::new();
        for (index, form) in forms.iter().enumerate() {
            let key = fold::fold(&form.surface);
            if key.len() > 1 {
                keys.entry(key).or_default().push(index);
            }
        }
        let automaton = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(keys.keys())
            .ok()
            .and_then(|nfa| nfa.start_state(Anchored::Yes).ok().map(|start| (nfa, start)));
        Self { forms, by_key: keys.into_values().collect(), automaton }
    }

    /// All forms.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The form with this index.
    pub fn form(&self, index: usize) -> &Form {
        &self.forms[index]
    }

    /// Every place where a form stands, from left to right. No two overlap, unless one is open and
    /// holds the other.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some((nfa, start)) = &self.automaton else { return hits };
        let mut ends = Vec::new();
        let (mut closed_until, mut open_until) = (0, 0);
        for at in Starts::new(text) {
            if at < closed_until || !begins_word(text, at) {
                continue;
            }
            self.walk(nfa, *start, text, at, &mut ends);
            let Some(hit) = self.longest(nfa, &ends, text, at, at < open_until) else { continue };
            let is_open = hit.forms.iter().all(|form| self.forms[*form].is_open);
            if is_open {
                open_until = open_until.max(hit.span.end);
                let inner = self.longest(nfa, &ends, text, at, true);
                closed_until = inner.as_ref().map_or(at, |inner| inner.span.end);
                hits.push(hit);
                hits.extend(inner);
            } else {
                closed_until = hit.span.end;
                hits.push(hit);
            }
        }
        hits
    }

    /// Where the forms end that begin at byte `from`, the longest last.
    fn walk(
        &self,
        nfa: &NFA,
        start: StateID,
        text: &str,
        from: usize,
        ends: &mut Vec<(usize, StateID)>,
    ) {
        ends.clear();
        let mut state = start;
        let mut at = from;
        let mut gap = 0;
        while at < text.len() && gap <= WIDEST_GAP {
            let byte = text.as_bytes()[at];
            if byte.is_ascii() && byte != b'&' {
                at += 1;
                let folded = fold::ascii(byte);
                if folded == 0 {
                    gap += 1;
                    continue;
                }
                gap = 0;
                state = nfa.next_state(Anchored::Yes, state, folded);
                if nfa.is_dead(state) {
                    return;
                }
                if nfa.is_match(state) {
                    ends.push((at, state));
                }
                continue;
            }
            let folded = fold::at(text, at);
            at += usize::from(folded.width);
            if folded.bytes().is_empty() {
                gap += usize::from(folded.width);
                continue;
            }
            gap = 0;
            for byte in folded.bytes() {
                state = nfa.next_state(Anchored::Yes, state, *byte);
                if nfa.is_dead(state) {
                    return;
                }
            }
            if nfa.is_match(state) {
                ends.push((at, state));
            }
        }
    }

    /// The longest of the forms that end in these states and are written acceptably.
    fn longest(
        &self,
        nfa: &NFA,
        ends: &[(usize, StateID)],
        text: &str,
        from: usize,
        is_within: bool,
    ) -> Option<Hit> {
        ends.iter().rev().find_map(|&(end, state)| {
            let end = word_end(text, end)?;
            let mut forms = Vec::new();
            for nth in 0..nfa.match_len(state) {
                let key = nfa.match_pattern(state, nth).as_usize();
                let candidates = self.by_key[key].iter().copied();
                let accepted = candidates.filter(|index| {
                    let form = &self.forms[*index];
                    let is_refused = is_within && form.is_open
                        || form.is_acronym && goes_on(&text[from..end], &text[end..]);
                    !is_refused && self.is_written(*index, &text[from..end])
                });
                forms.extend(accepted);
            }
            (!forms.is_empty()).then_some(Hit { span: from..end, forms })
        })
    }

    /// Whether the text is an acceptable way to write the form.
    fn is_written(&self, form: usize, text: &str) -> bool {
        let form = &self.forms[form];
        if form.needs_capital && !text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            return false;
        }
        if form.is_acronym && !text.starts_with(&form.surface) && !is_cased_as(&form.surface, text)
        {
            return false;
        }
        if is_plainly(&form.surface, text) {
            return true;
        }
        let (wanted, found) = (Breaks::of(&form.surface), Breaks::of(text));
        // The search also ends where a form ends a longer text that goes with the beginning of another.
        if wanted.length != found.length {
            return false;
        }
        let moved = wanted.moved_in(&found);
        let length = wanted.length;
        moved == 0 || (length >= 8 || form.is_acronym && length >= 5) && moved <= 1 + length / 8
    }
}

/// Whether the text is the form letter by letter.
fn is_plainly(form: &str, text: &str) -> bool {
    let is_same = |(wanted, found): (u8, u8)| {
        let plain = fold::ascii(wanted);
        wanted == found || plain != 0 && plain == fold::ascii(found)
    };
    form.len() <= text.len() && form.bytes().zip(text.bytes()).all(is_same)
}

/// The end of a form whose word ends there, but for a plural ending or the number of a note; nothing
/// if the word goes on.
fn word_end(text: &str, end: usize) -> Option<usize> {
    if !fold::is_word_at(text, end) {
        return Some(end);
    }
    let rest = &text[end..];
    let ends = |after: &str| !after.starts_with(fold::is_word);
    let plural = rest.strip_prefix("es").or_else(|| rest.strip_prefix('s'));
    // A number goes on with its digits: "resolution 68/196" is not "resolution 68/1" with a note.
    let is_number = text[..end].ends_with(|c: char| c.is_ascii_digit());
    let digits = rest.bytes().take_while(|byte| !is_number && byte.is_ascii_digit()).count();
    (plural.is_some_and(ends) || (1..=2).contains(&digits) && ends(&rest[digits..])).then_some(end)
}

/// Whether an acronym is only the beginning of another: "UN-Women" is not of the UN, "G20" is not "G". Behind
/// three letters or more, digits with nothing behind them are the number of a note.
fn goes_on(acronym: &str, rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let goes_on = |sign| {
        let more = behind.strip_prefix(sign);
        more.is_some_and(|more: &str| more.starts_with(fold::is_word))
    };
    let is_long = acronym.chars().filter(|c| c.is_uppercase()).count() > 2;
    let has_digits = behind.len() < rest.len();
    has_digits && (!is_long || ['-', '/', '.', ','].into_iter().any(goes_on))
        || acronym == "UN" && rest.starts_with('-')
}

/// Whether the letters of a text have the case of the acronym, or are all capitals; a long one may
/// also be written as a word ("Interpol").
fn is_cased_as(acronym: &str, text: &str) -> bool {
    let letters =
        |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let (wanted, mut found) = (letters(acronym), letters(text));
    found.truncate(wanted.len());
    let is_capital = |c: &char| c.is_uppercase();
    found == wanted
        || found.iter().all(is_capital)
        || wanted.len() >= 6
            && wanted.iter().all(is_capital)
            && found.first().is_some_and(is_capital)
            && !found[1..].iter().any(is_capital)
}

/// Whether a word begins at byte `at`, where [`Starts`] says that one may.
fn begins_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_behind_plain = at == 0 || bytes[at - 1].is_ascii();
    text.is_char_boundary(at)
        && (bytes[at].is_ascii() || fold::is_word_at(text, at))
        && (is_behind_plain || !fold::is_word_before(text, at))
}
