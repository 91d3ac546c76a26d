//! What no source document gives says where it can be looked up, or that it is our own.

use cnd_tracker::model::{External, Record};

use crate::dataset;

/// Whether somebody can look it up: an address, a document by its symbol, a law by its number, or a session.
fn can_be_looked_up(source: &str) -> bool {
    let places = [
        "https://", "A/RES/", "S/RES/", "E/2024/28", "Charter", "Regulation", "System Chart",
        "Global Synthetic",
    ];
    let dated = ["transcript of the sixty-third session", "communiqué of Chad and Mauritania of 6"];
    places.iter().chain(&dated).any(|place| source.contains(place))
}

fn is_ours(source: &str) -> bool {
    ["of ours", "our reading", "editors"].iter().any(|ours| source.contains(ours))
}

#[test]
fn every_mark_says_where_to_look() {
    let data = dataset();
    let records = data.records();
    let mut marks: Vec<(&str, &External)> = Vec::new();
    for agency in &records.agencies {
        for mark in &agency.external {
            let on_its_site =
                mark.source.starts_with("its own website") && agency.website.is_some();
            marks.extend((!on_its_site).then_some((agency.id.as_str(), mark)));
        }
    }
    fn all<T: Record>(
        records: &[T],
        external: fn(&T) -> &[External],
    ) -> impl Iterator<Item = (&str, &External)> {
        records.iter().flat_map(move |r| external(r).iter().map(|mark| (r.id().as_str(), mark)))
    }
    marks.extend(all(&records.pillars, |r| &r.external));
    marks.extend(all(&records.documents, |r| &r.external));
    marks.extend(all(&records.programmes, |r| &r.external));
    marks.extend(all(&records.commitments, |r| &r.external));
    assert!(marks.len() > 50);
    let vague: Vec<String> = marks
        .into_iter()
        .filter(|(_, mark)| !can_be_looked_up(&mark.source) && !is_ours(&mark.source))
        .map(|(id, mark)| format!("{id}: {}", mark.source))
        .collect();
    assert_eq!(vague, [""; 0]);
}
