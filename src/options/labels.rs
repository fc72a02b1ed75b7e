//! What the user may choose about labels.

use super::named;
use crate::geometry::Axis;
use std::str::FromStr;

/// What events are set as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelStyle {
    /// Flags where they suffice, lists where it is dense.
    #[default]
    Auto,
    /// Flags alone: each event at its own date.
    Flags,
    /// Lists, and flags for what stands alone.
    Lists,
    /// A column of dated rows beside a vertical ruler.
    Chronicle,
}

impl LabelStyle {
    /// All kinds with their names.
    pub const ALL: [(LabelStyle, &str); 4] = [
        (LabelStyle::Auto, "auto"),
        (LabelStyle::Flags, "flags"),
        (LabelStyle::Lists, "lists"),
        (LabelStyle::Chronicle, "chronicle"),
    ];
}

impl FromStr for LabelStyle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&LabelStyle::ALL, text, "kind of label")
    }
}

/// Into how many columns a chronicle is folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// As few as hold it on a page.
    #[default]
    Auto,
    /// So many: 1 to 5.
    Columns(usize),
}

impl Fold {
    /// The most columns.
    pub const MOST: usize = 5;
}

impl FromStr for Fold {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("auto") {
            return Ok(Self::Auto);
        }
        let columns = text.parse().ok().filter(|columns| (1..=Self::MOST).contains(columns));
        columns.map(Self::Columns).ok_or_else(|| {
            format!("a chronicle has 1 to {} columns; give their number, or auto", Self::MOST)
        })
    }
}

/// The axes with their names.
const AXES: [(Axis, &str); 2] = [(Axis::Horizontal, "horizontal"), (Axis::Vertical, "vertical")];

impl FromStr for Axis {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&AXES, text, "orientation")
    }
}

/// How long to search for a good placement of labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// The first that is sound and even.
    Fast,
    /// Until more of it is hardly seen.
    #[default]
    Normal,
    /// Many times as long.
    Best,
}

impl Effort {
    /// All with their names.
    pub const ALL: [(Effort, &str); 3] =
        [(Effort::Fast, "fast"), (Effort::Normal, "normal"), (Effort::Best, "best")];
}

impl FromStr for Effort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Effort::ALL, text, "effort")
    }
}
