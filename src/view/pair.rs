//! The columns of pairs: the edges of a network.

use crate::model::Programme;

use super::{Cell, Column, count, ids};

/// Two that share programmes.
pub struct PairRow<'a> {
    /// The one.
    pub a: Node<'a>,
    /// The other.
    pub b: Node<'a>,
    /// The programmes that they share.
    pub programmes: Vec<&'a Programme>,
}

/// One end of a pair.
pub struct Node<'a> {
    /// What tells it from every other.
    pub id: &'a str,
    /// What stands for it in a cell.
    pub label: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it is.
    pub kind: &'a str,
}

/// The columns of pairs whose ends stand under these names; what else is known of an end stands under a name
/// that ends in `_a` or `_b`.
pub fn pairs<'a>(a: &'static str, b: &'static str) -> Vec<Column<PairRow<'a>>> {
    vec![
        Column::main(a, 0, |row: &PairRow<'a>| Cell::Text(row.a.label.to_owned())),
        Column::main(b, 1, |row| Cell::Text(row.b.label.to_owned())),
        Column::main("programmes", 2, |row| count(&row.programmes)),
        Column::main("programme_ids", 4, |row| ids(&row.programmes)),
        Column::main("pillars", 3, |row| {
            Cell::set(row.programmes.iter().map(|programme| programme.pillar.to_string()))
        }),
        Column::data("id_a", |row| Cell::Text(row.a.id.to_owned())),
        Column::data("id_b", |row| Cell::Text(row.b.id.to_owned())),
        Column::data("name_a", |row| Cell::Text(row.a.name.to_owned())),
        Column::data("name_b", |row| Cell::Text(row.b.name.to_owned())),
        Column::data("kind_a", |row| Cell::Text(row.a.kind.to_owned())),
        Column::data("kind_b", |row| Cell::Text(row.b.kind.to_owned())),
    ]
}
