//! What the paper tells and the draft does not hold: paragraphs from which nothing was drafted, or only a part.

use std::collections::BTreeSet;

use super::Drafter;
use super::programme::{each_once, tells};
use crate::document::Paragraph;
use crate::model::{
    Commitment, ForceClass, Id, Kind as Record, Programme, Report, enumerated, fold,
    for_each_reference,
};
use crate::scan::{Ask, Kind, Mention, Outlook, outlooks};

/// What the paper has and no drafted record does.
#[derive(Debug, Default)]
pub struct Left {
    /// The paragraphs that tell of work, or announce some, and from which no report and no commitment was drafted.
    pub whole: Vec<String>,
    /// Those from which something was, but perhaps not all.
    pub in_part: Vec<String>,
    /// The agencies of the dataset that the paper names and no drafted record does, by id.
    pub agencies: BTreeSet<String>,
    /// The documents of the dataset that it cites and no drafted record does, by id.
    pub documents: BTreeSet<String>,
}

/// What one sentence tells.
struct Telling {
    /// Who acts in it, by id or by name.
    doers: BTreeSet<String>,
    /// The programmes that it names.
    programmes: BTreeSet<String>,
    /// It tells of work, done or planned, and no limb of a commitment has it.
    is_work: bool,
    /// It announces something: "will", "plans to".
    is_promise: bool,
}

impl Drafter<'_> {
    /// Finds them, and asks about them at the document.
    pub(super) fn left(&mut self) -> Left {
        let read = self.read;
        let (mut left, mut questions) = (Left::default(), Vec::new());
        for (paragraph, mentions) in read.paragraphs() {
            if !tells(paragraph) {
                continue;
            }
            let label = &paragraph.label;
            let sentences = self.sentences_of(paragraph, mentions);
            let (reports, has_commitments) = (self.reports_of(label), self.has_commitments(label));
            if reports.is_empty() && !has_commitments {
                if sentences.iter().any(|told| told.is_work || told.is_promise) {
                    left.whole.push(label.clone());
                }
                continue;
            }
            let has_work = self.has_other_work(&sentences, &reports);
            let is_planned = reports.iter().any(|(_, report)| report.planned);
            let has_promise = !is_planned && sentences.iter().any(|told| told.is_promise);
            let what = match (has_work, has_promise) {
                (true, true) => {
                    "report other work as well, and say what somebody will do or continues to do"
                }
                (true, false) => "report other work as well",
                (false, true) => "say as well what somebody will do or continues to do",
                (false, false) => continue,
            };
            questions.push(format!("Does paragraph {label} {what}?"));
            left.in_part.push(label.clone());
        }
        left.whole = each_once(left.whole);
        left.in_part = each_once(left.in_part);
        if !left.whole.is_empty() {
            let whole = paragraphs(&left.whole);
            questions.insert(0, format!("Is there a report or a commitment in {whole}?"));
        }
        self.ask(each_once(questions));
        (left.agencies, left.documents) = self.unplaced();
        left
    }

    /// The agencies and documents of the dataset that are named in the paper and in no record of the draft. What the
    /// dataset has keeps its places in its own record, so that the draft has none for them.
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
        for_each_reference(&self.records, &mut |reference| {
            match reference.to {
                Record::Agency => agencies.remove(reference.target),
                Record::Document => documents.remove(reference.target),
                _ => false,
            };
        });
        (agencies, documents)
    }

    fn sentences_of(&self, paragraph: &Paragraph, mentions: &[Mention]) -> Vec<Telling> {
        let outlooks = outlooks(&paragraph.text, mentions);
        outlooks.iter().map(|outlook| self.sentence_told(outlook, mentions)).collect()
    }

    fn sentence_told(&self, outlook: &Outlook, all: &[Mention]) -> Telling {
        let place = |at: usize| all.partition_point(|mention| mention.span.start < at);
        let within = || all[place(outlook.span.start)..place(outlook.span.end)].iter();
        let asks = || within().filter_map(|mention| mention.ask.as_ref());
        let is_plan = |ask: &Ask| ask.force.class() == ForceClass::Plan;
        let has_limb = asks().any(|ask| !is_plan(ask));
        let has_plan =
            asks().any(|ask| is_plan(ask) && !ask.is_spoken) && !asks().any(Ask::is_operative);
        let is_doer = |mention: &&Mention| mention.kind == Kind::Agency && acts(mention, all);
        let name = |mention: &Mention| {
            mention.ids.first().cloned().unwrap_or_else(|| fold(mention.called()))
        };
        let doers: BTreeSet<String> = within().filter(is_doer).map(name).collect();
        let programmes = within().filter(|mention| mention.kind == Kind::Programme);
        let programmes: BTreeSet<String> = programmes.flat_map(|it| it.ids.clone()).collect();
        let is_told = outlook.is_done || outlook.is_planned;
        let is_plan_alone = outlook.is_planned && !outlook.is_done && !outlook.is_denied;
        let names_nobody = doers.is_empty() && programmes.is_empty();
        Telling {
            is_work: !has_limb && !doers.is_empty() && is_told,
            is_promise: has_plan || is_plan_alone && !has_limb && !names_nobody,
            doers,
            programmes,
        }
    }

    /// The reports that were drafted from a paragraph, each with its programme if the dataset has it.
    fn reports_of(&self, label: &str) -> Vec<(Option<&Id<Programme>>, &Report)> {
        let new = self.records.programmes.iter().flat_map(|programme| &programme.reports);
        let known = self.records.reports.iter();
        let reports = new.chain(known).filter(|report| &*report.paragraph == label);
        reports.map(|report| (report.programme.as_ref(), report)).collect()
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
    fn has_other_work(
        &self,
        sentences: &[Telling],
        reports: &[(Option<&Id<Programme>>, &Report)],
    ) -> bool {
        let mut works = sentences.iter().filter(|told| told.is_work);
        if reports.is_empty() {
            return works.next().is_some();
        }
        let known: Vec<&Programme> =
            reports.iter().filter_map(|(programme, _)| self.dataset.get((*programme)?)).collect();
        let is_named = |told: &Telling| {
            known.iter().any(|programme| told.programmes.contains(programme.id.as_str()))
        };
        // Those whose work it is: of a new programme those of the first sentence that tells of it.
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
        // Beside a known programme somebody else, beside a new one nobody of those.
        let is_other = |told: &Telling| {
            let is_new = |doer: &String| !own.contains(doer.as_str());
            match known.is_empty() {
                true => told.doers.iter().all(is_new),
                false => told.doers.iter().any(is_new),
            }
        };
        works.any(|told| !is_named(told) && is_other(told))
    }
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

/// "Paragraph 1", "paragraphs 1, 4 and 9".
pub fn paragraphs(labels: &[String]) -> String {
    let several = if labels.len() == 1 { "" } else { "s" };
    format!("paragraph{several} {}", enumerated(labels, "and"))
}
