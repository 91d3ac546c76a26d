//! Facts that a place supports without a separate mention.

use super::ledger::Recorded;
use super::mention::{Kind, Mention};
use super::scanner::Read;
use crate::document;
use crate::model::{Agency, Dataset, has_words};

/// Whether a place bears out what is recorded of it although no mention of its own does: an agency within a
/// longer name ("Board of the Example Programme"), a number in the cell of a table.
pub(super) fn is_within(
    entry: &Recorded,
    read: &Read,
    found: &[(&str, &[Mention])],
    places: &[&str],
    dataset: &Dataset,
) -> bool {
    let names: Vec<&str> = match entry.kind {
        Kind::Agency => {
            let agency = dataset.find::<Agency>(&entry.id);
            agency.into_iter().flat_map(Agency::names).map(|name| &**name).collect()
        }
        _ => Vec::new(),
    };
    let is_inner = |mention: &Mention| {
        mention.kind == Kind::Agency && names.iter().any(|name| has_words(&mention.text, name))
    };
    let mut cells = read.paper.paragraphs.iter().zip(places).filter(|(paragraph, place)| {
        paragraph.kind == document::Kind::Cell && **place == entry.paragraph
    });
    found.iter().any(|(place, mentions)| *place == entry.paragraph && mentions.iter().any(is_inner))
        || entry.kind == Kind::Figure
            && cells.any(|(cell, _)| cell.text.replace(',', "") == entry.id)
}
