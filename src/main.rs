//! The command `cnd`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cnd_tracker::main()
}
