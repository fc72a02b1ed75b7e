//! What holds for the picture of any small table with any options.

use crate::choose::Choices;
use crate::xml::elements;
use crate::zip::zipped;
use annals::options::BreakChoice;
use annals::{
    Error, FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render,
};
use std::fmt::Write as _;

/// Bytes of which a table is made; what follows is not looked at.
const MOST: usize = 400;

/// A table is drawn or refused for what is in it, never for a fault of our own; an SVG is
/// well-formed and its numbers are numbers, the other formats are whole.
pub(crate) fn holds(bytes: &[u8]) -> Result<(), String> {
    let mut choices = Choices(&bytes[..bytes.len().min(MOST)]);
    let format = choices.of(&[
        Format::Svg,
        Format::Png,
        Format::Svg,
        Format::Pdf,
        Format::Html,
        Format::Pptx,
    ]);
    let options = options(&mut choices);
    let svg_text = choices.parsed(&["live", "outlines"]).unwrap_or_default();
    let how = RenderOptions { svg_text, dpi: 30.0, ..RenderOptions::default() };
    let is_workbook = choices.byte() % 8 == 7;
    let table = table(&mut choices);
    let bytes = if is_workbook { workbook(&table) } else { table.clone().into_bytes() };
    match drawn(&bytes, format, (&options, &how)) {
        Ok(file) => whole(&file, format).map_err(|fault| format!("{fault} of\n{table}")),
        Err(Error::Data(_) | Error::Options(_)) => Ok(()),
        Err(error) => Err(format!("{error}\nof {options:?} and\n{table}")),
    }
}

fn drawn(
    table: &[u8],
    format: Format,
    (options, how): (&FigureOptions, &RenderOptions),
) -> annals::Result<Vec<u8>> {
    let table = read_table(table, &ReadOptions::default())?;
    let (figure, _) = compose(&table.events, options)?;
    render(&figure, format, how)
}

fn options(choices: &mut Choices) -> FigureOptions {
    FigureOptions {
        title: Some(words(choices)).filter(|title| !title.is_empty()),
        source: Some(words(choices)).filter(|source| !source.is_empty()),
        width: choices.parsed(&["", "", "120px", "200px", "3in", "900px", "2000px"]),
        height: choices.parsed(&["", "", "", "", "120px", "200px", "400px", "1000px"]),
        size: choices.parsed(&["", "column", "page", "slide", "social"]),
        from: choices.parsed(&["", "", "", "1900", "2000-01-01", "44 BC", "100 Ma"]),
        to: choices.parsed(&["", "", "", "1950", "2030", "0001", "1 ka"]),
        ticks: choices.parsed(&["", "", "", "", "", "year", "decade", "month", "week", "hour"]),
        breaks: breaks(choices.of(&["", "", "auto", "none", "1800..1900", "2001..2002"])),
        scale: choices.parsed(&["", "", "", "log"]),
        style: choices.parsed(&["", "", "flags", "lists", "chronicle", "density"]),
        orientation: choices.parsed(&["", "", "vertical", "horizontal"]),
        effort: choices.parsed(&["", "fast"]),
        theme: choices.parsed(&["", "dark", "print", "auto"]),
        background: choices.parsed(&["", "", "none", "#fff1e5"]),
        legend: choices.parsed(&["", "always", "none"]),
        shapes: choices.of(&[None, Some(true)]),
        fold: choices.parsed(&["", "", "", "2", "auto"]),
        locale: choices.parsed(&["", "", "de", "ar", "ja", "hi", "ru", "ur"]),
        top: choices.of(&[None, None, Some(0), Some(3)]),
        ..FigureOptions::default()
    }
}

fn breaks(text: &str) -> Vec<BreakChoice> {
    match (text, text.split_once("..")) {
        ("auto", _) => vec![BreakChoice::Auto],
        ("none", _) => vec![BreakChoice::None],
        (_, Some((from, to))) => {
            let dates = from.parse().ok().zip(to.parse().ok());
            dates.into_iter().map(|(from, to)| BreakChoice::Between(from, to)).collect()
        }
        _ => Vec::new(),
    }
}

/// Up to some dozens of rows.
fn table(choices: &mut Choices) -> String {
    let mut table =
        String::from("date,end,title,description,category,importance,count,kind,when,lane,on\n");
    while choices.any() {
        let kind = choices.byte();
        let part = |bit: u8, text: String| if kind & bit == 0 { String::new() } else { text };
        let (start, name) = (date(choices), words(choices));
        let end = part(1, if kind & 1 == 0 { String::new() } else { date(choices) });
        let detail = if kind & 6 == 6 { words(choices) } else { String::new() };
        let category = part(8, format!("Group {}", kind >> 5));
        let importance = part(16, ["major", "minor"][usize::from(kind >> 7)].into());
        let count = part(32, (u32::from(kind) * 11).to_string());
        let drawn = if kind & 0xF8 == 0xF8 { "era" } else { "" };
        let when = if kind & 0x72 == 0x72 { words(choices) } else { String::new() };
        let lane = choices.of(&["", "", "North", "שלום", "A lane of a long name"]);
        let on = choices.of(&["", "", "", "x", "xa", "xFounded"]);
        let _ = writeln!(
            table,
            "{start},{end},\"x{name}\",\"{detail}\",{category},{importance},{count},{drawn},\"{when}\",{lane},{on}"
        );
    }
    table
}

/// The table as a workbook.
fn workbook(table: &str) -> Vec<u8> {
    let mut sheet = String::from("<worksheet><sheetData>");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    for row in reader.records().map_while(Result::ok) {
        sheet += "<row>";
        for cell in &row {
            let text = cell.replace('&', "&amp;").replace('<', "&lt;");
            let _ = write!(sheet, "<c t='inlineStr'><is><t>{text}</t></is></c>");
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    let relations = "<Relationships><Relationship Id='s' Type='/worksheet' Target='s.xml'/>\
                     </Relationships>";
    zipped(&[
        ("[Content_Types].xml", b""),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name='S' id='s'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/s.xml", sheet.as_bytes()),
    ])
}

/// A date that is written well, most of the time.
fn date(choices: &mut Choices) -> String {
    let (kind, n) = (choices.byte() % 16, choices.number());
    let (year, month, day) = (1900 + n % 150, 1 + n / 150 % 12, 1 + n / 1800 % 28);
    match kind {
        0..=3 => format!("{year}"),
        4 | 5 => format!("{year}-{month:02}-{day:02}"),
        6 => format!("{year}-{month:02}"),
        7 => format!("2010-{month:02}-{day:02}T{:02}:{:02}", n % 24, n % 60),
        8 => format!("{}", n - 30_000),
        9 => format!("{}.{} Ma", n / 10, n % 10),
        10 => format!("Y{}E{}", 1 + n / 12, n % 12),
        11 => format!("c. {year}"),
        12 => format!("{year}?/.."),
        13 => format!("../{year}~"),
        14 => format!("2010-01-01T00:00:{:02}.{:03}", n % 60, n / 64),
        _ => format!("{:04}/{:04}", n % 3000, n % 3000 + n / 3000),
    }
}

/// Words of every script and what could be taken for markup, without quotes.
const WORDS: [&str; 24] = [
    "",
    "a",
    "Founded",
    "of the",
    "Treaty",
    "Constitution",
    "–",
    "<b>",
    "&amp;",
    "]]>",
    "\u{1}",
    "\u{202E}",
    "\u{FFFE}",
    "é\u{301}\u{301}",
    "中文",
    "שלום",
    "یہ",
    "👩‍👧",
    "\n",
    "\t",
    "\u{A0}",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "100%",
    "ไทย",
];

fn words(choices: &mut Choices) -> String {
    let count = choices.byte() % 12;
    (0..count).map(|_| choices.of(&WORDS)).collect::<Vec<_>>().join(" ")
}

fn whole(file: &[u8], format: Format) -> Result<(), String> {
    let (start, end): (&[u8], &[u8]) = match format {
        Format::Svg => return svg(file),
        Format::Png => (b"\x89PNG\r\n\x1a\n", b"IEND\xAE\x42\x60\x82"),
        Format::Pdf => (b"%PDF-1.7", b"%%EOF"),
        Format::Html => (b"<!DOCTYPE html>", b"</html>"),
        Format::Pptx => (b"PK\x03\x04", b""),
    };
    match file.starts_with(start) && file.trim_ascii_end().ends_with(end) {
        true => Ok(()),
        false => Err("half a file".into()),
    }
}

fn svg(file: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(file).map_err(|error| error.to_string())?;
    let is_word = |value: &str, word: &str| {
        value.split(|c: char| !c.is_ascii_alphabetic()).any(|part| part == word)
    };
    for element in elements(text)? {
        // These three hold words; whatever else does not.
        let held = element.attributes.iter();
        let mut held =
            held.filter(|(key, _)| !["aria-label", "font-family", "id"].contains(&key.as_str()));
        let bad = held.find(|(_, value)| is_word(value, "NaN") || is_word(value, "inf"));
        if let Some((key, value)) = bad {
            return Err(format!("{} {key}={value:?}", element.name));
        }
    }
    Ok(())
}
