//! The verbs that govern what is promised or asked, and how binding each is.

use crate::model::Force;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::matcher::{Form, Matcher};
use super::token::Words;

/// The form in which a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "Requests": an operative paragraph.
    Third,
    /// "We request": a declaration.
    First,
    /// "Requested": a report.
    Past,
    /// "Requesting": a preamble.
    Participle,
}

/// Past forms that do not end in "-ed".
pub(super) static IRREGULAR: Words = Words::new(
    "took held made met gave set began chose sent wrote led drew found saw heard brought put spoke ran built \
     taught rebuilt bought lent paid fed became came went grew rose won kept undertook sought",
);

/// Whether the word may be a past form or a participle.
pub fn is_past(word: &str) -> bool {
    IRREGULAR.has(word)
        || word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase)
}

/// Verbs with a force of their own, including any particles.
const VERBS: &[(Force, &[&str])] = &[
    (
        Force::Decided,
        &[
            "decide", "adopt", "approve", "endorse", "authorize", "establish", "proclaim",
            "declare", "agree that",
        ],
    ),
    (
        Force::Committed,
        &["resolve", "commit", "commit ourselves", "pledge", "undertake", "agree to"],
    ),
    (Force::Tasked, &["task", "entrust", "mandate", "instruct", "direct"]),
    (Force::Requested, &["request", "ask"]),
    (Force::CalledUpon, &["call upon", "call on", "call for", "appeal to", "demand that"]),
    (Force::Urged, &["urge"]),
    (Force::Recommended, &["recommend", "suggest", "propose"]),
    (Force::Invited, &["invite"]),
    (Force::Encouraged, &["encourage"]),
    (Force::Reaffirmed, &["reaffirm", "affirm", "confirm", "reiterate"]),
    (
        Force::Stressed,
        &["stress", "emphasize", "underscore", "underline", "highlight", "condemn", "deplore"],
    ),
    (Force::Recognised, &["recognize", "acknowledge"]),
    (Force::Welcomed, &["welcome", "support", "look forward"]),
    (
        Force::Appreciated,
        &[
            "appreciate", "commend", "thank", "congratulate", "pay tribute", "pay special tribute",
            "pay homage",
        ],
    ),
    (Force::Noted, &["take note", "note", "recall", "consider"]),
];

/// The forms of a verb: "the body …", "we …", "the body has …", "…, the body".
fn forms(verb: &'static str) -> [(String, Tense); 4] {
    let (first, object) = verb.split_at(verb.find(' ').unwrap_or(verb.len()));
    let ending = if first.ends_with(['s', 'h']) { "es" } else { "s" };
    let stem = match first {
        "commit" => "committ",
        _ => first.strip_suffix('e').unwrap_or(first),
    };
    let past = match first {
        "pay" => "paid".to_owned(),
        "take" => "took".to_owned(),
        "undertake" => "undertook to".to_owned(),
        _ => format!("{stem}ed"),
    };
    let [its, theirs] = match object {
        " ourselves" => [" itself", " themselves"],
        _ => [object; 2],
    };
    [
        (format!("{first}{ending}{its}"), Tense::Third),
        (verb.to_owned(), Tense::First),
        (format!("{past}{theirs}"), Tense::Past),
        (format!("{stem}ing{its}"), Tense::Participle),
    ]
}

/// Verbs that have their force from what they express or repeat.
struct Phrases {
    verbs: &'static [&'static str],
    /// The possessives, if any: that of the body, then that of those who say "we".
    owners: &'static [[&'static str; 2]],
    degrees: &'static [&'static str],
    nouns: &'static [(Force, &'static [&'static str])],
}

const PHRASES: &[Phrases] = &[
    Phrases {
        verbs: &["express", "extend"],
        owners: &[["", ""], ["its", "our"]],
        degrees: &["", "deep", "grave", "great", "profound", "serious", "sincere", "strong"],
        nouns: &[
            (Force::Noted, &["concern", "regret", "alarm"]),
            (Force::Appreciated, &["appreciation", "gratitude", "satisfaction", "thanks"]),
            (Force::Welcomed, &["support for"]),
        ],
    },
    Phrases {
        verbs: &["note", "take note"],
        owners: &[["with", "with"]],
        degrees: &["", "deep", "great"],
        nouns: &[(Force::Appreciated, &["appreciation", "satisfaction"])],
    },
    Phrases {
        verbs: &["reiterate", "renew"],
        owners: &[["its", "our"], ["the", "the"]],
        degrees: &[""],
        nouns: &[
            (Force::Requested, &["request to", "request that"]),
            (Force::CalledUpon, &["call upon", "call on", "call to", "call for", "appeal to"]),
            (Force::Invited, &["invitation to"]),
        ],
    },
];

impl Phrases {
    /// Every wording, with its force and the form in which its verb stands.
    fn wordings(&self) -> Vec<Wording> {
        let nouns = self.nouns.iter();
        let nouns = nouns.flat_map(|(force, nouns)| nouns.iter().map(move |noun| (noun, force)));
        let mut wordings = Vec::new();
        for (verb, tense) in self.verbs.iter().flat_map(|verb| forms(verb)) {
            for owner in self.owners.iter().map(|owner| owner[usize::from(tense == Tense::First)]) {
                for degree in self.degrees {
                    for (noun, force) in nouns.clone() {
                        let words = [verb.as_str(), owner, *degree, *noun];
                        let words: Vec<&str> =
                            words.into_iter().filter(|word| !word.is_empty()).collect();
                        wordings.push((words.join(" "), (*force, tense)));
                    }
                }
            }
        }
        wordings
    }
}

/// Words that govern a limb, their force, and the form of the verb.
type Wording = (String, (Force, Tense));

/// The wordings made ready for the search, and what each says.
pub(super) struct Verbs {
    pub matcher: Matcher,
    pub meanings: Vec<(Force, Tense)>,
    /// The first words of operative paragraphs: "requests", "calls".
    pub openings: BTreeSet<String>,
}

/// All verbs.
pub(super) static ALL: LazyLock<Verbs> = LazyLock::new(|| {
    let simple = VERBS.iter().flat_map(|(force, verbs)| {
        let forms = verbs.iter().flat_map(|verb| forms(verb));
        forms.map(|(form, tense)| (form, (*force, tense)))
    });
    let will = ("will".to_owned(), (Force::Committed, Tense::First));
    let phrases = PHRASES.iter().flat_map(Phrases::wordings);
    let all: Vec<Wording> = simple.chain(phrases).chain([will]).collect();
    let operative = all.iter().filter(|(_, (_, tense))| *tense == Tense::Third);
    let openings = operative.filter_map(|(words, _)| words.split(' ').next().map(str::to_owned));
    let openings = openings.collect();
    let (surfaces, meanings): (Vec<String>, Vec<_>) = all.into_iter().unzip();
    let forms = surfaces.into_iter().enumerate();
    let forms = forms.map(|(target, surface)| Form { surface, target, ..Form::default() });
    Verbs { matcher: Matcher::new(forms.collect()), meanings, openings }
});

#[cfg(test)]
mod tests {
    use super::{ALL, forms};

    #[test]
    fn a_verb_has_its_forms_by_rule_but_for_a_few() {
        for expected in [
            ["endorses", "endorse", "endorsed", "endorsing"],
            ["establishes", "establish", "established", "establishing"],
            ["stresses", "stress", "stressed", "stressing"],
            ["commits", "commit", "committed", "committing"],
            ["commits itself", "commit ourselves", "committed themselves", "committing itself"],
            ["undertakes", "undertake", "undertook to", "undertaking"],
            ["calls upon", "call upon", "called upon", "calling upon"],
            ["pays tribute", "pay tribute", "paid tribute", "paying tribute"],
            ["takes note", "take note", "took note", "taking note"],
        ] {
            assert_eq!(forms(expected[1]).map(|(form, _)| form), expected);
        }
    }

    #[test]
    fn a_verb_of_a_phrase_opens_an_operative_paragraph_too() {
        for verb in ["requests", "calls", "expresses", "extends", "reiterates", "renews", "takes"] {
            assert!(ALL.openings.contains(verb), "{verb}");
        }
        assert!(!ALL.openings.contains("trees") && !ALL.openings.contains("expressed"));
    }
}
