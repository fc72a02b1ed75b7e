//! Everything in its place: from what stands along the ruler to the whole figure.

use crate::compose::backdrop::Backdrop;
use crate::compose::categories::Categories;
use crate::compose::describe as words;
use crate::compose::domain::Dated;
use crate::compose::marks::{Marks, Spot};
use crate::compose::measure::flag::{self, Flag, Ground, Worded};
use crate::compose::measure::row::{self, Told};
use crate::compose::place::frame::{Around, Shown, whole};
use crate::compose::place::lists;
use crate::compose::place::ruler;
use crate::compose::place::uncertainty as doubts;
use crate::compose::style::Look;
use crate::date::Instant;
use crate::event::Event;
use crate::figure::{Figure, Mark, Night, PlacedEvent, PlacedList, Text, Uncertainty};
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::{List, Placement, Side};
use crate::options::Options;
use crate::time::TimeAxis;

/// What stands along the ruler, before its height is known. Lists are in the order of time.
pub(crate) struct Stage<'a> {
    pub(crate) look: &'a Look,
    pub(crate) width: Sub,
    /// Where the ruler begins and ends, along it.
    pub(crate) ends: [Sub; 2],
    pub(crate) is_upright: bool,
    pub(crate) axis: TimeAxis,
    pub(crate) events: &'a [Dated<'a>],
    /// Eras and markers.
    pub(crate) behind: &'a [Dated<'a>],
    pub(crate) worded: &'a [Worded],
    /// Which events have no row of their own.
    pub(crate) left_out: Vec<bool>,
    pub(crate) placement: Placement,
    pub(crate) categories: Categories,
    pub(crate) night: Option<Night>,
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
    pub(crate) fn figure(&self, options: &Options) -> Figure {
        let Look { fonts, sizes, theme } = self.look;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let banks = Side::BOTH.map(|side| self.bank(side));
        let Around { heading, legend, source, top, foot } = self.around(&banks, options);
        let backdrop = self.backdrop();
        let needed = self.needed_with(&banks, top + foot);
        let height = needed.max(options.least_height());

        // Room to spare goes evenly above and below the plot, or left and right of it.
        let first = match self.is_upright {
            false => top + (height - needed) / 2,
            true => self.left(&banks),
        };
        let near = first + backdrop.strips() + banks[0].height;
        let [x0, x1] = self.ends;
        let rect = Rect { x0, y0: near, x1, y1: near + self.ruler_height() };
        let (events, lists) = self.placed(&banks, rect);
        let marks = banks.each_ref().map(|bank| bank.marks.height());
        let gap = if source.is_empty() { 0 } else { sizes.gap };
        let foot_top = height - foot + gap;
        let bottom = rect.y1 + banks[1].height;
        let eras = backdrop.eras(first, bottom);
        let labels = events.iter().map(|event| event.label);
        let boxes = labels.chain(lists.iter().map(|list| list.rect)).chain([rect]);
        let boxes: Vec<Rect> = boxes.chain(eras.iter().map(|era| era.label)).collect();
        let strip = first + backdrop.era_strip();
        let markers = backdrop.markers([strip, bottom], strip, false, &boxes);
        Figure {
            size: Size::new(self.width, height),
            has_signs: self.categories.is_signed(),
            axis: if self.is_upright { Axis::Vertical } else { Axis::Horizontal },
            title: text(&options.title),
            description: words::description(self.events, &eras, &markers, options),
            language: "en".into(),
            fonts: fonts.clone(),
            theme: *theme,
            night: self.night.clone(),
            background: self.look.background(options),
            sizes: *sizes,
            heading,
            legend,
            ruler: match self.is_upright {
                false => ruler::ruler(&self.axis, rect, marks, self.look),
                true => ruler::upright(&self.axis, rect, marks, self.look),
            },
            events,
            lists,
            lanes: Vec::new(),
            grid: Vec::new(),
            eras,
            markers,
            source: source.into_iter().map(|line| line.lowered(foot_top)).collect(),
        }
    }

    /// The height that it needs.
    pub(crate) fn needed(&self, options: &Options) -> Sub {
        let banks = Side::BOTH.map(|side| self.bank(side));
        let Around { top, foot, .. } = self.around(&banks, options);
        self.needed_with(&banks, top + foot)
    }

    fn backdrop(&self) -> Backdrop<'_> {
        Backdrop::of(self.behind, self.axis.scale, self.ends, self.look)
    }

    fn needed_with(&self, banks: &[Bank; 2], around: Sub) -> Sub {
        match self.is_upright {
            false => whole(around + self.across(banks)),
            true => whole(around + self.down()),
        }
    }

    /// What the ruler and all beside it take across it.
    fn across(&self, banks: &[Bank; 2]) -> Sub {
        self.backdrop().strips() + banks[0].height + self.ruler_height() + banks[1].height
    }

    /// What the ruler and all beside it take across it.
    pub(crate) fn breadth(&self) -> Sub {
        self.across(&Side::BOTH.map(|side| self.bank(side)))
    }

    /// Where what stands along an upright ruler begins, for one in the middle of the figure; with
    /// labels on the right alone it is at the edge.
    fn left(&self, banks: &[Bank; 2]) -> Sub {
        let margin = self.look.sizes.margin;
        let spare = self.look.right(self.width) - margin - self.across(banks);
        let is_one_sided = self.placement.heights[0] == 0;
        margin + if is_one_sided { 0 } else { spare.max(0) / 2 }
    }

    /// Across the ruler alone.
    fn ruler_height(&self) -> Sub {
        match self.is_upright {
            false => self.look.sizes.ruler_row * self.axis.rows.len() as Sub,
            true => ruler::breadths(&self.axis, self.look).iter().sum(),
        }
    }

    fn around(&self, banks: &[Bank], options: &Options) -> Around {
        let entries = self.categories.legend(options.legend.unwrap_or_default());
        let around = Around::of(self.look, self.width, &entries, self.shown(banks), options);
        if self.is_upright { around.upright(&self.look.sizes) } else { around }
    }

    /// What of the categories' signs the figure uses, and its legend must show. Without patterns a
    /// dot stands for bars, too.
    fn shown(&self, banks: &[Bank]) -> Shown {
        // Beside an upright ruler the legend is set before the marks are known.
        if self.is_upright {
            return Shown::all(&self.categories);
        }
        let has_pattern = |bank: &Bank| {
            let place = |index: usize| &self.placement.places[bank.members[index]];
            bank.marks.has_pattern(|index| place(index).list.is_some())
        };
        let bars = self.categories.is_signed() && banks.iter().any(has_pattern);
        let has_dots = banks.iter().any(|bank| bank.marks.has_dot());
        Shown { bars, dots: !bars || has_dots || !self.placement.lists.is_empty() }
    }

    /// Where the marks of the events stand, in their order.
    pub(crate) fn places(&self) -> Vec<Sub> {
        self.events.iter().map(|dated| self.place(dated.at)).collect()
    }

    fn place(&self, at: Instant) -> Sub {
        self.axis.scale.place(at, self.ends[0], self.ends[1])
    }

    /// From where to where the mark of an event reaches.
    fn reach(&self, dated: &Dated<'_>, doubt: Uncertainty) -> [Sub; 2] {
        let known = [self.place(dated.lo), self.place(dated.hi)];
        doubts::reach(known, doubt, self.ends, &self.look.sizes)
    }

    fn bank(&self, side: Side) -> Bank {
        let places = &self.placement.places;
        let on_side = |&index: &usize| places[index].side == side;
        let members: Vec<usize> = (0..self.events.len()).filter(on_side).collect();
        let spot = |&index: &usize| {
            let Dated { event, at, .. } = self.events[index];
            let hue = self.categories.hue(event);
            let doubt = doubts::of(event);
            let [x0, x1] = self.reach(&self.events[index], doubt);
            let radius = self.look.sizes.dot_of(event.importance);
            Spot { x0, x1, x: self.place(at), hue, doubt, radius }
        };
        let spots: Vec<Spot> = members.iter().map(spot).collect();
        let marks = Marks::of(&spots, self.ends, &self.look.sizes);
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
    fn placed(&self, banks: &[Bank], rect: Rect) -> (Vec<PlacedEvent>, Vec<PlacedList>) {
        let mut events: Vec<PlacedEvent> = Vec::with_capacity(self.events.len());
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
    fn list(&self, list: &List, ground: Ground, events: &mut [PlacedEvent]) -> PlacedList {
        // Rows begin at their pole, which is on their right.
        let is_mirrored = self.is_upright && ground.up < 0;
        let frame = match self.is_upright {
            false => lists::frame(list, ground, self.look),
            true => lists::beside(list, ground, self.look),
        };
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
        let more = row::more_size(many, self.look);
        sizes.extend((many > 0).then(|| Size::new(more.w, more.h + alone)));
        let corners = lists::corners(list, &frame, &sizes, head, self.look);
        for index in members.clone() {
            let event = &mut events[index];
            event.label =
                Rect::from_origin_size(Point::new(frame.rows.x0, frame.rows.y0), Size::default());
            event.leader.truncate(1);
            let ends = event.leader.first().map(|&start| match self.is_upright {
                false => Point::new(start.x, frame.bracket),
                true => Point::new(frame.bracket, start.y),
            });
            event.leader.extend(ends);
        }
        for (&index, &corner) in kept.iter().zip(&corners) {
            let event = &mut events[index];
            let Rect { x0, x1, .. } = frame.rows;
            let (row, left) = if is_mirrored {
                let corner = Point::new(x1 - (corner.x - x0), corner.y);
                let row = row(index).mirrored(list.measure, told(index), corner, self.look);
                let left = corner.x - row.size.w;
                (row, left)
            } else {
                (row(index).placed(list.measure, told(index), corner, self.look), corner.x)
            };
            event.label = Rect::from_origin_size(Point::new(left, corner.y), row.size);
            (event.lines, event.name) = (row.lines, row.name);
            event.dot = Some(row.dot);
        }
        let dates = [members.start, members.end - 1].map(|index| self.place(self.events[index].at));
        let mut placed = lists::placed(list, &frame, dates, ground, self.is_upright, self.look);
        if let (Some(&corner), true) = (corners.last(), many > 0) {
            let under = Point::new(corner.x, corner.y + alone);
            let head = (alone > 0).then(|| row(members.start).head_at(corner, self.look));
            placed.more.extend(head);
            placed.more.push(row::more_at(many, under, self.look));
            if is_mirrored {
                let mirror = |text: Text| text.mirrored(frame.rows.x0 + frame.rows.x1);
                placed.more = placed.more.into_iter().map(mirror).collect();
            }
        }
        placed
    }

    fn event(&self, index: usize, mut mark: Mark, ground: Ground) -> PlacedEvent {
        let Dated { event, lo, hi, at, .. } = self.events[index];
        let place = &self.placement.places[index];
        let outer = if ground.up < 0 { mark.rect.y0 } else { mark.rect.y1 };
        let start = Point::new(self.place(at), outer);
        let hue = self.categories.hue(event);
        if self.is_upright {
            mark = mark.turned();
        }
        mark.caps = doubts::caps(&mark, self.is_upright, hue, self.look);
        let draw = if self.is_upright { flag::beside } else { flag::flag };
        let start = |is_row: bool| if is_row && self.is_upright { start.turned() } else { start };
        let flag = match place.list {
            None => draw(&self.worded[index], place, start(false), ground, hue, self.look),
            Some(_) => Flag { leader: vec![start(true)], ..Flag::default() },
        };
        PlacedEvent {
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
            hue,
            dot: None,
            list: place.list,
            is_left_out: self.left_out[index],
            seat: None,
            name: flag.name,
            link: event.link().map(str::to_owned),
        }
    }
}

/// Date and name of an event, and what a row leaves out of it.
pub(crate) fn title(event: &Event, is_row: bool) -> String {
    let title = words::title(event);
    match event.detail.as_ref().filter(|_| is_row) {
        Some(detail) => format!("{title}. {detail}"),
        None => title,
    }
}
