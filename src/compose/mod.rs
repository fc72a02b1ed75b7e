//! From events to a figure, in passes that each use what those before them have made.
//!
//! The list of the passes is the function `passes`: *select* the events and the time shown, make
//! the *style*, *measure* texts, *fit* the form of figure along the time axis, *place* everything
//! across it, *describe* the figure in words, *verify* that nothing collides.

mod categories;
mod choice;
mod clip;
mod clock_detail;
mod context;
mod cuts;
mod dated;
mod days_off;
mod density;
mod describe;
mod event_list;
mod fit;
mod forms;
mod framed;
mod lanes;
mod letters;
mod marks;
mod measure;
mod natural_order;
mod option_events;
mod pages;
mod place;
mod plot;
mod select;
mod shown_time;
mod style;
mod time_axis;
mod uncertainty;
mod unused;
mod verify;
mod widths;

pub use pages::compose_pages;
pub use verify::scene;
pub use widths::in_other_widths;

use crate::error::{Code, Error, Message, Note, Result, guarded, of_font};
use crate::event::Event;
use crate::figure::{Figure, FigureOrigin, FormChoice, PlacedEvent};
use crate::geometry::{Axis, PX, Sub, to_px};
use crate::layout::cost::{self, FormKind};
use crate::options::{FigureOptions, Fold, LabelStyle};
use crate::summary::{Summary, SummaryRule};
use choice::{ChronicleFigure, Suited};
use context::Context;
use dated::Dated;
use fit::chronicle::ChronicleRequest;
use fit::fold::{self, FoldPlan};
use fit::fold_refusals;
use fit::left_out;
use fit::named::{self, Ranked};
use forms::labels::LabelRequest;
use lanes::plan::{LaneRequest, is_wanted};
use measure::chronicle::{ChronicleTexts, RowRoles};
use measure::flag::LabelText;
use plot::{Form, Plot};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;
use style::{FigureStyle, fonts};

/// Composes the figure of `events`, in any order, and notes what its maker should know.
///
/// # Errors
///
/// [`Error::Data`] when there is no event, [`Error::Options`] when the options leave none or no
/// room, or a face cannot be used, [`Error::Internal`] when the figure fails its own check.
pub fn compose(events: &[Event], options: &FigureOptions) -> Result<(Figure, Vec<Note>)> {
    pages::refuse(options)?;
    let (mut figure, notes) = checked(events, options, || placed(events, options))?;
    let origin = FigureOrigin { events: events.to_vec(), options: options.clone() };
    figure.origin = Some(Arc::new(origin));
    Ok((figure, notes))
}

/// What is composed of events, if the faces have the letters of the language; a face may be broken.
fn checked<T>(
    events: &[Event],
    options: &FigureOptions,
    composed: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let style = FigureStyle::of(options)?.for_events(events);
    letters::check(&style, options)?;
    match style.fonts.has_more() {
        true => guarded(composed).map_err(of_font),
        false => composed(),
    }
}

/// The figure that fills its place, or that is as high as it needs.
fn placed(events: &[Event], options: &FigureOptions) -> Result<(Figure, Vec<Note>)> {
    let at_scale = |options: &FigureOptions, scale| {
        passes(events, options, FigureStyle::scaled(options, scale)?, formed)
    };
    let found = framed::filling(options, at_scale).map_or_else(|| at_scale(options, 100), Ok);
    match found {
        Err(error) if is_too_low(&error) && is_counted_lower(events, options)? => {
            let style = Some(LabelStyle::Density);
            let counted = at_scale(&FigureOptions { style, ..options.clone() }, 100);
            let choice = choice::TOO_MANY;
            counted.map(|(figure, notes)| (Figure { choice, ..figure }, notes)).or(Err(error))
        }
        found => found,
    }
}

fn is_too_low(error: &Error) -> bool {
    matches!(error, Error::Options(faults) if faults.iter().any(|fault| fault.code == Code::TooLow))
}

/// Whether events are counted without the height that is asked for: where it has no room for their names
/// after all, they are counted in it, too.
fn is_counted_lower(events: &[Event], options: &FigureOptions) -> Result<bool> {
    let lower = FigureOptions { height: None, ..options.clone() };
    if options.height.is_none() || SummaryRule::of(&lower).is_none() {
        return Ok(false);
    }
    let (events, _) = clip::clipped(with_option_events(events, &lower)?, &lower)?;
    Ok(choice::counted(&select::select(&events, &lower)?.events, &lower).is_some())
}

/// The characters of a figure that none of its faces has.
pub fn missing(events: &[Event], options: &FigureOptions) -> Vec<char> {
    // Eras and markers at fault are reported when the figure is composed.
    let events = with_option_events(events, options).unwrap_or(Cow::Borrowed(events));
    let words = letters::words(events.iter(), options) + &options.date_style().letters();
    fonts(options).missing(&words)
}

/// The passes, in their order; `formed` has those from the fitting on. It gets the events in their order,
/// and in the order of their starts along a vertical axis.
fn passes<T>(
    events: &[Event],
    options: &FigureOptions,
    mut style: FigureStyle,
    formed: impl for<'a> FnOnce(&'a Context<'a>, &'a Context<'a>) -> Result<(T, Vec<Note>)>,
) -> Result<(T, Vec<Note>)> {
    let (events, cut) = clip::clipped(with_option_events(events, options)?, options)?;
    let events = summed(events, options)?;
    style = style.for_events(&events);
    let mut selection = select::select(&events, options)?;
    let mut notes = std::mem::take(&mut selection.notes);
    notes.extend(cut);
    notes.extend(categories::unknown_colours(&selection.events));
    notes.extend(letters::measure(&selection, options, &mut style));
    let context = Context::new(&selection, options, &style);
    let upright = selection.by_start();
    let upright = Context::new(&upright, options, &style).along_axis(Axis::Vertical);
    let (formed, more) = formed(&context, &upright)?;
    notes.extend(more);
    Ok((formed, notes))
}

/// The events or, where they are counted, their summary.
///
/// # Errors
///
/// Those of [`select::select`].
fn summed<'a>(events: Cow<'a, [Event]>, options: &FigureOptions) -> Result<Cow<'a, [Event]>> {
    let Some(rule) = SummaryRule::of(options) else { return Ok(events) };
    let is_counted = choice::counted(&select::select(&events, options)?.events, options).is_some();
    Ok(match is_counted {
        true => Cow::Owned(match events {
            Cow::Owned(events) => Summary::of(events, &rule),
            // One copy at a time: there may be many.
            Cow::Borrowed(events) => Summary::of(events.iter().cloned(), &rule),
        }),
        false => events,
    })
}

/// The figure, with its events in words.
fn formed<'a>(context: &'a Context<'a>, upright: &'a Context<'a>) -> Result<(Figure, Vec<Note>)> {
    let (mut figure, notes) = in_form(context, upright)?;
    figure.list = event_list::event_list(context, upright.events);
    Ok((figure, notes))
}

/// The figure in the form that is asked for, or that suits the table. `upright` has the events in
/// the order of their starts, along a vertical axis.
fn in_form<'a>(context: &'a Context<'a>, upright: &'a Context<'a>) -> Result<(Figure, Vec<Note>)> {
    let options = context.options;
    let style = options.style.unwrap_or_default();
    let is_auto = style == LabelStyle::Auto;
    if let Some(choice) = choice::counted(context.events, options) {
        let (figure, notes) = counted(context)?;
        return Ok((Figure { choice, ..figure }, notes));
    }
    if style == LabelStyle::Chronicle || (is_auto && options.fold.is_some()) {
        let ChronicleFigure { figure, notes, .. } = told(upright)?;
        let choice = FormChoice { lost: figure.choice.lost, ..ASKED };
        return Ok((Figure { choice, ..figure }, notes));
    }
    if options.top.is_some() || options.label.is_some() {
        let name = if options.top.is_some() { "top" } else { "label" };
        let message = Message::default().unset(name);
        let message = message.text(" is for events that are counted; leave it out, or set ");
        return Err(Error::options(Code::OfAnotherForm, message.setting_to("style", "density")));
    }
    if options.fold.is_some() {
        let message =
            Message::default().unset("fold").text(" is for a chronicle; leave it out, or set ");
        return Err(Error::options(Code::OfAnotherForm, message.setting_to("style", "chronicle")));
    }
    if is_wanted(context.events, options) {
        return in_lanes(context, upright);
    }
    let request = label_request(context)?;
    if !is_auto {
        let (plot, widened) = fit::labels(&request)?;
        return finish(plot, (ASKED, widened));
    }
    let is_free = options.orientation != Some(Axis::Horizontal);
    let rows = || is_free.then(|| told(upright).ok()).flatten();
    match choice::suited(&request, rows)? {
        Suited::Labels(plot, (choice, widened)) => finish(*plot, (choice, widened)),
        Suited::Chronicle(told, choice) => {
            let choice = FormChoice { lost: told.figure.choice.lost, ..choice };
            Ok((Figure { choice, ..told.figure }, told.notes))
        }
    }
}

/// Counts of all events, and flags for as many of the most important as have room.
///
/// # Errors
///
/// [`Error::Options`] along a vertical or a logarithmic axis, and where a height is not enough.
fn counted<'a>(context: &'a Context<'a>) -> Result<(Figure, Vec<Note>)> {
    if context.axis == Axis::Vertical {
        let message = Message::default().unset_value("style", "density");
        let message = message.text(" has a horizontal time axis; leave out ");
        return Err(Error::options(
            Code::WrongDirection,
            message.unset_value("orientation", "vertical"),
        ));
    }
    let axis = fit::density::counted(context)?;
    let options = context.options;
    let ranked = Ranked::of(context.events, options, |dated| axis.along.place(dated.at));
    for many in (0..=ranked.len()).rev() {
        let places = ranked.first(many);
        let level = named::level(context.events, &places);
        let dated = level.iter().zip(&places);
        let dated = dated.map(|(event, &index)| Dated { event, ..context.events[index] });
        let part = context.with(dated.collect());
        let named = Context::of_part(&part, context);
        let Some(plot) = fit::density::fit(&axis, context, &named, options.top.is_some())? else {
            continue;
        };
        let mut notes = context.categories.notes(context.options);
        notes.extend(plot.along.backdrop.note());
        let panels = plot.form.panels.clone();
        let mut figure = plot.figure();
        let counts = (axis.density.total, &*panels.titles());
        figure.counted = axis.density.total;
        figure.description = describe::counted((context, &named), counts, &figure);
        verify::verify(&figure, many)?;
        notes.extend(unnamed(many, options));
        notes.extend(tall(&figure, context.options));
        return Ok((figure, notes));
    }
    Err(Error::internal("no density of no names"))
}

/// A note on events that were to be named and are not.
fn unnamed(many: usize, options: &FigureOptions) -> Option<Note> {
    let asked = options.top.filter(|&asked| many < asked)?;
    let fact = format!(" asks for {asked} names, and the figure has {many}; a greater ");
    let message = Message::default().unset("top").text(fact).setting("height");
    let message = message.text(" has more room, and only rows without a count have names");
    Some(Note::new(Code::FewerNamed, message))
}

/// Spans in lanes. Where nothing gives them lanes, each has a row of its own with its text before the
/// ruler, if that reads better.
fn in_lanes<'a>(context: &'a Context<'a>, upright: &'a Context<'a>) -> Result<(Figure, Vec<Note>)> {
    let request = LaneRequest::new(context)?;
    let bars = fit::bars::fit(&request);
    let is_described = context.events.iter().any(|dated| dated.event.detail.is_some());
    let bars = match bars {
        Some(plot) if is_described => return finish(plot, (BARS, None)),
        bars => bars,
    };
    if let Some((told, choice)) = choice::described(context, || told(upright).ok()) {
        return Ok((Figure { choice, ..told.figure }, told.notes));
    }
    let lanes = fit::lanes::fit(&request);
    let Some(bars) = bars else {
        return lanes.and_then(|(plot, widened)| finish(plot, (LANES, widened)));
    };
    match lanes {
        Ok((plot, widened)) if choice::are_lanes_better(&plot, &bars) => {
            finish(plot, (LANES, widened))
        }
        _ => finish(bars, (BARS, None)),
    }
}

/// A chronicle in one column or, where that is higher than a page or most of it is empty, in
/// several.
///
/// # Errors
///
/// [`Error::Options`] when it fits in none.
fn told<'a>(context: &'a Context<'a>) -> Result<ChronicleFigure> {
    let request = chronicle_request(context)?;
    let fold = context.options.fold.unwrap_or_default();
    let columns = match fold {
        Fold::Columns(1) => 1..=1,
        Fold::Columns(columns) => columns..=columns,
        Fold::Auto => 1..=Fold::MOST,
    };
    let mut best: Option<ChronicleFigure> = None;
    let mut refusal = None;
    for columns in columns {
        let least = cost::least_of_folds(context.events.len(), columns);
        if best.as_ref().is_some_and(|best| best.cost <= least) {
            break;
        }
        let found = if columns == 1 { column(&request) } else { folded(context, columns) };
        match found {
            Err(error) => refusal = refusal.or(Some(error)),
            Ok(told) if best.as_ref().is_none_or(|best| told.cost < best.cost) => best = Some(told),
            // More columns are narrower still.
            Ok(_) => break,
        }
    }
    best.ok_or_else(|| refusal.unwrap_or_else(|| fold_refusals::too_narrow(context)))
}

/// A chronicle in one column.
fn column(request: &ChronicleRequest<'_>) -> Result<ChronicleFigure> {
    let plot = fit::chronicle::fit(request)?;
    let cost = choice::form_cost(FormKind::Chronicle, &plot);
    let (figure, notes) = finish(plot, (ASKED, None))?;
    Ok(ChronicleFigure { figure, notes, cost })
}

/// A chronicle in so many columns.
fn folded(context: &Context<'_>, columns: usize) -> Result<ChronicleFigure> {
    let plan = FoldPlan::new(context, columns)?;
    let not_cut = || fold_refusals::not_cut(context, columns);
    let chosen = plan.chosen(context);
    let contexts = plan.contexts(&chosen, context);
    let plots = plan.fit(&contexts).map_err(|_| not_cut())?;
    let cost = choice::folds_cost(FormKind::Chronicle, &plots);
    let mut notes = context.categories.notes(context.options);
    notes.extend(plots.iter().filter_map(|plot| plot.along.backdrop.note()));
    let mut figure = fold::joined((plots, &plan), context).ok_or_else(not_cut)?;
    figure.description = describe::description(context, &figure.eras, &figure.markers);
    verify::verify(&figure, context.events.len())?;
    notes.extend(tall(&figure, context.options));
    Ok(ChronicleFigure { figure, notes, cost })
}

/// The texts of the events around a ruler, measured.
fn label_request<'a>(context: &'a Context<'a>) -> Result<LabelRequest<'a>> {
    let (style, width) = (context.style, context.width());
    let across = style.right(width) - style.sizes.margin;
    let (length, widest) = match context.axis {
        Axis::Horizontal => (across, across - style.sizes.pole_gap),
        Axis::Vertical => (longest(context), fit::length::measure(style, width)),
    };
    let known = context.known(&context.time_axis(length)?);
    let events = context.events.iter().map(|dated| dated.event);
    let texts: Rc<[LabelText]> =
        LabelText::of_all(events, known, style, (context.axis, widest)).into();
    bounded(&texts)?;
    let style = context.options.style.unwrap_or_default();
    Ok(LabelRequest { context, texts, style, is_above: false })
}

/// A length that a vertical ruler may have: it may become as long as its cells need.
fn longest(context: &Context<'_>) -> Sub {
    let across = context.style.right(context.width()) - context.style.sizes.margin;
    context.options.height.map_or(across * 3, |height| height.0.max(across * 3))
}

/// The texts of the rows of a chronicle, measured.
///
/// # Errors
///
/// [`Error::Options`] when a horizontal ruler is asked for.
fn chronicle_request<'a>(context: &'a Context<'a>) -> Result<ChronicleRequest<'a>> {
    if context.options.orientation == Some(Axis::Horizontal) {
        let is_styled = context.options.style == Some(LabelStyle::Chronicle);
        let message = match is_styled {
            true => Message::default().unset_value("style", "chronicle"),
            false => Message::default().unset("fold"),
        };
        let message = message.text(" has a vertical time axis; leave out ");
        let message = message.unset_value("orientation", "horizontal");
        return Err(Error::options(Code::WrongDirection, message));
    }
    let style = context.style;
    let known = context.known(&context.time_axis(longest(context))?);
    let does_repeat = context.options.repeat_dates.unwrap_or(false);
    let roles = RowRoles::of(&style.sizes);
    let texts = ChronicleTexts::of(context.events, known, (does_repeat, roles), style);
    Ok(ChronicleRequest { context, texts: Rc::new(texts), is_dense: false })
}

/// Why a figure has its form, where it is asked for, and where the table has lanes.
const ASKED: FormChoice = FormChoice::new("as asked", "by the options");
const LANES: FormChoice = FormChoice::new("lanes", "the table has lanes or spans");
const BARS: FormChoice = FormChoice::new("bars", "the table has spans");

/// Places, describes and verifies a figure that is fitted along its time axis.
fn finish<F: Form>(
    mut plot: Plot<'_, F>,
    (choice, widened): (FormChoice, Option<Note>),
) -> Result<(Figure, Vec<Note>)> {
    let context = plot.context;
    let mut notes: Vec<Note> = widened.into_iter().collect();
    notes.extend(left_out::note(context.events, plot.form.left_out()));
    plot.remark_losses();
    notes.extend(context.categories.notes(context.options));
    notes.extend(plot.along.backdrop.note());
    let choice = FormChoice { lost: plot.form.lost(), ..choice };
    let figure = Figure { choice, ..plot.figure() };
    verify::verify(&figure, context.events.len())?;
    notes.extend(shortened(context, &figure));
    notes.extend(tall(&figure, context.options));
    Ok((figure, notes))
}

/// The events, with the eras and markers of the options.
fn with_option_events<'a>(
    events: &'a [Event],
    options: &FigureOptions,
) -> Result<Cow<'a, [Event]>> {
    let behind = option_events::behind(events, options)?;
    Ok(if behind.is_empty() {
        Cow::Borrowed(events)
    } else {
        Cow::Owned(events.iter().cloned().chain(behind).collect())
    })
}

/// A note on descriptions that lists and lanes leave out.
fn shortened(context: &Context<'_>, figure: &Figure) -> Option<Note> {
    let is_flags = context.options.style == Some(LabelStyle::Flags);
    let is_lane = !figure.lanes.is_empty();
    let is_short = |placed: &PlacedEvent| match is_lane {
        true => !is_flags && placed.slot.is_some_and(|slot| !slot.is_row),
        false => placed.list.is_some() && !placed.is_left_out,
    };
    let described = context.events.iter().zip(&figure.events);
    let described = described.filter(|(dated, _)| dated.event.detail.is_some());
    let many = described.filter(|(_, placed)| is_short(placed)).count();
    let (events, are) = if many == 1 { ("event", "is") } else { ("events", "are") };
    let (place, remedy) = match is_lane {
        true => ("lane", " shows it"),
        false => ("list", " or a wider figure shows more"),
    };
    let fact = format!("{many} {events} {are} in a {place} without the description; ");
    let message = Message::new(fact).setting_to("style", "flags").text(remedy);
    (many > 0).then_some(Note::new(Code::Undescribed, message))
}

/// A note on a figure that became higher than what it is made for.
fn tall(figure: &Figure, options: &FigureOptions) -> Option<Note> {
    let preset = options.preset();
    let (most, of) = preset.page();
    let (wide, preset_wide) = (i64::from(figure.size.w), i64::from(preset.width()));
    // A wider figure is made smaller to stand there.
    let most = i64::from(most) * wide.max(preset_wide) / preset_wide;
    let is_asked = options.orientation == Some(Axis::Vertical) && preset.height() == 0;
    let is_free = options.height.is_none() && !is_asked;
    let (high, most) = (to_px(figure.size.h), most / i64::from(PX));
    let fact =
        format!("the figure is {high:.0} px high, more than the {most} px of {of}; a greater ");
    let message = Message::new(fact).setting("width").text(" or a ").setting("height");
    (is_free && high > most as f64)
        .then_some(Note::new(Code::Tall, message.text(" makes it lower")))
}

/// The highest figure whose places can be counted and shown, in CSS pixels.
const HIGHEST: i64 = 10_000_000;

/// Refuses texts that could need a higher figure, before any is placed.
fn bounded(texts: &[LabelText]) -> Result<()> {
    let height: i64 = texts.iter().map(|text| i64::from(text.tallest())).sum();
    let height = height / i64::from(PX);
    if height <= HIGHEST {
        return Ok(());
    }
    Err(Error::options(
        Code::TooTall,
        format!(
            "the texts can need {height} px of height, more than the {HIGHEST} that can be shown; \
         draw fewer events or shorten their texts"
        ),
    ))
}
