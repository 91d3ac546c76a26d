//! The bodies that the dataset lacks.

use super::{Drafter, texts};
use crate::model::{Agency, AgencyKind, ExternalIds, Id, Text, fold, short_slug};
use crate::scan::{Kind, Mention, Read};

impl Drafter<'_> {
    pub(super) fn agencies(&mut self) {
        let read = self.read;
        for (paragraph, mentions) in read.paragraphs() {
            let label = paragraph.label.as_str();
            for mention in mentions.iter().filter(|mention| is_new(mention)) {
                let name = mention.called();
                let is_known = self.new_agencies.contains_key(&fold(name));
                if !is_known && self.cites(paragraph) {
                    let acronym = acronym(read, name);
                    self.new_agency(name, acronym, label, &paragraph.text);
                }
            }
        }
    }

    fn new_agency(&mut self, name: &str, acronym: Option<Text>, label: &str, text: &str) {
        let dataset = self.dataset;
        let wanted = short_slug(acronym.as_deref().unwrap_or(name));
        let id = self.free(&wanted, |id| dataset.find::<Agency>(id).is_some());
        let (Ok(id), Ok(named)) = (Id::<Agency>::new(&id), Text::new(name)) else { return };
        self.new_agencies.insert(fold(name), id.clone());
        self.sentence("agency", id.as_str(), label, text);
        let mut review = vec![
            "Is it a known agency by another name? If not, what kind of body is it, and of which is it a part?",
        ];
        if may_be_programme(name) {
            review.push(
                "Is it a programme? Then delete this agency, here and among the participants.",
            );
        }
        let agency = Agency {
            id,
            name: named,
            acronym,
            kind: AgencyKind::Intergovernmental,
            parent: None,
            former_names: Vec::new(),
            aliases: Vec::new(),
            website: None,
            external_ids: ExternalIds::default(),
            remark: None,
            review: texts(review),
            sources: self.citation(label).into_iter().collect(),
            external: Vec::new(),
            former_ids: Vec::new(),
        };
        self.records.agencies.push(agency);
    }
}

/// The short form by which the document calls a body.
fn acronym(read: &Read, name: &str) -> Option<Text> {
    let mentions = read.mentions.iter().flatten().filter(|mention| is_new(mention));
    let short = mentions.filter(|mention| mention.name.as_deref() == Some(name));
    let mut short = short.map(|mention| mention.text.as_str()).filter(|text| *text != name);
    short.find(|text| !text.contains(' ')).and_then(|text| Text::new(text).ok())
}

/// Whether a name may be that of work and not of a body: "Passenger and Cargo Control Programme".
fn may_be_programme(name: &str) -> bool {
    let is_work = |word: &str| {
        matches!(word, "Programme" | "Program" | "Project" | "Initiative" | "Campaign")
    };
    name.split_whitespace().any(is_work)
}

/// Whether a mention is of a body that the dataset lacks.
fn is_new(mention: &Mention) -> bool {
    mention.kind == Kind::Agency && mention.ids.is_empty() && !mention.is_guess && !mention.in_title
}
