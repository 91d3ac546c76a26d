//! Suggestions for what was meant.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::model::{Country, Dataset, Group, Kind, Vocabulary, enumerated, fold, key};

/// Longer words are not compared: that takes time quadratic in their length.
const LONG: usize = 200;

/// The candidates nearest to `word`, the nearest first, those as near in their order, at most three; none when nothing
/// is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if word.len() > LONG {
        return Vec::new();
    }
    let mut candidates: Vec<&str> = candidates.into_iter().collect();
    candidates.retain(|candidate| candidate.len() <= LONG);
    let word = fold(word);
    // What is an acronym among them, also where an id spells it in small letters.
    let acronyms: HashSet<String> = candidates.iter().filter_map(|one| acronym(one)).collect();
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (fold(candidate), candidate))
        .filter(|(near, _)| !are_opposites(&word, near))
        .filter(|(near, _)| !acronyms.contains(near) || is_slip_of_acronym(&word, near))
        .map(|(near, candidate)| (likeness(&word, &near), candidate))
        .filter(|(score, _)| *score > 0.0)
        .collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    // What is compared as the same is one suggestion: `WHO` and `who`.
    let mut seen = BTreeSet::new();
    scored.retain(|(_, candidate)| seen.insert(key(candidate)));
    // Beside a very near one, those that are merely somewhat alike are noise.
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.retain(|(score, _)| best - score < 0.1);
    scored.into_iter().map(|(_, candidate)| candidate).take(3).collect()
}

fn likeness(word: &str, candidate: &str) -> f64 {
    let (start, edits) = (
        strsim::jaro_winkler(word, candidate),
        strsim::normalized_damerau_levenshtein(word, candidate),
    );
    // Alike in some letters, as any two names of countries are, is not near; nor alike in one of two words.
    let is_near = (start >= 0.85 || edits >= 0.65) && has_words_like_all_of(candidate, word);
    let whole = if is_near { start.max(edits) } else { 0.0 };
    let is_part = word.chars().count() >= 3 && begins_all_words(candidate, word);
    if is_part { whole.max(0.9) } else { whole }
}

/// Whether each of these words begins one of a name, in their order.
fn begins_all_words(name: &str, words: &str) -> bool {
    let mut parts = name.split([' ', '-', '(']);
    let mut words = words.split([' ', '-']).filter(|word| !word.is_empty());
    words.all(|word| parts.any(|part| part.starts_with(word)))
}

/// Whether each of several words has one that is like it in a name.
fn has_words_like_all_of(name: &str, words: &str) -> bool {
    let parts = || name.split([' ', '-']).filter(|part| !part.is_empty());
    let is_like = |word: &str| {
        let near = |part: &str| strsim::normalized_damerau_levenshtein(word, part) >= 0.6;
        parts().any(|part| part.starts_with(word) || near(part))
    };
    let mut words = words.split([' ', '-']).filter(|word| !word.is_empty());
    words.clone().nth(1).is_none() || parts().nth(1).is_none() || words.all(is_like)
}

/// An acronym, as it is compared.
fn acronym(text: &str) -> Option<String> {
    text.chars().all(char::is_uppercase).then(|| fold(text))
}

/// Whether an acronym may be meant by a word: it begins so, or one letter is wrong. A short one with another letter is
/// another body: of these, letters may only be missing or be typed twice, or have changed places where there are four.
fn is_slip_of_acronym(word: &str, acronym: &str) -> bool {
    let lengths = [word, acronym].map(|text| text.chars().count());
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let once = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.dedup();
        letters
    };
    let is_short = lengths.iter().any(|length| *length < 5);
    let is_missing = lengths[0] < lengths[1];
    let is_swapped = lengths[0] > 3 && letters(word) == letters(acronym);
    let is_kind = is_missing || is_swapped || once(word) == once(acronym);
    acronym.starts_with(word)
        || strsim::damerau_levenshtein(word, acronym) <= 1 && (!is_short || is_kind)
}

/// The word that a negated word negates: `reported` for `unreported` and `not-reported`.
fn denied(word: &str) -> Option<&str> {
    let denied =
        ["un", "in", "not-", "not ", "non-"].iter().find_map(|no| word.strip_prefix(no))?;
    (denied.len() > 5 && denied.starts_with(char::is_alphabetic) && !denied.contains(' '))
        .then_some(denied)
}

/// Whether one of two words denies the other, which then is the last that is meant by it.
fn are_opposites(word: &str, of: &str) -> bool {
    match (denied(word), denied(of)) {
        (Some(denied), None) => is_slip(denied, of),
        (None, Some(denied)) => is_slip(word, denied),
        _ => false,
    }
}

/// Whether the word is the other one but for a slip or two, or its beginning: more than to be merely somewhat
/// alike, where what is nearest would mislead.
fn is_slip(word: &str, of: &str) -> bool {
    let (word, of) = (fold(word), fold(of));
    let begins = word.chars().count() >= 4 && of.starts_with(&word);
    begins || strsim::normalized_damerau_levenshtein(&word, &of) >= 0.7
}

/// Whether the word is the other one but for one letter.
pub fn is_typo(word: &str, of: &str) -> bool {
    word.len() <= LONG && edits(word, of) == 1
}

/// In how many letters a word differs from another.
pub fn edits(word: &str, of: &str) -> usize {
    strsim::damerau_levenshtein(&fold(word), &fold(of))
}

/// Those of the nearest candidates that the word is but for a slip: what is merely somewhat alike would mislead.
pub fn slips<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    nearest(word, candidates).into_iter().filter(|near| is_slip(word, near)).collect()
}

/// "did you mean `a`, `b` or `c`?", or nothing where there is no candidate.
pub fn did_you_mean(candidates: &[&str]) -> Option<String> {
    let quoted: Vec<String> = candidates.iter().map(|c| format!("`{c}`")).collect();
    (!quoted.is_empty()).then(|| format!("did you mean {}?", enumerated(&quoted, "or")))
}

/// Which countries may be meant by a short code or a name, asked as a question; one goes by the very word, or
/// by one that is near.
pub fn country_meant(text: &str) -> Option<String> {
    if text.len() > LONG {
        return None;
    }
    let mut countries = Country::named(text);
    if countries.is_empty() {
        let names = Country::all().flat_map(Country::names);
        let names = names.filter(|name| name.len() > 3 && is_slip(text, name));
        countries = nearest(text, names).into_iter().flat_map(Country::named).take(3).collect();
    }
    let shown = countries.iter().map(|country| format!("{} ({country})", country.code()));
    let shown = shown.collect::<Vec<_>>().join(" or ");
    (!countries.is_empty()).then(|| format!("did you mean {shown}?"))
}

/// The names that a text consists of, which is none itself, however they are joined.
pub fn several(text: &str, is_name: impl Fn(&str) -> bool) -> Option<Vec<&str>> {
    [" and ", " or ", ",", ";", "/", "&", "+", " "].iter().find_map(|joint| {
        let names: Vec<&str> = text.split(joint).map(str::trim).collect();
        (names.len() > 1 && names.iter().all(|name| is_name(name))).then_some(names)
    })
}

/// References that lead nowhere are compared with so many names altogether to find what was meant.
const COMPARED: usize = 200_000;

/// The ids by each name, and the names as they are written, by which an acronym is known.
type ByName<'d> = (HashMap<String, Vec<&'d str>>, Vec<&'d str>);

/// What the records of a dataset go by, to tell which is meant by a reference that leads nowhere.
pub struct Names<'d> {
    dataset: &'d Dataset,
    /// Of each kind that was asked for, with the groups where one may be meant.
    ids: BTreeMap<(Kind, bool), ByName<'d>>,
    compared: usize,
}

impl<'d> Names<'d> {
    /// Of these records.
    pub fn new(dataset: &'d Dataset) -> Self {
        Self { dataset, ids: BTreeMap::new(), compared: 0 }
    }

    /// The ids of the records that go by this text, or by one that is nearly this unless it `was_right` before, asked
    /// as a question; or what else stands in their place.
    pub fn meant(
        &mut self,
        text: &str,
        to: Kind,
        is_party: bool,
        was_right: bool,
    ) -> Option<String> {
        let dataset = self.dataset;
        let (ids, written) = self.ids.entry((to, is_party)).or_insert_with(|| {
            let mut ids: HashMap<_, Vec<_>> = HashMap::new();
            let mut written = Vec::new();
            for record in dataset.records().of(to) {
                let id = record.slug();
                record.keys().into_iter().for_each(|name| ids.entry(name).or_default().push(id));
                written
                    .extend([id].into_iter().chain(record.former_slugs()).chain(record.known_as()));
            }
            for group in Group::all().iter().filter(|_| is_party) {
                for name in group.names() {
                    ids.entry(key(name)).or_default().push(group.word());
                    written.push(name);
                }
            }
            (ids, written)
        });
        let mut meant = ids.get(&key(text)).cloned().unwrap_or_default();
        let is_name = |name: &str| ids.contains_key(&key(name));
        if let Some(names) = several(text, is_name).filter(|_| meant.is_empty()) {
            let ids =
                names.iter().map(|name| format!("`{}`", ids[&key(name)][0])).collect::<Vec<_>>();
            let ids = enumerated(&ids, "and");
            return Some(match to {
                Kind::Pillar => {
                    format!("of {ids}, write one here and the others under `second_pillars:`")
                }
                _ => format!("write an item for each: {ids}"),
            });
        }
        if let ([country], 3.., true) = (&*Country::named(text), text.len(), meant.is_empty())
            && (to, is_party) == (Kind::Agency, false)
        {
            let code = country.code();
            return Some(format!("put the country {code} under `governments:` or `countries:`"));
        }
        if meant.is_empty() && !was_right {
            self.compared += ids.len();
            if self.compared <= COMPARED {
                let near = nearest(text, written.iter().copied());
                meant = near.into_iter().flat_map(|name| ids[&key(name)].iter().copied()).collect();
            }
        }
        let mut seen = HashSet::new();
        meant.retain(|id| seen.insert(*id));
        meant.truncate(3);
        did_you_mean(&meant)
    }
}
