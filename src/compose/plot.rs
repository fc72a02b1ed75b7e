//! A figure fitted along its time axis, and the same with all in its place.

use crate::compose::context::{Along, Context};
use crate::compose::days_off::days_off;
use crate::compose::describe;
use crate::compose::place::frame::{Frame, whole};
use crate::compose::place::lines;
use crate::compose::place::ruler;
use crate::figure::{
    EventList, Figure, FormChoice, Losses, MarkShape, PlacedEra, PlacedEvent, PlacedLane,
    PlacedList, PlacedMarker, PlacedPanel, Ruler, RulerRow, Text,
};
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::cost::FormReading;
use std::rc::Rc;

/// Rows that are higher than so many rows of a ruler have one on both sides.
const TALL: Sub = 14;

/// A form of figure: what is along the ruler, fitted along the time axis, before it is known where
/// it is across it.
pub(crate) trait Form {
    /// The bands that the figure is stacked from across the axis, from the top or the left.
    fn bands(&self) -> &'static [Band];

    /// The breadths of [`Band::Near`] and [`Band::Far`].
    fn breadths(&self) -> [Sub; 2];

    /// How far marks reach away from the ruler, on either side.
    fn mark_breadths(&self) -> [Sub; 2] {
        [0; 2]
    }

    /// Where all that is along the ruler ends, which may be beyond it.
    fn end(&self) -> Sub;

    /// Everything in its place, with the bands at `stack`.
    fn place(&self, stack: &BandStack) -> Content;

    /// Whether it has labels on the far side of the ruler alone.
    fn is_one_sided(&self) -> bool {
        false
    }

    /// How far from the margin it begins, if it has labels on the far side alone.
    fn left(&self) -> Sub {
        0
    }

    /// For each event whether its label is left out for want of height.
    fn left_out(&self) -> &[bool];

    /// What it makes of the table.
    fn reading(&self) -> FormReading {
        FormReading::default()
    }

    /// How many names, descriptions and dates it leaves out.
    fn lost(&self) -> Losses {
        let unnamed = self.left_out().iter().filter(|out| **out).count();
        Losses { texts: self.reading().undescribed + unnamed, dates: 0 }
    }
}

/// A strip of the figure across the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Band {
    /// The names of eras.
    Eras,
    /// The names of markers.
    Markers,
    /// The part of the form before the ruler, or all of it.
    Near,
    /// The ruler.
    Ruler,
    /// The ruler once more, over many rows; else nothing.
    TopRuler,
    /// The part of the form after the ruler.
    Far,
}

/// Bands in their places across the axis.
pub(crate) struct BandStack(Vec<(Band, [Sub; 2])>);

impl BandStack {
    /// From where to where a band is; empty at the end of the figure if it has none.
    pub(crate) fn span(&self, band: Band) -> [Sub; 2] {
        let found = self.0.iter().find(|(known, _)| *known == band);
        found.map_or([self.end(); 2], |(_, span)| *span)
    }

    /// Whether a band has others on both sides.
    pub(crate) fn is_inner(&self, band: Band) -> bool {
        let place = self.0.iter().position(|(known, _)| *known == band);
        place.is_some_and(|place| place > 0 && place + 1 < self.0.len())
    }

    /// From where to where all bands are, without rulers at the edges.
    pub(crate) fn plot(&self) -> [Sub; 2] {
        let is_ruler = |band| matches!(band, Band::Ruler | Band::TopRuler);
        let is_in = |&(band, _): &(Band, [Sub; 2])| !is_ruler(band) || self.is_inner(band);
        let mut spans = self.0.iter().copied().filter(is_in).map(|(_, span)| span);
        let first = spans.next().unwrap_or_default();
        [first[0], spans.next_back().unwrap_or(first)[1]]
    }

    /// The same without all bands before a ruler that is inside.
    pub(crate) fn beside_ruler(&self) -> [Sub; 2] {
        let [start, end] = self.plot();
        let is_inner = self.is_inner(Band::Ruler);
        [if is_inner { self.span(Band::Ruler)[1] } else { start }, end]
    }

    fn end(&self) -> Sub {
        self.0.last().map_or(0, |(_, span)| span[1])
    }
}

/// What a form places.
#[derive(Default)]
pub(crate) struct Content {
    /// The events in the order of time.
    pub(crate) events: Vec<PlacedEvent>,
    /// The lists in the order of time.
    pub(crate) lists: Vec<PlacedList>,
    /// The lanes from the top or the left.
    pub(crate) lanes: Vec<PlacedLane>,
    /// The groups of which events are counted, from the top.
    pub(crate) panels: Vec<PlacedPanel>,
}

impl Content {
    /// The boxes of all text: no line runs through them.
    fn texts(&self) -> impl Iterator<Item = Rect> {
        let labels = self.events.iter().map(|event| event.label);
        let names = self.lanes.iter().flat_map(|lane| &lane.name).map(Text::rect);
        let values = self.panels.iter().flat_map(|panel| &panel.scale).map(|value| &value.label);
        let heads = self.panels.iter().flat_map(|panel| &panel.head).chain(values).map(Text::rect);
        labels.chain(self.lists.iter().map(|list| list.rect)).chain(names).chain(heads)
    }

    /// The dots of lanes, which the lines of markers leave out; they run over bars.
    fn lane_dots(&self) -> impl Iterator<Item = Rect> {
        let in_lanes = self.events.iter().filter(|event| event.slot.is_some());
        in_lanes
            .filter(|event| !matches!(event.mark.shape, MarkShape::Bar(_)))
            .map(|event| event.mark.rect)
    }
}

/// A figure fitted along its time axis.
pub(crate) struct Plot<'a, F> {
    pub(crate) context: &'a Context<'a>,
    /// The width of the canvas.
    pub(crate) width: Sub,
    pub(crate) along: Rc<Along<'a>>,
    pub(crate) frame: Frame,
    pub(crate) form: F,
}

impl<F: Form> Plot<'_, F> {
    /// The height that it needs.
    pub(crate) fn needed_height(&self) -> Sub {
        let Frame { top, foot, .. } = self.frame;
        match self.context.axis {
            Axis::Horizontal => whole(top + self.breadth() + foot),
            Axis::Vertical => whole(self.form.end().max(self.along.ends[1]) + foot),
        }
    }

    /// Says at the foot what is left out, where there is room to say so.
    pub(crate) fn remark_losses(&mut self) {
        let context = self.context;
        let FormReading { undescribed, uncounted, .. } = self.form.reading();
        let described = context.events.iter().filter(|dated| dated.event.detail.is_some()).count();
        let style = context.style;
        let text = style.words.remarks(style.dates, uncounted, [undescribed, described]);
        if text.is_empty() {
            return;
        }
        let mut frame = self.frame.clone();
        frame.remark(context.style, self.width, &text);
        let frame = std::mem::replace(&mut self.frame, frame);
        let most = context.options.height.map(|height| height.0);
        if most.is_some_and(|most| self.needed_height() > most) {
            self.frame = frame;
        }
    }

    /// The breadth across the axis that it needs.
    pub(crate) fn breadth(&self) -> Sub {
        self.form.bands().iter().map(|&band| self.band_breadth(band)).sum()
    }

    fn band_breadth(&self, band: Band) -> Sub {
        match band {
            Band::Eras => self.along.backdrop.era_strip(),
            Band::Markers => self.along.backdrop.marker_strip(),
            Band::Near => self.form.breadths()[0],
            Band::Far => self.form.breadths()[1],
            Band::Ruler => ruler::breadth(&self.along.time, self.context.axis, self.context.style),
            Band::TopRuler if !self.is_tall() => 0,
            Band::TopRuler => self.band_breadth(Band::Ruler),
        }
    }

    /// Whether the ruler is far from the first of the rows over it.
    fn is_tall(&self) -> bool {
        self.form.breadths()[0] > self.context.style.sizes.ruler_row * TALL
    }

    /// The bands in their places, for a canvas of that height.
    fn stack(&self, height: Sub) -> BandStack {
        let mut end = self.start(height);
        let placed = |&band: &Band| {
            let start = end;
            end += self.band_breadth(band);
            (band, [start, end])
        };
        BandStack(self.form.bands().iter().map(placed).collect())
    }

    /// Where the first band begins: spare room is shared evenly before and after the bands. Beside
    /// a vertical ruler, labels on its right alone leave it at the edge.
    fn start(&self, height: Sub) -> Sub {
        let margin = self.context.style.sizes.margin;
        match self.context.axis {
            Axis::Horizontal => self.frame.top + (height - self.needed_height()) / 2,
            Axis::Vertical if self.form.is_one_sided() => margin + self.form.left(),
            Axis::Vertical => margin + (self.width - 2 * margin - self.breadth()).max(0) / 2,
        }
    }

    /// The figure with all in its place.
    pub(crate) fn figure(mut self) -> Figure {
        let Context { axis, options, style, .. } = *self.context;
        let height = self.needed_height().max(options.least_height());
        let stack = self.stack(height);
        let rect = axis.rect(self.along.ends, stack.span(Band::Ruler));
        let ruler = ruler::ruler(&self.along.time, (axis, rect), self.form.mark_breadths(), style);
        let [top, end] = stack.span(Band::TopRuler);
        let top_ruler = (top < end).then(|| {
            let rect = axis.rect(self.along.ends, [top, end]);
            ruler::top_ruler(&self.along.time, rect, style)
        });
        let content = self.form.place(&stack);
        let eras = self.along.backdrop.eras(stack.span(Band::Eras), stack.plot());
        let days_off = days_off(self.context, &self.along, stack.plot());
        let markers = self.markers(&stack, &content, &eras, rect);
        let names = eras.iter().map(|era| era.label);
        let names = names.chain(markers.iter().map(|marker| marker.label));
        let grid = match content.lanes.is_empty() && content.panels.is_empty() {
            true => Vec::new(),
            false => self.grid(&ruler, stack.beside_ruler(), content.texts().chain(names)),
        };
        let source = self.source(height);
        Figure {
            size: Size::new(self.width, height),
            axis,
            title: options.title.clone().unwrap_or_default(),
            page: String::new(),
            description: describe::description(self.context, &eras, &markers),
            language: style.dates.locale.code().into(),
            fonts: style.fonts.clone(),
            theme: style.theme,
            dark: self.context.categories.dark(self.context.events, options),
            background: style.background(options),
            has_signs: self.context.categories.is_signed(),
            sizes: style.sizes,
            heading: std::mem::take(&mut self.frame.heading),
            legend: std::mem::take(&mut self.frame.legend),
            grid,
            ruler,
            top_ruler,
            folds: Vec::new(),
            events: content.events,
            lists: content.lists,
            lanes: content.lanes,
            counted: 0,
            panels: content.panels,
            days_off,
            eras,
            markers,
            source,
            choice: FormChoice::default(),
            list: EventList::default(),
            origin: None,
        }
    }

    /// The source at the foot of a canvas of that height.
    fn source(&mut self, height: Sub) -> Vec<Text> {
        let source = std::mem::take(&mut self.frame.source);
        let gap = if source.is_empty() { 0 } else { self.context.style.sizes.gap };
        let top = height - self.frame.foot + gap;
        source.into_iter().map(|line| line.lowered(top)).collect()
    }

    /// The markers, their lines through everything but text, dots of lanes and the ruler.
    fn markers(
        &self,
        stack: &BandStack,
        content: &Content,
        eras: &[PlacedEra],
        ruler: Rect,
    ) -> Vec<PlacedMarker> {
        let is_through = stack.is_inner(Band::Ruler);
        let clear =
            content.texts().chain(eras.iter().map(|era| era.label)).chain(content.lane_dots());
        let clear: Vec<Rect> = clear.chain(is_through.then_some(ruler)).collect();
        let strip = stack.span(Band::Markers);
        self.along.backdrop.markers(strip, stack.plot(), &clear)
    }

    /// Lines behind lanes, at the starts of the coarsest cells of which any is inside.
    fn grid(
        &self,
        ruler: &Ruler,
        span: [Sub; 2],
        texts: impl Iterator<Item = Rect>,
    ) -> Vec<[Point; 2]> {
        let axis = self.context.axis;
        let [first, last] = self.along.ends;
        let inner = |row: &RulerRow| -> Vec<Sub> {
            let starts = row.cells.iter().map(|cell| axis.span(&cell.rect)[0]);
            starts.filter(|&at| first < at && at < last).collect()
        };
        let mut starts = ruler.rows.iter().rev().map(inner);
        let starts = starts.find(|starts| !starts.is_empty()).unwrap_or_default();
        let texts: Vec<Rect> = texts.collect();
        let air = self.context.style.sizes.halo;
        let lines = starts.into_iter().map(|at| lines::pieces((axis, at), span, &texts, air));
        lines.flatten().collect()
    }
}
