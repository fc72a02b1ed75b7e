//! Errors of the command line as they are shown: what was typed does nothing to the terminal.

use crate::args::Args;
use crate::report::visible;
use clap::Parser;
use clap::error::{ContextKind, ContextValue};
use std::ffi::OsString;

/// Characters of a value that an error shows.
const SHOWN: usize = 200;

/// `error`, which parsing `typed` gave, in words of the arguments with everything hidden in them
/// escaped, and cut where they are long.
pub(crate) fn shown(error: clap::Error, typed: impl Iterator<Item = OsString>) -> clap::Error {
    if !error.use_stderr() {
        return error;
    }
    let escaped =
        |arg: OsString| OsString::from(visible(&arg.to_string_lossy()).replace('\n', "\\n"));
    // An argument that is refused is refused in its escaped form, too: no value that is checked has
    // anything hidden in it.
    let mut error = Args::try_parse_from(typed.map(escaped)).err().unwrap_or(error);
    for kind in [ContextKind::InvalidValue, ContextKind::InvalidArg] {
        if let Some(ContextValue::String(text)) = error.get(kind) {
            let cut = match text.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("{}…", &text[..end]),
                None => continue,
            };
            error.insert(kind, ContextValue::String(cut));
            // It would repeat the whole.
            error.remove(ContextKind::Suggested);
        }
    }
    error
}

/// Whether arguments that cannot be read ask for messages in JSON.
pub(crate) fn asks_for_json(typed: &[OsString]) -> bool {
    let is_pair = typed.windows(2).any(|pair| pair[0] == "--messages" && pair[1] == "json");
    is_pair || typed.iter().any(|arg| arg == "--messages=json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &[&str]) -> String {
        let typed: Vec<OsString> = ["annals"].iter().chain(typed).map(OsString::from).collect();
        let error = Args::try_parse_from(&typed).expect_err("a refusal");
        shown(error, typed.into_iter()).render().ansi().to_string()
    }

    #[test]
    fn nothing_that_was_typed_reaches_the_terminal() {
        let hidden = "a\u{1b}]0;b\u{7}\u{9b}\u{202E}\u{85}\r\nc";
        let options =
            ["--locale", "--width", "--today", "--category", "--era", "--dpi", "--format"];
        let values = options.map(|option| format!("{option}={hidden}"));
        let unknown = [format!("--{hidden}")];
        for typed in values.iter().chain(&unknown) {
            let told = told(&["t.csv", typed]);
            let hidden = told.replace("\u{1b}[", "").replace('\n', "");
            assert!(!hidden.contains(annals::is_hidden), "{told:?}");
            assert!(told.contains("\\u{1b}]0;b\\u{7}\\u{9b}\\u{202e}"), "{told:?}");
        }
    }

    #[test]
    fn what_is_long_is_cut() {
        for typed in
            [format!("--width={}", "x".repeat(100_000)), format!("--{}", "x".repeat(100_000))]
        {
            let told = told(&["t.csv", &typed]);
            assert!(told.len() < 2000, "{} bytes", told.len());
        }
    }
}
