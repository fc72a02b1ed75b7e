//! The free room of a label beside its text.

use crate::geometry::{Axis, Size, Sub};
use crate::theme::Sizes;

/// The free room of a label: between its pole and its text, and beyond the text.
///
/// The engine places boxes whose width is along the axis and whose height is across it.
#[derive(Clone, Copy)]
pub(crate) struct Padding {
    axis: Axis,
    pole: Sub,
    free: Sub,
}

impl Padding {
    pub(crate) fn new(axis: Axis, sizes: &Sizes) -> Self {
        Self { axis, pole: sizes.pole_gap, free: sizes.label_gap }
    }

    /// The engine's box of a flag with a text of that size.
    pub(crate) fn flag(self, text: Size) -> Size {
        match self.axis {
            Axis::Horizontal => Size::new(text.w + self.pole + self.free, text.h),
            Axis::Vertical => Size::new(text.h + self.free, text.w + self.pole),
        }
    }

    /// The engine's size of a row of a list, which keeps its width and height, with a text of that
    /// size.
    pub(crate) fn row(self, text: Size) -> Size {
        match self.axis {
            Axis::Horizontal => text,
            Axis::Vertical => Size::new(text.w + self.pole, text.h),
        }
    }

    /// The room along the axis that the engine adds to a list.
    pub(crate) fn list_edge(self) -> Sub {
        match self.axis {
            Axis::Horizontal => self.pole + self.free,
            Axis::Vertical => self.free,
        }
    }

    /// The size of the rows of a list of which the engine has made a box of size `list`.
    pub(crate) fn rows(self, list: Size) -> Size {
        match self.axis {
            Axis::Horizontal => Size::new(list.w - self.list_edge(), list.h),
            Axis::Vertical => Size::new(list.h - self.pole, list.w - self.list_edge()),
        }
    }
}
