//! Whether the work in a paragraph was done, is planned or did not happen, and when it took place.

use super::Drafter;
use super::dates::{DateUse, FoundDate, dates};
use super::passage::Passage;
use super::programme::each_once;
use super::term::terms;
use crate::model::Date;
use crate::scan::{Kind, Mention, Outlook};

/// What a paragraph tells of the work in it.
pub(super) struct Work {
    /// It is announced, and none of it is reported as done.
    pub is_planned: bool,
    /// It did not happen.
    pub is_denied: bool,
    /// When it took place, where the sentences about it name one date.
    pub date: Option<Date>,
    /// What a person has to decide.
    pub review: Vec<String>,
}

impl Drafter<'_> {
    pub(super) fn work_of(&self, passage: &Passage) -> Work {
        let text = passage.text.as_str();
        let dates = dates(text);
        let issued = self.records.documents.first().and_then(|document| document.date);
        let is_future = |when: &FoundDate| {
            issued.is_some_and(|issued| when.date.first_day() > issued.last_day())
        };
        let mut outlooks = passage.outlooks.clone();
        for outlook in &mut outlooks {
            let names_future = dates.iter().any(|it| is_within(it, outlook) && is_future(it));
            outlook.is_planned |= names_future && !outlook.is_done && !outlook.is_denied;
        }
        let about = about(&outlooks, &passage.mentions);
        let is_done = about.iter().any(|it| it.is_done) && !passage.is_denied;
        let is_planned = !is_done && !passage.is_denied && about.iter().any(|it| it.is_planned);
        let is_denied =
            !is_done && !is_planned && (passage.is_denied || about.iter().any(|it| it.is_denied));
        let here: Vec<&FoundDate> =
            dates.iter().filter(|when| about.iter().any(|it| is_within(when, it))).collect();
        let is_aside =
            |when: &FoundDate| passage.asides.iter().any(|aside| aside.contains(&when.span.start));
        let own = own(&about, &passage.mentions);
        // "UNICEF joined in 2024. Since then, the two have trained"; "…; its results were published in July".
        let is_own = |when: &FoundDate| {
            let is_of = |own: &&&Outlook| is_within(when, own);
            let Some(own) = own.iter().find(is_of) else { return false };
            let first =
                passage.clauses.iter().find(|it| own.span.contains(&it.span.start) && it.is_done);
            let is_asked = |at: &usize| own.span.contains(at) && *at < when.span.start;
            first.is_none_or(|first| when.span.start < first.span.end)
                && !is_of_opening(text, own, when, &passage.mentions)
                && !passage.unsourced.iter().any(is_asked)
                && !text[own.span.end..].trim_start().starts_with("Since then")
        };
        let main: Vec<&FoundDate> = here.into_iter().filter(|when| !is_aside(when)).collect();
        let date = match exact(&main)[..] {
            [one] if one.stand == DateUse::At && !is_planned && !is_future(one) && is_own(one) => {
                Some(one.date)
            }
            _ => None,
        };
        let is_plain = about.iter().all(|it| it.is_done && !it.is_denied)
            && !outlooks.iter().any(|it| it.is_planned);
        let unclear = dates.iter().filter(|_| date.is_none());
        let sessions = terms(text).into_iter().filter(|term| text[term.clone()].starts_with("at "));
        let sessions = sessions.filter(|_| date.is_none());
        let spans = unclear.map(|when| when.span.clone()).chain(sessions);
        let named = each_once(spans.map(|span| &text[span]));
        let mut review = Vec::new();
        let names = || format!(" The paragraph names {}.", named.join("; "));
        if !is_plain {
            let names = if named.is_empty() { String::new() } else { names() };
            review.push(format!("Done, under way or only planned?{names}"));
        } else if !named.is_empty() {
            review.push(format!("When did it take place?{}", names()));
        }
        Work { is_planned, is_denied, date, review }
    }
}

/// The sentences about the work: those that name a body or a programme, or else all.
fn about<'o>(outlooks: &'o [Outlook], mentions: &[Mention]) -> Vec<&'o Outlook> {
    let is_doer = |mention: &&Mention| {
        matches!(mention.kind, Kind::Agency | Kind::Programme)
            && !mention.in_title
            && !mention.is_speaker
    };
    let names_doer = |outlook: &&Outlook| {
        mentions.iter().filter(is_doer).any(|mention| outlook.span.contains(&mention.span.start))
    };
    let about: Vec<&Outlook> = outlooks.iter().filter(names_doer).collect();
    if about.is_empty() { outlooks.iter().collect() } else { about }
}

/// The sentences that name a programme, or else the first about the work.
fn own<'o>(about: &[&'o Outlook], mentions: &[Mention]) -> Vec<&'o Outlook> {
    let programmes = mentions.iter().filter(|mention| mention.kind == Kind::Programme);
    let starts: Vec<usize> = programmes.map(|mention| mention.span.start).collect();
    let names = |outlook: &&Outlook| starts.iter().any(|start| outlook.span.contains(start));
    let own: Vec<&Outlook> = about.iter().copied().filter(names).collect();
    if !own.is_empty() {
        return own;
    }
    let done = about.iter().copied().find(|outlook| outlook.is_done);
    done.or(about.first().copied()).into_iter().collect()
}

fn is_within(when: &FoundDate, outlook: &Outlook) -> bool {
    outlook.span.contains(&when.span.start)
}

/// Whether a date is that of what a sentence says went before: "Following the meeting held in 2025, UNODC printed".
fn is_of_opening(text: &str, sentence: &Outlook, when: &FoundDate, mentions: &[Mention]) -> bool {
    let words = text[sentence.span.clone()].trim_start();
    let is_before =
        ["Following ", "After ", "Building on ", "Based on ", "Further to ", "In response to "]
            .iter()
            .any(|lead| words.starts_with(lead));
    let mut bodies = mentions.iter().filter(|it| it.kind == Kind::Agency);
    let first = bodies.find(|it| sentence.span.contains(&it.span.start));
    is_before && first.is_some_and(|body| when.span.start < body.span.start)
}

/// The dates, without those that another makes more exact: "in 2026, … on 11 March 2026".
fn exact<'w>(dates: &[&'w FoundDate]) -> Vec<&'w FoundDate> {
    let is_part = |part: Date, whole: Date| {
        part != whole
            && whole.first_day() <= part.first_day()
            && part.last_day() <= whole.last_day()
    };
    let mut exact: Vec<&FoundDate> = Vec::new();
    for when in dates {
        let is_vague = dates.iter().any(|other| is_part(other.date, when.date));
        if !is_vague && exact.iter().all(|known| known.date != when.date) {
            exact.push(when);
        }
    }
    exact
}
