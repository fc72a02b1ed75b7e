//! Text for standard output.

use crate::files::{Output, Target, save_all};
use crate::{completion, manual};
use annals::host::readable;
use annals::{Result, is_hidden};
use clap_complete::Shell;

/// Prints `words` without what does something to a terminal, as the files have them; a reader that
/// has seen enough and left is content.
pub(crate) fn print(words: &str) -> Result<()> {
    let words = readable(words).replace('\r', "");
    save_all(&[Output { target: Target::Stdout, bytes: words.into() }])
}

/// A text in JSON with every character that must be seen, or would do something to a terminal, by
/// its number, which programs read back as the character.
pub(crate) fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match is_hidden(c) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

/// Prints the completions of a shell.
pub(crate) fn completions(shell: Shell) -> Result<()> {
    save_all(&[Output { target: Target::Stdout, bytes: completion::script(shell) }])
}

/// Prints the manual page.
pub(crate) fn manual() -> Result<()> {
    save_all(&[Output { target: Target::Stdout, bytes: manual::page()? }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_of_json_are_told_by_number() {
        let cell = "\u{1b}[2J\u{9b}\u{7f}\u{202E}\u{2028}\u{85} é";
        let line = json(&serde_json::to_string(cell).expect("a text"));
        assert_eq!(line, r#""\u001b[2J\u009b\u007f\u202e\u2028\u0085 é""#);
        assert_eq!(serde_json::from_str::<String>(&line).expect("a text"), cell);
    }
}
