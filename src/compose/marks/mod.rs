//! Marks: bars and dots that tell how exactly a date is known.
//!
//! A span wider than a dot is a bar; a point that lies within a time wider than a dot is a whisker,
//! a line with caps as long as that; any other is a dot. Bars and whiskers that overlap take tracks,
//! the longest nearest to the ruler; equal bars are one in stripes of their colours, equal whiskers
//! one with a dot of each colour. Dots closer than their diameter are piled up; where the pile would
//! be high they share one mark, split by colour. Doubts are handed through for the drawing; an end
//! that nobody knows has room for its question mark.

mod bar_heights;
mod raised;

pub(crate) use raised::whisker_dot;

use crate::figure::{Mark, MarkEnd, Uncertainty};
use crate::geometry::{Axis, Sub};
use crate::layout::lane_rows::deal;
use crate::theme::{Hue, Sizes};
use bar_heights::BarHeights;
use raised::{Edge, Raised, RaisedShape};
use std::collections::BTreeMap;

/// A bar is wider than a dot by so many quarters; one that is not looks like a square dot.
const WIDER: Sub = 5;
/// The same of a whisker with sharp ends: its caps would touch the dot.
const WIDER_WHISKER: Sub = 10;

/// Beyond so many bars the longest are not nearest to the ruler: bars are dealt out to tracks by
/// their starts then, which takes no time to speak of and no more tracks than bars overlap.
const NESTED: usize = 1000;

/// A whisker is broader than a bar by so many halves.
const WHISKER: Sub = 3;

/// Dots are piled up to so many levels.
const LEVELS: usize = 6;

/// Parts of a shared mark that are wider than so many separators can be counted, and are parted.
const COUNTED: Sub = 2;

/// What a mark is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnplacedMark {
    /// Place of the first instant meant.
    pub(crate) x0: Sub,
    /// Place of the first instant after all that is meant.
    pub(crate) x1: Sub,
    /// Place of the date.
    pub(crate) x: Sub,
    pub(crate) hue: Hue,
    pub(crate) uncertainty: Uncertainty,
    /// Radius of its dot, if it stands alone.
    pub(crate) radius: Sub,
    /// Whether it goes on for all of that time, and is no point in it.
    pub(crate) is_span: bool,
}

impl UnplacedMark {
    /// Whether it is as long as its time, and no dot.
    pub(crate) fn is_bar(&self, sizes: &Sizes) -> bool {
        let ends = self.uncertainty.ends;
        let is_endless = ends.iter().any(|end| matches!(end, MarkEnd::Open | MarkEnd::Unknown));
        let is_whisker = !self.is_span && ends == [MarkEnd::Sharp; 2];
        let wider = if is_whisker { WIDER_WHISKER } else { WIDER };
        self.x1 - self.x0 > 2 * sizes.dot * wider / 4 || is_endless
    }

    /// From where to where its bar is drawn on a ruler with these ends: about there is half of the
    /// fading farther out, too.
    pub(crate) fn drawn(&self, sizes: &Sizes, ruler: [Sub; 2]) -> [Sub; 2] {
        let soft = |end: MarkEnd| if end == MarkEnd::Approximate { sizes.fade / 2 } else { 0 };
        let [start, end] = self.uncertainty.ends.map(soft);
        [(self.x0 - start).max(ruler[0]), (self.x1 + end).min(ruler[1]).max(self.x0)]
    }

    /// From where to where its bar takes room, with the question marks beyond it.
    pub(crate) fn extent(&self, sizes: &Sizes, ruler: [Sub; 2]) -> (Sub, Sub) {
        let [start, end] =
            self.uncertainty.ends.map(|end| if end == MarkEnd::Unknown { sizes.cap } else { 0 });
        let [x0, x1] = self.drawn(sizes, ruler);
        (x0 - start, x1 + end)
    }
}

/// Where a mark is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkReach {
    /// Where it begins and ends along the ruler.
    pub(crate) along: [Sub; 2],
    /// How far from the ruler it ends.
    pub(crate) far: Sub,
}

/// The marks of one side.
pub(crate) struct Marks {
    raised: Vec<Raised>,
    sizes: Sizes,
    /// Left and right end of the ruler.
    ends: [Sub; 2],
}

impl Marks {
    /// `marks` in their order, on a ruler from one of `ends` to the other.
    pub(crate) fn of(marks: &[UnplacedMark], ends: [Sub; 2], sizes: &Sizes) -> Self {
        let blank = Raised {
            x0: 0,
            x1: 0,
            near: 0,
            far: 0,
            shape: RaisedShape::Shared,
            uncertainty: Uncertainty::default(),
        };
        let mut raised = Self { raised: vec![blank; marks.len()], sizes: *sizes, ends };
        raised.raise_bars(marks);
        raised.raise_dots(marks);
        raised
    }

    /// Whether any is told by its pattern, where parts of shared dots are so only for events that
    /// are no row of a list.
    pub(crate) fn has_pattern(&self, is_row: impl Fn(usize) -> bool) -> bool {
        self.raised.iter().enumerate().any(|(index, mark)| match mark.shape {
            RaisedShape::Stripe(..) => true,
            RaisedShape::Slice(..) => !is_row(index),
            RaisedShape::Dot | RaisedShape::Whisker(..) | RaisedShape::Shared => false,
        })
    }

    /// Whether any is told by its shape.
    pub(crate) fn has_dot(&self) -> bool {
        let is_dot = |shape| matches!(shape, RaisedShape::Dot | RaisedShape::Whisker(..));
        self.raised.iter().any(|mark| is_dot(mark.shape))
    }

    /// Where each mark is.
    pub(crate) fn reaches(&self) -> impl Iterator<Item = MarkReach> {
        self.raised.iter().map(|mark| MarkReach { along: [mark.x0, mark.x1], far: mark.far })
    }

    /// How far the marks reach away from the ruler.
    pub(crate) fn height(&self) -> Sub {
        self.raised.iter().map(|mark| mark.far).max().unwrap_or(0)
    }

    /// The marks on the edge of the ruler at `edge` across the axis; `outward` is the sign of
    /// distances away from it.
    pub(crate) fn placed(&self, edge: Sub, axis: Axis, outward: Sub) -> Vec<Mark> {
        let edge = Edge { at: edge, axis, outward };
        self.raised.iter().map(|raised| edge.mark(raised)).collect()
    }

    fn raise_bars(&mut self, marks: &[UnplacedMark]) {
        let sizes = self.sizes;
        let mut groups: BTreeMap<(Sub, Sub, Uncertainty, bool), Vec<usize>> = BTreeMap::new();
        for (index, mark) in marks.iter().enumerate().filter(|(_, mark)| mark.is_bar(&sizes)) {
            let (x0, x1) = mark.extent(&sizes, self.ends);
            // The longest come first, and stand nearest to the ruler.
            groups.entry((x0 - x1, x0, mark.uncertainty, mark.is_span)).or_default().push(index);
        }
        let extents: Vec<[Sub; 2]> =
            groups.keys().map(|&(length, x0, ..)| [x0, x0 - length]).collect();
        let tracks = if extents.len() > NESTED { deal(&extents) } else { nested(&extents) };
        // One track of bars is bold; several are thin so that nesting stays readable.
        let is_one = tracks.iter().all(|&track| track == 0);
        let thick = if is_one { sizes.bar } else { sizes.bar * 3 / 4 };
        let has_whisker = groups.keys().any(|(.., is_span)| !is_span);
        let broad = if has_whisker { thick * WHISKER / 2 } else { thick };
        for (track, (key, members)) in tracks.into_iter().zip(groups) {
            let near = track as Sub * (broad + sizes.bar / 4);
            match key.3 {
                true => self.raise_bar(marks, &members, near, near + thick),
                false => self.raise_whisker(marks, &members, near, near + broad),
            }
        }
    }

    /// One whisker for all `members`: a dot for each colour, painted for the first that has it, the
    /// line for the first of all.
    fn raise_whisker(&mut self, marks: &[UnplacedMark], members: &[usize], near: Sub, far: Sub) {
        let hues = distinct(members.iter().map(|&index| marks[index].hue));
        let [x0, x1] = marks[members[0]].drawn(&self.sizes, self.ends);
        let inset = |x: Sub| if self.ends.contains(&x) { 0 } else { self.sizes.separator / 2 };
        let along = [x0 + inset(x0), x1 - inset(x1)];
        let many = hues.len() as Sub;
        let mut is_painted = vec![false; hues.len()];
        for &index in members {
            let hue = hues.iter().position(|&known| known == marks[index].hue).unwrap_or(0);
            let is_first = !std::mem::replace(&mut is_painted[hue], true);
            let at = match many {
                1 => marks[index].x.clamp(along[0], along[1].max(along[0])),
                _ => along[0] + (along[1] - along[0]) / (many + 1) * (hue as Sub + 1),
            };
            let shape = match is_first {
                true => RaisedShape::Whisker(along, at, [index == members[0], many > 1]),
                false => RaisedShape::Shared,
            };
            let (x0, x1) = marks[index].extent(&self.sizes, self.ends);
            let (x0, x1) = (x0.min(along[0]), x1.max(along[1]));
            self.raised[index] =
                Raised { x0, x1, near, far, shape, uncertainty: marks[index].uncertainty };
        }
    }

    /// One bar for all `members`: a stripe for each colour, painted for the first that has it.
    fn raise_bar(&mut self, marks: &[UnplacedMark], members: &[usize], near: Sub, far: Sub) {
        let hues = distinct(members.iter().map(|&index| marks[index].hue));
        // A bar fills its cell; at the ends of the ruler cells have no separator.
        let inset = |x: Sub| if self.ends.contains(&x) { 0 } else { self.sizes.separator / 2 };
        let mut is_painted = vec![false; hues.len()];
        for &index in members {
            let hue = marks[index].hue;
            let stripe = hues.iter().position(|&known| known == hue).unwrap_or(0);
            let is_first = !std::mem::replace(&mut is_painted[stripe], true);
            let stripe = stripe as Sub;
            let many = hues.len() as Sub;
            let edge = |stripe: Sub| near + (far - near) * stripe / many;
            let [x0, x1] = marks[index].drawn(&self.sizes, self.ends);
            let ends = [x0 + inset(x0), x1 - inset(x1)];
            let shape = if is_first {
                RaisedShape::Stripe(ends, [edge(stripe), edge(stripe + 1)])
            } else {
                RaisedShape::Shared
            };
            let (x0, x1) = marks[index].extent(&self.sizes, self.ends);
            let (x0, x1) = (x0.min(ends[0]), x1.max(ends[1]));
            self.raised[index] =
                Raised { x0, x1, near, far, shape, uncertainty: marks[index].uncertainty };
        }
    }

    fn raise_dots(&mut self, marks: &[UnplacedMark]) {
        let mut dots: Vec<usize> =
            (0..marks.len()).filter(|&index| !marks[index].is_bar(&self.sizes)).collect();
        dots.sort_by_key(|&index| (marks[index].x, index));
        let close = |a: &usize, b: &usize| {
            marks[*b].x - marks[*a].x < marks[*a].radius.max(marks[*b].radius) * 2
        };
        let mut bars = BarHeights::of(&self.raised);
        for cluster in dots.chunk_by(close) {
            let levels = self.levels(marks, cluster);
            match levels.iter().max().is_none_or(|&level| level < LEVELS) {
                true => self.pile(marks, (cluster, &levels), &mut bars),
                false => self.raise_cluster(marks, cluster, &mut bars),
            }
        }
    }

    /// The level of each dot of a cluster in a pile: the lowest on which none is in its way, and from
    /// which a leader can pass those above.
    fn levels(&self, marks: &[UnplacedMark], cluster: &[usize]) -> Vec<usize> {
        // The last dot of each level.
        let mut tops: Vec<&UnplacedMark> = Vec::new();
        let level = |&index: &usize| {
            let mark = &marks[index];
            let clear = self.sizes.halo + self.sizes.leader / 2 + mark.radius / 4;
            let is_free = |level: &usize| {
                let is_passed = |above: &&UnplacedMark| above.x + clear <= mark.x;
                tops[*level].x + tops[*level].radius <= mark.x - mark.radius
                    && tops[level + 1..].iter().all(is_passed)
            };
            let level = (0..tops.len()).find(is_free).unwrap_or(tops.len());
            match tops.get_mut(level) {
                Some(top) => *top = mark,
                None => tops.push(mark),
            }
            level
        };
        cluster.iter().map(level).collect()
    }

    /// The dots of a cluster one on the other: on the ruler, or beyond the bars.
    fn pile(
        &mut self,
        marks: &[UnplacedMark],
        (cluster, levels): (&[usize], &[usize]),
        bars: &mut BarHeights,
    ) {
        let radius = cluster.iter().map(|&index| marks[index].radius).max().unwrap_or(0);
        let (first, last) = (cluster[0], cluster[cluster.len() - 1]);
        let (x0, x1) = (marks[first].x - radius, marks[last].x + radius);
        let base = bars.over(x0, x1).map_or(0, |far| far + self.sizes.halo + radius);
        for (&index, &level) in cluster.iter().zip(levels) {
            let UnplacedMark { x, radius: own, uncertainty, .. } = marks[index];
            let middle = base + level as Sub * (2 * radius + self.sizes.halo);
            let (x0, x1, near, far) = (x - own, x + own, middle - own, middle + own);
            self.raised[index] = Raised { x0, x1, near, far, shape: RaisedShape::Dot, uncertainty };
        }
    }

    /// One mark for all of `cluster`, which is not empty: on the ruler, or beyond the bars.
    fn raise_cluster(&mut self, marks: &[UnplacedMark], cluster: &[usize], bars: &mut BarHeights) {
        let radius = cluster.iter().map(|&index| marks[index].radius).max().unwrap_or(0);
        let (first, last) = (cluster[0], cluster[cluster.len() - 1]);
        let (x0, x1) = (marks[first].x - radius, marks[last].x + radius);
        let middle = bars.over(x0, x1).map_or(0, |far| far + self.sizes.halo + radius);
        let (near, far) = (middle - radius, middle + radius);
        let is_plain = distinct(cluster.iter().map(|&index| marks[index].hue)).len() == 1;
        let xs: Vec<Sub> = cluster.iter().map(|&index| marks[index].x).collect();
        let parts = parts(&xs, radius);
        let seam = self.sizes.separator / 2;
        let is_counted = parts.iter().all(|(from, to)| to - from > COUNTED * self.sizes.separator);
        for (place, &index) in cluster.iter().enumerate() {
            let (from, to) = parts[place];
            let shape = match (cluster.len(), is_plain && !is_counted, place) {
                (1, _, _) => RaisedShape::Dot,
                (_, true, 0) => RaisedShape::Slice(x0, x1),
                (_, true, _) => RaisedShape::Shared,
                // Outlines part those with signs.
                _ if !is_counted || marks[index].hue != marks[index].hue.plain() => {
                    RaisedShape::Slice(from, to)
                }
                _ => {
                    let inner = |x: Sub, end: Sub| if x == end { 0 } else { seam / 2 };
                    RaisedShape::Slice(from + inner(from, x0), to - inner(to, x1))
                }
            };
            let uncertainty = marks[index].uncertainty;
            self.raised[index] = Raised { x0, x1, near, far, shape, uncertainty };
        }
    }
}

/// The track of each bar, the longest of which come first: the first track that is free along it.
fn nested(extents: &[[Sub; 2]]) -> Vec<usize> {
    let mut tracks: Vec<Vec<[Sub; 2]>> = Vec::new();
    let place = |&[x0, x1]: &[Sub; 2]| {
        let is_free = |track: &Vec<[Sub; 2]>| track.iter().all(|&[a, b]| x1 <= a || b <= x0);
        let track = tracks.iter().position(is_free).unwrap_or(tracks.len());
        tracks.resize_with(tracks.len().max(track + 1), Vec::new);
        tracks[track].push([x0, x1]);
        track
    };
    extents.iter().map(place).collect()
}

/// From where to where each dot of a cluster has its share of it: half way to the dates on either
/// side; those of one date share evenly.
fn parts(xs: &[Sub], radius: Sub) -> Vec<(Sub, Sub)> {
    let dates: Vec<&[Sub]> = xs.chunk_by(|a, b| a == b).collect();
    let date = |index: usize| dates.get(index).map(|date| date[0]);
    let mut parts = Vec::with_capacity(xs.len());
    for (index, same) in dates.iter().enumerate() {
        let x = same[0];
        let before = index.checked_sub(1).and_then(date);
        let from = before.map_or(x - radius, |other| (other + x) / 2);
        let to = date(index + 1).map_or(x + radius, |other| (other + x) / 2);
        let edge =
            |rank: usize| from + (i64::from(to - from) * rank as i64 / same.len() as i64) as Sub;
        parts.extend((0..same.len()).map(|rank| (edge(rank), edge(rank + 1))));
    }
    parts
}

/// The different looks in order of first use.
fn distinct(hues: impl Iterator<Item = Hue>) -> Vec<Hue> {
    let mut known: Vec<Hue> = Vec::new();
    for hue in hues {
        if !known.contains(&hue) {
            known.push(hue);
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::MarkShape;
    use crate::geometry::PX;
    use crate::theme::Theme;

    const RED: Hue = Theme::LIGHT.palette[3];
    const BLUE: Hue = Theme::LIGHT.palette[4];

    fn mark(x0: Sub, x1: Sub, hue: Hue) -> UnplacedMark {
        let uncertainty = Uncertainty::default();
        let radius = Sizes::scaled(1.0).dot;
        UnplacedMark {
            x0: x0 * PX,
            x1: x1 * PX,
            x: (x0 + x1) * PX / 2,
            hue,
            uncertainty,
            radius,
            is_span: true,
        }
    }

    fn placed(marks: &[UnplacedMark]) -> Vec<Mark> {
        Marks::of(marks, [0, 600 * PX], &Sizes::scaled(1.0)).placed(0, Axis::Horizontal, -1)
    }

    #[test]
    fn a_wide_date_is_a_bar_and_a_narrow_one_a_dot() {
        let marks = placed(&[mark(0, 40, RED), mark(100, 101, RED)]);
        assert!(matches!(marks[0].shape, MarkShape::Bar(_)));
        assert_eq!(marks[0].rect.y1, 0, "the bar stands on the edge");
        assert_eq!(marks[1].shape, MarkShape::Dot);
        assert_eq!(marks[1].rect.y0, -marks[1].rect.y1, "the dot is centred on the edge");
    }

    #[test]
    fn equal_bars_are_one_in_stripes_and_nested_ones_take_tracks() {
        let marks =
            placed(&[mark(0, 40, RED), mark(0, 40, BLUE), mark(0, 40, RED), mark(10, 30, RED)]);
        let stripe = |mark: &Mark| match mark.shape {
            MarkShape::Bar(rect) => (rect.y0, rect.y1),
            _ => panic!("no bar: {mark:?}"),
        };
        assert_eq!(stripe(&marks[0]).0, stripe(&marks[1]).1);
        assert_eq!(marks[2].shape, MarkShape::Shared);
        assert!(marks[3].rect.y1 < marks[0].rect.y0, "the shorter stands farther out");
    }

    #[test]
    fn close_dots_are_piled_up_and_many_share_a_mark_split_by_colour() {
        let marks = placed(&[mark(50, 50, RED), mark(53, 53, BLUE), mark(100, 100, RED)]);
        assert_eq!([0, 1, 2].map(|place: usize| &marks[place].shape), [&MarkShape::Dot; 3]);
        assert!(marks[1].rect.y1 < marks[0].rect.y0, "one on the other: {marks:?}");
        assert_eq!(marks[2].rect.y0, marks[0].rect.y0);
        let many: Vec<UnplacedMark> =
            (0..8).map(|n| mark(50 + n / 4, 50 + n / 4, if n < 4 { RED } else { BLUE })).collect();
        let marks = placed(&many);
        assert_eq!(marks[0].rect, marks[7].rect);
        let (MarkShape::Slice(a), MarkShape::Slice(b)) = (&marks[3].shape, &marks[4].shape) else {
            panic!("no slices")
        };
        let (right, left) = (a.iter().map(|p| p.x).max(), b.iter().map(|p| p.x).min());
        assert_eq!(right, left, "the slices meet half way");
    }

    #[test]
    fn a_point_within_a_time_is_a_whisker_and_equal_ones_share_it() {
        let point = |hue: Hue| UnplacedMark { is_span: false, ..mark(0, 40, hue) };
        let marks = placed(&[point(RED), point(BLUE), point(RED), mark(0, 40, RED)]);
        let whisker = |mark: &Mark| match mark.shape {
            MarkShape::Whisker(whisker) => whisker,
            _ => panic!("no whisker: {mark:?}"),
        };
        let (first, second) = (whisker(&marks[0]), whisker(&marks[1]));
        assert_eq!((first.has_line, second.has_line, first.is_shared), (true, false, true));
        assert!(first.rect == second.rect && first.dot.0.x < second.dot.0.x);
        assert_eq!(marks[2].shape, MarkShape::Shared);
        assert!(matches!(marks[3].shape, MarkShape::Bar(_)), "a span of that time is a bar");
        assert!(!marks[3].rect.overlaps(&first.rect));
    }

    #[test]
    fn a_dot_stands_beyond_the_bar_that_it_would_cover() {
        let marks = placed(&[mark(0, 40, RED), mark(20, 20, BLUE)]);
        assert!(marks[1].rect.y1 < marks[0].rect.y0);
    }
}
