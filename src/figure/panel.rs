//! Panels: events that are counted, as columns over the bins of the calendar.

use super::Text;
use crate::date::Instant;
use crate::geometry::{Point, Rect};
use crate::theme::Colour;

/// The counts of a group in their place: a histogram along the ruler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedPanel {
    /// The plot, from the end of the ruler to the other, and from the greatest count of the group to
    /// zero.
    pub rect: Rect,
    /// Its name, its total and its greatest count, for those who cannot see it.
    pub title: String,
    /// What is counted, its name and its total, over the plot.
    pub head: Vec<Text>,
    /// The values that are labelled, from zero upwards.
    pub scale: Vec<ScaleValue>,
    /// The colour of its columns.
    pub colour: Colour,
    /// Columns of all that may lie in a bin where that is more than what does for certain, in the
    /// order of time.
    pub possible: Vec<PlacedColumn>,
    /// Columns of what lies in a bin for certain, over the others.
    pub certain: Vec<PlacedColumn>,
}

/// A labelled value of the scale of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleValue {
    /// The line through the plot at the value.
    pub line: [Point; 2],
    /// The value.
    pub label: Text,
}

/// The count of a bin as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedColumn {
    /// First instant of the bin, as far as it is shown.
    pub lo: Instant,
    /// First instant after it, as far as it is shown.
    pub hi: Instant,
    /// Its box, which stands on zero.
    pub rect: Rect,
}
