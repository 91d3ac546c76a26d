//! The documents that the paper cites and the dataset lacks.

use std::collections::BTreeMap;

use super::{Drafter, texts};
use crate::model::{Agency, Citation, Dataset, Document, DocumentKind, Id, Text, fold, short_slug};
use crate::scan::{Kind, resolution_title};

impl Drafter<'_> {
    /// A record for each symbol that no document of the dataset bears, with the places that cite it.
    pub(super) fn instruments(&mut self) {
        let read = self.read;
        let is_digit = |c: char| c.is_ascii_digit();
        let own = [self.options.symbol.as_deref(), read.paper.symbol.as_deref()];
        let mut cited: BTreeMap<&str, Vec<Citation>> = BTreeMap::new();
        for (paragraph, mentions) in read.paragraphs() {
            let label = paragraph.label.as_str();
            let unknown = mentions.iter().filter(|m| m.kind == Kind::Symbol && m.ids.is_empty());
            for symbol in unknown.filter_map(|mention| mention.name.as_deref()) {
                let is_own = own.iter().flatten().any(|own| {
                    own.strip_prefix(symbol).is_some_and(|rest| !rest.starts_with(is_digit))
                        || symbol.strip_prefix(own).is_some_and(|rest| rest.starts_with("/Part "))
                });
                if is_own || !self.cites(paragraph) && !label.starts_with("fn. ") {
                    continue;
                }
                let places = cited.entry(symbol).or_default();
                places.extend(self.citation(label).filter(|place| !places.contains(place)));
            }
        }
        for (symbol, sources) in cited {
            self.instrument(symbol, sources);
        }
    }

    fn instrument(&mut self, symbol: &str, sources: Vec<Citation>) {
        let dataset = self.dataset;
        let resolution = resolution_title(symbol);
        let body = adopter(dataset, resolution.as_deref().unwrap_or(symbol));
        let wanted = slug_of(symbol, body);
        let id = self.free(&wanted, |id| dataset.find::<Document>(id).is_some());
        let body = body.map(|body| body.id.clone());
        let kind = match symbol {
            _ if resolution.is_some() || symbol.contains(" resolution ") => {
                DocumentKind::Resolution
            }
            _ if symbol.contains(" decision ") => DocumentKind::Decision,
            _ => DocumentKind::Report,
        };
        let title = resolution.unwrap_or_else(|| symbol.to_owned());
        let (Ok(id), Ok(title)) = (Id::new(&id), Text::new(&title)) else { return };
        // Some bodies call their resolutions by number alone.
        let bears = !symbol.contains(" resolution ") && !symbol.contains(" decision ");
        self.new_documents.insert(symbol.to_owned(), id.clone());
        self.records.documents.push(Document {
            id,
            symbol: Text::new(symbol).ok().filter(|_| bears),
            other_symbols: Vec::new(),
            short_title: None,
            title,
            aliases: Vec::new(),
            kind,
            body,
            session: None,
            date: None,
            periodic: false,
            coverage: None,
            sections: Vec::new(),
            cited_as: Vec::new(),
            remark: None,
            review: texts(["What is its title, and of what kind is it? Or is it cited wrongly?"]),
            sources,
            places: Vec::new(),
            external: Vec::new(),
            former_ids: Vec::new(),
        });
    }
}

/// The body of the dataset that adopted what is cited by its name: "Commission on Narcotic Drugs resolution 69/3".
pub(super) fn adopter<'a>(dataset: &'a Dataset, cited: &str) -> Option<&'a Agency> {
    let (body, _) = split(cited)?;
    let (body, mut bodies) = (fold(body), dataset.records().agencies.iter());
    bodies.find(|agency| agency.names().any(|name| fold(name) == body))
}

/// The id of a cited document; if it is cited by body and number, the body's acronym comes first.
fn slug_of(symbol: &str, body: Option<&Agency>) -> String {
    let Some((name, text)) = split(symbol) else { return short_slug(symbol) };
    let acronym = body.and_then(|body| body.acronym.as_deref());
    format!("{}-{}", short_slug(acronym.unwrap_or(name)), short_slug(text))
}

/// The body and its text, where a document is cited by them: "Commission" and "resolution 69/3".
fn split(cited: &str) -> Option<(&str, &str)> {
    let at = [" resolution ", " decision "].iter().find_map(|what| cited.find(what))?;
    Some((&cited[..at], &cited[at + 1..]))
}
