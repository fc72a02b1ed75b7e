//! What the codes of errors and notes mean, each with an example that raises it.

mod dates;
mod figures;
mod files;
mod notes;
mod options;
mod tables;

use annals::Code;

/// What raises a code: files, and the command that reads them.
#[derive(Clone, Copy)]
struct Example {
    code: Code,
    files: &'static [(&'static str, &'static str)],
    /// A line for a shell; empty if none raises the code for certain.
    command: &'static str,
}

/// The command of most examples.
const CHECK: &str = "annals events.csv --check";

/// A table that raises a code when it is checked; of most the whole example.
macro_rules! example {
    ($code:ident, $table:literal) => {
        $crate::codes::Example {
            code: annals::Code::$code,
            files: &[("events.csv", $table)],
            command: $crate::codes::CHECK,
        }
    };
    ($code:ident, $table:literal, $command:literal) => {
        $crate::codes::Example {
            code: annals::Code::$code,
            files: &[("events.csv", $table)],
            command: $command,
        }
    };
    ($code:ident, [$($file:literal = $text:literal),*], $command:literal) => {
        $crate::codes::Example {
            code: annals::Code::$code,
            files: &[$(($file, $text)),*],
            command: $command,
        }
    };
}
use example;

fn of(code: Code) -> Option<&'static Example> {
    let all = [tables::ALL, dates::ALL, options::ALL, figures::ALL, files::ALL, notes::ALL];
    all.into_iter().flatten().find(|example| example.code == code)
}

/// What a code means, as it is printed, with its example; all codes in a line each for "all".
pub(crate) fn explained(text: &str) -> Result<String, String> {
    let line = |code: Code| format!("{} {}: {}\n", code.id(), code.name(), code.meaning());
    if text.trim().eq_ignore_ascii_case("all") {
        return Ok(Code::ALL.iter().copied().map(line).collect());
    }
    let Some(code) = Code::named(text) else {
        let message = "there is no such code; choose one that --explain all lists, such as E012";
        return Err(message.into());
    };
    Ok(line(code) + &of(code).map_or(String::new(), shown))
}

/// An example: each file with its lines set in, and the command.
fn shown(example: &Example) -> String {
    let mut text = String::new();
    if example.command.is_empty() {
        return text;
    }
    text.push_str("\nFor example:\n");
    for (name, lines) in example.files {
        text.push_str(&format!("  {name}:\n"));
        lines.lines().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text + &format!("  $ {}\n", example.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_an_example() {
        let without: Vec<&Code> = Code::ALL.iter().filter(|code| of(**code).is_none()).collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
