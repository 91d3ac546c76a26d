//! `cnd programmes`

use crate::support::Test;

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
            "`civil society` is a kind of agency, and names none; use --agency-kind 'civil society', or --kind 'civil society' of `cnd agencies`",
        ),
        ("--country", "West Africa", "`West Africa` is a region; use --region 'West Africa'"),
    ];
    for (flag, value, error) in cases {
        Test::small(&format!("programmes {flag}")).arg(value).refused(error);
    }
    let run = Test::small("programmes --kind 'civil society'").output();
    assert!(run.stderr.ends_with("for a kind of agency, use --agency-kind 'civil society'\n"));
}
