//! The rows of a ruler: cells along the time axis, and their labels.
//!
//! In: a domain, an interval and a measure of text. Out: the row of that interval, under it a
//! coarser one that tells its labels apart where they need it, and what that one states once for
//! all dates. A label that would not fit into its cell, or would name the wrong instant, is left
//! out.

use super::RulerRoom;
use super::domain::Domain;
use super::interval::{Interval, LogAges, Unit};
use super::tick_labels::{ContextLabel, TickLabels};
use super::tick_spans::{TickSpan, spans};
use crate::date::{Instant, Known, zone_text};
use crate::geometry::Sub;

/// A cell of the ruler, cut to the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickCell {
    /// First instant of its visible part.
    pub lo: Instant,
    /// First instant after its visible part.
    pub hi: Instant,
    /// Its label; none where it would not fit or would mislead.
    pub label: Option<String>,
}

/// A row of cells, without gaps but for breaks of the domain, in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickRow {
    /// What a cell spans.
    pub interval: Interval,
    /// The cells.
    pub cells: Vec<TickCell>,
}

/// The rows of the ruler over the domain in cells of `interval`, the finer first, and what they
/// state of the dates.
pub(super) fn rows(
    interval: Interval,
    domain: Domain,
    room: &RulerRoom<'_>,
) -> (Vec<TickRow>, Known) {
    let mut rows = vec![fine_row(interval, domain, room)];
    let is_bc = domain.lo().civil().0 <= 0;
    let mut known = Known { is_bc, is_ages: room.is_ages, ..Known::of(room.dates) };
    if let Some(interval) = context(interval).filter(|_| !room.is_dayless) {
        let (row, zone) = context_row(interval, domain, room);
        known.zone = zone;
        known.day = is_one_day(&row).then(|| domain.lo().day);
        known.year = only_year(&row, domain);
        rows.push(row);
    }
    rows.extend(domain.is_log().then(|| scale_row(interval, domain, room)));
    (rows, known)
}

/// Whether a row names one single day, or a part of it, and nothing else.
fn is_one_day(row: &TickRow) -> bool {
    row.interval.unit <= Unit::Day && matches!(&row.cells[..], [TickCell { label: Some(_), .. }])
}

/// The year that the whole domain is in, if a label of the row names it.
fn only_year(row: &TickRow, domain: Domain) -> Option<i64> {
    let last = domain.hi().checked_add(-1)?.civil().0;
    let year = Some(domain.lo().civil().0).filter(|year| *year == last)?;
    let text = crate::date::year_text(year);
    let is_named = |cell: &TickCell| cell.label.as_ref().is_some_and(|label| label.contains(&text));
    let is_calendar = row.interval.from == 0 && row.interval.unit <= Unit::Year;
    (is_calendar && row.cells.iter().any(is_named)).then_some(year)
}

/// A row that says that the scale is logarithmic, and where it is linear, as it must not be taken for
/// an even one.
fn scale_row(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> TickRow {
    let [long, short] = room.words.log_scale;
    let LogAges { origin, linear } = interval.ages;
    let age = TickLabels::new(interval, domain, room).age(linear);
    let linear =
        if linear > 0 { room.words.linear_scale.replace("{}", &age) } else { String::new() };
    let texts = [long.replace("{}", &room.dates.year(origin)), short.into()];
    let mut texts = texts.into_iter().map(|text| text + &linear);
    let label = texts.find(|text| (room.measure)(text) + room.em <= room.width);
    TickRow { interval, cells: vec![TickCell { lo: domain.lo(), hi: domain.hi(), label }] }
}

/// The row of the ruler's own interval.
fn fine_row(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> TickRow {
    let labels = TickLabels::new(interval, domain, room);
    let spans = spans(interval, domain).into_iter();
    let cells = spans.map(|span| fine_cell(span, labels, domain, room)).collect();
    TickRow { interval, cells }
}

fn fine_cell(span: TickSpan, labels: TickLabels, domain: Domain, room: &RulerRoom<'_>) -> TickCell {
    let label = labels.short(span.start);
    let fits = (room.measure)(&label) + room.em <= span.width(domain, room.width);
    // A step is labelled at its start: out of sight, it would name the wrong instant.
    let is_instant = room.dates.counts.is_some_and(|counts| counts.is_of_instants());
    let is_true = labels.interval.is_single() && !is_instant || span.start >= span.lo;
    let is_labelled = fits && is_true && !span.continues(domain);
    TickCell { lo: span.lo, hi: span.hi, label: is_labelled.then_some(label) }
}

/// A row that tells the cells of a finer one apart, and the zone that it names, in seconds east of
/// UTC.
fn context_row(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> (TickRow, Option<i32>) {
    let spans = spans(interval, domain);
    let mut labeller = ContextLabeller {
        labels: TickLabels::new(interval, domain, room),
        domain,
        room,
        // One cell alone has no neighbour to keep away from.
        gap: if spans.len() == 1 { 0 } else { room.em },
        zone: room.zone.filter(|_| interval.unit <= Unit::Month),
        named_zone: None,
        stated: None,
    };
    let cells = spans.into_iter().map(|span| labeller.cell(span)).collect();
    (TickRow { interval, cells }, labeller.named_zone)
}

/// Labels cells in the order of time, each with what those before it do not state already.
struct ContextLabeller<'a> {
    labels: TickLabels,
    domain: Domain,
    room: &'a RulerRoom<'a>,
    /// What is left free beside a label, in sub-pixels.
    gap: Sub,
    /// The zone that the first label with room for it is to name.
    zone: Option<i32>,
    /// The zone that a label names.
    named_zone: Option<i32>,
    /// What labels so far state, as [`ContextLabel::context`].
    stated: Option<i64>,
}

impl ContextLabeller<'_> {
    fn cell(&mut self, span: TickSpan) -> TickCell {
        let label = if span.continues(self.domain) { None } else { self.label(span) };
        TickCell { lo: span.lo, hi: span.hi, label }
    }

    /// The longest label that fits and states nothing again.
    fn label(&mut self, span: TickSpan) -> Option<String> {
        let ContextLabel { long, short, context } = self.labels.context(span.start);
        let width = span.width(self.domain, self.room.width) - self.gap;
        if let Some(east) = self.zone {
            let zoned = format!("{long}, {}", zone_text(east));
            if self.fits(&zoned, width) {
                (self.named_zone, self.zone) = (self.zone, None);
                self.stated = Some(context);
                return Some(zoned);
            }
        }
        // While a zone is still to be named, no label relies on those before it.
        let is_stated = self.stated == Some(context) && self.zone.is_none();
        if !is_stated && self.fits(&long, width) {
            self.stated = Some(context);
            return Some(long);
        }
        self.fits(&short, width).then_some(short)
    }

    fn fits(&self, label: &str, width: Sub) -> bool {
        (self.room.measure)(label) <= width
    }
}

/// What tells cells of `interval` apart from their like, where their own names do not.
pub(super) fn context(interval: Interval) -> Option<Interval> {
    let Interval { unit, from, .. } = interval;
    match unit {
        Unit::Year | Unit::Age | Unit::Power => None,
        Unit::Month | Unit::YearPart => Some(Interval { from, ..Interval::new(Unit::Year, 1) }),
        Unit::Week | Unit::NumberedWeek | Unit::Day => Some(Interval::new(Unit::Month, 1)),
        Unit::Nanosecond => Some(Interval::new(Unit::Minute, 1)),
        _ => Some(Interval::new(Unit::Day, 1)),
    }
}

#[cfg(test)]
mod tests;
