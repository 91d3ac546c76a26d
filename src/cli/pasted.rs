//! Arguments as a text has them: with other dashes for hyphens, and with a space after the comma of a list.

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

/// The option that begins with another dash; what is no name of an option, such as `–WHO` or `–x.csv`, is a value.
fn with_hyphens(arg: &str) -> Option<String> {
    let name = arg.trim_start_matches(|c| c == '-' || DASHES.contains(&c));
    let option = name.split_once('=').map_or(name, |(option, _)| option);
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    let is_option = option == "V" || option.split('-').all(is_word);
    let hyphens = if name.len() == 1 { "-" } else { "--" };
    let is_dashed = arg.strip_suffix(name)?.contains(DASHES);
    (is_dashed && is_option).then(|| format!("{hyphens}{name}"))
}

/// The arguments with the values of a list in one, where a space stands beside a comma.
fn join_lists(mut args: Vec<OsString>) -> Vec<OsString> {
    let text = |arg: &OsString| arg.to_str().unwrap_or_default().to_owned();
    let may_go_on = |arg: String| arg.ends_with(',') || arg.starts_with(',') || is_section(&arg);
    if !args.iter().map(text).any(may_go_on) {
        return args;
    }
    let mut cli = Cli::command();
    cli.build();
    let command = command_of(&args, &cli);
    let rest = args.split_off(args.iter().position(|arg| arg == "--").unwrap_or(args.len()));
    let mut joined: Vec<OsString> = Vec::new();
    let mut list = None;
    for arg in args {
        let (before, this) = (joined.last().map(text).unwrap_or_default(), text(&arg));
        if list.is_some_and(|list| is_value(&this, list))
            && goes_on(&before, &this)
            && let Some(list) = joined.last_mut()
        {
            // The last comma of `WHO, UNAIDS, and UNDP` parts the names as well.
            if !(before.ends_with(',') && ["and", "or"].contains(&&*this)) {
                list.push(" ");
                list.push(arg);
            }
            continue;
        }
        list = match this.split_once('=') {
            Some((option, _)) if option.starts_with("--") => list_of(command, option),
            _ => list_of(command, &before).filter(|list| is_value(&this, list)),
        };
        joined.push(arg);
    }
    joined.extend(rest);
    joined
}

/// Whether a list goes on with this argument: `WHO, UNAIDS`, `Panama, Trinidad and Tobago` or `A/80/6 Sect. 16`, but
/// not `A/RES/74/178, para. 5`.
fn goes_on(list: &str, this: &str) -> bool {
    let is_and = ["and", "or"].contains(&this) || list.ends_with(" and") || list.ends_with(" or");
    let is_listed = list.ends_with(',') && !this.to_lowercase().starts_with("para");
    let last = list.rsplit(' ').next().unwrap_or_default();
    is_listed
        || this.starts_with(',')
        || list.contains(", ") && is_and
        || is_section(this)
        || is_section(last)
}

/// Whether a word is that for a section, which a symbol may have: `(Sect.`.
fn is_section(word: &str) -> bool {
    let word = word.trim_start_matches('(').to_lowercase();
    ["sect", "sect.", "section"].contains(&&*word)
}

/// The option with this name, if each of its values may be a list.
fn list_of<'c>(command: &'c Command, name: &str) -> Option<&'c Arg> {
    let is_list = |arg: &&Arg| {
        let is_single = arg.get_num_args().is_none_or(|number| number.max_values() == 1);
        matches!(arg.get_action(), ArgAction::Append) && is_single
    };
    option_of(command, name).filter(is_list)
}

/// Whether an argument is a value of the option before it, and not the next option.
fn is_value(arg: &str, of: &Arg) -> bool {
    let is_negative = of.is_allow_hyphen_values_set() && !arg.starts_with("--") && arg.len() > 2;
    !arg.starts_with('-') || is_negative
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
            ("cnd|pillars|-–columns|id|–V|–x.csv|–WHO", "cnd|pillars|--columns|id|-V|–x.csv|–WHO"),
            ("cnd|pillars|--sort|-id,|-name,|-f|csv", "cnd|pillars|--sort|-id, -name,|-f|csv"),
            ("cnd|pillars|--sort|id,|--limit|1", "cnd|pillars|--sort|id,|--limit|1"),
            ("cnd|gaps|--search|a=b,|c=d,|e", "cnd|gaps|--search|a=b, c=d, e"),
            ("cnd|gaps|--agency|A,|B,|and|C|or|D|E", "cnd|gaps|--agency|A, B, C or D|E"),
            ("cnd|diff|--documents|76/188,|79/191", "cnd|diff|--documents|76/188,|79/191"),
            (
                "cnd|gaps|--document|A/80/6|(Sect.|16),|A/1",
                "cnd|gaps|--document|A/80/6 (Sect. 16), A/1",
            ),
            ("cnd|gaps|--document|A/1,|para.|5", "cnd|gaps|--document|A/1,|para.|5"),
            (
                "cnd|search|section|--|--agency|WHO,|UNAIDS",
                "cnd|search|section|--|--agency|WHO,|UNAIDS",
            ),
        ] {
            let args = arguments(given.split('|').map(OsString::from));
            assert_eq!(args.join(std::ffi::OsStr::new("|")), OsString::from(expected));
        }
    }
}
