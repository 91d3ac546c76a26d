//! `cnd stats`

use crate::support::Test;

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
