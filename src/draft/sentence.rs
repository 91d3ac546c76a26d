//! What each sentence of a paragraph tells: who acts in it, and whether it is work, a plan or a request.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::Passage;
use super::request;
use crate::model::{Force, ForceClass, fold};
use crate::scan::{Ask, Kind, Mention, Outlook, clauses, is_past};

/// What one sentence tells.
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
    /// It names a place.
    pub names_place: bool,
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

/// What each clause tells.
pub(super) fn clause_contents(passage: &Passage) -> Vec<SentenceContent> {
    let clauses = clauses(&passage.text, &passage.all);
    clauses.iter().map(|outlook| content(outlook, passage)).collect()
}

/// The clauses that tell of other work than the first in which several act: others are its subject.
pub(super) fn other_activities(passage: &Passage) -> Vec<Range<usize>> {
    let clauses = clause_contents(passage);
    let Some(first) = clauses.iter().find(|told| told.is_work && told.doers.len() > 1) else {
        return Vec::new();
    };
    let is_other = |told: &&SentenceContent| {
        let is_before = told.span.start < first.span.start;
        let is_part = told.doers.is_subset(&first.doers);
        let is_new = told.doers.len() > 1 && !is_part && !first.doers.is_subset(&told.doers);
        told.is_work && (is_new && is_active(passage, told) || is_before && is_part)
    };
    clauses.iter().filter(is_other).map(|told| told.span.clone()).collect()
}

/// Whether a body is the subject with which a clause begins: no verb goes before it.
fn is_active(passage: &Passage, told: &SentenceContent) -> bool {
    let mut bodies = passage.mentions.iter().filter(|it| it.kind == Kind::Agency);
    let first = bodies.find(|it| told.span.contains(&it.span.start));
    first.is_some_and(|first| {
        let before = &passage.text[told.span.start..first.span.start];
        !before.split([' ', ',']).any(|word| {
            is_past(word)
                || matches!(word, "was" | "were" | "is" | "are" | "has" | "have" | "by" | "of")
        })
    })
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
    let name =
        |mention: &Mention| mention.ids.first().cloned().unwrap_or_else(|| fold(mention.called()));
    let doers: BTreeSet<String> = working().filter(is_doer).map(name).collect();
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
        names_place: working().any(|mention| mention.kind.is_place()),
        doers,
        programmes,
    }
}

/// Whether these are some of those, and not all.
pub(super) fn is_part(some: &BTreeSet<String>, all: &BTreeSet<String>) -> bool {
    !some.is_empty() && some.len() < all.len() && some.is_subset(all)
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
