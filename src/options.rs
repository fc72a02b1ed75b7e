//! What the user may choose: every field is a flag of the command and a key of a config file.

mod colours;
mod encoding;
mod labels;
mod lanes;
mod ruler;
mod size;

pub use colours::{Background, Legend, Paint, Painted, ThemeChoice};
pub use encoding::Encoding;
pub use labels::{Effort, LabelStyle};
pub use lanes::{EraText, LaneOrder, MarkText, Sort};
pub use ruler::{Break, Scaling, Ticks, Weekday};
pub use size::{Length, Preset};

use crate::date::{Date, DateOptions, DateOrder, Fiscal, Locale, Today, UtcOffset};
use crate::error::{Error, Result, meant, nearest};
use crate::geometry::{Axis, Sub};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Choices for a figure; none means the default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Options {
    /// Title over the figure
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Sentence under the title
    #[arg(long, value_name = "TEXT")]
    pub subtitle: Option<String>,
    /// Source line under the figure
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Words that stand for the figure where it cannot be seen, in place of our own
    #[arg(long, value_name = "TEXT")]
    pub alt_text: Option<String>,
    /// Width of the figure: 6.5in, 165mm, 468pt, 624px
    #[arg(long, value_name = "LENGTH")]
    #[serde(deserialize_with = "by_text")]
    pub width: Option<Length>,
    /// Height of the figure, which labels make way for by importance: 4in, 100mm, 384px
    /// [default: what all labels need]
    #[arg(long, value_name = "LENGTH")]
    #[serde(deserialize_with = "by_text")]
    pub height: Option<Length>,
    /// Size and scale of type for a place: column, report (default), page, slide, social
    #[arg(long, value_name = "NAME")]
    #[serde(deserialize_with = "by_text")]
    pub size: Option<Preset>,
    /// Pixels of a PNG in one inch [default: 288]
    #[arg(long, value_name = "NUMBER")]
    pub dpi: Option<f64>,
    /// First date shown; events before it are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// Last date shown; events after it are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub to: Option<String>,
    /// Order of a date in numbers, as 03/04/2010: dmy, mdy, ymd
    #[arg(long, value_name = "ORDER")]
    #[serde(deserialize_with = "by_text")]
    pub date_order: Option<DateOrder>,
    /// First month of fiscal years, in dates and on the ruler, and which of its years names one:
    /// oct, 4, oct:end, apr:start
    #[arg(long, value_name = "MONTH[:start|end]")]
    #[serde(deserialize_with = "by_text")]
    pub fiscal_start: Option<Fiscal>,
    /// Zone of clock times that are written without one, and of the ruler: +05:00, Z
    #[arg(long, value_name = "OFFSET", allow_hyphen_values = true)]
    #[serde(deserialize_with = "by_text")]
    pub tz: Option<UtcOffset>,
    /// The day that "present" and "today" mean, without it they are an open end; a line marks it
    /// where it is in the time shown
    #[arg(long, value_name = "DATE")]
    #[serde(deserialize_with = "by_text")]
    pub today: Option<Today>,
    /// Language of month names besides English: de, es, fr, hi, it, nl, pl, pt, ru, tr, ur
    #[arg(long, value_name = "LANGUAGE")]
    #[serde(deserialize_with = "by_text")]
    pub locale: Option<Locale>,
    /// What the table is in, if not UTF-8: windows-1252, utf-16le, koi8-r, …
    #[arg(long, value_name = "NAME")]
    #[serde(deserialize_with = "by_text")]
    pub encoding: Option<Encoding>,
    /// Most events that a table may have [default: 100000]
    #[arg(long, value_name = "NUMBER")]
    pub max_events: Option<u64>,
    /// Most bytes that a table may have [default: 16777216]
    #[arg(long, value_name = "NUMBER")]
    pub max_bytes: Option<u64>,
    /// Unit of the ruler's cells: second, minute, hour, day, week, month, quarter, half, year,
    /// decade, century, millennium
    #[arg(long, value_name = "UNIT")]
    #[serde(deserialize_with = "by_text")]
    pub ticks: Option<Ticks>,
    /// First day of weeks on the ruler [default: monday]
    #[arg(long, value_name = "DAY")]
    #[serde(deserialize_with = "by_text")]
    pub week_start: Option<Weekday>,
    /// Empty stretch that the ruler leaves out: auto, none (default), or A..B, which may be repeated
    #[arg(long = "break", value_name = "WHERE", allow_hyphen_values = true)]
    #[serde(rename = "break", deserialize_with = "one_or_many")]
    pub breaks: Vec<Break>,
    /// How the ruler maps time: linear (default), log (ages only)
    #[arg(long, value_name = "HOW")]
    #[serde(deserialize_with = "by_text")]
    pub scale: Option<Scaling>,
    /// What events are set as: auto (default), flags, lists
    #[arg(long, value_name = "KIND")]
    #[serde(deserialize_with = "by_text")]
    pub style: Option<LabelStyle>,
    /// Which way time runs: horizontal (default), vertical
    #[arg(long, value_name = "WAY")]
    #[serde(deserialize_with = "by_text")]
    pub orientation: Option<Axis>,
    /// How long to search for a good placement of labels: fast, normal (default), best
    #[arg(long, value_name = "EFFORT")]
    #[serde(deserialize_with = "by_text")]
    pub effort: Option<Effort>,
    /// Colours: light (default), dark, print (grey), auto (an SVG that is light or dark as its reader
    /// prefers), or a house style in a TOML file
    #[arg(long, value_name = "NAME|FILE")]
    #[serde(deserialize_with = "by_text")]
    pub theme: Option<ThemeChoice>,
    /// Ground: none (transparent), or a colour as #fff1e5 [default: that of the theme]
    #[arg(long, value_name = "COLOUR")]
    #[serde(deserialize_with = "by_text")]
    pub background: Option<Background>,
    /// Tell categories by shapes of dots and patterns of bars, too
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    pub shapes: Option<bool>,
    /// Colour of a category: Trade=teal, Trade=#186272; may be repeated
    #[arg(long = "category", value_name = "NAME=COLOUR")]
    #[serde(rename = "category", deserialize_with = "colours::painted")]
    pub categories: Vec<Painted>,
    /// Name for the categories beyond the sixth [default: Other]
    #[arg(long, value_name = "TEXT")]
    pub other: Option<String>,
    /// Whether categories have a legend: auto (unless the subtitle names them all), always, none
    #[arg(long, value_name = "WHEN")]
    #[serde(deserialize_with = "by_text")]
    pub legend: Option<Legend>,
    /// Column whose values are the lanes [default: lane]
    #[arg(long, value_name = "COLUMN")]
    pub lane_by: Option<String>,
    /// Order of the lanes: start (default), file, name, or their names with commas; one that holds
    /// commas stands in quotes, '"A, B",C', or in a list in the file of options
    #[arg(long, value_name = "ORDER")]
    #[serde(deserialize_with = "order_of_lanes")]
    pub lane_order: Option<LaneOrder>,
    /// Order of the rows of a lane: start (default), file, duration, name
    #[arg(long, value_name = "ORDER")]
    #[serde(deserialize_with = "by_text")]
    pub sort: Option<Sort>,
    /// Pale ground behind a stretch of time; may be repeated
    #[arg(long = "era", value_name = "A..B=NAME", allow_hyphen_values = true)]
    #[serde(rename = "era", deserialize_with = "one_or_many")]
    pub eras: Vec<EraText>,
    /// Line through the figure at a date; may be repeated
    #[arg(long = "mark", value_name = "DATE=NAME", allow_hyphen_values = true)]
    #[serde(rename = "mark", deserialize_with = "one_or_many")]
    pub marks: Vec<MarkText>,
    /// Font for characters that the bundled one lacks, a TrueType or OpenType file; may be
    /// repeated, the first is asked first
    #[arg(long, value_name = "FILE")]
    #[serde(deserialize_with = "one_or_many")]
    pub font: Vec<PathBuf>,
    /// Look for such characters in the fonts of the system, too
    #[arg(long)]
    pub system_fonts: bool,
    /// Text of an SVG: live (letters with a font), outlines (shapes, for viewers without fonts)
    #[arg(long, value_name = "HOW")]
    #[serde(deserialize_with = "by_text")]
    pub svg_text: Option<SvgText>,
    /// Take notes for faults: tell them, exit with 1 and write nothing
    #[arg(long)]
    pub strict: bool,
}

impl Options {
    /// These choices, and those of `other` where there are none here.
    pub fn or(self, other: Options) -> Options {
        Options {
            title: self.title.or(other.title),
            subtitle: self.subtitle.or(other.subtitle),
            source: self.source.or(other.source),
            width: self.width.or(other.width),
            height: self.height.or(other.height),
            size: self.size.or(other.size),
            dpi: self.dpi.or(other.dpi),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
            date_order: self.date_order.or(other.date_order),
            fiscal_start: self.fiscal_start.or(other.fiscal_start),
            tz: self.tz.or(other.tz),
            today: self.today.or(other.today),
            locale: self.locale.or(other.locale),
            ticks: self.ticks.or(other.ticks),
            week_start: self.week_start.or(other.week_start),
            breaks: if self.breaks.is_empty() { other.breaks } else { self.breaks },
            scale: self.scale.or(other.scale),
            style: self.style.or(other.style),
            orientation: self.orientation.or(other.orientation),
            effort: self.effort.or(other.effort),
            theme: self.theme.or(other.theme),
            background: self.background.or(other.background),
            shapes: self.shapes.or(other.shapes),
            categories: painted(self.categories, other.categories),
            other: self.other.or(other.other),
            legend: self.legend.or(other.legend),
            lane_by: self.lane_by.or(other.lane_by),
            lane_order: self.lane_order.or(other.lane_order),
            sort: self.sort.or(other.sort),
            eras: if self.eras.is_empty() { other.eras } else { self.eras },
            marks: if self.marks.is_empty() { other.marks } else { self.marks },
            svg_text: self.svg_text.or(other.svg_text),
            font: if self.font.is_empty() { other.font } else { self.font },
            system_fonts: self.system_fonts || other.system_fonts,
            encoding: self.encoding.or(other.encoding),
            max_events: self.max_events.or(other.max_events),
            max_bytes: self.max_bytes.or(other.max_bytes),
            alt_text: self.alt_text.or(other.alt_text),
            strict: self.strict || other.strict,
        }
    }

    /// How dates are read.
    pub fn dates(&self) -> DateOptions {
        DateOptions {
            order: self.date_order,
            fiscal: self.fiscal_start,
            zone: self.tz,
            today: self.today,
            locale: self.locale,
        }
    }

    /// The date that the option `name` gives as `text`.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] if the text is no date.
    pub fn date(&self, name: &str, text: &str) -> Result<Date> {
        Date::parse(text, &self.dates()).map_err(|error| {
            Error::options(format!("--{name}: {}: {error}", crate::error::quoted(text)))
        })
    }

    /// Whether the colours are those of a house style.
    pub fn has_house(&self) -> bool {
        matches!(self.theme, Some(ThemeChoice::House(_)))
    }

    /// The size preset.
    pub fn preset(&self) -> Preset {
        self.size.unwrap_or_default()
    }

    /// The axis that time runs along.
    pub fn axis(&self) -> Axis {
        self.orientation.unwrap_or_default()
    }

    /// The least height of the canvas.
    pub fn least_height(&self) -> Sub {
        self.height.map_or(self.preset().height(), |height| height.0)
    }

    /// The width of the canvas.
    pub fn canvas_width(&self) -> Sub {
        self.width.map_or(self.preset().width(), |width| width.0)
    }
}

/// The categories of `first`, and those of `then` that it does not have.
fn painted(mut first: Vec<Painted>, then: Vec<Painted>) -> Vec<Painted> {
    for painted in then {
        if first.iter().all(|known| known.name != painted.name) {
            first.push(painted);
        }
    }
    first
}

/// A field that is written as text and read by [`FromStr`].
fn by_text<'de, D, T>(input: D) -> std::result::Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let text = String::deserialize(input)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

/// A text or a list of them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write a text, or a list of texts")]
enum Texts {
    One(String),
    Many(Vec<String>),
}

/// A field that is one text or a list of them, each read by [`FromStr`].
fn one_or_many<'de, D, T>(input: D) -> std::result::Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let texts = match Texts::deserialize(input)? {
        Texts::One(text) => vec![text],
        Texts::Many(texts) => texts,
    };
    texts.iter().map(|text| text.parse().map_err(serde::de::Error::custom)).collect()
}

/// An order of lanes, as on the command line or as a list of names.
fn order_of_lanes<'de, D>(input: D) -> std::result::Result<Option<LaneOrder>, D::Error>
where
    D: Deserializer<'de>,
{
    match Texts::deserialize(input)? {
        Texts::One(text) => text.parse().map(Some).map_err(serde::de::Error::custom),
        Texts::Many(names) => Ok(Some(LaneOrder::Named(names))),
    }
}

/// How the text of an SVG is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As text, with the letters it needs embedded as a font.
    #[default]
    Live,
    /// As shapes, with the text laid over them unseen.
    Outlines,
}

impl SvgText {
    /// All ways with their names.
    pub const ALL: [(SvgText, &str); 2] =
        [(SvgText::Live, "live"), (SvgText::Outlines, "outlines")];
}

impl FromStr for SvgText {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        named(&SvgText::ALL, text, "way to write text")
    }
}

/// The value called `text`, in any case.
fn named<T: Copy>(all: &[(T, &str)], text: &str, what: &str) -> std::result::Result<T, String> {
    let found = all.iter().find(|(_, name)| name.eq_ignore_ascii_case(text.trim()));
    let names = || all.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    found.map(|(value, _)| *value).ok_or_else(|| {
        let near = nearest(all.iter().map(|(_, name)| *name), &[&text.trim().to_lowercase()]);
        format!("there is no such {what}{}; choose {}", meant(near), names())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_config_has_the_names_of_the_flags() {
        let config: Options = toml::from_str(
            "title = 'T'\nwidth = '3.35in'\nfrom = '2009'\ndpi = 300\nsvg-text = 'outlines'\n\
             break = 'auto'\nfiscal-start = 'oct:end'\ntz = '+05:00'",
        )
        .expect("a config");
        assert_eq!(config.title.as_deref(), Some("T"));
        assert_eq!(config.width.map(|width| width.to_string()), Some("321.59375px".into()));
        assert_eq!(config.from.as_deref(), Some("2009"));
        assert_eq!((config.dpi, config.svg_text), (Some(300.0), Some(SvgText::Outlines)));
        assert_eq!(config.breaks, [Break::Auto]);
        assert_eq!(config.fiscal_start.map(Fiscal::month), Some(10));
        assert_eq!(config.tz, UtcOffset::from_seconds(5 * 3600));
        let breaks: Options = toml::from_str("break = ['1000..1400', '1500..1600']").expect("two");
        assert_eq!(breaks.breaks.len(), 2);
        let lanes: Options = toml::from_str(
            "lane-by = 'party'\nlane-order = 'A, B'\nsort = 'name'\n\
             era = ['1801..1825=Dynasty', '1825..=Rest']\nmark = '1812=War'",
        )
        .expect("lanes");
        assert_eq!((lanes.lane_by.as_deref(), lanes.sort), (Some("party"), Some(Sort::Name)));
        assert_eq!(lanes.lane_order, Some(LaneOrder::Named(vec!["A".into(), "B".into()])));
        assert_eq!((lanes.eras.len(), lanes.marks.len()), (2, 1));
        let listed: Options = toml::from_str("lane-order = ['A, B', 'name']").expect("a list");
        let names = vec!["A, B".into(), "name".into()];
        assert_eq!(listed.lane_order, Some(LaneOrder::Named(names)));
        assert!(toml::from_str::<Options>("titel = 'T'").is_err());
        assert!(toml::from_str::<Options>("size = 'poster'").is_err());
    }

    #[test]
    fn the_nearer_choice_wins() {
        let of = |title: &str| Options { title: Some(title.into()), ..Options::default() };
        assert_eq!(of("a").or(of("b")), of("a"));
        assert_eq!(Options::default().or(of("b")), of("b"));
    }
}
