//! The checker: proves of a finished figure that nothing collides.
//!
//! It sees only what is drawn (boxes, leaders, marks, obstacles, the canvas) and shares no code
//! with the engine that placed them. A figure is not written before it has passed.

mod broad_phase;
mod chronicle;
mod lanes;
mod pages;
mod plots;
#[cfg(test)]
mod tests;

pub use pages::{DrawnPage, PageFault, page_faults};

use crate::geometry::{Point, Rect, Sub};
use std::fmt;

/// A label as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The box of its text.
    pub label: Rect,
    /// The corners of its leader, from the mark outwards.
    pub leader: Vec<Point>,
    /// The box of its mark; of a list the bracket over its dates, which has no height.
    pub mark: Rect,
    /// Whether it stands alone.
    pub kind: DrawnKind,
}

impl Drawn {
    /// Whether its label is drawn, and not a mere point.
    fn has_label(&self) -> bool {
        self.label.width() != 0 || self.label.height() != 0
    }
}

/// What is drawn: an event alone, as a row of a list, or the list as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DrawnKind {
    /// An event with a leader of its own.
    #[default]
    Flag,
    /// An event whose leader ends at the bracket of the list at this place in the scene.
    Row(usize),
    /// A list: its box, its pole from the bracket outwards.
    List,
    /// An event with a row of its own in this column of a chronicle.
    Line(usize),
    /// An event in the lane at this place in the scene: its name in its mark, beside it, or on a
    /// pole.
    Lane(usize),
    /// A point on the bar of another event, in the lane at this place in the scene.
    Milestone(usize),
}

/// A plot with the columns in it, which stand on its far side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnPlot {
    /// Where columns may be.
    pub rect: Rect,
    /// The columns from left to right, in two layers over each other.
    pub layers: [Vec<Rect>; 2],
}

/// Everything that a collision can happen between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// The canvas.
    pub canvas: Rect,
    /// The events and the lists, in any order.
    pub events: Vec<Drawn>,
    /// What no label and no leader may touch: heading, legend, ruler, source.
    pub obstacles: Vec<Rect>,
    /// The lanes.
    pub lanes: Vec<Rect>,
    /// The plots of counts.
    pub plots: Vec<DrawnPlot>,
    /// Lines of the grid and of markers, upright: none may run through a text.
    pub lines: Vec<[Point; 2]>,
    /// How many events there should be.
    pub expected: usize,
}

/// A collision, with the events it concerns by place in the scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// Events are missing or too many.
    Count,
    /// A label, leader or mark is not wholly on the canvas.
    Outside(usize),
    /// A label or leader touches an obstacle.
    Obstacle(usize, usize),
    /// Two labels overlap.
    Labels(usize, usize),
    /// The leader of the first runs through the label of the second.
    LeaderLabel(usize, usize),
    /// Two leaders cross or run along each other.
    Leaders(usize, usize),
    /// The leader of the first, past its stem, runs through the mark of the second.
    LeaderMark(usize, usize),
    /// A label overlaps a mark.
    LabelMark(usize, usize),
    /// A leader does not begin at its mark or does not end at its label or bracket.
    Loose(usize),
    /// A row stands outside its list, an event outside its lane.
    Astray(usize),
    /// Two marks of a lane overlap.
    Marks(usize, usize),
    /// The label of the first, beside its mark, is not much nearer to that than to the second.
    Ambiguous(usize, usize),
    /// A line of the grid, or a marker, runs through the label of the event.
    Line(usize),
    /// A line of the grid, or a marker, runs through an obstacle.
    LineObstacle(usize),
    /// Two lanes overlap.
    Lanes(usize, usize),
    /// A column is not in the plot, or over another.
    Columns(usize),
    /// Two plots overlap.
    Plots(usize, usize),
    /// Something else reaches into the plot.
    InPlot(usize),
    /// The row of the second, which is later, does not come after that of the first.
    Order(usize, usize),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Violation::Count => f.write_str("events are missing from the figure"),
            Violation::Outside(a) => write!(f, "event {a} is not wholly on the canvas"),
            Violation::Obstacle(a, b) => write!(f, "event {a} touches obstacle {b}"),
            Violation::Labels(a, b) => write!(f, "the labels of events {a} and {b} overlap"),
            Violation::LeaderLabel(a, b) => {
                write!(f, "the leader of event {a} runs through the label of event {b}")
            }
            Violation::Leaders(a, b) => write!(f, "the leaders of events {a} and {b} meet"),
            Violation::LeaderMark(a, b) => {
                write!(f, "the leader of event {a} runs through the mark of event {b}")
            }
            Violation::LabelMark(a, b) => {
                write!(f, "the label of event {a} covers the mark of event {b}")
            }
            Violation::Loose(a) => write!(f, "the leader of event {a} is loose"),
            Violation::Astray(a) => write!(f, "event {a} is outside its list or lane"),
            Violation::Marks(a, b) => write!(f, "the marks of events {a} and {b} overlap"),
            Violation::Ambiguous(a, b) => {
                write!(f, "the label of event {a} could be that of event {b}")
            }
            Violation::Line(a) => write!(f, "a line runs through the label of event {a}"),
            Violation::LineObstacle(a) => write!(f, "a line runs through obstacle {a}"),
            Violation::Lanes(a, b) => write!(f, "lanes {a} and {b} overlap"),
            Violation::Columns(a) => write!(f, "the columns of plot {a} are out of place"),
            Violation::Plots(a, b) => write!(f, "plots {a} and {b} overlap"),
            Violation::InPlot(a) => write!(f, "something reaches into plot {a}"),
            Violation::Order(a, b) => write!(f, "the row of event {b} is not after that of {a}"),
        }
    }
}

/// All collisions of a scene; none in a sound one.
pub fn violations(scene: &Scene) -> Vec<Violation> {
    let mut found = Vec::new();
    if scene.events.iter().filter(|event| event.kind != DrawnKind::List).count() != scene.expected {
        found.push(Violation::Count);
    }
    for (index, event) in scene.events.iter().enumerate() {
        alone(scene, index, event, &mut found);
    }
    lanes::check(scene, &mut found);
    chronicle::check(scene, &mut found);
    plots::check(scene, &mut found);
    for (first, second) in broad_phase::pairs(scene) {
        match second.checked_sub(scene.events.len()) {
            None => pair(scene, first, second, &mut found),
            Some(obstacle) => blocked(scene, first, obstacle, &mut found),
        }
    }
    found
}

/// The smallest box around all parts of an event.
fn extent(event: &Drawn) -> Rect {
    let join = |a: Rect, b: Rect| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    };
    let points = event.leader.iter().map(|&point| Rect::from_points(point, point));
    points.fold(join(event.label, event.mark), join)
}

/// What can be wrong with an event by itself.
fn alone(scene: &Scene, index: usize, event: &Drawn, found: &mut Vec<Violation>) {
    if !scene.canvas.contains(&extent(event)) {
        found.push(Violation::Outside(index));
    }
    let touches = |point: Option<&Point>, rect: &Rect| {
        point.is_some_and(|p| {
            (rect.x0..=rect.x1).contains(&p.x) && (rect.y0..=rect.y1).contains(&p.y)
        })
    };
    // The end of a leader is the pole, which stands beside the text, not in it.
    let reach = event.label.grown(REACH);
    let is_straight =
        event.leader.windows(2).all(|pair| pair[0].x == pair[1].x || pair[0].y == pair[1].y);
    let aim = match event.kind {
        DrawnKind::Row(list) => scene.events.get(list).map_or(reach, |list| list.mark),
        DrawnKind::Flag | DrawnKind::List | DrawnKind::Line(_) => reach,
        DrawnKind::Lane(_) | DrawnKind::Milestone(_) => return,
    };
    let is_tied = touches(event.leader.first(), &event.mark) && touches(event.leader.last(), &aim);
    if let DrawnKind::Row(list) = event.kind
        && !scene.events.get(list).is_some_and(|list| list.label.contains(&event.label))
    {
        found.push(Violation::Astray(index));
    }
    if !is_straight || !is_tied || runs_through(&event.leader, &event.label) {
        found.push(Violation::Loose(index));
    }
}

/// What can be wrong between an event and an obstacle.
fn blocked(scene: &Scene, index: usize, number: usize, found: &mut Vec<Violation>) {
    let obstacle = &scene.obstacles[number];
    let is_hit =
        |event: &Drawn| event.label.overlaps(obstacle) || runs_through(&event.leader, obstacle);
    if scene.events.get(index).is_some_and(is_hit) {
        found.push(Violation::Obstacle(index, number));
    }
}

/// How far from its text a pole may stand.
const REACH: Sub = 32 * crate::geometry::PX;

/// What can be wrong between two events.
fn pair(scene: &Scene, a: usize, b: usize, found: &mut Vec<Violation>) {
    let (first, second) = (&scene.events[a], &scene.events[b]);
    // What a row has to do with its own list is looked at alone.
    if first.kind == DrawnKind::Row(b) || second.kind == DrawnKind::Row(a) {
        return;
    }
    if first.label.overlaps(&second.label) {
        found.push(Violation::Labels(a, b));
    }
    for (one, other, i, j) in [(first, second, a, b), (second, first, b, a)] {
        if runs_through(&one.leader, &other.label) {
            found.push(Violation::LeaderLabel(i, j));
        }
        if one.has_label() && one.label.overlaps(&other.mark) {
            found.push(Violation::LabelMark(i, j));
        }
        // The stem may pass a mark: one that it meets covers its date.
        if runs_through(one.leader.get(1..).unwrap_or_default(), &other.mark) {
            found.push(Violation::LeaderMark(i, j));
        }
    }
    if lanes::are_apart(first, second) && first.mark.overlaps(&second.mark) {
        found.push(Violation::Marks(a, b));
    }
    if !chronicle::share_stem(first, second) && meet(first, second) {
        found.push(Violation::Leaders(a, b));
    }
}

/// Whether a leader has a point inside a box; its edges are outside.
fn runs_through(leader: &[Point], rect: &Rect) -> bool {
    leader.windows(2).any(|pair| {
        let run = Rect::from_points(pair[0], pair[1]);
        if run.x0 == run.x1 {
            rect.x0 < run.x0 && run.x0 < rect.x1 && run.y0 < rect.y1 && rect.y0 < run.y1
        } else {
            rect.y0 < run.y0 && run.y0 < rect.y1 && run.x0 < rect.x1 && rect.x0 < run.x1
        }
    })
}

/// Whether two leaders have a point in common, other than on the line of one shared date.
fn meet(one: &Drawn, other: &Drawn) -> bool {
    let date = |event: &Drawn| event.leader.first().map(|point| point.x);
    let shared = date(one).filter(|_| date(one) == date(other));
    lines(one).any(|a| {
        lines(other).any(|b| {
            let (left, right) = (a.x0.max(b.x0), a.x1.min(b.x1));
            let is_apart = left > right || a.y0.max(b.y0) > a.y1.min(b.y1);
            let is_on_date = left == right && shared == Some(left);
            !is_apart && !is_on_date
        })
    })
}

/// The parts of a leader, and the bracket of a list.
fn lines(event: &Drawn) -> impl Iterator<Item = Rect> {
    let parts = event.leader.windows(2).map(|pair| Rect::from_points(pair[0], pair[1]));
    parts.chain((event.kind == DrawnKind::List).then_some(event.mark))
}
