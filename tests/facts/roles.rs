//! Who takes part in what, and as what.

use cnd_tracker::model::Role;

use crate::{dataset, joined, report, who};

#[test]
fn coordination_of_paragraphs_7_to_11() {
    let data = dataset();
    assert_eq!(
        who(&data, "ungass-coordination", "7"),
        [
            "lead unodc", "member ohchr", "member unaids", "member unicef", "member undp",
            "member un-women", "member who", "member dpo", "member desa", "member dppa",
            "member eosg",
        ]
    );
    let discussions = &report(&data, "cnd-thematic-discussions", "8").participants;
    let experts = ["un-women", "who", "unaids", "undp", "ohchr", "incb"];
    for expert in experts {
        assert!(
            discussions.iter().any(|p| p.agency.as_str() == expert && p.role == Role::Participant),
            "{expert}"
        );
    }
    for nobody in ["ungass-action-matrix", "joint-calendar-of-events"] {
        assert_eq!(who(&data, nobody, "9"), [""; 0], "the text names no doer of {nobody}");
    }
    assert_eq!(who(&data, "unified-messaging-and-strategy", "9"), ["lead unodc"]);
    assert_eq!(report(&data, "ceb-meeting-2018", "10").date, "2018-11".parse().ok());
    let team = report(&data, "coordination-task-team", "11");
    assert_eq!(who(&data, "coordination-task-team", "11"), ["lead unodc"]);
    assert_eq!(joined(&team.venues), "Brussels, Vienna, Geneva");
    assert!(team.countries.is_empty(), "cities where Member States were briefed");
}

#[test]
fn jointly_with_binds_the_item_that_it_stands_with() {
    let data = dataset();
    assert_eq!(
        who(&data, "mother-to-child-transmission-prisons-guide", "19"),
        [
            "lead unodc", "partner who", "partner unicef", "partner unfpa", "partner un-women",
            "partner unaids",
        ]
    );
    assert_eq!(
        who(&data, "hiv-services-in-prisons", "20"),
        ["lead unodc", "partner who", "partner unicef", "partner unfpa"]
    );
    for (alone, paragraph) in [
        ("hiv-injecting-drug-use-training-package", "19"),
        ("hiv-stimulant-drugs-guide", "19"),
        ("gender-mainstreaming-hiv-module", "19"),
        ("prison-health-plans-advocacy", "20"),
        ("senior-prison-officials-capacity", "20"),
        ("health-centred-approach-seminars", "15"),
        ("unaids-strategy-implementation", "17"),
        ("hiv-strategies-drug-use", "18"),
        ("hiv-criminal-justice-system", "18"),
        ("treatment-and-care-alternatives-training", "32"),
    ] {
        assert_eq!(who(&data, alone, paragraph), ["lead unodc"], "{alone}");
    }
}

#[test]
fn an_author_by_title_is_no_partner() {
    let data = dataset();
    assert_eq!(
        who(&data, "international-standards-drug-use-prevention", "14"),
        ["lead unodc", "author unodc", "author who"]
    );
    assert_eq!(
        who(&data, "technical-guide-hiv-targets", "18"),
        ["author who", "author unodc", "author unaids"]
    );
    assert_eq!(
        who(&data, "treatment-and-care-alternatives-publication", "32"),
        ["author unodc", "author who"]
    );
    let mut authors: Vec<&str> = data
        .records()
        .programmes
        .iter()
        .filter(|p| p.reports.iter().flat_map(|r| &r.participants).any(|p| p.role == Role::Author))
        .map(|p| p.id.as_str())
        .collect();
    authors.sort_unstable();
    assert_eq!(
        authors,
        [
            "firearms-and-drugs-issue-paper",
            "international-standards-drug-use-prevention",
            "technical-guide-hiv-targets",
            "treatment-and-care-alternatives-publication",
            "unov-unodc-gender-strategy",
        ]
    );
}

/// Programmes, the paragraphs that report them, and who takes part as what.
const WHO: &[(&str, &str, &str)] = &[
    ("informal-scientific-network", "15", "partner unodc, partner who"),
    ("joint-global-programme-drug-treatment", "16", "partner unodc, partner who"),
    ("family-therapy-adolescents", "16", ""),
    ("hiv-global-policy-advice", "17", "partner unodc, partner who, partner unaids"),
    (
        "controlled-substances-access-partnership",
        "21",
        "lead unodc, partner who, partner uicc, partner incb, partner iaea, partner iahpc, \
             partner hrw, partner indiana-university",
    ),
    ("joint-global-program-access", "22", "partner unodc, partner who, partner uicc"),
    ("ncd-task-force", "23", "member unodc"),
    (
        "increasing-access-to-controlled-medicines",
        "23",
        "organiser unodc, organiser incb, organiser eu, organiser uicc, organiser vngoc",
    ),
    (
        "international-guidelines-human-rights",
        "24",
        "partner undp, partner who, partner unaids, partner ohchr, partner ichrdp, \
             partner university-of-essex",
    ),
    ("benatoc", "25", "lead unodc"),
    ("networking-the-networks", "25", "lead unodc"),
    ("container-control-programme", "26", "lead unodc, partner wco"),
    ("airport-communication-project", "27", "lead unodc, partner wco"),
    (
        "ecowas-action-plan-support",
        "28",
        "partner unodc, partner dpo, partner unowas, partner dppa, partner interpol",
    ),
    (
        "imdcc-ministerial-meeting-12",
        "28",
        "organiser imdcc, participant unodc, participant dpo, participant unowas, \
             participant dppa, participant interpol",
    ),
    ("central-asia-drug-situation-monitoring", "29", "lead unrcca"),
    (
        "central-asia-exchanges",
        "29",
        "lead unrcca, partner unodc, partner caricc, partner sco, partner cadap",
    ),
    ("mini-dublin-group-liaison", "29", "lead unrcca, partner mini-dublin-group"),
    (
        "sahel-capacities-and-cooperation",
        "30",
        "partner unodc, partner dpo, partner dppa, partner ddg, partner g5-sahel, \
             partner minusma, partner unowas",
    ),
    ("community-safety-cities", "31", "partner unodc, partner un-habitat"),
    ("global-smart", "33", ""),
    (
        "early-warning-advisory",
        "33",
        "lead unodc, partner euda, partner wco, partner who, partner ecdd",
    ),
    ("toolkit-on-synthetic-drugs", "34", "lead unodc, partner who, partner incb"),
    (
        "drug-epidemiology-working-group",
        "35",
        "lead unodc, partner who, member unaids, member euda, member au, member oas",
    ),
    ("afghanistan-alternative-development-projects", "36", "partner unodc, partner undp"),
    ("afghanistan-baseline-surveys", "36", "lead unodc"),
    ("cstd-chair-address", "39", "organiser cnd, participant cstd"),
    (
        "integration-segment-side-event",
        "40",
        "organiser unodc, participant cnd, participant ccpcj, participant csw",
    ),
    ("vienna-commissions-joint-event-2019", "41", "organiser cnd, organiser ccpcj"),
    ("beijing-25-high-level-event", "42", "organiser cnd, organiser ccpcj"),
];

#[test]
fn who_takes_part_in_what() {
    let data = dataset();
    for (id, paragraph, expected) in WHO {
        assert_eq!(who(&data, id, paragraph).join(", "), *expected, "{id}");
    }
    assert_eq!(
        who(&data, "functional-commissions-cooperation", "6"),
        ["lead cnd"],
        "what the Commission seeks"
    );
    assert_eq!(
        who(&data, "functional-commissions-cooperation", "37"),
        ["lead cnd", "partner ccpcj", "partner csw", "partner statcom", "partner cstd"]
    );
}
