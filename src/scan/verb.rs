//! The verbs that govern what is promised or asked, and how binding each is.

use crate::model::Force;
use std::sync::OnceLock;

use super::matcher::{Form, Matcher};

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

const TENSES: [Tense; 4] = [Tense::Third, Tense::First, Tense::Past, Tense::Participle];

/// A verb as in "the body …", "we …", "the body has …", "…, the body".
type Forms = [&'static str; 4];

/// Verbs that have their force by themselves, with what follows them by rule.
const VERBS: &[(Forms, Force)] = &[
    (["decides", "decide", "decided", "deciding"], Force::Decided),
    (["adopts", "adopt", "adopted", "adopting"], Force::Decided),
    (["approves", "approve", "approved", "approving"], Force::Decided),
    (["endorses", "endorse", "endorsed", "endorsing"], Force::Decided),
    (["authorizes", "authorize", "authorized", "authorizing"], Force::Decided),
    (["establishes", "establish", "established", "establishing"], Force::Decided),
    (["proclaims", "proclaim", "proclaimed", "proclaiming"], Force::Decided),
    (["declares", "declare", "declared", "declaring"], Force::Decided),
    (["resolves", "resolve", "resolved", "resolving"], Force::Committed),
    (["commits", "commit", "committed", "committing"], Force::Committed),
    (
        ["commits itself", "commit ourselves", "committed themselves", "committing itself"],
        Force::Committed,
    ),
    (["pledges", "pledge", "pledged", "pledging"], Force::Committed),
    (["undertakes", "undertake", "undertook to", "undertaking"], Force::Committed),
    (["tasks", "task", "tasked", "tasking"], Force::Tasked),
    (["entrusts", "entrust", "entrusted", "entrusting"], Force::Tasked),
    (["mandates", "mandate", "mandated", "mandating"], Force::Tasked),
    (["instructs", "instruct", "instructed", "instructing"], Force::Tasked),
    (["directs", "direct", "directed", "directing"], Force::Tasked),
    (["requests", "request", "requested", "requesting"], Force::Requested),
    (["asks", "ask", "asked", "asking"], Force::Requested),
    (["calls upon", "call upon", "called upon", "calling upon"], Force::CalledUpon),
    (["calls on", "call on", "called on", "calling on"], Force::CalledUpon),
    (["calls for", "call for", "called for", "calling for"], Force::CalledUpon),
    (["appeals to", "appeal to", "appealed to", "appealing to"], Force::CalledUpon),
    (["urges", "urge", "urged", "urging"], Force::Urged),
    (["recommends", "recommend", "recommended", "recommending"], Force::Recommended),
    (["suggests", "suggest", "suggested", "suggesting"], Force::Recommended),
    (["proposes", "propose", "proposed", "proposing"], Force::Recommended),
    (["invites", "invite", "invited", "inviting"], Force::Invited),
    (["encourages", "encourage", "encouraged", "encouraging"], Force::Encouraged),
    (["reaffirms", "reaffirm", "reaffirmed", "reaffirming"], Force::Reaffirmed),
    (["affirms", "affirm", "affirmed", "affirming"], Force::Reaffirmed),
    (["confirms", "confirm", "confirmed", "confirming"], Force::Reaffirmed),
    (["reiterates", "reiterate", "reiterated", "reiterating"], Force::Reaffirmed),
    (["stresses", "stress", "stressed", "stressing"], Force::Stressed),
    (["emphasizes", "emphasize", "emphasized", "emphasizing"], Force::Stressed),
    (["underscores", "underscore", "underscored", "underscoring"], Force::Stressed),
    (["underlines", "underline", "underlined", "underlining"], Force::Stressed),
    (["highlights", "highlight", "highlighted", "highlighting"], Force::Stressed),
    (["recognizes", "recognize", "recognized", "recognizing"], Force::Recognised),
    (["acknowledges", "acknowledge", "acknowledged", "acknowledging"], Force::Recognised),
    (["welcomes", "welcome", "welcomed", "welcoming"], Force::Welcomed),
    (["supports", "support", "supported", "supporting"], Force::Welcomed),
    (["looks forward", "look forward", "looked forward", "looking forward"], Force::Welcomed),
    (["appreciates", "appreciate", "appreciated", "appreciating"], Force::Appreciated),
    (["commends", "commend", "commended", "commending"], Force::Appreciated),
    (["pays tribute", "pay tribute", "paid tribute", "paying tribute"], Force::Appreciated),
    (
        [
            "pays special tribute",
            "pay special tribute",
            "paid special tribute",
            "paying special tribute",
        ],
        Force::Appreciated,
    ),
    (["takes note", "take note", "took note", "taking note"], Force::Noted),
    (["notes", "note", "noted", "noting"], Force::Noted),
    (["recalls", "recall", "recalled", "recalling"], Force::Noted),
    (["considers", "consider", "considered", "considering"], Force::Noted),
    (["condemns", "condemn", "condemned", "condemning"], Force::Stressed),
    (["deplores", "deplore", "deplored", "deploring"], Force::Stressed),
];

/// Verbs that have their force from what they express or repeat.
struct Phrases {
    verbs: &'static [Forms],
    /// Whose it is, where that is said: of the body, then of those who say "we".
    owners: &'static [[&'static str; 2]],
    degrees: &'static [&'static str],
    nouns: &'static [(&'static str, Force)],
}

const EXPRESS: Forms = ["expresses", "express", "expressed", "expressing"];
const EXTEND: Forms = ["extends", "extend", "extended", "extending"];
const NOTE: Forms = ["notes", "note", "noted", "noting"];
const TAKE_NOTE: Forms = ["takes note", "take note", "took note", "taking note"];
const REITERATE: Forms = ["reiterates", "reiterate", "reiterated", "reiterating"];
const RENEW: Forms = ["renews", "renew", "renewed", "renewing"];

const PHRASES: &[Phrases] = &[
    Phrases {
        verbs: &[EXPRESS, EXTEND],
        owners: &[["", ""], ["its", "our"]],
        degrees: &["", "deep", "grave", "great", "profound", "serious", "sincere", "strong"],
        nouns: &[
            ("concern", Force::Noted),
            ("regret", Force::Noted),
            ("alarm", Force::Noted),
            ("appreciation", Force::Appreciated),
            ("gratitude", Force::Appreciated),
            ("satisfaction", Force::Appreciated),
            ("thanks", Force::Appreciated),
            ("support for", Force::Welcomed),
        ],
    },
    Phrases {
        verbs: &[NOTE, TAKE_NOTE],
        owners: &[["with", "with"]],
        degrees: &["", "deep", "great"],
        nouns: &[("appreciation", Force::Appreciated), ("satisfaction", Force::Appreciated)],
    },
    Phrases {
        verbs: &[REITERATE, RENEW],
        owners: &[["its", "our"], ["the", "the"]],
        degrees: &[""],
        nouns: &[
            ("request to", Force::Requested),
            ("request that", Force::Requested),
            ("call upon", Force::CalledUpon),
            ("call on", Force::CalledUpon),
            ("call to", Force::CalledUpon),
            ("call for", Force::CalledUpon),
            ("appeal to", Force::CalledUpon),
            ("invitation to", Force::Invited),
        ],
    },
];

impl Phrases {
    /// Every wording, each with its force and the form in which its verb stands.
    fn wordings(&self) -> impl Iterator<Item = (String, (Force, Tense))> {
        let each = self.verbs.iter().flat_map(move |verb| {
            self.owners.iter().flat_map(move |owner| {
                self.degrees.iter().flat_map(move |degree| {
                    self.nouns.iter().map(move |noun| (verb, owner, degree, noun))
                })
            })
        });
        each.flat_map(|(verb, owner, degree, (noun, force))| {
            TENSES.iter().zip(verb).map(move |(tense, verb)| {
                let owner = owner[usize::from(*tense == Tense::First)];
                let words = [*verb, owner, *degree, *noun];
                let words = words.into_iter().filter(|word| !word.is_empty());
                (words.collect::<Vec<_>>().join(" "), (*force, *tense))
            })
        })
    }
}

/// The forms of the verbs made ready for the search, and what each says.
pub(super) struct Verbs {
    pub matcher: Matcher,
    pub meanings: Vec<(Force, Tense)>,
}

/// All of them.
pub(super) fn verbs() -> &'static Verbs {
    static ALL: OnceLock<Verbs> = OnceLock::new();
    ALL.get_or_init(|| {
        let simple = VERBS.iter().flat_map(|(forms, force)| {
            let forms = forms.iter().zip(TENSES);
            forms.map(|(form, tense)| ((*form).to_owned(), (*force, tense)))
        });
        let all = simple.chain(PHRASES.iter().flat_map(Phrases::wordings));
        let (surfaces, meanings): (Vec<String>, Vec<_>) = all.unzip();
        let forms = surfaces.into_iter().enumerate().map(|(target, surface)| Form {
            surface,
            target,
            is_acronym: false,
            needs_capital: false,
            is_open: false,
        });
        Verbs { matcher: Matcher::new(forms.collect()), meanings }
    })
}

/// Whether the word is the verb of an operative paragraph: "requests", "calls".
pub(super) fn is_operative(word: &str) -> bool {
    let phrases = PHRASES.iter().flat_map(|phrases| phrases.verbs);
    let mut verbs = VERBS.iter().map(|(forms, _)| forms).chain(phrases);
    verbs.any(|[third, ..]| third.split(' ').next() == Some(word))
}

#[cfg(test)]
mod tests {
    use super::is_operative;

    #[test]
    fn a_verb_of_a_phrase_opens_an_operative_paragraph_too() {
        for verb in ["requests", "calls", "expresses", "extends", "reiterates", "renews", "takes"] {
            assert!(is_operative(verb), "{verb}");
        }
        assert!(!is_operative("trees") && !is_operative("expressed"));
    }
}
