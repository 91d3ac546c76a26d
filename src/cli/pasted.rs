//! Arguments as a text has them: with other dashes for hyphens, and with a space behind the comma of a list.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::{Cli, move_options_behind_command};

/// The signs that word processors and messengers put in the place of one or two hyphens.
const DASHES: [char; 7] = ['‐', '‑', '‒', '–', '—', '―', '−'];

/// The arguments as `cnd` takes them: `--agency WHO,UNAIDS` for `–agency WHO, UNAIDS`, and options behind the command.
pub fn arguments(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut is_option = true;
    let args = args.map(|arg| {
        is_option &= arg != "--";
        let option = arg.to_str().filter(|_| is_option).and_then(with_hyphens);
        option.map_or(arg, OsString::from)
    });
    join_lists(move_options_behind_command(args))
}

/// The option that begins with another dash.
fn with_hyphens(arg: &str) -> Option<String> {
    let name = arg.strip_prefix(DASHES)?.trim_start_matches(|c| c == '-' || DASHES.contains(&c));
    let hyphens = if name.len() == 1 { "-" } else { "--" };
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| format!("{hyphens}{name}"))
}

/// The arguments with the values of a list in one, where a space stands beside a comma.
fn join_lists(args: Vec<OsString>) -> Vec<OsString> {
    let text = |arg: &OsString| arg.to_str().unwrap_or_default().to_owned();
    if !args.iter().map(text).any(|arg| arg.ends_with(',') || arg.starts_with(',')) {
        return args;
    }
    let mut cli = Cli::command();
    cli.build();
    let command = command_of(&args, &cli);
    let mut joined: Vec<OsString> = Vec::new();
    let mut is_list = false;
    for arg in args {
        let (before, this) = (joined.last().map(text).unwrap_or_default(), text(&arg));
        if is_list
            && !this.starts_with('-')
            && (before.ends_with(',') || this.starts_with(','))
            && let Some(list) = joined.last_mut()
        {
            list.push(" ");
            list.push(arg);
            continue;
        }
        let option = if this.contains('=') { &this } else { &before };
        is_list = takes_list(option, command) && (this.contains('=') || !this.starts_with('-'));
        joined.push(arg);
    }
    joined
}

/// Whether this is an option that takes several values.
fn takes_list(option: &str, command: &Command) -> bool {
    let name = option.split_once('=').map_or(option, |(name, _)| name);
    option_of(command, name).is_some_and(|arg| matches!(arg.get_action(), ArgAction::Append))
}

/// The option of a command with this name, dashes included.
pub fn option_of<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    let long = name.strip_prefix("--")?;
    command.get_arguments().find(|arg| arg.get_long() == Some(long))
}

/// The command with which the arguments begin; it has its options if `cli` has been built.
pub fn command_of<'c>(args: &[OsString], cli: &'c Command) -> &'c Command {
    let mut command = cli;
    for word in args.iter().skip(1) {
        let Some(named) = command.find_subcommand(word) else { break };
        command = named;
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_one_argument_and_an_option_begins_with_hyphens() {
        for (given, expected) in [
            ("cnd|programmes|–agency|WHO,|UNAIDS", "cnd|programmes|--agency|WHO, UNAIDS"),
            (
                "cnd|agencies|--kind|ngo|,|un,|igo|pain,|x",
                "cnd|agencies|--kind|ngo , un, igo|pain,|x",
            ),
            ("cnd|pillars|--columns=id,|name|–f|csv", "cnd|pillars|--columns=id, name|-f|csv"),
            ("cnd|programmes|--agency|WHO,|—limit=1", "cnd|programmes|--agency|WHO,|--limit=1"),
            (
                "cnd|programmes|--joint|a,|b|--since|2019,|2020",
                "cnd|programmes|--joint|a,|b|--since|2019,|2020",
            ),
            ("cnd|search|pain,|relief|– and|–1|--|–x", "cnd|search|pain,|relief|– and|–1|--|–x"),
        ] {
            let args = arguments(given.split('|').map(OsString::from));
            assert_eq!(args.join(std::ffi::OsStr::new("|")), OsString::from(expected));
        }
    }
}
