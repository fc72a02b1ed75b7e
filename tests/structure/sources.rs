//! Nothing but the one writer of markup writes markup, and nothing outside of the command knows a
//! clock, the environment or files.

use std::fs;
use std::path::{Path, PathBuf};

/// All sources below a folder, each without its tests.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let source = |path: PathBuf| -> Vec<(PathBuf, String)> {
        if path.is_dir() {
            return sources(&path);
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned();
        if path.extension().is_some_and(|e| e == "rs") { vec![(path, code)] } else { Vec::new() }
    };
    entries.flat_map(source).collect()
}

/// The files whose code, comments left out, has one of these words.
fn with(folder: &str, words: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let has = |(_, code): &(PathBuf, String)| {
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.into_iter().any(|line| words.iter().any(|word| line.contains(word)))
    };
    let found = sources(&root.join(folder)).into_iter().filter(has);
    let mut names: Vec<String> =
        found.map(|(path, _)| path.strip_prefix(root).unwrap().display().to_string()).collect();
    names.sort();
    names
}

#[test]
fn one_writer_writes_all_markup() {
    let tags = ["\"<", "'<'", "\"&", "/>\"", "</"];
    assert_eq!(with("src/render", &tags), ["src/render/xml.rs"]);
    assert_eq!(with("src/draw", &tags), [""; 0]);
    assert_eq!(with("src/compose", &tags), [""; 0]);
}

#[test]
fn only_the_command_knows_files_clocks_and_the_environment() {
    let words = ["std::fs", "std::env", "std::time", "Instant::now", "SystemTime", "std::net"];
    let outside = |name: &String| !name.starts_with("src/bin/");
    let found: Vec<String> = with("src", &words).into_iter().filter(outside).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn nothing_depends_on_the_order_of_a_hash() {
    assert_eq!(with("src", &["HashMap", "HashSet", "thread_rng", "RandomState"]), [""; 0]);
}

/// The names of the libraries that a manifest lists.
fn libraries(manifest: &str) -> Vec<String> {
    let sections = manifest.split("\n[").filter(|part| part.contains("dependencies]\n"));
    let of_lines = |part: &str| -> Vec<String> {
        let keys = part.lines().skip(1).filter_map(|line| line.split_once(" = "));
        keys.map(|(key, _)| key.replace('-', "_")).collect()
    };
    sections.flat_map(of_lines).collect()
}

/// `hosts/python/command` builds the sources of the command, with a manifest of its own.
#[test]
fn the_copy_of_the_command_for_python_has_all_its_libraries() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path));
    // The archive for crates.io has no hosts.
    let Ok(copy) = read("hosts/python/command/Cargo.toml") else { return };
    let named = libraries(&copy);
    assert!(named.contains(&"clap".to_owned()), "{named:?}");
    for library in libraries(&read("Cargo.toml").unwrap()) {
        let words = [" ", "(", "&"].map(|before| format!("{before}{library}::"));
        let used = with("src/bin", &words.each_ref().map(String::as_str));
        let outside: Vec<&String> =
            used.iter().filter(|file| !file.starts_with("src/bin/annals/mcp/")).collect();
        assert!(named.contains(&library) || outside.is_empty(), "{library}: {outside:?}");
    }
}
