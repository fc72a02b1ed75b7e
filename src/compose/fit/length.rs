//! Labels along a vertical axis: the ruler becomes as long as they need in the width asked for, or
//! as a height allows.
//!
//! How long the ruler becomes is weighed against how far labels are from their dates: the length
//! with the least cost of placement is taken.

use crate::compose::context::{Along, Context};
use crate::compose::fit::left_out;
use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::place::frame::{Frame, LegendSigns};
use crate::compose::plot::Plot;
use crate::compose::style::FigureStyle;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{PX, Sub, to_px};
use crate::layout::{self, Label, Problem};
use crate::options::LabelStyle;
use std::rc::Rc;

/// Each length that is tried is longer by one part in so many; fewer are tried for many events,
/// where each takes longer.
const STEPS: [Sub; 2] = [7, 2];
/// So many are many.
const MANY: usize = 300;
/// The longest ruler against the room that all labels take in one column.
const LONGEST: Sub = 3;
/// Labels may reach so many lines beyond the end of the ruler.
const BEYOND: Sub = 4;
/// The part of a side that leaders need, in eighths.
const LEADERS: Sub = 1;
/// Times that labels are placed anew, as marks take room that is known once it is known which
/// marks are on which side.
const TRIES: usize = 3;

/// The widest text of labels on one side of a figure of that width.
pub(crate) fn measure(style: &FigureStyle, width: Sub) -> Sub {
    let sizes = &style.sizes;
    let both = style.right(width) - sizes.margin - 3 * sizes.ruler_row;
    let measure = |room: Sub| room * (8 - LEADERS) / 8 - sizes.rise - sizes.pole_gap;
    let side = measure(both / 2);
    // Where two sides have no room for names, one has.
    let measure = if side < sizes.measures[0] { measure(both) } else { side };
    measure.max(sizes.ruler_row)
}

/// Everything placed along a vertical time axis.
///
/// # Errors
///
/// [`Error::Options`] when labels find no room beside the ruler, or the cells asked for none in it.
pub(crate) fn fit<'a>(request: &LabelRequest<'a>) -> Result<Plot<'a, LabelForm<'a>>> {
    let found = Column::new(request).fit();
    if found.is_ok() || request.style != LabelStyle::Flags {
        return found;
    }
    // Dates too close for leaders of their own share lists after all.
    let lists = LabelRequest { style: LabelStyle::Lists, ..request.clone() };
    Column::new(&lists).fit().or(found)
}

/// The column that a vertical time axis and its labels are in.
struct Column<'r, 'a> {
    request: &'r LabelRequest<'a>,
    context: &'a Context<'a>,
    frame: Frame,
}

impl<'a> Column<'_, 'a> {
    fn new<'r>(request: &'r LabelRequest<'a>) -> Column<'r, 'a> {
        let context = request.context;
        let entries = context.categories.legend(context.options.legend.unwrap_or_default());
        // The legend is set before it is known which marks there are.
        let signs = LegendSigns::all(&context.categories);
        let frame =
            Frame::new((context.style, context.options), context.width(), (&entries, signs));
        Column { request, context, frame }
    }

    fn fit(&self) -> Result<Plot<'a, LabelForm<'a>>> {
        match self.context.options.height {
            Some(height) => self.fit_height(height.0),
            None => self.best(self.context.options.least_height()),
        }
    }

    /// Everything along the ruler of the best length, in a figure at least so high.
    fn best(&self, least_height: Sub) -> Result<Plot<'a, LabelForm<'a>>> {
        let mut refusal = None;
        let mut best: Option<(i64, Plot<'a, LabelForm<'a>>)> = None;
        for length in self.lengths(least_height) {
            match self.context.along(self.ends(length)) {
                Err(error) => refusal = Some(error),
                Ok(along) => {
                    let found = self.placed(&along, &self.none_left_out());
                    best = found
                        .filter(|new| best.as_ref().is_none_or(|best| new.0 < best.0))
                        .or(best);
                }
            }
        }
        best.map(|best| best.1).ok_or_else(|| refusal.unwrap_or_else(|| self.too_narrow()))
    }

    fn none_left_out(&self) -> Vec<bool> {
        vec![false; self.context.events.len()]
    }

    fn ends(&self, length: Sub) -> [Sub; 2] {
        [self.frame.top, self.frame.top + length]
    }

    /// Lengths of the ruler to try in a figure at least so high: from that of all rows on two sides
    /// on.
    fn lengths(&self, least_height: Sub) -> Vec<Sub> {
        let least = least_height - self.frame.top - self.frame.foot;
        let least = least.max(self.context.style.sizes.shortest_ruler());
        let row = |label: &Label| {
            let row = label.rows.iter().map(|row| row.h).min().unwrap_or(0);
            let flag = label.variants.iter().map(|flag| flag.size.w).min().unwrap_or(0);
            i64::from(row.max(flag / 2))
        };
        let (padding, style) = (self.request.padding(), self.context.style);
        let labels = self.request.texts.iter().map(|text| text.label(0, false, padding, style));
        let total: i64 = labels.map(|label| row(&label)).sum();
        let total = Sub::try_from(total).unwrap_or(Sub::MAX).min(Sub::MAX / 16);
        let step = STEPS[usize::from(self.context.events.len() > MANY)];
        let (low, high) = ((total / 2).max(least), (total * LONGEST).max(least + least / 2));
        let longer = |length: &Sub| Some(length + length / step).filter(|&longer| longer <= high);
        std::iter::successors(Some(low), longer).map(|length| length / PX * PX).collect()
    }

    /// Everything placed along a ruler, with what it costs; none if that is wider than the figure.
    fn placed(
        &self,
        along: &Rc<Along<'a>>,
        left_out: &[bool],
    ) -> Option<(i64, Plot<'a, LabelForm<'a>>)> {
        let (context, width) = (self.context, self.context.width());
        let sizes = &context.style.sizes;
        let room = context.style.right(width) - sizes.margin;
        let mut free = room - along.breadth(context) - 2 * (sizes.rise + sizes.bar);
        for _ in 0..TRIES {
            let problem = self.problem(along, left_out, free);
            let placement = layout::place(&problem).ok()?;
            let cost = layout::cost(&problem, &placement);
            let form = self.request.form(Rc::clone(along), left_out.to_vec(), placement);
            let (along, frame) = (Rc::clone(along), self.frame.clone());
            let plot = Plot { context, width, along, frame, form };
            let over = plot.breadth() - room;
            if over <= 0 {
                return Some((cost, plot));
            }
            free -= over;
        }
        None
    }

    fn problem(&self, along: &Along<'_>, left_out: &[bool], free: Sub) -> Problem {
        let beyond = BEYOND * self.context.style.sizes.date.leading;
        let labels = self.request.labels(along, left_out);
        Problem { right: along.ends[1] + beyond, room: Some(free), ..labels }
    }

    /// Everything in a figure of that height, with as few labels left out as possible.
    fn fit_height(&self, height: Sub) -> Result<Plot<'a, LabelForm<'a>>> {
        if let Some(plot) = self.filling(height, &self.none_left_out()) {
            return Ok(plot);
        }
        // Labels that do not fill the height may fit into less.
        if self.lengths(0).first().is_some_and(|&length| length <= height)
            && let Ok(plot) = self.best(0)
            && plot.needed_height() <= height
        {
            return Ok(plot);
        }
        let along = self.context.along([0, height])?;
        let events = self.context.events;
        let places: Vec<Sub> = events.iter().map(|dated| along.place(dated.at)).collect();
        let order = left_out::order(events, &places);
        let most = left_out::most_left_out(self.context);
        let found = left_out::fewest(&order, most, |out| self.filling(height, &out));
        found.ok_or_else(|| match self.best(0) {
            Ok(plot) => left_out::too_low(height, plot.needed_height(), self.context.options),
            Err(refusal) => refusal,
        })
    }

    /// Everything in a figure of that height; none if that is too low.
    fn filling(&self, height: Sub, left_out: &[bool]) -> Option<Plot<'a, LabelForm<'a>>> {
        let mut length = height;
        // Labels that reach beyond the ruler make it shorter.
        for _ in 0..4 {
            let along = self.context.along(self.ends(length)).ok()?;
            let (_, plot) = self.placed(&along, left_out)?;
            let over = plot.needed_height() - height;
            if over <= 0 {
                return Some(plot);
            }
            length -= over;
            if length < self.context.style.sizes.shortest_ruler() {
                return None;
            }
        }
        None
    }

    fn too_narrow(&self) -> Error {
        let wide = to_px(self.context.width()).ceil();
        let fact = format!(
            "labels find no room beside a vertical time axis in {wide} px; give a greater "
        );
        let message = Message::new(fact).setting("width").text(" or leave out ");
        Error::options(Code::TooNarrow, message.unset("orientation"))
    }
}
