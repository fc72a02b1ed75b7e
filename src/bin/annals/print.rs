//! Text for standard output.

use crate::args::Args;
use crate::files::{Output, Target, save_all};
use annals::{Error, Result};
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints `words`; a reader that has seen enough and left is content.
pub(crate) fn print(words: &str) -> Result<()> {
    save_all(&[Output { target: Target::Stdout, bytes: words.into() }])
}

/// Prints the completions of a shell.
pub(crate) fn completions(shell: Shell) -> Result<()> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "annals", &mut bytes);
    save_all(&[Output { target: Target::Stdout, bytes }])
}

/// Prints the manual page.
pub(crate) fn manual() -> Result<()> {
    let mut bytes = Vec::new();
    let page = clap_mangen::Man::new(Args::command());
    page.render(&mut bytes).map_err(|error| Error::internal(error.to_string()))?;
    save_all(&[Output { target: Target::Stdout, bytes }])
}
