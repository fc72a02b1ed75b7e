//! Outputs are written whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{Output, Target, check, distinct, save_all};
use crate::folder::Folder;

fn output(path: &Path, content: &str) -> Output {
    Output { target: Target::File(path.to_path_buf()), bytes: content.into() }
}

fn told(result: annals::error::Result<()>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error, annals::Error::System { .. }));
    error.to_string()
}

#[test]
fn files_are_written_whole_and_nothing_else_is_left() {
    let folder = Folder::new("whole");
    let old = folder.file("a.svg", "old and much longer than the new content");
    let new = folder.0.join("b.png");
    save_all(&[output(&old, "new"), output(&new, "\0png")]).unwrap();
    assert_eq!(fs::read(&old).unwrap(), b"new");
    assert_eq!(fs::read(&new).unwrap(), b"\0png");
    assert_eq!(folder.names(), ["a.svg", "b.png"]);
}

#[test]
fn one_refused_output_leaves_all_targets_as_they_were() {
    let folder = Folder::new("refused");
    let old = folder.file("a.svg", "old");
    fs::create_dir(folder.0.join("taken")).unwrap();
    for bad in ["missing/b.png", "taken", "a.svg/b.png"] {
        let message = told(save_all(&[output(&old, "new"), output(&folder.0.join(bad), "x")]));
        assert!(message.contains(bad), "{message}");
        assert_eq!(fs::read(&old).unwrap(), b"old");
        assert_eq!(folder.names(), ["a.svg", "taken"]);
    }
}

#[test]
fn a_name_of_the_greatest_length_is_written() {
    let folder = Folder::new("long");
    let name = "x".repeat(255);
    save_all(&[output(&folder.0.join(&name), "new")]).unwrap();
    assert_eq!(folder.names(), [name]);
}

#[test]
fn folders_are_refused_by_name() {
    let folder = Folder::new("folder");
    let message = told(check(&folder.0, &[]));
    assert!(message.contains("annals-folder-") && message.contains("is a folder"), "{message}");
    assert!(told(check(&folder.0.join("new/"), &[])).contains("is a folder"));
    assert!(told(check(&folder.0.join("no/a.svg"), &[])).contains("there is no folder"));
    assert!(told(check(Path::new(""), &[])).contains("no name"));
    assert!(check(&folder.0.join("a.svg"), &[]).is_ok());
    assert!(check(Path::new("a.svg"), &[]).is_ok());
    assert_eq!(folder.names(), [""; 0]);
}

#[test]
fn the_input_is_refused_by_whatever_path() {
    let folder = Folder::new("input");
    let input = folder.file("a.csv", "date,name");
    fs::create_dir(folder.0.join("sub")).unwrap();
    let detour = folder.0.join("sub/../a.csv");
    assert!(told(check(&detour, &[&input])).contains("the input file"));
    assert!(check(&folder.0.join("b.csv"), &[&input]).is_ok());
}

#[test]
fn one_file_by_two_names_is_refused() {
    let folder = Folder::new("twice");
    fs::create_dir(folder.0.join("sub")).unwrap();
    let target = |name: &str| Target::File(folder.0.join(name));
    let told = |a: &Target, b: &Target| distinct(&[a, b]).map_err(|error| error.to_string());
    for other in ["a.svg", "./a.svg", "sub/../a.svg"] {
        let message = told(&target("a.svg"), &target(other)).unwrap_err();
        assert!(message.contains("name each output once"), "{message}");
    }
    assert!(told(&Target::Stdout, &Target::File("/dev/stdout".into())).is_err());
    assert_eq!(told(&target("a.svg"), &target("sub/a.svg")), Ok(()));
    assert_eq!(told(&target("a.svg"), &Target::Stdout), Ok(()));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::fs::{File, OpenOptions, Permissions};
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    use std::process::Command;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn an_old_file_keeps_its_mode_and_a_new_one_follows_the_umask() {
        let folder = Folder::new("mode");
        let (old, usual) = (folder.file("a.svg", "old"), folder.file("usual", ""));
        let new = folder.0.join("b.svg");
        fs::set_permissions(&old, Permissions::from_mode(0o620)).unwrap();
        save_all(&[output(&old, "new"), output(&new, "new")]).unwrap();
        assert_eq!(mode(&old), 0o620);
        assert_eq!(mode(&new), mode(&usual));
    }

    #[test]
    fn a_write_protected_file_is_replaced_only_by_whom_it_does_not_stop() {
        let folder = Folder::new("protected");
        let old = folder.file("a.svg", "old");
        fs::set_permissions(&old, Permissions::from_mode(0o444)).unwrap();
        let may = OpenOptions::new().write(true).open(&old).is_ok();
        assert_eq!(save_all(&[output(&old, "new")]).is_ok(), may);
        assert_eq!(fs::read(&old).unwrap(), if may { b"new" } else { b"old" });
        assert_eq!(mode(&old), 0o444);
    }

    #[test]
    fn links_stay_and_their_destination_is_written() {
        let folder = Folder::new("link");
        fs::create_dir(folder.0.join("sub")).unwrap();
        let old = folder.file("sub/old.svg", "old");
        for (link, to) in [("a", "b"), ("b", "sub/old.svg"), ("c", "sub/new.svg")] {
            symlink(to, folder.0.join(link)).unwrap();
        }
        save_all(&[output(&folder.0.join("a"), "one"), output(&folder.0.join("c"), "two")])
            .unwrap();
        assert_eq!(fs::read(&old).unwrap(), b"one");
        assert_eq!(fs::read(folder.0.join("sub/new.svg")).unwrap(), b"two");
        assert!(["a", "b", "c"].iter().all(|link| folder.0.join(link).is_symlink()));
        assert_eq!(fs::read_dir(folder.0.join("sub")).unwrap().count(), 2);
        assert!(told(check(&folder.0.join("a"), &[&old])).contains("the input file"));
        let named = ["a", "sub/old.svg", "c", "sub/new.svg"];
        let named = named.map(|name| Target::File(folder.0.join(name)));
        assert!(distinct(&[&named[0], &named[1]]).is_err());
        assert!(distinct(&[&named[2], &named[3]]).is_err());
        assert!(distinct(&[&named[0], &named[3]]).is_ok());
    }

    #[test]
    fn links_in_a_circle_are_refused() {
        let folder = Folder::new("circle");
        symlink("a.svg", folder.0.join("a.svg")).unwrap();
        assert!(told(save_all(&[output(&folder.0.join("a.svg"), "x")])).contains("circle"));
        assert_eq!(folder.names(), ["a.svg"]);
    }

    #[test]
    fn a_pipe_is_written_in_place() {
        let folder = Folder::new("pipe");
        let pipe = folder.0.join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let source = pipe.clone();
        let reader = std::thread::spawn(move || fs::read(source).unwrap());
        assert!(check(&pipe, &[]).is_ok());
        save_all(&[output(&pipe, "through")]).unwrap();
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        assert_eq!(reader.join().unwrap(), b"through");
        assert_eq!(folder.names(), ["pipe"]);
    }

    #[test]
    fn an_open_descriptor_is_written_only_after_all_files_succeeded() {
        let folder = Folder::new("descriptor");
        let path = folder.file("held", "kept,");
        let held = File::options().append(true).open(&path).unwrap();
        let name = PathBuf::from(format!("/dev/fd/{}", held.as_raw_fd()));
        let bad = output(&folder.0.join("missing/a.svg"), "x");
        told(save_all(&[output(&name, "new"), bad]));
        assert_eq!(fs::read(&path).unwrap(), b"kept,");
        save_all(&[output(&name, "new"), output(&folder.0.join("a.svg"), "x")]).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"kept,new");
        assert_eq!(folder.names(), ["a.svg", "held"]);
    }

    /// Set in the process that [`standard_output_comes_last`] starts to see its own output.
    const INNER: &str = "ANNALS_TEST_INNER";

    #[test]
    fn standard_output_comes_last() {
        let folder = Folder::new("stdout");
        let stdout = |text: &str| Output { target: Target::Stdout, bytes: text.into() };
        if std::env::var_os(INNER).is_some() {
            let bad = output(&folder.0.join("missing/a.svg"), "x");
            told(save_all(&[stdout("never"), bad]));
            save_all(&[stdout("<once>"), output(Path::new("/dev/stdout"), "<twice>")]).unwrap();
            return;
        }
        let this = std::env::current_exe().unwrap();
        let run = Command::new(this)
            .args(["--exact", "save::unix::standard_output_comes_last", "--nocapture"])
            .env(INNER, "1")
            .output()
            .unwrap();
        let text = String::from_utf8(run.stdout).unwrap();
        assert!(run.status.success() && text.contains("<once><twice>"), "{text}");
        assert!(!text.contains("never"), "{text}");
    }
}
