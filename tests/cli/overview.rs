//! `cnd` alone

use crate::support::Test;

#[test]
fn of_no_agencies_none_is_counted() {
    let data = "pillars: [{id: p, number: 1, name: P}]\n";
    let run = Test::new(["--data", "d.yaml"]).file("d.yaml", data).output();
    assert_eq!(
        run.stdout.lines().nth(1),
        Some("no agencies; no documents (d.yaml)"),
        "{}",
        run.stdout
    );
}
