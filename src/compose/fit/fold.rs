//! A chronicle folded into columns, each with its own stretch of the ruler.
//!
//! The time is cut at round dates, where the parts are of such heights that all columns are short
//! and rows near to their marks: `layout::folds` finds the cuts of least cost. Columns whose stretches
//! of time are alike have one scale; else all are as long as each other, each with a scale of its own.

use crate::compose::context::Context;
use crate::compose::dated::Dated;
use crate::compose::fit;
use crate::compose::fit::chronicle::{ChronicleRequest, ChronicleSearch, RowsFit};
use crate::compose::fit::fold_headings::{self, FoldPart};
use crate::compose::fit::fold_refusals as refusals;
use crate::compose::forms::chronicle::{self, ChronicleForm, ColumnPlace};
use crate::compose::measure::chronicle::{ChronicleTexts, RowRoles, SetRow};
use crate::compose::place::frame::Frame;
use crate::compose::plot::{Form, Plot};
use crate::compose::select::Selection;
use crate::date::{Instant, InstantSpan, Precision};
use crate::error::Result;
use crate::figure::{Figure, PlacedDayOff, PlacedEra, PlacedMarker, Ruler};
use crate::geometry::{PX, Sub};
use crate::layout::rows::{self, SpacedRow};
use crate::layout::{cost, folds};
use crate::options::Scaling;
use crate::time::Domain;
use std::ops::Range;
use std::rc::Rc;

/// Columns with less room than so many ems are set in smaller type.
const SMALL: Sub = 25;
/// The narrowest column, in ems of the type that it is set in.
const NARROWEST: Sub = 15;
/// Each length that is tried is longer by one part in so many.
const STEP: Sub = 16;
/// Lengths that are tried before one that can be cut, and from that on.
const SEARCHED: usize = 60;
const WEIGHED: usize = 18;
/// Times that columns are made longer, as their rows are set anew.
const TRIES: usize = 30;
/// Places where time may be cut, at most.
const PLACES: usize = 120;
/// Years for each column, where only whole ones are in one.
const YEARS: usize = 3;
/// Columns are on one scale if the shortest has so many hundredths of the length of the longest.
const ALIKE: Sub = 65;
/// Tracks that leaders are expected to take.
const TRACKS: usize = 8;

/// The columns of a folded chronicle.
type FoldColumns<'a> = Vec<Plot<'a, ChronicleForm<'a>>>;

/// How wide the columns of a chronicle are, and what they are set in.
#[derive(Clone, Copy)]
pub(crate) struct ColumnSet {
    pub(super) many: usize,
    pub(super) room: Sub,
    roles: RowRoles,
    /// Whether rows stand as close as they can.
    is_dense: bool,
}

impl ColumnSet {
    /// So many columns in the width of the figure; none if they are too narrow.
    pub(crate) fn of(context: &Context<'_>, many: usize) -> Option<Self> {
        let sizes = &context.style.sizes;
        let room = (inner(context) - between(context) * (many as Sub - 1)) / many as Sub;
        let normal = RowRoles::of(sizes);
        let roles = if room < normal.em() * SMALL { RowRoles::small(sizes) } else { normal };
        (room >= roles.em() * NARROWEST).then_some(Self { many, room, roles, is_dense: true })
    }

    /// How many columns they are.
    pub(crate) fn many(&self) -> usize {
        self.many
    }

    /// The same with air between rows that are set in the type of labels.
    pub(crate) fn airy(self, context: &Context<'_>) -> Self {
        Self { is_dense: !self.is_normal(context), ..self }
    }

    /// Whether rows are set in the type of labels.
    pub(crate) fn is_normal(&self, context: &Context<'_>) -> bool {
        self.roles == RowRoles::of(&context.style.sizes)
    }
}

/// Where a chronicle is cut, and into how long columns; of several pages one.
pub(crate) struct FoldPlan {
    pub(crate) parts: Vec<FoldPart>,
    /// Whether time goes on before the first column and after the last, on other pages.
    pub(super) goes_on: [bool; 2],
    /// The unit that the headings of columns are told in.
    pub(super) unit: Precision,
    pub(super) length: Sub,
    pub(super) columns: ColumnSet,
    pub(super) frame: Frame,
}

impl FoldPlan {
    /// The plan of so many columns.
    ///
    /// # Errors
    ///
    /// [`Error::Options`](crate::error::Error::Options) if they are too narrow, or time cannot be cut so
    /// often.
    pub(crate) fn new(context: &Context<'_>, many: usize) -> Result<Self> {
        if context.options.scale == Some(Scaling::Log) {
            return Err(refusals::of_log("fold"));
        }
        let narrow = || refusals::too_narrow(context);
        let columns = ColumnSet::of(context, many).ok_or_else(narrow)?;
        let frame = fit::chronicle::frame(context);
        let frame = Frame { top: frame.top + fold_headings::room(context), ..frame };
        let time = context.time_axis(inner(context) * many as Sub)?;
        let shown = (time.scale.lo(), time.scale.hi());
        let chosen = context.part(0..context.events.len(), shown);
        let whole = &Context::of_part(&chosen, context);
        let rows = expected_rows(whole, columns)?;
        let search = CutSearch { context: whole, rows, columns: many };
        let cut = search.shortest(&frame);
        let (length, parts) = cut.ok_or_else(|| refusals::not_cut(context, many))?;
        let parts = trimmed(parts, context, length);
        let unit = fold_headings::unit(&parts);
        Ok(Self { parts, goes_on: [false; 2], unit, length, columns, frame })
    }

    /// What each part shows.
    pub(crate) fn chosen<'a>(&self, context: &Context<'a>) -> Vec<Selection<'a>> {
        self.parts.iter().map(|part| context.part(part.events.clone(), part.shown)).collect()
    }

    /// The contexts of parts that were chosen.
    pub(crate) fn contexts<'a>(
        &self,
        chosen: &'a [Selection<'a>],
        whole: &Context<'a>,
    ) -> Vec<Context<'a>> {
        chosen.iter().map(|chosen| Context::of_part(chosen, whole)).collect()
    }

    /// The columns side by side, or the one of them that does not fit after all.
    pub(crate) fn fit<'a>(
        &self,
        contexts: &'a [Context<'a>],
    ) -> std::result::Result<FoldColumns<'a>, TightColumn> {
        let requests: Vec<ChronicleRequest<'a>> =
            contexts.iter().map(|context| request(context, self.columns)).collect();
        let most = contexts.first().and_then(|context| context.options.height);
        let mut length = self.length;
        let mut found = self.of_length(&requests, length);
        for _ in 0..TRIES {
            match (found, most) {
                (Ok(mut plots), _) => {
                    let needed = plots.iter().map(Plot::needed_height).max().unwrap_or(0);
                    let over = most.map_or(0, |most| needed - most.0);
                    if over <= 0 {
                        let end = needed - self.frame.foot;
                        plots.iter_mut().for_each(|plot| plot.form.column.end = end);
                        return Ok(plots);
                    }
                    length -= over;
                }
                (tight, Some(_)) => return tight,
                (Err(_), None) => length = (length + length / STEP / 2) / PX * PX,
            }
            found = self.of_length(&requests, length);
        }
        found.and(Err(TightColumn { events: self.events(), needed: self.length }))
    }

    /// The time that all columns show.
    pub(crate) fn shown(&self) -> InstantSpan {
        let whole = Instant::from_day(0);
        let first = self.parts.first().map_or(whole, |part| part.shown.0);
        (first, self.parts.last().map_or(first, |part| part.shown.1))
    }

    /// The events of all columns, by place.
    pub(crate) fn events(&self) -> Range<usize> {
        let first = self.parts.first().map_or(0, |part| part.events.start);
        first..self.parts.last().map_or(first, |part| part.events.end)
    }

    /// The columns, of which the longest has that length: on one scale where their stretches are alike,
    /// else each as long as the others; or the first whose rows do not fit.
    fn of_length<'a>(
        &self,
        requests: &[ChronicleRequest<'a>],
        length: Sub,
    ) -> std::result::Result<FoldColumns<'a>, TightColumn> {
        let own = self.plots(requests, &vec![length; self.parts.len()])?;
        let alike = self.lengths_on_one_scale(length);
        let alike = alike.and_then(|lengths| self.plots(requests, &lengths).ok());
        let bends = |plots: &FoldColumns<'_>| -> i64 {
            plots.iter().map(|plot| plot.form.reading().bends).sum()
        };
        let many = own.iter().map(|plot| plot.context.events.len()).sum();
        let is_worth =
            |alike: &FoldColumns<'a>| cost::is_one_scale(bends(alike), bends(&own), many);
        Ok(alike.filter(is_worth).unwrap_or(own))
    }

    /// The lengths of columns on one scale, if none is much shorter than the longest.
    fn lengths_on_one_scale(&self, length: Sub) -> Option<Vec<Sub>> {
        let stretch = |part: &FoldPart| part.shown.1.nanos_since(part.shown.0);
        let longest = self.parts.iter().map(stretch).max().filter(|longest| *longest > 0)?;
        let share = |part: &FoldPart| Sub::try_from(i128::from(length) * stretch(part) / longest);
        let lengths: Vec<Sub> = self.parts.iter().filter_map(|part| share(part).ok()).collect();
        let are_alike = lengths.iter().all(|own| own / 100 >= length / 100 * ALIKE / 100);
        are_alike.then_some(lengths)
    }

    /// Columns of these lengths, or the first whose rows do not fit.
    fn plots<'a>(
        &self,
        requests: &[ChronicleRequest<'a>],
        lengths: &[Sub],
    ) -> std::result::Result<FoldColumns<'a>, TightColumn> {
        let mut plots = Vec::with_capacity(requests.len());
        let columns = requests.iter().zip(&self.parts).zip(lengths);
        for (number, ((request, part), &length)) in columns.enumerate() {
            let frame = if number == 0 { self.frame.clone() } else { bare(&self.frame) };
            let left = number as Sub * (self.columns.room + between(request.context));
            let column = ColumnPlace { number, left, end: 0, before: part.events.start };
            let search = ChronicleSearch::of_column(request, frame, self.columns.room, column);
            let tight = |needed| TightColumn { events: part.events.clone(), needed };
            match search.candidate(length, &search.all()) {
                Ok(RowsFit::Placed(plot)) => plots.push(*plot),
                Ok(RowsFit::TooShort(needed)) => return Err(tight(needed)),
                Err(_) => return Err(tight(length)),
            }
        }
        Ok(plots)
    }
}

/// A column whose rows do not fit.
pub(crate) struct TightColumn {
    pub(super) events: Range<usize>,
    /// The length that they need at least.
    pub(super) needed: Sub,
}

/// From margin to margin.
pub(super) fn inner(context: &Context<'_>) -> Sub {
    context.style.right(context.width()) - context.style.sizes.margin
}

/// Parts without what the ruler of the whole is longer than the ticks of the first and the last need.
fn trimmed(mut parts: Vec<FoldPart>, whole: &Context<'_>, length: Sub) -> Vec<FoldPart> {
    if let [first, .., last] = parts.as_mut_slice() {
        let start = whole.part_ends([None, Some(first.shown.1)], length);
        let end = whole.part_ends([Some(last.shown.0), None], length);
        first.shown.0 = start.map_or(first.shown.0, |(lo, _)| lo.max(first.shown.0));
        last.shown.1 = end.map_or(last.shown.1, |(_, hi)| hi.min(last.shown.1));
    }
    parts
}

/// Between two columns.
fn between(context: &Context<'_>) -> Sub {
    context.style.sizes.column_gap * 5 / 4
}

/// A frame of the same height without words.
fn bare(frame: &Frame) -> Frame {
    Frame {
        heading: Vec::new(),
        legend: Vec::new(),
        source: Vec::new(),
        top: frame.top,
        foot: frame.foot,
    }
}

/// The texts of a column.
fn request<'a>(context: &'a Context<'a>, columns: ColumnSet) -> ChronicleRequest<'a> {
    let time = context.time_axis(inner(context) * 3);
    let known = time.map(|time| context.known(&time)).unwrap_or_default();
    let does_repeat = context.options.repeat_dates.unwrap_or(false);
    let setting = (does_repeat, columns.roles);
    let texts = ChronicleTexts::of(context.events, known, setting, context.style);
    ChronicleRequest { context, texts: Rc::new(texts), is_dense: columns.is_dense }
}

/// For each event how high its row will be about, with its gap, and as its wish where in it its leader
/// ends.
///
/// # Errors
///
/// [`Error::Options`](crate::error::Error::Options) without room for texts, or for the cells asked for.
pub(super) fn expected_rows(context: &Context<'_>, columns: ColumnSet) -> Result<Vec<SpacedRow>> {
    let ColumnSet { room, roles, is_dense, .. } = columns;
    let along = context.along([0, inner(context) * 3])?;
    let known = context.known(&along.time);
    let texts = ChronicleTexts::of(context.events, known, (false, roles), context.style);
    let leaders = chronicle::channel(TRACKS, is_dense, context) + context.style.sizes.dot;
    let texts_room = room - along.breadth(context) - leaders;
    if texts_room < roles.em() * 5 {
        return Err(refusals::too_narrow(context));
    }
    let columns = texts.columns(texts_room, true);
    let rows = texts.set(columns);
    let gap = roles.gap(&rows, columns, is_dense);
    let row = |row: &SetRow| SpacedRow { wish: row.middle, height: row.size.h + gap };
    Ok(rows.iter().map(row).collect())
}

/// A search for the cuts of a chronicle.
struct CutSearch<'c, 'a> {
    context: &'c Context<'a>,
    /// For each event the height of its row, and where in it its leader ends.
    rows: Vec<SpacedRow>,
    columns: usize,
}

impl CutSearch<'_, '_> {
    /// The length of columns, and the parts, that cost least.
    fn shortest(&self, frame: &Frame) -> Option<(Sub, Vec<FoldPart>)> {
        let context = self.context;
        let total: i64 = self.rows.iter().map(|row| i64::from(row.height)).sum();
        let fixed = frame.top + frame.foot;
        let least = context.options.least_height() - fixed;
        let least = least.max(context.style.sizes.shortest_ruler());
        let even = Sub::try_from(total / self.columns as i64).ok()?.max(least);
        let places = self.places(even)?;
        if let Some(height) = context.options.height {
            let (_, parts) = self.cut(&places, height.0 - fixed)?;
            return Some((height.0 - fixed, parts));
        }
        let longer = |length: &Sub| Some((length + length / STEP) / PX * PX);
        let lengths = std::iter::successors(Some(even), longer).take(SEARCHED);
        let page = context.options.preset().page().0;
        let many = self.rows.len();
        let mut best: Option<(i64, Sub, Vec<FoldPart>)> = None;
        let mut left = WEIGHED;
        for length in lengths {
            let over = cost::over_page((length + fixed - page).max(0), many);
            let least = cost::chronicle_length(length, many) + over;
            // What is longer costs more.
            if left == 0 || best.as_ref().is_some_and(|best| best.0 <= least) {
                break;
            }
            let Some((cost, parts)) = self.cut(&places, length) else { continue };
            left -= 1;
            if best.as_ref().is_none_or(|best| cost + least < best.0) {
                best = Some((cost + least, length, parts));
            }
        }
        best.map(|(_, length, parts)| (length, parts))
    }

    /// Round dates, from the first of the ruler to its last.
    fn places(&self, length: Sub) -> Option<Vec<Instant>> {
        let time = self.context.time_axis(length.checked_mul(self.columns as Sub)?).ok()?;
        let cells = &time.rows.first()?.cells;
        let step = cells.len().div_ceil(PLACES).max(1);
        let starts = cells.iter().skip(step).step_by(step).map(|cell| cell.lo);
        let ends = [time.scale.lo(), time.scale.hi()];
        let is_cut = |at: &Instant| ends[0] < *at && *at < ends[1];
        let mut inner: Vec<Instant> = starts.filter(is_cut).collect();
        // Years are kept whole where there are many.
        let is_new_year = |at: &Instant| at.nano == 0 && matches!(at.civil(), (_, 1, 1));
        if inner.iter().filter(|at| is_new_year(at)).count() >= YEARS * self.columns {
            inner.retain(is_new_year);
        }
        Some(std::iter::once(ends[0]).chain(inner).chain([ends[1]]).collect())
    }

    /// The parts for columns of that length that cost least.
    fn cut(&self, places: &[Instant], length: Sub) -> Option<(i64, Vec<FoldPart>)> {
        let events = self.context.events;
        let before = |at: &Instant| events.partition_point(|dated| dated.at < *at);
        let mut firsts: Vec<usize> = places.iter().map(before).collect();
        // What is beyond the ends of the ruler is in the first and the last part.
        *firsts.first_mut()? = 0;
        *firsts.last_mut()? = events.len();
        let part = |from: usize, to: usize| FoldPart {
            events: firsts[from]..firsts[to],
            shown: (places[from], places[to]),
        };
        // Several columns may have one part.
        let cost = |from: usize| {
            let cost = |to: usize| self.cost(&part(from, to), length);
            (0..places.len()).map(|to| if from < to { cost(to) } else { None }).collect()
        };
        let costs: Vec<Vec<Option<i64>>> = (0..places.len()).map(cost).collect();
        let of_part = |_, from: usize, to: usize| costs[from][to];
        let (cost, cuts) = folds::cheapest(places.len(), self.columns, |_, _| 0, of_part)?;
        Some((cost, cuts.windows(2).map(|pair| part(pair[0], pair[1])).collect()))
    }

    fn cost(&self, part: &FoldPart, length: Sub) -> Option<i64> {
        let rows = self.rows.get(part.events.clone())?;
        part_cost((rows, &self.context.events[part.events.clone()]), part.shown, length)
    }
}

/// What the leaders of some rows cost in a column of that length; none if there are none, or if they are
/// too high.
pub(super) fn part_cost(
    (rows, events): (&[SpacedRow], &[Dated<'_>]),
    shown: InstantSpan,
    length: Sub,
) -> Option<i64> {
    let total: i64 = rows.iter().map(|row| i64::from(row.height)).sum();
    if rows.is_empty() || total > i64::from(length) {
        return None;
    }
    let domain = Domain::new(shown.0, shown.1);
    let row = |(row, dated): (&SpacedRow, &Dated<'_>)| SpacedRow {
        wish: domain.place(dated.at, 0, length) - row.wish,
        height: row.height,
    };
    let rows: Vec<SpacedRow> = rows.iter().zip(events).map(row).collect();
    let reach = rows.first().map_or(0, |row| row.height);
    let places = rows::place(&rows, [-reach / 2, length + reach / 2])?;
    Some(rows.iter().zip(places).map(|(row, at)| cost::row_away((at - row.wish).abs())).sum())
}

/// The figure of all columns, which is not described yet.
pub(crate) fn joined(
    (columns, plan): (FoldColumns<'_>, &FoldPlan),
    whole: &Context<'_>,
) -> Option<Figure> {
    let [before, after] = plan.goes_on;
    let count = columns.len();
    let mut figures = columns.into_iter().map(Plot::figure);
    let mut figure = figures.next()?;
    figure.ruler.goes_on = [before, count > 1 || after];
    for (column, more) in (1..).zip(figures) {
        let Figure { ruler, events, days_off, eras, markers, .. } = more;
        figure.folds.push(Ruler { goes_on: [true, column + 1 < count || after], ..ruler });
        figure.events.extend(events);
        let days_off = days_off.into_iter().map(|day| PlacedDayOff { column, ..day });
        figure.days_off.extend(days_off);
        figure.eras.extend(eras.into_iter().map(|era| PlacedEra { column, ..era }));
        figure.markers.extend(markers.into_iter().map(|marker| PlacedMarker { column, ..marker }));
    }
    fold_headings::set(&mut figure, (&plan.parts, plan.unit), whole);
    Some(figure)
}
