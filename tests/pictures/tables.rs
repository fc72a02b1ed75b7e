//! The tables in `data/`: they are whole, and no word of theirs is cut.

use annals::options::Preset;
use annals::settings::Settings;
use annals::{Event, FigureOptions, ReadOptions, Table, compose, read_table};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Tables of hundreds of events, and how many.
const LARGE: [(&str, usize); 2] = [("missions", 190), ("nobel", 1000)];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The events of a table and the config beside it.
fn events(table: &Path) -> (Vec<Event>, FigureOptions) {
    let config = fs::read_to_string(table.with_extension("toml")).unwrap_or_default();
    let options = Settings::from_toml("config", &config).unwrap().convert().unwrap();
    let file = fs::File::open(table).unwrap();
    let Table { events, .. } = read_table(file, &options.read)
        .unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    (events, options.figure)
}

/// The tables of a folder in the order of their names.
fn tables(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut tables: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|e| e == "csv")).collect();
    tables.sort();
    tables
}

/// The large tables are whole: every row an event, every category with a colour of its own.
#[test]
fn the_large_tables_are_whole() {
    for (name, count) in LARGE {
        let table = root().join("data/gallery").join(name).with_extension("csv");
        let Table { events, .. } =
            read_table(fs::File::open(&table).unwrap(), &ReadOptions::default()).unwrap();
        assert_eq!(events.len(), count, "{name}");
        let categories: BTreeSet<_> = events.iter().map(|event| &event.category).collect();
        assert!(categories.len() <= 6, "{name}: {categories:?}");
        let (events, options) = self::events(&table);
        assert_eq!(compose(&events, &options).unwrap().0.events.len(), count, "{name}");
    }
}

/// Words are cut between letters only where there is no room for them, which all of these have.
#[test]
fn no_word_is_cut() {
    for table in tables("data/gallery") {
        let (events, options) = events(&table);
        for (size, name) in Preset::ALL {
            let options = FigureOptions { size: Some(size), ..options.clone() };
            let (figure, _) = compose(&events, &options).unwrap();
            for event in figure.events.iter().filter(|event| !event.is_left_out) {
                let lines = &event.lines[event.name.clone()];
                let cut = lines.windows(2).find(|pair| {
                    let [end, start] = [0, 1].map(|line| pair[line].line.text.as_str());
                    let ends = end.ends_with(|c: char| !c.is_alphanumeric());
                    !ends && !event.title.contains(&format!("{end} {start}"))
                });
                assert_eq!(cut, None, "{} as {name}: {}", table.display(), event.title);
            }
        }
    }
}

/// The table that the README shows is the seed table.
#[test]
fn the_readme_shows_the_seed_table() {
    let readme = include_str!("../../README.md");
    for event in read_table(
        include_bytes!("../../data/pakistan-russia.csv").as_slice(),
        &ReadOptions::default(),
    )
    .unwrap()
    .events
    {
        let cells =
            [event.start.written, event.name, event.detail.unwrap(), event.category.unwrap()];
        let row = format!("| {} |", cells.join(" | "));
        assert!(readme.contains(&row), "{row}");
    }
}
