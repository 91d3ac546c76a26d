//! `cnd` alone

use anyhow::Result;

use crate::model::Dataset;
use crate::view::{self, PillarRow};

use super::output::{Output, asked};

pub fn run(dataset: &Dataset, out: &mut Output) -> Result<()> {
    let records = dataset.records();
    let counts = format!(
        "{}, {}, {} and {} ({})\n\n",
        some(records.programmes.len(), "joint programme", "joint programmes"),
        some(records.agencies.len(), "agency", "agencies"),
        some(records.documents.len(), "document", "documents"),
        some(records.commitments.len(), "commitment", "commitments"),
        dataset.name(),
    );
    let row = |pillar| PillarRow::new(dataset, pillar);
    let rows: Vec<PillarRow<'_>> = records.pillars.iter().map(row).collect();
    let frame = [counts.as_str(), NEXT];
    out.framed(frame, "pillars", &rows, &view::overview(), asked("overview", &()), dataset)
}

fn some(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

const NEXT: &str = "
Try:
  cnd programmes --pillar demand-reduction   the joint programmes of a pillar
  cnd agencies --with UNODC                  who works with UNODC
  cnd commitments                            what was promised
  cnd show UNODC                             everything about one record, with its sources
  cnd programmes -o programmes.csv --excel   a spreadsheet
";
