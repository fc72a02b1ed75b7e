//! The text of an event as a flag and as a row, measured.

use crate::compose::measure::padding::Padding;
use crate::compose::measure::row::RowText;
use crate::compose::style::FigureStyle;
use crate::date::Known;
use crate::event::Event;
use crate::geometry::{Axis, Size, Sub};
use crate::layout::{Label, Variant};
use crate::text::{Block, Breaks, Fonts, Paragraph};
use crate::theme::{Sizes, weighed};

/// Lines that a name or a detail may have before a wider measure is preferred.
const LINES: usize = 4;
/// What each line costs that a name or a detail has more than in its preferred measure, in tracks:
/// stacks of single words are slow to read.
const MORE: usize = 6;

/// The text of an event in the shapes that it may take, in the order of preference.
pub(crate) struct LabelText {
    paragraphs: [Paragraph; 3],
    shapes: Vec<FlagShape>,
    pub(crate) has_detail: bool,
    /// Whether it gives the same date as the text before it.
    is_same_date: bool,
    /// The same as a row of a list.
    pub(crate) row: RowText,
}

/// The text of a flag set to a measure.
struct FlagShape {
    /// The breaks of each paragraph.
    breaks: [Breaks; 3],
    /// The size of the text.
    size: Size,
    /// How much less it is liked than the best, as a length.
    cost: Sub,
}

impl LabelText {
    /// The texts of `events`, in their order: date, name and detail set to each measure, of which
    /// `widest` bounds them all, and is the best where labels are one under another. What is `known`
    /// from the ruler is not said again.
    pub(crate) fn of_all<'a>(
        events: impl Iterator<Item = &'a Event>,
        known: Known,
        style: &FigureStyle,
        room: (Axis, Sub),
    ) -> Vec<Self> {
        let mut texts: Vec<Self> =
            events.map(|event| Self::of(event, known, style, room)).collect();
        for index in 1..texts.len() {
            texts[index].is_same_date = texts[index].row.date() == texts[index - 1].row.date();
        }
        texts
    }

    fn of(event: &Event, known: Known, style: &FigureStyle, room: (Axis, Sub)) -> Self {
        let (axis, widest) = room;
        let FigureStyle { texts, sizes, .. } = style;
        let when = event.when_text(known);
        let detail = event.detail.as_deref().unwrap_or_default();
        let name = weighed(sizes.name, event.importance);
        let paragraphs = [(&*when, sizes.date), (&event.name, name), (detail, sizes.detail)]
            .map(|(text, role)| Paragraph { text: texts.shape(text, role.style), role });
        let mut text = Self {
            paragraphs,
            shapes: Vec::new(),
            has_detail: !detail.is_empty(),
            is_same_date: false,
            row: RowText::of(event, &when, style, widest),
        };
        // No word is cut that fits into the widest measure.
        let most = sizes.measures.into_iter().max().unwrap_or(widest);
        let words = text.paragraphs.iter().map(|paragraph| paragraph.text.widest_word());
        let word = words.max().unwrap_or(0).min(most);
        let best = Some(widest).filter(|_| axis == Axis::Vertical);
        for (rank, measure) in best.into_iter().chain(sizes.measures).enumerate() {
            text.add_shape(measure.max(word).min(widest), rank, sizes);
        }
        text
    }

    /// Its height in the highest of its shapes.
    pub(crate) fn tallest(&self) -> Sub {
        let rows = self.row.sizes().into_iter().flatten();
        rows.chain(self.shapes.iter().map(|shape| shape.size)).map(|size| size.h).max().unwrap_or(0)
    }

    /// Sets it to a measure, unless another gave the same lines.
    fn add_shape(&mut self, measure: Sub, rank: usize, sizes: &Sizes) {
        let breaks = self.paragraphs.each_ref().map(|paragraph| paragraph.text.breaks(measure));
        if self.shapes.iter().any(|shape| shape.breaks == breaks) {
            return;
        }
        let width = breaks.iter().map(|breaks| breaks.width).max().unwrap_or(0);
        let lines = breaks.iter().map(|breaks| breaks.count() as Sub);
        let height =
            lines.zip(&self.paragraphs).map(|(count, text)| count * text.role.leading).sum();
        let excess: usize = breaks[1..].iter().map(|text| text.count().saturating_sub(LINES)).sum();
        let preferred = self.shapes.first().map_or(&breaks, |shape| &shape.breaks);
        let more = breaks.iter().zip(preferred).skip(1);
        let more: usize = more.map(|(text, best)| text.count().saturating_sub(best.count())).sum();
        let cost = sizes.track * (rank + 4 * excess + MORE * more) as Sub;
        self.shapes.push(FlagShape { breaks, size: Size::new(width, height), cost });
    }

    /// The height of its text as a flag.
    pub(crate) fn height(&self, variant: usize) -> Sub {
        self.shapes[variant].size.h
    }

    /// The lines of its name as a flag.
    pub(crate) fn name_lines(&self, variant: usize) -> usize {
        self.shapes[variant].breaks[1].count()
    }

    /// All lines of a variant.
    pub(crate) fn lines(&self, variant: usize) -> usize {
        self.shapes[variant].breaks.iter().map(Breaks::count).sum()
    }

    pub(crate) fn block(&self, fonts: &Fonts, variant: usize) -> Block {
        Block::set(fonts, &self.paragraphs, &self.shapes[variant].breaks)
    }

    /// What the engine needs to know of it, for a date at `x` along the axis.
    pub(crate) fn label(
        &self,
        x: Sub,
        is_left_out: bool,
        padding: Padding,
        style: &FigureStyle,
    ) -> Label {
        let variant =
            |shape: &FlagShape| Variant { size: padding.flag(shape.size), cost: shape.cost };
        let [rows, bare] =
            self.row.sizes().map(|sizes| sizes.into_iter().map(|size| padding.row(size)).collect());
        Label {
            x,
            variants: self.shapes.iter().map(variant).collect(),
            rows,
            bare,
            head: padding.row(self.row.head_size(style)),
            is_same: self.is_same_date,
            has_detail: self.has_detail,
            is_left_out,
        }
    }
}
