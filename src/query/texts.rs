//! The texts of a record that a search looks into, each with the name of its field.

use std::borrow::Cow;

use crate::model::{
    AnyRecord, Content, Country, Dataset, Date, Fields, Group, Kind, Leaf, LeafKind, Programme,
    Report,
};

use super::wording::{citation, wording};

/// A text and the name of the field that it stands in.
pub type Named<'a> = (&'static str, Cow<'a, str>);

/// The texts of a record, in the order of its fields.
pub fn texts<'a>(record: &dyn AnyRecord, dataset: &'a Dataset) -> Vec<Named<'a>> {
    let mut texts = Texts { dataset, found: Vec::new() };
    for (field, value) in record.fields().values {
        match field {
            "reports" => value.into_items().for_each(|report| texts.report(report)),
            _ => texts.add(field, value),
        }
    }
    texts.found
}

/// The texts of a programme, of its reports only these.
pub fn reported_texts<'a>(
    programme: &Programme,
    reports: &[&Report],
    dataset: &'a Dataset,
) -> Vec<Named<'a>> {
    if reports.len() == programme.reports.len() {
        return texts(programme, dataset);
    }
    let reports = reports.iter().map(|report| (*report).clone()).collect();
    texts(&Programme { reports, ..programme.clone() }, dataset)
}

/// Texts that are being gathered.
struct Texts<'a> {
    dataset: &'a Dataset,
    found: Vec<Named<'a>>,
}

impl<'a> Texts<'a> {
    fn add(&mut self, field: &'static str, value: Content) {
        match value {
            Content::Leaf(leaf) => self.leaf(field, leaf),
            Content::List(items) => items.into_iter().for_each(|item| self.add(field, item)),
            Content::Fields(fields) => self.part(field, fields),
        }
    }

    /// What a report says, under the names of the columns that show it.
    fn report(&mut self, report: Content) {
        let Content::Fields(report) = report else { return };
        self.cite("sources", &report);
        for (key, value) in report.values {
            match key {
                "document" | "paragraph" => {}
                "date" => self.add("dates", value),
                "participants" => {
                    for participant in value.into_items() {
                        let Content::Fields(participant) = participant else { continue };
                        for (key, value) in participant.values {
                            let field = if key == "role" { "roles" } else { "agencies" };
                            self.add(field, value);
                        }
                    }
                }
                key => self.add(key, value),
            }
        }
    }

    fn part(&mut self, field: &'static str, fields: Fields) {
        if fields.name == "figure" {
            let figure = wording(&Content::Fields(fields), self.dataset);
            return self.found.push((field, figure.into()));
        }
        let is_cited = self.cite(field, &fields);
        let is_earlier = fields.text("earlier") == "true";
        for (key, value) in fields.values {
            let is_place = is_cited && matches!(key, "document" | "paragraph");
            // The names of fields are not what a record says, nor that of work which is older than a commitment.
            let is_name = fields.name == "external" && key == "fields"
                || fields.name == "evidence" && key == "programme" && is_earlier;
            if !is_place && !is_name {
                self.add(field, value);
            }
        }
    }

    /// The citation of a part that has one, and the id of its document.
    fn cite(&mut self, field: &'static str, fields: &Fields) -> bool {
        let Some(place) = citation(fields, self.dataset) else { return false };
        self.found.push((field, place.into()));
        self.found.push((field, fields.text("document").to_owned().into()));
        true
    }

    /// A single value by everything that it goes by.
    fn leaf(&mut self, field: &'static str, leaf: Leaf) {
        let Self { dataset, found } = self;
        let mut names = |names: Vec<&'a str>| {
            found.extend(names.into_iter().map(|name| (field, Cow::Borrowed(name))));
        };
        match leaf.kind {
            LeafKind::Flag => return,
            LeafKind::Country => {
                let country = Country::from_code(&leaf.text);
                return names(country.iter().flat_map(|country| country.names()).collect());
            }
            LeafKind::Group => {
                let group = leaf.text.parse::<Group>().ok();
                return names(group.iter().flat_map(|group| group.names()).collect());
            }
            LeafKind::Id(kind @ (Kind::Agency | Kind::Document)) => {
                names(dataset.record(kind, &leaf.text).map_or(Vec::new(), AnyRecord::known_as));
            }
            // "March 2019" is how people write 2019-03.
            LeafKind::Text => {
                let date = Date::read(&leaf.text).map(Date::words);
                found.extend(date.map(|date| (field, Cow::Owned(date))));
            }
            LeafKind::Id(_) | LeafKind::Word | LeafKind::Number => {}
        }
        found.push((field, leaf.text.into()));
    }
}
