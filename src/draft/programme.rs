//! Reports on programmes that the dataset knows, and programmes that are new.

use std::collections::BTreeSet;

use super::commitment::content;
use super::heading::plain;
use super::list::{behind_name, joined};
use super::passage::Passage;
use super::request::has;
use super::sentence::{acts, own_mentions};
use super::{Drafter, texts};
use crate::model::{
    Agency, Commitment, External, Id, Participant, Programme, ProgrammeKind, Report, Text,
    enumerated, short_slug, unnamed_activity,
};
use crate::scan::{Kind, Mention, Outlook};

impl Drafter<'_> {
    pub(super) fn programmes(&mut self) {
        if self.read.speakers.is_some() {
            // A declaration reports nothing: it says what its speakers will have done.
            return;
        }
        let passages = self.passages;
        let mut reported = BTreeSet::new();
        for passage in passages {
            let paragraph = passage.paragraph;
            if !self.can_report(paragraph) {
                continue;
            }
            let named = self.known(passage);
            if self.is_undone(passage) {
                // A person may find that the paragraph tells of something else.
                self.ask([format!(
                    "Paragraph {} says that something was not done or was put off: is there a report in it?",
                    paragraph.label
                )]);
                continue;
            }
            for programme in &named {
                if reported.insert((programme.clone(), paragraph.label.clone())) {
                    self.report_on(programme, passage);
                }
            }
            if named.is_empty() && self.is_activity(passage) {
                self.new_programme(passage);
            }
        }
    }

    /// Whether a paragraph names somebody and tells only of what was not done.
    pub(super) fn is_undone(&self, passage: &Passage) -> bool {
        passage.names_somebody() && !passage.asks() && self.work_of(passage).is_denied
    }

    /// Asks at the record of the document itself.
    pub(super) fn ask(&mut self, questions: impl IntoIterator<Item = String>) {
        if let Some(document) = self.records.documents.first_mut() {
            document.review.extend(texts(questions));
        }
    }

    /// The programmes of the dataset that a paragraph names; among several of one name that of the same heading.
    pub(super) fn known(&self, passage: &Passage) -> Vec<Id<Programme>> {
        let programme = |mention: &Mention| {
            let same = |id: &&String| self.is_under(id, passage.paragraph.heading.as_deref());
            let id = match mention.ids.as_slice() {
                [id] => Some(id),
                ids => ids.iter().find(same),
            };
            Id::new(id?).ok()
        };
        each_once(of_kind(&passage.mentions, Kind::Programme).filter_map(programme))
    }

    /// Whether a programme is reported under this heading by a document of the dataset.
    fn is_under(&self, programme: &str, heading: Option<&str>) -> bool {
        let Some(programme) = self.dataset.find::<Programme>(programme) else { return false };
        programme.reports.iter().any(|report| self.stands_under(report, heading))
    }

    fn stands_under(&self, report: &Report, heading: Option<&str>) -> bool {
        let Some(document) = self.dataset.get(&report.document) else { return false };
        let mut sections = document.sections.iter().filter(|it| it.holds(&report.paragraph));
        sections.any(|it| heading.is_some_and(|heading| plain(heading) == plain(&it.heading)))
    }

    /// Whether a paragraph tells of joint work: it names two or more bodies, asks nothing, and stands under a
    /// heading.
    pub(super) fn is_activity(&self, passage: &Passage) -> bool {
        passage.paragraph.heading.is_some()
            && !passage.asks()
            && !is_doubtful(passage)
            && self.is_joint(passage)
    }

    /// Whether two or more bodies act in what a paragraph tells first.
    pub(super) fn is_joint(&self, passage: &Passage) -> bool {
        self.acting_of(&own_mentions(passage), passage).len() > 1
    }

    /// The bodies of these mentions that act in a paragraph, each once.
    pub(super) fn acting_of(&self, mentions: &[Mention], passage: &Passage) -> Vec<Id<Agency>> {
        let active = mentions.iter().filter(|mention| acts(mention, &passage.all));
        each_once(active.filter_map(|mention| self.agency(mention)))
    }

    /// Where the earlier document reports a programme, as a question; a draft leaves nothing out for it.
    fn reported_before(&self, programme: &str) -> Option<String> {
        let ledger = self.since.as_ref()?;
        let entries = ledger.entries.iter();
        let same = entries.filter(|it| it.kind == Kind::Programme && it.id == programme);
        let places = each_once(same.map(|entry| entry.paragraph.as_str())).join(", ");
        let document = &ledger.document;
        let question = || {
            format!(
                "`{document}` reports it ({places}): what is new? Keep this report even if nothing is."
            )
        };
        (!places.is_empty()).then(question)
    }

    /// The commitments for which a programme is evidence, as a question.
    fn evidenced(&self, programme: &Id<Programme>) -> Option<String> {
        let commitments = self.dataset.records().commitments.iter();
        let is_for = |it: &&Commitment| {
            it.evidence.iter().any(|evidence| evidence.programme == *programme && !evidence.earlier)
        };
        let mut ids: Vec<String> = commitments.filter(is_for).map(|it| it.id.to_string()).collect();
        if ids.len() > 3 {
            let more = format!("{} more", ids.len() - 3);
            ids.splice(3.., [more]);
        }
        let ids = enumerated(&ids, "and");
        (!ids.is_empty()).then(|| {
            format!("Is it again evidence for {ids}? Then add it with `cnd new evidence`.")
        })
    }

    fn report_on(&mut self, id: &Id<Programme>, passage: &Passage) {
        let Some(mut report) = self.report(Some(id), passage) else { return };
        let paragraph = passage.paragraph;
        let questions = self.reported_before(id.as_str()).into_iter().chain(self.evidenced(id));
        report.review.extend(texts(questions));
        self.sentence("report", id.as_str(), &paragraph.label, &paragraph.text);
        self.records.reports.push(report);
    }

    fn new_programme(&mut self, passage: &Passage) {
        let paragraph = passage.paragraph;
        let place = short_slug(&paragraph.label);
        let wanted = format!("{}-para-{place}", self.options.id);
        let dataset = self.dataset;
        let id = self.free(&wanted, |id| dataset.find::<Programme>(id).is_some());
        let name = unnamed_activity(&paragraph.label, self.options.id.as_str());
        let report = self.report(None, passage);
        let (Ok(id), Ok(name), Some(report)) = (Id::new(&id), Text::new(&name), report) else {
            return;
        };
        let alike = self.alike(passage, &report.participants);
        let (pillar, filed_by) = self.filing(paragraph.heading.as_deref());
        let kind = kind(&passage.text);
        let mut review = Vec::new();
        review.extend(kind.is_none().then_some("What kind of programme is it?"));
        let same = (!alike.is_empty()).then(|| {
            format!("Same heading and agencies; is it one of these? {}", alike.join(", "))
        });
        review.extend(same.as_deref());
        self.sentence("programme", id.as_str(), &paragraph.label, &paragraph.text);
        let external = Text::new("name").ok().zip(Text::new("a description of ours").ok());
        let external = external.map(|(field, source)| External { fields: vec![field], source });
        self.records.programmes.push(Programme {
            id,
            name,
            acronym: None,
            kind: kind.unwrap_or(ProgrammeKind::TechnicalAssistance),
            pillar,
            filed_by,
            second_pillars: Vec::new(),
            part_of: None,
            aliases: Vec::new(),
            remark: None,
            review: texts(review),
            sole_participant: None,
            reports: vec![report],
            external: external.into_iter().collect(),
            former_ids: Vec::new(),
        });
    }

    /// Programmes of the dataset reported under the same heading, with two or more of the same
    /// agencies and some of the same words: the most similar first.
    fn alike(&self, passage: &Passage, acting: &[Participant]) -> Vec<String> {
        let heading = passage.paragraph.heading.as_deref();
        let is_alike = |report: &Report| {
            let has = |it: &&Participant| report.participants.iter().any(|p| p.agency == it.agency);
            acting.iter().filter(has).count() > 1 && self.stands_under(report, heading)
        };
        let words = content(&passage.text);
        let shared = |programme: &Programme| {
            let summaries = programme.reports.iter().filter_map(|report| report.summary.as_deref());
            let texts = summaries.chain([&*programme.name]);
            texts.map(|text| content(text).intersection(&words).count()).max().unwrap_or(0)
        };
        let programmes = self.dataset.records().programmes.iter();
        let alike = programmes.filter(|programme| programme.reports.iter().any(is_alike));
        let alike = alike.map(|programme| (shared(programme), programme));
        let mut alike: Vec<_> = alike.filter(|(shared, _)| *shared > 2).collect();
        alike.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        alike.into_iter().take(3).map(|(_, programme)| programme.id.to_string()).collect()
    }
}

/// Verbs of what may be done.
const DOUBTS: &str = "could should need needs considering";

/// Verbs that report no activity, and those that report none before "that".
const STATES: &str = "differ annexed reproduced";
const FINDINGS: &str = "estimate estimates show shows";

/// Whether a paragraph tells of nothing done, but of what might be, or of how something is: "UNODC and WHO could work
/// together", "UNODC: Research Branch".
pub(super) fn is_doubtful(passage: &Passage) -> bool {
    let is_open = |told: &Outlook| {
        let text = passage.text.as_str();
        let bodies = || {
            let bodies = of_kind(&passage.mentions, Kind::Agency);
            bodies.filter(|it| told.span.contains(&it.span.start))
        };
        let is_label = bodies().next().is_some_and(|it| text[it.span.end..].starts_with(": "));
        let lead = bodies().last().map_or("", |it| &text[told.span.start..it.span.start]);
        let is_doubt = |it: &Mention| {
            let behind = text.get(joined(text, &passage.all, it)..told.span.end);
            let words = behind_name(behind.unwrap_or_default()).split_whitespace();
            let near: Vec<&str> = words.take(2).map(|it| it.trim_end_matches(['.', ','])).collect();
            let is_state = || near.iter().any(|it| has(STATES, it));
            let is_finding = || matches!(near[..], [verb, "that"] if has(FINDINGS, verb));
            near.iter().any(|it| has(DOUBTS, it))
                || !told.is_planned && (is_state() || is_finding())
        };
        is_label
            || lead.contains("need for ")
            || lead.split(' ').any(|it| has("whether scope awaits", it))
            || bodies().any(is_doubt)
    };
    let told = || passage.outlooks.iter();
    !told().any(|it| it.is_done) && told().any(is_open)
}

/// Words that say what sort of work it is.
const KINDS: [(ProgrammeKind, &str); 9] = [
    (
        ProgrammeKind::Training,
        "trained training course courses seminar seminars webinar webinars workshop workshops curriculum mentoring",
    ),
    (
        ProgrammeKind::Research,
        "survey surveys surveyed study studies assessment assessments research surveying",
    ),
    (
        ProgrammeKind::Publication,
        "guide handbook manual brief standards guidelines publication toolkit report book statement",
    ),
    (ProgrammeKind::Campaign, "campaign campaigns"),
    (
        ProgrammeKind::Event,
        "event events meeting met conference forum session panel symposium exercise",
    ),
    (ProgrammeKind::Dialogue, "dialogue briefed briefing briefings consultations liaised"),
    (ProgrammeKind::Network, "network networks"),
    (ProgrammeKind::Programme, "programme programmes"),
    (ProgrammeKind::Project, "project projects"),
];

/// The kind that the first of such words says.
fn kind(text: &str) -> Option<ProgrammeKind> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let kind = |word: &str| KINDS.iter().find(|(_, words)| has(words, word)).map(|(kind, _)| *kind);
    words.filter(|word| word.starts_with(char::is_lowercase)).find_map(kind)
}

/// The mentions of one kind.
pub(super) fn of_kind(mentions: &[Mention], kind: Kind) -> impl Iterator<Item = &Mention> {
    mentions.iter().filter(move |mention| mention.kind == kind)
}

/// The items in their order, each once.
pub(super) fn each_once<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}
