//! The form of density: flags of the named events above the ruler, and under it a histogram for each
//! group, all on one scale and each as high as its greatest count needs.

use crate::compose::context::Along;
use crate::compose::density::value_scale::ValueScale;
use crate::compose::density::{CountBlock, Density, GroupCounts, Measure, bin_words};
use crate::compose::forms::labels::LabelForm;
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::compose::style::FigureStyle;
use crate::date::InstantSpan;
use crate::figure::{Anchor, PlacedColumn, PlacedPanel, ScaleValue, Text};
use crate::geometry::{PX, Point, Rect, Sub};
use crate::text::{Style, TextRole, Weight};
use crate::theme::Colour;
use std::rc::Rc;

/// The least count that is seen, as a part of a pixel: what is there must not look like nothing.
const SEEN: Sub = PX * 3 / 4;
/// From so many pixels on columns stand apart by a hair.
const APART: Sub = 6 * PX;
/// Labels of a scale are at least so many quarters of a line apart, and one part in so many of it.
const LINES_APART: Sub = 5;
const VALUES: Sub = 4;

/// The panels of all groups, before it is known where they are across the axis.
#[derive(Clone)]
pub(crate) struct Panels<'a> {
    pub(crate) density: Rc<Density>,
    pub(crate) along: Rc<Along<'a>>,
    pub(crate) style: &'a FigureStyle,
    /// The height of the greatest count of each measure.
    pub(crate) height: Sub,
}

/// The named events and the counts of all.
pub(crate) struct DensityForm<'a> {
    pub(crate) flags: LabelForm<'a>,
    pub(crate) panels: Panels<'a>,
}

/// The width of the labels of a scale, with the room beside them.
pub(crate) fn gutter(density: &Density, height: Sub, style: &FigureStyle) -> Sub {
    let sizes = &style.sizes;
    let widths = density.blocks.iter().flat_map(|block| {
        let scale = ValueScale { peak: block.peak(), length: height };
        let values = scale.values(block.peak(), apart(height, style));
        values.into_iter().map(|value| line_width(&style.dates.grouped(value), style))
    });
    widths.max().unwrap_or(0) + sizes.pole_gap
}

fn line_width(text: &str, style: &FigureStyle) -> Sub {
    style.fonts.line(text, value_role(style).style).width
}

/// The least distance of two labels of a scale that is so long.
fn apart(length: Sub, style: &FigureStyle) -> Sub {
    (value_role(style).leading * LINES_APART / 4).max(length / VALUES)
}

fn value_role(style: &FigureStyle) -> TextRole {
    style.sizes.source
}

impl Panels<'_> {
    /// The height of all panels, with the room over and under them.
    pub(crate) fn breadth(&self) -> Sub {
        let blocks = self.density.blocks.iter();
        let plots = blocks.flat_map(|block| {
            block.tallies.iter().enumerate().map(move |(index, tally)| {
                self.head_height(block, index) + self.plot_height(block, tally)
            })
        });
        plots.sum::<Sub>() + self.style.sizes.gap + value_role(self.style).style.size / 2
    }

    fn scale(&self, block: &CountBlock) -> ValueScale {
        ValueScale { peak: block.peak(), length: self.height }
    }

    /// As high as the greatest count of the group.
    fn plot_height(&self, block: &CountBlock, tally: &GroupCounts) -> Sub {
        let least = value_role(self.style).leading;
        self.scale(block).place(tally.peak().0).max(least)
    }

    /// The room over a plot: what is counted stands over the first of a block.
    fn head_height(&self, block: &CountBlock, index: usize) -> Sub {
        let role = self.style.sizes.legend;
        let what = if index == 0 { role.leading } else { 0 };
        let is_named = block.tallies[index].name.is_some();
        let name = if is_named { role.leading } else { 0 };
        let over = if index == 0 { 0 } else { self.style.sizes.gap / 2 };
        over + what + name + value_role(self.style).style.size / 2
    }

    /// The panels under one another from `start` on.
    fn placed(&self, start: Sub) -> Vec<PlacedPanel> {
        let mut panels = Vec::new();
        let mut y = start + self.style.sizes.gap / 2;
        for block in &self.density.blocks {
            for (index, tally) in block.tallies.iter().enumerate() {
                let top = y + self.head_height(block, index);
                let bottom = top + self.plot_height(block, tally);
                let [x0, x1] = self.along.ends;
                let rect = Rect { x0, y0: top, x1, y1: bottom };
                panels.push(PlacedPanel {
                    head: self.head(block, index, y),
                    ..self.panel(block, tally, rect)
                });
                y = bottom;
            }
        }
        panels
    }

    fn panel(&self, block: &CountBlock, tally: &GroupCounts, rect: Rect) -> PlacedPanel {
        let scale = self.scale(block);
        let sides = self.sides();
        let column = |bin: usize, count: f64| {
            (count > 0.0).then(|| self.column(bin, sides[bin], (scale.place(count), &rect)))
        };
        let bins = || 0..tally.certain.len();
        let possible = bins().filter(|&bin| tally.spread[bin] > 0.0);
        PlacedPanel {
            rect,
            title: self.title(block, tally),
            head: Vec::new(),
            scale: self.values(scale, tally.peak().0, &rect),
            colour: self.colour(tally),
            possible: possible.filter_map(|bin| column(bin, tally.height(bin))).collect(),
            certain: bins().filter_map(|bin| column(bin, tally.certain[bin])).collect(),
        }
    }

    /// The colour of columns; without colours a grey, as names tell the groups apart.
    fn colour(&self, tally: &GroupCounts) -> Colour {
        let theme = &self.style.theme;
        if theme.is_grey { theme.neutral().mark } else { theme.bar(tally.hue) }
    }

    /// Where the columns of all bins begin and end, side by side along the axis. What an end of the
    /// axis or a break cuts off may be shorter than can be seen.
    fn sides(&self) -> Vec<[Sub; 2]> {
        let [first, last] = self.along.ends;
        let mut free = first;
        let mut sides: Vec<[Sub; 2]> = Vec::with_capacity(self.density.bins.spans.len());
        for &(lo, hi) in &self.density.bins.spans {
            let [start, end] = [lo, hi].map(|at| self.along.place(at));
            let hair = if end - start >= APART { PX } else { 0 };
            let start = start.max(free);
            free = (end - hair).max(start + SEEN);
            sides.push([start, free]);
        }
        let mut free = last;
        for [start, end] in sides.iter_mut().rev() {
            *end = free.min(*end);
            *start = (*start).min(*end - SEEN);
            free = *start;
        }
        sides
    }

    /// The column of a bin between its sides, so high.
    fn column(&self, bin: usize, [x0, x1]: [Sub; 2], (height, plot): (Sub, &Rect)) -> PlacedColumn {
        let (lo, hi) = self.density.bins.spans[bin];
        let rect = Rect { x0, x1, y0: plot.y1 - height.max(SEEN), y1: plot.y1 };
        PlacedColumn { lo, hi, rect }
    }

    fn values(&self, scale: ValueScale, top: f64, plot: &Rect) -> Vec<ScaleValue> {
        let role = value_role(self.style);
        let value = |value: u64| {
            let y = plot.y1 - scale.place(value as f64);
            let line = self.style.fonts.line(&self.style.dates.grouped(value), role.style);
            let at = Point::new(plot.x0 - self.style.sizes.pole_gap, y + role.style.size / 3);
            let label = Text { at, anchor: Anchor::End, line, colour: self.style.theme.muted };
            ScaleValue { line: [Point::new(plot.x0, y), Point::new(plot.x1, y)], label }
        };
        scale.values(top, apart(scale.length, self.style)).into_iter().map(value).collect()
    }

    /// What is counted, then the name of the group and its total.
    fn head(&self, block: &CountBlock, index: usize, top: Sub) -> Vec<Text> {
        let FigureStyle { sizes, theme, .. } = self.style;
        let (role, tally) = (sizes.legend, &block.tallies[index]);
        let mut pen = HeadPen { x: self.along.ends[0], y: top, style: self.style };
        let mut texts = Vec::new();
        if index > 0 {
            pen.y += sizes.gap / 2;
        } else {
            texts.push(pen.text(&self.what(block), role.style, theme.muted));
            pen = HeadPen { x: self.along.ends[0], y: top + role.leading, ..pen };
        }
        if let Some(name) = &tally.name {
            let bold = Style { weight: Weight::SemiBold, ..role.style };
            texts.push(pen.text(name, bold, tally.hue.text));
            texts.push(pen.text(&self.style.dates.grouped(tally.total), role.style, theme.muted));
        }
        texts
    }

    fn what(&self, block: &CountBlock) -> String {
        match block.measure {
            Measure::Events => bin_words::unit_words(self.density.bins.interval, self.style),
            Measure::Running => self.style.words.density.running.to_owned(),
        }
    }

    /// A panel for those who cannot see it.
    fn title(&self, block: &CountBlock, tally: &GroupCounts) -> String {
        let words = self.style.words;
        let total = words.named(self.style.dates, tally.total, 0);
        let name = tally.name.as_ref().map_or(String::new(), |name| format!("{name}: "));
        format!("{name}{total} {}.{}", self.what(block), self.most(tally))
    }

    /// The greatest count and its bin, as a sentence.
    fn most(&self, tally: &GroupCounts) -> String {
        let (peak, bin) = tally.peak();
        let span: InstantSpan = self.density.bins.spans[bin];
        let when = bin_words::when(self.density.bins.interval, span, self.style);
        let number = self.style.dates.grouped(peak.round() as u64);
        self.style.words.density.most(&number, &when)
    }

    /// All panels for those who cannot see them.
    pub(crate) fn titles(&self) -> Vec<String> {
        let blocks = self.density.blocks.iter();
        blocks
            .flat_map(|block| block.tallies.iter().map(|tally| self.title(block, tally)))
            .collect()
    }
}

/// Sets the texts of a head one after the other.
struct HeadPen<'a> {
    x: Sub,
    y: Sub,
    style: &'a FigureStyle,
}

impl HeadPen<'_> {
    fn text(&mut self, text: &str, style: Style, colour: Colour) -> Text {
        let line = self.style.fonts.line(text, style);
        let at = Point::new(self.x, self.y + self.style.sizes.legend.baseline());
        self.x += line.width + self.style.sizes.pole_gap;
        Text { at, anchor: Anchor::Start, line, colour }
    }
}

impl Form for DensityForm<'_> {
    fn bands(&self) -> &'static [Band] {
        &[Band::Eras, Band::Markers, Band::Near, Band::Ruler, Band::Far]
    }

    fn breadths(&self) -> [Sub; 2] {
        [self.flags.breadths()[0], self.panels.breadth()]
    }

    fn mark_breadths(&self) -> [Sub; 2] {
        self.flags.mark_breadths()
    }

    fn end(&self) -> Sub {
        self.flags.end()
    }

    fn place(&self, stack: &BandStack) -> Content {
        let panels = self.panels.placed(stack.span(Band::Far)[0]);
        Content { panels, ..self.flags.place(stack) }
    }

    fn left_out(&self) -> &[bool] {
        self.flags.left_out()
    }
}
