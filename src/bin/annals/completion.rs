//! Completion scripts for shells, which offer the values of options, too.
//!
//! The command reads its options in its own words for what is wrong; only here are their values known to
//! the library that writes the scripts.

use crate::args::Args;
use annals::Format;
use annals::options::{
    Effort, LabelStyle, LaneRowRule, Legend, Locale, PdfFileVersion, PdfStandard, Preset, Scaling,
    Show, Sort, SvgText, Ticks, Weekday,
};
use clap::builder::PossibleValuesParser;
use clap::{Command, CommandFactory};
use clap_complete::Shell;

/// The completion script of a shell.
pub(crate) fn script(shell: Shell) -> Vec<u8> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command(), "annals", &mut bytes);
    bytes
}

/// The command with the values that its options take.
fn command() -> Command {
    let offered = values();
    Args::command().mut_args(|arg| {
        let name = arg.get_long().unwrap_or_default();
        match offered.iter().find(|(key, _)| *key == name) {
            Some((_, values)) => arg.value_parser(PossibleValuesParser::new(values.clone())),
            None => arg,
        }
    })
}

/// The names in a list of choices.
fn names<T>(all: &[(T, &'static str)]) -> Vec<&'static str> {
    all.iter().map(|(_, name)| *name).collect()
}

/// Roles of columns as --column begins.
const ROLES: [&str; 22] = [
    "date=",
    "end=",
    "title=",
    "description=",
    "category=",
    "lane=",
    "color=",
    "on=",
    "importance=",
    "url=",
    "when=",
    "count=",
    "kind=",
    "year=",
    "month=",
    "day=",
    "time=",
    "end-year=",
    "end-month=",
    "end-day=",
    "end-time=",
    "duration=",
];

/// Values that are offered for a flag.
type Offered = (&'static str, Vec<&'static str>);

/// Values to offer for options, by their flags; some take others, too.
fn values() -> Vec<Offered> {
    let some = SOME.iter().map(|(key, values)| (*key, values.to_vec()));
    listed().into_iter().chain(some).collect()
}

/// Those that the library lists.
fn listed() -> Vec<Offered> {
    vec![
        ("format", Format::ALL.iter().map(|format| format.name()).collect()),
        ("explain", annals::Code::ALL.iter().map(|code| code.id()).chain(["all"]).collect()),
        ("column", ROLES.to_vec()),
        ("locale", names(&Locale::ALL)),
        ("unit", names(&Ticks::ALL)),
        ("ticks", names(&Ticks::ALL)),
        ("size", names(&Preset::ALL)),
        ("style", names(&LabelStyle::ALL)),
        ("effort", names(&Effort::ALL)),
        ("week-start", names(&Weekday::ALL)),
        ("scale", names(&Scaling::ALL)),
        ("lane-rows", names(&LaneRowRule::ALL)),
        ("show", names(&Show::ALL)),
        ("sort", names(&Sort::ALL)),
        ("legend", names(&Legend::ALL)),
        ("svg-text", names(&SvgText::ALL)),
        ("pdf-standard", names(&PdfStandard::ALL)),
        ("pdf-version", names(&PdfFileVersion::ALL)),
    ]
}

/// Those that are words among others.
const SOME: [(&str, &[&str]); 16] = [
    ("date-order", &["dmy", "mdy", "ymd"]),
    ("date-notation", &["edtf"]),
    ("year-pairs", &["ranges", "months", "seasons"]),
    ("negative-years", &["bc", "iso"]),
    ("date-numbers", &["serial", "unix", "unix-ms", "years"]),
    ("midnight", &["day", "time"]),
    ("date-format", &["long", "short", "numeric"]),
    ("orientation", &["horizontal", "vertical"]),
    ("fold", &["auto", "1", "2", "3", "4", "5"]),
    ("fiscal-start", &["jan", "apr", "jul", "oct"]),
    ("encoding", &["utf-8", "utf-16le", "utf-16be", "windows-1252", "koi8-r", "shift_jis", "gbk"]),
    ("break", &["auto", "none"]),
    ("lane-order", &["start", "file", "name"]),
    ("theme", &["light", "dark", "print", "auto"]),
    ("background", &["none"]),
    ("dpi", &["96", "150", "288", "300", "600"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[test]
    fn every_value_that_is_offered_is_taken() {
        for (key, values) in values() {
            for value in values {
                // A role wants a header, which only the user knows.
                let header = if key == "column" { "Header" } else { "" };
                let option = format!("--{key}={value}{header}");
                let mut typed = vec!["annals", &option];
                typed.extend((key != "explain").then_some("t.csv"));
                assert!(Args::try_parse_from(typed).is_ok(), "{option}");
            }
        }
    }

    #[test]
    fn every_role_is_offered() {
        assert!(annals::Role::ALL.iter().map(|role| format!("{}=", role.name())).eq(ROLES));
    }

    #[test]
    fn scripts_offer_values() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Elvish, Shell::PowerShell] {
            let script = String::from_utf8(script(shell)).expect("text");
            let offered: &[&str] = match shell {
                // These offer flags alone.
                Shell::Elvish | Shell::PowerShell => &["--style", "svg-text"],
                _ => &["chronicle", "outlines", "windows-1252", "html-inline", "E007"],
            };
            assert!(offered.iter().all(|value| script.contains(value)), "{shell}");
        }
    }
}
