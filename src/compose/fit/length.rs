//! Figures in which time runs downwards: the ruler is a column, labels stand left and right of it.
//!
//! The engine that places labels along a level ruler places them here too, with the axes exchanged.
//! What is given is the width; how long the ruler becomes is weighed against how far labels stand
//! from their dates.

use crate::compose::Plan;
use crate::compose::categories::Categories;
use crate::compose::forms::labels::Stage;
use crate::compose::measure::flag::middle;
use crate::compose::measure::row as rows;
use crate::compose::place::frame::{Around, Shown};
use crate::compose::place::ruler;
use crate::compose::room;
use crate::compose::style::{Look, night};
use crate::error::{Error, Result};
use crate::geometry::{PX, Size, Sub, to_px};
use crate::layout::{self, Label, Problem};
use crate::options::LabelStyle;
use crate::time::TimeAxis;

/// The shortest ruler, in rows of its own.
const SHORTEST: Sub = 8;
/// Each length that is tried is longer by one part in so many; fewer are tried for many events,
/// where each takes longer.
const STEPS: [Sub; 2] = [7, 2];
/// So many are many.
const MANY: usize = 300;
/// The longest ruler against the room that all labels take in one column.
const LONGEST: Sub = 3;
/// Labels may reach so many lines beyond the end of the ruler.
const BEYOND: Sub = 4;
/// The part of a side that leaders need in eighths.
const LEADERS: Sub = 1;

/// The measure of labels on one side of a figure so wide.
pub(crate) fn measure(look: &Look, width: Sub) -> Sub {
    let sizes = &look.sizes;
    let both = look.right(width) - sizes.margin - 3 * sizes.ruler_row;
    let measure = |room: Sub| room * (8 - LEADERS) / 8 - sizes.rise - sizes.pole_gap;
    let side = measure(both / 2);
    // Where two sides have no room for names, one has.
    let measure = if side < sizes.measures[0] { measure(both) } else { side };
    measure.max(sizes.ruler_row)
}

/// Where an upright ruler stands, and how long it is.
struct Column {
    top: Sub,
    length: Sub,
}

impl<'a> Plan<'a> {
    /// Everything placed along an upright ruler, as long as its labels need or, where a height is
    /// asked for, as that allows: then as many labels as have room.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] when labels find no room beside the ruler, or the cells asked for none in
    /// it.
    pub(crate) fn upright(&self) -> Result<Stage<'a>> {
        let found = self.styled();
        if found.is_ok() || self.style != LabelStyle::Flags || self.options.height.is_some() {
            return found;
        }
        // Dates too close for leaders of their own share lists after all.
        Plan { style: LabelStyle::Lists, ..*self }.styled().or(found)
    }

    fn styled(&self) -> Result<Stage<'a>> {
        let (look, options) = (self.look, self.options);
        let categories = Categories::of(self.events, options, look.theme);
        let entries = categories.legend(options.legend.unwrap_or_default());
        let shown = Shown::all(&categories);
        let around = Around::of(look, options.canvas_width(), &entries, shown, options);
        let around = around.upright(&look.sizes);
        let least = options.least_height() - around.top - around.foot;
        let none = || vec![false; self.events.len()];
        if let Some(height) = options.height {
            let column = |many: Vec<bool>| self.filling(around.top, height.0, many);
            return column(none()).map_or_else(|| self.fewer(height.0, column), Ok);
        }
        let lengths = self.lengths(least.max(SHORTEST * look.sizes.ruler_row));
        let mut refusal = None;
        let mut best: Option<(i64, Stage<'a>)> = None;
        for length in lengths {
            match (self.axis)(length) {
                Err(error) => refusal = Some(error),
                Ok(axis) => {
                    let column = Column { top: around.top, length };
                    let found = self.beside(axis, &column, none());
                    let is_better =
                        |new: &(i64, Stage<'a>)| best.as_ref().is_none_or(|best| new.0 < best.0);
                    best = found.filter(is_better).or(best);
                }
            }
        }
        best.map(|best| best.1).ok_or_else(|| refusal.unwrap_or_else(|| self.too_narrow()))
    }

    /// Lengths of the ruler to try: from that of all rows on two sides on.
    fn lengths(&self, least: Sub) -> Vec<Sub> {
        let label = |index: usize| self.upright_label(index, 0, false);
        let total: i64 = (0..self.events.len())
            .map(|index| {
                let Label { rows, variants, .. } = label(index);
                let row = rows.iter().map(|row| row.h).min().unwrap_or(0);
                let flag = variants.iter().map(|flag| flag.size.w).min().unwrap_or(0);
                i64::from(row.max(flag / 2))
            })
            .sum();
        let total = Sub::try_from(total).unwrap_or(Sub::MAX).min(Sub::MAX / 16);
        let step = STEPS[usize::from(self.events.len() > MANY)];
        let (low, high) = ((total / 2).max(least), (total * LONGEST).max(least + least / 2));
        let longer = |length: &Sub| Some(length + length / step).filter(|&longer| longer <= high);
        std::iter::successors(Some(low), longer).map(|length| length / PX * PX).collect()
    }

    /// Everything placed along a ruler so long, with what it costs; none if that is wider than the
    /// figure.
    fn beside(
        &self,
        axis: TimeAxis,
        column: &Column,
        left_out: Vec<bool>,
    ) -> Option<(i64, Stage<'a>)> {
        let (look, width) = (self.look, self.options.canvas_width());
        let room = look.right(width) - look.sizes.margin;
        let ends = [column.top, column.top + column.length];
        let ruler: Sub = ruler::breadths(&axis, look).iter().sum();
        let mut free = room - ruler - 2 * (look.sizes.rise + look.sizes.bar);
        // Marks take room of their own, which shows when it is known who stands where.
        for _ in 0..3 {
            let problem = self.upright_problem(&axis, ends, &left_out, free);
            let placement = layout::place(&problem).ok()?;
            let cost = layout::cost(&problem, &placement);
            let categories = Categories::of(self.events, self.options, look.theme);
            let night = night(self.events, self.options, &categories);
            let stage = Stage {
                look,
                width,
                ends,
                is_upright: true,
                axis: axis.clone(),
                events: self.events,
                behind: self.behind,
                worded: self.worded,
                left_out: left_out.clone(),
                placement,
                categories,
                night,
            };
            let over = stage.breadth() - room;
            if over <= 0 {
                return Some((cost, stage));
            }
            free -= over;
        }
        None
    }

    fn upright_problem(
        &self,
        axis: &TimeAxis,
        ends: [Sub; 2],
        left_out: &[bool],
        free: Sub,
    ) -> Problem {
        let sizes = &self.look.sizes;
        let label = |index: usize| {
            let x = axis.scale.place(self.events[index].at, ends[0], ends[1]);
            self.upright_label(index, x, left_out[index])
        };
        let many = left_out.iter().filter(|out| **out).count();
        Problem {
            left: ends[0],
            first_pole: ends[0],
            last_pole: ends[1],
            right: ends[1] + BEYOND * sizes.date.leading,
            labels: (0..self.events.len()).map(label).collect(),
            edge: sizes.label_gap,
            more: rows::more_size(many, self.look),
            room: Some(free),
            is_upright: true,
            ..self.even_problem()
        }
    }

    /// A label with its extents exchanged, and the gap beside it.
    fn upright_label(&self, index: usize, x: Sub, is_left_out: bool) -> Label {
        let sizes = &self.look.sizes;
        let mut label = self.label(index, x, is_left_out);
        for variant in &mut label.variants {
            let Size { w, h } = variant.size;
            variant.size = Size::new(h + sizes.label_gap, w - sizes.label_gap);
        }
        for row in label.rows.iter_mut().chain(&mut label.bare).chain([&mut label.head]) {
            row.w += sizes.pole_gap;
        }
        label
    }

    /// Everything in a figure of this height; none if that is too low.
    fn filling(&self, top: Sub, height: Sub, left_out: Vec<bool>) -> Option<Stage<'a>> {
        let mut length = height;
        // Labels that reach beyond the ruler make it shorter.
        for _ in 0..4 {
            let axis = (self.axis)(length).ok()?;
            let (_, stage) = self.beside(axis, &Column { top, length }, left_out.clone())?;
            let over = stage.needed(self.options) - height;
            if over <= 0 {
                return Some(stage);
            }
            length -= over;
            if length < SHORTEST * self.look.sizes.ruler_row {
                return None;
            }
        }
        None
    }

    /// The same with as few events without a label as possible.
    fn fewer(
        &self,
        height: Sub,
        filling: impl Fn(Vec<bool>) -> Option<Stage<'a>>,
    ) -> Result<Stage<'a>> {
        let axis = (self.axis)(height)?;
        let place = |index: usize| axis.scale.place(self.events[index].at, 0, height);
        let places: Vec<Sub> = (0..self.events.len()).map(place).collect();
        room::fewest(self.events, &places, self.options, filling).ok_or_else(|| {
            let message = format!(
                "--height: {} px is too low for this figure; give it more, or leave it out",
                height / PX
            );
            Error::options(message)
        })
    }

    fn too_narrow(&self) -> Error {
        let wide = to_px(self.options.canvas_width()).ceil();
        Error::options(format!(
            "labels find no room beside a vertical ruler in {wide} px; give a greater --width or \
             leave out --orientation"
        ))
    }
}

impl Stage<'_> {
    /// From where an upright ruler begins to the end of what stands along it.
    pub(crate) fn down(&self) -> Sub {
        let sizes = &self.look.sizes;
        let places = self.placement.places.iter().enumerate();
        let flags = places.filter(|(_, place)| place.list.is_none()).map(|(index, place)| {
            place.pole - middle(sizes.date) + self.worded[index].height(place.variant)
        });
        let lists = self.placement.lists.iter();
        let lists = lists.map(|list| list.pole + list.size.w - sizes.label_gap);
        let last = flags.chain(lists).max().unwrap_or(0).max(self.ends[1]);
        last - self.ends[0]
    }
}
