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
#[derive(Debug, Clone)]
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
    /// The first three and the first four folded letters of the forms.
    beginnings: [Beginnings; 2],
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
        let beginnings = [3, 4].map(|length| Beginnings::new(length, keys.keys()));
        let automaton = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(keys.keys())
            .ok()
            .and_then(|nfa| nfa.start_state(Anchored::Yes).ok().map(|start| (nfa, start)));
        Self { forms, by_key: keys.into_values().collect(), automaton, beginnings }
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
        let bytes = text.as_bytes();
        let (mut closed_until, mut open_until) = (0, 0);
        for at in Starts::new(text) {
            if at < closed_until || !self.may_begin(bytes, at) || !begins_word(text, at) {
                continue;
            }
            let Some(hit) = self.longest_at(nfa, *start, text, at, at < open_until) else {
                continue;
            };
            let is_open = hit.forms.iter().all(|form| self.forms[*form].is_open);
            if is_open {
                open_until = open_until.max(hit.span.end);
                let inner = self.longest_at(nfa, *start, text, at, true);
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

    /// Whether a form may begin at byte `at`, by its first letters.
    #[inline]
    fn may_begin(&self, bytes: &[u8], at: usize) -> bool {
        let Some(&[first, second, third, fourth]) = bytes[at..].first_chunk() else { return true };
        let [first, second, third, fourth] = [first, second, third, fourth].map(fold::five_bits);
        // A letter that is none has a bit beyond the five, and leaves the question open.
        let code = first << 10 | second << 5 | third;
        if (first | second | third) > 31 {
            return true;
        }
        self.beginnings[0].has(code) && (fourth > 31 || self.beginnings[1].has(code << 5 | fourth))
    }

    /// The longest acceptable form that begins at byte `from`.
    fn longest_at(
        &self,
        nfa: &NFA,
        start: StateID,
        text: &str,
        from: usize,
        is_within: bool,
    ) -> Option<Hit> {
        let mut state = start;
        let mut ends: Vec<(usize, StateID)> = Vec::new();
        let mut at = from;
        let mut gap = 0;
        'walk: while at < text.len() && gap <= WIDEST_GAP {
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
                    break;
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
                    break 'walk;
                }
            }
            if nfa.is_match(state) {
                ends.push((at, state));
            }
        }
        self.accepted(nfa, ends, text, from, is_within)
    }

    /// The longest of the forms that end in these states and are written acceptably.
    fn accepted(
        &self,
        nfa: &NFA,
        ends: Vec<(usize, StateID)>,
        text: &str,
        from: usize,
        is_within: bool,
    ) -> Option<Hit> {
        ends.into_iter().rev().find_map(|(end, state)| {
            let end = word_end(text, end)?;
            let next = text[end..].chars().next();
            let mut forms = Vec::new();
            for nth in 0..nfa.match_len(state) {
                let key = nfa.match_pattern(state, nth).as_usize();
                let candidates = self.by_key[key].iter().copied();
                let accepted = candidates.filter(|index| {
                    let form = &self.forms[*index];
                    let is_refused = is_within && form.is_open
                        || form.is_acronym && goes_on(&text[from..end], next);
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
        let is_plain = text
            .get(..form.surface.len())
            .is_some_and(|text| text.eq_ignore_ascii_case(&form.surface));
        if is_plain {
            return true;
        }
        let (wanted, found) = (Breaks::of(&form.surface), Breaks::of(text));
        let moved = wanted.moved_in(&found);
        let length = wanted.length;
        moved == 0 || (length >= 8 || form.is_acronym && length >= 5) && moved <= 1 + length / 8
    }
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
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (plural.is_some_and(ends) || (1..=2).contains(&digits) && ends(&rest[digits..])).then_some(end)
}

/// Whether an acronym is only the beginning of another: "UN-Women" is not of the UN, "G20" is not "G".
fn goes_on(acronym: &str, next: Option<char>) -> bool {
    next.is_some_and(|next| {
        next.is_ascii_digit() || acronym == "UN" && matches!(next, '-' | '\u{2010}' | '\u{2011}')
    })
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

/// The letters with which forms begin, as a set of numbers of five bits a letter.
#[derive(Debug)]
struct Beginnings(Vec<u64>);

impl Beginnings {
    fn new<'a>(length: usize, keys: impl Iterator<Item = &'a Vec<u8>>) -> Self {
        let mut set = vec![0; (1 << (5 * length)) / 64];
        for key in keys {
            let known = key.len().min(length);
            let code =
                key[..known].iter().fold(0, |code, letter| code << 5 | usize::from(*letter & 31));
            // What follows a shorter form may be anything.
            let open = 5 * (length - known);
            for code in code << open..(code + 1) << open {
                set[code / 64] |= 1 << (code % 64);
            }
        }
        Self(set)
    }

    fn has(&self, code: usize) -> bool {
        self.0[code / 64] & (1 << (code % 64)) != 0
    }
}

/// Whether a word begins at byte `at`, where [`Starts`] says that one may.
fn begins_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_behind_plain = at == 0 || bytes[at - 1].is_ascii();
    text.is_char_boundary(at)
        && (bytes[at].is_ascii() || fold::is_word_at(text, at))
        && (is_behind_plain || !fold::is_word_before(text, at))
}
