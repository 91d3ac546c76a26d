//! What one paragraph says of a programme: who takes part, where, and in which figures.

use super::number::undrafted;
use super::partners::unknown_partners;
use super::passage::Passage;
use super::places::Places;
use super::programme::{each_once, of_kind};
use super::role::roles;
use super::sentence::own_mentions;
use super::{Drafter, texts};
use crate::model::{Figure, Id, Participant, Programme, Report, Role, TO_WRITE, Text, enumerated};
use crate::scan::{Kind, Mention, Outlook};

impl Drafter<'_> {
    /// What a paragraph says of a programme, with questions for review.
    pub(super) fn report(
        &self,
        programme: Option<&Id<Programme>>,
        passage: &Passage,
    ) -> Option<Report> {
        let told = self.work_of(passage);
        let mut mentions = match programme {
            Some(_) => passage.mentions.clone(),
            None => own_mentions(passage),
        };
        let (participants, unsure) = self.participants(passage, &mentions);
        if !told.is_planned {
            mentions.retain(|mention| !is_undone(mention, &passage.clauses));
        }
        let places = Places::of(&mentions, passage);
        let mut review = Vec::new();
        if !unsure.is_empty() {
            let does = if unsure.len() == 1 { "does" } else { "do" };
            let names = enumerated(&unsure, "and");
            review.push(format!("In which role {does} {names} take part?"));
        }
        review.extend(places.questions());
        let left = undrafted(passage);
        if !left.is_empty() {
            let left = left.join("; ");
            review.push(format!("The paragraph has figures that are not drafted: {left}."));
        }
        review.extend(told.review);
        let aside = of_kind(&passage.others, Kind::Agency).map(|it| it.text.clone());
        let others = each_once(unknown_partners(passage).into_iter().chain(aside));
        if !others.is_empty() {
            let does = if others.len() == 1 { "Does" } else { "Do" };
            review.push(format!("{does} {} take part as well?", enumerated(&others, "and")));
        }
        Some(Report {
            programme: programme.cloned(),
            document: self.options.id.clone(),
            paragraph: Text::new(&passage.paragraph.label).ok()?,
            participants,
            governments: places.governments,
            countries: places.countries,
            regions: places.regions,
            venues: Vec::new(),
            figures: figures(&mentions),
            date: told.date,
            planned: told.is_planned,
            summary: None,
            review: texts(review),
        })
    }

    /// Those who act in a paragraph, each in the role that the words beside the name give it, and the names of those to
    /// whom they give none.
    fn participants(
        &self,
        passage: &Passage,
        mentions: &[Mention],
    ) -> (Vec<Participant>, Vec<String>) {
        let roles = roles(&passage.text, mentions, &passage.outlooks);
        let mut unsure = Vec::new();
        let participant = |agency| {
            let is_own = |mention: &Mention| self.agency(mention).as_ref() == Some(&agency);
            let own = || mentions.iter().zip(&roles).filter(|(mention, _)| is_own(mention));
            let stated: Vec<Role> = own().filter_map(|(_, role)| *role).collect();
            if stated.is_empty() {
                unsure.extend(own().next().map(|(mention, _)| mention.text.clone()));
            }
            let mut more = stated.into_iter().filter(|role| *role != Role::Participant);
            Participant { role: more.next().unwrap_or(Role::Participant), agency, through: None }
        };
        let participants = self.acting_of(mentions, passage).into_iter().map(participant).collect();
        (participants, unsure)
    }
}

/// Whether a place or a figure is in a clause that states only what is planned or was dropped.
fn is_undone(mention: &Mention, clauses: &[Outlook]) -> bool {
    let at = clauses.partition_point(|clause| clause.span.end <= mention.span.start);
    let is_undone =
        clauses.get(at).is_some_and(|it| !it.is_done && (it.is_planned || it.is_denied));
    is_undone && (mention.kind.is_place() || mention.kind == Kind::Figure)
}

fn figures(mentions: &[Mention]) -> Vec<Figure> {
    let figure = |found: &crate::scan::Figure| {
        let (unit, of) = (Text::new(&found.unit).ok()?, Text::new(TO_WRITE).ok()?);
        Some(Figure { value: found.value, unit, of, qualifier: found.exactness() })
    };
    let figures = mentions.iter().filter_map(|mention| mention.figure.as_ref());
    each_once(figures.filter_map(figure))
}
