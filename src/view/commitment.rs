//! The columns of commitments.

use crate::model::{Commitment, Dataset, Party, Vocabulary};

use super::{Cell, Column};

/// A commitment.
pub struct CommitmentRow<'a> {
    /// The dataset that it belongs to.
    pub dataset: &'a Dataset,
    /// The commitment.
    pub commitment: &'a Commitment,
}

impl CommitmentRow<'_> {
    fn parties(&self, parties: &[Party]) -> Cell {
        Cell::set(parties.iter().map(|party| self.dataset.party_name(party)))
    }
}

/// The columns of commitments.
pub fn commitments<'a>() -> Vec<Column<CommitmentRow<'a>>> {
    vec![
        Column::main("id", 6, |row| Cell::Text(row.commitment.id.to_string())),
        Column::main("statement", 0, |row| Cell::Text(row.commitment.statement.to_string())),
        Column::main("force", 2, |row| Cell::Text(row.commitment.force.word().to_owned())),
        Column::main("made_by", 3, |row| row.parties(&row.commitment.made_by)),
        Column::main("addressed_to", 4, |row| row.parties(&row.commitment.addressed_to)),
        Column::main("instrument", 5, |row| {
            let instrument = row.commitment.instrument.as_ref();
            Cell::maybe(instrument.map(|document| row.dataset.document_label(document)))
        }),
        Column::data("instrument_paragraph", |row| {
            Cell::maybe(row.commitment.instrument_paragraph.as_ref())
        }),
        Column::main("sources", 1, |row| super::citations(row.dataset, &row.commitment.sources)),
        Column::data("pillar", |row| Cell::Text(row.commitment.pillar.to_string())),
        Column::data("due", |row| Cell::maybe(row.commitment.due)),
        Column::extra("filed_by", |row| Cell::Text(row.commitment.filed_by.word().to_owned())),
        Column::extra("remark", |row| Cell::maybe(row.commitment.remark.as_ref())),
        Column::extra("external", |row| super::external(&row.commitment.external)),
    ]
}
