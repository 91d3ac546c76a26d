//! Everything about one record, line by line, each line with its source.

use crate::model::{
    Agency, Citation, Commitment, Dataset, Document, External, FiledBy, Id, Party, Pillar,
    Programme, Record, Report, Role, Standing, Vocabulary,
};

use super::commitment::{judged, labels, status, tie};
use super::{Cell, Column};

/// One line of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    field: &'static str,
    value: String,
    source: String,
}

/// The columns of a card.
pub fn lines() -> Vec<Column<Line>> {
    vec![
        Column::main("field", 1, |line: &Line| Cell::Text(line.field.to_owned())),
        Column::main("value", 0, |line| Cell::Text(line.value.clone())),
        Column::main("source", 2, |line| match line.source.as_str() {
            "" => Cell::Empty,
            source => Cell::Text(source.to_owned()),
        }),
    ]
}

/// A record that has a card.
pub trait Carded: Record {
    /// Its card.
    fn card(&self, dataset: &Dataset) -> Vec<Line>;
}

/// A card that is being written.
struct Card<'a> {
    external: &'a [External],
    /// What stands for the source of a line that names no other.
    source: String,
    lines: Vec<Line>,
}

impl<'a> Card<'a> {
    fn new(external: &'a [External], source: String) -> Self {
        Self { external, source, lines: Vec::new() }
    }

    /// A line whose source is that of the record, unless the field is marked as external.
    fn add(&mut self, field: &'static str, values: impl IntoIterator<Item = impl ToString>) {
        let marked = self.external.iter().find(|mark| mark.fields.iter().any(|f| **f == *field));
        let source =
            marked.map_or_else(|| self.source.clone(), |m| format!("external: {}", m.source));
        for value in values {
            self.cited(field, value, source.clone());
        }
    }

    fn cited(&mut self, field: &'static str, value: impl ToString, source: String) {
        self.lines.push(Line { field, value: value.to_string(), source });
    }

    /// A line that is a decision of the editors of the dataset.
    fn ours(&mut self, field: &'static str, value: impl ToString) {
        self.cited(field, value, "editors".to_owned());
    }
}

/// All citations in one line, those of a document together: `A/RES/74/178, paras. 1, 7–9`.
fn cite_all(dataset: &Dataset, citations: &[Citation]) -> String {
    let mut sorted: Vec<&Citation> = citations.iter().collect();
    sorted.sort_by_key(|citation| (dataset.document_label(&citation.document), citation.order()));
    sorted.dedup();
    let documents = sorted.chunk_by(|a, b| a.document == b.document);
    let cite = |citations: &[&Citation]| match citations {
        [one] => dataset.cite(one),
        several => {
            format!("{}, {}", dataset.document_label(&several[0].document), paragraphs(several))
        }
    };
    documents.map(cite).collect::<Vec<_>>().join("; ")
}

/// `paras. 1, 7–9, fn. 1`, of citations in order.
fn paragraphs(citations: &[&Citation]) -> String {
    let number = |citation: &Citation| citation.paragraph.parse::<u32>().ok();
    let follows = |a: &&Citation, b: &&Citation| {
        number(a).is_some_and(|a| number(b).is_some_and(|b| b == a + 1))
    };
    let run = |run: &[&Citation]| match run {
        [first, .., last] => format!("{}–{}", first.paragraph, last.paragraph),
        _ => run.iter().map(|citation| citation.paragraph.to_string()).collect(),
    };
    let runs: Vec<String> = citations.chunk_by(follows).map(run).collect();
    format!("paras. {}", runs.join(", "))
}

fn parties(dataset: &Dataset, parties: &[Party]) -> Vec<String> {
    parties.iter().map(|party| dataset.party_name(party).to_owned()).collect()
}

impl Carded for Programme {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let sources: Vec<Citation> = self.reports.iter().map(Report::citation).collect();
        let mut card = Card::new(&self.external, cite_all(dataset, &sources));
        card.ours("id", &self.id);
        card.add("name", [&self.name]);
        card.add("acronym", &self.acronym);
        card.ours("kind", self.kind.word());
        card.pillar(&self.pillar, self.filed_by);
        for pillar in &self.second_pillars {
            card.ours("second_pillars", pillar);
        }
        if let Some(whole) = &self.part_of {
            card.ours("part_of", whole);
        }
        if let Some(why) = self.sole_participant {
            card.ours("sole_participant", why.word());
        }
        card.add("aliases", &self.aliases);
        card.add("remark", &self.remark);
        for report in &self.reports {
            card.report(report, dataset);
        }
        for commitment in &dataset.records().commitments {
            for evidence in commitment.evidence.iter().filter(|e| e.programme == self.id) {
                let (link, id) = (evidence.link.word(), &commitment.id);
                let place = dataset.cite(&evidence.citation());
                card.cited("answers", format!("{id} ({link})"), place);
            }
        }
        card.lines
    }
}

impl Card<'_> {
    /// The pillar has the source of the record where the source filed it, by its heading.
    fn pillar(&mut self, pillar: &Id<Pillar>, filed_by: FiledBy) {
        match filed_by {
            FiledBy::Source => self.add("pillar", [pillar]),
            FiledBy::Editors => self.ours("pillar", pillar),
        }
    }

    fn report(&mut self, report: &Report, dataset: &Dataset) {
        let source = dataset.cite(&report.citation());
        let mut say = |field, value: &str| self.cited(field, value, source.clone());
        say("summary", &report.summary);
        for role in Role::all() {
            let in_role = report.participants.iter().filter(|p| p.role == *role);
            let agencies = Cell::set(in_role.map(|p| dataset.agency_label(&p.agency))).to_string();
            if !agencies.is_empty() {
                say(role.word(), &agencies);
            }
        }
        for (field, list) in
            [("governments", &report.governments), ("countries", &report.countries)]
        {
            if !list.is_empty() {
                say(field, &Cell::set(list.iter().map(|country| country.name())).to_string());
            }
        }
        for (field, list) in [("regions", &report.regions), ("venues", &report.venues)] {
            if !list.is_empty() {
                say(field, &Cell::set(list.iter().map(ToString::to_string)).to_string());
            }
        }
        for figure in &report.figures {
            say("figures", &figure.to_string());
        }
        if let Some(date) = &report.date {
            say("date", &date.to_string());
        }
    }
}

impl Carded for Agency {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut sources = self.sources.clone();
        for report in dataset.records().programmes.iter().flat_map(|p| &p.reports) {
            if report.participants.iter().any(|p| p.agency == self.id) {
                sources.push(report.citation());
            }
        }
        let mut card = Card::new(&self.external, cite_all(dataset, &sources));
        card.ours("id", &self.id);
        card.add("name", [&self.name]);
        card.add("acronym", &self.acronym);
        card.ours("kind", self.kind.word());
        card.add("parent", self.parent.iter().map(|parent| dataset.agency_label(parent)));
        for former in &self.former_names {
            let acronym = former.acronym.as_ref().map_or(String::new(), |a| format!(" ({a})"));
            let until = former.until.map_or(String::new(), |date| format!(", until {date}"));
            card.add("former_names", [format!("{}{acronym}{until}", former.name)]);
        }
        card.add("aliases", &self.aliases);
        card.add("website", &self.website);
        card.add("external_ids", self.external_ids.iati.iter().map(|id| format!("IATI {id}")));
        card.add("remark", &self.remark);
        for organ in &dataset.records().agencies {
            if organ.parent.as_ref() == Some(&self.id) {
                card.ours("has_part", organ.label());
            }
        }
        for programme in &dataset.records().programmes {
            for report in &programme.reports {
                for participant in report.participants.iter().filter(|p| p.agency == self.id) {
                    let source = dataset.cite(&report.citation());
                    card.cited(participant.role.word(), &programme.id, source);
                }
            }
        }
        for commitment in &dataset.records().commitments {
            let is_self = |party: &Party| *party == Party::Agency(self.id.clone());
            let source = || cite_all(dataset, &commitment.sources);
            if commitment.made_by.iter().any(is_self) {
                card.cited("made_commitment", &commitment.id, source());
            }
            if commitment.addressed_to.iter().any(is_self) {
                card.cited("addressed_by", &commitment.id, source());
            }
        }
        card.lines
    }
}

impl Carded for Pillar {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = Card::new(&self.external, String::new());
        card.ours("id", &self.id);
        card.add("number", [self.number]);
        card.add("name", [&self.name]);
        card.add("aliases", &self.aliases);
        card.add("remark", &self.remark);
        for document in &dataset.records().documents {
            for section in document.sections.iter().filter(|s| s.pillar.as_ref() == Some(&self.id))
            {
                let source = format!("{}, {}", document.label(), section.place());
                card.cited("heading", &section.heading, source);
            }
        }
        for programme in dataset.records().programmes.iter().filter(|p| p.pillar == self.id) {
            let sources: Vec<Citation> = programme.reports.iter().map(Report::citation).collect();
            card.cited("programme", &programme.id, cite_all(dataset, &sources));
        }
        for commitment in dataset.records().commitments.iter().filter(|c| c.pillar == self.id) {
            card.cited("commitment", &commitment.id, cite_all(dataset, &commitment.sources));
        }
        card.lines
    }
}

impl Carded for Document {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = Card::new(&self.external, cite_all(dataset, &self.sources));
        card.ours("id", &self.id);
        card.add("symbol", &self.symbol);
        card.add("other_symbols", &self.other_symbols);
        card.add("title", [&self.title]);
        card.add("aliases", &self.aliases);
        card.add("kind", [self.kind.word()]);
        card.add("body", self.body.iter().map(|body| dataset.agency_label(body)));
        card.add("session", self.session);
        card.add("date", self.date);
        card.add("paragraphs", self.paragraphs);
        for cited in &self.cited_as {
            let link = cited.link.as_ref().map_or(String::new(), |link| format!(", {link}"));
            let place =
                Citation { document: cited.document.clone(), paragraph: cited.paragraph.clone() };
            card.cited("cited_as", format!("{}{link}", cited.form), dataset.cite(&place));
        }
        card.add("remark", &self.remark);
        let here = |paragraph: &str| format!("{}, para. {paragraph}", self.label());
        for section in &self.sections {
            let source = format!("{}, {}", self.label(), section.place());
            card.cited("heading", &section.heading, source);
        }
        for excuse in &self.excused {
            card.cited("excused", &excuse.reason, here(&excuse.paragraph));
        }
        for programme in &dataset.records().programmes {
            for report in programme.reports.iter().filter(|r| r.document == self.id) {
                card.cited("programme", &programme.id, dataset.cite(&report.citation()));
            }
        }
        for commitment in &dataset.records().commitments {
            if commitment.instrument.as_ref() == Some(&self.id) {
                let paragraph = commitment.instrument_paragraph.as_ref();
                card.cited(
                    "commitment",
                    &commitment.id,
                    paragraph.map_or(String::new(), |p| here(p)),
                );
            }
            for source in commitment.sources.iter().filter(|s| s.document == self.id) {
                card.cited("states_commitment", &commitment.id, dataset.cite(source));
            }
        }
        card.lines
    }
}

impl Carded for Commitment {
    fn card(&self, dataset: &Dataset) -> Vec<Line> {
        let mut card = Card::new(&self.external, cite_all(dataset, &self.sources));
        card.ours("id", &self.id);
        card.add("statement", [&self.statement]);
        card.add("force", [self.force.word()]);
        card.add("made_by", parties(dataset, &self.made_by));
        card.add("addressed_to", parties(dataset, &self.addressed_to));
        card.add("instrument", self.instrument.iter().map(|id| dataset.document_label(id)));
        card.add("instrument_paragraph", &self.instrument_paragraph);
        card.pillar(&self.pillar, self.filed_by);
        card.add("due", self.due);
        card.add("remark", &self.remark);
        let standing = Standing::of(self, dataset);
        card.cited("status", status(&standing), labels(&standing.documents));
        card.cited("rule", standing.status.rule(), String::new());
        for document in judged(self, &standing, dataset) {
            card.cited("order", self.order(document, dataset).why(), document.label().to_owned());
        }
        for evidence in &self.evidence {
            let reason = evidence.reason.as_ref().map_or(String::new(), |why| format!(": {why}"));
            let tie = tie(self, evidence, dataset);
            let place = dataset.cite(&evidence.citation());
            card.cited("evidence", format!("{} ({tie}){reason}", evidence.programme), place);
        }
        card.lines
    }
}
