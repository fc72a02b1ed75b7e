//! Fitting: a figure of the width and, if one is asked for, of the height of the options.
//!
//! Along a horizontal axis the length is given and the breadth follows from the labels; along a
//! vertical one it is the other way round.

pub(crate) mod bars;
pub(crate) mod chronicle;
pub(crate) mod density;
pub(crate) mod fold;
mod fold_headings;
pub(crate) mod fold_refusals;
pub(crate) mod height;
pub(crate) mod lanes;
pub(crate) mod left_out;
pub(crate) mod length;
pub(crate) mod named;
mod page_cuts;
pub(crate) mod pages;
pub(crate) mod width;

use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::plot::Plot;
use crate::error::{Note, Result};
use crate::geometry::Axis;

/// The labels fitted around the ruler, and a note on a figure wider than asked.
///
/// # Errors
///
/// [`Error::Options`](crate::error::Error::Options) when they do not fit.
pub(crate) fn labels<'a>(
    request: &LabelRequest<'a>,
) -> Result<(Plot<'a, LabelForm<'a>>, Option<Note>)> {
    match request.context.axis {
        Axis::Horizontal => width::fit(request),
        Axis::Vertical => length::fit(request).map(|plot| (plot, None)),
    }
}
