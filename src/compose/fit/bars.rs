//! Bars in rows of their own: the columns of texts as wide as they need, the ruler in what is left.

use crate::compose::context::Context;
use crate::compose::forms::bars::{BarForm, BarTexts};
use crate::compose::lanes::dates::LaneDates;
use crate::compose::lanes::groups::LaneSource;
use crate::compose::lanes::marks::{self, LaneEntry, RowShare};
use crate::compose::lanes::packed::LaneMarks;
use crate::compose::lanes::plan::{LaneRequest, legend};
use crate::compose::measure::chronicle::{ChronicleTexts, RowRoles, SetRow};
use crate::compose::place::frame::Frame;
use crate::compose::plot::Plot;
use crate::event::Event;
use crate::geometry::{Axis, Sub};
use crate::options::LabelStyle;
use std::rc::Rc;

/// Texts take at most so much of the width, in twentieths, and dates so much of that, in fifths.
const TEXTS: Sub = 11;
const DATES: Sub = 2;
/// More events than this never have rows of their own here.
const MOST: usize = 100;

type BarPlot<'a> = Plot<'a, BarForm<'a>>;

/// The events in rows of their own; none where the options ask for other lanes, a row would leave
/// something out, or the rows are higher than the place.
pub(crate) fn fit<'a>(request: &LaneRequest<'a>) -> Option<BarPlot<'a>> {
    let context = request.context;
    if !is_free(context) {
        return None;
    }
    let style = context.style;
    let (left, right) = (style.sizes.margin, style.right(context.width()));
    let middle = left.midpoint(right);
    let texts = texts(request, (&marks(request, [middle, right])?, right - left))?;
    let widest = texts.rows.iter().map(|row| row.size.w).max().unwrap_or(0);
    let marks = marks(request, [left + widest + style.sizes.gap, right])?;
    let parts = |entries: &[LaneEntry]| -> Vec<Vec<usize>> {
        entries.iter().map(|entry| entry.parts.clone()).collect()
    };
    // What does not overlap on one ruler can do so on a shorter one.
    if parts(&entries(request, &marks)) != parts(&texts.entries) {
        return None;
    }
    let bars = Bars { context, marks: Rc::new(marks), texts: Rc::new(texts) };
    let plot = bars.plot(0);
    let page = context.options.preset().page().0.max(context.options.least_height());
    let room = context.options.height.map_or(page, |height| height.0);
    (plot.needed_height() <= room).then(|| bars.filling(plot))
}

/// Whether the options and the table leave it open how spans are shown.
fn is_free(context: &Context<'_>) -> bool {
    let options = context.options;
    let is_on = context.events.iter().any(|dated| dated.event.on.is_some());
    context.axis == Axis::Horizontal
        && options.style.unwrap_or_default() == LabelStyle::Auto
        && options.lane_rows.is_none()
        && options.show.is_none()
        && LaneSource::of(context.events, options) == LaneSource::Nothing
        && context.events.len() <= MOST
        && !is_on
}

fn marks<'a>(request: &LaneRequest<'a>, ends: [Sub; 2]) -> Option<LaneMarks<'a>> {
    Some(LaneMarks::new(request, request.context.along(ends).ok()?, 0))
}

/// What each row shows, from the top down.
fn entries(request: &LaneRequest<'_>, marks: &LaneMarks<'_>) -> Vec<LaneEntry> {
    let members: Vec<usize> = (0..request.context.events.len()).collect();
    let mut entries =
        marks::entries(request.context.events, &members, marks.in_rows(RowShare::SameName));
    entries.sort_by_key(|entry| entry.parts.iter().map(|&part| request.ranks[part]).min());
    entries
}

/// The texts in their columns, in a figure with so much width; none if a word is too long for these, or
/// a part of a thing has a description that the first has not.
fn texts(request: &LaneRequest<'_>, (marks, width): (&LaneMarks<'_>, Sub)) -> Option<BarTexts> {
    let (context, style) = (request.context, request.context.style);
    let entries = entries(request, marks);
    let event = |part: usize| context.events[part].event;
    let more = entries.iter().flat_map(|entry| &entry.parts[1..]);
    if more.clone().any(|&part| event(part).detail.is_some()) {
        return None;
    }
    let ends =
        |entry: &LaneEntry| (event(entry.parts[0]), event(entry.parts[entry.parts.len() - 1]));
    let (known, scale) = (context.known(&marks.along.time), &marks.along.time.scale);
    let set = |dates: LaneDates| {
        let words =
            |(first, last): (&'_ Event, &'_ Event)| dates.text(first, last).unwrap_or_default();
        let rows = entries.iter().map(|entry| (ends(entry).0, words(ends(entry))));
        ChronicleTexts::in_words(rows, RowRoles::of(&style.sizes).light_dates(), style)
    };
    let room = width * TEXTS / 20;
    let most = room * DATES / 5;
    let exact = Some(set(LaneDates::exact(known))).filter(|texts| texts.dates_width() <= most);
    let texts = exact.unwrap_or_else(|| set(LaneDates::of(None, scale, known)));
    let columns = texts.names_first(texts.columns_with_dates(room, most, true));
    let rows: Vec<SetRow> = texts.set(columns);
    let left_out = vec![false; context.events.len()];
    let is_fitting = rows.iter().all(|row| row.size.w <= room);
    is_fitting.then_some(BarTexts { texts, columns, rows, entries, left_out })
}

/// Texts and marks, before they are placed.
struct Bars<'a> {
    context: &'a Context<'a>,
    marks: Rc<LaneMarks<'a>>,
    texts: Rc<BarTexts>,
}

impl<'a> Bars<'a> {
    fn plot(&self, spread: Sub) -> BarPlot<'a> {
        let (context, width) = (self.context, self.context.width());
        let (marks, texts) = (Rc::clone(&self.marks), Rc::clone(&self.texts));
        let along = Rc::clone(&marks.along);
        let form = BarForm { context, marks, texts, spread };
        let legend = (&*legend(context), form.legend_signs());
        let frame = Frame::new((context.style, context.options), width, legend);
        Plot { context, width, along, frame, form }
    }

    /// The same with rows further apart, if the figure is lower than its frame.
    fn filling(&self, plot: BarPlot<'a>) -> BarPlot<'a> {
        let spare = self.context.options.least_height() - plot.needed_height();
        let many = 2 * self.texts.rows.len() as Sub + 1;
        let spread = (spare / many).min(self.context.style.sizes.span);
        if spread > 0 { self.plot(spread) } else { plot }
    }
}
