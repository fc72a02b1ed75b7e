//! A chronicle over several pages: as `compose` makes a figure, this makes one for each page.

use crate::compose::context::Context;
use crate::compose::describe;
use crate::compose::event_list::event_list;
use crate::compose::fit::fold::{self, ColumnSet, FoldPlan, TightColumn};
use crate::compose::fit::fold_refusals::{of_log, too_narrow};
use crate::compose::fit::pages::{PageSearch, TRIES};
use crate::compose::style::FigureStyle;
use crate::compose::{ASKED, checked, choice, formed, passes, verify};
use crate::error::{Code, Error, Message, Note, Result};
use crate::event::Event;
use crate::figure::{EventList, Figure};
use crate::geometry::{Axis, Sub};
use crate::layout::cost::FormKind;
use crate::options::{FigureOptions, Fold, LabelStyle, Length, Scaling};

/// Composes a chronicle of `events`, in any order, over as many pages as it needs, and notes what its
/// maker should know.
///
/// Each page is a figure of its own: of the size of the others, with a part of the events and the
/// stretch of the time axis that is theirs, its columns as many as `fold` asks for. A chronicle that one
/// page has room for is one figure, no higher than it needs. There are at most 100 pages.
///
/// # Errors
///
/// Those of [`compose`](crate::compose), and [`Error::Options`] for options of another form of figure, for
/// more than 100 pages, and where events of one date are higher than a page.
pub fn compose_pages(
    events: &[Event],
    options: &FigureOptions,
) -> Result<(Vec<Figure>, Vec<Note>)> {
    check(options)?;
    let options = FigureOptions {
        style: Some(LabelStyle::Chronicle),
        orientation: None,
        pages: None,
        ..options.clone()
    };
    let height = options.height.unwrap_or(Length(options.preset().page().0));
    checked(events, &options, || {
        if let Some((figure, notes)) = single(events, &options, height.0) {
            return Ok((vec![figure], notes));
        }
        let options = FigureOptions { height: Some(height), ..options.clone() };
        passes(events, &options, FigureStyle::of(&options)?, |_, upright| paged(upright))
    })
}

/// Refuses pages where there is one figure.
pub(super) fn refuse(options: &FigureOptions) -> Result<()> {
    if options.pages != Some(true) {
        return Ok(());
    }
    let message = Message::default().unset("pages").text(" makes several figures; leave it out");
    Err(Error::options(Code::OfAnotherForm, message.text(" where one is drawn")))
}

/// Refuses options of other forms of figure.
fn check(options: &FigureOptions) -> Result<()> {
    let pages = || Message::default().unset("pages");
    let refused = |code, message| Err(Error::options(code, message));
    let style = options.style.unwrap_or_default();
    if !matches!(style, LabelStyle::Auto | LabelStyle::Chronicle) {
        let message = pages().text(" is for a chronicle; leave it out, or set ");
        return refused(Code::OfAnotherForm, message.setting_to("style", "chronicle"));
    }
    if options.orientation == Some(Axis::Horizontal) {
        let message = pages().text(" is for a chronicle, whose time axis is vertical; leave out ");
        let message = message.unset_value("orientation", "horizontal");
        return refused(Code::WrongDirection, message);
    }
    if options.top.is_some() || options.label.is_some() {
        let name = if options.top.is_some() { "top" } else { "label" };
        let message = pages().text(" names all events; leave out ").unset(name);
        return refused(Code::OfAnotherForm, message);
    }
    if options.scale == Some(Scaling::Log) {
        return Err(of_log("pages"));
    }
    Ok(())
}

/// The chronicle on a single page no higher than `height`, if there it has room for everything.
fn single(events: &[Event], options: &FigureOptions, height: Sub) -> Option<(Figure, Vec<Note>)> {
    let many = match options.fold {
        Some(Fold::Columns(many)) => many,
        _ => 1,
    };
    let style = FigureStyle::of(options).ok()?;
    // Rows have a line each.
    let rows = usize::try_from(height / style.sizes.list_name.leading.max(1)).unwrap_or(0);
    if events.len() > rows * many {
        return None;
    }
    let options = FigureOptions { fold: Some(Fold::Columns(many)), ..options.clone() };
    let (figure, notes) = passes(events, &options, style, formed).ok()?;
    let is_whole = figure.choice.lost.all() == 0 && figure.size.h <= height;
    (is_whole && figure.size.w <= options.canvas_width()).then_some((figure, notes))
}

/// The pages of a chronicle with the number of columns that is asked for, or that costs its readers
/// least.
fn paged(context: &Context<'_>) -> Result<(Vec<Figure>, Vec<Note>)> {
    let columns: Vec<ColumnSet> = match context.options.fold {
        Some(Fold::Columns(many)) => ColumnSet::of(context, many).into_iter().collect(),
        _ => {
            let sets = (1..=Fold::MOST).map_while(|many| ColumnSet::of(context, many));
            sets.take_while(|set| set.many() == 1 || set.is_normal(context)).collect()
        }
    };
    let mut refusal = None;
    let mut best: Option<PageSet> = None;
    for set in columns {
        match in_columns(context, set.airy(context)) {
            Ok(found) if best.as_ref().is_none_or(|best| found.cost < best.cost) => {
                best = Some(found);
            }
            Ok(_) => {}
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    let best = best.ok_or_else(|| refusal.unwrap_or_else(|| too_narrow(context)))?;
    verify::verify_pages(&best.figures, context.events.len())?;
    let mut notes = context.categories.notes(context.options);
    for note in best.notes {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    Ok((listed(best.figures, context), notes))
}

/// All pages, what their maker should know, and what they cost their readers.
#[derive(Default)]
struct PageSet {
    figures: Vec<Figure>,
    notes: Vec<Note>,
    cost: i64,
}

impl PageSet {
    fn add(&mut self, more: Self) {
        self.figures.extend(more.figures);
        self.notes.extend(more.notes);
        self.cost = self.cost.saturating_add(more.cost);
    }
}

/// The pages with these columns: where rows do not fit after all, time is cut anew.
fn in_columns(context: &Context<'_>, columns: ColumnSet) -> Result<PageSet> {
    let mut search = PageSearch::new(context, columns)?;
    for _ in 0..TRIES {
        let plans = search.plans()?;
        let mut all = PageSet::default();
        let mut tight = Vec::new();
        for (number, plan) in (1..).zip(&plans) {
            match page(plan, context, [number, plans.len()])? {
                Ok(page) => all.add(page),
                Err(column) => tight.push(column),
            }
        }
        if tight.is_empty() {
            return Ok(all);
        }
        search.learn(&tight);
    }
    Err(too_narrow(context))
}

/// A page, or the column of it that does not fit.
fn page(
    plan: &FoldPlan,
    whole: &Context<'_>,
    number: [usize; 2],
) -> Result<std::result::Result<PageSet, TightColumn>> {
    let chosen = plan.chosen(whole);
    let contexts = plan.contexts(&chosen, whole);
    let plots = match plan.fit(&contexts) {
        Ok(plots) => plots,
        Err(tight) => return Ok(Err(tight)),
    };
    let cost = choice::folds_cost(FormKind::Chronicle, &plots);
    let notes = plots.iter().filter_map(|plot| plot.along.backdrop.note()).collect();
    let figure = fold::joined((plots, plan), whole);
    let mut figure = figure.ok_or_else(|| Error::internal("a page of no columns"))?;
    verify::verify(&figure, plan.events().len())?;
    let own = whole.part(plan.events(), plan.shown());
    let own = Context::of_part(&own, whole);
    figure.description = describe::description(&own, &figure.eras, &figure.markers);
    if number[1] > 1 {
        tell_page(&mut figure, &whole.style.words.page(whole.style.dates, number));
    }
    figure.choice = ASKED;
    Ok(Ok(PageSet { figures: vec![figure], notes, cost }))
}

/// Says of a page in words which of all it is.
fn tell_page(figure: &mut Figure, number: &str) {
    figure.description = format!("{number}. {}", figure.description);
    let times = figure.rulers().filter_map(|ruler| ruler.heading.as_ref());
    let times: Vec<&str> = times.map(|heading| heading.line.text.as_str()).collect();
    figure.page = match times.as_slice() {
        [] => number.to_owned(),
        times => format!("{number}: {}", times.join(", ")),
    };
}

/// The pages, each with its events in words.
fn listed(mut figures: Vec<Figure>, context: &Context<'_>) -> Vec<Figure> {
    let EventList { heading, mut events, behind } = event_list(context, context.events);
    for figure in &mut figures {
        let own = figure.events.iter().filter_map(|event| events.remove_entry(&event.row));
        let (heading, behind) = (heading.clone(), behind.clone());
        figure.list = EventList { heading, events: own.collect(), behind };
    }
    figures
}
