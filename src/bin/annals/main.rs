//! The command `annals`: draws a table of dated events as a timeline.
//!
//! It is a program, and in the package of another host a library of that name, by the same sources:
//! [`command`] is the whole of it, the rest of its public items its parts between arguments and
//! figure.

mod args;
mod codes;
mod completion;
mod composed;
mod config;
mod date_table;
mod dates;
mod draft;
mod draft_args;
mod drawings;
mod embed;
mod example;
mod files;
mod fonts;
mod inputs;
mod json_messages;
mod manual;
#[cfg(feature = "mcp")]
mod mcp;
#[cfg(feature = "mcp")]
mod mcp_args;
mod mend;
mod open;
mod pages;
mod panics;
mod print;
mod progress;
mod report;
mod run;
mod schema;
mod summary;
mod usage;
mod watch;

pub use composed::{Composed, TableFile, TableSource, composed};
pub use config::{options_file, settings_of};
pub use drawings::format_of;
pub use files::{Output, Target, distinct, save_all};
pub use progress::Progress;

use annals::Error;
use args::{Args, MessageForm};
use clap::{CommandFactory, Parser};
use panics::Outcome;
use report::Report;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

#[allow(dead_code, reason = "a library has none")]
fn main() -> ExitCode {
    ExitCode::from(command(std::env::args_os().collect()))
}

/// Does what is typed, the name of the command first, and returns the exit code.
pub fn command(typed: Vec<OsString>) -> u8 {
    outlive_limits();
    let args = match Args::try_parse_from(&typed) {
        Ok(args) => args,
        Err(error) => {
            let code = error.exit_code() as u8;
            let error = usage::shown(error, typed.iter().cloned());
            if error.use_stderr() && usage::asks_for_json(&typed) {
                print(json_messages::usage(&error));
            } else {
                // Nothing can be printed on a closed stream.
                let _ = error.print();
            }
            return code;
        }
    };
    if args.needs_table() && args.files.is_empty() && io::stdin().is_terminal() {
        print(Args::command().render_help());
        return 2;
    }
    let report = Report::of(io::stderr().is_terminal(), |name| std::env::var_os(name));
    if args.watch {
        let once = || told(&args, report, panics::caught(|| run::run(&args))) == 0;
        let watched = watch::watch(&args, &once).map(|()| Vec::new());
        return told(&args, report, watched.map_err(|error| vec![error]));
    }
    told(&args, report, panics::caught(|| run::run(&args)))
}

/// Prints what a run has given, and says its exit code: that of the gravest error.
fn told(args: &Args, report: Report, outcome: Outcome) -> u8 {
    let is_json = args.messages == MessageForm::Json;
    let (notes, errors) = match outcome {
        Ok(notes) => (notes, Vec::new()),
        Err(errors) => (Vec::new(), errors),
    };
    for note in &notes {
        print(if is_json { json_messages::note(note) } else { report.note(note) });
    }
    for error in &errors {
        print(if is_json { json_messages::error(error) } else { report.error(error) });
    }
    errors.iter().map(exit_code).max().unwrap_or(0)
}

/// Lets a write beyond the limit of a file's size fail as a full disk does, where a signal would end
/// the process and leave a half-written file.
fn outlive_limits() {
    #[cfg(unix)]
    {
        let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        // Without it the process ends as most do.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, flag);
    }
}

/// 1 for the table and for notes, 2 for options, 3 for the system and the program itself.
fn exit_code(error: &Error) -> u8 {
    match error {
        Error::Data(_) | Error::Notes(_) => 1,
        Error::Options(_) => 2,
        _ => 3,
    }
}

/// Prints on standard error, if it is open.
fn print(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}
