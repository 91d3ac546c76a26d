//! `cnd man`

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::query::Error;

use super::output::Output;
use super::terminal::visible_lines;
use super::{counted, file};

/// The page is written to standard output: `cnd man programmes | man -l -` shows it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd man
  cnd man programmes
  cnd man --all man1")]
pub struct ManArgs {
    /// The command whose page to print [default: cnd itself]
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub all: Option<PathBuf>,
}

pub fn run(args: &ManArgs) -> Result<()> {
    let mut program = Cli::command();
    program.build();
    if let Some(folder) = &args.all {
        let cannot = || format!("cannot write {}", folder.display());
        fs::create_dir_all(folder).with_context(cannot)?;
        let commands = commands(&program);
        for command in &commands {
            let (man, mut page) = (page_of(command), Vec::new());
            man.render(&mut page)?;
            let path = folder.join(man.get_filename());
            file::replace(&path, false, &mut |out| out.write_all(&page)).with_context(cannot)?;
        }
        let pages = counted(commands.len(), "page");
        super::say(&visible_lines(&format!("wrote {pages} into {}\n", folder.display())));
        return Ok(());
    }
    let command = match &args.command {
        None => &program,
        Some(name) => {
            let wanted = name.replace(' ', "-");
            let found = commands(&program).into_iter().find(|command| name_of(command) == wanted);
            found.ok_or_else(|| {
                let names = names(&program);
                Error::unknown("command", name, names.iter().map(String::as_str))
                    .or_help(|| "`cnd --help` lists them".to_owned())
            })?
        }
    };
    let mut page = Vec::new();
    page_of(command).render(&mut page)?;
    Output::default().plain(&String::from_utf8_lossy(&page))
}

/// A command with all those below it.
fn commands(command: &Command) -> Vec<&Command> {
    let own = command.get_subcommands().filter(|command| command.get_name() != "help");
    [command].into_iter().chain(own.flat_map(commands)).collect()
}

/// What a command is called as a page: `new-report`, and nothing for the program itself.
fn name_of(command: &Command) -> &str {
    let name = command.get_display_name().unwrap_or_default();
    name.strip_prefix("cnd-").unwrap_or_default()
}

/// The commands below this one that have a page.
pub fn names(program: &Command) -> Vec<String> {
    commands(program).into_iter().skip(1).map(|command| name_of(command).to_owned()).collect()
}

/// The page of a command, with the version of the program at its foot.
fn page_of(command: &Command) -> Man {
    Man::new(command.clone()).source(concat!("cnd ", env!("CARGO_PKG_VERSION")))
}
