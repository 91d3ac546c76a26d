//! `cnd` alone

use anyhow::Result;

use crate::model::Dataset;
use crate::view::{self, PillarRow};

use super::output::{Output, asked};

pub fn run(dataset: &Dataset, out: &mut Output) -> Result<()> {
    let records = dataset.records();
    let counts = format!(
        "{} joint programmes, {} agencies, {} documents and {} commitments ({})\n\n",
        records.programmes.len(),
        records.agencies.len(),
        records.documents.len(),
        records.commitments.len(),
        dataset.name(),
    );
    let row = |pillar| PillarRow::new(dataset, pillar);
    let rows: Vec<PillarRow<'_>> = records.pillars.iter().map(row).collect();
    let frame = [counts.as_str(), NEXT];
    out.framed(frame, "pillars", &rows, &view::overview(), asked("overview", &()), dataset)
}

const NEXT: &str = "
Try:
  cnd programmes --pillar demand-reduction   the joint programmes of a pillar
  cnd agencies --with UNODC                  who works with UNODC
  cnd commitments                            what was promised
  cnd show UNODC                             everything about one record, with its sources
  cnd programmes -o programmes.csv --excel   a spreadsheet
";
