//! One row a paragraph, for reading along.

use std::collections::BTreeSet;

use super::mention::{Kind, Status};
use super::row::Row;

/// What one paragraph mentions, each thing once.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The first of its rows, for what all of them share.
    pub place: Row,
    named: Vec<(Kind, Status, String)>,
}

impl Summary {
    /// What it mentions of a kind, but for what the dataset lacks.
    pub fn of(&self, kind: Kind) -> Vec<&str> {
        let of_kind = self.named.iter().filter(|(known, status, _)| {
            *known == kind && !matches!(status, Status::Unknown | Status::Unsupported)
        });
        of_kind.map(|(.., text)| text.as_str()).collect()
    }

    /// What it mentions with this status.
    pub fn with(&self, status: Status) -> Vec<&str> {
        let with = self.named.iter().filter(|(_, known, _)| *known == status);
        with.map(|(.., text)| text.as_str()).collect()
    }
}

/// The rows of a paper, one for each paragraph; `label` says what stands for a mention.
pub fn summary(rows: &[Row], label: impl Fn(&Row) -> String) -> Vec<Summary> {
    let paragraphs = rows.chunk_by(|a, b| (&a.file, &a.paragraph) == (&b.file, &b.paragraph));
    let summarise = |rows: &[Row]| {
        let mut seen = BTreeSet::new();
        let named = rows.iter().map(|row| (row.kind, row.status, label(row)));
        let named = named.filter(|named| seen.insert(named.clone())).collect();
        rows.first().map(|place| Summary { place: place.clone(), named })
    };
    paragraphs.filter_map(summarise).collect()
}
