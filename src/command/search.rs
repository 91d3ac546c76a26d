//! `cnd search`

use anyhow::Result;

use crate::cli::WordsArgs;
use crate::model::{Dataset, Record};
use crate::query::{Searched, Words};
use crate::view::{self, HitRow};

use super::output::{Output, asked};

pub fn run(args: &WordsArgs, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let words = Words::read(&[args.words.join(" ")])?;
    let records = dataset.records();
    let mut hits = Vec::new();
    find(&records.programmes, &words, dataset, &mut hits);
    find(&records.agencies, &words, dataset, &mut hits);
    find(&records.pillars, &words, dataset, &mut hits);
    find(&records.documents, &words, dataset, &mut hits);
    find(&records.commitments, &words, dataset, &mut hits);
    out.rows("matches", &hits, &view::hits(), asked("search", args), dataset)
}

fn find<'a, T: Searched + Record>(
    records: &'a [T],
    words: &Words,
    dataset: &'a Dataset,
    hits: &mut Vec<HitRow<'a>>,
) {
    for record in records {
        if let Some(found) = words.find(record.texts(dataset)) {
            let (id, name) = (record.id().as_str(), record.title());
            hits.push(HitRow { kind: T::KIND, id, name, fields: found.fields, text: found.text });
        }
    }
}
