//! The help, the manual page and the completions.

#![cfg(unix)]

use crate::shell::{folder, printed};
use annals::Format;
use annals::options::Locale;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn completions_and_the_manual_know_every_option() {
    let folder = folder("completions");
    let (help, _) = printed(&folder, "\"$A\" --help", 0);
    let words = help.split_whitespace().map(|word| word.trim_end_matches([',', ']', ';']));
    let is_flag = |word: &&str| {
        let name = word.strip_prefix("--").unwrap_or_default();
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    let flags: Vec<&str> = words.filter(is_flag).collect();
    assert!(flags.len() > 30, "{flags:?}");
    let (manual, _) = printed(&folder, "\"$A\" --man", 0);
    let manual = manual.replace("\\-", "-");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (script, _) = printed(&folder, &format!("\"$A\" --completions {shell}"), 0);
        for flag in &flags {
            let name = if shell == "fish" { flag.trim_start_matches('-') } else { flag };
            assert!(script.contains(name), "{shell}: {flag}");
            assert!(manual.contains(flag), "manual: {flag}");
        }
    }
    let bash = "\"$A\" --completions bash > annals.bash && bash -n annals.bash";
    printed(&folder, bash, 0);
}

/// The first paragraph of the description of an option.
fn of_option<'h>(help: &'h str, option: &str) -> &'h str {
    let (_, after) = help.split_once(&format!("  {option} ")).unwrap();
    after.split("\n\n").next().unwrap()
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|other| other == word)
}

#[test]
fn every_language_is_named_and_counted() {
    let folder = folder("help-languages");
    let codes = Locale::ALL.map(|(_, code)| code);
    let languages: BTreeSet<&str> =
        codes.iter().map(|code| code.split('-').next().unwrap()).collect();
    let (help, _) = printed(&folder, "\"$A\" --help", 0);
    for code in codes.into_iter().filter(|code| *code != "en") {
        assert!(has_word(of_option(&help, "    --locale"), code), "{code}");
    }
    let (help, _) = printed(&folder, "\"$A\" draft --help", 0);
    for code in &languages {
        assert!(has_word(of_option(&help, "    --locale"), code), "draft: {code}");
    }
    let (manual, _) = printed(&folder, "\"$A\" --man", 0);
    let others = format!("{} other languages", languages.len() - 1);
    assert!(manual.contains(&others));
    assert!(include_str!("../../docs/tables.md").contains(&others));
    assert!(include_str!("../../README.md").contains(&format!("in {} languages", languages.len())));
}

#[test]
fn help_is_short_or_long_and_has_examples() {
    let folder = folder("help");
    let (short, _) = printed(&folder, "\"$A\" -h", 0);
    let (long, _) = printed(&folder, "\"$A\" --help", 0);
    assert!(short.lines().count() < long.lines().count());
    assert!(short.contains("Examples:") && short.contains("Exit codes:"));
    for option in ["-o, --output", "-f, --format"] {
        let described = of_option(&long, option);
        for format in Format::ALL.map(Format::name) {
            assert!(has_word(described, format), "{option} names {format}: {described}");
        }
    }
    for part in ["Examples:", "--snippet md", "Exit codes:", "NO_COLOR"] {
        assert!(long.contains(part), "{part}");
    }
    // What the long help shows as an example is a command line that is understood.
    folder.file("events.csv", "date,title,Datum\n2010,A,3/4/2010\n2012,B,5/4/2012\n");
    fs::copy(folder.0.join("events.csv"), folder.0.join("old.csv")).unwrap();
    folder.file("article.txt", "The war ended in 1918.\n");
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/workbooks/sheets.xlsx");
    fs::copy(workbook, folder.0.join("plan.xlsx")).unwrap();
    let examples = long.lines().filter_map(|line| line.strip_prefix("  annals "));
    let mut tried = 0;
    for example in examples.filter(|line| !line.contains("--man ") && !line.contains("--strict")) {
        printed(
            &folder,
            &format!(
                "\"$A\" {}",
                example.replace("~/.local/share", ".").replace("bash-completion/completions/", "")
            ),
            0,
        );
        tried += 1;
    }
    assert!(tried >= 6, "{tried} examples");
}
