//! The command line as it is typed.

use crate::options::Options;
use crate::read::Role;
use crate::write::Format;
use std::path::PathBuf;

/// Draws a table of dated events as a timeline, ready for print.
///
/// The table is CSV with a header; it needs a column `date` and a column `title`. Title, subtitle
/// and source may also stand in a TOML file beside it, under the same name.
#[derive(Clone, Debug, clap::Parser)]
#[command(version, name = "annals", after_help = EXAMPLES, max_term_width = 100)]
pub struct Args {
    /// The table; - is standard input
    pub file: Option<PathBuf>,
    /// Picture to write, named .svg, .png or .pdf; may be repeated; - is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Format of standard output: svg (default), png, pdf
    #[arg(short, long, value_name = "FORMAT", value_parser = format)]
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
    /// Draw nothing and print what each date cell is taken for, a JSON object a line
    #[arg(long, conflicts_with = "output")]
    pub explain_dates: bool,
    /// Choices for the figure.
    #[command(flatten)]
    pub options: Options,
}

const EXAMPLES: &str = "Examples:
  annals events.csv -o events.svg
  annals events.csv -o events.png -o events.pdf --width 165mm --title \"What happened\"
  sort events.csv | annals - --from 2009 --to 2021 > events.svg

Exit codes: 0 drawn, 1 the table is at fault, 2 the command line, 3 the system.";

fn format(text: &str) -> Result<Format, String> {
    Format::from_name(text).ok_or_else(|| "there is no such format; choose svg, png or pdf".into())
}

fn column(text: &str) -> Result<(Role, String), String> {
    let (role, header) = text.split_once('=').ok_or("write ROLE=HEADER, as date=Released")?;
    Ok((Role::from_name(role)?, header.to_owned()))
}
