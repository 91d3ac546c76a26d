//! Figures, dates, countries and venues.

use crate::{NOTE, codes, dataset, figures, joined, number, report};

#[test]
fn figures_keep_their_scope() {
    let data = dataset();
    for (id, paragraph, expected) in [
        (
            "family-and-school-prevention-pilots",
            "14",
            &["12 countries (where evidence-based prevention programmes were piloted)"][..],
        ),
        ("listen-first", "14", &[]),
        (
            "health-centred-approach-seminars",
            "15",
            &[
                "290 policymakers (participants in the seminars)",
                "22 countries (from which the policymakers in the seminars came)",
            ],
        ),
        (
            "joint-global-programme-drug-treatment",
            "16",
            &[
                "27 countries (where treatment, care and rehabilitation services were expanded and improved)",
                "about 34000 patients (reached by the services of the joint global programme)",
            ],
        ),
        ("family-therapy-adolescents", "16", &[]),
        (
            "hiv-strategies-drug-use",
            "18",
            &["24 countries (where UNODC assisted with HIV/AIDS strategies related to drug use)"],
        ),
        (
            "hiv-criminal-justice-system",
            "18",
            &["34 countries (where UNODC assisted with HIV/AIDS work in criminal justice)"],
        ),
        ("technical-guide-hiv-targets", "18", &[]),
        ("senior-prison-officials-capacity", "20", &[]),
        (
            "hiv-services-in-prisons",
            "20",
            &["13 countries (where HIV and related health services in prisons were supported)"],
        ),
        (
            "treatment-and-care-alternatives-training",
            "32",
            &[
                "over 40 practitioners (justice and health practitioners from Kenya brought together)",
            ],
        ),
    ] {
        assert_eq!(figures(&data, id, paragraph), expected, "{id}");
    }
}

/// Every number of the note that counts something, with its paragraph: none is missing, none is there twice.
#[test]
fn every_number_stands_once() {
    let data = dataset();
    let mut numbers: Vec<(String, f64)> = data
        .records()
        .programmes
        .iter()
        .flat_map(|programme| &programme.reports)
        .filter(|report| report.document.as_str() == NOTE)
        .flat_map(|report| report.figures.iter().map(|f| (report.paragraph.to_string(), f.value)))
        .collect();
    numbers.sort_by(|a, b| a.partial_cmp(b).unwrap());
    let expected = [
        ("14", 12.0),
        ("15", 22.0),
        ("15", 290.0),
        ("16", 27.0),
        ("16", 34_000.0),
        ("18", 24.0),
        ("18", 34.0),
        ("20", 13.0),
        ("32", 40.0),
        ("36", 3.0),
    ];
    assert_eq!(numbers, expected.map(|(paragraph, value)| (paragraph.to_owned(), value)));
}

#[test]
fn dates_are_as_exact_as_the_text() {
    let data = dataset();
    let mut dates: Vec<(u32, String, String)> = Vec::new();
    for programme in &data.records().programmes {
        for report in programme.reports.iter().filter(|r| r.document.as_str() == NOTE) {
            if let Some(date) = report.date {
                let number = number(&report.paragraph);
                dates.push((number, programme.id.to_string(), date.to_string()));
            }
        }
    }
    dates.sort();
    let expected = [
        (10, "ceb-meeting-2018", "2018-11"),
        (11, "coordination-task-team", "2019"),
        (23, "increasing-access-to-controlled-medicines", "2019-03"),
        (24, "international-guidelines-human-rights", "2019-03"),
        (28, "imdcc-ministerial-meeting-12", "2019-04"),
        (34, "toolkit-on-synthetic-drugs", "2019-03"),
        (37, "functional-commissions-cooperation", "2019"),
        (39, "cstd-chair-address", "2019-03"),
        (40, "integration-segment-side-event", "2019-07"),
        (41, "vienna-commissions-joint-event-2019", "2019-08"),
    ];
    assert_eq!(dates, expected.map(|(n, id, date)| (n, id.to_owned(), date.to_owned())));
}

#[test]
fn countries_of_the_work_and_governments_that_organise() {
    let data = dataset();
    let event = report(&data, "increasing-access-to-controlled-medicines", "23");
    assert_eq!(
        codes(&event.governments),
        ["AUS", "BEL", "CAN", "COL", "FRA", "KEN", "LTU", "RUS", "CHE", "GBR"]
    );
    assert!(event.countries.is_empty(), "those who organise an event are not where work is done");
    let side_event = report(&data, "integration-segment-side-event", "40");
    assert_eq!(codes(&side_event.governments), ["JPN"]);
    let meeting = report(&data, "imdcc-ministerial-meeting-12", "28");
    assert!(meeting.countries.is_empty() && meeting.governments.is_empty());
    assert_eq!(joined(&meeting.venues), "Nigeria");

    let mut done_in: Vec<(&str, Vec<&str>)> = data
        .records()
        .programmes
        .iter()
        .flat_map(|p| &p.reports)
        .filter(|r| r.document.as_str() == NOTE && !r.countries.is_empty())
        .map(|r| (&*r.paragraph, codes(&r.countries)))
        .collect();
    done_in.sort();
    done_in.dedup();
    assert_eq!(
        done_in,
        [
            ("22", vec!["PAN", "NGA", "TLS", "COD"]),
            ("31", vec!["COL", "MEX", "ZAF"]),
            ("32", vec!["KEN"]),
            ("36", vec!["AFG"]),
        ]
    );
    let therapy = report(&data, "family-therapy-adolescents", "16");
    assert_eq!(joined(&therapy.regions), "South-East Asia, South Asia, Central Asia");
}
