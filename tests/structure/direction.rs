//! The modules have one direction: each uses only those before it, and nothing goes round.

use crate::graph::Crate;
use std::path::{Path, PathBuf};

/// The modules at the top of the library in their order.
pub(crate) const ORDER: [&str; 21] = [
    "error",
    "geometry",
    "number",
    "word_index",
    "date",
    "draft",
    "words",
    "event",
    "text",
    "theme",
    "options",
    "summary",
    "read",
    "time",
    "check",
    "layout",
    "figure",
    "compose",
    "draw",
    "render",
    "settings",
];

/// The library, and the command if it is a crate of several files.
fn crates() -> Vec<Crate> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let roots = ["lib.rs", "main.rs", "bin/annals/main.rs"].map(|name| source.join(name));
    roots.iter().filter(|root| root.is_file()).map(|root| Crate::read(root)).collect()
}

#[test]
fn no_module_uses_one_that_comes_after_it() {
    let rank = |module: &String| {
        let place = ORDER.iter().position(|known| known == module);
        place.unwrap_or_else(|| panic!("{module} is not in ORDER"))
    };
    let library = &crates()[0];
    let mut upward = Vec::new();
    for (user, used) in library.edges() {
        let Some(module) = user.first() else { continue };
        // What the root defines is made of the modules: none of them may use it.
        let is_upward = used.first().is_none_or(|used| rank(used) > rank(module));
        if is_upward {
            upward.push(format!("{} uses {}", user.join("::"), used.join("::")));
        }
    }
    assert_eq!(upward, [""; 0]);
}

/// Among the children of every module, each taken with all below it, no cycle: so files have none
/// either, but for those of a module and its own children, which may share what it defines.
#[test]
fn no_modules_use_each_other() {
    let cycles = crates().into_iter().flat_map(|one| one.cycles());
    let named = cycles.map(|(module, cycle)| format!("{module}: {}", cycle.join(", ")));
    assert_eq!(named.collect::<Vec<String>>(), [""; 0]);
}

/// Files that no module declares would be seen by none of these tests.
#[test]
fn every_source_is_part_of_a_crate() {
    let read: Vec<PathBuf> = crates().iter().flat_map(Crate::all_files).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let is_source = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let lost: Vec<PathBuf> =
        files(&source).into_iter().filter(|path| is_source(path) && !read.contains(path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn layout_knows_neither_dates_nor_fonts_nor_plotters() {
    let layout = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/layout"));
    assert!(layout.len() > 10, "{layout:?}");
    for path in layout {
        let text = std::fs::read_to_string(path).expect("a source");
        for foreign in ["crate::date", "crate::text", "plotters"] {
            assert!(!text.contains(&format!("use {foreign}")), "layout uses {foreign}");
        }
    }
}

/// All files below a folder, in folders too.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
