//! Which form of figure a table gets where none is asked for, and why.
//!
//! In: the selected events and the options. Out: the table in the form that costs its readers
//! least. There is one comparison, [`cost::of_form`], which weighs what each form makes of a table
//! as readers of many figures have chosen between them.

use crate::compose::context::Context;
use crate::compose::dated::{Dated, stand_for_many};
use crate::compose::fit::{self, width};
use crate::compose::forms::bars::BarForm;
use crate::compose::forms::labels::{LabelForm, LabelRequest};
use crate::compose::forms::lanes::LaneForm;
use crate::compose::lanes::groups::LaneSource;
use crate::compose::plot::{Form, Plot};
use crate::error::{Note, Result};
use crate::figure::{Figure, FormChoice};
use crate::geometry::{Axis, Sub};
use crate::layout::cost::{self, FormKind, FormReading};
use crate::options::{FigureOptions, LabelStyle};
use crate::summary::SummaryRule;

/// More events than this never have a flag each.
const MOST_FLAGS: usize = 30;
/// More rows than this never fit a page.
const MOST_ROWS: usize = 400;
/// Up to so many events a chronicle is chosen for its sentences.
const FEW: usize = 15;

/// Events that are counted as the figure cannot name them.
pub(crate) const TOO_MANY: FormChoice = FormChoice::new("density", "more than it can name");
const LISTS: FormChoice = FormChoice::new("lists", "short names, close together");

/// A table in the form that suits it, why, and a note if it is wider than asked.
pub(crate) enum Suited<'a> {
    Labels(Box<Plot<'a, LabelForm<'a>>>, (FormChoice, Option<Note>)),
    Chronicle(Box<ChronicleFigure>, FormChoice),
}

/// A table told in rows: the figure, what its maker should know, and what it costs its readers.
pub(crate) struct ChronicleFigure {
    pub(crate) figure: Figure,
    pub(crate) notes: Vec<Note>,
    pub(crate) cost: i64,
}

/// Flags, a chronicle or lists: those of least cost. `rows` gives the same events as rows beside a
/// vertical ruler, if they may be so.
///
/// # Errors
///
/// [`Error::Options`](crate::error::Error::Options) when no form fits.
pub(crate) fn suited<'a>(
    labels: &LabelRequest<'a>,
    rows: impl FnOnce() -> Option<ChronicleFigure>,
) -> Result<Suited<'a>> {
    let many = labels.context.events.len();
    if labels.context.axis == Axis::Vertical {
        return beside_vertical(labels, rows);
    }
    let flags = match flags(labels) {
        Some((cost, plot)) if cost <= cost::least_of_rows(many) => return Ok(as_flags(plot, cost)),
        flags => flags,
    };
    let is_cheaper =
        flags.as_ref().is_some_and(|(cost, _)| *cost <= least_of_chronicle(labels.context));
    let rows = if many <= MOST_ROWS && !is_cheaper { rows() } else { None };
    let lists = fit::labels(labels);
    let listed = lists.as_ref().map_or(i64::MAX, |(plot, _)| form_cost(FormKind::Lists, plot));
    let told = rows.as_ref().map_or(i64::MAX, |rows| rows.cost);
    match (flags, rows, lists) {
        (Some((cost, plot)), ..) if cost <= told.min(listed) => Ok(as_flags(plot, cost)),
        (_, Some(rows), _) if told <= listed => {
            let few = "they read best in rows";
            let reason = if many <= FEW { few } else { "too many for separate labels" };
            Ok(as_rows(rows, reason))
        }
        (.., lists) => lists.map(|(plot, note)| as_lists(plot, listed, note)),
    }
}

/// The same where time runs downwards: labels on both sides if each event has its own, or the better of
/// lists and rows.
fn beside_vertical<'a>(
    labels: &LabelRequest<'a>,
    rows: impl FnOnce() -> Option<ChronicleFigure>,
) -> Result<Suited<'a>> {
    let (plot, note) = fit::labels(labels)?;
    let reading = plot.form.reading();
    if reading.listed == 0 && note.is_none() {
        let cost = form_cost(FormKind::Flags, &plot);
        return Ok(as_flags(plot, cost));
    }
    let is_few = labels.context.events.len() <= MOST_ROWS;
    let listed = form_cost(FormKind::Lists, &plot);
    match is_few.then(rows).flatten().filter(|rows| rows.cost < listed) {
        Some(rows) => Ok(as_rows(rows, "too close for separate labels")),
        None => Ok(as_lists(plot, listed, note)),
    }
}

/// Spans as rows, where that keeps the descriptions which lanes have no room for: where nobody asks for
/// lanes, half of the events or more have one, and all of it is within the place.
pub(crate) fn described(
    context: &Context<'_>,
    rows: impl FnOnce() -> Option<ChronicleFigure>,
) -> Option<(ChronicleFigure, FormChoice)> {
    let (events, options) = (context.events, context.options);
    let asks_for_lanes =
        options.lane_rows.is_some() || options.lane_by.is_some() || options.show.is_some();
    let is_free = options.orientation != Some(Axis::Horizontal) && !asks_for_lanes;
    let described = events.iter().filter(|dated| dated.event.detail.is_some()).count();
    let is_told = described * 2 >= events.len() && events.len() <= MOST_ROWS;
    if !is_free || !is_told || LaneSource::of(events, options) != LaneSource::Nothing {
        return None;
    }
    let told = rows()?;
    let page = options.height.map_or(options.preset().page().0, |height| height.0);
    let lost = told.figure.choice.lost;
    let choice = FormChoice {
        lost,
        cost: Some(told.cost),
        ..FormChoice::new("chronicle", "rows keep the descriptions")
    };
    (lost.all() == 0 && told.figure.size.h <= page).then_some((told, choice))
}

/// Rows of at most so many spans are seen with their labels beside them.
const FEW_SPANS: usize = 8;
/// Marks that take less than so many hundredths of the ruler are small beside their labels.
const SMALL: Sub = 15;

/// Whether readers prefer lanes to rows with texts before the ruler: where one row holds all, and where
/// a few small marks have their labels, with whole dates, beside them.
pub(crate) fn are_lanes_better(
    lanes: &Plot<'_, LaneForm<'_>>,
    bars: &Plot<'_, BarForm<'_>>,
) -> bool {
    let rows: usize = lanes.form.row_counts().iter().sum();
    let is_small = rows <= FEW_SPANS && bars.form.share() < SMALL;
    rows <= 1 || (is_small && lanes.form.is_whole())
}

fn as_rows<'a>(rows: ChronicleFigure, reason: &'static str) -> Suited<'a> {
    let choice = FormChoice { cost: Some(rows.cost), ..FormChoice::new("chronicle", reason) };
    Suited::Chronicle(Box::new(rows), choice)
}

/// Lists; where none is left, they are flags.
fn as_lists<'a>(plot: Plot<'a, LabelForm<'a>>, cost: i64, note: Option<Note>) -> Suited<'a> {
    if plot.form.reading().listed == 0 && note.is_none() {
        return as_flags(plot, cost);
    }
    Suited::Labels(Box::new(plot), (FormChoice { cost: Some(cost), ..LISTS }, note))
}

fn as_flags<'a>(plot: Plot<'a, LabelForm<'a>>, cost: i64) -> Suited<'a> {
    let choice =
        FormChoice { cost: Some(cost), ..FormChoice::new("flags", "each event has a label") };
    Suited::Labels(Box::new(plot), (choice, None))
}

/// Each event with a flag in the size asked for, and what that costs; none if they do not fit.
fn flags<'a>(labels: &LabelRequest<'a>) -> Option<(i64, Plot<'a, LabelForm<'a>>)> {
    let context = labels.context;
    if context.events.len() > MOST_FLAGS {
        return None;
    }
    let request = LabelRequest { style: LabelStyle::Flags, ..labels.clone() };
    let plot = width::as_asked(&request)?;
    let height = context.options.height;
    let is_fitting = height.is_none_or(|height| plot.needed_height() <= height.0);
    is_fitting.then(|| (form_cost(FormKind::Flags, &plot), plot))
}

/// Whether events are counted and only the most important named, and why: where that is asked for,
/// where rows stand for many events, and where there are more events than the figure can name.
pub(crate) fn counted(events: &[Dated<'_>], options: &FigureOptions) -> Option<FormChoice> {
    let rule = SummaryRule::of(options)?;
    let form = "density";
    if options.style == Some(LabelStyle::Density) {
        return Some(FormChoice::new("as asked", "by the options"));
    }
    if rule.is_asked {
        return Some(FormChoice::new(form, "by the options"));
    }
    if stand_for_many(events) {
        return Some(FormChoice::new(form, "rows stand for many events"));
    }
    let many = events.iter().map(|dated| dated.event.weight()).fold(0, u64::saturating_add);
    (many > rule.most_named as u64).then_some(TOO_MANY)
}

/// What a chronicle costs its readers at least: it is no lower than its frame and the shortest ruler.
fn least_of_chronicle(context: &Context<'_>) -> i64 {
    let height = fit::chronicle::least_height(context);
    let many = context.events.len();
    cost::of_form(FormKind::Chronicle, &FormReading { many, height, ..empty_reading(context) })
}

/// A reading of no form yet: the type of a figure, and the height that suits its place.
fn empty_reading(context: &Context<'_>) -> FormReading {
    let page = context.options.preset().page().0;
    FormReading {
        page: context.options.height.map_or(page, |height| height.0),
        em: context.style.sizes.name.style.size,
        ..FormReading::default()
    }
}

/// What a fitted form costs its readers.
pub(crate) fn form_cost<F: Form>(kind: FormKind, plot: &Plot<'_, F>) -> i64 {
    folds_cost(kind, std::slice::from_ref(plot))
}

/// The same of columns side by side.
pub(crate) fn folds_cost<F: Form>(kind: FormKind, plots: &[Plot<'_, F>]) -> i64 {
    let Some(context) = plots.first().map(|plot| plot.context) else { return i64::MAX };
    let mut whole = empty_reading(context);
    // A frame that is higher than the form needs is filled.
    whole.height = if kind == FormKind::Chronicle { context.options.least_height() } else { 0 };
    whole.folds = plots.len() - 1;
    let width = context.style.right(context.width()) - context.style.sizes.margin;
    let is_narrow = |plot: &Plot<'_, F>| plot.breadth() < width / 3 * 2;
    whole.is_half_empty =
        kind == FormKind::Chronicle && plots.len() == 1 && plots.iter().all(is_narrow);
    for plot in plots {
        let part = plot.form.reading();
        whole.many += plot.context.events.len();
        whole.left_out += plot.form.left_out().iter().filter(|out| **out).count();
        whole.height = whole.height.max(plot.needed_height());
        whole.undescribed += part.undescribed;
        whole.listed += part.listed;
        whole.lone += part.lone;
        whole.ragged += part.ragged;
        whole.long += part.long;
        whole.bends += part.bends;
        whole.saved = whole.saved.max(part.saved);
        whole.away += part.away;
    }
    cost::of_form(kind, &whole)
}
