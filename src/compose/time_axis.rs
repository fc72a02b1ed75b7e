//! The time axis of a figure for a length of its ruler.

use crate::compose::shown_time::ShownTime;
use crate::compose::style::FigureStyle;
use crate::date::{DAY_NANOS, InstantSpan, Precision};
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{Axis, Sub, to_px};
use crate::options::{FigureOptions, Scaling};
use crate::time::{AxisBreak, Domain, RulerOptions, RulerRoom, TimeAxis, stretch_words};

/// Ems that a label of a vertical ruler may be wide.
const WIDEST: Sub = 9;
/// Ems that the sign of a break needs besides its words.
const SIGN: Sub = 3;

/// The axis that shows `time` on a time axis of that length in that direction.
///
/// # Errors
///
/// [`Error::Options`] when there is no room for an axis, or the cells or breaks asked for do not fit.
pub(crate) fn time_axis(
    time: &ShownTime,
    options: &FigureOptions,
    style: &FigureStyle,
    (axis, length): (Axis, Sub),
) -> Result<TimeAxis> {
    if axis == Axis::Horizontal && length < 2 * style.sizes.dot {
        return Err(no_room());
    }
    let role = style.sizes.ruler.style;
    let measure = |text: &str| label_length(axis, style.texts.width(text, role), role.size);
    let room = RulerRoom {
        width: length,
        axis,
        em: role.size,
        // The units of counts are years of their calendar, which has no months.
        finest: match style.dates.counts {
            Some(_) => time.finest.min(Precision::Year),
            None => time.finest,
        },
        is_ages: time.is_ages,
        has_year_parts: time.has_year_parts,
        is_dayless: time.is_dayless,
        zone: time.has_zone.then_some(time.clock),
        options: RulerOptions::from(options),
        dates: style.dates,
        words: style.words,
        measure: &measure,
    };
    let breaks: Vec<AxisBreak> = time.cuts.iter().map(|&cut| axis_break(cut, &room)).collect();
    if let Some(message) = crowded(&breaks, length) {
        return Err(Error::options(Code::BreaksCrowded, message));
    }
    let even = Domain::new(time.span.0, time.span.1).broken(&breaks);
    let domain = if options.scale == Some(Scaling::Log) { even.log(time.log) } else { even };
    let axis = over(domain, time, style.sizes.dot * 3, &room);
    let refused = |message| Err(Error::options(Code::TooManyTicks, message));
    axis.refusal(&room).map_or(Ok(axis), refused)
}

/// What a label of a ruler takes along it, of that width and with letters of size `em`.
fn label_length(axis: Axis, width: Sub, em: Sub) -> Sub {
    match axis {
        Axis::Horizontal => width,
        Axis::Vertical if width > em * WIDEST => Sub::MAX / 4,
        Axis::Vertical => em * 2 / 3,
    }
}

/// A break with the length of its sign.
fn axis_break(cut: InstantSpan, room: &RulerRoom<'_>) -> AxisBreak {
    let width = (room.measure)(&stretch_words(cut, room.dates)) + room.em * SIGN;
    AxisBreak { lo: cut.0, hi: cut.1, width }
}

/// Why a figure is refused whose other parts take all of its width.
fn no_room() -> Error {
    let message = Message::new("the figure leaves no room for the time axis; give a greater ");
    Error::options(Code::TooNarrow, message.setting("width"))
}

/// Why breaks are refused whose signs leave less than an eighth of a ruler to what it shows.
fn crowded(breaks: &[AxisBreak], length: Sub) -> Option<Message> {
    let signs: i64 = breaks.iter().map(|at| i64::from(at.width)).sum();
    let is_crowded = signs * 8 > i64::from(length) * 7;
    is_crowded.then(|| {
        let px = to_px(length).floor();
        Message::default().unset("break").text(format!(
            ": its signs have no room on a time axis of {px} px; leave it out, or draw a larger figure"
        ))
    })
}

/// The axis over `domain`, which ends where the options set an end; `pad` is the room at others.
fn over(domain: Domain, time: &ShownTime, pad: Sub, room: &RulerRoom<'_>) -> TimeAxis {
    let limits = time.limits;
    if limits.from.is_some() && limits.to.is_some() {
        return TimeAxis::exact(domain, room);
    }
    let span = (domain.lo(), domain.hi());
    let span = if time.is_one_date { widened(span, time.coarsest) } else { span };
    let (lo, hi) = limits.or(span);
    let axis = TimeAxis::around(domain.reaching(lo, hi), pad, room);
    if limits.is_none() {
        return axis;
    }
    // Only an end that was not asked for is rounded.
    let (lo, hi) = limits.or((axis.scale.lo(), axis.scale.hi()));
    TimeAxis::exact(domain.reaching(lo, hi), room)
}

/// The span of one date with a unit of its precision on either side.
fn widened((lo, hi): InstantSpan, precision: Precision) -> InstantSpan {
    const DAY: i128 = DAY_NANOS as i128;
    let unit = match precision {
        Precision::Month => 31 * DAY,
        Precision::Week => 7 * DAY,
        Precision::Day => DAY,
        Precision::Hour => DAY / 24,
        Precision::Minute => DAY / 1440,
        Precision::Second => DAY / 86_400,
        _ => hi.nanos_since(lo).max(1),
    };
    (lo.checked_add(-unit).unwrap_or(lo), hi.checked_add(unit).unwrap_or(hi))
}
