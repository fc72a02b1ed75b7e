//! Rulers by domain, and what holds for all of them.

use super::*;
use crate::date::{Date, DateStyle, Precision};
use crate::geometry::{Axis, px};
use crate::options::Ticks;
use crate::time::{AxisBreak, PRESENT, RulerOptions, TimeAxis, is_ages, tick_choice::choose};
use crate::words::Words;
use proptest::prelude::*;

fn room(width: f64, finest: Precision) -> RulerRoom<'static> {
    let measure = &|text: &str| px(5.0) * text.chars().count() as Sub;
    let (zone, options) = (None, RulerOptions::default());
    RulerRoom {
        width: px(width),
        axis: Axis::Horizontal,
        em: px(9.7),
        finest,
        is_ages: false,
        has_year_parts: true,
        is_dayless: false,
        zone,
        options,
        dates: DateStyle::default(),
        words: Words::of(Default::default()),
        measure,
    }
}

/// The start of a date, or so many years before 1950.
fn at(text: &str) -> Instant {
    let Some(age) = text.strip_prefix('^') else {
        return text.parse::<Date>().expect(text).lo().expect("bounded");
    };
    Instant::from_civil(1950 - age.parse::<i64>().expect(text), 1, 1).expect("in range")
}

/// The labels of each row, `-` where there is none.
fn labels(from: &str, to: &str, room: &RulerRoom<'_>) -> Vec<String> {
    let domain = Domain::new(at(from), at(to));
    let row = |row: TickRow| {
        let label = |cell: &TickCell| cell.label.clone().unwrap_or("-".into());
        row.cells.iter().map(label).collect::<Vec<_>>().join(" | ")
    };
    rows(choose(domain, room), domain, room).0.into_iter().map(row).collect()
}

#[test]
fn labels_one_under_another_are_closer() {
    let measure = &|_: &str| px(6.5);
    let upright = |height: f64, finest: Precision| RulerRoom {
        axis: Axis::Vertical,
        has_year_parts: false,
        measure,
        ..room(height, finest)
    };
    let months = labels("1989-05", "1990-11", &upright(240.0, Precision::Day));
    assert_eq!(months, ["- | Jul | Oct | Jan | Apr | Jul | -", "1989 | 1990"]);
    let years = upright(240.0, Precision::Year);
    let level = RulerRoom { axis: Axis::Horizontal, ..upright(240.0, Precision::Year) };
    assert_eq!(labels("1900", "1960", &years), ["1900 | 1910 | 1920 | 1930 | 1940 | 1950"]);
    assert_eq!(labels("1900", "1960", &level), ["1900 | 1920 | 1940"]);
}

const MARCH: &str = "12 Mar 2010";
/// First instant, first instant after, labels of the rows at 600 px.
const CALENDAR: &[(&str, &str, &[&str])] = &[
    (
        "2010-03-12T14:05:09.250",
        "2010-03-12T14:05:09.270",
        &[
            "09.250 s | 09.252 s | 09.254 s | 09.256 s | 09.258 s | 09.260 s | 09.262 s | 09.264 s | 09.266 s | 09.268 s",
            "12 Mar 2010, 14:05",
        ],
    ),
    (
        "2010-03-12T14:05:09.0",
        "2010-03-12T14:05:10",
        &[
            "09.0 s | 09.1 s | 09.2 s | 09.3 s | 09.4 s | 09.5 s | 09.6 s | 09.7 s | 09.8 s | 09.9 s",
            "12 Mar 2010, 14:05",
        ],
    ),
    (
        "2010-03-12T14:05:58",
        "2010-03-12T14:06:03",
        &[
            "58.0 s | 58.5 s | 59.0 s | 59.5 s | 00.0 s | 00.5 s | 01.0 s | 01.5 s | 02.0 s | 02.5 s",
            "12 Mar 2010, 14:05 | 14:06",
        ],
    ),
    (
        "2010-03-12T14:05:09",
        "2010-03-12T14:05:54",
        &[
            "- | 14:05:10 | 14:05:15 | 14:05:20 | 14:05:25 | 14:05:30 | 14:05:35 | 14:05:40 | 14:05:45 | 14:05:50",
            MARCH,
        ],
    ),
    (
        "2010-03-12T14:05",
        "2010-03-12T14:15",
        &["14:05 | 14:06 | 14:07 | 14:08 | 14:09 | 14:10 | 14:11 | 14:12 | 14:13 | 14:14", MARCH],
    ),
    (
        "2010-03-12T09:10",
        "2010-03-12T12:11",
        &["- | 09:30 | 10:00 | 10:30 | 11:00 | 11:30 | 12:00", MARCH],
    ),
    (
        "2010-03-12T22:30",
        "2010-03-13T03:30",
        &[
            "22:30 | 23:00 | 23:30 | 00:00 | 00:30 | 01:00 | 01:30 | 02:00 | 02:30 | 03:00",
            "12 Mar 2010 | 13 Mar",
        ],
    ),
    (
        "2010-03-12",
        "2010-03-13",
        &["00:00 | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00", MARCH],
    ),
    (
        "2010-03-12",
        "2010-03-15",
        &["00:00 | 12:00 | 00:00 | 12:00 | 00:00 | 12:00", "12 Mar 2010 | 13 Mar | 14 Mar"],
    ),
    ("2010-02-25", "2010-03-07", &["25 | 26 | 27 | 28 | 1 | 2 | 3 | 4 | 5 | 6", "Feb 2010 | Mar"]),
    ("2010-03", "2010-04", &["1 | 6 | 11 | 16 | 21 | 26", "Mar 2010"]),
    (
        "2010-03-12",
        "2010-05-10",
        &["- | 15 | 22 | 29 | 5 | 12 | 19 | 26 | 3", "Mar 2010 | Apr | May"],
    ),
    ("2010-11-03", "2011-03-28", &["Nov | Dec | Jan | Feb | Mar", "2010 | 2011"]),
    (
        "2010",
        "2011",
        &["Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec", "2010"],
    ),
    (
        "2010-03",
        "2011-07",
        &[
            "Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Jan | Feb | Mar | Apr | May | Jun",
            "2010 | 2011",
        ],
    ),
    (
        "2010-03",
        "2013-03",
        &[
            "- | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4 | Q1",
            "2010 | 2011 | 2012 | 2013",
        ],
    ),
    ("2010", "2016", &["2010 | 2011 | 2012 | 2013 | 2014 | 2015"]),
    (
        "2009",
        "2022",
        &[
            "2009 | 2010 | 2011 | 2012 | 2013 | 2014 | 2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021",
        ],
    ),
    ("1990", "2025", &["1990 | 1995 | 2000 | 2005 | 2010 | 2015 | 2020"]),
    ("1945", "2021", &["- | 1950 | 1960 | 1970 | 1980 | 1990 | 2000 | 2010 | -"]),
    ("1870", "2024", &["- | 1880 | 1900 | 1920 | 1940 | 1960 | 1980 | 2000 | -"]),
    ("1600", "2011", &["1600 | 1650 | 1700 | 1750 | 1800 | 1850 | 1900 | 1950 | -"]),
    ("0010", "0070", &["AD 10 | 20 | 30 | 40 | 50 | 60"]),
    (
        "-0008",
        "0007",
        &[
            "9 BC | 8 BC | 7 BC | 6 BC | 5 BC | 4 BC | 3 BC | 2 BC | 1 BC | AD 1 | 2 | 3 | 4 | 5 | 6",
        ],
    ),
    (
        "-0499",
        "0501",
        &["500 BC | 400 BC | 300 BC | 200 BC | 100 BC | AD 1 | 100 | 200 | 300 | 400 | -"],
    ),
    (
        "3000 BC",
        "2001",
        &[
            "3000 BC | 2500 BC | 2000 BC | 1500 BC | 1000 BC | 500 BC | BC | AD | 500 | 1000 | 1500 | -",
        ],
    ),
    ("10000 BC", "2001", &["10,000 BC | 8000 BC | 6000 BC | 4000 BC | 2000 BC | BC | AD | -"]),
    (
        "15001 BC",
        "5001 BC",
        &[
            "- | 15,000 BC | 14,000 BC | 13,000 BC | 12,000 BC | 11,000 BC | 10,000 BC | 9000 BC | 8000 BC | 7000 BC | 6000 BC",
        ],
    ),
];

#[test]
fn rulers_by_domain() {
    let room = room(600.0, Precision::Fraction);
    for (from, to, rows) in CALENDAR {
        assert_eq!(labels(from, to, &room), *rows, "{from} to {to}");
    }
}

const AGES: &[(&str, &str, &str)] = &[
    (
        "^12400",
        "^1200",
        "- | 12 ka | 11 ka | 10 ka | 9 ka | 8 ka | 7 ka | 6 ka | 5 ka | 4 ka | 3 ka | 2 ka",
    ),
    ("^45000", "^0", "45 ka | 40 ka | 35 ka | 30 ka | 25 ka | 20 ka | 15 ka | 10 ka | 5 ka"),
    (
        "^2000000",
        "^12000",
        "2 Ma | 1.8 Ma | 1.6 Ma | 1.4 Ma | 1.2 Ma | 1 Ma | 0.8 Ma | 0.6 Ma | 0.4 Ma | 0.2 Ma",
    ),
    ("^66000000", "^2580000", "- | 60 Ma | 50 Ma | 40 Ma | 30 Ma | 20 Ma | 10 Ma"),
    ("^601000000", "^66000000", "- | 600 Ma | 500 Ma | 400 Ma | 300 Ma | 200 Ma | -"),
    (
        "^4600000000",
        "^0",
        "- | 4.5 Ga | 4 Ga | 3.5 Ga | 3 Ga | 2.5 Ga | 2 Ga | 1.5 Ga | 1 Ga | 0.5 Ga",
    ),
    ("^13800000000", "^300000", "- | 12 Ga | 10 Ga | 8 Ga | 6 Ga | 4 Ga | 2 Ga"),
];

#[test]
fn rulers_of_ages() {
    let room = RulerRoom { is_ages: true, ..room(600.0, Precision::Ga) };
    for (from, to, row) in AGES {
        assert_eq!(labels(from, to, &room), [*row], "{from} to {to}");
    }
}

#[test]
fn cells_are_no_finer_than_the_data() {
    let years = labels("2010", "2013", &room(600.0, Precision::Year));
    assert_eq!(years, ["2010 | 2011 | 2012"]);
    let decades = labels("1900", "1930", &room(600.0, Precision::Decade));
    assert_eq!(decades, ["1900 | 1910 | 1920"]);
}

#[test]
fn cells_as_asked_for() {
    let asked = |ticks, week_start, fiscal_start| {
        let options = RulerOptions {
            ticks: Some(ticks),
            week_start,
            fiscal_start,
            ..RulerOptions::default()
        };
        RulerRoom { options, ..room(600.0, Precision::Day) }
    };
    let rows = |from, to, room: RulerRoom<'_>| labels(from, to, &room).join(" / ");
    assert_eq!(rows("2010", "2012", asked(Ticks::Half, 0, 0)), "H1 | H2 | H1 | H2 / 2010 | 2011");
    assert_eq!(
        rows("2010-10", "2011-10", asked(Ticks::Quarter, 0, 9)),
        "Q1 | Q2 | Q3 | Q4 / FY2010/11"
    );
    assert_eq!(rows("2010-03-07", "2010-03-21", asked(Ticks::Week, 6, 0)), "7 | 14 / Mar 2010");
    assert_eq!(rows("1985", "2005", asked(Ticks::Decade, 0, 0)), "- | 1990 | 2000");
    let numbered = RulerOptions {
        ticks: Some(Ticks::Week),
        has_week_numbers: true,
        ..RulerOptions::default()
    };
    let numbered = RulerRoom { options: numbered, ..room(600.0, Precision::Day) };
    assert_eq!(rows("2010-03-08", "2010-03-22", numbered), "W10 | W11 / Mar 2010");
}

#[test]
fn quarters_are_for_data_that_speak_of_them() {
    let plain = RulerRoom { has_year_parts: false, ..room(200.0, Precision::Day) };
    let quarters = RulerRoom { has_year_parts: true, ..room(200.0, Precision::Day) };
    let fine = |room: &RulerRoom<'_>| labels("2010", "2011", room).swap_remove(0);
    assert_eq!(fine(&quarters), "Q1 | Q2 | Q3 | Q4");
    assert_eq!(fine(&plain), "Jan | Apr | Jul | Oct");
}

#[test]
fn both_ends_are_labelled_and_no_cell_is_idle() {
    let room = room(600.0, Precision::Day);
    for (from, to, ends) in [
        ("1945", "2021", ["1940", "2020"]),
        ("1600", "2011", ["1600", "2000"]),
        ("1783-04", "1865-06", ["1780", "1860"]),
        ("2010-01-03", "2021-06", ["2010", "2021"]),
    ] {
        let axis = TimeAxis::around(Domain::new(at(from), at(to)), px(10.0), &room);
        let cells = &axis.rows[0].cells;
        let label = |cell: &TickCell| cell.label.clone().unwrap_or("-".into());
        assert_eq!([&cells[0], &cells[cells.len() - 1]].map(label), ends, "{from} to {to}");
    }
}

#[test]
fn cells_that_do_not_fit_are_refused_with_a_way_out() {
    let refusal = |ticks| {
        let options = RulerOptions { ticks: Some(ticks), ..RulerOptions::default() };
        let room = RulerRoom { options, ..room(600.0, Precision::Day) };
        TimeAxis::exact(Domain::new(at("1990"), at("2040")), &room).refusal(&room)
    };
    assert_eq!(refusal(Ticks::Decade), None);
    let year = refusal(Ticks::Year).expect("too narrow").to_string();
    assert!(
        year.contains(
            "need a time axis 1488 px wide; give a greater `width`, or choose `ticks decade`"
        ),
        "{year}"
    );
    let day = refusal(Ticks::Day).expect("too many").to_string();
    assert!(day.contains("too many; choose `ticks decade`"), "{day}");
}

#[test]
fn a_zone_is_named_once() {
    let room = RulerRoom { zone: Some(0), ..room(600.0, Precision::Minute) };
    let rows = labels("2010-03-12T20:00", "2010-03-13T05:00", &room);
    assert_eq!(rows[1], "12 Mar 2010, UTC | 13 Mar");
    let days = labels("2010-03-01", "2010-03-09", &room);
    assert_eq!(days[1], "Mar 2010, UTC", "that of clock times in days");
    let months = labels("2010-03-01", "2010-12-09", &room);
    assert_eq!(months[1], "2010", "months tell no clock times");
}

#[test]
fn the_ruler_states_zone_day_and_era() {
    let stated = |from, to, width| {
        let room = RulerRoom { zone: Some(3600), ..room(width, Precision::Minute) };
        let known = TimeAxis::exact(Domain::new(at(from), at(to)), &room).stated();
        (known.zone, known.day.is_some(), known.is_bc)
    };
    let [evening, night] = ["2010-03-12T20:00", "2010-03-13T05:00"];
    assert_eq!(stated(evening, night, 600.0), (Some(3600), false, false));
    assert_eq!(stated(evening, "2010-03-12T23:00", 600.0), (Some(3600), true, false));
    assert_eq!(stated(evening, "2010-03-12T20:09", 60.0), (None, true, false), "no room for it");
    assert_eq!(stated("2010-03-01", "2010-03-09", 600.0), (Some(3600), false, false));
    assert_eq!(stated("2010-03-01", "2010-12-09", 600.0), (None, false, false), "months have none");
    assert_eq!(stated("-0043", "0014", 600.0), (None, false, true));
}

#[test]
fn the_one_cell_of_a_second_row_keeps_its_name() {
    let rows = labels("2010-03-12T20:00", "2010-03-12T20:09", &room(60.0, Precision::Minute));
    assert_eq!(rows[1], MARCH);
}

/// Domains from milliseconds to 14 Ga, calendar or ages.
fn domain() -> impl Strategy<Value = (Domain, bool)> {
    let near = (-200_000i64..30_000, 0..crate::date::DAY_NANOS, 0u32..80, 1i128..1000);
    near.prop_map(|(day, nano, power, digits)| {
        let nanos = digits * (1i128 << power);
        let hi = Instant { day, nano };
        let lo = hi.checked_add(-nanos).unwrap_or(hi);
        (Domain::new(lo, hi), is_ages(lo, hi))
    })
}

fn check(
    row: &TickRow,
    is_led: bool,
    domain: Domain,
    room: &RulerRoom<'_>,
) -> Result<(), TestCaseError> {
    let place = |at| domain.place(at, 0, room.width);
    prop_assert_eq!(row.cells.first().map(|cell| cell.lo), Some(domain.lo()));
    prop_assert_eq!(row.cells.last().map(|cell| cell.hi), Some(domain.hi()));
    let is_gap = |lo, hi| domain.breaks().any(|gap| (gap.lo, gap.hi) == (lo, hi));
    let meet = |pair: &[TickCell]| pair[0].hi == pair[1].lo || is_gap(pair[0].hi, pair[1].lo);
    prop_assert!(row.cells.windows(2).all(meet));
    let mut before = -room.em;
    for cell in &row.cells {
        let Some(label) = &cell.label else { continue };
        let (left, right) = (place(cell.lo), place(cell.hi));
        let width = (room.measure)(label);
        let x = if is_led { left + room.em / 2 } else { (left + right - width) / 2 };
        prop_assert!(left <= x && x + width <= right, "{} leaves its cell", label);
        prop_assert!(x - before >= room.em - 1, "{} is too near", label);
        before = x + width;
    }
    Ok(())
}

/// The names of a row in which nothing else tells cells apart are all different, and its
/// whole cells are about as long as each other.
fn check_names(row: &TickRow, domain: Domain) -> Result<(), TestCaseError> {
    let spans = spans(row.interval, domain);
    let wholes = spans.iter().filter(|span| span.is_whole() && span.start.civil().0 != 1);
    let lengths: Vec<i128> = wholes.map(|span| span.end.nanos_since(span.start)).collect();
    let (least, most) = (lengths.iter().min(), lengths.iter().max());
    prop_assert!(least.zip(most).is_none_or(|(least, most)| most <= &(least * 2)));
    if context(row.interval).is_none() {
        let mut names: Vec<_> = row.cells.iter().filter_map(|cell| cell.label.as_ref()).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), all);
    }
    Ok(())
}

/// The domain as it is, with one or two breaks, and by its logarithm where it is of ages before
/// the present.
fn variants(domain: Domain, is_ages: bool, parts: [i128; 4]) -> Vec<Domain> {
    let at = |part: i128| domain.lo().checked_add(domain.nanos() / 1000 * part);
    let gap = |from: i128, to: i128| {
        let (lo, hi) = (at(from)?, at(to)?);
        Some(AxisBreak { lo, hi, width: px(60.0) }).filter(|_| lo < hi)
    };
    let [a, b, c, d] = parts;
    let mut all = vec![domain];
    all.extend(gap(a, b).map(|one| domain.broken(&[one])));
    all.extend(gap(a, b).zip(gap(c, d)).map(|(one, two)| domain.broken(&[one, two])));
    let is_before = domain.hi() < at_year(PRESENT);
    all.extend((is_ages && is_before).then(|| domain.log(LogAges::BEFORE_PRESENT)));
    let today = LogAges { origin: domain.hi().civil().0, linear: 100 };
    all.extend(is_ages.then(|| domain.log(today)));
    all
}

fn at_year(year: i64) -> Instant {
    Instant::from_civil(year, 1, 1).expect("in range")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]
    #[test]
    fn rulers_are_sound(
        (domain, is_ages) in domain(),
        width in 240.0..2600.0,
        mut parts in proptest::array::uniform4(20..980i128),
    ) {
        parts.sort_unstable();
        let room = RulerRoom { is_ages, ..room(width, Precision::Fraction) };
        for domain in variants(domain, is_ages, parts) {
            for axis in [TimeAxis::exact(domain, &room), TimeAxis::around(domain, px(10.0), &room)] {
                let shown = axis.scale.domain();
                prop_assert!(shown.lo() <= domain.lo() && domain.hi() <= shown.hi());
                for (index, row) in axis.rows.iter().enumerate() {
                    check(row, index == 0 && !row.interval.is_single(), shown, &room)?;
                    if !domain.is_log() {
                        check_names(row, shown)?;
                    }
                }
            }
        }
    }
}

#[test]
fn a_logarithmic_ruler_says_so() {
    let room = RulerRoom { is_ages: true, ..room(600.0, Precision::Ga) };
    let domain = Domain::new(at("^13800000000"), at("^300000")).log(LogAges::BEFORE_PRESENT);
    let rows = TimeAxis::exact(domain, &room).rows;
    let labels: Vec<&str> = rows[0].cells.iter().filter_map(|cell| cell.label.as_deref()).collect();
    assert_eq!(labels, ["10 Ga", "1 Ga", "100 Ma", "10 Ma", "1 Ma"]);
    let scale = rows[1].cells[0].label.as_deref();
    assert_eq!(scale, Some("years before 1950, logarithmic scale"));
    let today = LogAges { origin: 2024, linear: 100_000 };
    let domain = Domain::new(at("^13800000000"), at("2025")).log(today);
    let rows = TimeAxis::exact(domain, &room).rows;
    let labels: Vec<&str> = rows[0].cells.iter().filter_map(|cell| cell.label.as_deref()).collect();
    assert_eq!(labels, ["10 Ga", "1 Ga", "100 Ma", "10 Ma", "1 Ma", "100 ka"]);
    let scale = rows[1].cells[0].label.as_deref();
    assert_eq!(scale, Some("years before 2024, logarithmic scale, linear from 100 ka on"));
}

#[test]
fn cells_stop_at_a_break() {
    let gap = AxisBreak { lo: at("1030"), hi: at("1480"), width: px(60.0) };
    let domain = Domain::new(at("0980"), at("1510")).broken(&[gap]);
    let axis = TimeAxis::exact(domain, &room(600.0, Precision::Year));
    let labels: Vec<&str> =
        axis.rows[0].cells.iter().map(|cell| cell.label.as_deref().unwrap_or("-")).collect();
    assert_eq!(labels.join(" | "), "980 | 990 | 1000 | 1010 | 1020 | 1480 | 1490 | 1500");
}

#[test]
fn one_year_of_age_is_one() {
    let room = RulerRoom { is_ages: true, ..room(600.0, Precision::Year) };
    let years = labels("^4", "^0", &room);
    assert_eq!(years, ["4 years | 3 years | 2 years | 1 year"]);
}
