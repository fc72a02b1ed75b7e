//! The pictures in `output/` are those that the code draws from the tables in `data/`.
//!
//! After a change that is meant to be seen, draw them anew with
//! `REDRAW=1 cargo test --test pictures output`, and look at each.

use annals::options::{Preset, ThemeChoice};
use annals::{Event, Figure, Format, Note, Options, ReadOptions, Table, compose, read, render};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Tables of hundreds of events, and how many.
const LARGE: [(&str, usize); 2] = [("missions", 190), ("nobel", 1000)];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The events of a table and the config beside it.
fn events(table: &Path) -> (Vec<Event>, Options) {
    let config = fs::read_to_string(table.with_extension("toml")).unwrap_or_default();
    let options: Options = toml::from_str(&config).unwrap();
    let file = fs::File::open(table).unwrap();
    let (dates, lane_by) = (options.dates(), options.lane_by.clone());
    let how = ReadOptions { dates, lane_by, ..ReadOptions::default() };
    let Table { events, .. } =
        read(file, &how).unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    (events, options)
}

/// The figure of a table with the config beside it, as the command composes it.
fn figure(table: &Path) -> (Figure, Options, Vec<Note>) {
    let (events, options) = events(table);
    let (figure, notes) = compose(&events, &options).unwrap();
    (figure, options, notes)
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

/// Compares the picture of a table with the one in `output/`, or draws it anew.
fn is_fresh(table: &Path, format: Format) -> bool {
    let (figure, options, notes) = figure(table);
    // All that there is to say of a picture here is what its height has no room for.
    let is_short = figure.events.iter().any(|event| event.is_left_out);
    assert_eq!(notes.len(), usize::from(is_short), "{}: {notes:?}", table.display());
    let drawn = render(&figure, format, &options).unwrap();
    let below = table.strip_prefix(root().join("data")).unwrap();
    is_kept(&root().join("output").join(below).with_extension(format.name()), &drawn)
}

/// Whether `path` holds what was drawn, which is written there first if asked for.
fn is_kept(path: &Path, drawn: &[u8]) -> bool {
    if std::env::var_os("REDRAW").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, drawn).unwrap();
    }
    fs::read(path).is_ok_and(|kept| kept == drawn)
}

#[test]
fn the_pictures_of_the_seed_table_are_up_to_date() {
    let table = root().join("data/pakistan-russia.csv");
    for format in Format::ALL {
        assert!(is_fresh(&table, format), "the {} is stale; see above", format.name());
    }
}

/// The seed table as a copier takes it, which the README shows.
#[test]
fn the_picture_for_print_is_up_to_date() {
    let table = root().join("data/pakistan-russia.csv");
    let (events, options) = events(&table);
    let options = Options { theme: Some(ThemeChoice::Print), ..options };
    let (figure, _) = compose(&events, &options).unwrap();
    let drawn = render(&figure, Format::Svg, &options).unwrap();
    assert!(is_kept(&root().join("output/pakistan-russia-print.svg"), &drawn), "see above");
}

#[test]
fn the_gallery_is_up_to_date() {
    let kept = tables("data/gallery").into_iter();
    let stale: Vec<PathBuf> = kept.filter(|table| !is_fresh(table, Format::Svg)).collect();
    assert_eq!(stale, Vec::<PathBuf>::new(), "see above");
}

/// The large tables are whole: every row an event, every category with a colour of its own.
#[test]
fn the_large_tables_are_whole() {
    for (name, count) in LARGE {
        let table = root().join("data/gallery").join(name).with_extension("csv");
        let Table { events, .. } =
            read(fs::File::open(&table).unwrap(), &ReadOptions::default()).unwrap();
        assert_eq!(events.len(), count, "{name}");
        let categories: BTreeSet<_> = events.iter().map(|event| &event.category).collect();
        assert!(categories.len() <= 6, "{name}: {categories:?}");
        assert_eq!(figure(&table).0.events.len(), count, "{name}");
    }
}

/// Words are cut between letters only where there is no room for them, which all of these have.
#[test]
fn no_word_is_cut() {
    for table in tables("data/gallery") {
        let (events, options) = events(&table);
        for (size, name) in Preset::ALL {
            let options = Options { size: Some(size), ..options.clone() };
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
    for event in
        read(include_bytes!("../../data/pakistan-russia.csv").as_slice(), &ReadOptions::default())
            .unwrap()
            .events
    {
        let cells =
            [event.start.written, event.name, event.detail.unwrap(), event.category.unwrap()];
        let row = format!("| {} |", cells.join(" | "));
        assert!(readme.contains(&row), "{row}");
    }
}
