//! The page `docs/gallery.md`: every table has a section with its picture, and every picture a
//! command, which `golden.rs` runs.

use std::fs;
use std::path::Path;

pub(crate) const PAGE: &str = include_str!("../../docs/gallery.md");
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The words of each command in a text, without the name of the program.
pub(crate) fn commands(text: &str) -> Vec<Vec<&str>> {
    let typed = text.lines().filter_map(|line| line.strip_prefix("    annals "));
    typed.map(|line| line.split_whitespace().collect()).collect()
}

/// The files that a command writes: of several pages those that the page of the gallery links to.
pub(crate) fn outputs(command: &[&str]) -> Vec<String> {
    let named = command.windows(2).filter(|pair| pair[0] == "-o").map(|pair| pair[1]);
    if !command.contains(&"--pages") {
        return named.map(str::to_owned).collect();
    }
    let stems = named.filter_map(|path| path.strip_suffix(".svg"));
    let pages = |stem| (1..).map(move |page| format!("{stem}-{page}.svg"));
    stems.flat_map(|stem| pages(stem).take_while(|path| PAGE.contains(&**path))).collect()
}

/// The names of the files in a folder of the checkout that end so.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(ending)).collect();
    names.sort();
    names.iter().map(|name| format!("{folder}/{name}")).collect()
}

#[test]
fn every_table_has_a_section_with_picture_command_and_links() {
    let mut shown = Vec::new();
    for section in PAGE.split("\n### ").skip(1) {
        let table = commands(section)[0][0];
        let bare = table.strip_suffix(".csv").unwrap();
        let picture = format!("](../{}.svg)\n", bare.replace("data", "output"));
        for link in [picture, format!("[Table](../{table})"), format!("[options](../{bare}.toml)")]
        {
            assert!(section.contains(&link), "{link} in {section}");
        }
        shown.push(table.to_owned());
    }
    shown.sort();
    let mut tables = files("data/gallery", ".csv");
    tables.extend(files("data", ".csv"));
    assert_eq!(shown, tables);
}

#[test]
fn every_picture_is_drawn_by_a_command_on_the_page() {
    let mut drawn: Vec<String> =
        commands(PAGE).iter().flat_map(|command| outputs(command)).collect();
    drawn.sort_unstable();
    let mut pictures = files("output/gallery", ".svg");
    pictures.extend(files("output", "").into_iter().filter(|path| path.contains('.')));
    assert_eq!(drawn, pictures);
}
