//! What a figure is drawn on: a plotters backend that also takes the items of a picture.

use super::picture::Item;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// The result of a drawing call on a backend.
pub(super) type CanvasResult<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A [`DrawingBackend`] in sub-pixels that takes what plotters has no calls for: groups, links,
/// outlines in sub-pixels and lines of shaped text.
pub(super) trait Canvas: DrawingBackend {
    /// Draws an item, or begins or ends a group.
    ///
    /// # Errors
    ///
    /// Those of the backend.
    fn item(&mut self, item: Item) -> CanvasResult<Self>;
}
