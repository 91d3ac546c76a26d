//! What the paper reports but the draft does not contain: paragraphs from which nothing, or only a part, was drafted.

use std::collections::{BTreeMap, BTreeSet};

use super::passage::Passage;
use super::programme::{each_once, is_doubtful};
use super::sentence::{SentenceContent, acts, other_activities, sentences};
use super::{Drafter, is_text};
use crate::model::{
    Commitment, FiledBy, Kind as Record, Programme, Report, enumerated, references,
};
use crate::scan::{Kind, Mention};

/// What the paper contains and no drafted record does.
#[derive(Debug, Default)]
pub struct NotDrafted {
    /// The paragraphs that report or announce work but gave no report and no commitment.
    pub whole: Vec<String>,
    /// Those from which something was, but perhaps not all.
    pub in_part: Vec<String>,
    /// How many paragraphs have no number and were cited by their headings.
    pub by_heading: usize,
    /// How many paragraphs have no number among others that do, name somebody, and were not drafted.
    pub without_number: usize,
    /// The agencies of the dataset that the paper names and no drafted record does, by id.
    pub agencies: BTreeSet<String>,
    /// The documents of the dataset that it cites and no drafted record does, by id.
    pub documents: BTreeSet<String>,
}

/// What is left of a paragraph: all, or as a question asks for it, a part.
enum Remainder {
    Whole,
    Part(&'static str),
}

impl Drafter<'_> {
    /// Finds them, and asks about them at the document.
    pub(super) fn not_drafted(&mut self) -> NotDrafted {
        let passages = self.passages;
        let (mut left, mut questions) = (NotDrafted::default(), Vec::new());
        for passage in passages.iter().filter(|passage| self.cites(passage.paragraph)) {
            let label = &passage.paragraph.label;
            match self.rest(passage) {
                Some(Remainder::Whole) => left.whole.push(label.clone()),
                Some(Remainder::Part(what)) => {
                    let subject = paragraphs(std::slice::from_ref(label));
                    questions.push(format!("Does {subject} {what}?"));
                    left.in_part.push(label.clone());
                }
                None => {}
            }
        }
        left.whole = gathered(&left.whole);
        left.in_part = each_once(left.in_part);
        if !left.whole.is_empty() {
            let whole = paragraphs(&left.whole);
            questions.insert(0, format!("Is there a report or a commitment in {whole}?"));
        }
        let mut shared = self.shared_labels();
        shared.retain(|label| self.has_commitments(label) || !self.reports_of(label).is_empty());
        if !shared.is_empty() {
            let labels = enumerated(&shared, "and");
            questions.push(format!(
                "Several paragraphs are numbered {labels}: which of them do the records mean that cite one?"
            ));
        }
        questions.extend(self.shared_questions());
        self.ask(each_once(questions));
        (left.agencies, left.documents) = self.unplaced();
        left.by_heading = self.cited_by_heading();
        left.without_number = passages.iter().filter(|passage| self.is_uncited(passage)).count();
        left
    }

    /// What is asked once for many records.
    fn shared_questions(&self) -> Vec<String> {
        let programmes = self.records.programmes.iter().map(|it| it.filed_by);
        let mut filed = programmes.chain(self.records.commitments.iter().map(|it| it.filed_by));
        let mut questions = Vec::new();
        if filed.any(|it| it == FiledBy::Editors) {
            let question = "No heading names a pillar for the records that have `filed_by: editors`: under which does \
                            each belong?";
            questions.push(question.to_owned());
        }
        if self.assumes_maker {
            let maker = self.speaker(None);
            questions.push(format!(
                "`made_by` is `{}` where a paragraph opens with its verb and names nobody who asks: is that right?",
                maker.as_str()
            ));
        }
        questions
    }

    /// What a paragraph reports that no drafted record contains.
    fn rest(&self, passage: &Passage) -> Option<Remainder> {
        if !self.can_report(passage.paragraph) {
            // What a preamble recalls is no report; a person may find that there is one in it.
            let names_work = || self.is_activity(passage) || !self.known(passage).is_empty();
            return (is_text(passage.paragraph) && names_work()).then_some(Remainder::Whole);
        }
        let label = passage.paragraph.label.as_str();
        let sentences = sentences(passage);
        let reports = self.reports_of(label);
        if reports.is_empty() && !self.has_commitments(label) {
            // An item that denies itself is asked about already.
            let is_asked = passage.is_denied && self.is_undone(passage);
            // Each paragraph of a declaration says something.
            let tells = sentences.iter().any(SentenceContent::is_any)
                || self.is_held_apart(passage)
                || is_doubtful(passage) && self.is_joint(passage)
                || self.read.speakers.is_some() && !passage.leads;
            return (tells && !is_asked).then_some(Remainder::Whole);
        }
        let is_new = !reports.is_empty() && reports.iter().all(|it| it.programme.is_none());
        let has_work = self.has_other_work(&sentences, &reports)
            || is_new && !other_activities(passage).is_empty();
        let is_planned = reports.iter().any(|report| report.planned);
        let has_promise = !is_planned && sentences.iter().any(|told| told.is_promise);
        match (has_work, has_promise) {
            (true, true) => Some(
                "report other work as well, and say what somebody will do, continues to do or is asked to do",
            ),
            (true, false) => Some("report other work as well"),
            (false, true) => {
                Some("say as well what somebody will do, continues to do or is asked to do")
            }
            (false, false) => None,
        }
        .map(Remainder::Part)
    }

    /// Whether a paragraph names two bodies or a known programme, all excluded from what it
    /// reports, and no question asks about that.
    fn is_held_apart(&self, passage: &Passage) -> bool {
        let is_told =
            |it: &&Mention| passage.outlooks.iter().any(|told| told.span.contains(&it.span.start));
        let named: Vec<&Mention> =
            passage.all.iter().filter(is_told).filter(|it| acts(it, &passage.all)).collect();
        let bodies = named.iter().filter(|it| it.kind == Kind::Agency);
        let bodies = each_once(bodies.filter_map(|body| self.agency(body))).len();
        let has_programme = named.iter().any(|it| it.kind == Kind::Programme);
        let has_part = passage.mentions.len() == passage.all.len();
        (bodies > 1 || has_programme) && !has_part && !self.is_undone(passage)
    }

    /// Whether a paragraph tells of something and no record can cite it.
    fn is_uncited(&self, passage: &Passage) -> bool {
        let is_text = is_text(passage.paragraph) && !self.cites(passage.paragraph);
        is_text && (passage.asks() || sentences(passage).iter().any(SentenceContent::is_any))
    }

    /// The agencies and documents of the dataset that the paper names and no drafted record does.
    /// Those in the dataset cite their places in their own records, so the draft has none for them.
    fn unplaced(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut agencies, mut documents) = (BTreeSet::new(), BTreeSet::new());
        for mention in self.read.mentions.iter().flatten().filter(|it| !it.is_guess) {
            let [id] = mention.ids.as_slice() else { continue };
            match mention.kind {
                Kind::Agency if !mention.in_title => agencies.insert(id.clone()),
                Kind::Symbol => documents.insert(id.clone()),
                _ => continue,
            };
        }
        for (at, record) in self.records.every() {
            references(at, &record.fields(), &mut |reference| {
                match reference.to {
                    Record::Agency => agencies.remove(reference.target),
                    Record::Document => documents.remove(reference.target),
                    _ => false,
                };
            });
        }
        (agencies, documents)
    }

    /// The reports that were drafted from a paragraph; each names its programme if the dataset has it.
    fn reports_of(&self, label: &str) -> Vec<&Report> {
        let new = self.records.programmes.iter().flat_map(|programme| &programme.reports);
        let known = self.records.reports.iter();
        new.chain(known).filter(|report| &*report.paragraph == label).collect()
    }

    fn has_commitments(&self, label: &str) -> bool {
        let is_of = |commitment: &Commitment| {
            let mut sources = commitment.sources.iter();
            sources.any(|it| it.document == self.options.id && &*it.paragraph == label)
        };
        self.records.commitments.iter().any(is_of)
    }

    /// Whether some sentence tells of work that is not that of these reports: others act in it, and it does not
    /// name their programmes.
    fn has_other_work(&self, sentences: &[SentenceContent], reports: &[&Report]) -> bool {
        let mut works = sentences.iter().filter(|told| told.is_work);
        if reports.is_empty() {
            return works.next().is_some();
        }
        let known = reports.iter().filter_map(|it| self.dataset.get(it.programme.as_ref()?));
        let known: Vec<&Programme> = known.collect();
        let is_named = |told: &SentenceContent| {
            known.iter().any(|programme| told.programmes.contains(programme.id.as_str()))
        };
        // The doers of the work: for a new programme, those of the first sentence that reports it.
        let mut own: BTreeSet<&str> = BTreeSet::new();
        if known.is_empty() {
            own.extend(works.next().into_iter().flat_map(|told| &told.doers).map(String::as_str));
        } else {
            let named = sentences.iter().filter(|told| is_named(told));
            own.extend(named.flat_map(|told| &told.doers).map(String::as_str));
            let reports = known.iter().flat_map(|programme| &programme.reports);
            let participants = reports.flat_map(|report| &report.participants);
            own.extend(participants.map(|participant| participant.agency.as_str()));
        }
        // For a known programme, any new doer; for a new one, only new doers.
        let is_other = |told: &SentenceContent| {
            let is_new = |doer: &String| !own.contains(doer.as_str());
            match known.is_empty() {
                true => told.doers.iter().all(is_new),
                false => told.doers.iter().any(is_new),
            }
        };
        works.any(|told| !is_named(told) && is_other(told))
    }
}

/// The labels, each once; for several items of a list, the label of the list.
fn gathered(labels: &[String]) -> Vec<String> {
    let list = |label: &'_ String| label.rsplit_once(" (").map(|(list, _)| list.to_owned());
    let mut items: BTreeMap<String, usize> = BTreeMap::new();
    for list in labels.iter().filter_map(list) {
        *items.entry(list).or_default() += 1;
    }
    let is_several = |list: &String| items[list] > 1;
    each_once(labels.iter().map(|label| list(label).filter(is_several).unwrap_or(label.clone())))
}

/// "Paragraph 1", "paragraphs 1, 4 and 9".
pub fn paragraphs(labels: &[String]) -> String {
    let is_number =
        |label: &String| label.trim_start_matches("PP").starts_with(|c: char| c.is_ascii_digit());
    let several = if labels.len() == 1 { "" } else { "s" };
    if labels.iter().all(is_number) {
        return format!("paragraph{several} {}", enumerated(labels, "and"));
    }
    let headings: Vec<String> = labels.iter().map(|label| format!("“{label}”")).collect();
    format!("what stands under {}", enumerated(&headings, "and"))
}
