//! Every listing of a dataset, with all of its columns.

use cnd_tracker::model::{Agency, Dataset, Record, Records, Vocabulary};
use cnd_tracker::query::{
    self, AgencyFilter, CommitmentFilter, Dimension, End, Every, Found, FoundAgency, GapFilter,
    Other, ProgrammeFilter, Searched, Tally, Words, diff,
};
use cnd_tracker::view::{
    self, AgencyRow, Carded, Column, CommitmentRow, CountRow, DifferenceRow, DocumentRow, GapRow,
    HitRow, Node, PairRow, PillarRow, ProgrammeRow, Selection, Table,
};

/// The tables that the commands would print.
pub fn of(dataset: &Dataset) -> Vec<Table> {
    let records = dataset.records();
    let programme = |Found { programme, reports, .. }| ProgrammeRow { dataset, programme, reports };
    let found = ProgrammeFilter::default().find(dataset);
    let programmes: Vec<ProgrammeRow<'_>> = found.into_iter().map(programme).collect();
    let agency = |FoundAgency { agency, programmes, sources, shared, .. }| AgencyRow {
        dataset,
        agency,
        programmes,
        sources,
        shared,
    };
    let agencies: Vec<AgencyRow<'_>> =
        AgencyFilter::default().find(dataset).into_iter().map(agency).collect();
    let pillars: Vec<PillarRow<'_>> =
        records.pillars.iter().map(|pillar| PillarRow::new(dataset, pillar)).collect();
    let documents = DocumentRow::all(dataset, records.documents.iter().collect());
    let commitments: Vec<CommitmentRow<'_>> = CommitmentFilter::default()
        .find(dataset)
        .into_iter()
        .map(|(commitment, standing)| CommitmentRow { dataset, commitment, standing })
        .collect();
    let mut tables = vec![
        table("programmes", &programmes, &view::programmes()),
        table("agencies", &agencies, &view::agencies(true)),
        table("pillars", &pillars, &view::pillars()),
        table("documents", &documents, &view::documents()),
        table("commitments", &commitments, &view::commitments()),
        gaps(dataset),
        pairs(dataset, Other::Agency),
        pairs(dataset, Other::Country),
        counts(dataset, Dimension::Pillar, Dimension::Agency),
        counts(dataset, Dimension::Region, Dimension::Document),
        differences(dataset),
        hits(dataset),
    ];
    tables.extend(records.programmes.last().map(|record| card(record, dataset)));
    tables.extend(records.agencies.last().map(|record| card(record, dataset)));
    tables.extend(records.pillars.last().map(|record| card(record, dataset)));
    tables.extend(records.documents.last().map(|record| card(record, dataset)));
    tables.extend(records.commitments.last().map(|record| card(record, dataset)));
    tables
}

/// The table of these rows with all columns.
pub fn table<R>(name: &'static str, rows: &[R], columns: &[Column<R>]) -> Table {
    let all = Selection { columns: vec!["all".to_owned()], ..Selection::default() };
    all.table(name, rows, columns).unwrap()
}

fn card<T: Carded>(record: &T, dataset: &Dataset) -> Table {
    table("record", &record.card(dataset), &view::lines())
}

fn gaps(dataset: &Dataset) -> Table {
    fn row(gap: query::Gap<'_>) -> GapRow<'_> {
        GapRow {
            gap: gap.gap.word(),
            documents: gap.documents,
            kind: gap.kind,
            id: gap.id,
            name: gap.name,
            since: gap.since,
            sources: gap.sources,
            reason: gap.reason,
        }
    }
    let rows: Vec<GapRow<'_>> = GapFilter::default().find(dataset).into_iter().map(row).collect();
    table("gaps", &rows, &view::gaps())
}

fn pairs(dataset: &Dataset, other: Other) -> Table {
    fn node(agency: &Agency) -> Node<'_> {
        let (id, label) = (agency.id.as_str(), agency.label());
        Node { id, label, name: &agency.name, kind: agency.kind.word() }
    }
    fn row(pair: query::Pair<'_>) -> PairRow<'_> {
        PairRow {
            a: node(pair.a),
            b: match pair.b {
                End::Agency(agency) => node(agency),
                End::Country(country) => {
                    let (id, name) = (country.code(), country.name());
                    Node { id, label: name, name, kind: "country" }
                }
            },
            programmes: pair.programmes,
        }
    }
    let found = ProgrammeFilter::default().find(dataset);
    let pairs = query::pairs(&found, other, &Every::default(), dataset);
    let rows: Vec<PairRow<'_>> = pairs.into_iter().map(row).collect();
    table("pairs", &rows, &view::pairs("agency_a", "agency_b"))
}

fn counts(dataset: &Dataset, by: Dimension, across: Dimension) -> Table {
    let tally = Tally::new(&ProgrammeFilter::default(), by, Some(across), dataset);
    let columns = view::counts(by.word(), tally.headings(by, dataset));
    let (of, labels) = (tally.whole, tally.labels(dataset));
    let row = |(count, value): (query::Count<'_>, String)| CountRow {
        value,
        programmes: count.programmes,
        of,
        across: count.across,
    };
    let rows: Vec<CountRow> = tally.counts.into_iter().zip(labels).map(row).collect();
    table("counts", &rows, &columns)
}

/// What the dataset says that none at all does not, and the reverse.
fn differences(dataset: &Dataset) -> Table {
    let none = Dataset::new("none".to_owned(), Records::default());
    let found = [diff::datasets(&none, dataset), diff::datasets(dataset, &none)].concat();
    let row = |difference: diff::Difference| {
        let diff::Difference { change, kind, id, field, before, after } = difference;
        DifferenceRow { change: change.word(), kind: kind.word(), id, field, before, after }
    };
    let rows: Vec<DifferenceRow> = found.into_iter().map(row).collect();
    table("differences", &rows, &view::differences())
}

fn hits(dataset: &Dataset) -> Table {
    let words = Words::read(&["a"]).unwrap();
    let programmes = dataset.records().programmes.iter();
    let rows: Vec<HitRow<'_>> =
        programmes.filter_map(|record| hit(record, &words, dataset)).collect();
    table("matches", &rows, &view::hits())
}

fn hit<'a, T: Searched + Record>(
    record: &'a T,
    words: &Words,
    dataset: &'a Dataset,
) -> Option<HitRow<'a>> {
    let found = words.find(record.texts(dataset))?;
    let (id, name) = (record.id().as_str(), record.title());
    Some(HitRow { kind: T::KIND, id, name, fields: found.fields, text: found.text })
}
