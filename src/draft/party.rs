//! Who makes a commitment, and to whom it is addressed.

use super::Drafter;
use super::commitment::Opening;
use super::programme::each_once;
use crate::document::{Kind as PaperKind, Paragraph};
use crate::model::{Agency, Document, Force, ForceClass, Group, Id, Party, fold};
use crate::scan::{Ask, Party as Named};

/// Who makes a commitment and to whom it is addressed.
pub(super) struct Parties {
    pub made_by: Vec<Party>,
    pub addressed_to: Vec<Party>,
    /// Whether the text says who makes it.
    pub is_maker_known: bool,
    /// Whether the text does not say, or not clearly, whom it addresses.
    pub is_addressee_open: bool,
}

impl Drafter<'_> {
    /// Who makes a commitment and to whom it is addressed.
    pub(super) fn parties(
        &self,
        ask: &Ask,
        cited: Option<&Id<Document>>,
        is_sure: bool,
        opening: Opening,
    ) -> Parties {
        let known = |parties: &[Named]| -> Vec<Party> {
            let mut known: Vec<Party> =
                parties.iter().flat_map(|party| self.party(party)).collect();
            // Several countries are one group, Member States.
            known.dedup();
            known
        };
        let parties = known(&ask.parties);
        let binds_itself = matches!(ask.force, Force::Committed | Force::Decided)
            || ask.force.class() == ForceClass::Affirmation;
        let (mut made_by, addressed_to) =
            if binds_itself { (parties, Vec::new()) } else { (Vec::new(), parties) };
        if made_by.is_empty() {
            made_by = known(&ask.by);
        }
        let mut is_maker_known = true;
        if made_by.is_empty() {
            (made_by, is_maker_known) = match cited {
                Some(_) => (vec![self.speaker(cited)], is_sure && self.body_of(cited).is_some()),
                None if opening == Opening::We => (self.party(&Named::Speakers), true),
                None => match self.speakers() {
                    none if none.is_empty() => {
                        (vec![self.speaker(cited)], self.read.enacted_by.is_some())
                    }
                    speakers => (speakers, true),
                },
            };
        }
        let names_state = ask.parties.iter().any(|party| matches!(party, Named::State(_)));
        let is_addressee_open =
            addressed_to.is_empty() && !binds_itself || ask.is_guess || names_state;
        Parties { made_by, addressed_to, is_maker_known, is_addressee_open }
    }

    /// The one that speaks: the body of the document that is cited, or else of this one, else those that adopt it.
    pub(super) fn speaker(&self, cited: Option<&Id<Document>>) -> Party {
        self.body_of(cited).map_or(Party::Group(Group::MemberStates), Party::Agency)
    }

    fn body_of(&self, cited: Option<&Id<Document>>) -> Option<Id<Agency>> {
        let Some(id) = cited else { return self.body() };
        let mut drafted = self.records.documents.iter();
        let document = self.dataset.get(id).or_else(|| drafted.find(|it| it.id == *id));
        document.and_then(|document| document.body.clone())
    }

    /// Those who speak in a declaration or a joint statement, by its opening words or else by its title.
    fn speakers(&self) -> Vec<Party> {
        if let Some(speakers) = self.read.speakers.as_ref().filter(|it| !it.is_empty()) {
            let known = |party: &Named| match party {
                Named::Speakers => vec![Party::Group(Group::MemberStates)],
                party => self.party(party),
            };
            return each_once(speakers.iter().flat_map(known));
        }
        let is_title = |paragraph: &Paragraph| {
            matches!(paragraph.kind, PaperKind::Title | PaperKind::Heading)
                && paragraph.text.contains("tatement by ")
        };
        let titles = self.read.paragraphs().filter(|(paragraph, _)| is_title(paragraph)).take(1);
        let named = titles.flat_map(|(_, mentions)| mentions);
        each_once(named.filter_map(|mention| self.agency(mention)))
            .into_iter()
            .map(Party::Agency)
            .collect()
    }

    fn party(&self, party: &Named) -> Vec<Party> {
        let states = vec![Party::Group(Group::MemberStates)];
        match party {
            Named::Known(party) => vec![party.clone()],
            Named::Speakers => Some(self.speakers()).filter(|it| !it.is_empty()).unwrap_or(states),
            Named::State(_) => states,
            Named::Unknown(name) => {
                let id = self.new_agencies.get(&fold(name)).cloned();
                id.into_iter().map(Party::Agency).collect()
            }
        }
    }
}
