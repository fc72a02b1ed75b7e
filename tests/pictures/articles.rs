//! The pictures of `docs/articles.md` are what its pipes draw: a draft of a text, as a figure.

use crate::gallery::ROOT;
use crate::triptych::decoded;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const PAGE: &str = include_str!("../../docs/articles.md");

/// The two commands of each pipe of the page, in words.
fn pipes() -> Vec<[Vec<String>; 2]> {
    let spans = PAGE.lines().filter_map(|line| line.strip_prefix('`')?.strip_suffix('`'));
    let pipes = spans.filter_map(|span| span.split_once(" | "));
    pipes.map(|(draft, draw)| [words(draft), words(draw)]).collect()
}

/// The words of a command after its name; those between quotation marks are one.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate().flat_map(|(at, part)| match at % 2 {
        1 => vec![part.to_owned()],
        _ => part.split_whitespace().map(str::to_owned).collect(),
    });
    parts.skip(1).collect()
}

#[test]
fn the_page_shows_what_its_pipes_draw() {
    let folder = Path::new(ROOT).join("docs/articles");
    let pipes = pipes();
    assert_eq!(pipes.len(), 3);
    for [draft, mut draw] in pipes {
        let place = draw.iter().position(|word| word.ends_with(".png")).expect("a picture");
        let name = std::mem::replace(&mut draw[place], "-".to_owned());
        let annals = || {
            let mut annals = Command::new(env!("CARGO_BIN_EXE_annals"));
            annals.current_dir(&folder).stdout(Stdio::piped()).stderr(Stdio::null());
            annals
        };
        let mut first = annals().args(draft).spawn().expect("a draft");
        let table = first.stdout.take().expect("a pipe");
        let second = annals().args(draw).args(["--format", "png"]).stdin(table).output();
        let second = second.expect("a figure");
        let statuses = [first.wait().expect("its end"), second.status];
        assert!(statuses.iter().all(std::process::ExitStatus::success), "{name}");
        let figure = second.stdout;
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(folder.join(&name), &figure).expect("the picture");
        }
        let kept = fs::read(folder.join(&name)).expect("a picture");
        assert!(decoded(&kept).is_ok(), "{name}");
        assert!(
            decoded(&kept) == decoded(&figure),
            "{name} looks different; if it is meant: ACCEPT=1 cargo test --test pictures articles"
        );
    }
}
