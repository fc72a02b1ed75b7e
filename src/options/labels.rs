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
    /// Columns of counts along a horizontal ruler, and flags for the most important.
    Density,
}

impl LabelStyle {
    /// All kinds with their names.
    pub const ALL: [(LabelStyle, &str); 5] = [
        (LabelStyle::Auto, "auto"),
        (LabelStyle::Flags, "flags"),
        (LabelStyle::Lists, "lists"),
        (LabelStyle::Chronicle, "chronicle"),
        (LabelStyle::Density, "density"),
    ];
}

impl FromStr for LabelStyle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&LabelStyle::ALL, text, "style")
    }
}

/// Which events are named where most are only counted: those of which a column says this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRule {
    /// The column.
    pub column: LabelColumn,
    /// What it says of them.
    pub value: String,
}

/// A column that decides which events are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelColumn {
    /// Their titles.
    Title,
    /// Their categories.
    Category,
    /// Their lanes.
    Lane,
}

impl LabelColumn {
    /// All of them with their names.
    const ALL: [(LabelColumn, &str); 3] = [
        (LabelColumn::Title, "title"),
        (LabelColumn::Category, "category"),
        (LabelColumn::Lane, "lane"),
    ];
}

impl FromStr for LabelRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((column, value)) = text.split_once('=') else {
            return Err("write the column and what it says, as category=War".into());
        };
        let column = named(&LabelColumn::ALL, column, "column of names")?;
        Ok(Self { column, value: value.trim().to_owned() })
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
