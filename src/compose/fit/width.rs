//! Labels along a horizontal axis: in the width asked for or, where they do not fit, in a greater
//! one.

use crate::compose::context::Context;
use crate::compose::fit::height;
use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::plot::Plot;
use crate::error::{Code, Error, Message, Note, Result};
use crate::geometry::{PX, Sub, to_px};

/// Widths that are tried before the figure is given up.
pub(crate) const TRIES: usize = 12;
/// The widest canvas that is made without being asked for.
pub(crate) const WIDEST: Sub = 40_000 * PX;

/// The labels in the width and the height asked for, with a note if the figure is wider.
///
/// # Errors
///
/// [`Error::Options`] when no width or not the height is enough.
pub(crate) fn fit<'a>(
    request: &LabelRequest<'a>,
) -> Result<(Plot<'a, LabelForm<'a>>, Option<Note>)> {
    let context = request.context;
    let asked = context.width();
    let mut width = asked;
    for _ in 0..TRIES {
        let along = context.along(ends(context, width))?;
        match height::placed(request, (width, &along), vec![false; context.events.len()], None) {
            // Once it must be wider, it may as well be of the shape of a page.
            Ok(plot) if width == asked || plot.form.labels_height() <= 2 * width => {
                let plot = height::fit_labels(request, plot)?;
                return Ok((plot, (width > asked).then(|| widened(asked, width))));
            }
            Ok(_) => width = width / 3 * 4,
            Err(narrow) => {
                let needed = narrow.needed + 2 * context.style.sizes.margin;
                width = (width / 3 * 4).max(needed);
            }
        }
        if width > WIDEST {
            break;
        }
    }
    Err(too_wide(width))
}

/// The labels in the width asked for; none if they do not fit.
pub(crate) fn as_asked<'a>(request: &LabelRequest<'a>) -> Option<Plot<'a, LabelForm<'a>>> {
    let context = request.context;
    let width = context.width();
    let along = context.along(ends(context, width)).ok()?;
    height::placed(request, (width, &along), vec![false; context.events.len()], None).ok()
}

/// Why a figure is given up that would need that width.
pub(crate) fn too_wide(width: Sub) -> Error {
    let wide = to_px(width).ceil();
    let fact = format!("the labels need a figure {wide} px wide; draw fewer events or give a ");
    Error::options(Code::TooWide, Message::new(fact).setting("width"))
}

/// Where the ruler begins and ends on a canvas of that width.
fn ends(context: &Context<'_>, width: Sub) -> [Sub; 2] {
    [context.style.sizes.margin, context.style.right(width)]
}

/// A note on a figure that is wider than asked.
pub(crate) fn widened(asked: Sub, width: Sub) -> Note {
    let (asked, wide) = (to_px(asked), to_px(width));
    let fact = format!("the labels do not fit into {asked:.0} px; the figure is {wide:.0} px wide");
    Note::new(Code::Widened, fact)
}
