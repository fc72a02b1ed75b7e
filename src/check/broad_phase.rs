//! Which events and obstacles are worth a look together: their parts are laid into the cells of a
//! grid, so that not all pairs need to be tried. What a pair has wrong is not decided here.

use super::{Drawn, DrawnKind, Scene};
use crate::geometry::{Point, Rect};

/// A box of an event, its label, its mark or a run of its leader; or an obstacle.
struct SceneBox {
    rect: Rect,
    owner: usize,
    /// Whether it may be at fault with any other. Stems rise from their dates and have no point in
    /// common off one, marks on a ruler may cover each other, and labels that are not drawn are mere
    /// points, thousands of them at one place: these are not at fault with their like.
    is_touchy: bool,
}

impl SceneBox {
    /// A box that is inside out is looked at too.
    fn new(owner: usize, rect: Rect, is_touchy: bool) -> Self {
        let (from, to) = (Point::new(rect.x0, rect.y0), Point::new(rect.x1, rect.y1));
        Self { rect: Rect::from_points(from, to), owner, is_touchy }
    }

    fn key(&self) -> ([i32; 4], bool, usize) {
        let Rect { x0, y0, x1, y1 } = self.rect;
        ([x0, y0, x1, y1], self.is_touchy, self.owner)
    }

    /// Whether both are one box that thousands may have, as the mark of one date, and that is not at
    /// fault with its like.
    fn is_like(&self, other: &Self) -> bool {
        self.rect == other.rect && !self.is_touchy && !other.is_touchy
    }
}

/// Pairs of which parts touch that might not, each once and in order: events by their place in the
/// scene, obstacles by theirs after all events.
pub(super) fn pairs(scene: &Scene) -> Vec<(usize, usize)> {
    let events = scene.events.iter().enumerate().flat_map(|(owner, event)| parts(owner, event));
    let obstacles = (scene.events.len()..).zip(&scene.obstacles);
    let obstacles = obstacles.map(|(owner, &rect)| SceneBox::new(owner, rect, true));
    let mut parts: Vec<SceneBox> = events.chain(obstacles).collect();
    let side = side(&parts);
    parts.sort_unstable_by_key(SceneBox::key);
    let stacks: Vec<&[SceneBox]> = parts.chunk_by(SceneBox::is_like).collect();
    let mut cells: Vec<(usize, usize)> = Vec::new();
    for (index, stack) in stacks.iter().enumerate() {
        let Rect { x0, y0, x1, y1 } = stack[0].rect;
        for x in cell(x0, side)..=cell(x1, side) {
            cells.extend((cell(y0, side)..=cell(y1, side)).map(|y| (number(x, y), index)));
        }
    }
    cells.sort_unstable();
    let mut found = Vec::new();
    for cell in cells.chunk_by(|a, b| a.0 == b.0) {
        let stacks = || cell.iter().map(|&(_, index)| stacks[index]);
        for one in stacks().map(|stack| &stack[0]).filter(|one| one.is_touchy) {
            // Each pair is found where both begin.
            let others = stacks().filter(|other| {
                touch(one, &other[0]) && first_cell(one, &other[0], side) == cell[0].0
            });
            let owners = others.flatten().map(|other| other.owner);
            // Obstacles may touch each other.
            let owners = owners
                .filter(|&other| other != one.owner && one.owner.min(other) < scene.events.len());
            found.extend(owners.map(|other| (one.owner.min(other), one.owner.max(other))));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn parts(owner: usize, event: &Drawn) -> impl Iterator<Item = SceneBox> {
    let part = move |rect, is_touchy| SceneBox::new(owner, rect, is_touchy);
    let runs = event.leader.windows(2).enumerate().map(move |(number, pair)| {
        let is_stem = number == 0 && pair[0].x == pair[1].x;
        part(Rect::from_points(pair[0], pair[1]), !is_stem)
    });
    let has_touchy_mark =
        matches!(event.kind, DrawnKind::List | DrawnKind::Lane(_) | DrawnKind::Milestone(_));
    [part(event.label, event.has_label()), part(event.mark, has_touchy_mark)]
        .into_iter()
        .chain(runs)
}

/// The side of a cell, by which the whole has about as many cells as parts.
fn side(parts: &[SceneBox]) -> i64 {
    let extent = |low: fn(&Rect) -> i32, high: fn(&Rect) -> i32| {
        let least = parts.iter().map(|part| low(&part.rect)).min().unwrap_or(0);
        let most = parts.iter().map(|part| high(&part.rect)).max().unwrap_or(0);
        i64::from(most) - i64::from(least) + 1
    };
    let (wide, high) =
        (extent(|rect| rect.x0, |rect| rect.x1), extent(|rect| rect.y0, |rect| rect.y1));
    let many = (parts.len() as i64).max(1);
    // The longer side counts if the whole is a mere line.
    (wide.saturating_mul(high) / many).isqrt().max(wide.max(high) / many).max(1)
}

/// The number of a cell along one side of the grid.
fn cell(place: i32, side: i64) -> i64 {
    i64::from(place).div_euclid(side)
}

/// The number of the first cell that both of two boxes that touch are in.
fn first_cell(one: &SceneBox, other: &SceneBox, side: i64) -> usize {
    let (a, b) = (&one.rect, &other.rect);
    number(cell(a.x0.max(b.x0), side), cell(a.y0.max(b.y0), side))
}

/// A number for a cell; two that share one are looked at together, which does no harm.
fn number(x: i64, y: i64) -> usize {
    (x * 1_000_003 + y) as usize
}

/// Whether two boxes have a point in common; their edges belong to them.
fn touch(one: &SceneBox, other: &SceneBox) -> bool {
    let (a, b) = (&one.rect, &other.rect);
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}
