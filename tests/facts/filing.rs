//! Pillars, commitments, and that no paragraph is left out.

use std::collections::BTreeSet;

use cnd_tracker::model::{
    Citation, Commitment, Document, FiledBy, Party, Programme, Report, Vocabulary,
};

use crate::{NOTE, dataset, find, number, paragraph_numbers};

/// The pillar that the note files a numbered paragraph under, by its headings; else none.
fn pillar_by_heading(paragraph: u32) -> Option<&'static str> {
    match paragraph {
        14..=20 => Some("demand-reduction"),
        21..=23 => Some("availability-and-access"),
        24..=32 => Some("supply-reduction"),
        33..=35 => Some("evolving-trends"),
        36 => Some("alternative-development"),
        _ => None,
    }
}

#[test]
fn pillars_follow_the_headings() {
    let data = dataset();
    for programme in &data.records().programmes {
        for report in programme.reports.iter().filter(|r| r.document.as_str() == NOTE) {
            let (pillar, filed_by) = match pillar_by_heading(number(&report.paragraph)) {
                Some(pillar) => (pillar, FiledBy::Source),
                None => ("international-cooperation", FiledBy::Editors),
            };
            assert_eq!(programme.pillar.as_str(), pillar, "{}", programme.id);
            assert_eq!(programme.filed_by, filed_by, "{}", programme.id);
        }
    }
    let in_note = |p: &&Programme| p.reports.iter().any(|r| r.document.as_str() == NOTE);
    let second = data.records().programmes.iter().filter(in_note);
    let second = second.filter(|p| !p.second_pillars.is_empty());
    let second: Vec<(&str, String)> = second
        .map(|programme| {
            let pillars: Vec<&str> = programme.second_pillars.iter().map(|p| p.as_str()).collect();
            (programme.id.as_str(), pillars.join("+"))
        })
        .collect();
    let (rights, both) = ("human-rights", "demand-reduction+human-rights");
    let expected = [
        ("joint-global-programme-drug-treatment", rights),
        ("family-therapy-adolescents", rights),
        ("unaids-strategy-implementation", rights),
        ("gender-mainstreaming-hiv-module", rights),
        ("mother-to-child-transmission-prisons-guide", rights),
        ("international-guidelines-human-rights", rights),
        ("treatment-and-care-alternatives-publication", both),
        ("treatment-and-care-alternatives-training", both),
        ("toolkit-on-synthetic-drugs", "demand-reduction+availability-and-access+supply-reduction"),
        ("beijing-25-high-level-event", rights),
        ("sdg-5-website", rights),
        ("lets-talk-gender", rights),
    ];
    assert_eq!(second, expected.map(|(id, pillars)| (id, pillars.to_owned())));
}

#[test]
fn every_paragraph_is_cited_or_excused() {
    let data = dataset();
    let records = data.records();
    let note = find::<Document>(&data, NOTE);
    let coverage = note.coverage.as_ref().unwrap();
    assert!(coverage.is_whole());
    let reports = records.programmes.iter().flat_map(|p| &p.reports).map(Report::citation);
    let commitments = records.commitments.iter().flat_map(|c| c.sources.iter().cloned());
    let cited: Vec<Citation> = reports.chain(commitments).collect();
    let cited: BTreeSet<&str> = paragraph_numbers(&cited).into_iter().collect();
    let excused: BTreeSet<&str> =
        coverage.out_of_scope.iter().flat_map(|e| &e.paragraphs).map(|p| &**p).collect();
    for number in 1..=42 {
        let number = number.to_string();
        let (cited, excused) = (cited.contains(&*number), excused.contains(&*number));
        assert!(cited != excused, "paragraph {number}: cited {cited}, excused {excused}");
    }
    assert_eq!(excused, BTreeSet::from(["13", "fn. **"]));
}

#[test]
fn commitments_by_paragraph_with_their_force() {
    let data = dataset();
    let parties =
        |parties: &[Party]| parties.iter().map(Party::as_str).collect::<Vec<_>>().join("+");
    let mut found: Vec<(u32, &str, String, String)> = Vec::new();
    for commitment in &data.records().commitments {
        for source in commitment.sources.iter().filter(|s| s.document.as_str() == NOTE) {
            let [by, to] = [&commitment.made_by, &commitment.addressed_to].map(|p| parties(p));
            found.push((number(&source.paragraph), commitment.force.word(), by, to));
        }
    }
    found.sort();
    let stakeholders = "united-nations-entities+specialised-agencies+regional-organisations\
                        +non-governmental-organisations";
    let contributors = "united-nations-entities+international-financial-institutions\
                        +regional-and-international-organisations";
    let expected = [
        (1, "committed", "member-states", ""),
        (1, "committed", "member-states", ""),
        (2, "committed", "member-states", ""),
        (3, "committed", "member-states", ""),
        (4, "called-upon", "general-assembly", "united-nations-entities"),
        (4, "called-upon", "member-states", "united-nations-entities"),
        (4, "encouraged", "general-assembly", "cnd+unodc"),
        (4, "encouraged", "member-states", contributors),
        (4, "encouraged", "member-states", "unodc"),
        (4, "reaffirmed", "member-states", "cnd"),
        (4, "reaffirmed", "member-states", "unodc"),
        (5, "practice", "cnd", stakeholders),
        (5, "practice", "cnd", stakeholders),
        (6, "practice", "cnd", "functional-commissions"),
        (6, "practice", "cnd", "functional-commissions"),
        (7, "tasked", "secretary-general", "unodc"),
        (8, "practice", "unodc", "united-nations-entities"),
        (10, "committed", "united-nations-principals", ""),
        (10, "committed", "united-nations-principals", ""),
        (10, "committed", "united-nations-principals", ""),
        (10, "committed", "united-nations-principals", ""),
        (11, "purpose", "", "unodc+united-nations-entities"),
        (11, "purpose", "", "unodc+united-nations-entities"),
        (12, "invited", "general-assembly", "unodc"),
        (12, "invited", "general-assembly", "unodc"),
        (38, "practice", "cnd", ""),
        (42, "planned", "cnd+ccpcj", ""),
        // Its due date stands in the head of the note.
        (u32::MAX, "planned", "cnd+ccpcj", ""),
    ];
    let expected = expected.map(|(n, force, by, to)| (n, force, by.to_owned(), to.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn instruments_of_the_commitments() {
    let data = dataset();
    for (id, instrument, paragraph) in [
        ("increase-cooperation-2009", "political-declaration-2009", None),
        ("shared-responsibility-2014", "joint-ministerial-statement-2014", None),
        ("leave-no-one-behind-2019", "ministerial-declaration-2019", None),
        ("un-system-cooperation-2019", "ministerial-declaration-2019", None),
        ("unodc-cooperation-2019", "ministerial-declaration-2019", None),
        ("un-system-cooperation-74-178", "a-res-74-178", None),
        ("unodc-cooperation-74-178", "a-res-74-178", Some("115")),
        ("unodc-joint-initiatives-74-178", "a-res-74-178", Some("116")),
        ("unodc-report-to-cnd-74-178", "a-res-74-178", Some("116")),
        ("lead-ungass-coordination-2017", "excom-decision-2017", None),
        ("mutual-support-2018", "common-position-2018", None),
    ] {
        let commitment = find::<Commitment>(&data, id);
        assert_eq!(commitment.instrument.as_ref().map(|i| i.as_str()), Some(instrument), "{id}");
        assert_eq!(commitment.instrument_paragraph.as_deref(), paragraph, "{id}");
    }
    let event = find::<Commitment>(&data, "beijing-25-event-at-session-63");
    assert_eq!(event.due, "2020-03-06".parse().ok(), "the last day of the session");
}
