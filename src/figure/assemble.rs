//! Everything in its place: from what stands along the ruler to the whole figure.

use super::band;
use super::categories::Categories;
use super::compose::Look;
use super::domain::Dated;
use super::frame::Setter;
use super::labels::{self, Flag, Ground, Worded};
use super::lists;
use super::marks::{Marks, Spot};
use super::rows::{self, Told};
use super::{Doubt, End, Figure, Key, Mark, Placed, PlacedList, Text, doubts, words};
use crate::date::{Instant, Known};
use crate::event::Event;
use crate::geom::{PX, Point, Rect, Size, Sub};
use crate::layout::{List, Placement, Side};
use crate::options::Options;
use crate::time::Axis;

/// What stands along the ruler, before its height is known. Lists are in the order of time.
pub(super) struct Stage<'a> {
    pub(super) look: &'a Look,
    pub(super) width: Sub,
    pub(super) axis: Axis,
    pub(super) events: &'a [Dated<'a>],
    pub(super) worded: &'a [Worded],
    /// Which events have no row of their own.
    pub(super) left_out: Vec<bool>,
    pub(super) placement: Placement,
    pub(super) categories: Categories,
}

/// What stands around the plot: the source as if it began at 0.
struct Around {
    heading: Vec<Text>,
    legend: Vec<Key>,
    source: Vec<Text>,
    /// Where the plot may begin.
    top: Sub,
    /// Room under it: a gap, the source and the margin.
    foot: Sub,
}

/// Whole pixels sit well in pages and in pictures of pixels.
fn whole(length: Sub) -> Sub {
    (length + PX - 1) / PX * PX
}

/// One side of the ruler: its events by place in the stage, and their marks.
struct Bank {
    side: Side,
    members: Vec<usize>,
    marks: Marks,
    /// From the ruler to the far edge of the farthest label.
    height: Sub,
}

impl Stage<'_> {
    /// The figure, as high as it must be.
    pub(super) fn figure(&self, options: &Options) -> Figure {
        let Look { fonts, sizes, theme } = self.look;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let banks = Side::BOTH.map(|side| self.bank(side));
        let Around { heading, legend, source, top, foot } = self.around(options);
        let ruler_height = self.ruler_height();
        let needed = whole(top + banks[0].height + ruler_height + banks[1].height + foot);
        let height = needed.max(options.least_height());

        // Room to spare goes evenly above and below the plot.
        let top = top + (height - needed) / 2 + banks[0].height;
        let right = self.look.right(self.width);
        let rect = Rect { x0: sizes.margin, y0: top, x1: right, y1: top + ruler_height };
        let (events, lists) = self.placed(&banks, rect);
        let marks = banks.each_ref().map(|bank| bank.marks.height());
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        let foot_top = height - foot + gap;
        Figure {
            size: Size::new(self.width, height),
            title: text(&options.title),
            description: words::description(&events),
            language: "en".into(),
            fonts: fonts.clone(),
            theme: *theme,
            sizes: *sizes,
            heading,
            legend,
            ruler: band::ruler(&self.axis, rect, marks, self.look),
            events,
            lists,
            source: source.into_iter().map(|line| line.lowered(foot_top)).collect(),
        }
    }

    /// The height that it needs.
    pub(super) fn needed(&self, options: &Options) -> Sub {
        let Around { top, foot, .. } = self.around(options);
        let banks = Side::BOTH.map(|side| self.bank(side).height);
        whole(top + banks[0] + self.ruler_height() + banks[1] + foot)
    }

    fn ruler_height(&self) -> Sub {
        self.look.sizes.ruler_row * self.axis.rows.len() as Sub
    }

    /// What stands over the plot and under it.
    fn around(&self, options: &Options) -> Around {
        let Look { fonts, sizes, theme } = self.look;
        let right = self.look.right(self.width);
        let mut setter = Setter { fonts, sizes, right, y: sizes.margin };
        let (heading, legend) = self.head(&mut setter, options);
        let mut foot = Setter { y: 0, ..setter };
        let text = options.source.as_deref().unwrap_or_default();
        let source = foot.paragraph(text, sizes.source, theme.muted);
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        Around { heading, legend, source, top: setter.y, foot: gap + foot.y + sizes.margin }
    }

    /// Title, subtitle and legend, with the room under them.
    fn head(&self, setter: &mut Setter<'_>, options: &Options) -> (Vec<Text>, Vec<Key>) {
        let Look { sizes, theme, .. } = self.look;
        let mut heading = Vec::new();
        for (text, role, colour) in [
            (&options.title, sizes.title, theme.ink),
            (&options.subtitle, sizes.subtitle, theme.muted),
        ] {
            heading.extend(setter.paragraph(text.as_deref().unwrap_or_default(), role, colour));
        }
        let entries = self.categories.legend();
        if !heading.is_empty() && !entries.is_empty() {
            setter.y += sizes.gap / 2;
        }
        let legend = setter.legend(&entries, theme.muted);
        if !heading.is_empty() || !legend.is_empty() {
            setter.y += sizes.gap;
        }
        (heading, legend)
    }

    /// Where the marks of the events stand, in their order.
    pub(super) fn places(&self) -> Vec<Sub> {
        self.events.iter().map(|dated| self.place(dated.at)).collect()
    }

    fn place(&self, at: Instant) -> Sub {
        self.axis.scale.place(at, self.look.sizes.margin, self.look.right(self.width))
    }

    /// From where to where the mark of an event reaches: an open end goes on to the end of the
    /// ruler, an unknown one stops short.
    fn reach(&self, dated: &Dated<'_>, doubt: Doubt) -> [Sub; 2] {
        let (left, right) = (self.look.sizes.margin, self.look.right(self.width));
        let (known, stub) = ([self.place(dated.lo), self.place(dated.hi)], self.look.sizes.stub);
        let room = self.look.sizes.cap;
        let x0 = match doubt.ends[0] {
            End::Open => left,
            End::Unknown => (known[1] - stub).min(known[0]).max(left + room),
            End::Sharp | End::Approximate => known[0],
        };
        let x1 = match doubt.ends[1] {
            End::Open => right,
            End::Unknown => (known[0] + stub).max(known[1]).min(right - room),
            End::Sharp | End::Approximate => known[1],
        };
        [x0, x1.max(x0)]
    }

    fn bank(&self, side: Side) -> Bank {
        let places = &self.placement.places;
        let on_side = |&index: &usize| places[index].side == side;
        let members: Vec<usize> = (0..self.events.len()).filter(on_side).collect();
        let spot = |&index: &usize| {
            let Dated { event, at, .. } = self.events[index];
            let colour = self.categories.hue(event).mark;
            let doubt = doubts::of(event);
            let [x0, x1] = self.reach(&self.events[index], doubt);
            Spot { x0, x1, x: self.place(at), colour, doubt }
        };
        let spots: Vec<Spot> = members.iter().map(spot).collect();
        let ends = [self.look.sizes.margin, self.look.right(self.width)];
        let marks = Marks::of(&spots, ends, &self.look.sizes);
        let labels = match self.placement.heights[side as usize] {
            0 => 0,
            labels => self.placement.channels[side as usize] + self.rise(side) + labels,
        };
        Bank { side, members, height: marks.height() + labels, marks }
    }

    /// From the leaders' channel to the nearest labels: lists have a bracket in it already.
    fn rise(&self, side: Side) -> Sub {
        let has_list = self.placement.lists.iter().any(|list| list.side == side);
        if has_list { self.look.sizes.list_rise } else { self.look.sizes.rise }
    }

    /// The events around the ruler at `rect`, and the lists, both in the order of time.
    fn placed(&self, banks: &[Bank], rect: Rect) -> (Vec<Placed>, Vec<PlacedList>) {
        let mut events: Vec<Placed> = Vec::with_capacity(self.events.len());
        let mut grounds = Vec::with_capacity(banks.len());
        for bank in banks {
            let sign = Ground::sign(bank.side);
            let edge = if bank.side == Side::Above { rect.y0 } else { rect.y1 };
            let marks = edge + sign * bank.marks.height();
            let channel = self.placement.channels[bank.side as usize];
            let base = marks + sign * (channel + self.rise(bank.side));
            let ground = Ground { up: sign, marks, base };
            for (&index, mark) in bank.members.iter().zip(bank.marks.placed(edge, sign)) {
                events.push(self.event(index, mark, ground));
            }
            grounds.push(ground);
        }
        // Ids count up in the order of time.
        events.sort_by_key(|event| event.number);
        let lists = self.placement.lists.iter();
        let lists = lists.map(|list| self.list(list, grounds[list.side as usize], &mut events));
        let lists = lists.collect();
        (events, lists)
    }

    /// Sets the events of a list as its rows, and frames them.
    fn list(&self, list: &List, ground: Ground, events: &mut [Placed]) -> PlacedList {
        let frame = lists::frame(list, ground, self.look);
        let members = list.members.clone();
        let kept: Vec<usize> = members.clone().filter(|&index| !self.left_out[index]).collect();
        let many = members.len() - kept.len();
        let told = |index: usize| match list.is_headed {
            false => Told::Dated,
            true if Some(&index) == kept.first() => Told::Headed,
            true => Told::Bare,
        };
        let row = |index: usize| &self.worded[index].row;
        let size = |&index: &usize| row(index).size(list.measure, told(index), self.look);
        let mut sizes: Vec<Size> = kept.iter().map(size).collect();
        let head = if list.is_headed { row(members.start).head(self.look).h } else { 0 };
        // The head stands over the count where there is no row.
        let alone = if kept.is_empty() { head } else { 0 };
        let more = rows::more_size(many, self.look);
        sizes.extend((many > 0).then(|| Size::new(more.w, more.h + alone)));
        let corners = lists::corners(list, &frame, &sizes, head, self.look);
        for index in members.clone() {
            let event = &mut events[index];
            event.label =
                Rect::from_origin_size(Point::new(frame.rows.x0, frame.rows.y0), Size::default());
            event.leader.truncate(1);
            event
                .leader
                .extend(event.leader.first().map(|start| Point::new(start.x, frame.bracket)));
        }
        for (&index, &corner) in kept.iter().zip(&corners) {
            let event = &mut events[index];
            let row = row(index).placed(list.measure, told(index), corner, self.look);
            event.label = Rect::from_origin_size(corner, row.size);
            event.lines = row.lines;
            event.dot = Some(row.dot);
        }
        let dates = [members.start, members.end - 1].map(|index| self.place(self.events[index].at));
        let mut placed = lists::placed(list, &frame, dates, ground, self.look);
        if let (Some(&corner), true) = (corners.last(), many > 0) {
            let under = Point::new(corner.x, corner.y + alone);
            let head = (alone > 0).then(|| row(members.start).head_at(corner, self.look));
            placed.more.extend(head);
            placed.more.push(rows::more_at(many, under, self.look));
        }
        placed
    }

    fn event(&self, index: usize, mut mark: Mark, ground: Ground) -> Placed {
        let Dated { event, lo, hi, at } = self.events[index];
        mark.caps = doubts::caps(&mark, self.categories.hue(event), self.look);
        let place = &self.placement.places[index];
        let outer = if ground.up < 0 { mark.rect.y0 } else { mark.rect.y1 };
        let start = Point::new(self.place(at), outer);
        let hue = self.categories.hue(event);
        let flag = match place.list {
            None => labels::flag(&self.worded[index], place, start, ground, hue, self.look),
            Some(_) => Flag { leader: vec![start], label: Rect::default(), lines: Vec::new() },
        };
        Placed {
            number: index + 1,
            title: title(event, place.list.is_some()),
            side: place.side,
            at,
            lo,
            hi,
            mark,
            leader: flag.leader,
            label: flag.label,
            lines: flag.lines,
            colour: hue.mark,
            dot: None,
            list: place.list,
            is_left_out: self.left_out[index],
        }
    }
}

/// Date and name of an event, and what a list leaves out of it.
fn title(event: &Event, is_row: bool) -> String {
    let title = format!("{}: {}", event.when_text(Known::default()), event.name);
    match event.detail.as_ref().filter(|_| is_row) {
        Some(detail) => format!("{title}. {detail}"),
        None => title,
    }
}
