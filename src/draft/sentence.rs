//! What each sentence of a paragraph tells: who acts in it, and whether it is work, a plan or a request.

use std::collections::BTreeSet;
use std::ops::Range;

use super::list::{behind_name, joined};
use super::passage::Passage;
use super::request;
use crate::model::{Force, ForceClass, fold};
use crate::scan::{Ask, Kind, Mention, Outlook, is_past};

/// What one sentence reports.
pub(super) struct SentenceContent {
    /// The sentence, in bytes of its paragraph.
    pub span: Range<usize>,
    /// Who acts in it, by id or by name.
    pub doers: BTreeSet<String>,
    /// The programmes that it names.
    pub programmes: BTreeSet<String>,
    /// It tells of work, done or planned, and no limb of a commitment has it.
    pub is_work: bool,
    /// It announces something, "will", "plans to", or asks for it, and no limb has it.
    pub is_promise: bool,
    /// The places that it names, by id.
    pub places: BTreeSet<String>,
}

impl SentenceContent {
    /// Whether it tells of work, or of what is to be done.
    pub fn is_any(&self) -> bool {
        self.is_work || self.is_promise
    }
}

/// What each sentence tells.
pub(super) fn sentences(passage: &Passage) -> Vec<SentenceContent> {
    passage.outlooks.iter().map(|outlook| content(outlook, passage)).collect()
}

/// The clauses that report other work than the first one with several doers: with other subjects,
/// or with some of the same elsewhere.
pub(super) fn other_activities(passage: &Passage) -> Vec<Range<usize>> {
    let clauses: Vec<SentenceContent> =
        parts(passage).iter().map(|outlook| content(outlook, passage)).collect();
    let mut works = clauses.iter().filter(|told| told.is_work);
    let joint = works.clone().find(|told| told.doers.len() > 1);
    let Some(first) = joint.or_else(|| works.next()) else { return Vec::new() };
    let is_other = |told: &&SentenceContent| {
        let is_before = told.span.start < first.span.start;
        let is_elsewhere = !told.places.is_subset(&first.places);
        let is_apart = is_elsewhere
            && told.places.is_disjoint(&first.places)
            && told.doers.is_disjoint(&first.doers)
            && !first.places.is_empty();
        let is_new = told.doers.len() > 1 && !first.doers.is_subset(&told.doers);
        let is_other = if told.doers.is_subset(&first.doers) {
            is_before || is_elsewhere && told.doers.len() < first.doers.len()
        } else {
            match subject(passage, told) {
                Subject::Active => is_new || is_apart,
                Subject::Passive => is_new && is_elsewhere,
                Subject::Other => false,
            }
        };
        told.is_work && is_other
    };
    clauses.iter().filter(is_other).map(|told| told.span.clone()).collect()
}

/// Those who and what take part in the work that a passage tells of first.
pub(super) fn own_mentions(passage: &Passage) -> Vec<Mention> {
    let others = other_activities(passage);
    let is_own = |it: &&Mention| !others.iter().any(|part| part.contains(&it.span.start));
    passage.mentions.iter().filter(is_own).cloned().collect()
}

/// The clauses of a passage, cut also at "and" before a body that has a verb of its own ("…, and WHO opened a clinic")
/// or continues that of the clause ("and WHO 40 in Chad").
fn parts(passage: &Passage) -> Vec<Outlook> {
    let text = passage.text.as_str();
    let body = |at: usize| {
        let lead = ["by ", "with ", "the "];
        let at = lead
            .iter()
            .fold(at, |at, lead| at + if text[at..].starts_with(lead) { lead.len() } else { 0 });
        passage.all.iter().find(|it| it.kind == Kind::Agency && it.span.start == at)
    };
    let is_done = |part: Range<usize>| text[part].split(' ').any(is_past);
    // "UNODC trained 30 judges in Peru and WHO 40 in Chad": the verb is that of the clause before.
    let lacks_verb = |body: &Mention| {
        let end = joined(text, &passage.all, body);
        let behind = behind_name(&text[end..]).trim_start_matches([',', ' ']);
        behind.starts_with(|c: char| c.is_ascii_digit())
            || behind.starts_with("to ")
            || behind.starts_with("those ")
    };
    let mut parts = Vec::new();
    for clause in &passage.clauses {
        let (mut start, end) = (clause.span.start, clause.span.end);
        // "UNODC trained 30 judges; WHO and UNDP, 40 nurses".
        let has_verb = clause.is_done || clause.is_planned || clause.is_denied;
        let is_gapped = !has_verb && text[..start].ends_with(';') && body(start + 1).is_some();
        let clause = Outlook { is_done: clause.is_done || is_gapped, ..clause.clone() };
        let marks = text[clause.span.clone()].match_indices(" and");
        for at in marks.map(|(at, mark)| clause.span.start + at + mark.len()) {
            let at = text.len() - text[at..].trim_start_matches([',', ' ']).len();
            let Some(body) = body(at) else { continue };
            let has_comma = text[..at].ends_with(", and ");
            let begins = has_comma && is_done(at..end) || lacks_verb(body);
            if begins && is_done(start..at) {
                parts.push(Outlook { span: start..at, ..clause.clone() });
                start = at;
            }
        }
        parts.push(Outlook { span: start..end, ..clause });
    }
    parts
}

/// How the first body of a clause stands in it.
enum Subject {
    /// No verb goes before it.
    Active,
    /// "Was begun by".
    Passive,
    Other,
}

fn subject(passage: &Passage, told: &SentenceContent) -> Subject {
    let mut bodies = passage.mentions.iter().filter(|it| it.kind == Kind::Agency);
    let Some(first) = bodies.find(|it| told.span.contains(&it.span.start)) else {
        return Subject::Other;
    };
    let before = passage.text[told.span.start..first.span.start].trim_end();
    let words: Vec<&str> = before.split([' ', ',']).collect();
    let is_verb = |word: &&str| {
        is_past(word) || request::has("was were is are has have by of with With", word)
    };
    match words.as_slice() {
        ["by" | "with"] | ["by" | "with", "the"] => Subject::Active,
        words if !words.iter().any(is_verb) => Subject::Active,
        [.., verb, "by"] if is_past(verb) || *verb == "run" => Subject::Passive,
        _ => Subject::Other,
    }
}

fn content(outlook: &Outlook, passage: &Passage) -> SentenceContent {
    fn within<'m>(all: &'m [Mention], span: &Range<usize>) -> std::slice::Iter<'m, Mention> {
        let place = |at: usize| all.partition_point(|mention| mention.span.start < at);
        all[place(span.start)..place(span.end)].iter()
    }
    let all = within(&passage.all, &outlook.span);
    let working = || within(&passage.mentions, &outlook.span);
    let asks = || all.clone().filter_map(|mention| mention.ask.as_ref());
    let is_plan = |ask: &Ask| ask.force.class() == ForceClass::Plan;
    let has_limb = asks().any(|ask| !is_plan(ask));
    let tells_on = || request::reports_work_after(&passage.text, &outlook.span, &passage.all);
    let has_plan =
        asks().any(|ask| is_plan(ask) && !ask.is_spoken) && !asks().any(Ask::is_operative);
    let is_doer = |mention: &&Mention| mention.kind == Kind::Agency && acts(mention, &passage.all);
    let doers: BTreeSet<String> = working().filter(is_doer).map(identity).collect();
    let programmes = working().filter(|mention| mention.kind == Kind::Programme);
    let programmes: BTreeSet<String> = programmes.flat_map(|it| it.ids.clone()).collect();
    let is_told = outlook.is_done || outlook.is_planned;
    let is_plan_alone = outlook.is_planned && !outlook.is_done && !outlook.is_denied;
    let names_nobody = doers.is_empty() && programmes.is_empty();
    // "The meeting recommended": no body has said it.
    let is_spoken = |ask: &Ask| ask.is_spoken && ask.force == Force::Recommended;
    let is_act = |at: &usize| {
        let words = passage.text[*at..].strip_prefix(" to ").unwrap_or_default();
        let next = words.split(' ').next().unwrap_or_default();
        outlook.span.contains(at)
            && next.len() > 1
            && !matches!(next, "the" | "an" | "its" | "this")
    };
    let is_asked = passage.unsourced.iter().any(is_act)
        || asks().all(is_spoken)
            && request::request_in_words(&passage.text, &outlook.span).is_some();
    SentenceContent {
        span: outlook.span.clone(),
        is_work: !doers.is_empty() && is_told && (!has_limb || tells_on()),
        is_promise: has_plan || is_asked || is_plan_alone && !has_limb && !names_nobody,
        places: working().filter(|it| it.kind.is_place()).flat_map(|it| it.ids.clone()).collect(),
        doers,
        programmes,
    }
}

/// Who or what is mentioned, by id or by name.
pub(super) fn identity(mention: &Mention) -> String {
    mention.ids.first().cloned().unwrap_or_else(|| fold(mention.called()))
}

/// Whether a body acts where it is mentioned: it stands in no title, and is neither a speaker nor the organ of a text
/// that is cited.
pub(super) fn acts(mention: &Mention, all: &[Mention]) -> bool {
    // "General Assembly resolution 74/178": its organ is not acting.
    let end = mention.span.end;
    let behind = &all[all.partition_point(|other| other.span.start < end)..];
    let mut near = behind.iter().take_while(|it| it.span.start - end <= " resolution ".len());
    let mut is_organ = || near.any(|it| it.kind == Kind::Symbol && !it.is_title());
    !mention.in_title && !mention.is_speaker && !is_organ()
}
