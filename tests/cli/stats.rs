//! `cnd stats`

use std::collections::BTreeSet;

use crate::support::Test;

/// The rows of a run as CSV, without the heading.
fn rows(line: &str) -> Vec<String> {
    let run = Test::line(&format!("{line} -f csv")).output();
    run.stdout.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn only_what_is_reported_in_the_time_asked_about_counts() {
    for line in [
        "programmes --agency EUDA --since 2024",
        "programmes --country Panama --since 2024",
        "network --since 2025 --around ECDD",
    ] {
        assert_eq!(rows(line), [""; 0], "{line}");
    }
    // Two documents are dated since then.
    let of = |document: &str| rows(&format!("programmes --document {document} --columns id"));
    let both: BTreeSet<String> =
        [of("a-80-6-sect-16"), of("a-81-6-sect-16")].into_iter().flatten().collect();
    assert!(rows("programmes --since 2025 --columns id").iter().all(|id| both.contains(id)));
    for filter in ["--since 2026", "--agency-kind treaty-body --until 2024"] {
        let counts = |row: &String| row.split(',').take(4).collect::<Vec<_>>().join(",");
        let all: Vec<String> =
            rows(&format!("stats --by document {filter}")).iter().map(counts).collect();
        for row in &all {
            let document = row.split(',').next().unwrap();
            let alone = rows(&format!("stats --by document {filter} --document '{document}'"));
            assert!(alone.iter().map(counts).any(|counted| counted == *row), "{row} {alone:?}");
        }
    }
}

#[test]
fn the_secretariat_is_found_by_a_former_id_or_its_acronym() {
    let data = |agency: &str| {
        format!(
            "agencies:\n  - {{{agency}, kind: secretariat}}\npillars:\n  - {{id: p, number: 1, name: P}}\n\
             documents:\n  - {{id: d, title: D, kind: note}}\nprogrammes:\n  - {{id: g, name: G, kind: event, \
             pillar: p, filed_by: source, reports: [{{document: d, paragraph: '1', summary: S, participants: \
             [{{agency: office, role: lead}}]}}]}}\n"
        )
    };
    for agency in
        ["id: office, name: Office, former_ids: [unodc]", "id: office, name: A, acronym: UNODC"]
    {
        let run = Test::new(["stats", "--data", "d.yaml", "-f", "csv"])
            .file("d.yaml", data(agency))
            .output();
        assert!(run.quiet().contains(" takes part,1,1,1,\n"), "{}", run.stdout);
    }
}

#[test]
fn a_column_counts_as_shown_however_its_name_is_written() {
    for name in ["share", "Share", "SHARE"] {
        let line = format!("stats --by pillar --columns pillar,{name}");
        assert!(Test::line(&line).output().stdout.contains("\nShares are of "), "{name}");
    }
    Test::line("agencies --columns Shared").refused(
        "the column `shared` needs --with; name the agency that others are named together with",
    );
}
