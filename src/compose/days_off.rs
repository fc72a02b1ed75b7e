//! Days off behind the figure: weekends, where they are asked for and days can be told apart, and
//! the holidays of the table.

use crate::compose::context::{Along, Context};
use crate::compose::dated::Dated;
use crate::date::{Instant, Known, weekday};
use crate::event::Kind;
use crate::figure::PlacedDayOff;
use crate::geometry::{PX, Sub};

/// A weekend shorter than this is no ground but a line.
const SHORTEST: Sub = 4 * PX;
/// Weekends that a figure may have.
const MOST: i64 = 520;
/// Saturday, counted from Monday.
const SATURDAY: u32 = 5;

/// The days off of a figure in the order of time, over `plot` across the axis.
pub(crate) fn days_off(
    context: &Context<'_>,
    along: &Along<'_>,
    plot: [Sub; 2],
) -> Vec<PlacedDayOff> {
    let holidays = context.behind.iter().filter(|dated| dated.event.kind == Kind::Holiday);
    let holidays =
        holidays.map(|dated| ((dated.lo, dated.hi), Some(title(dated, context.style.known()))));
    let weekends = weekends(context, along).into_iter().map(|weekend| (weekend, None));
    let mut all: Vec<_> = weekends.chain(holidays).collect();
    all.sort();
    let scale = &along.time.scale;
    let placed = all.into_iter().filter_map(|((lo, hi), title)| {
        let (lo, hi) = (lo.max(scale.lo()), hi.min(scale.hi()));
        let extent = [along.place(lo), along.place(hi)];
        let is_seen = lo < hi && extent[0] < extent[1];
        is_seen.then(|| PlacedDayOff {
            title,
            lo,
            hi,
            rect: context.axis.rect(extent, plot),
            column: 0,
        })
    });
    placed.collect()
}

fn title(dated: &Dated<'_>, known: Known) -> String {
    format!("{}: {}", dated.event.when_text(known), dated.event.name)
}

/// The weekends of the time shown, from Saturday to Monday.
fn weekends(context: &Context<'_>, along: &Along<'_>) -> Vec<(Instant, Instant)> {
    let scale = &along.time.scale;
    let (first, last) = (scale.lo().day, scale.hi().day);
    let is_asked = context.options.weekends.unwrap_or(false);
    let days = last.saturating_sub(first).max(1);
    let length = i64::from(along.ends[1] - along.ends[0]);
    if !is_asked || days / 7 > MOST || length * 2 / days < i64::from(SHORTEST) {
        return Vec::new();
    }
    let saturdays = (first - 1..=last).filter(|&day| weekday(day) == SATURDAY);
    saturdays.map(|day| (Instant::from_day(day), Instant::from_day(day + 2))).collect()
}
