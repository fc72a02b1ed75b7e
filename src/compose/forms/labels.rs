//! The form of flags and lists on one or both sides of the ruler.

use crate::compose::context::{Along, Context};
use crate::compose::dated::Dated;
use crate::compose::describe;
use crate::compose::marks::{Marks, UnplacedMark};
use crate::compose::measure::flag::LabelText;
use crate::compose::measure::padding::Padding;
use crate::compose::measure::row::{self, RowContent};
use crate::compose::place::flags::{self, Flag, RulerSide, outward};
use crate::compose::place::frame::LegendSigns;
use crate::compose::place::lists::{self, ListBox};
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::compose::uncertainty;
use crate::figure::{Mark, PlacedEvent, PlacedList, Text};
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::cost::FormReading;
use crate::layout::{Hang, LabelPlace, List, Placement, Problem, Side};
use crate::options::LabelStyle;
use std::rc::Rc;

/// What is to be placed along the ruler.
#[derive(Clone)]
pub(crate) struct LabelRequest<'a> {
    pub(crate) context: &'a Context<'a>,
    /// The texts of the events.
    pub(crate) texts: Rc<[LabelText]>,
    pub(crate) style: LabelStyle,
    /// Whether all are above a horizontal ruler.
    pub(crate) is_above: bool,
}

impl<'a> LabelRequest<'a> {
    /// The padding of its labels.
    pub(crate) fn padding(&self) -> Padding {
        Padding::new(self.context.axis, &self.context.style.sizes)
    }

    /// The labels at their dates along the axis, of which some are left out.
    pub(crate) fn labels(&self, along: &Along<'_>, left_out: &[bool]) -> Problem {
        let style = self.context.style;
        let sizes = &style.sizes;
        let dated = self.context.events.iter().zip(self.texts.iter()).zip(left_out);
        let padding = self.padding();
        let labels = dated
            .map(|((dated, text), &out)| text.label(along.place(dated.at), out, padding, style));
        let many = left_out.iter().filter(|out| **out).count();
        let [start, end] = along.ends;
        Problem {
            left: start,
            first_pole: start,
            last_pole: end,
            right: end,
            labels: labels.collect(),
            pole_step: sizes.pole_step,
            track: sizes.track,
            gap: sizes.pole_gap,
            bracket: sizes.bracket,
            slack: sizes.dot,
            edge: padding.list_edge(),
            column_gap: sizes.column_gap,
            more: row::more_size(many, style),
            room: None,
            axis: self.context.axis,
            style: self.style,
            is_above: self.is_above,
            effort: self.context.options.effort.unwrap_or_default(),
        }
    }

    /// The form with its labels placed.
    pub(crate) fn form(
        &self,
        along: Rc<Along<'a>>,
        left_out: Vec<bool>,
        placement: Placement,
    ) -> LabelForm<'a> {
        let (context, texts) = (self.context, Rc::clone(&self.texts));
        let banks = Side::BOTH.map(|side| Bank::new(context, &along, &placement, side));
        LabelForm { context, along, texts, left_out, placement, banks }
    }
}

/// Labels around the ruler, placed along it.
pub(crate) struct LabelForm<'a> {
    context: &'a Context<'a>,
    along: Rc<Along<'a>>,
    texts: Rc<[LabelText]>,
    /// Which events have no row of their own.
    left_out: Vec<bool>,
    placement: Placement,
    banks: [Bank; 2],
}

/// One side of the ruler: its events, by place among those of the figure, and their marks.
struct Bank {
    side: Side,
    members: Vec<usize>,
    marks: Marks,
    /// From the outer edge of the marks to the nearest labels.
    channel: Sub,
    /// From the ruler to the far edge of the farthest label.
    breadth: Sub,
}

impl Bank {
    fn new(context: &Context<'_>, along: &Along<'_>, placement: &Placement, side: Side) -> Self {
        let places = placement.places.iter().enumerate();
        let members: Vec<usize> =
            places.filter(|(_, place)| place.side == side).map(|(index, _)| index).collect();
        let events = members.iter().map(|&index| &context.events[index]);
        let marks: Vec<UnplacedMark> = events.map(|dated| mark(dated, context, along)).collect();
        let marks = Marks::of(&marks, along.ends, &context.style.sizes);
        let has_list = placement.lists.iter().any(|list| list.side == side);
        let sizes = &context.style.sizes;
        // Lists have their bracket between the leaders' channel and the labels.
        let rise = if has_list { sizes.list_rise } else { sizes.rise };
        let channel = placement.channels[side as usize] + rise;
        let labels = match placement.heights[side as usize] {
            0 => 0,
            labels => channel + labels,
        };
        Self { side, members, breadth: marks.height() + labels, channel, marks }
    }

    /// The side in its place, by the edge of the ruler that it is on.
    fn side(&self, axis: Axis, edge: Sub) -> RulerSide {
        let outward = outward(self.side);
        let marks = edge + outward * self.marks.height();
        RulerSide { axis, side: self.side, marks, base: marks + outward * self.channel }
    }
}

/// The mark of an event.
fn mark(dated: &Dated<'_>, context: &Context<'_>, along: &Along<'_>) -> UnplacedMark {
    let uncertainty = uncertainty::of(dated.event);
    let [x0, x1] = along.extent(dated, uncertainty, context.style);
    UnplacedMark {
        x0,
        x1,
        x: along.place(dated.at),
        hue: context.categories.hue(dated.event),
        uncertainty,
        radius: context.style.sizes.dot_of(dated.event.importance),
        is_span: dated.event.is_span(),
    }
}

impl LabelForm<'_> {
    /// What of the categories' signs the figure uses, and its legend must show. Without patterns a
    /// dot stands for bars, too.
    pub(crate) fn legend_signs(&self) -> LegendSigns {
        let has_pattern = |bank: &Bank| {
            let place = |index: usize| &self.placement.places[bank.members[index]];
            bank.marks.has_pattern(|index| place(index).list.is_some())
        };
        let bars = self.context.categories.is_signed() && self.banks.iter().any(has_pattern);
        let has_dots = self.banks.iter().any(|bank| bank.marks.has_dot());
        LegendSigns { bars, dots: !bars || has_dots || !self.placement.lists.is_empty() }
    }

    /// Height of the labels on both sides.
    pub(crate) fn labels_height(&self) -> Sub {
        self.placement.height()
    }

    fn event(&self, index: usize, mut mark: Mark, side: RulerSide) -> PlacedEvent {
        let dated = &self.context.events[index];
        let (axis, style) = (side.axis, self.context.style);
        let place = &self.placement.places[index];
        let hue = self.context.categories.hue(dated.event);
        mark.caps = uncertainty::caps(&mark, axis, hue, style);
        let [near, far] = axis.cross_span(&mark.rect);
        let start = [self.along.place(dated.at), if side.side == Side::Above { near } else { far }];
        let flag = match place.list {
            None => flags::flag(&self.texts[index], place, start, side, (hue, style)),
            Some(_) => Flag { leader: vec![axis.point(start[0], start[1])], ..Flag::default() },
        };
        PlacedEvent {
            number: index + 1,
            row: dated.row,
            title: describe::title(dated.event, place.list.is_some(), style.known()),
            side: place.side,
            at: dated.at,
            lo: dated.lo,
            hi: dated.hi,
            mark,
            leader: flag.leader,
            fork: 0,
            label: flag.label,
            lines: flag.lines,
            hue,
            dot: None,
            list: place.list,
            is_left_out: self.left_out[index],
            slot: None,
            column: None,
            name: flag.name,
            link: dated.event.link().map(str::to_owned),
        }
    }

    /// Places the events of a list as its rows, and frames them.
    fn list(&self, list: &List, side: RulerSide, events: &mut [PlacedEvent]) -> PlacedList {
        let style = self.context.style;
        let frame = ListBox::new(list, side, style);
        for event in &mut events[list.members.clone()] {
            let corner = Point::new(frame.rows.x0, frame.rows.y0);
            event.label = Rect::from_points(corner, corner);
            event.leader.truncate(1);
            let end =
                event.leader.first().map(|&at| side.axis.point(side.axis.along(at), frame.bracket));
            event.leader.extend(end);
        }
        let rows = ListRows::new(self, list);
        let corners = frame.corners(&rows.sizes, list.columns, rows.head, style);
        for (&index, &corner) in rows.kept.iter().zip(&corners) {
            rows.place(&mut events[index], index, corner, (side, frame.rows));
        }
        let ends = [list.members.start, list.members.end - 1];
        let dates = ends.map(|index| self.along.place(self.context.events[index].at));
        let mut placed = lists::placed(list, &frame, dates, side, style);
        placed.more = rows.more(corners.last().copied(), (side, frame.rows));
        placed
    }
}

/// The rows of a list.
struct ListRows<'a> {
    form: &'a LabelForm<'a>,
    list: &'a List,
    /// The events with a row of their own, by place among those of the figure.
    kept: Vec<usize>,
    /// How many have none, and are counted in a row at the end.
    left_out: usize,
    /// The size of each row, and of that at the end.
    sizes: Vec<Size>,
    /// The height of the date over the rows.
    head: Sub,
}

impl<'a> ListRows<'a> {
    fn new(form: &'a LabelForm<'a>, list: &'a List) -> Self {
        let style = form.context.style;
        let members = list.members.clone();
        let kept: Vec<usize> = members.clone().filter(|&index| !form.left_out[index]).collect();
        let first = &form.texts[members.start].row;
        let head = if list.is_headed { first.head_size(style).h } else { 0 };
        let left_out = members.len() - kept.len();
        let mut rows = Self { form, list, kept, left_out, sizes: Vec::new(), head };
        rows.sizes = rows.kept.iter().map(|&index| rows.size(index)).collect();
        if left_out > 0 {
            let more = row::more_size(left_out, style);
            rows.sizes.push(Size::new(more.w, more.h + rows.head_alone()));
        }
        rows
    }

    fn size(&self, index: usize) -> Size {
        let row = &self.form.texts[index].row;
        row.size(self.list.measure, self.content(index), self.form.context.style)
    }

    /// The date is over the count where there is no row.
    fn head_alone(&self) -> Sub {
        if self.kept.is_empty() { self.head } else { 0 }
    }

    fn content(&self, index: usize) -> RowContent {
        match self.list.is_headed {
            false => RowContent::Dated,
            true if Some(&index) == self.kept.first() => RowContent::Headed,
            true => RowContent::Bare,
        }
    }

    /// Places the row of an event with its top left corner at `corner`; rows left of a vertical
    /// ruler begin at their pole, which is on their right.
    fn place(
        &self,
        event: &mut PlacedEvent,
        index: usize,
        corner: Point,
        (side, rows): (RulerSide, Rect),
    ) {
        let style = self.form.context.style;
        let (text, content) = (&self.form.texts[index].row, self.content(index));
        let (row, left) = match is_mirrored(side) {
            false => (text.placed(self.list.measure, content, corner, style), corner.x),
            true => {
                let corner = Point::new(rows.x1 - (corner.x - rows.x0), corner.y);
                let row = text.mirrored(self.list.measure, content, corner, style);
                let left = corner.x - row.size.w;
                (row, left)
            }
        };
        event.label = Rect::from_origin_size(Point::new(left, corner.y), row.size);
        (event.lines, event.name) = (row.lines, row.name);
        event.dot = Some(row.dot);
    }

    /// The count of the events without rows, with the date of all where no row gives it.
    fn more(&self, corner: Option<Point>, (side, rows): (RulerSide, Rect)) -> Vec<Text> {
        let Some(corner) = corner.filter(|_| self.left_out > 0) else { return Vec::new() };
        let (style, alone) = (self.form.context.style, self.head_alone());
        let first = &self.form.texts[self.list.members.start].row;
        let head = (alone > 0).then(|| first.head_at(corner, style));
        let count = row::more_at(self.left_out, Point::new(corner.x, corner.y + alone), style);
        let lines = head.into_iter().chain([count]);
        match is_mirrored(side) {
            false => lines.collect(),
            true => lines.map(|line| line.mirrored(rows.x0 + rows.x1)).collect(),
        }
    }
}

fn is_mirrored(side: RulerSide) -> bool {
    side.axis == Axis::Vertical && side.side == Side::Above
}

/// A label of so many lines is a block, whose lines begin far from a pole at its right.
const RAGGED: usize = 4;

impl Form for LabelForm<'_> {
    fn reading(&self) -> FormReading {
        let places = self.placement.places.iter().zip(self.texts.iter()).zip(&self.left_out);
        let mut reading = FormReading::default();
        let marks = self.context.events.iter().map(|dated| self.along.place(dated.at));
        for (((place, text), _), mark) in places.zip(marks).filter(|((_, is_out), _)| !**is_out) {
            match place.list {
                None => {
                    reading.long += text.name_lines(place.variant).saturating_sub(3);
                    reading.away += i64::from((place.pole - mark).abs());
                    let is_left = self.context.axis == Axis::Horizontal && place.hang == Hang::Left;
                    let is_ragged = is_left && text.lines(place.variant) >= RAGGED;
                    reading.ragged += usize::from(is_ragged);
                }
                Some(list) => {
                    let measure = self.placement.lists[list].measure;
                    reading.listed += 1;
                    reading.undescribed += usize::from(text.has_detail);
                    reading.long += text.row.name_lines(measure).saturating_sub(1);
                }
            }
        }
        let alone = self.placement.lists.iter().filter(|list| list.members.len() == 1);
        FormReading { lone: alone.count(), ..reading }
    }

    fn bands(&self) -> &'static [Band] {
        &[Band::Eras, Band::Markers, Band::Near, Band::Ruler, Band::Far]
    }

    fn breadths(&self) -> [Sub; 2] {
        self.banks.each_ref().map(|bank| bank.breadth)
    }

    fn mark_breadths(&self) -> [Sub; 2] {
        self.banks.each_ref().map(|bank| bank.marks.height())
    }

    fn end(&self) -> Sub {
        let ruler = self.along.ends[1];
        if self.context.axis == Axis::Horizontal {
            return ruler;
        }
        let sizes = &self.context.style.sizes;
        let places = self.placement.places.iter().zip(self.texts.iter());
        let flag = |(place, text): (&LabelPlace, &LabelText)| {
            place.pole - flags::middle(sizes.date) + text.height(place.variant)
        };
        let flags = places.filter(|(place, _)| place.list.is_none()).map(flag);
        let lists = self.placement.lists.iter();
        let lists = lists.map(|list| list.pole + list.size.w - sizes.label_gap);
        flags.chain(lists).max().unwrap_or(0).max(ruler)
    }

    fn place(&self, stack: &BandStack) -> Content {
        let axis = self.context.axis;
        let [start, end] = stack.span(Band::Ruler);
        let mut events: Vec<PlacedEvent> = Vec::with_capacity(self.context.events.len());
        let mut sides = Vec::with_capacity(self.banks.len());
        for bank in &self.banks {
            let edge = if bank.side == Side::Above { start } else { end };
            let side = bank.side(axis, edge);
            let marks = bank.marks.placed(edge, axis, outward(bank.side));
            for (&index, mark) in bank.members.iter().zip(marks) {
                events.push(self.event(index, mark, side));
            }
            sides.push(side);
        }
        // Ids count up in the order of time.
        events.sort_by_key(|event| event.number);
        let lists = self.placement.lists.iter();
        let lists = lists.map(|list| self.list(list, sides[list.side as usize], &mut events));
        Content { lists: lists.collect(), events, ..Content::default() }
    }

    fn is_one_sided(&self) -> bool {
        self.placement.heights[0] == 0
    }

    fn left_out(&self) -> &[bool] {
        &self.left_out
    }
}
