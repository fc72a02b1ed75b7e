//! The pages about the program name files and types that exist.

use crate::direction::ORDER;
use std::fs;
use std::path::{Path, PathBuf};

/// Pages for users and for those who change the code.
const PAGES: [&str; 17] = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "docs/agents.md",
    "docs/articles.md",
    "docs/dependencies.md",
    "docs/gallery.md",
    "docs/house-style.md",
    "docs/languages.md",
    "docs/large.md",
    "docs/options.md",
    "docs/python.md",
    "docs/recipes.md",
    "docs/tables.md",
    "docs/tutorial.md",
    "tests/PROMISES.md",
];

/// Folders of the repository that are not in the archive for crates.io.
const NOT_PACKAGED: [&str; 7] =
    [".ci/", ".github/", "benches/", "examples/", "fuzz/", "hosts/", "tests/by_hand/"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|_| panic!("there is no {name}"))
}

/// Whether a path is there, or cannot be because this is an unpacked archive.
fn exists(path: &Path) -> bool {
    let is_archive = !root().join(".ci").exists();
    let is_left_out = NOT_PACKAGED.iter().any(|folder| path.starts_with(root().join(folder)));
    path.exists() || (is_archive && is_left_out)
}

/// What is between single backticks, outside of blocks of code.
fn code_spans(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|part| part.split('`').skip(1).step_by(2)).collect()
}

/// The targets of links that are no addresses.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://")).collect()
}

#[test]
fn links_lead_to_files() {
    for name in PAGES {
        let text = page(name);
        let folder = root().join(name).parent().map(Path::to_path_buf).unwrap_or_default();
        let dead: Vec<&str> = links(&text)
            .into_iter()
            .filter(|link| !exists(&folder.join(link.split('#').next().unwrap_or(link))))
            .collect();
        assert!(dead.is_empty(), "{name}: {dead:?}");
    }
}

#[test]
fn paths_in_the_text_exist() {
    let starts = ["src/", "tests/", "docs/", "data/", "output/", "examples/", "benches/", ".ci/"];
    for name in PAGES {
        let text = page(name);
        let spans = code_spans(&text).into_iter().filter(|span| {
            let is_path = !span.contains(|c: char| c.is_whitespace() || "*<{".contains(c));
            is_path && starts.iter().any(|start| span.starts_with(start))
        });
        let dead: Vec<PathBuf> =
            spans.map(|span| root().join(span)).filter(|path| !exists(path)).collect();
        assert!(dead.is_empty(), "{name}: {dead:?}");
    }
}

/// All sources of the crate in one text.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: PathBuf| match path.is_dir() {
        true => sources(&path),
        false => fs::read_to_string(path).unwrap_or_default(),
    };
    entries.map(text).collect()
}

/// In the pages for those who change the code, `LikeThis` is a type and `like_this()` a function.
#[test]
fn names_in_the_text_are_in_the_code() {
    let code = sources(&root().join("src")) + &sources(&root().join("tests"));
    let words: std::collections::BTreeSet<&str> =
        code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = page(name);
        let unknown: Vec<&str> = code_spans(&text)
            .into_iter()
            .filter(|span| {
                let bare = span.strip_suffix("()").unwrap_or(span);
                let is_word = bare.chars().all(|c| c.is_alphanumeric() || c == '_');
                let is_type =
                    bare.starts_with(char::is_uppercase) && bare.contains(char::is_lowercase);
                is_word && (is_type || bare != *span) && !words.contains(bare)
            })
            .collect();
        assert!(unknown.is_empty(), "{name}: {unknown:?}");
    }
}

/// The table of modules is that of the library, in the same order.
#[test]
fn the_page_of_the_architecture_lists_the_modules() {
    let text = page("ARCHITECTURE.md");
    let (_, table) = text.split_once("| module |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let listed: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    let known: Vec<&str> = ORDER.into_iter().filter(|module| *module != "cli").collect();
    assert_eq!(listed, known);
}

/// Crates that see nothing of the input but what annals has made of it.
const NO_READERS: [&str; 5] =
    ["clap_complete", "clap_mangen", "libm", "plotters", "plotters-backend"];

#[test]
fn the_page_of_dependencies_names_every_crate_of_the_manifest() {
    let (manifest, text) = (page("Cargo.toml"), page("docs/dependencies.md"));
    let tables = ["[dependencies]\n", "[target.\"cfg(unix)\".dependencies]\n"];
    let rows = tables.into_iter().flat_map(|table| {
        manifest.split_once(table).unwrap().1.lines().take_while(|line| !line.starts_with('['))
    });
    let named =
        rows.filter_map(|row| Some(row.split_once(" = ")?.0)).filter(|row| !row.starts_with('#'));
    let crates: Vec<&str> = named.collect();
    assert!(crates.len() > 20, "{crates:?}");
    for name in crates {
        let is_named = text.contains(&format!("`{name}`"));
        assert_ne!(is_named, NO_READERS.contains(&name), "{name}");
    }
}
