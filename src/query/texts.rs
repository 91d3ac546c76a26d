//! The texts of a record that a search looks into, each with the name of its field.

use crate::model::{
    Agency, Commitment, Dataset, Document, Pillar, Programme, Record, Report, Vocabulary,
};

/// A text and the name of the field that it stands in.
pub type Named<'a> = (&'static str, &'a str);

/// A record that can be searched.
pub trait Searched: Record {
    /// Its texts, in the order of its fields.
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>>;
}

fn add<'a, T: std::ops::Deref<Target = str> + 'a>(
    texts: &mut Vec<Named<'a>>,
    field: &'static str,
    values: impl IntoIterator<Item = &'a T>,
) {
    texts.extend(values.into_iter().map(|value| (field, &**value)));
}

impl Searched for Agency {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = vec![("id", self.id.as_str()), ("name", &*self.name)];
        add(&mut texts, "acronym", &self.acronym);
        texts.push(("kind", self.kind.word()));
        texts.extend(self.parent.iter().map(|parent| ("parent", dataset.agency_label(parent))));
        for former in &self.former_names {
            texts.push(("former_names", &former.name));
            add(&mut texts, "former_names", &former.acronym);
        }
        add(&mut texts, "aliases", &self.aliases);
        add(&mut texts, "website", &self.website);
        add(&mut texts, "external_ids", &self.external_ids.iati);
        add(&mut texts, "remark", &self.remark);
        texts
    }
}

impl Searched for Pillar {
    fn texts<'a>(&'a self, _: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = vec![("id", self.id.as_str()), ("name", &*self.name)];
        add(&mut texts, "aliases", &self.aliases);
        add(&mut texts, "remark", &self.remark);
        texts
    }
}

impl Searched for Document {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = vec![("id", self.id.as_str())];
        add(&mut texts, "symbol", &self.symbol);
        add(&mut texts, "other_symbols", &self.other_symbols);
        texts.push(("title", &self.title));
        add(&mut texts, "aliases", &self.aliases);
        texts.push(("kind", self.kind.word()));
        texts.extend(self.body.iter().map(|body| ("body", dataset.agency_label(body))));
        add(&mut texts, "sections", self.sections.iter().map(|section| &section.heading));
        add(&mut texts, "excused", self.excused.iter().map(|excuse| &excuse.reason));
        add(&mut texts, "cited_as", self.cited_as.iter().map(|cited| &cited.form));
        add(&mut texts, "remark", &self.remark);
        texts
    }
}

impl Searched for Programme {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let reports: Vec<&Report> = self.reports.iter().collect();
        reported_texts(self, &reports, dataset)
    }
}

/// The texts of a programme, of its reports only these.
pub fn reported_texts<'a>(
    programme: &'a Programme,
    reports: &[&'a Report],
    dataset: &'a Dataset,
) -> Vec<Named<'a>> {
    let mut texts = vec![("id", programme.id.as_str()), ("name", &*programme.name)];
    add(&mut texts, "acronym", &programme.acronym);
    texts.push(("kind", programme.kind.word()));
    texts.push(("pillar", programme.pillar.as_str()));
    add(&mut texts, "aliases", &programme.aliases);
    add(&mut texts, "remark", &programme.remark);
    for report in reports {
        for participant in &report.participants {
            texts.push(("agencies", dataset.agency_label(&participant.agency)));
        }
        texts.extend(report.governments.iter().map(|country| ("governments", country.name())));
        texts.extend(report.countries.iter().map(|country| ("countries", country.name())));
        add(&mut texts, "regions", &report.regions);
        add(&mut texts, "venues", &report.venues);
        for figure in &report.figures {
            texts.extend([("figures", &*figure.unit), ("figures", &*figure.of)]);
        }
        texts.push(("summary", &report.summary));
    }
    texts
}

impl Searched for Commitment {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = vec![("id", self.id.as_str()), ("statement", &*self.statement)];
        texts.push(("force", self.force.word()));
        texts.extend(self.made_by.iter().map(|party| ("made_by", dataset.party_name(party))));
        texts.extend(self.addressed_to.iter().map(|p| ("addressed_to", dataset.party_name(p))));
        texts.extend(
            self.instrument.iter().map(|document| ("instrument", dataset.document_label(document))),
        );
        texts.push(("pillar", self.pillar.as_str()));
        add(&mut texts, "evidence", self.evidence.iter().filter_map(|e| e.reason.as_ref()));
        add(&mut texts, "remark", &self.remark);
        texts
    }
}
