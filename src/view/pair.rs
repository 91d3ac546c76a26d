//! The columns of pairs: the edges of a network.

use crate::model::Vocabulary;
use crate::query::{End, Pair};

use super::{Cell, Column, count, ids};

fn name<'a>(end: &End<'a>) -> &'a str {
    end.agency.map_or(end.label, |agency| &agency.name)
}

fn kind(end: &End<'_>) -> &'static str {
    end.agency.map_or("country", |agency| agency.kind.word())
}

/// The columns of pairs whose ends stand under these names; what else is known of an end stands under a name
/// that ends in `_a` or `_b`. Only two agencies have a tie.
pub fn pairs<'a>(a: &'static str, b: &'static str, tied: bool) -> Vec<Column<Pair<'a>>> {
    let mut columns = vec![
        Column::main(a, 0, |row: &Pair<'a>, _| Cell::text(row.a.label)),
        Column::main(b, 1, |row, _| Cell::text(row.b.label)),
        Column::main("programmes", 2, |row, _| count(&row.programmes)),
        Column::main("planned_of_these", 2, |row, _| Cell::count(row.planned)),
        Column::main("programme_ids", 6, |row, _| ids(&row.programmes)),
    ];
    if tied {
        columns.extend([
            Column::main("joint_work", 2, |row: &Pair<'a>, _| super::joint_work(&row.ties)),
            Column::main("tie", 3, |row, _| Cell::maybe(row.tie().map(Vocabulary::word))),
            Column::data("ties", |row, _| super::ties(&row.ties)),
        ]);
    }
    columns.extend([
        Column::main("pillars", 5, |row: &Pair<'a>, _| {
            Cell::set(row.programmes.iter().map(|programme| &programme.pillar))
        }),
        Column::data("id_a", |row, _| Cell::text(row.a.key)),
        Column::data("id_b", |row, _| Cell::text(row.b.key)),
        Column::data("name_a", |row, _| Cell::text(name(&row.a))),
        Column::data("name_b", |row, _| Cell::text(name(&row.b))),
        Column::data("kind_a", |row, _| Cell::text(kind(&row.a))),
        Column::data("kind_b", |row, _| Cell::text(kind(&row.b))),
    ]);
    columns
}
