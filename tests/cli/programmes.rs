//! `cnd programmes`

use crate::support::Test;

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
