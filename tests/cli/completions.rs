//! Completions as a shell asks for them, and manual pages.

use crate::support::Test;

/// What a shell is offered for the last of these words.
fn offered(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let last = (words.len() - 1).to_string();
    let run = Test::new(["--"].into_iter().chain(words))
        .env("CND_COMPLETE", "bash")
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_INDEX", &last)
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .output();
    assert_eq!((run.stderr.as_str(), run.status), ("", 0), "{line}");
    run.stdout.split('\n').map(|word| word.trim_end().to_owned()).collect()
}

#[test]
fn values_come_from_the_dataset() {
    assert_eq!(offered("cnd programmes --pillar hum"), ["human-rights"]);
    assert_eq!(offered("cnd agencies --with UNOD"), ["UNODC"]);
    assert_eq!(offered("cnd programmes --agency WHO,unicr"), ["WHO,unicri"]);
    assert_eq!(offered("cnd programmes --kind pub"), ["publication"]);
    assert_eq!(offered("cnd programmes --columns id,acro"), ["id,acronym"]);
    assert_eq!(offered("cnd stats --by pill"), ["pillar"]);
    assert_eq!(offered("cnd exp"), ["export"]);
    assert!(offered("cnd show un-w").contains(&"un-women".to_owned()));
    let small = crate::support::DATA;
    assert_eq!(offered(&format!("cnd pillars --data {small}/none --columns nam")), ["name"]);
}

#[test]
fn values_are_those_of_the_command() {
    let both = [("scan --status un", "unknown"), ("scan --status on", "only-there")];
    assert!(
        both.iter()
            .all(|(line, value)| offered(&format!("cnd {line}")).contains(&(*value).to_owned()))
    );
    for (line, values) in [
        ("commitments --status not-r", &["not-reported"][..]),
        ("scan --status not-r", &[""]),
        ("scan --kind mech", &["mechanism"]),
        ("scan --kind ag", &["agency"]),
        ("scan --against note-2020", &["note-2020"]),
        ("scan --columns mark", &["marks"]),
        ("draft --kind not", &["note"]),
        ("draft --like note-2020", &["note-2020"]),
        ("agencies --kind non", &["non-governmental"]),
        ("gaps --kind-of-gap agency-n", &["agency-not-reported"]),
        ("network --tie joint", &["joint-work"]),
        ("stats --of commitments --by forc", &["force"]),
        ("stats --of commitments --by kin", &[""]),
        ("stats --by forc", &[""]),
        ("programmes -f do", &[""]),
        ("network -f do", &["dot"]),
        ("new report -f js", &["json"]),
        ("man new-r", &["new-report"]),
        ("show CCP", &["CCPCJ", "CCP"]),
        ("new report CCP", &["CCP"]),
        ("show 74/1", &["74/178"]),
        ("network --columns name_", &["name_a", "name_b"]),
        ("stats --columns sha", &["share"]),
        ("trace --columns inst", &["instrument"]),
        ("search --columns mat", &["match", "matched_in"]),
        ("new agency --kind non", &["non-governmental"]),
        ("new document --kind not", &["note"]),
        ("new programme --kind pub", &["publication"]),
        ("new programme --pillar hum", &["human-rights"]),
        ("new commitment --by member-s", &["member-states"]),
        ("new report --document note-2020", &["note-2020"]),
    ] {
        assert_eq!(offered(&format!("cnd {line}")), values, "{line}");
    }
}

#[test]
fn every_shell_has_a_script_and_every_command_a_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Test::new(["completions", shell]).output();
        assert!(run.quiet().contains("CND_COMPLETE"), "{shell}");
    }
    let run = Test::new(["man", "--all", "pages"]).output();
    assert_eq!((run.stderr.as_str(), run.status), ("wrote 29 pages into pages\n", 0));
    let page = run.file("pages/cnd-programmes.1");
    let head = concat!(".TH cnd-programmes 1  \"cnd ", env!("CARGO_PKG_VERSION"), "\"");
    assert!(page.contains(head) && page.contains("\\-\\-pillar"), "{page}");
    for name in ["new-report", "'new report'"] {
        assert_eq!(
            Test::line(&format!("man {name}")).output().quiet(),
            run.file("pages/cnd-new-report.1")
        );
    }
    assert!(run.file("pages/cnd.1").contains("cnd\\-export(1)"));
    let run = Test::new(["man", "programmes"]).output();
    assert!(run.quiet().contains("\\-\\-pillar"));
    Test::new(["man", "program"])
        .refused("unknown command `program`; did you mean `programmes` or `new-programme`?");
}
