//! `cnd pillars`

use anyhow::Result;

use crate::cli::SearchArgs;
use crate::model::Dataset;
use crate::query::{Searched, Words};
use crate::view::{self, PillarRow};

use super::output::{Output, asked};

pub fn run(args: &SearchArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let words = Words::read(&args.search)?;
    let records = dataset.records();
    let found = records.pillars.iter().filter(|pillar| words.find(pillar.texts(dataset)).is_some());
    let row = |pillar| PillarRow::new(dataset, pillar);
    let rows: Vec<PillarRow<'_>> = found.map(row).collect();
    out.rows("pillars", &rows, &view::pillars(), asked("pillars", args), dataset)
}
