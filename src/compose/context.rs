//! What all passes work on: the selected events, the options, the style, the categories.

use crate::compose::categories::Categories;
use crate::compose::clock_detail::clock_detail;
use crate::compose::dated::Dated;
use crate::compose::place::backdrop::Backdrop;
use crate::compose::place::ruler;
use crate::compose::select::Selection;
use crate::compose::shown_time::ShownTime;
use crate::compose::style::FigureStyle;
use crate::compose::time_axis::time_axis;
use crate::compose::uncertainty;
use crate::date::{Bound, Instant, InstantSpan, Known};
use crate::error::Result;
use crate::event::Event;
use crate::figure::Uncertainty;
use crate::geometry::{Axis, Sub};
use crate::options::FigureOptions;
use crate::time::TimeAxis;
use std::ops::Range;
use std::rc::Rc;

/// The input of all passes after the selection.
pub(crate) struct Context<'a> {
    /// The events with marks of their own, in the order of time.
    pub(crate) events: &'a [Dated<'a>],
    /// Eras and markers, in the order of time.
    pub(crate) behind: &'a [Dated<'a>],
    time: &'a ShownTime,
    pub(crate) options: &'a FigureOptions,
    pub(crate) style: &'a FigureStyle,
    pub(crate) categories: Categories,
    /// The axis that time runs along.
    pub(crate) axis: Axis,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        selection: &'a Selection<'a>,
        options: &'a FigureOptions,
        style: &'a FigureStyle,
    ) -> Self {
        let Selection { events, behind, time, .. } = selection;
        Self {
            events,
            behind,
            time,
            options,
            style,
            categories: Categories::of(events, options, style.theme),
            axis: options.axis(),
        }
    }

    /// The same with time along another axis than that of the options.
    pub(crate) fn along_axis(self, axis: Axis) -> Self {
        Self { axis, ..self }
    }

    /// That of a part of a whole. The looks of categories are those of the whole.
    pub(crate) fn of_part(part: &'a Selection<'a>, whole: &Context<'a>) -> Self {
        let context = Self::new(part, whole.options, whole.style).along_axis(whole.axis);
        Self { categories: whole.categories.clone(), ..context }
    }

    /// Some of its events, by place, with what is behind them in a span of time.
    pub(crate) fn part(&self, events: Range<usize>, shown: InstantSpan) -> Selection<'a> {
        let is_shown = |dated: &&Dated<'a>| {
            let Event { start, end, .. } = dated.event;
            let from = if start.lo == Bound::Open { shown.0 } else { dated.lo };
            let to = match end.as_ref().unwrap_or(start).hi {
                Bound::Open => shown.1,
                _ => dated.hi,
            };
            from < shown.1 && shown.0 < to
        };
        Selection {
            events: self.events[events].to_vec(),
            behind: self.behind.iter().filter(is_shown).copied().collect(),
            time: self.time.part(shown),
            notes: Vec::new(),
        }
    }

    /// Other events over the same time.
    pub(crate) fn with(&self, events: Vec<Dated<'a>>) -> Selection<'a> {
        Selection {
            events,
            behind: self.behind.to_vec(),
            time: self.time.clone(),
            notes: Vec::new(),
        }
    }

    /// What is left out of the time shown, in the order of time.
    pub(crate) fn breaks(&self) -> &[InstantSpan] {
        &self.time.cuts
    }

    /// Whether time is counted in ages.
    pub(crate) fn is_ages(&self) -> bool {
        self.time.is_ages
    }

    /// The width asked for, and where its lines of text end.
    pub(crate) fn width(&self) -> Sub {
        self.options.canvas_width()
    }

    /// The time axis of a ruler of that length.
    ///
    /// # Errors
    ///
    /// [`Error::Options`](crate::error::Error::Options) when the cells asked for do not fit.
    pub(crate) fn time_axis(&self, length: Sub) -> Result<TimeAxis> {
        time_axis(self.time, self.options, self.style, (self.axis, length))
    }

    /// From where to where the ruler of a part reaches, of that length: from one of `cuts` to the other, or to
    /// the end of the whole where there is none.
    pub(crate) fn part_ends(&self, cuts: [Option<Instant>; 2], length: Sub) -> Option<InstantSpan> {
        let time = self.time.outer_part(cuts);
        let axis = time_axis(&time, self.options, self.style, (self.axis, length)).ok()?;
        Some((axis.scale.lo(), axis.scale.hi()))
    }

    /// What a label need not say: what the ruler states, and clock times finer than it can show.
    pub(crate) fn known(&self, time: &TimeAxis) -> Known {
        if self.options.repeat_dates.unwrap_or(false) {
            return Known { year: None, ..time.stated() };
        }
        let shown = (time.scale.lo(), time.scale.hi());
        Known { clock: clock_detail(self.events, shown), ..time.stated() }
    }

    /// The time axis along a figure, from one of `ends` to the other.
    ///
    /// # Errors
    ///
    /// Those of [`Context::time_axis`].
    pub(crate) fn along(&self, ends: [Sub; 2]) -> Result<Rc<Along<'a>>> {
        let time = self.time_axis(ends[1] - ends[0])?;
        let backdrop = Backdrop::of(self.behind, (time.scale, ends), self.axis, self.style);
        Ok(Rc::new(Along { time, ends, backdrop }))
    }
}

/// The time axis in its place along the figure, with what is behind the events.
pub(crate) struct Along<'a> {
    pub(crate) time: TimeAxis,
    /// Where the ruler begins and ends.
    pub(crate) ends: [Sub; 2],
    pub(crate) backdrop: Backdrop<'a>,
}

impl Along<'_> {
    /// The breadth of the ruler and of the strips beside it.
    pub(crate) fn breadth(&self, context: &Context<'_>) -> Sub {
        let strips = self.backdrop.era_strip() + self.backdrop.marker_strip();
        ruler::breadth(&self.time, context.axis, context.style) + strips
    }

    /// From where to where the mark of an event with such uncertainty extends.
    pub(crate) fn extent(
        &self,
        dated: &Dated<'_>,
        uncertainty: Uncertainty,
        style: &FigureStyle,
    ) -> [Sub; 2] {
        let known = [self.place(dated.lo), self.place(dated.hi)];
        uncertainty::extent(known, uncertainty, self.ends, &style.sizes)
    }

    /// Where an instant is.
    pub(crate) fn place(&self, at: Instant) -> Sub {
        self.time.scale.place(at, self.ends[0], self.ends[1])
    }
}
