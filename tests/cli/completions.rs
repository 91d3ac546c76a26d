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
fn every_shell_has_a_script_and_every_command_a_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Test::new(["completions", shell]).output();
        assert!(run.quiet().contains("CND_COMPLETE"), "{shell}");
    }
    let run = Test::new(["man", "--all", "pages"]).output();
    assert_eq!(run.quiet(), "");
    let page = run.file("pages/cnd-programmes.1");
    assert!(page.contains(".TH cnd-programmes 1") && page.contains("\\-\\-pillar"), "{page}");
    assert!(run.file("pages/cnd.1").contains("cnd\\-export(1)"));
    let run = Test::new(["man", "programmes"]).output();
    assert!(run.quiet().contains("\\-\\-pillar"));
    Test::new(["man", "program"])
        .refused("no command is called `program`; did you mean `programmes`?");
}
