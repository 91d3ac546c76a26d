//! What one paragraph says of a programme: who takes part, where, and in which figures.

use super::number::undrafted;
use super::partners::unknown_partners;
use super::passage::Passage;
use super::programme::{each_once, of_kind};
use super::role::roles;
use super::sentence::other_activities;
use super::{Drafter, texts};
use crate::model::{
    Agency, Country, Figure, Id, Participant, Programme, Report, Role, TO_WRITE, Text, enumerated,
};
use crate::scan::{Kind, Mention, Outlook, clauses};

impl Drafter<'_> {
    /// What a paragraph says of a programme, with what of it is to be reviewed.
    pub(super) fn report(
        &self,
        programme: Option<&Id<Programme>>,
        passage: &Passage,
    ) -> Option<Report> {
        let told = self.work_of(passage);
        let mut mentions = passage.mentions.clone();
        if programme.is_none() {
            let others = other_activities(passage);
            let is_other = |it: &Mention| others.iter().any(|part| part.contains(&it.span.start));
            mentions.retain(|mention| !is_other(mention));
        }
        let participants = self.participants(passage, &mentions);
        if !told.is_planned {
            let clauses = clauses(&passage.text, &passage.all);
            mentions.retain(|mention| !is_undone(mention, &clauses));
        }
        if programme.is_none() {
            let lent = self.work_of_some(passage);
            let is_lent = |it: &Mention| lent.iter().any(|part| part.contains(&it.span.start));
            mentions.retain(|mention| !mention.kind.is_place() || !is_lent(mention));
        }
        let (governments, countries) = countries(&mentions, &passage.text);
        let figures = figures(&mentions);
        let mut review = Vec::new();
        if !participants.is_empty() {
            review.push("Which agencies take part, and in which role?");
        }
        if !governments.is_empty() {
            review.push("Do these governments take part?");
        }
        if !countries.is_empty() {
            review.push("Is the work done there, or do governments take part?");
        }
        if !figures.is_empty() {
            review.push("Complete `of`: what is true of those counted?");
        }
        let left = undrafted(passage);
        let left = format!("The paragraph has figures that are not drafted: {}.", left.join("; "));
        review.extend(Some(left.as_str()).filter(|it| !it.ends_with(": .")));
        review.extend(told.review.iter().map(String::as_str));
        let unread = unknown_partners(passage);
        let question = format!("Does {} take part as well?", enumerated(&unread, "and"));
        review.extend(Some(question.as_str()).filter(|_| !unread.is_empty()));
        Some(Report {
            programme: programme.cloned(),
            document: self.options.id.clone(),
            paragraph: Text::new(&passage.paragraph.label).ok()?,
            participants,
            governments,
            countries,
            regions: regions(&mentions),
            venues: Vec::new(),
            figures,
            date: told.date,
            planned: told.is_planned,
            summary: None,
            review: texts(review),
        })
    }

    /// Those who act in a paragraph, each in the role that the words before the name give it.
    fn participants(&self, passage: &Passage, mentions: &[Mention]) -> Vec<Participant> {
        let roles = roles(&passage.text, mentions, &passage.outlooks);
        let role = |agency: &Id<Agency>| {
            let named = mentions.iter().zip(&roles).filter_map(|(m, role)| Some((m, (*role)?)));
            let own = named.filter(|(mention, _)| self.agency(mention).as_ref() == Some(agency));
            let mut own = own.map(|(_, role)| role);
            own.find(|role| *role != Role::Participant).unwrap_or(Role::Participant)
        };
        let participant = |agency| Participant { role: role(&agency), agency, through: None };
        self.acting_of(mentions, passage).into_iter().map(participant).collect()
    }
}

/// Whether a place or a figure stands in a clause that tells of nothing done, but of what is planned or was dropped.
fn is_undone(mention: &Mention, clauses: &[Outlook]) -> bool {
    let at = clauses.partition_point(|clause| clause.span.end <= mention.span.start);
    let is_undone =
        clauses.get(at).is_some_and(|it| !it.is_done && (it.is_planned || it.is_denied));
    is_undone && (mention.kind.is_place() || mention.kind == Kind::Figure)
}

/// The countries whose Governments are named, and the others: "the Governments of Example and Sample, in Ample".
fn countries(mentions: &[Mention], text: &str) -> (Vec<Country>, Vec<Country>) {
    let (mut governments, mut countries) = (Vec::new(), Vec::new());
    // Where the last of those ended that "Governments of" goes before.
    let mut governed = None;
    for mention in of_kind(mentions, Kind::Country) {
        let before = &text[..mention.span.start];
        let before = before.strip_suffix("the ").unwrap_or(before);
        let is_joined = governed
            .and_then(|end| before.get(end..))
            .is_some_and(|joint| matches!(joint, ", " | " and " | ", and "));
        let is_government = is_joined
            || ["overnment of ", "overnments of "].iter().any(|lead| before.ends_with(lead));
        governed = is_government.then_some(mention.span.end);
        let [code] = mention.ids.as_slice() else { continue };
        let list = if is_government { &mut governments } else { &mut countries };
        list.extend(Country::from_code(code));
    }
    (each_once(governments), each_once(countries))
}

fn regions(mentions: &[Mention]) -> Vec<Text> {
    each_once(of_kind(mentions, Kind::Region).filter_map(|region| Text::new(&region.text).ok()))
}

fn figures(mentions: &[Mention]) -> Vec<Figure> {
    let figure = |found: &crate::scan::Figure| {
        let (unit, of) = (Text::new(&found.unit).ok()?, Text::new(TO_WRITE).ok()?);
        Some(Figure { value: found.value, unit, of, qualifier: found.exactness() })
    };
    let figures = mentions.iter().filter_map(|mention| mention.figure.as_ref());
    each_once(figures.filter_map(figure))
}
