//! Outputs stay whole or untouched whatever happens: a full disk, a folder that cannot be written
//! or is gone, a limit, a kill.

#![cfg(unix)]

use crate::folder::Folder;
use std::fs;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// A folder with a table, two old pictures, and what a good run makes of them.
struct Stage {
    folder: Folder,
    new: [Vec<u8>; 2],
}

const NAMES: [&str; 2] = ["a.svg", "b.png"];
const OLD: &[u8] = b"the old picture";

impl Stage {
    fn new(test: &str) -> Self {
        let folder = Folder::new(test);
        let rows: String = (0..40).map(|n| format!("{},Event {n}\n", 1900 + n)).collect();
        folder.file("t.csv", &format!("date,title\n{rows}"));
        let stage = Self { folder, new: Default::default() };
        stage.age();
        assert!(stage.run("").status.success());
        let new = NAMES.map(|name| fs::read(stage.folder.0.join(name)).unwrap());
        stage.age();
        Self { new, ..stage }
    }

    /// Puts the old pictures back.
    fn age(&self) {
        NAMES.iter().for_each(|name| fs::write(self.folder.0.join(name), OLD).unwrap());
    }

    /// Draws both pictures anew, after some words of shell.
    fn run(&self, before: &str) -> Output {
        let line = format!("{before} exec \"$A\" t.csv -o a.svg -o b.png");
        let mut command = Command::new("sh");
        command.current_dir(&self.folder.0).env("A", env!("CARGO_BIN_EXE_annals"));
        command.args(["-c", &line]).stdin(Stdio::null()).output().unwrap()
    }

    /// How many pictures are new; all others must be as they were.
    fn new_ones(&self) -> usize {
        let is_new = |(name, new): &(&str, &Vec<u8>)| {
            let found = fs::read(self.folder.0.join(name)).unwrap();
            assert!(found == OLD || found == **new, "{name} is neither old nor new");
            found != OLD
        };
        NAMES.into_iter().zip(&self.new).filter(is_new).count()
    }

    fn has_leftovers(&self) -> bool {
        self.folder.names().iter().any(|name| name.ends_with(".tmp"))
    }
}

/// The limit of a file's size, in blocks of 512 bytes, from nothing to less than the larger needs, with
/// the signal that comes with it and where it is ignored as in many shells.
#[test]
fn a_limit_of_the_files_size_leaves_all_as_it_was() {
    let stage = Stage::new("limit");
    let blocks = stage.new.iter().map(Vec::len).max().unwrap().div_ceil(512);
    for limit in (0..blocks).step_by(blocks / 12 + 1) {
        for trap in ["", "trap '' XFSZ;"] {
            let failed = stage.run(&format!("{trap} ulimit -f {limit};"));
            let words = String::from_utf8_lossy(&failed.stderr).into_owned();
            assert_eq!(failed.status.code(), Some(3), "{limit}: {words}");
            // Words beyond the limit are lost where they go into a file.
            assert!(words.is_empty() || words.contains("ulimit -f"), "{limit}: {words}");
            assert_eq!((stage.new_ones(), stage.has_leftovers()), (0, false), "{limit}");
        }
    }
    assert!(stage.run(&format!("ulimit -f {};", 8 * blocks)).status.success());
    assert_eq!(stage.new_ones(), 2);
    let line = "ulimit -f 1; \"$A\" t.csv > c.svg; test $? = 3";
    assert!(shell(&stage, line));
}

/// What killed runs have left is gone after the next, but for the files of those that live.
#[test]
fn what_a_killed_run_left_goes_with_the_next() {
    let stage = Stage::new("left");
    stage.folder.file(".a.svg.99999999-0.annals.tmp", "half");
    stage.folder.file(".theirs.tmp", "kept");
    let held = stage.folder.file(".b.png.99999999-1.annals.tmp", "half");
    let lock = fs::File::open(&held).unwrap();
    lock.lock().unwrap();
    assert!(stage.run("").status.success());
    let names = [".b.png.99999999-1.annals.tmp", ".theirs.tmp", "a.svg", "b.png", "t.csv"];
    assert_eq!(stage.folder.names(), names);
    drop(lock);
    assert!(stage.run("").status.success());
    assert_eq!(stage.folder.names(), names[1..]);
}

/// Killed at any moment, each picture is the old or the new one.
#[test]
fn a_kill_leaves_each_picture_old_or_new() {
    let stage = Stage::new("kill");
    for delay in (0..40).map(|step| Duration::from_millis(step * 3)) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        command.current_dir(&stage.folder.0).args(["t.csv", "-o", "a.svg", "-o", "b.png"]);
        let mut child = command.stdin(Stdio::null()).spawn().unwrap();
        std::thread::sleep(delay);
        let _ = child.kill();
        child.wait().unwrap();
        stage.new_ones();
        stage.age();
    }
    assert!(stage.run("").status.success() && !stage.has_leftovers());
}

/// A disk of its own that is full, where the system lets us have one.
#[test]
fn a_full_disk_leaves_all_as_it_was() {
    let stage = Stage::new("full");
    let disk = "mkdir d && mount -t tmpfs -o size=32k none d && cp t.csv a.svg b.png d && cd d && \
                head -c 12000 /dev/zero > filler; \"$A\" t.csv -o a.svg -o b.png; echo $? > ../code; \
                cat a.svg b.png > ../kept; ls -a > ../names";
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", disk]).current_dir(&stage.folder.0);
    let Ok(done) = command.env("A", env!("CARGO_BIN_EXE_annals")).output() else { return };
    let read = |name: &str| fs::read_to_string(stage.folder.0.join(name));
    if let (true, Ok(code)) = (done.status.success(), read("code")) {
        let words = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(code, "3\n", "{words}");
        assert!(words.contains("make room on the disk"), "{words}");
        assert_eq!(read("kept").unwrap().as_bytes(), [OLD, OLD].concat());
        assert!(!read("names").unwrap().contains(".tmp"));
    }
}

/// To the one who may write everywhere no folder is closed; to others it is.
#[test]
fn a_folder_closed_to_writing_leaves_all_as_it_was() {
    let stage = Stage::new("closed");
    let output = stage.run("chmod 555 .;");
    let status = shell(&stage, "touch probe && rm probe; r=$?; chmod 755 .; exit $r");
    if !status {
        assert_eq!(output.status.code(), Some(3));
        assert!(String::from_utf8_lossy(&output.stderr).contains("may write to"));
        assert_eq!(stage.new_ones(), 0);
    }
}

fn shell(stage: &Stage, line: &str) -> bool {
    let mut command = Command::new("sh");
    command.current_dir(&stage.folder.0).env("A", env!("CARGO_BIN_EXE_annals"));
    command.args(["-c", line]).stderr(Stdio::null());
    command.status().unwrap().success()
}

/// A folder that goes away while the table is still being read.
#[test]
fn a_folder_that_vanishes_is_told_and_the_others_stay() {
    let stage = Stage::new("vanished");
    let line = "mkdir d; (cat t.csv; while ! [ -e ready ]; do sleep 0.01; done) | \
                { \"$A\" - -o a.svg -o d/c.svg 2> words; echo $? > code; } & \
                sleep 0.3; rmdir d; touch ready; wait";
    let mut command = Command::new("sh");
    command.current_dir(&stage.folder.0).env("A", env!("CARGO_BIN_EXE_annals"));
    assert!(command.args(["-c", line]).status().unwrap().success());
    let read = |name: &str| fs::read_to_string(stage.folder.0.join(name)).unwrap();
    assert_eq!(read("code"), "3\n");
    assert!(read("words").contains("d/c.svg"), "{}", read("words"));
    assert_eq!((stage.new_ones(), stage.has_leftovers()), (0, false));
}
