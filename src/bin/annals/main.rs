//! The command `annals`.

use annals::Error;
use annals::cli::{Args, Ink, run};
use clap::{CommandFactory, Parser};
use std::io::{self, IsTerminal, Write};
use std::panic::AssertUnwindSafe;
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
    if args.needs_table() && args.file.is_none() && io::stdin().is_terminal() {
        tell(Args::command().render_help());
        return ExitCode::from(2);
    }
    // A fault of the program is told like any other, and nothing has been written then.
    std::panic::set_hook(Box::new(|_| ()));
    // The arguments go with the call, and nothing of it is looked at afterwards.
    let done = std::panic::catch_unwind(AssertUnwindSafe(|| run(args)));
    let ink = Ink::of(io::stderr().is_terminal(), |name| std::env::var_os(name));
    match done.unwrap_or_else(|_| Err(Error::internal("it lost its way"))) {
        Ok(notes) => {
            notes.iter().for_each(|note| tell(ink.note(note)));
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(ink.error(&error));
            ExitCode::from(exit_code(&error))
        }
    }
}

/// 1 for the table or notes, 2 for the options, 3 for the system and the program itself.
fn exit_code(error: &Error) -> u8 {
    match error {
        Error::Data(_) | Error::Notes(_) => 1,
        Error::Options(_) => 2,
        _ => 3,
    }
}

/// Says something on standard error, if anybody listens there.
fn tell(words: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{words}");
}
