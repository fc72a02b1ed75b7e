//! The candidate placements of the name of an entry of a lane: in a bar, beside the marks, on a
//! flag over them or, on a vertical axis, as a block of lines beside them.

use crate::compose::lanes::dates::LaneDates;
use crate::compose::lanes::marks::{LaneEntry, LaneMark, LaneMarkShape};
use crate::compose::place::flags::middle;
use crate::compose::style::FigureStyle;
use crate::date::Known;
use crate::event::Event;
use crate::figure::MarkEnd;
use crate::geometry::{Axis, Size, Sub};
use crate::layout::Hang;
use crate::layout::lane_rows::{NameCandidate, NameManner};
use crate::text::{Breaks, Line, Paragraph, TextRole};
use crate::theme::{Colour, Pattern, WORDS, weighed};

/// Lines that a text on a flag may have before a wider measure is preferred.
const LINES: usize = 3;

/// A candidate placement of a name.
#[derive(Clone, Copy, Debug)]
pub(super) enum NamePlacement {
    /// In the bar of a part, by its place among the parts, from here on.
    Inside(usize, Sub, Colour, DatePlace),
    /// Beside the marks, before or after them along the axis.
    Beside(Hang, DatePlace),
    /// On a flag over the first or the last mark, in the lines of a measure.
    Flag(Hang, usize),
    /// In lines beside the marks across a vertical axis, from here on.
    Block(Sub),
    /// Not at all, for want of height.
    LeftOut,
}

/// Where the date of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DatePlace {
    /// There is none.
    None,
    /// After the name.
    WithName,
    /// After the marks, with the name in them: by the last part.
    AfterMarks,
}

/// The name of an entry in all its candidate placements.
pub(crate) struct LaneName {
    /// In a bar.
    pub(super) inside: Option<Line>,
    /// Beside it.
    pub(super) beside: Option<Line>,
    /// What is said of its dates.
    pub(super) date: Option<Line>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) colours: Vec<Colour>,
    /// Which paragraph is the name.
    pub(super) named: usize,
    pub(super) breaks: Vec<Vec<Breaks>>,
    pub(super) placements: Vec<NamePlacement>,
    pub(crate) candidates: Vec<NameCandidate>,
}

/// What names are placed in.
pub(crate) struct NameRoom<'a> {
    pub(crate) style: &'a FigureStyle,
    pub(crate) axis: Axis,
    /// The ends of the lanes along the axis.
    pub(crate) ends: [Sub; 2],
    /// From where to where the ruler has breaks.
    pub(crate) gaps: Vec<[Sub; 2]>,
    pub(crate) known: Known,
    /// Whether every event has a flag with its date and description.
    pub(crate) is_flags: bool,
    /// The widest lines beside a mark, on a vertical axis.
    pub(crate) measure: Sub,
    /// What is said of dates after names.
    pub(crate) dates: LaneDates,
}

/// What a name is that of: an entry, its first and its last event, and what is left out of it.
pub(crate) struct Named<'a> {
    pub(crate) entry: &'a LaneEntry,
    pub(crate) events: [&'a Event; 2],
    pub(crate) is_left_out: bool,
    pub(crate) has_date: bool,
}

impl LaneName {
    /// Measures a name in all its candidate placements, or in none if it is left out.
    pub(crate) fn of(named: &Named<'_>, marks: &[LaneMark], room: &NameRoom<'_>) -> Self {
        let sizes = &room.style.sizes;
        let Named { entry, events: [event, last], .. } = *named;
        let date = room.dates.text(event, last).filter(|_| named.has_date && !room.is_flags);
        let mut name = Self {
            inside: None,
            beside: None,
            date: date.map(|date| room.style.texts.line(&date, sizes.list_date.style)),
            paragraphs: Vec::new(),
            colours: Vec::new(),
            named: 0,
            breaks: Vec::new(),
            placements: Vec::new(),
            candidates: Vec::new(),
        };
        if named.is_left_out {
            name.add(NamePlacement::LeftOut, entry.room, sizes.span, false);
            return name;
        }
        let is_horizontal = room.axis == Axis::Horizontal;
        if is_horizontal && !room.is_flags && name.add_plain(event, entry, marks, room) {
            return name;
        }
        name.set_paragraphs(event, marks[entry.parts[0]].hue.text, room);
        match room.axis {
            Axis::Horizontal => name.add_flags(entry, marks, room),
            Axis::Vertical => name.add_block(entry, marks, room),
        }
        name
    }

    /// Sets the name, and on flags date and description, as paragraphs.
    fn set_paragraphs(&mut self, event: &Event, date: Colour, room: &NameRoom<'_>) {
        let FigureStyle { sizes, theme, .. } = room.style;
        let role = if room.is_flags { sizes.name } else { sizes.list_name };
        let role = weighed(role, event.importance);
        if room.is_flags {
            self.add_paragraph(&event.when_text(room.known), sizes.date, (date, room));
        }
        self.named = self.paragraphs.len();
        self.add_paragraph(&event.name, role, (theme.ink, room));
        match (room.is_flags, self.date.as_ref().map(|date| date.text.clone())) {
            (true, _) => {
                let detail = event.detail.as_deref().unwrap_or_default();
                self.add_paragraph(detail, sizes.detail, (theme.muted, room));
            }
            (false, Some(date)) => {
                self.add_paragraph(&date, sizes.list_date, (theme.muted, room));
            }
            _ => {}
        }
    }

    fn add_paragraph(
        &mut self,
        text: &str,
        role: TextRole,
        (colour, room): (Colour, &NameRoom<'_>),
    ) {
        if !text.is_empty() {
            let text = room.style.texts.shape(text, role.style);
            self.paragraphs.push(Paragraph { text, role });
            self.colours.push(colour);
        }
    }

    /// In a bar, and beside the marks if it is not long, with its date and without. Whether one of
    /// these is in the room.
    fn add_plain(
        &mut self,
        event: &Event,
        entry: &LaneEntry,
        marks: &[LaneMark],
        room: &NameRoom<'_>,
    ) -> bool {
        let sizes = &room.style.sizes;
        let shaped =
            |role| room.style.texts.line(&event.name, weighed(role, event.importance).style);
        // A letter is a quarter of an em wide, or more.
        let least = event.name.chars().count() as Sub * sizes.inside.style.size / 4;
        let is_wide = |&part: &usize| marks[part].drawn[1] - marks[part].drawn[0] > least;
        // A milestone would cover a name in the bar.
        if entry.milestones.is_empty() && entry.parts.iter().any(is_wide) {
            self.inside = Some(shaped(sizes.inside));
        }
        self.beside = Some(shaped(sizes.beside)).filter(|line| line.width <= sizes.measures[4]);

        if self.date.is_some() {
            self.add_inside((entry, marks), DatePlace::WithName, room);
            self.add_inside((entry, marks), DatePlace::AfterMarks, room);
            self.add_beside((entry, marks), DatePlace::WithName, room.style);
        }
        self.add_inside((entry, marks), DatePlace::None, room);
        self.add_beside((entry, marks), DatePlace::None, room.style);
        let air = sizes.pole_gap + sizes.label_gap;
        let [left, right] = [room.ends[0], room.ends[1] + air];
        self.candidates.iter().any(|one| left <= one.room[0] && one.room[1] <= right)
    }

    /// In the first bar, or in the first of several that holds a name alone.
    fn add_inside(
        &mut self,
        (entry, marks): (&LaneEntry, &[LaneMark]),
        date: DatePlace,
        room: &NameRoom<'_>,
    ) {
        let Some(line) = &self.inside else { return };
        let sizes = &room.style.sizes;
        let dated = self.date.as_ref().map_or(0, |date| date.width);
        let (more, after) = match date {
            DatePlace::None => (0, 0),
            DatePlace::WithName => (sizes.list_gap + dated, 0),
            DatePlace::AfterMarks => (0, sizes.pole_gap * 2 + dated + sizes.label_gap),
        };
        let width = line.width + more;
        let many = if date == DatePlace::None { entry.parts.len() } else { 1 };
        let found = entry.parts.iter().take(many).enumerate().find_map(|(place, &part)| {
            let (x, colour) = inside(&marks[part], width, room)?;
            Some(NamePlacement::Inside(place, x, colour, date))
        });
        let Some(placement) = found else { return };
        let manner = match date {
            DatePlace::AfterMarks => NameManner::Split,
            _ => NameManner::Inside,
        };
        let [x0, x1] = entry.room;
        let is_full = date != DatePlace::None || self.date.is_none();
        self.placements.push(placement);
        let candidate = NameCandidate {
            room: [x0, x1 + after],
            height: sizes.span,
            manner,
            is_full,
            is_spare: false,
        };

        self.candidates.push(candidate);
    }

    /// After the marks and before them. A name keeps at least twice as far from the marks of
    /// others as from its own, between which a question mark may stand.
    fn add_beside(
        &mut self,
        (entry, marks): (&LaneEntry, &[LaneMark]),
        date: DatePlace,
        style: &FigureStyle,
    ) {
        let Some(line) = &self.beside else { return };
        let sizes = &style.sizes;
        let dated = self.date.as_ref().filter(|_| date == DatePlace::WithName);
        let wide = line.width + dated.map_or(0, |date| sizes.list_gap + date.width);
        let ([x0, x1], height) = (entry.room, sizes.span);
        let [first, last] = [entry.parts[0], entry.parts[entry.parts.len() - 1]];
        let reach = |beyond: Sub| {
            let own = beyond + sizes.pole_gap - sizes.halo;
            let free = (sizes.pole_gap + sizes.label_gap).max(2 * own + sizes.halo);
            sizes.pole_gap + wide + free
        };
        let [before, after] = [reach(marks[first].drawn[0] - x0), reach(x1 - marks[last].drawn[1])];
        for (hang, manner, room) in [
            (Hang::Right, NameManner::After, [x0, x1 + after]),
            (Hang::Left, NameManner::Before, [x0 - before, x1]),
        ] {
            self.placements.push(NamePlacement::Beside(hang, date));
            let is_full = date != DatePlace::None || self.date.is_none();
            self.candidates.push(NameCandidate { room, height, manner, is_full, is_spare: true });
        }
    }

    /// On a flag to either side, in each measure; the last of them fits any room.
    fn add_flags(&mut self, entry: &LaneEntry, marks: &[LaneMark], room: &NameRoom<'_>) {
        let sizes = &room.style.sizes;
        let edge = sizes.pole_gap + sizes.label_gap;
        let half = ((room.ends[1] - room.ends[0]) / 2 - edge).max(1);
        let mut measures: Vec<Sub> = sizes.measures.into_iter().map(|one| one.min(half)).collect();
        measures.dedup();
        self.breaks = measures.into_iter().map(|measure| self.broken(measure)).collect();
        self.breaks.sort_by_key(|breaks| excess_lines(breaks));
        let is_first =
            !self.placements.iter().any(|known| matches!(known, NamePlacement::Beside(..)));
        for index in 0..self.breaks.len() {
            let size = self.size(index);
            let height = size.h + 2 * sizes.halo + sizes.span;
            let [right, left] =
                [Hang::Right, Hang::Left].map(|hang| pole(entry, marks, hang, room));
            let [x0, x1] = entry.room;
            let rooms = [
                (Hang::Right, [x0.min(right), x1.max(right + edge + size.w)]),
                (Hang::Left, [x0.min(left - edge - size.w), x1.max(left)]),
            ];
            for (hang, extent) in rooms {
                let is_spare = is_first && index == 0 && hang == Hang::Left;
                self.add(NamePlacement::Flag(hang, index), extent, height, is_spare);
            }
        }
    }

    /// In lines beside the marks: level with the start of the first bar, or the middle of a dot.
    fn add_block(&mut self, entry: &LaneEntry, marks: &[LaneMark], room: &NameRoom<'_>) {
        let sizes = &room.style.sizes;
        self.breaks = vec![self.broken(room.measure)];
        let size = self.size(0);
        let first = &marks[entry.parts[0]];
        let role = self.paragraphs[0].role;
        let start = match first.shape {
            LaneMarkShape::Span => first.drawn[0],
            LaneMarkShape::Dot | LaneMarkShape::Known => first.at - middle(role),
        };
        let start = start.min(room.ends[1] - size.h).max(room.ends[0]);
        let [y0, y1] = entry.room;
        let extent = [y0.min(start), y1.max(start + size.h + sizes.label_gap / 2)];
        let breadth = sizes.span + sizes.pole_gap + size.w + sizes.label_gap;
        self.add(NamePlacement::Block(start), extent, breadth, false);
    }

    /// Where a block beside a vertical ruler ends along it.
    pub(crate) fn block_end(&self) -> Option<Sub> {
        let block = |placement: &NamePlacement| match placement {
            NamePlacement::Block(start) => Some(start + self.size(0).h),
            _ => None,
        };
        self.placements.iter().find_map(block)
    }

    fn broken(&self, measure: Sub) -> Vec<Breaks> {
        self.paragraphs.iter().map(|paragraph| paragraph.text.breaks(measure)).collect()
    }

    fn add(&mut self, placement: NamePlacement, room: [Sub; 2], height: Sub, is_spare: bool) {
        self.placements.push(placement);
        let manner = NameManner::Other;
        self.candidates.push(NameCandidate { room, height, manner, is_full: true, is_spare });
    }

    /// The size of the paragraphs in the lines of a measure.
    pub(super) fn size(&self, index: usize) -> Size {
        let breaks = &self.breaks[index];
        let width = breaks.iter().map(|text| text.width).max().unwrap_or(0);
        let lines = breaks.iter().zip(&self.paragraphs);
        let height = lines.map(|(text, one)| text.count() as Sub * one.role.leading).sum();
        Size::new(width, height)
    }
}

/// How many lines paragraphs have beyond what a flag may have.
fn excess_lines(breaks: &[Breaks]) -> usize {
    breaks.iter().map(|text| text.count().saturating_sub(LINES)).sum()
}

/// Where a name of a width begins in a bar, and its colour; none where it would not fit or be read.
fn inside(mark: &LaneMark, width: Sub, room: &NameRoom<'_>) -> Option<(Sub, Colour)> {
    let FigureStyle { sizes, theme, .. } = room.style;
    if mark.shape != LaneMarkShape::Span {
        return None;
    }
    let soft = |end: MarkEnd| match end {
        MarkEnd::Approximate | MarkEnd::Open => sizes.fade,
        MarkEnd::Sharp | MarkEnd::Unknown => 0,
    };
    let [start, end] = mark.uncertainty.ends.map(soft);
    let [x0, x1] = [mark.drawn[0] + start, mark.drawn[1] - end];
    let is_hollow = mark.uncertainty.is_uncertain;
    let ground = if is_hollow { theme.ground } else { theme.bar(mark.hue) };
    let colour = if is_hollow { theme.ink } else { theme.words_on(ground) };
    // Words on the lines of a pattern are not read.
    if colour.contrast(ground) < WORDS || mark.hue.pattern != Pattern::Solid {
        return None;
    }
    // A name goes into the first part between breaks that holds it.
    let gaps = room.gaps.iter().filter(|gap| gap[0] < x1 && x0 < gap[1]);
    let starts = std::iter::once(x0).chain(gaps.clone().map(|gap| gap[1]));
    let ends = gaps.map(|gap| gap[0]).chain([x1]);
    let fits = |(from, to): &(Sub, Sub)| width + 2 * sizes.inset <= to - from;
    starts.zip(ends).find(fits).map(|(from, _)| (from + sizes.inset, colour))
}

/// Where the pole of a flag rises: over the date of a dot, at the start or the end of a bar.
pub(super) fn pole(entry: &LaneEntry, marks: &[LaneMark], hang: Hang, room: &NameRoom<'_>) -> Sub {
    let (half, head) = (room.style.sizes.leader / 2, room.style.sizes.bar * 9 / 4);
    // An arrowhead bears no pole, unless the bar is all head.
    let tip = |mark: &LaneMark, end: usize| {
        let most = mark.drawn[1] - mark.drawn[0] - 2 * half;
        half + if mark.uncertainty.ends[end] == MarkEnd::Open { head.min(most) } else { 0 }
    };
    let [first, last] = [entry.parts[0], entry.parts[entry.parts.len() - 1]];
    match (hang, marks[first].shape) {
        (_, LaneMarkShape::Dot | LaneMarkShape::Known) => {
            let LaneMark { at, drawn, .. } = marks[first];
            at.clamp(drawn[0], drawn[1])
        }
        (Hang::Right, _) => marks[first].drawn[0] + tip(&marks[first], 0),
        (Hang::Left, _) => marks[last].drawn[1] - tip(&marks[last], 1),
    }
}
