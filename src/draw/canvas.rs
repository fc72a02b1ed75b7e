//! What our elements draw on: a plotters backend that also knows groups, shapes in sub-pixels and
//! lines of shaped text.

use super::picture::{Group, Shape};
use crate::figure::Text;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// What a drawing call on a backend gives.
pub(super) type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A [`DrawingBackend`] in sub-pixels that takes what plotters has no words for.
pub(super) trait Canvas: DrawingBackend {
    /// Begins a group.
    ///
    /// # Errors
    ///
    /// Those of the backend, as for all methods here.
    fn open(&mut self, group: Group) -> Drawn<Self>;

    /// Ends the innermost group.
    fn close(&mut self) -> Drawn<Self>;

    /// Draws a shape.
    fn shape(&mut self, shape: Shape) -> Drawn<Self>;

    /// Draws a line of text.
    fn text(&mut self, text: Text) -> Drawn<Self>;
}
