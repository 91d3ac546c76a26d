//! Every listing of a dataset, with all of its columns.

use cnd_tracker::model::{AnyRecord, Dataset, Records, Vocabulary};
use cnd_tracker::query::{
    self, AgencyFilter, CommitmentFilter, Dimension, DocumentFilter, Every, GapFilter, KINDS,
    PairFilter, Partner, PillarFilter, ProgrammeFilter, Tally, Words, diff,
};
use cnd_tracker::view::{self, Column, Rows, Selection, Table};

/// The tables that the commands would print.
pub fn of(dataset: &Dataset) -> Vec<Table> {
    let programmes = ProgrammeFilter::default().find(dataset);
    let agencies = AgencyFilter::default().find(dataset);
    let pillars = PillarFilter::default().find(dataset);
    let documents = DocumentFilter::default().find(dataset);
    let commitments = CommitmentFilter::default().find(dataset);
    let gaps = GapFilter::default().find(dataset);
    let hits = query::search(&Words::read(&["a"], dataset).unwrap(), dataset);
    let mut tables = vec![
        table("programmes", &programmes, &view::programmes(), dataset),
        table("agencies", &agencies, &view::agencies(true), dataset),
        table("pillars", &pillars, &view::pillars(), dataset),
        table("documents", &documents, &view::documents(), dataset),
        table("commitments", &commitments, &view::commitments(), dataset),
        table("gaps", &gaps, &view::gaps(), dataset),
        pairs(dataset, Partner::Agency),
        pairs(dataset, Partner::Country),
        counts(dataset, Dimension::Pillar, Dimension::Agency),
        counts(dataset, Dimension::Region, Dimension::Document),
        differences(dataset),
        table("matches", &hits, &view::matches(), dataset),
    ];
    let last = KINDS.iter().filter_map(|kind| dataset.records().of(*kind).pop());
    tables.extend(last.map(|record| card(record, dataset)));
    tables
}

/// The table of these rows with all columns.
pub fn table<R>(name: &'static str, rows: &[R], columns: &[Column<R>], dataset: &Dataset) -> Table {
    let all = Selection { columns: vec!["all".to_owned()], ..Selection::default() };
    all.table(name, &Rows::new(rows, columns, dataset)).unwrap()
}

/// The table of the card of a record.
pub fn card(record: &dyn AnyRecord, dataset: &Dataset) -> Table {
    table("record", &view::card(record, dataset), &view::lines(false), dataset)
}

fn pairs(dataset: &Dataset, partner: Partner) -> Table {
    let found = ProgrammeFilter::default().find(dataset);
    let (pairs, _) =
        PairFilter { partner, around: Every::default(), min: 1, ties: Every::default() }
            .find(&found, dataset);
    table(
        "pairs",
        &pairs,
        &view::pairs("agency_a", "agency_b", partner == Partner::Agency),
        dataset,
    )
}

fn counts(dataset: &Dataset, by: Dimension, across: Dimension) -> Table {
    let tally = Tally::new(&ProgrammeFilter::default(), by, Some(across), dataset);
    table("counts", &tally.counts, &view::counts(by.word(), &tally.headings), dataset)
}

/// What the dataset says that none at all does not, and the reverse.
fn differences(dataset: &Dataset) -> Table {
    let none = Dataset::new("none".to_owned(), Records::default());
    let found = [diff::datasets(&none, dataset), diff::datasets(dataset, &none)].concat();
    table("differences", &found, &view::differences(&found), dataset)
}
