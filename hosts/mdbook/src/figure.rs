//! A figure drawn by the command `annals`, as HTML for a chapter.

use crate::fences::Fence;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Options of the command that are none of a figure.
const REFUSED: [&str; 18] = [
    "output",
    "format",
    "check",
    "fix",
    "explain-dates",
    "alt",
    "report",
    "schema",
    "snippet",
    "messages",
    "explain",
    "example",
    "completions",
    "man",
    "watch",
    "help",
    "version",
    "no-config",
];

/// The figure of a fenced table, in a chapter at `path` in `folder`.
///
/// # Errors
///
/// What is wrong, with the line of the chapter.
pub(crate) fn drawn(fence: &Fence, folder: &Path, path: &str) -> Result<String, String> {
    let placed = |fault: String| format!("{path}:{}: {fault}", fence.line);
    let mut options = options(fence.info).map_err(placed)?;
    let file = take(&mut options, "file");
    let caption = take(&mut options, "caption");
    if let Some((key, _)) = options.iter().find(|(key, _)| REFUSED.contains(&key.as_str())) {
        return Err(placed(format!("{key} is no option of a figure; leave it out")));
    }
    if file.is_some() && !fence.body.trim().is_empty() {
        return Err(placed("the figure has both a table and a file; leave one out".into()));
    }
    let program = std::env::var_os("ANNALS").unwrap_or_else(|| "annals".into());
    let mut command = Command::new(&program);
    command.args(options.iter().map(|(key, value)| format!("--{key}={value}")));
    // An argument that begins with a hyphen would be an option.
    command.arg("--").arg(file.as_deref().unwrap_or("-"));
    if folder.is_dir() {
        command.current_dir(folder);
    }
    let (svg, words) = output(&mut command, &fence.body).map_err(|error| {
        let program = program.display();
        placed(format!("the command {program} cannot be run ({error}); install annals, or name it in the variable ANNALS"))
    })?;
    // How the command is used is no help in a book.
    let words = words.split("\n\nUsage:").next().unwrap_or_default();
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    let told = lines.map(|line| in_chapter(line, fence, path));
    match svg {
        Some(svg) => {
            for note in told {
                let _ = writeln!(io::stderr(), "{note}");
            }
            Ok(html(&svg, caption.as_deref()))
        }
        None => Err(told.collect::<Vec<_>>().join("\n")),
    }
}

/// What a line of the command says, with the place in the chapter for that in the table.
fn in_chapter(line: &str, fence: &Fence, path: &str) -> String {
    let rest = line.strip_prefix("standard input:").and_then(|rest| rest.split_once(':'));
    match rest.and_then(|(number, rest)| Some((number.parse::<usize>().ok()?, rest))) {
        Some((number, rest)) => format!("{path}:{}:{rest}", fence.line + number),
        None if line.starts_with(' ') => line.to_owned(),
        None => format!("{path}:{}: {line}", fence.line),
    }
}

/// The picture and the messages of a command that reads `table`; no picture if it failed.
fn output(command: &mut Command, table: &str) -> io::Result<(Option<String>, String)> {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // A command that wants no table has closed it.
        let _ = input.write_all(table.as_bytes());
    }
    let done = child.wait_with_output()?;
    let svg = String::from_utf8_lossy(&done.stdout).into_owned();
    let words = String::from_utf8_lossy(&done.stderr).into_owned();
    Ok((done.status.success().then_some(svg), words))
}

/// The SVG as a part of a page, where links in it can be followed: no line is blank, which would end
/// the block of HTML.
fn html(svg: &str, caption: Option<&str>) -> String {
    let root = svg.split_once("<svg ").map_or("", |(_, root)| root);
    let mut out = String::from(
        "<figure class=\"annals\" style=\"margin:1.2em 0\">\n<svg style=\"max-width:100%;height:auto\" ",
    );
    for line in root.lines().filter(|line| !line.trim().is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    if let Some(caption) = caption {
        let _ = writeln!(out, "<figcaption>{}</figcaption>", escaped(caption));
    }
    out + "</figure>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn take(options: &mut Vec<(String, String)>, key: &str) -> Option<String> {
    let at = options.iter().position(|(known, _)| known == key)?;
    Some(options.remove(at).1)
}

/// The options behind the language: `key=value` or `key="value with blanks"`, with blanks or commas between
/// them.
fn options(info: &str) -> Result<Vec<(String, String)>, String> {
    let mut options = Vec::new();
    let mut rest = info.trim_start_matches([' ', '\t', ',']);
    while !rest.is_empty() {
        let wrong = || format!("{rest:?} is no option; write key=value or key=\"value\"");
        let (key, behind) = rest.split_once('=').ok_or_else(wrong)?;
        if key.is_empty()
            || !key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            || key.starts_with('-')
        {
            return Err(wrong());
        }
        let (value, behind) = match behind.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or_else(wrong)?,
            None => behind.split_at(behind.find([' ', '\t', ',']).unwrap_or(behind.len())),
        };
        options.push((key.to_owned(), value.to_owned()));
        rest = behind.trim_start_matches([' ', '\t', ',']);
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_have_quotes_where_they_have_blanks() {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(options(""), Ok(vec![]));
        let read = options("title=\"A = b, c\", width=3in\tera=\"1..2=x\" era=3..4=y");
        let expected = [
            pair("title", "A = b, c"),
            pair("width", "3in"),
            pair("era", "1..2=x"),
            pair("era", "3..4=y"),
        ];
        assert_eq!(read, Ok(expected.into()));
        for bad in ["title", "Title=x", "=x", "-o=x", "title=\"x", "a b=c"] {
            assert!(options(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn faults_are_told_by_the_line_of_the_chapter() {
        let fence = Fence { range: 0..0, line: 10, info: "", body: String::new() };
        let told = |line| in_chapter(line, &fence, "src/a.md");
        assert_eq!(told("standard input:2:1: no"), "src/a.md:12:1: no");
        assert_eq!(told("    2 | 2010"), "    2 | 2010");
        assert_eq!(told("note: x"), "src/a.md:10: note: x");
    }

    #[test]
    fn a_page_has_the_figure_without_blank_lines() {
        let page = html("<?xml?>\n<svg a=\"b\">\n\n<g/>\n</svg>\n", Some("A < b"));
        let expected = "<figure class=\"annals\" style=\"margin:1.2em 0\">\n<svg style=\"max-width:100%;height:auto\" a=\"b\">\n<g/>\n</svg>\n\
                        <figcaption>A &lt; b</figcaption>\n</figure>\n";
        assert_eq!(page, expected);
    }
}
