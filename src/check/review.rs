//! Rules for what a person still has to do.

use super::Found;
use crate::diagnostic::{Code, shown};
use crate::model::{Content, Dataset, Kind, Step, Vocabulary};

/// Nothing waits for a decision.
pub fn open_decisions(dataset: &Dataset, found: &mut Found) {
    for kind in Kind::all() {
        for (position, record) in dataset.records().of(*kind).into_iter().enumerate() {
            let fields = Content::Fields(record.fields());
            notes((*kind, position), &fields, &mut Vec::new(), found);
        }
    }
}

/// Each text under a key `review`, at whatever depth.
fn notes(at: (Kind, usize), value: &Content, path: &mut Vec<Step>, found: &mut Found) {
    let is_review = path.last() == Some(&Step::Key("review"));
    match value {
        Content::Leaf(_) => {}
        Content::Fields(fields) => {
            for (key, value) in &fields.values {
                path.push(Step::Key(key));
                notes(at, value, path, found);
                path.pop();
            }
        }
        Content::List(items) => {
            for (i, item) in items.iter().enumerate() {
                path.push(Step::Item(i));
                match item {
                    Content::Leaf(leaf) if is_review => {
                        let help = "decide, and delete the note";
                        found.add(Code::ToReview, at, path, shown(&leaf.text), help);
                    }
                    item => notes(at, item, path, found),
                }
                path.pop();
            }
        }
    }
}

/// Every report says in words what its paragraph says.
pub fn missing_summaries(dataset: &Dataset, found: &mut Found) {
    for (position, programme) in dataset.records().programmes.iter().enumerate() {
        for (i, _) in
            programme.reports.iter().enumerate().filter(|(_, report)| report.summary.is_none())
        {
            let path = [Step::Key("reports"), Step::Item(i)];
            let message = "this report has no `summary`";
            let help = "say in your own words what the paragraph says";
            found.add(Code::MissingSummary, (Kind::Programme, position), &path, message, help);
        }
    }
}
