//! How long loading, filtering and rendering take, at the shipped size and at larger ones.
//!
//! `cargo bench` measures up to 10,000 programmes; `CND_BENCH_PROGRAMMES=100000 cargo bench` that size too.

#![expect(clippy::expect_used, reason = "a benchmark that cannot be prepared is to stop")]

mod synthetic;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use cnd_tracker::check;
use cnd_tracker::load::{self, SHIPPED, Source};
use cnd_tracker::model::{Dataset, Vocabulary};
use cnd_tracker::query::{self, Every, ProgrammeFilter};
use cnd_tracker::render::{self, Envelope, Style};
use cnd_tracker::view::{self, Rows, Selection, Table};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// How large a dataset is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// The one in `data/`.
    Shipped,
    /// A synthetic one with so many programmes.
    Programmes(usize),
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shipped => f.write_str("shipped"),
            Self::Programmes(number) => write!(f, "{number}"),
        }
    }
}

/// The sizes that are measured.
fn sizes() -> Vec<Size> {
    let more = std::env::var("CND_BENCH_PROGRAMMES").ok().and_then(|number| number.parse().ok());
    let programmes = [1_000, 10_000].into_iter().chain(more);
    [Size::Shipped].into_iter().chain(programmes.map(Size::Programmes)).collect()
}

/// One dataset as text in both formats, and loaded.
struct Sample {
    size: Size,
    yaml: PathBuf,
    json: PathBuf,
    dataset: Dataset,
}

static FOLDER: LazyLock<TempDir> =
    LazyLock::new(|| tempfile::tempdir().expect("there is room for temporary files"));

static SAMPLES: LazyLock<Vec<Sample>> =
    LazyLock::new(|| sizes().into_iter().map(Sample::new).collect());

impl Sample {
    fn of(size: Size) -> &'static Self {
        SAMPLES.iter().find(|sample| sample.size == size).expect("every size has its sample")
    }

    fn new(size: Size) -> Self {
        let path = |ending: &str| FOLDER.path().join(format!("{size}.{ending}"));
        let (yaml, json) = match size {
            Size::Shipped => (PathBuf::from("data"), path("json")),
            Size::Programmes(_) => (path("yaml"), path("json")),
        };
        if let Size::Programmes(number) = size {
            let mut out = BufWriter::new(File::create(&yaml).expect("a file can be made"));
            synthetic::write(number, 0, synthetic::Format::Yaml, &mut out).expect("it is written");
            out.flush().expect("it is written to the end");
        }
        let dataset = load::load(&Source::Path(yaml.clone())).expect("the dataset is valid");
        let mut out = BufWriter::new(File::create(&json).expect("a file can be made"));
        serde_json::to_writer(&mut out, dataset.records()).expect("it is written");
        out.flush().expect("it is written to the end");
        Self { size, yaml, json, dataset }
    }

    /// The whole text in YAML.
    fn text(&self) -> Vec<String> {
        match self.size {
            Size::Shipped => SHIPPED.iter().map(|(_, text)| (*text).to_owned()).collect(),
            Size::Programmes(_) => vec![fs::read_to_string(&self.yaml).expect("it can be read")],
        }
    }

    fn yaml_bytes(&self) -> BytesCount {
        BytesCount::new(self.text().iter().map(String::len).sum::<usize>())
    }

    /// The programmes of demand reduction with the WHO.
    fn filter(&self) -> ProgrammeFilter {
        ProgrammeFilter {
            pillars: Every::read(&["demand-reduction".to_owned()], &|value| {
                query::one(&self.dataset, value)
            })
            .expect("there is this pillar"),
            agencies: Every::read(&["WHO".to_owned()], &|value| query::one(&self.dataset, value))
                .expect("there is this agency"),
            ..ProgrammeFilter::default()
        }
    }

    /// The programmes that a filter finds.
    fn table(&self, filter: &ProgrammeFilter, selection: &Selection) -> Table {
        let rows = filter.find(&self.dataset);
        let columns = view::programmes();
        selection
            .table("programmes", &Rows::new(&rows, &columns, &self.dataset))
            .expect("the columns are known")
    }

    /// All programmes, with the columns that this format shows.
    fn whole(&self, format: render::Format) -> Table {
        let data = !matches!(format, render::Format::Table | render::Format::Markdown);
        self.table(&ProgrammeFilter::default(), &Selection { data, ..Selection::default() })
    }
}

/// From the file to the dataset.
mod load_file {
    use super::{Bencher, BytesCount, Sample, Size, Source, check, fs, load, sizes};

    #[divan::bench(args = sizes())]
    fn yaml(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let source = Source::Path(sample.yaml.clone());
        bencher.counter(sample.yaml_bytes()).bench(|| load::load_by(check::errors, &source));
    }

    /// What `cnd check` does where there is nothing to report: at most half as long again as a load.
    #[divan::bench(args = sizes())]
    fn yaml_checked(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let source = Source::Path(sample.yaml.clone());
        bencher.counter(sample.yaml_bytes()).bench(|| {
            load::inspect(&source).map(|inspection| {
                let faults = check::check(&inspection.dataset, inspection.is_whole);
                inspection.findings(faults)
            })
        });
    }

    /// The same without the rules of `cnd check` that a load holds to.
    #[divan::bench(args = sizes())]
    fn yaml_without_rules(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let source = Source::Path(sample.yaml.clone());
        bencher.counter(sample.yaml_bytes()).bench(|| load::load(&source));
    }

    /// The yardstick: a parser runs over the same text, and nothing is kept.
    #[divan::bench(args = sizes())]
    fn yaml_bare_event_scan(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        bencher
            .counter(sample.yaml_bytes())
            .with_inputs(|| sample.text())
            .bench_refs(|texts| texts.iter().map(|text| super::events(text)).sum::<usize>());
    }

    #[divan::bench(args = sizes())]
    fn json(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let source = Source::Path(sample.json.clone());
        let bytes = fs::metadata(&sample.json).map_or(0, |metadata| metadata.len());
        bencher.counter(BytesCount::new(bytes)).bench(|| load::load(&source));
    }

    #[divan::bench]
    fn embedded() -> Result<super::Dataset, load::Error> {
        load::load(&Source::Embedded)
    }
}

fn events(text: &str) -> usize {
    saphyr_parser::Parser::new_from_str(text).filter(|event| black_box(event).is_ok()).count()
}

/// From the dataset to the rows.
mod filter {
    use super::{Bencher, ItemsCount, Sample, Selection, Size, io, render, sizes};

    /// Everything that `benches/compare.py` asks for after the load: filter, columns, order and CSV.
    #[divan::bench(args = sizes())]
    fn whole_query(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let filter = sample.filter();
        let selection = Selection {
            columns: ["id", "name", "lead"].map(str::to_owned).to_vec(),
            data: true,
            sort: vec!["name".to_owned()],
            ..Selection::default()
        };
        bencher.bench(|| {
            let table = sample.table(&filter, &selection);
            let (style, envelope) = (render::Style::default(), render::Envelope::default());
            render::render(&table, render::Format::Csv, &style, &envelope, &mut io::sink()).is_ok()
        });
    }

    #[divan::bench(args = sizes())]
    fn pillar_and_agency(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let programmes = sample.dataset.records().programmes.len();
        let filter = sample.filter();
        bencher.counter(ItemsCount::new(programmes)).bench(|| filter.find(&sample.dataset).len());
    }

    #[divan::bench(args = sizes())]
    fn columns_of_all(bencher: Bencher<'_, '_>, size: Size) {
        let sample = Sample::of(size);
        let programmes = sample.dataset.records().programmes.len();
        bencher
            .counter(ItemsCount::new(programmes))
            .bench(|| sample.whole(super::render::Format::Csv));
    }
}

/// From the rows of all programmes to bytes.
mod write {
    use super::{Bencher, Envelope, Sample, Size, Style, Vocabulary, io, render, sizes};

    struct Case(render::Format, Size);

    fn cases() -> impl Iterator<Item = Case> {
        let of = |format| sizes().into_iter().map(move |size| Case(format, size));
        render::Format::all().iter().copied().flat_map(of)
    }

    impl std::fmt::Display for Case {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{} {}", self.0.word(), self.1)
        }
    }

    #[divan::bench(args = cases())]
    fn rendered(bencher: Bencher<'_, '_>, case: &Case) {
        let table = Sample::of(case.1).whole(case.0);
        let (style, envelope) = (Style::default(), Envelope::default());
        bencher
            .bench(|| render::render(&table, case.0, &style, &envelope, &mut io::sink()).is_ok());
    }
}
