//! The form of a chronicle: an upright ruler, and beside it one row for each event in strict order
//! of time, with a leader from each mark to its row.

use crate::compose::context::{Along, Context};
use crate::compose::dated::Dated;
use crate::compose::describe;
use crate::compose::forms::stems::{self, Stem};
use crate::compose::marks::{MarkReach, Marks, UnplacedMark};
use crate::compose::measure::chronicle::{ChronicleTexts, SetRow, TextColumns};
use crate::compose::plot::{Band, BandStack, Content, Form};
use crate::compose::uncertainty;
use crate::figure::{Mark, MarkShape, PlacedEvent};
use crate::geometry::{Axis, PX, Point, Rect, Sub};
use crate::layout::Side;
use crate::layout::combs::{self, Comb};
use crate::layout::cost::{self, FormReading};
use crate::layout::rows::{self, SpacedRow};
use crate::theme::{Colour, Hue, Sizes};
use std::rc::Rc;

/// Time runs downwards in every chronicle.
const AXIS: Axis = Axis::Vertical;

/// The marks of a chronicle: the leaders of those too near to each other share a stem.
pub(crate) struct ChronicleMarks {
    marks: Marks,
    /// For each event where its leader begins along the ruler; equal for those that share it.
    stems: Vec<Stem>,
}

impl ChronicleMarks {
    /// The marks of all events on a ruler.
    pub(crate) fn new(context: &Context<'_>, along: &Along<'_>) -> Self {
        let sizes = &context.style.sizes;
        let spots: Vec<UnplacedMark> =
            context.events.iter().map(|dated| spot(dated, context, along)).collect();
        let marks = Marks::of(&spots, along.ends, sizes);
        let dates: Vec<Sub> = spots.iter().map(|spot| spot.x).collect();
        let reaches: Vec<MarkReach> = marks.reaches().collect();
        let stems = stems::stems(&dates, &reaches, sizes);
        Self { marks, stems }
    }

    /// How far marks reach away from the ruler.
    pub(crate) fn breadth(&self) -> Sub {
        self.marks.height()
    }

    /// The rows of events at their marks, as they would be alone.
    pub(crate) fn wishes(&self, rows: &[SetRow], left_out: &[bool], gap: Sub) -> Vec<SpacedRow> {
        let rows = rows.iter().zip(&self.stems).zip(left_out);
        let row = |((row, stem), is_out): ((&SetRow, &Stem), &bool)| SpacedRow {
            wish: stem.at - row.middle - gap / 2,
            height: if *is_out { 0 } else { row.size.h + gap },
        };
        rows.map(row).collect()
    }
}

/// What the mark of an event is made of.
fn spot(dated: &Dated<'_>, context: &Context<'_>, along: &Along<'_>) -> UnplacedMark {
    let doubt = uncertainty::of(dated.event);
    let known = [along.place(dated.lo), along.place(dated.hi)];
    let [x0, x1] = uncertainty::extent(known, doubt, along.ends, &context.style.sizes);
    UnplacedMark {
        x0,
        x1,
        x: along.place(dated.at),
        hue: context.categories.hue(dated.event),
        uncertainty: doubt,
        radius: context.style.sizes.dot_of(dated.event.importance),
        is_span: dated.event.is_span(),
    }
}

/// The rows of a chronicle, set and placed along the ruler.
pub(crate) struct PlacedRows {
    pub(crate) columns: TextColumns,
    pub(crate) rows: Vec<SetRow>,
    /// What is free between two.
    gap: Sub,
    /// Where the text of each begins along the ruler.
    tops: Vec<Sub>,
    /// The leader of each event.
    leaders: Vec<RowLeader>,
}

/// The leader from a mark to its row.
#[derive(Clone, Copy, Debug)]
struct RowLeader {
    /// Where it begins along the ruler.
    stem: Sub,
    /// Its track, counted from the marks.
    track: usize,
    /// Whether events of several colours share it up to where it forks.
    is_mixed: bool,
}

impl PlacedRows {
    /// The rows between two places along the ruler, each as near to its mark as all together
    /// allow; none if they are too high.
    pub(crate) fn new(
        (rows, columns, gap): (Vec<SetRow>, TextColumns, Sub),
        (marks, left_out): (&ChronicleMarks, &[bool]),
        ends: [Sub; 2],
        context: &Context<'_>,
    ) -> Option<Self> {
        let wishes = marks.wishes(&rows, left_out, gap);
        let ends = reach(&rows, ends, gap);
        let tops = rows::straightened(&wishes, rows::place(&wishes, ends)?, ends);
        let tops = rows::nudged(&wishes, tops, ends, slack(gap));
        let tops: Vec<Sub> = tops.into_iter().map(|top| top + gap / 2).collect();
        let mut placed = Self { columns, rows, gap, tops, leaders: Vec::new() };
        placed.lead(marks, left_out, context);
        Some(placed)
    }

    /// Finds stems and tracks of the leaders.
    fn lead(&mut self, marks: &ChronicleMarks, left_out: &[bool], context: &Context<'_>) {
        let sizes = &context.style.sizes;
        let alone = |stem: &Stem| RowLeader { stem: stem.at, track: 0, is_mixed: false };
        self.leaders = marks.stems.iter().map(alone).collect();
        let hue = |index: usize| context.categories.hue(context.events[index].event);
        let kept: Vec<usize> = (0..left_out.len()).filter(|&index| !left_out[index]).collect();
        let groups: Vec<&[usize]> =
            kept.chunk_by(|&a, &b| marks.stems[a].at == marks.stems[b].at).collect();
        let mut combs: Vec<Comb> = Vec::with_capacity(groups.len());
        for (number, group) in groups.iter().enumerate() {
            let before = combs.last().map(|comb| comb.stem);
            let after = groups.get(number + 1).map(|next| marks.stems[next[0]].at);
            combs.push(self.comb(marks, group, [before, after], sizes));
        }
        let tracks = combs::tracks(&combs, sizes.pole_step);
        for ((group, comb), track) in groups.iter().zip(&combs).zip(tracks) {
            let is_mixed = group.windows(2).any(|pair| hue(pair[0]) != hue(pair[1]));
            for &index in *group {
                self.leaders[index] = RowLeader { stem: comb.stem, track, is_mixed };
            }
        }
    }

    /// The leaders of events that share a stem, between the stems before and after them.
    ///
    /// A leader that would bend by less than half a dot's radius is straight: it begins where its row is,
    /// if that is on the marks of all.
    fn comb(
        &self,
        marks: &ChronicleMarks,
        group: &[usize],
        [before, after]: [Option<Sub>; 2],
        sizes: &Sizes,
    ) -> Comb {
        let (near, step) = (sizes.dot / 2, stems::step(sizes));
        let stem = marks.stems[group[0]].at;
        let teeth = [self.tooth(group[0]), self.tooth(group[group.len() - 1])];
        let nearest = group.iter().map(|&index| self.tooth(index));
        let straight = nearest.min_by_key(|tooth| (tooth - stem).abs()).filter(|&tooth| {
            let is_free = before.is_none_or(|stem| stem + step <= tooth)
                && after.is_none_or(|stem| tooth + step <= stem);
            let is_on = |index: &usize| marks.stems[*index].room.contains(&tooth);
            (tooth - stem).abs() <= near && is_free && group.iter().all(is_on)
        });
        Comb { stem: straight.unwrap_or(stem), teeth }
    }

    /// Where the leader of an event meets its row.
    fn tooth(&self, index: usize) -> Sub {
        self.tops[index] + self.rows[index].middle
    }

    /// How many tracks leaders take.
    pub(crate) fn tracks(&self) -> usize {
        self.leaders.iter().map(|leader| leader.track).max().unwrap_or(0)
    }

    /// What it costs readers to follow its leaders.
    pub(crate) fn cost(&self) -> i64 {
        let away =
            (0..self.rows.len()).map(|index| (self.tooth(index) - self.leaders[index].stem).abs());
        away.map(cost::row_away).sum()
    }

    /// Where the last row ends along the ruler.
    fn end(&self) -> Sub {
        let ends = self.tops.iter().zip(&self.rows).map(|(top, row)| top + row.size.h);
        ends.max().unwrap_or(0)
    }

    /// By how much all rows are lower as descriptions are beside names.
    pub(crate) fn saved(&self) -> Sub {
        self.rows.iter().map(|row| row.saved).sum()
    }

    fn breadth(&self) -> Sub {
        self.rows.iter().map(|row| row.size.w).max().unwrap_or(0)
    }
}

/// How far rows with that gap may move into it, so that half of it is left between two; less than a
/// pixel would be of no use.
fn slack(gap: Sub) -> Sub {
    Some(gap / 4).filter(|slack| *slack >= PX).unwrap_or(0)
}

/// Between which places rows may be on a ruler with these ends: the first leader may be at the
/// start of the ruler, the last at its end.
fn reach(rows: &[SetRow], [start, end]: [Sub; 2], gap: Sub) -> [Sub; 2] {
    let before = rows.first().map_or(0, |row| row.middle);
    let after = rows.last().map_or(0, |row| row.size.h - row.middle);
    [start - before - gap / 2, end + after + gap - gap / 2]
}

/// The height of rows and of the gaps between them, where some are left out.
pub(crate) fn height(rows: &[SetRow], left_out: &[bool], gap: Sub) -> Sub {
    let kept = rows.iter().zip(left_out).filter(|(_, out)| !**out);
    let heights: i64 = kept.map(|(row, _)| i64::from(row.size.h + gap)).sum();
    Sub::try_from(heights).unwrap_or(Sub::MAX).saturating_sub(gap)
}

/// What is free before the first track of leaders, and behind the last.
fn rise(is_dense: bool, context: &Context<'_>) -> Sub {
    let sizes = &context.style.sizes;
    if is_dense { sizes.rise / 2 } else { sizes.rise }
}

/// From the marks to the texts of rows whose leaders take so many tracks.
pub(crate) fn channel(tracks: usize, is_dense: bool, context: &Context<'_>) -> Sub {
    let sizes = &context.style.sizes;
    // A leader goes on behind its bend, and ends before its row.
    2 * rise(is_dense, context) + tracks as Sub * track(tracks, is_dense, context) + sizes.pole_gap
}

/// The distance of two of so many tracks: where rows are close, many share the room of a few.
fn track(tracks: usize, is_dense: bool, context: &Context<'_>) -> Sub {
    const FEW: Sub = 6;
    let track = context.style.sizes.track;
    let shared = (track * FEW / (tracks as Sub).max(1)).max(track / 2);
    if is_dense { shared.min(track * 3 / 4) } else { track }
}

/// The rows of a chronicle beside its ruler.
pub(crate) struct ChronicleForm<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) along: Rc<Along<'a>>,
    pub(crate) texts: Rc<ChronicleTexts>,
    pub(crate) marks: Rc<ChronicleMarks>,
    pub(crate) rows: PlacedRows,
    pub(crate) left_out: Vec<bool>,
    /// Tracks that leaders have room for.
    pub(crate) tracks: usize,
    /// Whether rows and leaders stand as close as they can.
    pub(crate) is_dense: bool,
    pub(crate) column: ColumnPlace,
}

/// Where the column of a chronicle is; the only one is at the margin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ColumnPlace {
    /// Its number, from 0.
    pub(crate) number: usize,
    /// How far from the margin it begins.
    pub(crate) left: Sub,
    /// Where the longest of all columns ends.
    pub(crate) end: Sub,
    /// Events in the columns before it.
    pub(crate) before: usize,
}

impl ChronicleForm<'_> {
    fn event(&self, index: usize, mut mark: Mark, texts: Sub) -> PlacedEvent {
        let (dated, style) = (&self.context.events[index], self.context.style);
        let hue = self.context.categories.hue(dated.event);
        mark.caps = uncertainty::caps(&mark, AXIS, hue, style);
        let (rows, is_left_out) = (&self.rows, self.left_out[index]);
        let row = &rows.rows[index];
        let corner = Point::new(texts, rows.tops[index]);
        let (lines, name) = match is_left_out {
            true => (Vec::new(), 0..0),
            false => {
                let date = self.date_colour(index, hue);
                self.texts.lines(index, (row, rows.columns), corner, (date, style))
            }
        };
        let label = Rect::from_origin_size(corner, row.size)
            .grown(style.sizes.halo.min(rows.gap / 2 - slack(rows.gap)));
        let (leader, fork) = self.leader(index, &mark, texts);
        PlacedEvent {
            number: self.column.before + index + 1,
            row: dated.row,
            title: describe::title(
                dated.event,
                is_left_out || !rows.columns.has_details,
                style.known(),
            ),
            side: Side::Below,
            at: dated.at,
            lo: dated.lo,
            hi: dated.hi,
            label: if is_left_out { Rect::from_points(leader[0], leader[0]) } else { label },
            mark,
            leader: if is_left_out { leader[..1].to_vec() } else { leader },
            fork,
            lines,
            hue,
            dot: None,
            list: None,
            is_left_out,
            slot: None,
            column: Some(self.column.number),
            name,
            link: dated.event.link().map(str::to_owned),
        }
    }

    /// The colour of the date of a row: that of its event, unless rows of other colours share it.
    fn date_colour(&self, index: usize, hue: Hue) -> Colour {
        let rest = index + 1..self.context.events.len();
        let mut sharing = rest.take_while(|&other| self.texts.has_date_before(other));
        let colour =
            |other: usize| self.context.categories.hue(self.context.events[other].event).text;
        let is_mixed = sharing.any(|other| colour(other) != hue.text);
        if is_mixed { self.context.style.theme.muted } else { hue.text }
    }

    /// The corners of a leader from its mark to its row, and the one up to which events of other colours
    /// share it.
    fn leader(&self, index: usize, mark: &Mark, texts: Sub) -> (Vec<Point>, usize) {
        let sizes = &self.context.style.sizes;
        let RowLeader { stem, track: number, is_mixed } = self.rows.leaders[index];
        let tooth = self.rows.tooth(index);
        let start = Point::new(rim(mark, stem), stem);
        let end = Point::new(texts - sizes.pole_gap, tooth);
        if tooth == stem && !is_mixed {
            return (vec![start, end], 0);
        }
        let marks = texts - channel(self.tracks, self.is_dense, self.context);
        let first = marks + rise(self.is_dense, self.context);
        let run = first + (number as Sub - 1) * track(self.tracks, self.is_dense, self.context);
        let fork = Point::new(run, tooth);
        let corners = if tooth == stem { vec![start] } else { vec![start, Point::new(run, stem)] };
        let fork_at = if is_mixed { corners.len() } else { 0 };
        (corners.into_iter().chain([fork, end]).collect(), fork_at)
    }
}

/// Where a mark ends across the ruler, at a place along it.
fn rim(mark: &Mark, at: Sub) -> Sub {
    let Rect { x0, x1, y0, y1 } = mark.rect;
    let (radius, off) = ((x1 - x0) / 2, at - y0.midpoint(y1));
    match mark.shape {
        MarkShape::Dot => x1 - radius + (radius * radius - off * off).max(0).isqrt(),
        _ => x1,
    }
}

impl Form for ChronicleForm<'_> {
    fn reading(&self) -> FormReading {
        let described = self.context.events.iter().filter(|dated| dated.event.detail.is_some());
        let undescribed = if self.rows.columns.has_details { 0 } else { described.count() };
        let long = self.rows.rows.iter().map(SetRow::more_lines).sum();
        let uncounted = self.left_out.iter().filter(|out| **out).count();
        let bends = self.rows.cost();
        let saved = self.rows.saved();
        FormReading { undescribed, uncounted, long, bends, saved, ..FormReading::default() }
    }

    fn bands(&self) -> &'static [Band] {
        &[Band::Eras, Band::Markers, Band::Ruler, Band::Far]
    }

    fn breadths(&self) -> [Sub; 2] {
        let leaders = channel(self.tracks, self.is_dense, self.context);
        [0, self.marks.breadth() + leaders + self.rows.breadth()]
    }

    fn mark_breadths(&self) -> [Sub; 2] {
        [0, self.marks.breadth()]
    }

    fn end(&self) -> Sub {
        self.rows.end().max(self.along.ends[1]).max(self.column.end)
    }

    fn place(&self, stack: &BandStack) -> Content {
        let edge = stack.span(Band::Ruler)[1];
        let marks = self.marks.marks.placed(edge, AXIS, 1);
        let texts = edge + self.marks.breadth() + channel(self.tracks, self.is_dense, self.context);
        let marks = marks.into_iter().enumerate();
        let events = marks.map(|(index, mark)| self.event(index, mark, texts)).collect();
        Content { events, ..Content::default() }
    }

    fn is_one_sided(&self) -> bool {
        true
    }

    fn left(&self) -> Sub {
        self.column.left
    }

    fn left_out(&self) -> &[bool] {
        &self.left_out
    }
}
