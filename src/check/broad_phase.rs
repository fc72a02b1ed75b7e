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
}

/// Pairs of which parts touch that might not, each once and in order: events by their place in the
/// scene, obstacles by theirs after all events.
pub(super) fn pairs(scene: &Scene) -> Vec<(usize, usize)> {
    let events = scene.events.iter().enumerate().flat_map(|(owner, event)| parts(owner, event));
    let obstacles = (scene.events.len()..).zip(&scene.obstacles);
    let obstacles = obstacles.map(|(owner, &rect)| SceneBox::new(owner, rect, true));
    let parts: Vec<SceneBox> = events.chain(obstacles).collect();
    let side = side(&parts);
    let mut cells: Vec<(usize, usize)> = Vec::new();
    for (index, SceneBox { rect, .. }) in parts.iter().enumerate() {
        let along =
            |from: i32, to: i32| i64::from(from).div_euclid(side)..=i64::from(to).div_euclid(side);
        let rows = along(rect.y0, rect.y1);
        cells.extend(
            along(rect.x0, rect.x1).flat_map(|x| rows.clone().map(move |y| (number(x, y), index))),
        );
    }
    cells.sort_unstable();
    let mut found = Vec::new();
    for cell in cells.chunk_by(|a, b| a.0 == b.0) {
        let parts = || cell.iter().map(|&(_, index)| &parts[index]);
        for one in parts().filter(|part| part.is_touchy) {
            let others = parts().filter(|other| other.owner != one.owner && touch(one, other));
            // Obstacles may touch each other.
            let others = others.filter(|other| one.owner.min(other.owner) < scene.events.len());
            found.extend(
                others.map(|other| (one.owner.min(other.owner), one.owner.max(other.owner))),
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn parts(owner: usize, event: &Drawn) -> impl Iterator<Item = SceneBox> {
    let part = move |rect, is_touchy| SceneBox::new(owner, rect, is_touchy);
    let run = move |(number, pair): (usize, &[Point])| {
        let is_stem = number == 0 && pair[0].x == pair[1].x;
        part(Rect::from_points(pair[0], pair[1]), !is_stem)
    };
    let runs = event.leader.windows(2).enumerate().map(run);
    let has_touchy_mark = matches!(event.kind, DrawnKind::List | DrawnKind::Lane(_));
    let is_drawn = event.label.width() != 0 || event.label.height() != 0;
    [part(event.label, is_drawn), part(event.mark, has_touchy_mark)].into_iter().chain(runs)
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

/// A number for a cell; two that share one are looked at together, which does no harm.
fn number(x: i64, y: i64) -> usize {
    (x * 1_000_003 + y) as usize
}

/// Whether two boxes have a point in common; their edges belong to them.
fn touch(one: &SceneBox, other: &SceneBox) -> bool {
    let (a, b) = (&one.rect, &other.rect);
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}
