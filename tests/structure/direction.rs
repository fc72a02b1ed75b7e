//! The rooms of the house stand in one direction of flow: each uses only those before it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order.
const ROOMS: [&str; 18] = [
    "error", "geometry", "max_tree", "number", "date", "event", "text", "theme", "options", "read",
    "time", "check", "layout", "figure", "compose", "draw", "render", "cli",
];

fn rank(room: &str) -> usize {
    let place = ROOMS.iter().position(|known| *known == room);
    place.unwrap_or_else(|| panic!("{room} is no known room"))
}

/// The rooms that a line names by `crate::`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

/// All upward edges in the files of `folder`, which belong to `room` or, at the top, to the room
/// that each is named after.
fn upward(folder: &Path, room: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let room = room.unwrap_or(&stem);
        if path.is_dir() {
            found.extend(upward(&path, Some(room)));
        } else if path.extension().is_some_and(|e| e == "rs") && !["lib", "main"].contains(&room) {
            let text = fs::read_to_string(&path).expect("a source");
            // Tests may look anywhere.
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            for other in code.lines().flat_map(named).filter(|other| rank(other) > rank(room)) {
                found.push(format!("{} uses {other}", path.display()));
            }
        }
    }
    found
}

#[test]
fn no_room_uses_one_that_comes_after_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(upward(&source, None), Vec::<String>::new());
    assert_eq!(named("use crate::geometry::{PX};").collect::<Vec<_>>(), ["geometry"]);
}

/// All files below a folder, in folders too.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn layout_knows_neither_dates_nor_fonts_nor_plotters() {
    let layout = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/layout"));
    assert!(layout.len() > 10, "{layout:?}");
    for path in layout {
        let text = fs::read_to_string(path).expect("a source");
        for foreign in ["crate::date", "crate::text", "plotters"] {
            assert!(!text.contains(&format!("use {foreign}")), "layout uses {foreign}");
        }
    }
}
