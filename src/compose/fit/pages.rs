//! A chronicle over several pages of one size, each with the same number of columns.
//!
//! In: the events in the order in which they begin, and the height of a page. Out: the columns of each
//! page. There are as few pages as hold all rows, or one more where these would be crowded; time is cut at
//! round dates, where the rows are near to their marks: `layout::folds` finds the cuts of least cost.

use crate::compose::context::Context;
use crate::compose::fit::fold::{self, ColumnSet, FoldPlan, TightColumn};
use crate::compose::fit::fold_headings::{self, FoldPart};
use crate::compose::fit::page_cuts::{PageCut, page_cuts};
use crate::compose::place::frame::{Frame, LegendSigns};
use crate::compose::style::FigureStyle;
use crate::date::Precision;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{PX, Sub};
use crate::layout::rows::SpacedRow;
use crate::layout::{cost, folds};
use crate::options::FigureOptions;
use crate::text::{Style, TextRole, Weight};
use crate::theme::{Sizes, Theme};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The most pages.
pub(crate) const MOST: usize = 100;
/// Times that time is cut anew, as rows need more than was expected of them.
pub(crate) const TRIES: usize = 24;
/// Rows that did not fit are taken to need so much more at least, one part in so many.
const MORE: i64 = 24;

/// Pages with their parts of the time, one for each column.
struct CutPages {
    cost: i64,
    parts: Vec<FoldPart>,
    frames: Vec<Frame>,
}

/// A search for the pages of a chronicle.
pub(crate) struct PageSearch<'c, 'a> {
    context: &'c Context<'a>,
    columns: ColumnSet,
    /// For each event the height of its row, and where in it its leader ends.
    rows: Vec<SpacedRow>,
    cuts: Vec<PageCut>,
    /// How high all rows before each cut are together.
    sums: Vec<i64>,
    /// What columns of a length cost between two cuts, as far as it was asked.
    known: RefCell<BTreeMap<(Sub, usize, usize), Option<i64>>>,
}

impl<'c, 'a> PageSearch<'c, 'a> {
    /// A search for pages of these columns. The options have the height of a page.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] if they are too narrow, or the cells asked for have no room.
    pub(crate) fn new(context: &'c Context<'a>, columns: ColumnSet) -> Result<Self> {
        let rows = fold::expected_rows(context, columns)?;
        let height = context.options.least_height();
        let pages = context.events.len().div_ceil(ROWS).clamp(1, MOST) as Sub;
        let time = context.time_axis(height.saturating_mul(pages))?;
        let cuts = page_cuts(context.events, (time.scale.lo(), time.scale.hi()), context.breaks());
        let sums = sums(&rows, &cuts);
        Ok(Self { context, columns, rows, cuts, sums, known: RefCell::default() })
    }

    /// Expects the rows of columns to be as high as they were found to be.
    pub(crate) fn learn(&mut self, tight: &[TightColumn]) {
        for TightColumn { events, needed } in tight {
            let rows = &mut self.rows[events.clone()];
            let expected: i64 = rows.iter().map(|row| i64::from(row.height)).sum();
            let needed = i64::from(*needed).max(expected + expected / MORE);
            for row in rows {
                let height = i64::from(row.height) * needed / expected.max(1);
                row.height = Sub::try_from(height).unwrap_or(Sub::MAX / 4).min(Sub::MAX / 4);
            }
        }
        self.sums = sums(&self.rows, &self.cuts);
        self.known.get_mut().clear();
    }

    /// The columns of each of as few pages as there can be, or of one more where that is much better.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] where more than [`MOST`] pages are needed, or rows of one date are higher than
    /// a page.
    pub(crate) fn plans(&self) -> Result<Vec<FoldPlan>> {
        let longest = self.length(&self.frame(1, 3));
        self.check_dates(longest)?;
        let total = self.sums.last().copied().unwrap_or(0);
        let of_page = i64::from(longest) * self.columns.many as i64;
        let least = total.div_euclid(of_page.max(1)).clamp(1, MOST as i64 + 1) as usize;
        let found = (least..=MOST).find_map(|all| self.cut_into(all));
        let found = found.ok_or_else(|| too_many(self.context))?;
        let many = found.frames.len();
        // One page more, if that is much better.
        let more = if (2..MOST).contains(&many) { self.cut_into(many + 1) } else { None };
        let more = more.filter(|more| more.cost + cost::PAGE < found.cost);
        Ok(self.pages(more.unwrap_or(found)))
    }

    /// Time cut into so many pages, if they have room for all rows.
    fn cut_into(&self, all: usize) -> Option<CutPages> {
        let frames: Vec<Frame> = (0..all).map(|page| self.frame(page, all)).collect();
        let lengths: Vec<Sub> = frames.iter().map(|frame| self.length(frame)).collect();
        let (cost, parts) = self.cut(&lengths)?;
        Some(CutPages { cost, parts, frames })
    }

    /// How long columns are in a frame.
    fn length(&self, frame: &Frame) -> Sub {
        (self.context.options.least_height() - frame.top - frame.foot).max(PX)
    }

    /// The parts for pages with columns of these lengths that cost least; the last page may have fewer.
    fn cut(&self, lengths: &[Sub]) -> Option<(i64, Vec<FoldPart>)> {
        let many = self.columns.many;
        let most = lengths.len() * many;
        let first = |part: usize, to: usize| {
            let length = i64::from(lengths[part / many]);
            self.sums.partition_point(|sum| self.sums[to] - sum > length)
        };
        let cost = |number: usize, from: usize, to: usize| {
            let length = lengths[number / many];
            let mut known = self.known.borrow_mut();
            *known.entry((length, from, to)).or_insert_with(|| self.cost(length, from, to))
        };
        let cut = |parts: usize| folds::cheapest(self.cuts.len(), parts, first, cost);
        let (cost, cuts) = (most + 1 - many..=most).rev().find_map(cut)?;
        Some((cost, cuts.windows(2).map(|pair| self.part(pair[0], pair[1])).collect()))
    }

    /// What a column of a length from one cut to another costs; none if its rows are too high.
    fn cost(&self, length: Sub, from: usize, to: usize) -> Option<i64> {
        let part = self.part(from, to);
        let rows = &self.rows[part.events.clone()];
        let events = &self.context.events[part.events];
        let bends = fold::part_cost((rows, events), part.shown, length)?;
        Some(bends + cost::page_cut(self.cuts[from].fineness))
    }

    /// What is between two cuts.
    fn part(&self, from: usize, to: usize) -> FoldPart {
        let [from, to] = [self.cuts[from], self.cuts[to]];
        FoldPart { events: from.before..to.before, shown: (from.at, to.at) }
    }

    /// The columns of pages.
    fn pages(&self, CutPages { parts, frames, .. }: CutPages) -> Vec<FoldPlan> {
        let unit = if parts.len() > 1 { fold_headings::unit(&parts) } else { Precision::Year };
        let last = frames.len() - 1;
        let mut parts = parts.into_iter();
        let page = |(page, frame): (usize, Frame)| FoldPlan {
            parts: parts.by_ref().take(self.columns.many).collect(),
            goes_on: [page > 0, page < last],
            unit,
            length: self.length(&frame),
            columns: self.columns,
            frame,
        };
        frames.into_iter().enumerate().map(page).collect()
    }

    /// The frame of a page: the title in full on the first and small on the others, the categories on
    /// each, the source on the last.
    fn frame(&self, page: usize, all: usize) -> Frame {
        let Context { options, style, categories, .. } = self.context;
        let entries = categories.legend(options.legend.unwrap_or_default());
        let signs = LegendSigns::all(categories);
        let (is_first, is_last) = (page == 0, page + 1 == all);
        let options = FigureOptions {
            title: options.title.clone(),
            subtitle: options.subtitle.clone().filter(|_| is_first),
            source: options.source.clone().filter(|_| is_last),
            legend: options.legend,
            ..FigureOptions::default()
        };
        let running = running(style);
        let head = if is_first { style } else { &running };
        let width = self.context.width();
        let mut frame = Frame::new((head, &options), width, (&entries, signs));
        if all > 1 {
            frame.number(style, width, &style.words.page(style.dates, [page + 1, all]));
        }
        let frame = frame.above_vertical(style);
        let room = if all * self.columns.many > 1 { fold_headings::room(self.context) } else { 0 };
        Frame { top: frame.top + room, ..frame }
    }

    /// Refuses rows between which time cannot be cut, if they are higher than a page.
    fn check_dates(&self, length: Sub) -> Result<()> {
        let pairs = self.sums.windows(2).zip(self.cuts.windows(2));
        let mut high = pairs.filter(|(sums, _)| sums[1] - sums[0] > i64::from(length));
        let Some((_, cuts)) = high.next() else { return Ok(()) };
        let event = self.context.events[cuts[0].before].event;
        let date = event.when_text(self.context.style.known());
        let many = cuts[1].before - cuts[0].before;
        let fact = format!("the {many} events of {date} are higher than a page; give a greater ");
        // A greater width would not do where each row is one line.
        Err(Error::options(Code::TooLow, Message::new(fact).setting("height")))
    }
}

/// How high all rows before each cut are together.
fn sums(rows: &[SpacedRow], cuts: &[PageCut]) -> Vec<i64> {
    let heights = rows.iter().scan(0, |sum, row| {
        *sum += i64::from(row.height);
        Some(*sum)
    });
    let before: Vec<i64> = std::iter::once(0).chain(heights).collect();
    cuts.iter().map(|cut| before[cut.before]).collect()
}

/// Fewer rows than this are on a page of most figures; the ruler is rounded as if they were.
const ROWS: usize = 40;

/// The style of pages after the first, whose title is small.
fn running(style: &FigureStyle) -> FigureStyle {
    let subtitle = style.sizes.subtitle;
    let small = Style { weight: Weight::SemiBold, ..subtitle.style };
    let title = TextRole { style: small, ..subtitle };
    let theme = Theme { ink: style.theme.muted, ..style.theme };
    FigureStyle { sizes: Sizes { title, ..style.sizes }, theme, ..style.clone() }
}

/// Why there are not so many pages.
pub(crate) fn too_many(context: &Context<'_>) -> Error {
    let many = context.events.len();
    let fact = format!(
        "{many} events need more than the {MOST} pages that are made; show a part of the time with "
    );
    let message = Message::new(fact).setting("from").text(" and ").setting("to");
    Error::options(Code::TooTall, message.text(", or set more columns with ").setting("fold"))
}
