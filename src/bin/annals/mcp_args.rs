//! The arguments of the verb `mcp`.

use std::path::PathBuf;

/// Serve the tools check, mend, draw, draft and explain_dates to a program that speaks the Model
/// Context Protocol
///
/// It is started by that program and listens on standard input. Tables are given as text. No file is
/// read but fonts of the system where they are asked for, and none written but pictures below --dir
/// where a call of draw names one.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct McpArgs {
    /// Folder that pictures may be written into [default: none are written]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) dir: Option<PathBuf>,
}
