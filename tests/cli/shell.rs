//! Lines of shell that run the command.

#![cfg(unix)]

use crate::folder::Folder;
use std::process::{Command, Output, Stdio};

const TABLE: &str = "date,title,category\n2009,First,A\n2011-05-06,Second,B\n";
const FAULTY: &str = "date,title\n2010-00,A\n2011,B\n";

/// A folder with a sound table and a faulty one.
pub(crate) fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.file("t.csv", TABLE);
    folder.file("f.csv", FAULTY);
    folder
}

/// A line of shell in which `$A` is the command.
pub(crate) fn shell(folder: &Folder, line: &str) -> Output {
    let mut command = Command::new("sh");
    command.current_dir(&folder.0).stdin(Stdio::null()).env("A", env!("CARGO_BIN_EXE_annals"));
    command.args(["-c", line]).output().unwrap()
}

/// Standard output and standard error of a line of shell that must end with `code`.
pub(crate) fn printed(folder: &Folder, line: &str, code: i32) -> (String, String) {
    let output = shell(folder, line);
    let [out, err] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert_eq!(output.status.code(), Some(code), "{line}: {err}");
    (out, err)
}
