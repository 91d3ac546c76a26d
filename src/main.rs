//! The command `cnd`: parse, run, exit code.

use std::process::ExitCode;

use clap::Parser;

use cnd_tracker::cli::{Cli, options_last};
use cnd_tracker::command;

fn main() -> ExitCode {
    if command::completes() {
        return ExitCode::SUCCESS;
    }
    match Cli::try_parse_from(options_last(std::env::args_os())) {
        Ok(cli) => command::run(&cli),
        Err(message) => command::explain(message),
    }
}
