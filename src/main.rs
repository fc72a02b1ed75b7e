//! The command `annals`.

use annals::cli::{Args, run};
use clap::{CommandFactory, Parser};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Nothing can be said about a closed stream.
            let _ = error.print();
            return ExitCode::from(error.exit_code() as u8);
        }
    };
    if args.file.is_none() && io::stdin().is_terminal() {
        tell(Args::command().render_help());
        return ExitCode::from(2);
    }
    match run(args) {
        Ok(notes) => {
            notes.iter().for_each(|note| tell(format_args!("annals: {note}")));
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&error);
            ExitCode::from(error.exit_code())
        }
    }
}

/// Says something on standard error, if anybody listens there.
fn tell(words: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{words}");
}
