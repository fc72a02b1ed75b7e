//! The ruler: which calendar cells divide the time axis, and what stands in them.
//!
//! In: a domain, a width and a measure of text. Out: rows of cells with their labels. The finest
//! interval whose labels all stand free in their cells wins; single units (a year, a month) are
//! preferred, steps of several need more room.

use super::interval::{Interval, Unit};
use super::scale::Scale;
use crate::date::{Instant, Precision, month_name, year_text};
use crate::geom::Sub;

/// Intervals that a ruler may be divided into, finest first; round powers of years follow.
const LADDER: [Interval; 25] = {
    use Unit::{Day, Hour, Minute, Month, Second, Week, Year};
    [
        Interval::new(Second, 1),
        Interval::new(Second, 2),
        Interval::new(Second, 5),
        Interval::new(Second, 10),
        Interval::new(Second, 15),
        Interval::new(Second, 30),
        Interval::new(Minute, 1),
        Interval::new(Minute, 2),
        Interval::new(Minute, 5),
        Interval::new(Minute, 10),
        Interval::new(Minute, 15),
        Interval::new(Minute, 30),
        Interval::new(Hour, 1),
        Interval::new(Hour, 2),
        Interval::new(Hour, 3),
        Interval::new(Hour, 6),
        Interval::new(Hour, 12),
        Interval::new(Day, 1),
        Interval::new(Week, 1),
        Interval::new(Month, 1),
        Interval::new(Month, 3),
        Interval::new(Year, 1),
        Interval::new(Year, 2),
        Interval::new(Year, 5),
        Interval::new(Year, 10),
    ]
};

/// No ruler has more cells than this.
const MOST_CELLS: f64 = 250.0;

/// What a ruler has to fit into.
pub struct Room<'a> {
    /// Extent of the domain along the axis.
    pub width: Sub,
    /// One em of the labels.
    pub em: Sub,
    /// The finest exactness in the data; cells are no finer.
    pub finest: Precision,
    /// The width of a label.
    pub measure: &'a dyn Fn(&str) -> Sub,
}

/// A cell of the ruler, cut to the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// First instant of its visible part.
    pub lo: Instant,
    /// First instant after its visible part.
    pub hi: Instant,
    /// What stands in it; none where it would not fit or would mislead.
    pub label: Option<String>,
}

/// A row of cells without gaps, in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What a cell spans.
    pub interval: Interval,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// The rows of a ruler, the finer first; one or two.
pub type Rows = Vec<Row>;

/// The interval that suits the domain best.
pub(super) fn choose(lo: Instant, hi: Instant, room: &Room<'_>) -> Interval {
    let candidates: Vec<Interval> = candidates(lo, hi, room.finest).collect();
    let fits = |interval: &&Interval| fits(**interval, lo, hi, room);
    let coarsest = Interval::new(Unit::Year, 1);
    candidates.iter().find(fits).or(candidates.last()).copied().unwrap_or(coarsest)
}

/// Intervals no finer than the data and no more than the ruler could hold, finest first; at
/// least one cell of each begins in the domain or spans it.
fn candidates(lo: Instant, hi: Instant, finest: Precision) -> impl Iterator<Item = Interval> {
    let span = hi.nanos_since(lo) as f64;
    fractions()
        .chain(LADDER)
        .chain(years())
        .filter(move |interval| interval.precision() <= finest)
        .filter(move |interval| span / interval.nanos() <= MOST_CELLS)
        .take_while(move |interval| interval.nanos() <= span * 2.0)
}

/// 1, 2 and 5 times the powers of ten nanoseconds below a second.
fn fractions() -> impl Iterator<Item = Interval> {
    powers(1, 8).map(|count| Interval::new(Unit::Nanosecond, count))
}

/// 2, 5 and 10 times the powers of ten years from 20 years on.
fn years() -> impl Iterator<Item = Interval> {
    powers(10, 15).skip(1).map(|count| Interval::new(Unit::Year, count))
}

fn powers(first: i64, many: u32) -> impl Iterator<Item = i64> {
    (0..=many).flat_map(move |power| [1, 2, 5].map(|digit| digit * first * 10_i64.pow(power)))
}

/// Whether every whole cell holds its label with room to spare.
fn fits(interval: Interval, lo: Instant, hi: Instant, room: &Room<'_>) -> bool {
    let scale = Scale::new(lo, hi, interval);
    let place = |at| scale.place(at, 0, room.width);
    cells(interval, lo, hi).into_iter().all(|(start, end)| {
        let is_whole = lo <= start && end <= hi;
        !is_whole || place(end) - place(start) >= needed(interval, start, room)
    })
}

/// The least width of the cell that begins at `start`.
fn needed(interval: Interval, start: Instant, room: &Room<'_>) -> Sub {
    let label = (room.measure)(&interval.name(start)) + room.em;
    // Steps are read as a scale of lengths: closer than some five ems they crowd the ruler.
    if interval.is_single() { label } else { label.max(room.em * 11 / 2) }
}

/// Start and end of the cells that touch the domain, uncut, in the order of time.
pub(super) fn cells(interval: Interval, lo: Instant, hi: Instant) -> Vec<(Instant, Instant)> {
    let mut cells = Vec::new();
    let mut start = interval.floor(lo).unwrap_or(lo);
    while start < hi && cells.len() as f64 <= MOST_CELLS {
        // At the end of the time line the last cell ends with the domain.
        let end = interval.next(start).unwrap_or(hi).max(start);
        cells.push((start, end));
        if end == start {
            break;
        }
        start = end;
    }
    cells
}

/// The rows of the ruler over `lo..hi` in cells of `interval`, with a coarser row where the
/// names of the finer need it.
pub(super) fn rows(interval: Interval, lo: Instant, hi: Instant, room: &Room<'_>) -> Rows {
    let mut rows = vec![row(interval, lo, hi, room, |at| interval.name(at))];
    if let Some(context) = context(interval.unit) {
        rows.push(row(context, lo, hi, room, |at| full_name(context.unit, at)));
    }
    rows
}

fn row(
    interval: Interval,
    lo: Instant,
    hi: Instant,
    room: &Room<'_>,
    name: impl Fn(Instant) -> String,
) -> Row {
    let scale = Scale::new(lo, hi, interval);
    let place = |at| scale.place(at, 0, room.width);
    let cell = |(start, end): (Instant, Instant)| {
        let label = name(start);
        let (left, right) = (start.max(lo), end.min(hi));
        let is_free = (room.measure)(&label) + room.em <= place(right) - place(left);
        // A label led from a start that is out of sight would name the wrong instant.
        let is_true = interval.is_single() || start >= lo;
        Cell { lo: left, hi: right, label: (is_free && is_true).then_some(label) }
    };
    Row { interval, cells: cells(interval, lo, hi).into_iter().map(cell).collect() }
}

/// What tells cells of `unit` apart from their like, where their own names do not.
fn context(unit: Unit) -> Option<Interval> {
    match unit {
        Unit::Year => None,
        Unit::Month => Some(Interval::new(Unit::Year, 1)),
        Unit::Week | Unit::Day => Some(Interval::new(Unit::Month, 1)),
        _ => Some(Interval::new(Unit::Day, 1)),
    }
}

/// The name of a unit that begins at `start`, by itself.
fn full_name(unit: Unit, start: Instant) -> String {
    let (year, month, day) = start.civil();
    let year = year_text(year);
    match unit {
        Unit::Day => format!("{day} {} {year}", month_name(month)),
        Unit::Month => format!("{} {year}", month_name(month)),
        _ => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::geom::px;
    use proptest::prelude::*;

    fn room(width: f64, finest: Precision) -> Room<'static> {
        let measure = &|text: &str| px(5.0) * text.chars().count() as Sub;
        Room { width: px(width), em: px(9.7), finest, measure }
    }

    /// The labels of each row, `-` where there is none.
    fn labels(from: &str, to: &str, finest: Precision) -> Vec<String> {
        let at = |text: &str| text.parse::<Date>().expect(text).lo().expect("bounded");
        let (lo, hi, room) = (at(from), at(to), room(600.0, finest));
        let row = |row: Row| {
            let label = |cell: &Cell| cell.label.clone().unwrap_or("-".into());
            row.cells.iter().map(label).collect::<Vec<_>>().join(" ")
        };
        rows(choose(lo, hi, &room), lo, hi, &room).into_iter().map(row).collect()
    }

    #[test]
    fn rulers_by_domain() {
        let day = Precision::Day;
        let cases = [
            ("2009", "2016", Precision::Year, vec!["2009 2010 2011 2012 2013 2014 2015"]),
            ("1991-02-20", "2024-10-07", day, vec!["- 1995 2000 2005 2010 2015 2020"]),
            ("2010-02", "2010-06", Precision::Month, vec!["Feb Mar Apr May", "2010"]),
            ("2010-11-28", "2010-12-05", day, vec!["28 29 30 1 2 3 4", "Nov 2010 Dec 2010"]),
            (
                "2010-03-12T09:30",
                "2010-03-12T17:00",
                Precision::Minute,
                vec!["- 10:00 11:00 12:00 13:00 14:00 15:00 16:00", "12 Mar 2010"],
            ),
            (
                "2010-03-12T09:00:00",
                "2010-03-12T09:00:08",
                Precision::Fraction,
                vec![
                    "09:00:00 09:00:01 09:00:02 09:00:03 09:00:04 09:00:05 09:00:06 09:00:07",
                    "12 Mar 2010",
                ],
            ),
            ("-0299", "0401", Precision::Year, vec!["300 BC 200 BC 100 BC 1 100 200 300 -"]),
        ];
        for (from, to, finest, rows) in cases {
            assert_eq!(labels(from, to, finest), rows, "{from} to {to}");
        }
    }

    proptest! {
        #[test]
        fn cells_are_without_gaps_and_labels_fit(
            from in -4_000_000i64..4_000_000,
            days in 1i64..2_000_000,
            width in 100.0..1300.0,
        ) {
            let (lo, hi) = (Instant::from_day(from), Instant::from_day(from + days));
            let room = room(width, Precision::Day);
            let interval = choose(lo, hi, &room);
            let scale = Scale::new(lo, hi, interval);
            for row in rows(interval, lo, hi, &room) {
                prop_assert!(!row.cells.is_empty());
                prop_assert_eq!(row.cells.first().map(|cell| cell.lo), Some(lo));
                prop_assert_eq!(row.cells.last().map(|cell| cell.hi), Some(hi));
                prop_assert!(row.cells.windows(2).all(|pair| pair[0].hi == pair[1].lo));
                for cell in &row.cells {
                    let wide = scale.place(cell.hi, 0, room.width) - scale.place(cell.lo, 0, room.width);
                    let label = cell.label.as_deref().map_or(0, room.measure);
                    prop_assert!(label <= wide);
                }
            }
        }
    }
}
