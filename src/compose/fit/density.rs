//! Density in the size asked for: as many flags as have room, panels as high as that leaves.

use crate::compose::context::{Along, Context};
use crate::compose::density::Density;
use crate::compose::fit::left_out::too_low;
use crate::compose::forms::density::{DensityForm, Panels, gutter};
use crate::compose::forms::labels::LabelRequest;
use crate::compose::measure::flag::LabelText;
use crate::compose::place::frame::Frame;
use crate::compose::plot::Plot;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{PX, Sub};
use crate::layout;
use crate::options::{LabelStyle, Legend};
use std::rc::Rc;

/// The greatest count is so many lines high where the height is free, the fewer the more groups.
const LINES: Sub = 11;
const FEWEST_LINES: Sub = 5;
/// And at least so many lines.
const LOWEST: Sub = 2;
/// It is at most so many times as high as where the height is free.
const HIGHEST: Sub = 4;
/// Flags take up to one part in so many of what suits the place.
const FLAGS: Sub = 3;
/// With so many names counts are at least half as high as where the height is free.
const NAMES: Sub = 12;
/// Times that the room for the labels of the scale is measured.
const TRIES: usize = 3;

/// The counts of a figure and the axis along which they are.
pub(crate) struct CountedAxis<'a> {
    pub(crate) density: Rc<Density>,
    pub(crate) along: Rc<Along<'a>>,
}

/// Counts the events of a figure along an axis that leaves room for the labels of the scale.
///
/// # Errors
///
/// [`Error::Options`] where the time axis cannot be.
pub(crate) fn counted<'a>(context: &Context<'a>) -> Result<CountedAxis<'a>> {
    let style = context.style;
    let (start, end) = (style.sizes.margin, style.right(context.width()));
    let mut room = 0;
    for _ in 0..TRIES {
        let along = context.along([start + room, end])?;
        let density = Rc::new(Density::of(context, &along).ok_or_else(uneven)?);
        let needed = gutter(&density, natural(&density, context) * HIGHEST, style);
        if needed <= room {
            return Ok(CountedAxis { density, along });
        }
        room = needed;
    }
    let along = context.along([start + room, end])?;
    let density = Rc::new(Density::of(context, &along).ok_or_else(uneven)?);
    Ok(CountedAxis { density, along })
}

fn uneven() -> Error {
    let message = Message::default().unset_value("style", "density");
    let message = message.text(" counts in equal times; leave out ").unset_value("scale", "log");
    Error::options(Code::EvenScale, message)
}

/// The height of the greatest count where the height is free.
fn natural(density: &Density, context: &Context<'_>) -> Sub {
    let panels = density.blocks.iter().map(|block| block.tallies.len()).sum::<usize>();
    let lines = (LINES - panels as Sub).max(FEWEST_LINES);
    lines * context.style.sizes.source.leading
}

/// The figure in which the events of `named` have flags; none if they find no room.
///
/// # Errors
///
/// [`Error::Options`] where not even the panels alone fit into the height asked for.
pub(crate) fn fit<'a>(
    axis: &CountedAxis<'a>,
    whole: &'a Context<'a>,
    named: &'a Context<'a>,
    are_asked: bool,
) -> Result<Option<Plot<'a, DensityForm<'a>>>> {
    let Some(mut plot) = flagged(axis, whole, named) else { return Ok(None) };
    let options = whole.options;
    let (asked, frame) = (options.height.map(|height| height.0), options.least_height());
    let place = asked.unwrap_or(options.preset().page().0).max(frame);
    let most = asked.or((frame > 0).then_some(frame));
    let is_alone = named.events.is_empty();
    let free = natural(&axis.density, whole);
    // Counts are not pressed flat for the sake of names: the more of them, the higher they are.
    let least = LOWEST * whole.style.sizes.source.leading;
    let names = if are_asked { 0 } else { Sub::try_from(named.events.len()).unwrap_or(NAMES) };
    let floor = least + (free / 2 - least).max(0) * names.min(NAMES) / NAMES;
    plot.form.panels.height = floor;
    let over = most.filter(|&most| plot.needed_height() > most);
    if over.is_some() && !is_alone {
        return Ok(None);
    }
    if let (Some(height), Some(_)) = (asked, over) {
        return Err(too_low(height, plot.needed_height(), options));
    }
    if !are_asked && plot.form.flags.labels_height() > place / FLAGS {
        return Ok(None);
    }
    plot.form.panels.height = match most {
        Some(_) if over.is_some() => floor,
        Some(most) => filling(&mut plot, (floor, (free * HIGHEST).max(floor)), most),
        None => free.max(floor),
    };
    Ok(Some(plot))
}

/// The greatest height of the panels with which a figure is no higher than `target`.
fn filling(
    plot: &mut Plot<'_, DensityForm<'_>>,
    (mut low, mut high): (Sub, Sub),
    target: Sub,
) -> Sub {
    while high - low > PX {
        let middle = low.midpoint(high);
        plot.form.panels.height = middle;
        if plot.needed_height() <= target { low = middle } else { high = middle }
    }
    low
}

/// The figure with the flags placed; none if that cannot be.
fn flagged<'a>(
    axis: &CountedAxis<'a>,
    whole: &'a Context<'a>,
    named: &'a Context<'a>,
) -> Option<Plot<'a, DensityForm<'a>>> {
    let CountedAxis { density, along } = axis;
    let style = whole.style;
    let known = named.known(&along.time);
    let events = named.events.iter().map(|dated| dated.event);
    let widest = along.ends[1] - along.ends[0] - style.sizes.pole_gap;
    let texts: Rc<[LabelText]> =
        LabelText::of_all(events, known, style, (whole.axis, widest)).into();
    let request = LabelRequest { context: named, texts, style: LabelStyle::Flags, is_above: true };
    let left_out = vec![false; named.events.len()];
    let labels = request.labels(along, &left_out);
    let free = style.sizes.label_gap;
    // Over the labels of the scale there is room for flags.
    let problem = layout::Problem {
        left: style.sizes.margin - free,
        right: labels.right + free,
        first_pole: style.sizes.margin,
        ..labels
    };
    let placement = layout::place(&problem).ok()?;
    let flags = request.form(Rc::clone(along), left_out, placement);
    let panels = Panels { density: Rc::clone(density), along: Rc::clone(along), style, height: 0 };
    let frame = frame(density, whole, &flags, named.events.len());
    let form = DensityForm { flags, panels };
    let (context, width) = (whole, whole.width());
    Some(Plot { context, width, along: Rc::clone(along), frame, form })
}

/// The text around the plot, with the totals at the foot.
fn frame(
    density: &Density,
    context: &Context<'_>,
    flags: &crate::compose::forms::labels::LabelForm<'_>,
    named: usize,
) -> Frame {
    let (style, options) = (context.style, context.options);
    // Categories are named over their panels.
    let is_by_lane = context.events.iter().any(|dated| dated.event.lane.is_some());
    let choice = options.legend.unwrap_or_default();
    let choice = if is_by_lane || choice == Legend::Always { choice } else { Legend::None };
    let entries = context.categories.legend(choice);
    let mut frame = Frame::new((style, options), context.width(), (&entries, flags.legend_signs()));
    let mut text = style.words.named(style.dates, density.total, named);
    if density.has_spread() {
        text.push(' ');
        text.push_str(style.words.density.spread);
    }
    frame.remark(style, context.width(), &text);
    frame
}
