//! `cnd man`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::query::Error;

/// The page is written to standard output: `cnd man programmes | man -l -` shows it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cnd man
  cnd man programmes
  cnd man --all man1")]
pub struct ManArgs {
    /// The command whose page to print; the page of the program if there is none
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
        return pages(&program, folder).with_context(cannot);
    }
    let command = match &args.command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| {
            let names = program.get_subcommands().map(Command::get_name);
            Error::unknown("command", name, names).or_help(|| "`cnd --help` lists them".to_owned())
        })?,
    };
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    let mut out = io::stdout().lock();
    out.write_all(&page).and_then(|()| out.flush()).context("cannot write to standard output")
}

/// Writes the page of a command and those of its own commands.
fn pages(command: &Command, folder: &Path) -> io::Result<()> {
    Man::new(command.clone()).generate_to(folder)?;
    let mut own = command.get_subcommands().filter(|command| command.get_name() != "help");
    own.try_for_each(|command| pages(command, folder))
}
