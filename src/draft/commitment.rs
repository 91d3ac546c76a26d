//! Commitments from the operative limbs of the paper.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cited::Cited;
use super::programme::each_once;
use super::when::{Stand, dates, terms};
use super::{Drafter, texts};
use crate::document::Paragraph;
use crate::model::{
    Commitment, Date, Document, Force, Group, Id, Party, TO_WRITE, Text, Vocabulary, fold,
    short_slug,
};
use crate::scan::{Ask, Kind, Mention, Party as Named, outlooks};

/// Whether a mention is a limb that asks or promises something.
pub(super) fn is_operative(mention: &Mention) -> bool {
    mention.ask.as_ref().is_some_and(|ask| ask.is_operative() && !ask.is_spoken)
}

impl Drafter<'_> {
    pub(super) fn commitments(&mut self) {
        let passages = self.passages;
        let mut led = None;
        for (passage, own) in passages.iter().zip(&self.read.mentions) {
            let paragraph = passage.paragraph;
            if !self.cites(paragraph) {
                continue;
            }
            let text = paragraph.text.as_str();
            let limbs: Vec<&Mention> = own.iter().filter(|mention| is_operative(mention)).collect();
            // What leads a list in is asked item by item.
            let from = || outlooks(text, own).pop().map_or(0, |sentence| sentence.span.start);
            let leads = passage.leads && limbs.last().is_some_and(|limb| limb.span.start >= from());
            let mut last: Option<(Cited, &Mention)> = None;
            for (nth, mention) in limbs.iter().enumerate() {
                let Some(ask) = &mention.ask else { continue };
                let cited = self.cited(text, own, mention).or_else(|| {
                    let (cited, first) = last.as_ref()?;
                    cited.going_on(text, first, mention)
                });
                last = cited.clone().map(|cited| (cited, *mention)).or(last);
                if leads && nth + 1 == limbs.len() {
                    led = Some((paragraph.label.as_str(), ask, cited));
                    continue;
                }
                let until = limbs.get(nth + 1).map_or(text.len(), |next| next.span.start);
                let words = text.get(mention.span.start..until).unwrap_or_default();
                let cited = cited.or_else(|| led_in(paragraph, ask, led.as_ref()?));
                self.commitment(paragraph, ask, cited, words);
            }
        }
    }

    /// The record of a limb, of which these are the words from its verb on.
    fn commitment(&mut self, paragraph: &Paragraph, ask: &Ask, cited: Option<Cited>, words: &str) {
        let place = short_slug(&paragraph.label);
        let wanted = format!("{}-para-{place}-{}", self.options.id, ask.force.word());
        let dataset = self.dataset;
        let id = self.free(&wanted, |id| dataset.find::<Commitment>(id).is_some());
        let label = Text::new(&paragraph.label);
        let (Ok(id), Ok(label), Ok(statement)) = (Id::new(&id), label, Text::new(TO_WRITE)) else {
            return;
        };
        let mut review = vec!["Write `statement` in your own words."];
        let is_sure = cited.as_ref().is_some_and(|cited| cited.is_sure);
        let cited = cited.map(|cited| cited.id);
        let (made_by, addressed_to) = self.parties(ask, cited.as_ref(), &mut review);
        // What somebody else asked stands in a text of its own.
        if cited.is_some() {
            review.push("In which of its paragraphs? Add `instrument_paragraph`.");
        }
        if !is_sure && (cited.is_some() || !ask.by.is_empty() || ask.is_of_text) {
            review.push("In which instrument? Correct `instrument`.");
        }
        let (due, question) = due(words);
        review.extend(question.as_deref());
        let stated = cited.as_ref().and_then(|id| self.stated(ask, id, paragraph));
        review.extend(stated.as_deref());
        let (pillar, filed_by, question) = self.filing(paragraph.heading.as_deref());
        review.extend(question);
        let repeated = self.repeated(ask);
        review.extend(repeated.as_deref());
        self.sentence("commitment", id.as_str(), &paragraph.label, &paragraph.text);
        self.records.commitments.push(Commitment {
            id,
            statement,
            force: ask.force,
            made_by,
            addressed_to,
            sources: self.citation(&label).into_iter().collect(),
            instrument_paragraph: Some(label).filter(|_| cited.is_none()),
            instrument: cited.or_else(|| Some(self.options.id.clone())),
            pillar,
            filed_by,
            due,
            untracked: None,
            reported_elsewhere: None,
            repeats: Vec::new(),
            remark: None,
            review: texts(review),
            evidence: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        });
    }

    /// Who makes a commitment and to whom it is addressed, with what of it is to be reviewed.
    fn parties(
        &self,
        ask: &Ask,
        cited: Option<&Id<Document>>,
        review: &mut Vec<&str>,
    ) -> (Vec<Party>, Vec<Party>) {
        let known = |parties: &[Named]| -> Vec<Party> {
            let mut known: Vec<Party> =
                parties.iter().filter_map(|party| self.party(party)).collect();
            // Countries, which stand as Member States.
            known.dedup();
            known
        };
        let parties = known(&ask.parties);
        let binds_itself = matches!(ask.force, Force::Committed | Force::Decided);
        let (mut made_by, addressed_to) =
            if binds_itself { (parties, Vec::new()) } else { (Vec::new(), parties) };
        if made_by.is_empty() {
            made_by = known(&ask.by);
        }
        if made_by.is_empty() {
            made_by = vec![self.speaker(cited)];
            review.push("Who asks or promises it? Correct `made_by`.");
        }
        let names_state = ask.parties.iter().any(|party| matches!(party, Named::State(_)));
        if addressed_to.is_empty() && !binds_itself || ask.is_guess || names_state {
            review.push("Who is addressed? Complete `addressed_to`.");
        }
        (made_by, addressed_to)
    }

    /// The one that speaks: the body of the document that is cited, or else of this one, else those that adopt it.
    fn speaker(&self, cited: Option<&Id<Document>>) -> Party {
        let body = match cited {
            Some(id) => {
                let mut drafted = self.records.documents.iter();
                let document = self.dataset.get(id).or_else(|| drafted.find(|it| it.id == *id));
                document.and_then(|document| document.body.clone())
            }
            None => self.body(),
        };
        body.map_or(Party::Group(Group::MemberStates), Party::Agency)
    }

    fn party(&self, party: &Named) -> Option<Party> {
        match party {
            Named::Known(party) => Some(party.clone()),
            Named::Speakers | Named::State(_) => Some(Party::Group(Group::MemberStates)),
            Named::Unknown(name) => self.new_agencies.get(&fold(name)).cloned().map(Party::Agency),
        }
    }

    /// The commitments of the instrument that are asked of the same with the same force, nearest in their words first:
    /// perhaps the paper only states one of them again.
    fn stated(&self, ask: &Ask, cited: &Id<Document>, paragraph: &Paragraph) -> Option<String> {
        let parties: Vec<&str> = ask.parties.iter().filter_map(Named::known).collect();
        let is_same = |known: &&Commitment| {
            let those =
                if known.addressed_to.is_empty() { &known.made_by } else { &known.addressed_to };
            known.instrument.as_ref() == Some(cited)
                && known.force == ask.force
                && (parties.is_empty()
                    || those.iter().any(|party| parties.contains(&party.as_str())))
        };
        let words = content(&paragraph.text);
        let shared = |known: &Commitment| content(&known.statement).intersection(&words).count();
        let known = self.dataset.records().commitments.iter().filter(is_same);
        let mut known: Vec<(usize, &str)> =
            known.map(|known| (shared(known), known.id.as_str())).collect();
        known.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        let ids: Vec<&str> = known.iter().take(3).map(|(_, id)| *id).collect();
        let more = match known.len() - ids.len() {
            0 => String::new(),
            more => format!(" (and {more} more of the same force)"),
        };
        let (ids, document, label) = (ids.join(", "), &self.options.id, &paragraph.label);
        (!ids.is_empty()).then(|| {
            format!(
                "Is it one of these? {ids}{more}. Then delete this record, and add {{document: {document}, \
                 paragraph: \"{label}\"}} to the `sources` of that one."
            )
        })
    }

    /// The commitments of the earlier edition that ask the same of the same: perhaps it repeats one.
    fn repeated(&self, ask: &Ask) -> Option<String> {
        let parties: Vec<&str> = ask.parties.iter().filter_map(Named::known).collect();
        let is_same = |(force, known): &(Force, Vec<String>)| {
            *force == ask.force && known.iter().any(|known| parties.contains(&known.as_str()))
        };
        let entries = self.since.iter().flat_map(|ledger| ledger.entries());
        let same = entries.filter(|entry| {
            entry.kind == Kind::Commitment && entry.ask.as_ref().is_some_and(is_same)
        });
        let mut found = each_once(same.map(|entry| entry.id.as_str()));
        found.truncate(3);
        let question = || format!("Does it repeat one of these? {}", found.join(", "));
        (!found.is_empty()).then(question)
    }
}

/// The document in which an item stands that goes on with the limb that leads its list in.
fn led_in(item: &Paragraph, ask: &Ask, led: &(&str, &Ask, Option<Cited>)) -> Option<Cited> {
    let (label, lead, cited) = led;
    let is_below = item.label.strip_prefix(label).is_some_and(|rest| rest.starts_with(" ("));
    cited.clone().filter(|_| is_below && ask == *lead)
}

/// When a limb is due, or what has to be asked about the dates in its words.
fn due(words: &str) -> (Option<Date>, Option<String>) {
    let words = words.find(". ").map_or(words, |end| &words[..end]);
    let dates = dates(words);
    let terms = terms(words);
    let mut due = dates.iter().filter(|when| when.stand == Stand::By);
    match (due.next(), due.next()) {
        (Some(only), None) if terms.is_empty() => (Some(only.date), None),
        _ if dates.is_empty() && terms.is_empty() => (None, None),
        _ => {
            let dates = dates.iter().filter(|when| when.stand != Stand::Past);
            let dates = dates.map(|when| when.span.clone());
            let dates = dates.filter(|date| terms.iter().all(|term| !term.contains(&date.start)));
            let mut spans: Vec<Range<usize>> = dates.chain(terms.iter().cloned()).collect();
            spans.sort_by_key(|span| span.start);
            let named: Vec<&str> = spans.into_iter().map(|span| &words[span]).collect();
            let question = format!("When is it due? The sentence names {}.", named.join("; "));
            (None, Some(question).filter(|_| !named.is_empty()))
        }
    }
}

/// The words of a text that tell what it is about.
fn content(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 4);
    words.map(str::to_lowercase).collect()
}
