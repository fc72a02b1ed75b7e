//! What a user of the library may choose. Each verb has options of its own:
//! [`ReadOptions`](crate::ReadOptions), [`FigureOptions`] and
//! [`RenderOptions`](crate::RenderOptions).
//!
//! All of them begin as `default()`, and fields are set one by one:
//!
//! ```
//! use annals::FigureOptions;
//! use annals::options::{Preset, ThemeChoice};
//!
//! let mut options = FigureOptions::default();
//! options.title = Some("Into space".into());
//! options.size = Some(Preset::Slide);
//! options.theme = Some(ThemeChoice::Dark);
//! options.width = Some("165mm".parse()?);
//! options.from = Some("1957".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod colours;
mod encoding;
mod labels;
mod lanes;
mod pdf_standard;
mod pdf_version;
mod ruler;
mod size;

pub use crate::date::{
    Century, DateLayout, DateNumbers, DateOptions, DateOrder, DatePattern, DateStyle, Fiscal,
    Locale, Midnight, NamedBy, NegativeYears, Notation, Today, UtcOffset, YearPairs,
};
pub use crate::geometry::Axis;
pub use crate::text::{Face, Fonts};
pub use crate::theme::{Colour, House};
pub use colours::{Background, CategoryColour, Legend, Paint, ThemeChoice};
pub use encoding::Encoding;
pub use labels::{Effort, Fold, LabelColumn, LabelRule, LabelStyle};
pub use lanes::{EraOption, LaneBy, LaneOrder, LaneRowRule, MarkerOption, Show, Sort};
pub use pdf_standard::PdfStandard;
pub use pdf_version::PdfFileVersion;
pub use ruler::{BreakChoice, Scaling, Ticks, Weekday};
pub use size::{Length, Preset};

use crate::date::Date;
use crate::error::{meant, nearest};
use crate::geometry::Sub;
use crate::words::Words;
use std::str::FromStr;
use std::sync::Arc;

/// Choices for a figure; `None` and an empty list mean the default.
#[cfg_attr(not(feature = "internals"), non_exhaustive)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureOptions {
    /// Title above the figure.
    pub title: Option<String>,
    /// Sentence below the title.
    pub subtitle: Option<String>,
    /// Source line at the foot of the figure.
    pub source: Option<String>,
    /// Text alternative for readers who cannot see the figure; a generated description without.
    pub alt_text: Option<String>,
    /// Language of the figure: its dates and its own words; English without.
    pub locale: Option<Locale>,
    /// Form of the dates; the usual one of the language without.
    pub date_format: Option<DateLayout>,
    /// Width of the figure; that of the preset without.
    pub width: Option<Length>,
    /// Height of the figure, for which the least important labels are dropped if they do not fit;
    /// as much as all labels need without.
    pub height: Option<Length>,
    /// Preset width and type size; [`Preset::Report`] without.
    pub size: Option<Preset>,
    /// How events are labelled.
    pub style: Option<LabelStyle>,
    /// How many events are named where most are only counted; as many as have room without.
    pub top: Option<usize>,
    /// Which events are named there; the most important without.
    pub label: Option<LabelRule>,
    /// Into how many columns a chronicle is folded; as few as hold it on a page without.
    pub fold: Option<Fold>,
    /// Whether a chronicle goes over as many pages as it needs, each as high as `height` or, without, as a
    /// page of its preset; [`compose_pages`](crate::compose_pages) composes them.
    pub pages: Option<bool>,
    /// Whether dates beside each other are told in full, though they share a year or a day.
    pub repeat_dates: Option<bool>,
    /// The axis that time runs along; horizontal without, but for a chronicle.
    pub orientation: Option<Axis>,
    /// How long to search for a good label layout.
    pub effort: Option<Effort>,
    /// First date shown; events before it are left out.
    pub from: Option<Date>,
    /// Last date shown; events after it are left out.
    pub to: Option<Date>,
    /// First month of fiscal years on the time axis.
    pub fiscal_start: Option<Fiscal>,
    /// UTC offset of the time axis; that of the dates without, if they have only one.
    pub tz: Option<UtcOffset>,
    /// The present, which is marked with a line if it is in range.
    pub today: Option<Today>,
    /// Unit of the time axis; chosen by the room there is without.
    pub ticks: Option<Ticks>,
    /// First day of the week on the time axis; Monday without.
    pub week_start: Option<Weekday>,
    /// Whether weeks on the time axis are called by their numbers; by their first day without.
    pub week_numbers: Option<bool>,
    /// Whether weekends are shaded, where days can be told apart.
    pub weekends: Option<bool>,
    /// Gaps to cut out of the time axis. Without any, a long gap is noted.
    pub breaks: Vec<BreakChoice>,
    /// How time is mapped to length.
    pub scale: Option<Scaling>,
    /// What puts events into lanes.
    pub lane_by: Option<LaneBy>,
    /// How the events of a lane are dealt out to rows.
    pub lane_rows: Option<LaneRowRule>,
    /// What is shown of dates in lanes; without, as much of the dates as tells them apart on the
    /// time axis, where there is room.
    pub show: Option<Show>,
    /// Order of the lanes.
    pub lane_order: Option<LaneOrder>,
    /// Order of events within a lane.
    pub sort: Option<Sort>,
    /// Shaded periods behind the events.
    pub eras: Vec<EraOption>,
    /// Lines across the figure.
    pub markers: Vec<MarkerOption>,
    /// Colours; light without.
    pub theme: Option<ThemeChoice>,
    /// Background; that of the theme without.
    pub background: Option<Background>,
    /// Whether categories differ by the shapes of dots and patterns of bars as well as by colour;
    /// as the theme has it without.
    pub shapes: Option<bool>,
    /// Colours of categories.
    pub categories: Vec<CategoryColour>,
    /// Name for all categories after the sixth; "Other" without.
    pub other: Option<String>,
    /// When the legend is shown.
    pub legend: Option<Legend>,
    /// Whether texts of the table keep their characters, without the quotation marks and dashes of
    /// print.
    pub plain_text: Option<bool>,
    /// The figure's own faces; those of the theme or the bundled ones without.
    pub fonts: Option<Fonts>,
    /// Faces for characters that the figure's own lack, tried in order.
    pub faces: Vec<Arc<Face>>,
    /// Whether `faces` has all that a search of the system for fonts gave, so that no message asks for one.
    pub has_system_faces: bool,
}

impl FigureOptions {
    /// Whether the colours are those of a house style.
    pub(crate) fn has_house(&self) -> bool {
        matches!(self.theme, Some(ThemeChoice::House(_)))
    }

    /// The language and the form of dates.
    pub(crate) fn date_style(&self) -> DateStyle {
        DateStyle {
            locale: self.locale.unwrap_or_default(),
            layout: self.date_format,
            counts: None,
        }
    }

    /// The figure's own words.
    pub(crate) fn words(&self) -> &'static Words {
        Words::of(self.locale.unwrap_or_default())
    }

    /// The size preset.
    pub(crate) fn preset(&self) -> Preset {
        self.size.unwrap_or_default()
    }

    /// The axis that time runs along.
    pub(crate) fn axis(&self) -> Axis {
        self.orientation.unwrap_or_default()
    }

    /// The least height of the canvas.
    pub(crate) fn least_height(&self) -> Sub {
        self.height.map_or(self.preset().height(), |height| height.0)
    }

    /// The width of the canvas.
    pub(crate) fn canvas_width(&self) -> Sub {
        self.width.map_or(self.preset().width(), |width| width.0)
    }
}

/// How the text of an SVG is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As outlines, which look alike in every viewer, with the text laid over them unseen.
    #[default]
    Outlines,
    /// As text, with the letters it needs embedded as a font, which browsers use.
    Live,
    /// As outlines alone.
    None,
}

impl SvgText {
    /// All ways with their names.
    pub const ALL: [(SvgText, &str); 3] =
        [(SvgText::Outlines, "outlines"), (SvgText::Live, "live"), (SvgText::None, "none")];
}

impl FromStr for SvgText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&SvgText::ALL, text, "way to write text")
    }
}

/// The value called `text`, in any case.
fn named<T: Copy>(all: &[(T, &str)], text: &str, what: &str) -> Result<T, String> {
    let found = all.iter().find(|(_, name)| name.eq_ignore_ascii_case(text.trim()));
    let names = || all.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    found.map(|(value, _)| *value).ok_or_else(|| {
        let near = nearest(all.iter().map(|(_, name)| *name), &[&text.trim().to_lowercase()]);
        format!("unknown {what}{}; choose {}", meant(near), names())
    })
}
