//! What all passes work on: the selected events, the options, the style, the categories.

use crate::compose::categories::Categories;
use crate::compose::domain::{self, Chosen, Dated};
use crate::compose::place::backdrop::Backdrop;
use crate::compose::place::ruler;
use crate::compose::style::FigureStyle;
use crate::date::Instant;
use crate::error::Result;
use crate::geometry::{Axis, Sub};
use crate::options::FigureOptions;
use crate::time::{Stretch, TimeAxis};
use std::rc::Rc;

/// The input of all passes after the selection.
pub(crate) struct Context<'a> {
    /// The events with marks of their own, in the order of time.
    pub(crate) events: &'a [Dated<'a>],
    /// Eras and markers, in the order of time.
    pub(crate) behind: &'a [Dated<'a>],
    /// Both.
    all: Vec<Dated<'a>>,
    cuts: &'a [Stretch],
    pub(crate) options: &'a FigureOptions,
    pub(crate) style: &'a FigureStyle,
    pub(crate) categories: Categories,
    /// The axis that time runs along.
    pub(crate) axis: Axis,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        chosen: &'a Chosen<'a>,
        options: &'a FigureOptions,
        style: &'a FigureStyle,
    ) -> Self {
        let Chosen { events, behind, cuts, .. } = chosen;
        Self {
            events,
            behind,
            all: [events.as_slice(), behind].concat(),
            cuts,
            options,
            style,
            categories: Categories::of(events, options, style.theme),
            axis: options.axis(),
        }
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
        domain::axis(&self.all, self.cuts, self.options, self.style, (self.axis, length))
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

    /// Where an instant is.
    pub(crate) fn place(&self, at: Instant) -> Sub {
        self.time.scale.place(at, self.ends[0], self.ends[1])
    }
}
