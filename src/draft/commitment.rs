//! Commitments from the operative limbs of the paper.

use super::programme::TO_WRITE;
use super::{Drafter, is_citable, texts};
use crate::document::Paragraph;
use crate::model::{Commitment, Force, Group, Id, Party, Text, Vocabulary, fold, short_slug};
use crate::scan::{Ask, Kind, Mention, Party as Named};

/// Whether a mention is a limb that asks or promises something.
pub(super) fn is_operative(mention: &Mention) -> bool {
    mention.ask.as_ref().is_some_and(|ask| ask.is_operative() && !ask.is_spoken)
}

impl Drafter<'_> {
    pub(super) fn commitments(&mut self) {
        let read = self.read;
        for (paragraph, mentions) in read.paragraphs() {
            if !is_citable(&paragraph.label) {
                continue;
            }
            for mention in mentions.iter().filter(|mention| is_operative(mention)) {
                if let Some(ask) = &mention.ask {
                    self.commitment(paragraph, ask);
                }
            }
        }
    }

    fn commitment(&mut self, paragraph: &Paragraph, ask: &Ask) {
        let place = short_slug(&paragraph.label);
        let wanted = format!("{}-para-{place}-{}", self.options.id, ask.force.word());
        let dataset = self.dataset;
        let id = self.free(&wanted, |id| dataset.find::<Commitment>(id).is_some());
        let label = Text::new(&paragraph.label);
        let (Ok(id), Ok(label), Ok(statement)) = (Id::new(&id), label, Text::new(TO_WRITE)) else {
            return;
        };
        let parties: Vec<Party> =
            ask.parties.iter().filter_map(|party| self.party(party)).collect();
        let binds_itself = matches!(ask.force, Force::Committed | Force::Decided);
        let (mut made_by, addressed_to) =
            if binds_itself { (parties, Vec::new()) } else { (Vec::new(), parties) };
        let mut review = texts(["Write `statement` in your own words."]);
        if made_by.is_empty() {
            made_by = vec![self.speaker()];
            let question = "Who asks or promises it? Correct `made_by`.";
            review.extend(Text::new(question).ok());
        }
        if addressed_to.is_empty() && !binds_itself || ask.is_guess {
            review.extend(Text::new("Who is addressed? Complete `addressed_to`.").ok());
        }
        let (pillar, filed_by, question) = self.filing(paragraph.heading.as_deref());
        review.extend(question);
        review.extend(self.repeated(ask));
        self.sentence("commitment", id.as_str(), &paragraph.label, &paragraph.text);
        self.records.commitments.push(Commitment {
            id,
            statement,
            force: ask.force,
            made_by,
            addressed_to,
            instrument: Some(self.options.id.clone()),
            sources: self.citation(&label).into_iter().collect(),
            instrument_paragraph: Some(label),
            pillar,
            filed_by,
            due: None,
            untracked: None,
            reported_elsewhere: None,
            repeats: Vec::new(),
            remark: None,
            review,
            evidence: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        });
    }

    /// The one that speaks in the document: the body that it is of, else those that adopt it.
    fn speaker(&self) -> Party {
        self.body().map_or(Party::Group(Group::MemberStates), Party::Agency)
    }

    fn party(&self, party: &Named) -> Option<Party> {
        match party {
            Named::Known(party) => Some(party.clone()),
            Named::Speakers => Some(Party::Group(Group::MemberStates)),
            Named::Unknown(name) => self.new_agencies.get(&fold(name)).cloned().map(Party::Agency),
        }
    }

    /// The commitments of the earlier edition that ask the same of the same: perhaps it repeats one.
    fn repeated(&self, ask: &Ask) -> Option<Text> {
        let parties: Vec<&str> = ask.parties.iter().filter_map(Named::known).collect();
        let mut found: Vec<&str> = Vec::new();
        for entry in self.since.iter().flat_map(|ledger| ledger.entries()) {
            let is_same = entry.kind == Kind::Commitment
                && entry.ask.as_ref().is_some_and(|(force, known)| {
                    *force == ask.force
                        && known.iter().any(|known| parties.contains(&known.as_str()))
                });
            if is_same && !found.contains(&entry.id.as_str()) {
                found.push(&entry.id);
            }
        }
        found.truncate(3);
        if found.is_empty() {
            return None;
        }
        Text::new(&format!("Does it repeat one of these? {}", found.join(", "))).ok()
    }
}
