//! The command line as it is typed.

use crate::codes;
use crate::draft_args::DraftArgs;
use crate::embed::Document;
use crate::example::ExampleKind;
#[cfg(feature = "mcp")]
use crate::mcp_args::McpArgs;
use crate::schema::SchemaKind;
use annals::Format;
use annals::host::{meant, nearest};
use annals::settings::Settings;
use clap_complete::Shell;
use std::path::PathBuf;

/// Draw a table of dated events as a timeline, ready for print
///
/// The table is a CSV file or a workbook (.xlsx, .ods, .xls) with a header row, JSON, a table in
/// Markdown, HTML, AsciiDoc, LaTeX or a wiki, a calendar in iCalendar, a timeline or gantt of Mermaid, or
/// a list of dated lines (1957: Sputnik 1). It needs a date column and a title column, unless its form
/// says which is which. Every option below "Printing" can also be set in a TOML file next to the table,
/// with the same name before its extension.
#[derive(Clone, Debug, clap::Parser)]
#[command(version, name = "annals", after_help = EXAMPLES, after_long_help = MORE, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// What to do besides drawing
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
    /// Tables to read, which are drawn as one figure; - for standard input; or one file of figures,
    /// such as report.toml, with a table [figure.NAME] for each
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", help = output_help())]
    pub(crate) output: Vec<PathBuf>,
    #[arg(short, long, value_name = "FORMAT", value_parser = format, help = format_help())]
    pub(crate) format: Option<Format>,
    /// Options file in TOML [default: the first FILE with the extension .toml, if it exists]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    /// Read no options file
    #[arg(long)]
    pub(crate) no_config: bool,
    /// Draw anew whenever a file that is read has changed, until Ctrl-C
    ///
    /// Files are looked at five times a second: tables, the options file, the custom theme and fonts. While
    /// one is at fault, its errors are shown and the last pictures stay.
    #[arg(long, conflicts_with_all = ["snippet", "alt", "report", "explain_dates"])]
    pub(crate) watch: bool,
    /// Check the table and the options without writing anything
    ///
    /// The figure is laid out as usual, so that every error and note is reported, but no output is
    /// written.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) check: bool,
    /// Write a copy of the table in which the errors are mended whose remedy is certain
    ///
    /// Every other byte is kept, and nothing is drawn. Notes say what was mended and what is left;
    /// where nothing is certain, the errors are printed and nothing is written.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "check", "alt", "snippet", "explain_dates"], help_heading = PRINTING)]
    pub(crate) fix: Option<PathBuf>,
    /// Print how each date cell was read, and draw nothing: text, aligned to be read (default on a
    /// terminal), or json, one object per line (default elsewhere)
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, hide_possible_values = true, value_name = "FORM", conflicts_with = "output", help_heading = PRINTING)]
    pub(crate) explain_dates: Option<Option<MessageForm>>,
    /// Print a description of the figure
    ///
    /// It says how many events there are, from when to when, and where they cluster. The same text
    /// is the text alternative in SVG and PDF files, unless --alt-text replaces it. Files named by
    /// -o are written too.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) alt: bool,
    /// Print what can be judged of the figure without looking at it: form, size, events drawn and
    /// named, fonts, notes, as json; also with --check
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORM", conflicts_with_all = ["alt", "snippet", "fix", "explain_dates"], help_heading = PRINTING)]
    pub(crate) report: Option<ReportForm>,
    /// Print the JSON Schema of options (an options file), style (a custom theme), table (a table in
    /// JSON), messages (--messages json) or report (--report json)
    #[arg(long, value_enum, exclusive = true, hide_possible_values = true, value_name = "KIND", help_heading = PRINTING)]
    pub(crate) schema: Option<SchemaKind>,
    /// Print the lines that embed the picture just written in a document
    ///
    /// They hold the description of the figure and, where it would not keep it by itself, its width.
    /// A dark variant is included if there is one beside it, a file of the same name with -dark before
    /// the extension. html-inline prints the figure itself as a part of a page, so that its links can
    /// be followed.
    #[arg(long, value_name = "DOCUMENT", conflicts_with = "alt", help_heading = PRINTING)]
    pub(crate) snippet: Option<Document>,
    /// How to print errors and notes: text (default) or json, one object per line with a code
    #[arg(long, global = true, value_enum, default_value = "text", hide_default_value = true, hide_possible_values = true, value_name = "FORM", help_heading = PRINTING)]
    pub(crate) messages: MessageForm,
    /// Print what the code of an error or note means, such as E012; all for all of them
    #[arg(long, exclusive = true, value_name = "CODE", value_parser = explained, help_heading = PRINTING)]
    pub(crate) explain: Option<String>,
    /// Print a small table to begin with, as CSV or as a workbook: annals --example > events.csv, annals
    /// --example workbook > events.xlsx
    #[arg(long, exclusive = true, num_args = 0..=1, default_missing_value = "csv", value_name = "KIND", help_heading = PRINTING)]
    pub(crate) example: Option<ExampleKind>,
    /// Print the completion script for a shell
    #[arg(long, value_name = "SHELL", exclusive = true, help_heading = PRINTING)]
    pub(crate) completions: Option<Shell>,
    /// Print the manual page
    #[arg(long, exclusive = true, help_heading = PRINTING)]
    pub(crate) man: bool,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

/// How errors and notes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum MessageForm {
    /// As sentences.
    Text,
    /// As JSON, one object per line.
    Json,
}

/// How the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ReportForm {
    /// As JSON.
    Json,
}

/// What a code means, as it is printed.
fn explained(text: &str) -> Result<String, String> {
    codes::explained(text)
}

/// What the command does besides drawing.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum Verb {
    Draft(DraftArgs),
    #[cfg(feature = "mcp")]
    Mcp(McpArgs),
}

impl Args {
    /// Whether a table is needed for what is asked.
    pub(crate) fn needs_table(&self) -> bool {
        let is_printed =
            self.completions.is_some() || self.explain.is_some() || self.schema.is_some();
        self.verb.is_none() && !is_printed && !self.man && self.example.is_none()
    }
}

const PRINTING: &str = "Printing";

const EXAMPLES: &str = "Examples:
  annals events.csv -o events.svg
  annals events.csv -o events.png -o events.pdf --width 165mm --title \"What happened\"
  grep -v Draft events.csv | annals - --from 2009 --to 2021 > events.svg
  annals draft article.txt > events.csv

Exit codes: 0 success, 1 error in the table, 2 error in the options, 3 system or internal error.
Use --help for details.";

const MORE: &str = "Examples:
  annals events.csv > events.svg
      Write an SVG to standard output; messages go to standard error
  annals events.csv -o events.svg -o events.png -o events.pdf
      Write the same figure in three formats
  annals events.csv -o events.pdf --size column --title \"What happened\" --source \"Own research\"
      Fit the column of a journal
  annals events.csv --check --strict
      Check the table only, and treat notes as errors
  annals plan.xlsx --sheet Plan -o plan.svg
      Read a sheet of a workbook
  annals old.csv --encoding windows-1252 --date-order dmy --column date=Datum -o old.svg
      Read an older spreadsheet
  annals events.csv -o events.svg --snippet md
      Write a picture and print the Markdown that shows it
  grep -v Draft events.csv | annals - --from 2009 --to 2021 -f png > events.png
      Use it in a pipeline
  annals draft article.txt > events.csv
      Write a table of the dates in an article, to be corrected and drawn
  annals --completions bash > ~/.local/share/bash-completion/completions/annals
  annals --man > ~/.local/share/man/man1/annals.1
      Install completions and the manual page

Exit codes:
  0  success
  1  error in the table, or notes with --strict
  2  error in the options
  3  system error or internal error
  Unless the exit code is 0, nothing was written.

Environment:
  NO_COLOR  if set and not empty, messages are not coloured; they are coloured on terminals only";

fn output_help() -> String {
    format!(
        "Picture to write, in the format of its extension: {}; may be repeated; - for standard \
         output; '{{stem}}.svg' for a figure of each table by its name",
        Format::choice(".")
    )
}

fn format_help() -> String {
    let choice = Format::choice("").replacen("svg", "svg (default)", 1);
    format!("Format for standard output, pipes and devices: {choice}")
}

fn format(text: &str) -> Result<Format, String> {
    Format::from_name(text).ok_or_else(|| {
        let names = Format::ALL.iter().map(|format| format.name());
        let near = meant(nearest(names, &[&text.to_lowercase()]));
        format!("unknown format{near}; choose {}", Format::choice(""))
    })
}
