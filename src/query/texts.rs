//! The texts of a record that a search looks into, each with the name of its field.

use std::borrow::Cow;

use crate::model::{
    Agency, Citation, Commitment, Country, Dataset, Document, External, Id, Party, Pillar,
    Programme, Record, Report, Text, Vocabulary,
};

/// A text and the name of the field that it stands in.
pub type Named<'a> = (&'static str, Cow<'a, str>);

/// A record that can be searched.
pub trait Searched: Record {
    /// Its texts, in the order of its fields.
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>>;
}

/// Texts that are being gathered.
struct Texts<'a> {
    dataset: &'a Dataset,
    found: Vec<Named<'a>>,
}

impl<'a> Texts<'a> {
    /// The id and the former ids of a record.
    fn of<T: Record>(record: &'a T, dataset: &'a Dataset) -> Self {
        let mut texts = Self { dataset, found: Vec::new() };
        texts.add("id", [record.id().as_str()]);
        texts.add("former_ids", record.former_ids().iter().map(Id::as_str));
        texts
    }

    fn add(
        &mut self,
        field: &'static str,
        values: impl IntoIterator<Item = impl Into<Cow<'a, str>>>,
    ) {
        self.found.extend(values.into_iter().map(|value| (field, value.into())));
    }

    fn texts(&mut self, field: &'static str, values: impl IntoIterator<Item = &'a Text>) {
        self.add(field, values.into_iter().map(|value| &**value));
    }

    /// An agency by everything that it goes by.
    fn agency(&mut self, field: &'static str, id: &'a Id<Agency>) {
        self.add(field, [id.as_str()]);
        self.add(field, self.dataset.get(id).into_iter().flat_map(Record::known_as));
    }

    fn parties(&mut self, field: &'static str, parties: &'a [Party]) {
        for party in parties {
            match party {
                Party::Agency(id) => self.agency(field, id),
                Party::Group(group) => {
                    self.add(field, group.names().map(|name| -> &'a str { name }))
                }
            }
        }
    }

    fn countries(&mut self, field: &'static str, countries: &'a [Country]) {
        self.add(field, countries.iter().flat_map(|c| c.names()).map(|name| -> &'a str { name }));
    }

    fn citations(&mut self, field: &'static str, citations: &[Citation]) {
        for citation in citations {
            self.add(field, [self.dataset.cite(citation), citation.document.to_string()]);
        }
    }

    fn external(&mut self, external: &'a [External]) {
        self.texts("external", external.iter().map(|mark| &mark.source));
    }
}

impl Searched for Agency {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = Texts::of(self, dataset);
        texts.texts("name", [&self.name]);
        texts.texts("acronym", &self.acronym);
        texts.add("kind", [self.kind.word()]);
        self.parent.iter().for_each(|parent| texts.agency("parent", parent));
        for former in &self.former_names {
            texts.texts("former_names", [&former.name]);
            texts.texts("former_names", &former.acronym);
            texts.add("former_names", former.until.map(|date| date.to_string()));
        }
        texts.texts("aliases", &self.aliases);
        texts.texts("website", &self.website);
        texts.texts("external_ids", &self.external_ids.iati);
        texts.texts("remark", &self.remark);
        texts.citations("sources", &self.sources);
        texts.external(&self.external);
        texts.found
    }
}

impl Searched for Pillar {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = Texts::of(self, dataset);
        texts.add("number", [self.number.to_string()]);
        texts.texts("name", [&self.name]);
        texts.texts("aliases", &self.aliases);
        texts.texts("remark", &self.remark);
        texts.external(&self.external);
        texts.found
    }
}

impl Searched for Document {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = Texts::of(self, dataset);
        texts.texts("symbol", &self.symbol);
        texts.texts("other_symbols", &self.other_symbols);
        texts.texts("title", [&self.title]);
        texts.texts("aliases", &self.aliases);
        texts.add("kind", [self.kind.word()]);
        self.body.iter().for_each(|body| texts.agency("body", body));
        texts.add("session", self.session.map(|number| number.to_string()));
        texts.add("date", self.date.map(|date| date.to_string()));
        texts.add("paragraphs", self.paragraphs.map(|number| number.to_string()));
        for section in &self.sections {
            texts.texts("sections", [&section.heading]);
            texts.add("sections", section.pillar.as_ref().map(Id::as_str));
            texts.add("sections", [section.place()]);
        }
        for excuse in &self.excused {
            texts.texts("excused", [&excuse.paragraph, &excuse.reason]);
        }
        for cited in &self.cited_as {
            texts.texts("cited_as", [&cited.form]);
            texts.texts("cited_as", &cited.link);
            texts.citations("cited_as", &[cited.citation()]);
        }
        texts.texts("remark", &self.remark);
        texts.citations("sources", &self.sources);
        texts.external(&self.external);
        texts.found
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
    let mut texts = Texts::of(programme, dataset);
    texts.texts("name", [&programme.name]);
    texts.texts("acronym", &programme.acronym);
    texts.add("kind", [programme.kind.word()]);
    texts.add("pillar", [programme.pillar.as_str()]);
    texts.add("filed_by", [programme.filed_by.word()]);
    texts.add("second_pillars", programme.second_pillars.iter().map(Id::as_str));
    texts.add("part_of", programme.part_of.as_ref().map(Id::as_str));
    texts.add("sole_participant", programme.sole_participant.map(Vocabulary::word));
    texts.texts("aliases", &programme.aliases);
    texts.texts("remark", &programme.remark);
    texts.external(&programme.external);
    for report in reports {
        texts.report(report);
    }
    texts.found
}

impl<'a> Texts<'a> {
    fn report(&mut self, report: &'a Report) {
        for participant in &report.participants {
            self.agency("agencies", &participant.agency);
            self.add("roles", [participant.role.word()]);
        }
        self.countries("governments", &report.governments);
        self.countries("countries", &report.countries);
        self.texts("regions", &report.regions);
        self.texts("venues", &report.venues);
        self.add("figures", report.figures.iter().map(ToString::to_string));
        self.add("dates", report.date.map(|date| date.to_string()));
        self.citations("sources", &[report.citation()]);
        self.texts("summary", [&report.summary]);
    }
}

impl Searched for Commitment {
    fn texts<'a>(&'a self, dataset: &'a Dataset) -> Vec<Named<'a>> {
        let mut texts = Texts::of(self, dataset);
        texts.texts("statement", [&self.statement]);
        texts.add("force", [self.force.word()]);
        texts.parties("made_by", &self.made_by);
        texts.parties("addressed_to", &self.addressed_to);
        if let Some(instrument) = &self.instrument {
            texts.add("instrument", [instrument.as_str()]);
            let known = dataset.get(instrument).into_iter().flat_map(Record::known_as);
            texts.add("instrument", known);
        }
        texts.texts("instrument_paragraph", &self.instrument_paragraph);
        texts.add("pillar", [self.pillar.as_str()]);
        texts.add("filed_by", [self.filed_by.word()]);
        texts.add("due", self.due.map(|date| date.to_string()));
        texts.texts("remark", &self.remark);
        texts.citations("sources", &self.sources);
        for evidence in &self.evidence {
            texts.add("evidence", [evidence.programme.as_str(), evidence.link.word()]);
            texts.texts("evidence", &evidence.reason);
            texts.citations("evidence", &[evidence.citation()]);
        }
        texts.external(&self.external);
        texts.found
    }
}
