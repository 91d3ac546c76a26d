//! `cnd network`

use anyhow::Result;

use crate::cli::NetworkArgs;
use crate::model::{Agency, Dataset, Vocabulary};
use crate::query::{self, End, Every, Other, Pair};
use crate::render::Format;
use crate::view::{self, Node, PairRow};

use super::output::{Output, asked};
use super::programmes;

/// How many edges Mermaid draws where its settings say nothing else.
const MERMAID_EDGES: usize = 500;

pub fn run(args: &NetworkArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let filter = programmes::filter(&args.programmes, dataset)?;
    let around = Every::read(&args.around, |value| query::one(dataset, value))?;
    let other: Other = query::word("other end of a pair", &args.by)?;
    let mut pairs = query::pairs(&filter.find(dataset), other, &around, dataset);
    let all = pairs.len();
    pairs.retain(|pair| pair.programmes.len() >= args.min);
    let left_out = all - pairs.len();
    let rows: Vec<PairRow<'_>> = pairs.into_iter().map(row).collect();
    let (a, b) = match other {
        Other::Agency => ("agency_a", "agency_b"),
        Other::Country => ("agency", "country"),
    };
    out.edges("pairs", &rows, &view::pairs(a, b), asked("network", args), dataset)?;
    if out.format() == Format::Mermaid && rows.len() > MERMAID_EDGES {
        out.say(&format!(
            "{} edges: Mermaid draws {MERMAID_EDGES} at most, unless its maxEdges is raised; --min {} leaves out \
             the weakest",
            rows.len(),
            args.min + 1
        ));
    }
    if left_out > 0 {
        out.say(&format!("--min {} leaves out {left_out} of {all} pairs", args.min));
    }
    Ok(())
}

fn row(pair: Pair<'_>) -> PairRow<'_> {
    let b = match pair.b {
        End::Agency(agency) => node(agency),
        End::Country(country) => Node {
            id: country.code(),
            label: country.name(),
            name: country.name(),
            kind: "country",
        },
    };
    PairRow { a: node(pair.a), b, programmes: pair.programmes }
}

fn node(agency: &Agency) -> Node<'_> {
    let (id, kind) = (agency.id.as_str(), agency.kind.word());
    Node { id, label: agency.label(), name: &agency.name, kind }
}
