//! Commitments from the operative limbs of the paper.

use super::programme::TO_WRITE;
use super::{Drafter, texts};
use crate::document::Paragraph;
use crate::model::{
    Commitment, Document, Force, Group, Id, Party, Text, Vocabulary, fold, short_slug,
};
use crate::scan::{Ask, Kind, Mention, Party as Named};

/// Whether a mention is a limb that asks or promises something.
pub(super) fn is_operative(mention: &Mention) -> bool {
    mention.ask.as_ref().is_some_and(|ask| ask.is_operative() && !ask.is_spoken)
}

impl Drafter<'_> {
    pub(super) fn commitments(&mut self) {
        let read = self.read;
        for (paragraph, mentions) in read.paragraphs() {
            if !paragraph.is_citable() {
                continue;
            }
            for mention in mentions.iter().filter(|mention| is_operative(mention)) {
                if let Some(ask) = &mention.ask {
                    let cited = self.cited(&paragraph.text, mentions, mention.span.start);
                    self.commitment(paragraph, ask, cited);
                }
            }
        }
    }

    fn commitment(&mut self, paragraph: &Paragraph, ask: &Ask, cited: Option<Id<Document>>) {
        let place = short_slug(&paragraph.label);
        let wanted = format!("{}-para-{place}-{}", self.options.id, ask.force.word());
        let dataset = self.dataset;
        let id = self.free(&wanted, |id| dataset.find::<Commitment>(id).is_some());
        let label = Text::new(&paragraph.label);
        let (Ok(id), Ok(label), Ok(statement)) = (Id::new(&id), label, Text::new(TO_WRITE)) else {
            return;
        };
        let mut review = vec!["Write `statement` in your own words."];
        let (made_by, addressed_to) = self.parties(ask, cited.as_ref(), &mut review);
        // What somebody else asked stands in a text of its own.
        if cited.is_some() {
            review.push("In which of its paragraphs? Add `instrument_paragraph`.");
        } else if !ask.by.is_empty() {
            review.push("In which instrument? Correct `instrument`.");
        }
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
            due: None,
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
            parties.iter().filter_map(|party| self.party(party)).collect()
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
        if addressed_to.is_empty() && !binds_itself || ask.is_guess {
            review.push("Who is addressed? Complete `addressed_to`.");
        }
        (made_by, addressed_to)
    }

    /// The document in which a limb with its verb at byte `verb` stands, where its sentence says so: "in its
    /// resolution 79/191, the General Assembly invited".
    fn cited(&self, text: &str, mentions: &[Mention], verb: usize) -> Option<Id<Document>> {
        let symbols = mentions.iter().filter(|mention| mention.kind == Kind::Symbol);
        let mut cited = symbols.filter(|symbol| {
            let is_near =
                text.get(symbol.span.end..verb).is_some_and(|between| !between.contains(". "));
            is_near && leads_in(&text[..symbol.span.start])
        });
        let (symbol, None) = (cited.next()?, cited.next()) else { return None };
        let id = match symbol.ids.as_slice() {
            [id] => self.dataset.find::<Document>(id).map(|document| document.id.clone()),
            _ => self.new_documents.get(symbol.name.as_deref()?).cloned(),
        };
        id.filter(|id| *id != self.options.id)
    }

    /// The one that speaks: the body of the document that is cited, or else of this one, else those that adopt it.
    fn speaker(&self, cited: Option<&Id<Document>>) -> Party {
        let body = match cited {
            Some(id) => self.dataset.get(id).and_then(|document| document.body.clone()),
            None => self.body(),
        };
        body.map_or(Party::Group(Group::MemberStates), Party::Agency)
    }

    fn party(&self, party: &Named) -> Option<Party> {
        match party {
            Named::Known(party) => Some(party.clone()),
            Named::Speakers => Some(Party::Group(Group::MemberStates)),
            Named::Unknown(name) => self.new_agencies.get(&fold(name)).cloned().map(Party::Agency),
        }
    }

    /// The commitments of the earlier edition that ask the same of the same: perhaps it repeats one.
    fn repeated(&self, ask: &Ask) -> Option<String> {
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
        let question = || format!("Does it repeat one of these? {}", found.join(", "));
        (!found.is_empty()).then(question)
    }
}

/// Whether these words say that something stands in the document named behind them: "In its resolution".
fn leads_in(before: &str) -> bool {
    let is_owner = |word: &str| {
        matches!(word, "its" | "the" | "resolution" | "decision" | "report")
            || word.len() > 2 && word.starts_with(char::is_uppercase)
    };
    let is_in = |word: &str| ["in", "by", "through"].contains(&word.to_lowercase().as_str());
    let mut words = before.split_whitespace().rev();
    let first = words.by_ref().find(|word| is_in(word) || !is_owner(word));
    first.is_some_and(is_in) && words.next().is_none_or(|word| word.ends_with([',', ';', ':', '.']))
}
