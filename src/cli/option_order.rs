//! Options before and after the command.

use std::ffi::OsString;

use clap::CommandFactory;

use super::Cli;

/// The arguments with the options that stand before the command moved behind it, where a command takes them
/// with its own.
pub fn move_options_behind_command(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.collect();
    let global = Cli::command();
    let mut at = 1;
    // `new` is followed by a kind of record, which stands before the options as well.
    let mut words = 0;
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()).filter(|arg| *arg != "help") {
        let Some(option) = arg.strip_prefix('-') else {
            let is_new = words == 0 && arg == "new";
            words += 1;
            args[words..=at].rotate_right(1);
            at += 1;
            if is_new {
                continue;
            }
            break;
        };
        let Some(length) = length(option, &global) else { break };
        at += length;
    }
    args
}

/// How many arguments a global option takes up with its value.
fn length(option: &str, global: &clap::Command) -> Option<usize> {
    let long =
        option.strip_prefix('-').map(|long| long.split_once('=').map_or(long, |(name, _)| name));
    let short = if long.is_none() { option.chars().next() } else { None };
    let known = global.get_arguments().find(|known| {
        long.is_some() && known.get_long() == long || short.is_some() && known.get_short() == short
    })?;
    let has_value = if short.is_some() { option.len() > 1 } else { option.contains('=') };
    Some(if known.get_action().takes_values() && !has_value { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(line: &str) -> String {
        let args = move_options_behind_command(line.split(' ').map(OsString::from));
        args.join(std::ffi::OsStr::new(" ")).into_string().unwrap()
    }

    #[test]
    fn options_before_a_command_are_its_own() {
        for (given, expected) in [
            ("cnd --data x pillars --limit 1", "cnd pillars --data x --limit 1"),
            (
                "cnd --data=x -fcsv -f csv --excel pillars",
                "cnd pillars --data=x -fcsv -f csv --excel",
            ),
            ("cnd --sort -name pillars", "cnd pillars --sort -name"),
            ("cnd --data x", "cnd --data x"),
            ("cnd --data x new -o y agency --name A", "cnd new agency --data x -o y --name A"),
            ("cnd", "cnd"),
            ("cnd --agency x pillars", "cnd --agency x pillars"),
            ("cnd --help pillars", "cnd --help pillars"),
            ("cnd --data x help pillars", "cnd --data x help pillars"),
            ("cnd -- pillars", "cnd -- pillars"),
            ("cnd - pillars", "cnd - pillars"),
        ] {
            assert_eq!(moved(given), expected);
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        let mut command = Cli::command();
        command.build();
        command.debug_assert();
    }
}
