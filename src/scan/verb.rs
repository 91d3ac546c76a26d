//! The verbs that govern what is promised or asked, and how binding each is.

use crate::model::Force;
use std::sync::OnceLock;

use super::force::Tense;
use super::matcher::{Form, Matcher};

const TENSES: [Tense; 4] = [Tense::Third, Tense::First, Tense::Past, Tense::Participle];

/// Each verb as in "the body …", "we …", "the body has …", "…, the body": with what follows it by rule.
const VERBS: &[([&str; 4], Force)] = &[
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
    (
        [
            "reiterates its request to",
            "reiterate our request to",
            "reiterated its request to",
            "reiterating its request to",
        ],
        Force::Requested,
    ),
    (
        [
            "reiterates its request that",
            "reiterate our request that",
            "reiterated its request that",
            "reiterating its request that",
        ],
        Force::Requested,
    ),
    (["calls upon", "call upon", "called upon", "calling upon"], Force::CalledUpon),
    (["calls on", "call on", "called on", "calling on"], Force::CalledUpon),
    (["calls for", "call for", "called for", "calling for"], Force::CalledUpon),
    (["appeals to", "appeal to", "appealed to", "appealing to"], Force::CalledUpon),
    (
        [
            "reiterates its call upon",
            "reiterate our call upon",
            "reiterated its call upon",
            "reiterating its call upon",
        ],
        Force::CalledUpon,
    ),
    (
        [
            "reiterates its call on",
            "reiterate our call on",
            "reiterated its call on",
            "reiterating its call on",
        ],
        Force::CalledUpon,
    ),
    (
        [
            "reiterates its call to",
            "reiterate our call to",
            "reiterated its call to",
            "reiterating its call to",
        ],
        Force::CalledUpon,
    ),
    (
        [
            "reiterates its call for",
            "reiterate our call for",
            "reiterated its call for",
            "reiterating its call for",
        ],
        Force::CalledUpon,
    ),
    (
        [
            "reiterates the call upon",
            "reiterate the call upon",
            "reiterated the call upon",
            "reiterating the call upon",
        ],
        Force::CalledUpon,
    ),
    (
        [
            "renews its call upon",
            "renew our call upon",
            "renewed its call upon",
            "renewing its call upon",
        ],
        Force::CalledUpon,
    ),
    (["urges", "urge", "urged", "urging"], Force::Urged),
    (["recommends", "recommend", "recommended", "recommending"], Force::Recommended),
    (["suggests", "suggest", "suggested", "suggesting"], Force::Recommended),
    (["proposes", "propose", "proposed", "proposing"], Force::Recommended),
    (["invites", "invite", "invited", "inviting"], Force::Invited),
    (
        [
            "reiterates its invitation to",
            "reiterate our invitation to",
            "reiterated its invitation to",
            "reiterating its invitation to",
        ],
        Force::Invited,
    ),
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
    (
        [
            "notes with appreciation",
            "note with appreciation",
            "noted with appreciation",
            "noting with appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "takes note with appreciation",
            "take note with appreciation",
            "took note with appreciation",
            "taking note with appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "expresses its appreciation",
            "express our appreciation",
            "expressed its appreciation",
            "expressing its appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "expresses appreciation",
            "express appreciation",
            "expressed appreciation",
            "expressing appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "expresses its gratitude",
            "express our gratitude",
            "expressed its gratitude",
            "expressing its gratitude",
        ],
        Force::Appreciated,
    ),
    (
        ["expresses gratitude", "express gratitude", "expressed gratitude", "expressing gratitude"],
        Force::Appreciated,
    ),
    (
        [
            "expresses its sincere appreciation",
            "express our sincere appreciation",
            "expressed its sincere appreciation",
            "expressing its sincere appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "expresses its deep appreciation",
            "express our deep appreciation",
            "expressed its deep appreciation",
            "expressing its deep appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "extends its appreciation",
            "extend our appreciation",
            "extended its appreciation",
            "extending its appreciation",
        ],
        Force::Appreciated,
    ),
    (
        [
            "extends its gratitude",
            "extend our gratitude",
            "extended its gratitude",
            "extending its gratitude",
        ],
        Force::Appreciated,
    ),
    (["takes note", "take note", "took note", "taking note"], Force::Noted),
    (["notes", "note", "noted", "noting"], Force::Noted),
    (["recalls", "recall", "recalled", "recalling"], Force::Noted),
    (
        ["expresses concern", "express concern", "expressed concern", "expressing concern"],
        Force::Noted,
    ),
    (
        [
            "expresses its concern",
            "express our concern",
            "expressed its concern",
            "expressing its concern",
        ],
        Force::Noted,
    ),
    (
        [
            "expresses deep concern",
            "express deep concern",
            "expressed deep concern",
            "expressing deep concern",
        ],
        Force::Noted,
    ),
    (
        [
            "expresses grave concern",
            "express grave concern",
            "expressed grave concern",
            "expressing grave concern",
        ],
        Force::Noted,
    ),
    (["considers", "consider", "considered", "considering"], Force::Noted),
    (["condemns", "condemn", "condemned", "condemning"], Force::Stressed),
    (["deplores", "deplore", "deplored", "deploring"], Force::Stressed),
];

/// What a form of the verbs says.
pub(super) fn meaning(target: usize) -> (Force, Tense) {
    let (_, force) = VERBS[target / TENSES.len()];
    (force, TENSES[target % TENSES.len()])
}

/// The verbs made ready for the search.
pub(super) fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(|| {
        let forms = VERBS.iter().enumerate().flat_map(|(verb, (forms, _))| {
            forms.iter().enumerate().map(move |(tense, form)| Form {
                surface: (*form).to_owned(),
                target: verb * TENSES.len() + tense,
                is_acronym: false,
                needs_capital: false,
                is_open: false,
            })
        });
        Matcher::new(forms.collect())
    })
}

/// Whether the word is the verb of an operative paragraph: "requests", "calls".
pub(super) fn is_operative(word: &str) -> bool {
    VERBS.iter().any(|([third, ..], _)| third.split(' ').next() == Some(word))
}
