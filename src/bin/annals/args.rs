//! The command line as it is typed.

use super::snippet::Snippet;
use crate::error::{meant, nearest};
use crate::options::Options;
use crate::read::Role;
use crate::render::Format;
use clap_complete::Shell;
use std::path::PathBuf;

/// Draws a table of dated events as a timeline, ready for print.
///
/// The table is CSV with a header; it needs a column `date` and a column `title`. Title, subtitle
/// and source may also stand in a TOML file beside it, under the same name.
#[derive(Clone, Debug, clap::Parser)]
#[command(version, name = "annals", after_help = EXAMPLES, after_long_help = MORE, max_term_width = 100)]
pub struct Args {
    /// The table; - is standard input
    pub file: Option<PathBuf>,
    /// Pictures to write
    #[arg(short, long, value_name = "FILE", help = output_help())]
    pub output: Vec<PathBuf>,
    /// Format of standard output, pipes and devices
    #[arg(short, long, value_name = "FORMAT", value_parser = format, help = format_help())]
    pub format: Option<Format>,
    /// File of options in TOML, named as here [default: FILE with .toml, if there is one]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Read no file of options
    #[arg(long)]
    pub no_config: bool,
    /// Header of a column: date=Released, title=Product; may be repeated
    #[arg(long, value_name = "ROLE=HEADER", value_parser = column)]
    pub column: Vec<(Role, String)>,
    /// Check the table and the options, and write nothing
    ///
    /// Everything is read and placed, so that every fault and every note is told; the outputs
    /// are left as they are.
    #[arg(long, help_heading = WORDS)]
    pub check: bool,
    /// Draw nothing and print what each date cell is taken for, a JSON object a line
    #[arg(long, conflicts_with = "output", help_heading = WORDS)]
    pub explain_dates: bool,
    /// Print the figure in words: how many events, from when to when, where they crowd
    ///
    /// The same words are in the SVG and the PDF for readers who cannot see them, unless
    /// --alt-text gives others. Outputs named by -o are written too.
    #[arg(long, help_heading = WORDS)]
    pub alt: bool,
    /// Print the lines that embed the picture just written in a document
    ///
    /// With its words, its physical width, and the dark variant if a file of the same name with
    /// -dark at its end stands beside it.
    #[arg(long, value_name = "KIND", requires = "output", conflicts_with = "alt", help_heading = WORDS)]
    pub snippet: Option<Snippet>,
    /// Print the completions of a shell
    #[arg(long, value_name = "SHELL", exclusive = true, help_heading = WORDS)]
    pub completions: Option<Shell>,
    /// Print the manual page
    #[arg(long, exclusive = true, help_heading = WORDS)]
    pub man: bool,
    /// Choices for the figure.
    #[command(flatten, next_help_heading = "Figure (each may stand in the file of options)")]
    pub options: Options,
}

impl Args {
    /// Whether a table is needed for what is asked.
    pub fn needs_table(&self) -> bool {
        self.completions.is_none() && !self.man
    }
}

const WORDS: &str = "Words";

const EXAMPLES: &str = "Examples:
  annals events.csv -o events.svg
  annals events.csv -o events.png -o events.pdf --width 165mm --title \"What happened\"
  sort events.csv | annals - --from 2009 --to 2021 > events.svg

Exit codes: 0 drawn, 1 the table is at fault, 2 the command line, 3 the system.
--help tells more than -h.";

const MORE: &str = "Examples:
  annals events.csv > events.svg
      The picture to standard output; words go to standard error
  annals events.csv -o events.svg -o events.png -o events.pdf
      Three formats of the same figure
  annals events.csv -o events.pdf --size column --title \"What happened\" --source \"Own research\"
      For a column of a journal
  annals events.csv --check --strict
      Only check it; notes are faults too
  annals old.csv --encoding windows-1252 --date-order dmy --column date=Datum -o old.svg
      A spreadsheet of older days
  annals events.csv -o events.svg --snippet md
      Write it, and print the line that shows it in Markdown
  sort events.csv | annals - --from 2009 --to 2021 -f png > events.png
      Through pipes
  annals --completions bash > ~/.local/share/bash-completion/completions/annals
  annals --man > ~/.local/share/man/man1/annals.1
      At home on the system

Exit codes:
  0  drawn
  1  the table is at fault, or there are notes under --strict
  2  the command line is at fault
  3  the system is, or the program itself
  Unless it is 0, nothing was written.

Environment:
  NO_COLOR  if not empty, messages have no colour; they have none outside of terminals";

fn output_help() -> String {
    let named = Format::choice(".");
    format!("Picture to write, named {named}; may be repeated; - is standard output")
}

fn format_help() -> String {
    let choice = Format::choice("");
    format!("Format of standard output, pipes and devices: {choice} [default: svg]")
}

fn format(text: &str) -> Result<Format, String> {
    Format::from_name(text).ok_or_else(|| {
        let names = Format::ALL.iter().map(|format| format.name());
        let near = meant(nearest(names, &[&text.to_lowercase()]));
        format!("there is no such format{near}; choose {}", Format::choice(""))
    })
}

fn column(text: &str) -> Result<(Role, String), String> {
    let (role, header) = text.split_once('=').ok_or("write ROLE=HEADER, as date=Released")?;
    Ok((Role::from_name(role)?, header.to_owned()))
}
