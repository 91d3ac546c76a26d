//! The options given, as repeated in JSON and YAML output.

use clap::{ArgAction, ArgMatches, Command};

/// The name of each argument that has a value, as often as it has one, with the value.
pub type Asked = Vec<(String, String)>;

/// What was asked with these arguments, in their order.
pub(super) fn asked(arguments: &Command, matches: &ArgMatches) -> Asked {
    let mut asked = Asked::new();
    for argument in arguments.get_arguments() {
        let name = argument.get_id().as_str();
        let mut add = |value: &str| asked.push((name.to_owned(), value.to_owned()));
        if !matches!(argument.get_action(), ArgAction::SetTrue) {
            let values = matches.get_raw(name).into_iter().flatten();
            values.for_each(|value| add(&value.to_string_lossy()));
        } else if matches.get_flag(name) {
            add("yes");
        }
    }
    asked
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::{Cli, Command};

    #[test]
    fn arguments_stand_in_their_own_order_with_their_values_as_they_are_typed() {
        let line = "cnd check --allow a,b --deny warnings --limit 3 data";
        let cli = Cli::try_parse_from(line.split(' ')).unwrap();
        let Some(Command::Check(check)) = cli.command else { panic!("another command") };
        let asked = ["path: data", "deny: warnings", "allow: a", "allow: b"];
        assert!(check.asked.iter().map(|(name, value)| format!("{name}: {value}")).eq(asked));
        let cli = Cli::try_parse_from(["cnd", "stats", "--latest"]).unwrap();
        let Some(Command::Stats(stats)) = cli.command else { panic!("another command") };
        let asked = ["of: programmes", "latest: yes"];
        assert!(stats.asked.iter().map(|(name, value)| format!("{name}: {value}")).eq(asked));
    }
}
