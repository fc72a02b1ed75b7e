//! Labels along a horizontal axis, in a height.

use crate::compose::context::Along;
use crate::compose::fit::left_out::{fewest, most_left_out, order, too_low};
use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::place::frame::Frame;
use crate::compose::plot::{Form, Plot};
use crate::error::Result;
use crate::geometry::Sub;
use crate::layout::{self, Placement, Problem, TooNarrow};
use std::cell::Cell;
use std::rc::Rc;

/// Times that the room is measured anew, as it depends on which marks are on which side.
const TRIES: usize = 3;

/// Hundredths of a ruler: labels that are left out are placed as on one so long, as a wider figure shall not
/// leave out more than a narrower one.
const SHORTER: [Sub; 2] = [70, 40];

/// The labels around a horizontal ruler in the height asked for, if one is: as few of them left out
/// as possible.
///
/// # Errors
///
/// [`Error::Options`] when no label at all would fit.
pub(crate) fn fit_labels<'a>(
    request: &LabelRequest<'a>,
    full: Plot<'a, LabelForm<'a>>,
) -> Result<Plot<'a, LabelForm<'a>>> {
    let Some(height) = request.context.options.height.map(|height| height.0) else {
        return Ok(full);
    };
    let needed = full.needed_height();
    if needed <= height {
        return Ok(full);
    }
    let search = HeightSearch {
        request,
        full: &full,
        height,
        other: needed - full.form.labels_height(),
        least: Cell::new(needed),
    };
    let events = request.context.events;
    let places: Vec<Sub> = events.iter().map(|dated| full.along.place(dated.at)).collect();
    let order = order(events, &places);
    let found = fewest(&order, most_left_out(request.context), |out| {
        search.candidate(&out, |problem| layout::place(problem).ok())
    });
    let found =
        found.ok_or_else(|| too_low(height, search.least.get(), request.context.options))?;
    Ok(SHORTER.into_iter().fold(found, |found, part| {
        let left_out = found.form.left_out().iter().filter(|out| **out).count();
        let place = |problem: &Problem| layout::place_as_shorter(problem, part);
        let fewer = |most| fewest(&order, most, |out| search.candidate(&out, place));
        left_out.checked_sub(1).and_then(fewer).unwrap_or(found)
    }))
}

/// A search for labels that fit into a height.
struct HeightSearch<'s, 'a> {
    request: &'s LabelRequest<'a>,
    full: &'s Plot<'a, LabelForm<'a>>,
    height: Sub,
    /// What all but the labels takes in the full figure.
    other: Sub,
    /// The least height that any candidate has needed.
    least: Cell<Sub>,
}

impl<'a> HeightSearch<'_, 'a> {
    /// The figure in which these labels are left out and the others placed, if it fits.
    fn candidate(
        &self,
        left_out: &[bool],
        place: impl Fn(&Problem) -> Option<Placement>,
    ) -> Option<Plot<'a, LabelForm<'a>>> {
        let along = (self.full.width, &self.full.along);
        let mut other = self.other;
        for _ in 0..TRIES {
            let room = Some((self.height - other).max(0));
            let problem = problem(self.request, along.1, left_out, room);
            let plot = plotted(self.request, along, left_out.to_vec(), place(&problem)?);
            let needed = plot.needed_height();
            if needed <= self.height {
                return Some(plot);
            }
            self.least.set(self.least.get().min(needed));
            let measured = needed - plot.form.labels_height();
            if measured <= other {
                return None;
            }
            other = measured;
        }
        None
    }
}

/// The figure of labels placed along a ruler, of which some are left out, in so much height.
pub(crate) fn placed<'a>(
    request: &LabelRequest<'a>,
    along: (Sub, &Rc<Along<'a>>),
    left_out: Vec<bool>,
    room: Option<Sub>,
) -> std::result::Result<Plot<'a, LabelForm<'a>>, TooNarrow> {
    let placement = layout::place(&problem(request, along.1, &left_out, room))?;
    Ok(plotted(request, along, left_out, placement))
}

fn problem(
    request: &LabelRequest<'_>,
    along: &Along<'_>,
    left_out: &[bool],
    room: Option<Sub>,
) -> Problem {
    let free = request.context.style.sizes.label_gap;
    let [left, right] = along.ends;
    // The free room beyond a text may be in the margin.
    let labels = request.labels(along, left_out);
    Problem { left: left - free, right: right + free, room, ..labels }
}

fn plotted<'a>(
    request: &LabelRequest<'a>,
    (width, along): (Sub, &Rc<Along<'a>>),
    left_out: Vec<bool>,
    placement: Placement,
) -> Plot<'a, LabelForm<'a>> {
    let context = request.context;
    let form = request.form(Rc::clone(along), left_out, placement);
    let entries = context.categories.legend(context.options.legend.unwrap_or_default());
    let frame =
        Frame::new((context.style, context.options), width, (&entries, form.legend_signs()));
    Plot { context, width, along: Rc::clone(along), frame, form }
}
