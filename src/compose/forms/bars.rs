//! The form of bars: a row for each thing, with name, description and date in columns before the
//! ruler and its marks along it.

use crate::compose::context::Context;
use crate::compose::describe;
use crate::compose::lanes::marks::{LaneEntry, LaneMark, LaneMarkShape, RowShare};
use crate::compose::lanes::packed::LaneMarks;
use crate::compose::measure::chronicle::{ChronicleTexts, SetRow, TextColumns};
use crate::compose::place::frame::LegendSigns;
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::figure::{LaneSlot, PlacedEvent, PlacedLane, Text};
use crate::geometry::{Point, Rect, Sub};
use crate::layout::Side;
use std::ops::Range;
use std::rc::Rc;

/// Rows with the marks of their events.
pub(crate) struct BarForm<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) marks: Rc<LaneMarks<'a>>,
    pub(crate) texts: Rc<BarTexts>,
    /// What of spare room is put around each row.
    pub(crate) spread: Sub,
}

/// What stands before the ruler, in rows from the top down.
pub(crate) struct BarTexts {
    pub(crate) texts: ChronicleTexts,
    pub(crate) columns: TextColumns,
    pub(crate) rows: Vec<SetRow>,
    /// What each row shows.
    pub(crate) entries: Vec<LaneEntry>,
    /// For each event that nothing of it is left out.
    pub(crate) left_out: Vec<bool>,
}

/// The text of an event of a row.
#[derive(Default)]
struct BarLabel {
    lines: Vec<Text>,
    name: Range<usize>,
    label: Rect,
}

impl BarForm<'_> {
    /// What of the categories' signs the legend must show. Without patterns a dot stands for bars, too.
    pub(crate) fn legend_signs(&self) -> LegendSigns {
        let has = |shape| self.marks().iter().any(|mark| mark.shape == shape);
        let bars = self.context.categories.is_signed() && has(LaneMarkShape::Span);
        let has_dots = has(LaneMarkShape::Dot) || has(LaneMarkShape::Known);
        LegendSigns { bars, dots: !bars || has_dots }
    }

    /// How much of the ruler the marks of a row take on the average, in hundredths.
    pub(crate) fn share(&self) -> Sub {
        let [start, end] = self.marks.along.ends;
        let long = |entry: &LaneEntry| entry.room[1] - entry.room[0];
        let all: i64 = self.texts.entries.iter().map(|entry| i64::from(long(entry))).sum();
        let rows = self.texts.entries.len().max(1) as i64;
        (all * 100 / rows / i64::from((end - start).max(1))) as Sub
    }

    /// The marks of all events, by place.
    fn marks(&self) -> &[LaneMark] {
        self.marks.in_rows(RowShare::SameName)
    }

    /// Free room over and under the text of a row.
    fn pad(&self) -> Sub {
        self.context.style.sizes.row_gap / 2 + self.spread
    }

    fn breadth(&self, row: usize) -> Sub {
        let least = self.context.style.sizes.span;
        self.texts.rows[row].size.h.max(least) + 2 * self.pad()
    }

    /// A row from `start` on across the axis, and its events.
    fn row(&self, row: usize, start: Sub) -> (PlacedLane, Vec<PlacedEvent>) {
        let (axis, sizes) = (self.context.axis, &self.context.style.sizes);
        let entry = &self.texts.entries[row];
        let across = [start, start + self.breadth(row)];
        let ends = [sizes.margin, self.marks.along.ends[1]];
        let separator = ends.map(|along| axis.point(along, start));
        let top = start + self.pad();
        let middle = top + self.texts.rows[row].middle;
        let lane = PlacedLane {
            rect: axis.rect(ends, across),
            name: Vec::new(),
            separator: (row > 0).then_some(separator),
            rows: vec![axis.rect(self.marks.along.ends, across)],
            ties: entry.ties(self.marks(), middle, self.context),
            members: entry.parts.clone(),
        };
        let mut text = Some(self.text(row, top));
        let parts = entry.parts.iter();
        let event = |&part: &usize| self.event(part, (row, middle), text.take());
        (lane, parts.map(event).collect())
    }

    /// The text of a row with its top at `top`.
    fn text(&self, row: usize, top: Sub) -> BarLabel {
        let BarTexts { texts, columns, rows, .. } = &*self.texts;
        let style = self.context.style;
        let corner = Point::new(style.sizes.margin, top);
        let date = style.theme.muted;
        let (lines, name) = texts.lines(row, (&rows[row], *columns), corner, (date, style));
        BarLabel { lines, name, label: Rect::from_origin_size(corner, rows[row].size) }
    }

    /// An event of a row, the middle of whose marks is there across the axis.
    fn event(
        &self,
        index: usize,
        (row, middle): (usize, Sub),
        text: Option<BarLabel>,
    ) -> PlacedEvent {
        let (dated, style) = (&self.context.events[index], self.context.style);
        let lane_mark = &self.marks()[index];
        let mark = lane_mark.placed((middle, style.sizes.span * 5 / 8), self.context);
        let start = Point::new(lane_mark.at.clamp(mark.rect.x0, mark.rect.x1), middle);
        let empty = || BarLabel { label: Rect::from_points(start, start), ..BarLabel::default() };
        let BarLabel { lines, name, label } = text.unwrap_or_else(empty);
        let room = [style.sizes.margin, lane_mark.room[1]];
        PlacedEvent {
            number: index + 1,
            row: dated.row,
            title: describe::title(dated.event, false, style.known()),
            side: Side::Above,
            at: dated.at,
            lo: dated.lo,
            hi: dated.hi,
            mark,
            leader: vec![start],
            fork: 0,
            label,
            lines,
            hue: lane_mark.hue,
            dot: None,
            list: None,
            is_left_out: false,
            slot: Some(LaneSlot { lane: row, row: 0, room, is_milestone: false, is_row: true }),
            column: None,
            name,
            link: dated.event.link().map(str::to_owned),
        }
    }
}

impl Form for BarForm<'_> {
    fn bands(&self) -> &'static [Band] {
        &[Band::TopRuler, Band::Eras, Band::Near, Band::Markers, Band::Ruler]
    }

    fn breadths(&self) -> [Sub; 2] {
        let rows: Sub = (0..self.texts.rows.len()).map(|row| self.breadth(row)).sum();
        [rows + self.pad(), 0]
    }

    fn end(&self) -> Sub {
        self.marks.along.ends[1]
    }

    fn place(&self, stack: &BandStack) -> Content {
        let mut start = stack.span(Band::Near)[0];
        let mut content = Content::default();
        for row in 0..self.texts.rows.len() {
            let (lane, events) = self.row(row, start);
            content.lanes.push(lane);
            content.events.extend(events);
            start += self.breadth(row);
        }
        // Ids count up in the order of time.
        content.events.sort_by_key(|event| event.number);
        content
    }

    fn is_one_sided(&self) -> bool {
        true
    }

    fn left_out(&self) -> &[bool] {
        &self.texts.left_out
    }
}
