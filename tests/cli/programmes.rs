//! `cnd programmes`

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Test;

#[test]
fn a_remark_stands_below_what_it_is_about() {
    let euda = "EUDA is EMCDDA in E/CN.7/2020/CRP.5";
    let wco = "WCO is Customs Co-operation Council in E/RES/1988/13";
    let joint = "two or more agencies";
    for (args, remark, is_there) in [
        ("trace support-to-governments-1988-13 -f csv", wco, true),
        ("stats --by pillar --across agency -f csv", euda, true),
        ("stats --around EUDA", euda, true),
        ("stats --around WHO", euda, false),
        ("agencies", "counts under UNODC", true),
        ("agencies --limit 1", "counts under UNODC", false),
        ("stats --role partner", joint, true),
        ("agencies --role partner -f csv", joint, true),
        ("agencies --role partner", joint, false),
        ("network --role partner", joint, false),
        ("agencies --with UNODC", "joint_work counts", true),
        ("agencies --with UNODC --columns shared", "joint_work counts", false),
        ("programmes --columns name,joint", joint, true),
        ("programmes --width 100", joint, true),
        ("programmes --columns name --width 100", joint, false),
    ] {
        let said = Test::line(args).output().stderr;
        assert_eq!(said.contains(remark), is_there, "{args}: {said}");
    }
}

#[test]
fn a_programme_is_joint_in_whatever_role_is_asked_for() {
    let line =
        "programmes --agency WHO --role partner --kind project --columns id,joint,agencies -f csv";
    let rows = "id,joint,agencies\nunodc-who-drug-projects,true,UNODC; WHO\n";
    Test::line(line).stdout(rows).run();
    let joint = |filter: &str| {
        Test::line(&format!("programmes --agency WHO --role partner {filter} -f csv"))
            .output()
            .stdout
    };
    assert_eq!(joint("--joint"), joint(""));
}

#[test]
fn a_name_of_today_is_told_wherever_a_shown_row_has_it() {
    let euda = "current names are used: EUDA is EMCDDA in E/CN.7/2020/CRP.5";
    for (line, told) in [
        ("programmes --agency EUDA", euda),
        ("agencies EUDA", euda),
        ("network --around EUDA", euda),
        ("stats --by agency --document note-2020", euda),
        ("show early-warning-advisory", euda),
        ("diff --documents note-2020 a-80-6-sect-16", euda),
        ("commitments --to WCO", "WCO is Customs Co-operation Council in E/RES/1988/13"),
        (
            "stats --of commitments --by addressee",
            "WCO is Customs Co-operation Council in E/RES/1988/13",
        ),
    ] {
        assert!(Test::line(line).output().stderr.contains(told), "{line}");
    }
    for line in ["programmes --limit 1", "agencies --limit 1", "stats --by agency --limit 1"] {
        assert!(!Test::line(line).output().stderr.contains("names are"), "{line}");
    }
}

#[test]
fn of_an_office_it_is_said_whose_pairs_have_its_work() {
    let command = "cnd network --around unodc --agency unodc-rowca";
    for line in ["agencies --with unodc-rowca", "network --around unodc-rowca"] {
        let run = Test::line(line).output();
        assert!(
            run.stderr.ends_with(&format!(" is counted under UNODC; its pairs: `{command}`\n")),
            "{line}"
        );
        let filtered = Test::line(&format!("{line} --pillar 1")).output();
        assert!(
            filtered.stderr.contains("; its pairs, without the other filters: `"),
            "{}",
            filtered.stderr
        );
    }
    let figures = Test::line("stats --around unodc-rowca").output();
    let why = "its partners are not counted: work of ";
    assert!(figures.stderr.contains(why), "{}", figures.stderr);
    assert!(Test::line(&command[4..]).output().stdout.lines().count() > 5);
}

#[test]
fn a_paragraph_is_found_by_the_text_that_sources_has() {
    let args = "programmes --document E/2024/28 --explode sources --columns id,sources -f jsonl";
    let all = Test::line(args).output();
    for line in all.quiet().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let (_, label) = row["sources"].as_str().unwrap().split_once(", ").unwrap();
        let args = "programmes --columns id -f csv --document E/2024/28 --paragraph";
        let run = Test::line(args).arg(label).output();
        let found = run.stdout.lines().any(|line| line == row["id"]);
        assert!(found, "{label}: {}", run.stdout);
    }
    let label = "chap. IV, sect. B, para. 99";
    let silence = format!("no programmes match\nno programme is reported in paragraph `{label}`\n");
    Test::line("programmes --paragraph").arg(label).stderr(&silence).run();
}

#[test]
fn a_paragraph_is_found_however_it_is_cited() {
    let pairs = [
        ("programmes --columns id,sources --paragraph", "16.14 (c)", "16.14(c)"),
        ("commitments --columns id --instrument S-30/1 --paragraph", "1 (r)", "1(R)"),
        ("trace 74/178 --paragraph", "115", "OP 115"),
        ("network --paragraph", "33", "para. 33"),
        ("stats --by agency --paragraph", "22-24", "paras. 22–24"),
        ("programmes --columns id --document note-2020 --paragraph", "1-42", "1-99999"),
        ("commitments --columns id --paragraph", "PP10", "pp 10"),
        ("programmes --columns id --paragraph", "table 16.1", "Table16.1"),
        (
            "programmes --columns id --paragraph",
            "chap. II, sect. A, para. 1",
            "chapter II, section A, paragraph 1",
        ),
        (
            "programmes --columns id --paragraph",
            "chap. II, sect. A, para. 1,chap. II, sect. A, para. 2",
            "Chap II, Sect A, paras. 1-2",
        ),
    ];
    for (args, cited, typed) in pairs {
        let rows = |paragraph| Test::line(args).arg(paragraph).arg("-fcsv").output().stdout;
        assert!(!rows(cited).is_empty(), "{cited}");
        assert_eq!(rows(cited), rows(typed), "{typed}");
    }
}

#[test]
fn labels_with_commas_are_parted_at_labels_and_their_beginnings_find_all_of_them() {
    let found = |paragraph: &str| {
        let args = "programmes --columns id -f csv --paragraph";
        let output = Test::line(args).arg(paragraph).output();
        output.stdout.lines().skip(1).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (one, other) = ("chap. II, sect. A, para. 1", "chap. IV, sect. B, para. 6");
    let both: BTreeSet<String> = &found(one) | &found(other);
    assert_eq!(both.len(), 2);
    assert_eq!(found(&format!("{one},{other}")), both);
    assert_eq!(found(&format!("28, {one}")), &found("28") | &found(one));
    assert!(found("chap. II").is_superset(&found(one)));
    assert_eq!(found("chap. II,28"), &found("chap. II") | &found("28"));
}

#[test]
fn what_a_help_names_can_be_pasted_into_a_shell() {
    let cases = [
        (
            "--region",
            "Cote d'Ivoire",
            r"`Cote d'Ivoire` is a country; use --country 'Cote d'\''Ivoire'",
        ),
        (
            "--agency",
            "Cote d'Ivoire",
            r"`Cote d'Ivoire` is a country, not an agency; use --country 'Cote d'\''Ivoire', or --government for what its government takes part in",
        ),
        (
            "--agency",
            "civil society",
            "`civil society` is a kind of agency, not an agency; use --agency-kind 'civil society', or `cnd agencies --kind 'civil society'`",
        ),
        ("--country", "West Africa", "`West Africa` is a region; use --region 'West Africa'"),
    ];
    for (flag, value, error) in cases {
        Test::small(&format!("programmes {flag}")).arg(value).refused(error);
    }
    let run = Test::small("programmes --kind 'civil society'").output();
    assert!(run.stderr.ends_with("for a kind of agency, use --agency-kind 'civil society'\n"));
}
