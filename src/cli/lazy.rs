//! Arguments that are built only when needed.

use std::ops::Deref;

use clap::builder::{Resettable, StyledStr};
use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::asked::{Asked, asked};

/// The arguments of a command, and behind them the options that others take as well, built only when that command is
/// given: to build those of all commands would be a good part of a short run.
#[derive(Debug)]
pub struct Lazy<T, O = ()> {
    args: T,
    /// What was asked with the arguments of the command itself.
    pub asked: Asked,
    /// What others take as well.
    pub options: O,
}

impl<T, O> Deref for Lazy<T, O> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.args
    }
}

impl<T: Args, O: FromArgMatches> FromArgMatches for Lazy<T, O> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let args = T::from_arg_matches(matches)?;
        let asked = asked(&T::augment_args(Command::new("")), matches);
        Ok(Self { args, asked, options: O::from_arg_matches(matches)? })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.args.update_from_arg_matches(matches)?;
        self.asked = asked(&T::augment_args(Command::new("")), matches);
        self.options.update_from_arg_matches(matches)
    }
}

impl<T: Args, O: Args> Args for Lazy<T, O> {
    /// The list of commands has the first line of the help; what else there is to say stands at the arguments.
    fn augment_args(command: Command) -> Command {
        command.defer(|command| {
            let about = command.get_about().cloned().unwrap_or_default();
            let command = T::augment_args(command);
            let details = command.get_long_about().or(command.get_about()).cloned();
            let long =
                details.map_or_else(|| about.to_string(), |more| format!("{about}\n\n{more}"));
            // The options have a description of their own, which is none of the command.
            O::augment_args(command)
                .about(Resettable::Value(about))
                .long_about(Resettable::Value(StyledStr::from(long)))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}
