//! Everything that the user can choose about a table and its figure: each field is a key of an options
//! file, and a flag of the command with the same name.
//!
//! In: the text of an options file in TOML, or an object in JSON. Out: [`Settings`], and from them the
//! options of the three verbs. Opens no file.
//!
//! ```
//! use annals::settings::Settings;
//! use annals::{compose, read_table};
//!
//! let settings = Settings::from_toml("space.toml", "title = 'Into space'\nwidth = '165mm'\n")?;
//! let options = settings.convert()?;
//! let csv = "date,title\n1957-10-04,Sputnik 1\n1961-04-12,Vostok 1\n";
//! let table = read_table(csv.as_bytes(), &options.read)?;
//! let (figure, _notes) = compose(&table.events, &options.figure)?;
//! # Ok::<(), annals::Error>(())
//! ```

mod convert;
mod figures;
mod file;
mod given;
mod merge;
mod parse;
mod texts;

pub use convert::Converted;
pub use figures::FigureEntry;
pub use texts::{BreakText, CategoryText, ColumnText, EraText, MarkText, ThemeText, TypefaceText};

use crate::options::{
    Axis, Background, Century, DateLayout, DateNumbers, DateOrder, Effort, Encoding, Fiscal, Fold,
    LabelRule, LabelStyle, LaneOrder, LaneRowRule, Legend, Length, Locale, Midnight, NegativeYears,
    Notation, PdfFileVersion, PdfStandard, Preset, Scaling, Show, Sort, SvgText, Ticks, Today,
    UtcOffset, Weekday, YearPairs,
};
use parse::{by_text, one_or_many};
use serde::Deserialize;
use std::path::PathBuf;

/// The groups of the help.
const READING: &str = "Reading the table";
const FIGURE: &str = "Figure";
const TIME: &str = "Time axis";
const LANES: &str = "Lanes, eras and markers";
const COLOURS: &str = "Colours and categories";
const OUTPUT: &str = "Fonts and output";

/// The user's choices; `None` and an empty list mean the default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settings {
    /// Column to use for a role, such as date=Released or title=Product; end= switches a role off;
    /// may be repeated
    #[cfg_attr(feature = "cli", arg(long = "column", value_name = "ROLE=HEADER", help_heading = READING))]
    #[serde(rename = "column", deserialize_with = "parse::columns")]
    pub columns: Vec<ColumnText>,
    /// Character encoding of the table, if not UTF-8: windows-1252, utf-16le, koi8-r and so on
    #[cfg_attr(feature = "cli", arg(long, value_name = "NAME", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub encoding: Option<Encoding>,
    /// How to read all-number dates such as 03/04/2010: dmy, mdy or ymd
    #[cfg_attr(feature = "cli", arg(long, value_name = "ORDER", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub date_order: Option<DateOrder>,
    /// Notation that all dates keep to: edtf (levels 0 to 2) [default: any]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NOTATION", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub date_notation: Option<Notation>,
    /// First year of the 100-year window for two-digit years: 1900, 1950 or 0 for AD 0 to 99
    /// [default: 1930, where it is clear that a year is meant]
    #[cfg_attr(feature = "cli", arg(long, value_name = "YEAR", help_heading = READING))]
    #[serde(deserialize_with = "parse::century")]
    pub century: Option<Century>,
    /// Meaning of a year and two digits such as 1904-05: ranges, months or seasons (EDTF codes)
    /// [default: as the column shows]
    #[cfg_attr(feature = "cli", arg(long, value_name = "MEANING", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub year_pairs: Option<YearPairs>,
    /// How to count years such as -44: bc (44 BC) or iso (45 BC) [default: bc, unless the column
    /// has years as -0043]
    #[cfg_attr(feature = "cli", arg(long, value_name = "COUNT", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub negative_years: Option<NegativeYears>,
    /// Meaning of dates that are long numbers: serial (days of a spreadsheet), unix, unix-ms or
    /// years [default: as the whole column shows]
    #[cfg_attr(feature = "cli", arg(long, value_name = "MEANING", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub date_numbers: Option<DateNumbers>,
    /// Whether clock times of 00:00 mean the day or the time [default: the day, if all are 00:00]
    #[cfg_attr(feature = "cli", arg(long, value_name = "MEANING", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub midnight: Option<Midnight>,
    /// Language of the dates in the table, besides English, and of the figure: ar, ar-EG, ca, cs, da,
    /// de, el, en-GB, en-US, es, fi, fr, hi, hu, it, ja, ko, nb, nl, pl, pt, ro, ru, sv, tr, uk, ur or
    /// zh
    #[cfg_attr(feature = "cli", arg(long, value_name = "LANGUAGE", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub locale: Option<Locale>,
    /// First month of the fiscal year, in dates and on the time axis, with the end that names the
    /// year if dates need it: oct, 4, oct:end, apr:start
    #[cfg_attr(feature = "cli", arg(long, value_name = "MONTH[:start|end]", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub fiscal_start: Option<Fiscal>,
    /// UTC offset of the time axis, and of times written without one: +05:00 or Z
    #[cfg_attr(feature = "cli", arg(long, value_name = "OFFSET", allow_hyphen_values = true, help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub tz: Option<UtcOffset>,
    /// Date that "present" and "today" stand for, marked with a line if it is in range [default:
    /// none; such ends are left open]
    #[cfg_attr(feature = "cli", arg(long, value_name = "DATE", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub today: Option<Today>,
    /// Date of Day 0, M1 or week 1 for times that are counted
    #[cfg_attr(feature = "cli", arg(long, value_name = "DATE", help_heading = READING))]
    pub origin: Option<String>,
    /// Unit of times that are plain numbers: day, week, month, year and so on
    #[cfg_attr(feature = "cli", arg(long, value_name = "UNIT", help_heading = READING))]
    #[serde(deserialize_with = "by_text")]
    pub unit: Option<Ticks>,
    /// Part of a document that holds the events, where it has several: keys of JSON with dots
    /// between them, such as data.items, or the number or heading of a table in Markdown
    #[cfg_attr(feature = "cli", arg(long, value_name = "PATH", help_heading = READING))]
    pub records: Option<String>,
    /// Sheet of a workbook to read, by its name or its number [default: the first with a table]
    #[cfg_attr(feature = "cli", arg(long, value_name = "SHEET", help_heading = READING))]
    #[serde(deserialize_with = "parse::sheet")]
    pub sheet: Option<String>,
    /// Remove footnote marks, an asterisk or a number in brackets, from all texts (always removed from
    /// dates)
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = READING))]
    pub strip_footnotes: Option<bool>,
    /// Maximum number of events [default: 100000, or any number where they are only counted]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NUMBER", help_heading = READING))]
    pub max_events: Option<u64>,
    /// Largest table to accept, in bytes [default: 16777216, or any where events are only counted]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NUMBER", help_heading = READING))]
    pub max_bytes: Option<u64>,
    /// Treat notes as errors: print them, write nothing and exit with status 1
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = READING))]
    pub strict: Option<bool>,

    /// Title above the figure
    #[cfg_attr(feature = "cli", arg(long, value_name = "TEXT", help_heading = FIGURE))]
    pub title: Option<String>,
    /// Sentence below the title
    #[cfg_attr(feature = "cli", arg(long, value_name = "TEXT", help_heading = FIGURE))]
    pub subtitle: Option<String>,
    /// Source line at the foot of the figure
    #[cfg_attr(feature = "cli", arg(long, value_name = "TEXT", help_heading = FIGURE))]
    pub source: Option<String>,
    /// Text alternative for readers who cannot see the figure [default: a generated description]
    #[cfg_attr(feature = "cli", arg(long, value_name = "TEXT", help_heading = FIGURE))]
    pub alt_text: Option<String>,
    /// Form of dates in the figure: long (12 March 2010), short (12 Mar 2010), numeric or a pattern
    /// such as 'd MMMM y' or 'dd.MM.y' [default: that of the language]
    #[cfg_attr(feature = "cli", arg(long, value_name = "FORM", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub date_format: Option<DateLayout>,
    /// Width of the figure, such as 6.5in, 165mm, 468pt or 624px
    #[cfg_attr(feature = "cli", arg(long, value_name = "LENGTH", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub width: Option<Length>,
    /// Height of the figure, such as 4in; the least important labels are dropped if they do not
    /// fit [default: as much as all labels need]
    #[cfg_attr(feature = "cli", arg(long, value_name = "LENGTH", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub height: Option<Length>,
    /// Preset width and type size: column, half (of a Word page), report (default), a4, page, slide or
    /// social
    #[cfg_attr(feature = "cli", arg(long, value_name = "NAME", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub size: Option<Preset>,
    /// How to label events: auto (default), flags, lists, chronicle (a column of dated rows beside a
    /// vertical time axis) or density (columns of counts, with the most important events named)
    #[cfg_attr(feature = "cli", arg(long, value_name = "STYLE", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub style: Option<LabelStyle>,
    /// Direction of time: horizontal (default) or vertical
    #[cfg_attr(feature = "cli", arg(long, value_name = "DIRECTION", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub orientation: Option<Axis>,
    /// How many events are named where most are only counted [default: as many as have room]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NUMBER", help_heading = FIGURE))]
    pub top: Option<usize>,
    /// Which events are named where most are only counted: 'category=War', 'lane=Ports' or
    /// 'title=Start' [default: the most important]
    #[cfg_attr(feature = "cli", arg(long, value_name = "COLUMN=VALUE", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub label: Option<LabelRule>,
    /// Columns of a chronicle, each with its own stretch of the time axis: 1 to 5, or auto (default;
    /// as few as fit on one page)
    #[cfg_attr(feature = "cli", arg(long, value_name = "NUMBER|auto", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub fold: Option<Fold>,
    /// Draw a chronicle on as many pages as it needs, each as high as --height or, without, as a page of
    /// --size: one PDF or PPTX, or events-1.svg, events-2.svg and so on for -o events.svg (png likewise)
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = FIGURE))]
    pub pages: Option<bool>,
    /// Repeat the year or the day in every date instead of giving it where it changes
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = FIGURE))]
    pub repeat_dates: Option<bool>,
    /// How long to search for a good label layout: fast, normal (default) or best
    #[cfg_attr(feature = "cli", arg(long, value_name = "EFFORT", help_heading = FIGURE))]
    #[serde(deserialize_with = "by_text")]
    pub effort: Option<Effort>,

    /// First date shown; earlier events are left out
    #[cfg_attr(feature = "cli", arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = TIME))]
    pub from: Option<String>,
    /// Last date shown; later events are left out
    #[cfg_attr(feature = "cli", arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = TIME))]
    pub to: Option<String>,
    /// Unit of the time axis: second, minute, hour, day, week, month, quarter, half, year, decade,
    /// century or millennium
    #[cfg_attr(feature = "cli", arg(long, value_name = "UNIT", help_heading = TIME))]
    #[serde(deserialize_with = "by_text")]
    pub ticks: Option<Ticks>,
    /// First day of the week on the time axis [default: monday]
    #[cfg_attr(feature = "cli", arg(long, value_name = "DAY", help_heading = TIME))]
    #[serde(deserialize_with = "by_text")]
    pub week_start: Option<Weekday>,
    /// Label weeks on the time axis by number (ISO 8601) instead of their first day
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = TIME))]
    pub week_numbers: Option<bool>,
    /// Shade weekends, where the time axis is long enough to tell days apart
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = TIME))]
    pub weekends: Option<bool>,
    /// Gap to cut out of the time axis: auto, none (default) or a range A..B; may be repeated
    #[cfg_attr(feature = "cli", arg(long = "break", value_name = "WHERE", allow_hyphen_values = true, help_heading = TIME))]
    #[serde(rename = "break", deserialize_with = "one_or_many")]
    pub breaks: Vec<BreakText>,
    /// Time scale: linear (default) or log (for ages only)
    #[cfg_attr(feature = "cli", arg(long, value_name = "SCALE", help_heading = TIME))]
    #[serde(deserialize_with = "by_text")]
    pub scale: Option<Scaling>,

    /// Column that assigns events to lanes, or none for a single lane [default: lane; without such a
    /// column, spans are grouped by category where categories go on side by side]
    #[cfg_attr(feature = "cli", arg(long, value_name = "COLUMN", help_heading = LANES))]
    pub lane_by: Option<String>,
    /// Order of the lanes: start (default), file, name, or lane names separated by commas; quote a
    /// name that contains a comma, as in '"A, B",C', or use a list in the options file
    #[cfg_attr(feature = "cli", arg(long, value_name = "ORDER", help_heading = LANES))]
    #[serde(deserialize_with = "parse::lane_order")]
    pub lane_order: Option<LaneOrder>,
    /// Rows of a lane: auto (default), pack (as few as possible) or staircase (one for each event)
    #[cfg_attr(feature = "cli", arg(long, value_name = "RULE", help_heading = LANES))]
    #[serde(deserialize_with = "by_text")]
    pub lane_rows: Option<LaneRowRule>,
    /// What to show after names in lanes: dates, duration or none [default: dates, shortened to
    /// the time axis, where there is room]
    #[cfg_attr(feature = "cli", arg(long, value_name = "WHAT", help_heading = LANES))]
    #[serde(deserialize_with = "by_text")]
    pub show: Option<Show>,
    /// Order of events within a lane: start (default), file, duration or name
    #[cfg_attr(feature = "cli", arg(long, value_name = "ORDER", help_heading = LANES))]
    #[serde(deserialize_with = "by_text")]
    pub sort: Option<Sort>,
    /// Shaded period behind the events, such as 1801..1825=Jefferson to Monroe; may be repeated
    #[cfg_attr(feature = "cli", arg(long = "era", value_name = "A..B=NAME", allow_hyphen_values = true, help_heading = LANES))]
    #[serde(rename = "era", deserialize_with = "one_or_many")]
    pub eras: Vec<EraText>,
    /// Line across the figure at a date, such as 2020-03-11=Pandemic; may be repeated
    #[cfg_attr(feature = "cli", arg(long = "mark", value_name = "DATE=NAME", allow_hyphen_values = true, help_heading = LANES))]
    #[serde(rename = "mark", deserialize_with = "one_or_many")]
    pub marks: Vec<MarkText>,

    /// Colours: light (default), dark, print (greyscale), auto (an SVG that follows the reader's
    /// light or dark mode), or a custom theme in a TOML file
    #[cfg_attr(feature = "cli", arg(long, value_name = "NAME|FILE", help_heading = COLOURS))]
    #[serde(deserialize_with = "by_text")]
    pub theme: Option<ThemeText>,
    /// Background: none (transparent) or a colour such as #fff1e5 [default: that of the theme]
    #[cfg_attr(feature = "cli", arg(long, value_name = "COLOUR", help_heading = COLOURS))]
    #[serde(deserialize_with = "by_text")]
    pub background: Option<Background>,
    /// Distinguish categories by the shapes of dots and patterns of bars as well as by colour
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = COLOURS))]
    pub shapes: Option<bool>,
    /// Colour of a category, such as Trade=teal or Trade=#186272; may be repeated
    #[cfg_attr(feature = "cli", arg(long = "category", value_name = "NAME=COLOUR", help_heading = COLOURS))]
    #[serde(rename = "category", deserialize_with = "parse::categories")]
    pub categories: Vec<CategoryText>,
    /// Name for all categories after the sixth [default: Other]
    #[cfg_attr(feature = "cli", arg(long, value_name = "TEXT", help_heading = COLOURS))]
    pub other: Option<String>,
    /// When to show the legend: auto (default; unless the subtitle names every category), always
    /// or none
    #[cfg_attr(feature = "cli", arg(long, value_name = "WHEN", help_heading = COLOURS))]
    #[serde(deserialize_with = "by_text")]
    pub legend: Option<Legend>,

    /// Keep quotes, hyphens and dots as they are typed in the table
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = OUTPUT))]
    pub plain_text: Option<bool>,
    /// Typeface in place of the built-in one: a font file (TrueType or OpenType), given twice for
    /// regular and bold, or with system-fonts the name of a font of the system
    #[cfg_attr(feature = "cli", arg(long, value_name = "FILE|NAME", help_heading = OUTPUT))]
    #[serde(deserialize_with = "one_or_many")]
    pub font_family: Vec<TypefaceText>,
    /// Font file (TrueType or OpenType) for characters that the typeface lacks; may be repeated,
    /// tried in order
    #[cfg_attr(feature = "cli", arg(long, value_name = "FILE", help_heading = OUTPUT))]
    #[serde(deserialize_with = "one_or_many")]
    pub font: Vec<PathBuf>,
    /// Search the fonts of the system, too, for characters that the typeface lacks
    #[cfg_attr(feature = "cli", arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = OUTPUT))]
    pub system_fonts: Option<bool>,
    /// Text in an SVG: outlines (default; alike in every viewer, with unseen text on top that can be
    /// searched), live (text with an embedded font, for browsers) or none (outlines alone)
    #[cfg_attr(feature = "cli", arg(long, value_name = "FORM", help_heading = OUTPUT))]
    #[serde(deserialize_with = "by_text")]
    pub svg_text: Option<SvgText>,
    /// Resolution of a PNG, in pixels per inch [default: 288]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NUMBER", help_heading = OUTPUT))]
    pub dpi: Option<f64>,
    /// Standards that a PDF keeps to, separated by commas: ua-1 (PDF/UA-1), and a-2a, a-2b or a-3a
    /// (PDF/A) [default: ua-1 where nothing is against it]
    #[cfg_attr(feature = "cli", arg(long, value_name = "STANDARD", value_delimiter = ',', help_heading = OUTPUT))]
    #[serde(deserialize_with = "parse::pdf_standards")]
    pub pdf_standard: Vec<PdfStandard>,
    /// Version of a PDF: 1.4, 1.5 (for pdfTeX), 1.6 or 1.7 (default)
    #[cfg_attr(feature = "cli", arg(long, value_name = "VERSION", help_heading = OUTPUT))]
    #[serde(deserialize_with = "parse::pdf_version")]
    pub pdf_version: Option<PdfFileVersion>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        toml::from_str(text).expect("settings")
    }

    #[test]
    fn a_file_of_options_has_the_names_of_the_flags() {
        let settings = settings(
            "title = 'T'\nwidth = '3.35in'\nfrom = '2009'\ndpi = 300\nsvg-text = 'outlines'\n\
             break = 'auto'\nfiscal-start = 'oct:end'\ntz = '+05:00'\nstrict = false\n\
             [column]\ndate = 'Released'",
        );
        assert_eq!(settings.title.as_deref(), Some("T"));
        assert_eq!(settings.width.map(|width| width.to_string()), Some("321.59375px".into()));
        assert_eq!(settings.from.as_deref(), Some("2009"));
        assert_eq!((settings.dpi, settings.svg_text), (Some(300.0), Some(SvgText::Outlines)));
        assert_eq!(settings.breaks, [BreakText::Auto]);
        assert_eq!(settings.fiscal_start.map(Fiscal::month), Some(10));
        assert_eq!(
            (settings.tz, settings.strict),
            (UtcOffset::from_seconds(5 * 3600), Some(false))
        );
        assert_eq!(settings.columns, ["date=Released".parse().expect("a column")]);
        assert!(toml::from_str::<Settings>("titel = 'T'").is_err());
        assert!(toml::from_str::<Settings>("size = 'poster'").is_err());
    }

    #[test]
    fn lists_are_one_text_or_several() {
        assert_eq!(settings("break = ['1000..1400', '1500..1600']").breaks.len(), 2);
        let lanes = settings(
            "lane-by = 'party'\nlane-order = 'A, B'\nsort = 'name'\n\
             era = ['1801..1825=Dynasty', '1825..=Rest']\nmark = '1812=War'",
        );
        assert_eq!((lanes.lane_by.as_deref(), lanes.sort), (Some("party"), Some(Sort::Name)));
        assert_eq!(lanes.lane_order, Some(LaneOrder::Named(vec!["A".into(), "B".into()])));
        assert_eq!((lanes.eras.len(), lanes.marks.len()), (2, 1));
        let names = vec!["A, B".into(), "name".into()];
        let listed = settings("lane-order = ['A, B', 'name']");
        assert_eq!(listed.lane_order, Some(LaneOrder::Named(names)));
    }
}
