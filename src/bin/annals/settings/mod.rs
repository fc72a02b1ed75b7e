//! Everything that the user can choose about a table and its figure: each field is a flag of the
//! command and a key of a file of options, with the same name.

mod convert;
mod parse;
mod texts;

pub(crate) use convert::Converted;
pub(crate) use texts::{BreakText, CategoryText, ColumnText, EraText, MarkText, ThemeText};

use annals::options::{
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
#[derive(Clone, Debug, Default, PartialEq, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Settings {
    /// Column to use for a role, such as date=Released or title=Product; end= switches a role off;
    /// may be repeated
    #[arg(long = "column", value_name = "ROLE=HEADER", help_heading = READING)]
    #[serde(rename = "column", deserialize_with = "parse::columns")]
    pub(crate) columns: Vec<ColumnText>,
    /// Character encoding of the table, if not UTF-8: windows-1252, utf-16le, koi8-r and so on
    #[arg(long, value_name = "NAME", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) encoding: Option<Encoding>,
    /// How to read all-number dates such as 03/04/2010: dmy, mdy or ymd
    #[arg(long, value_name = "ORDER", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) date_order: Option<DateOrder>,
    /// Notation that all dates keep to: edtf (levels 0 to 2) [default: any]
    #[arg(long, value_name = "NOTATION", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) date_notation: Option<Notation>,
    /// First year of the 100-year window for two-digit years: 1900, 1950 or 0 for AD 0 to 99
    /// [default: 1930, where it is clear that a year is meant]
    #[arg(long, value_name = "YEAR", help_heading = READING)]
    #[serde(deserialize_with = "parse::century")]
    pub(crate) century: Option<Century>,
    /// Meaning of a year and two digits such as 1904-05: ranges, months or seasons (EDTF codes)
    /// [default: as the column shows]
    #[arg(long, value_name = "MEANING", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) year_pairs: Option<YearPairs>,
    /// How to count years such as -44: bc (44 BC) or iso (45 BC) [default: bc, unless the column
    /// has years as -0043]
    #[arg(long, value_name = "COUNT", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) negative_years: Option<NegativeYears>,
    /// Meaning of dates that are long numbers: serial (days of a spreadsheet), unix, unix-ms or
    /// years [default: as the whole column shows]
    #[arg(long, value_name = "MEANING", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) date_numbers: Option<DateNumbers>,
    /// Whether clock times of 00:00 mean the day or the time [default: the day, if all are 00:00]
    #[arg(long, value_name = "MEANING", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) midnight: Option<Midnight>,
    /// Language of the dates in the table, besides English, and of the figure: ar, cs, de, el, en-GB,
    /// en-US, es, fr, hi, hu, it, ja, ko, nl, pl, pt, ru, sv, tr, uk, ur or zh
    #[arg(long, value_name = "LANGUAGE", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) locale: Option<Locale>,
    /// First month of the fiscal year, in dates and on the time axis, with the end that names the
    /// year if dates need it: oct, 4, oct:end, apr:start
    #[arg(long, value_name = "MONTH[:start|end]", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) fiscal_start: Option<Fiscal>,
    /// UTC offset of the time axis, and of times written without one: +05:00 or Z
    #[arg(long, value_name = "OFFSET", allow_hyphen_values = true, help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) tz: Option<UtcOffset>,
    /// Date that "present" and "today" stand for, marked with a line if it is in range [default:
    /// none; such ends are left open]
    #[arg(long, value_name = "DATE", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) today: Option<Today>,
    /// Date of Day 0, M1 or week 1 for times that are counted
    #[arg(long, value_name = "DATE", help_heading = READING)]
    pub(crate) origin: Option<String>,
    /// Unit of times that are plain numbers: day, week, month, year and so on, with --origin
    #[arg(long, value_name = "UNIT", help_heading = READING)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) unit: Option<Ticks>,
    /// Part of a document that holds the events, where it has several: keys of JSON with dots
    /// between them, such as data.items, or the number or heading of a table in Markdown
    #[arg(long, value_name = "PATH", help_heading = READING)]
    pub(crate) records: Option<String>,
    /// Sheet of a workbook to read, by its name or its number [default: the first with a table]
    #[arg(long, value_name = "SHEET", help_heading = READING)]
    #[serde(deserialize_with = "parse::sheet")]
    pub(crate) sheet: Option<String>,
    /// Remove footnote marks such as * or [2] from all texts (always removed from dates)
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = READING)]
    pub(crate) strip_footnotes: Option<bool>,
    /// Maximum number of events [default: 100000]
    #[arg(long, value_name = "NUMBER", help_heading = READING)]
    pub(crate) max_events: Option<u64>,
    /// Largest table to accept, in bytes [default: 16777216]
    #[arg(long, value_name = "NUMBER", help_heading = READING)]
    pub(crate) max_bytes: Option<u64>,
    /// Treat notes as errors: print them, write nothing and exit with status 1
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = READING)]
    pub(crate) strict: Option<bool>,

    /// Title above the figure
    #[arg(long, value_name = "TEXT", help_heading = FIGURE)]
    pub(crate) title: Option<String>,
    /// Sentence below the title
    #[arg(long, value_name = "TEXT", help_heading = FIGURE)]
    pub(crate) subtitle: Option<String>,
    /// Source line at the foot of the figure
    #[arg(long, value_name = "TEXT", help_heading = FIGURE)]
    pub(crate) source: Option<String>,
    /// Text alternative for readers who cannot see the figure [default: a generated description]
    #[arg(long, value_name = "TEXT", help_heading = FIGURE)]
    pub(crate) alt_text: Option<String>,
    /// Form of dates in the figure: long (12 March 2010), short (12 Mar 2010), numeric or a pattern
    /// such as 'd MMMM y' or 'dd.MM.y' [default: that of the language]
    #[arg(long, value_name = "FORM", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) date_format: Option<DateLayout>,
    /// Width of the figure, such as 6.5in, 165mm, 468pt or 624px
    #[arg(long, value_name = "LENGTH", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) width: Option<Length>,
    /// Height of the figure, such as 4in; the least important labels are dropped if they do not
    /// fit [default: as much as all labels need]
    #[arg(long, value_name = "LENGTH", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) height: Option<Length>,
    /// Preset width and type size: column, report (default), page, slide or social
    #[arg(long, value_name = "NAME", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) size: Option<Preset>,
    /// How to label events: auto (default), flags, lists, chronicle (a column of dated rows beside a
    /// vertical time axis) or density (columns of counts, with the most important events named)
    #[arg(long, value_name = "STYLE", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) style: Option<LabelStyle>,
    /// Direction of time: horizontal (default) or vertical
    #[arg(long, value_name = "DIRECTION", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) orientation: Option<Axis>,
    /// How many events are named where most are only counted [default: as many as have room]
    #[arg(long, value_name = "NUMBER", help_heading = FIGURE)]
    pub(crate) top: Option<usize>,
    /// Which events are named where most are only counted: 'category=War', 'lane=Ports' or
    /// 'title=Start' [default: the most important]
    #[arg(long, value_name = "COLUMN=VALUE", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) label: Option<LabelRule>,
    /// Columns of a chronicle, each with its own stretch of the time axis: 1 to 5, or auto (default;
    /// as few as fit on one page)
    #[arg(long, value_name = "NUMBER|auto", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) fold: Option<Fold>,
    /// Repeat the year or the day in every date instead of giving it where it changes
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = FIGURE)]
    pub(crate) repeat_dates: Option<bool>,
    /// How long to search for a good label layout: fast, normal (default) or best
    #[arg(long, value_name = "EFFORT", help_heading = FIGURE)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) effort: Option<Effort>,

    /// First date shown; earlier events are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = TIME)]
    pub(crate) from: Option<String>,
    /// Last date shown; later events are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true, help_heading = TIME)]
    pub(crate) to: Option<String>,
    /// Unit of the time axis: second, minute, hour, day, week, month, quarter, half, year, decade,
    /// century or millennium
    #[arg(long, value_name = "UNIT", help_heading = TIME)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) ticks: Option<Ticks>,
    /// First day of the week on the time axis [default: monday]
    #[arg(long, value_name = "DAY", help_heading = TIME)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) week_start: Option<Weekday>,
    /// Label weeks on the time axis by number (ISO 8601) instead of their first day
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = TIME)]
    pub(crate) week_numbers: Option<bool>,
    /// Shade weekends, where the time axis is long enough to tell days apart
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = TIME)]
    pub(crate) weekends: Option<bool>,
    /// Gap to cut out of the time axis: auto, none (default) or a range A..B; may be repeated
    #[arg(long = "break", value_name = "WHERE", allow_hyphen_values = true, help_heading = TIME)]
    #[serde(rename = "break", deserialize_with = "one_or_many")]
    pub(crate) breaks: Vec<BreakText>,
    /// Time scale: linear (default) or log (for ages only)
    #[arg(long, value_name = "SCALE", help_heading = TIME)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) scale: Option<Scaling>,

    /// Column that assigns events to lanes, or none for a single lane [default: lane; without such a
    /// column, spans are grouped by category where categories go on side by side]
    #[arg(long, value_name = "COLUMN", help_heading = LANES)]
    pub(crate) lane_by: Option<String>,
    /// Order of the lanes: start (default), file, name, or lane names separated by commas; quote a
    /// name that contains a comma, as in '"A, B",C', or use a list in the file of options
    #[arg(long, value_name = "ORDER", help_heading = LANES)]
    #[serde(deserialize_with = "parse::lane_order")]
    pub(crate) lane_order: Option<LaneOrder>,
    /// Rows of a lane: auto (default), pack (as few as possible) or staircase (one for each event)
    #[arg(long, value_name = "RULE", help_heading = LANES)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) lane_rows: Option<LaneRowRule>,
    /// What to show after names in lanes: dates, duration or none [default: dates, shortened to
    /// the time axis, where there is room]
    #[arg(long, value_name = "WHAT", help_heading = LANES)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) show: Option<Show>,
    /// Order of events within a lane: start (default), file, duration or name
    #[arg(long, value_name = "ORDER", help_heading = LANES)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) sort: Option<Sort>,
    /// Shaded period behind the events, such as 1801..1825=Jefferson to Monroe; may be repeated
    #[arg(long = "era", value_name = "A..B=NAME", allow_hyphen_values = true, help_heading = LANES)]
    #[serde(rename = "era", deserialize_with = "one_or_many")]
    pub(crate) eras: Vec<EraText>,
    /// Line across the figure at a date, such as 2020-03-11=Pandemic; may be repeated
    #[arg(long = "mark", value_name = "DATE=NAME", allow_hyphen_values = true, help_heading = LANES)]
    #[serde(rename = "mark", deserialize_with = "one_or_many")]
    pub(crate) marks: Vec<MarkText>,

    /// Colours: light (default), dark, print (greyscale), auto (an SVG that follows the reader's
    /// light or dark mode), or a house style in a TOML file
    #[arg(long, value_name = "NAME|FILE", help_heading = COLOURS)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) theme: Option<ThemeText>,
    /// Background: none (transparent) or a colour such as #fff1e5 [default: that of the theme]
    #[arg(long, value_name = "COLOUR", help_heading = COLOURS)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) background: Option<Background>,
    /// Distinguish categories by the shapes of dots and patterns of bars as well as by colour
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = COLOURS)]
    pub(crate) shapes: Option<bool>,
    /// Colour of a category, such as Trade=teal or Trade=#186272; may be repeated
    #[arg(long = "category", value_name = "NAME=COLOUR", help_heading = COLOURS)]
    #[serde(rename = "category", deserialize_with = "parse::categories")]
    pub(crate) categories: Vec<CategoryText>,
    /// Name for all categories after the sixth [default: Other]
    #[arg(long, value_name = "TEXT", help_heading = COLOURS)]
    pub(crate) other: Option<String>,
    /// When to show the legend: auto (default; unless the subtitle names every category), always
    /// or none
    #[arg(long, value_name = "WHEN", help_heading = COLOURS)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) legend: Option<Legend>,

    /// Keep quotes, hyphens and dots as they are typed in the table
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = OUTPUT)]
    pub(crate) plain_text: Option<bool>,
    /// Font file (TrueType or OpenType) for characters that the built-in font lacks; may be
    /// repeated, tried in order
    #[arg(long, value_name = "FILE", help_heading = OUTPUT)]
    #[serde(deserialize_with = "one_or_many")]
    pub(crate) font: Vec<PathBuf>,
    /// Search the fonts of the system, too, for characters that the built-in font lacks
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL", help_heading = OUTPUT)]
    pub(crate) system_fonts: Option<bool>,
    /// Text in an SVG: live (default; text with an embedded font) or outlines (shapes, for viewers
    /// that ignore embedded fonts)
    #[arg(long, value_name = "FORM", help_heading = OUTPUT)]
    #[serde(deserialize_with = "by_text")]
    pub(crate) svg_text: Option<SvgText>,
    /// Resolution of a PNG, in pixels per inch [default: 288]
    #[arg(long, value_name = "NUMBER", help_heading = OUTPUT)]
    pub(crate) dpi: Option<f64>,
    /// Standards that a PDF keeps to, separated by commas: ua-1 (PDF/UA-1), and a-2a, a-2b or a-3a
    /// (PDF/A) [default: ua-1 where nothing is against it]
    #[arg(long, value_name = "STANDARD", value_delimiter = ',', help_heading = OUTPUT)]
    #[serde(deserialize_with = "parse::pdf_standards")]
    pub(crate) pdf_standard: Vec<PdfStandard>,
    /// Version of a PDF: 1.4, 1.5 (for pdfTeX), 1.6 or 1.7 (default)
    #[arg(long, value_name = "VERSION", help_heading = OUTPUT)]
    #[serde(deserialize_with = "parse::pdf_version")]
    pub(crate) pdf_version: Option<PdfFileVersion>,
}

impl Settings {
    /// These choices, and those of `other` where there are none here.
    pub(crate) fn or(self, other: Settings) -> Settings {
        Settings {
            columns: keyed(self.columns, other.columns, |column| column.role),
            encoding: self.encoding.or(other.encoding),
            date_order: self.date_order.or(other.date_order),
            date_notation: self.date_notation.or(other.date_notation),
            century: self.century.or(other.century),
            year_pairs: self.year_pairs.or(other.year_pairs),
            negative_years: self.negative_years.or(other.negative_years),
            date_numbers: self.date_numbers.or(other.date_numbers),
            midnight: self.midnight.or(other.midnight),
            locale: self.locale.or(other.locale),
            fiscal_start: self.fiscal_start.or(other.fiscal_start),
            tz: self.tz.or(other.tz),
            today: self.today.or(other.today),
            origin: self.origin.or(other.origin),
            unit: self.unit.or(other.unit),
            records: self.records.or(other.records),
            sheet: self.sheet.or(other.sheet),
            strip_footnotes: self.strip_footnotes.or(other.strip_footnotes),
            max_events: self.max_events.or(other.max_events),
            max_bytes: self.max_bytes.or(other.max_bytes),
            strict: self.strict.or(other.strict),
            title: self.title.or(other.title),
            subtitle: self.subtitle.or(other.subtitle),
            source: self.source.or(other.source),
            alt_text: self.alt_text.or(other.alt_text),
            date_format: self.date_format.or(other.date_format),
            width: self.width.or(other.width),
            height: self.height.or(other.height),
            size: self.size.or(other.size),
            style: self.style.or(other.style),
            orientation: self.orientation.or(other.orientation),
            top: self.top.or(other.top),
            label: self.label.or(other.label),
            fold: self.fold.or(other.fold),
            repeat_dates: self.repeat_dates.or(other.repeat_dates),
            effort: self.effort.or(other.effort),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
            ticks: self.ticks.or(other.ticks),
            week_start: self.week_start.or(other.week_start),
            week_numbers: self.week_numbers.or(other.week_numbers),
            weekends: self.weekends.or(other.weekends),
            breaks: listed(self.breaks, other.breaks),
            scale: self.scale.or(other.scale),
            lane_by: self.lane_by.or(other.lane_by),
            lane_order: self.lane_order.or(other.lane_order),
            lane_rows: self.lane_rows.or(other.lane_rows),
            show: self.show.or(other.show),
            sort: self.sort.or(other.sort),
            eras: listed(self.eras, other.eras),
            marks: listed(self.marks, other.marks),
            theme: self.theme.or(other.theme),
            background: self.background.or(other.background),
            shapes: self.shapes.or(other.shapes),
            categories: keyed(self.categories, other.categories, |one| one.0.name.clone()),
            other: self.other.or(other.other),
            legend: self.legend.or(other.legend),
            plain_text: self.plain_text.or(other.plain_text),
            font: listed(self.font, other.font),
            system_fonts: self.system_fonts.or(other.system_fonts),
            svg_text: self.svg_text.or(other.svg_text),
            dpi: self.dpi.or(other.dpi),
            pdf_standard: listed(self.pdf_standard, other.pdf_standard),
            pdf_version: self.pdf_version.or(other.pdf_version),
        }
    }
}

/// The list `first`, or `other` if that is empty.
fn listed<T>(first: Vec<T>, other: Vec<T>) -> Vec<T> {
    if first.is_empty() { other } else { first }
}

/// The entries of `first`, and those of `then` whose key none of them has.
fn keyed<T, K: PartialEq>(first: Vec<T>, then: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let known: Vec<K> = first.iter().map(&key).collect();
    let new = then.into_iter().filter(|entry| !known.contains(&key(entry)));
    first.into_iter().chain(new).collect()
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

    #[test]
    fn flags_come_before_the_file() {
        assert_eq!(settings("title = 'a'").or(settings("title = 'b'")), settings("title = 'a'"));
        assert_eq!(Settings::default().or(settings("title = 'b'")), settings("title = 'b'"));
        let off = settings("strict = false").or(settings("strict = true"));
        assert_eq!(off.strict, Some(false));
        let first = settings("[column]\ndate = 'a'");
        let both = first.or(settings("[column]\ndate = 'b'\ntitle = 'c'"));
        assert_eq!(both, settings("[column]\ndate = 'a'\ntitle = 'c'"));
    }
}
