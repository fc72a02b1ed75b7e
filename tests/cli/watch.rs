//! `--watch`: a figure is drawn anew when something that is read has changed.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::{folder, printed};
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A command that watches, and ends with the test.
struct Watcher<'f> {
    child: Child,
    folder: &'f Folder,
}

impl<'f> Watcher<'f> {
    fn new(folder: &'f Folder, args: &[&str]) -> Self {
        let words = fs::File::create(folder.0.join("words")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        command.args(args).arg("--watch").current_dir(&folder.0);
        let child = command.stdin(Stdio::null()).stderr(words).spawn().unwrap();
        Self { child, folder }
    }

    fn words(&self) -> String {
        fs::read_to_string(self.folder.0.join("words")).unwrap()
    }

    /// Waits until it has said for the `count`th time that it watches.
    fn settled(&self, count: usize) {
        let start = Instant::now();
        while self.words().matches("Ctrl-C ends\n").count() < count {
            assert!(start.elapsed() < Duration::from_secs(60), "{}", self.words());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn has(&self, text: &str) -> bool {
        fs::read_to_string(self.folder.0.join("w.svg")).unwrap().contains(text)
    }
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_figure_follows_its_files_until_it_is_interrupted() {
    let folder = folder("watch");
    let table = folder.file("w.csv", "date,title\n2009,First\n2011,Second\n");
    let mut watcher = Watcher::new(&folder, &["w.csv", "-o", "w.svg"]);
    watcher.settled(1);
    assert!(watcher.has("Second"));
    // An options file that was not there before.
    folder.file("w.toml", "title = 'Now titled'\n");
    watcher.settled(2);
    assert!(watcher.has("Now titled") && watcher.words().contains("watching w.csv, w.toml;"));
    // A fault is told, and the picture stays.
    fs::write(&table, "date,title\n2009,First\n2011-00,Third\n").unwrap();
    watcher.settled(3);
    assert!(watcher.has("Second") && !watcher.has("Third"));
    let words = watcher.words();
    assert!(words.contains("w.csv:3:6: ") && words.contains("not drawn, the last"), "{words}");
    // Editors write another file and move it over the old one.
    folder.file("new", "date,title\n2009,First\n2011,Third\n2012,Fourth\n");
    fs::rename(folder.0.join("new"), &table).unwrap();
    watcher.settled(4);
    assert!(watcher.has("Third"));
    let id = watcher.child.id();
    printed(&folder, &format!("kill -INT {id}"), 0);
    assert_eq!(watcher.child.wait().unwrap().code(), Some(0));
    assert!(!folder.names().iter().any(|name| name.ends_with(".tmp")));
}

#[test]
fn a_house_style_and_a_file_of_figures_are_watched() {
    let folder = folder("watch-report");
    let style = folder.file("house.toml", "");
    folder.file(
        "report.toml",
        "theme = 'house.toml'\n[figure.w]\ninput = 't.csv'\noutput = 'w.svg'\n",
    );
    let watcher = Watcher::new(&folder, &["report.toml"]);
    watcher.settled(1);
    assert!(watcher.words().contains("watching house.toml, report.toml, t.csv;"));
    fs::write(style, "nonsense = 3\n").unwrap();
    watcher.settled(2);
    assert!(watcher.words().contains("house.toml:1:1: "), "{}", watcher.words());
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let folder = folder("watch-refused");
    for line in ["- -o w.svg < t.csv", "-o w.svg < t.csv", "t.csv", "t.csv -o -", "t.csv --alt"] {
        let (_, words) = printed(&folder, &format!("timeout 20 \"$A\" --watch {line}"), 2);
        assert!(!words.contains("watching"), "{line}: {words}");
    }
}
