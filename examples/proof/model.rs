//! A problem, and what a finished placement costs, written from the rules of the costs, not from the
//! search. Lengths are in sub-pixels, costs in eighths of one. The engine rounds each distance down to a
//! sub-pixel, which is left out here: it is worth less than one for each leader.

use serde_json::Value;
use std::ops::Range;

/// Costs for a sub-pixel.
pub(crate) const EIGHTHS: i64 = 8;

/// The weights of the costs; those that are lengths are multiples of a pixel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    pub(crate) px: i64,
    pub(crate) height: i64,
    pub(crate) many: i64,
    pub(crate) bend: i64,
    pub(crate) row: i64,
    pub(crate) detail: i64,
    pub(crate) lone: i64,
    pub(crate) same_side: i64,
}

impl Weights {
    pub(crate) const ENGINE: Self = Self {
        px: 64,
        height: 4,
        many: 8,
        bend: 10,
        row: 10,
        detail: 100,
        lone: 30,
        same_side: 40,
    };
    const AWAY: i64 = 4;
    const LIST_AWAY: i64 = 10;
    const BALANCE: i64 = 1;
    pub(super) const WRAPPED: i64 = 24;
    pub(super) const HANG_LEFT: i64 = 8;
    pub(super) const SPREAD: i64 = 4;
    pub(super) const LEVEL: i64 = 6;

    /// What a sub-pixel away costs each leader of a block.
    pub(crate) fn slope(block: &Block) -> i64 {
        let away = if block.rows() > 1 { Self::LIST_AWAY } else { Self::AWAY };
        away * (1 + block.rows().div_ceil(6) as i64)
    }

    /// What the first sub-pixel away costs besides.
    pub(crate) fn bent(&self) -> i64 {
        EIGHTHS * self.bend * self.px
    }

    /// What it costs that two follow each other on a side of which one is a list.
    pub(crate) fn beside(&self) -> i64 {
        EIGHTHS * self.same_side * self.px
    }

    pub(crate) fn heights(&self, sides: [i64; 2], count: usize) -> i64 {
        let [one, other] = sides;
        let both = self.height * (one + other) + Self::BALANCE * (one - other).abs();
        both * self.share(count)
    }

    /// What so much more height of a side costs at most.
    pub(crate) fn dearer(&self, higher: i64, count: usize) -> i64 {
        (self.height + Self::BALANCE) * higher * self.share(count)
    }

    /// What a sub-pixel of height counts for: in full for `many` events, and more for more.
    fn share(&self, count: usize) -> i64 {
        (count as i64).max(self.many) * EIGHTHS / self.many
    }
}

/// Width and height.
pub(crate) type Size = [i64; 2];

#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) x: i64,
    /// Sizes of a flag with what they cost.
    pub(crate) variants: Vec<(Size, i64)>,
    pub(crate) rows: Vec<Size>,
    pub(crate) bare: Vec<Size>,
    pub(crate) head: Size,
    pub(crate) has_detail: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) left: i64,
    pub(crate) right: i64,
    pub(crate) labels: Vec<Label>,
    pub(crate) pole_step: i64,
    pub(crate) track: i64,
    pub(crate) gap: i64,
    pub(crate) bracket: i64,
    pub(crate) slack: i64,
    pub(crate) edge: i64,
    pub(crate) column_gap: i64,
    /// Lists of several dates in several columns too, which the engine does not try.
    pub(crate) has_every_column: bool,
    pub(crate) weights: Weights,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A size; whether it hangs left of its pole.
    Flag(usize, bool),
    Stack(usize),
    /// A measure, columns, whether it has a head.
    List(usize, usize, bool),
}

/// A run of events as a box. Its left edge is at its dates between `near`, its leaders are straight
/// between `straight`; `leaders` are the offsets of its poles from the left edge, `dates` where a
/// leader that runs left and one that runs right leaves the ruler. What follows on its side stands
/// `after` beyond its right edge.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) run: Range<usize>,
    pub(crate) form: Form,
    pub(crate) width: i64,
    pub(crate) height: i64,
    pub(crate) cost: i64,
    pub(crate) near: [i64; 2],
    pub(crate) straight: [i64; 2],
    pub(crate) leaders: Vec<i64>,
    pub(crate) dates: Vec<[i64; 2]>,
    pub(crate) after: i64,
}

impl Block {
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.form, Form::List(..))
    }

    pub(crate) fn rows(&self) -> usize {
        if self.is_list() { self.run.len() } else { 1 }
    }

    /// Whether another of its kind and run is no worse in everything: it may stand at the same poles.
    pub(super) fn is_beaten_by(&self, other: &Self) -> bool {
        other.width <= self.width && other.height <= self.height && other.cost <= self.cost
    }
}

/// A block, its side and its left edge.
pub(crate) type Placed = (Block, usize, i64);

fn number(value: &Value, key: &str) -> i64 {
    value[key].as_i64().unwrap_or_default()
}

fn each<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn size(value: &Value) -> Size {
    [0, 1].map(|at| value[at].as_i64().unwrap_or_default())
}

impl Problem {
    /// The problem of a line of `examples/instances.rs`.
    pub(crate) fn read(value: &Value, has_every_column: bool) -> Self {
        let label = |label: &Value| Label {
            x: number(label, "x"),
            variants: each(label, "variants")
                .map(|one| (size(&one["size"]), number(one, "cost")))
                .collect(),
            rows: each(label, "rows").map(size).collect(),
            bare: each(label, "bare").map(size).collect(),
            head: size(&label["head"]),
            has_detail: label["has_detail"] == true,
        };
        Self {
            left: number(value, "left"),
            right: number(value, "right"),
            labels: each(value, "labels").map(label).collect(),
            pole_step: number(value, "pole_step"),
            track: number(value, "track"),
            gap: number(value, "gap"),
            bracket: number(value, "bracket"),
            slack: number(value, "slack"),
            edge: number(value, "edge"),
            column_gap: number(value, "column_gap"),
            has_every_column,
            weights: Weights::ENGINE,
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.labels.len()
    }

    /// What blocks cost in their places, in order of time; none where they do not fit. With costs of
    /// distance and of height as they are, or as the engine has them, rounded down.
    pub(crate) fn price(&self, placed: &[Placed], is_rounded: bool) -> Option<i64> {
        let weights = &self.weights;
        let mut cost: i64 = placed.iter().map(|(block, ..)| block.cost).sum();
        for pair in placed.windows(2) {
            let is_list = pair[0].0.is_list() || pair[1].0.is_list();
            if pair[0].1 == pair[1].1 && is_list {
                cost += weights.beside();
            }
        }
        let mut heights = [0; 2];
        for (side, height) in heights.iter_mut().enumerate() {
            let own: Vec<&Placed> = placed.iter().filter(|one| one.1 == side).collect();
            let (away, leaders) = self.price_side(&own, is_rounded)?;
            cost += away;
            let has_list = own.iter().any(|(block, ..)| block.is_list());
            *height = own.iter().map(|(block, ..)| block.height).max().unwrap_or(0)
                + if has_list { self.bracket } else { 0 }
                + self.track * tracks(&leaders, self.pole_step);
        }
        let heights = weights.heights(heights, self.count());
        Some(cost + if is_rounded { heights / EIGHTHS * EIGHTHS } else { heights })
    }

    /// What the distances of a side cost, and its leaders as pairs of date and pole.
    fn price_side(&self, own: &[&Placed], is_rounded: bool) -> Option<(i64, Vec<[i64; 2]>)> {
        let (mut cost, mut end, mut leaders) = (0, self.left, Vec::new());
        let mut before = None;
        for (block, _, left) in own {
            let is_close = before.is_some_and(|before: i64| {
                self.labels[block.run.start].x - before < self.pole_step
            });
            if *left < end || left + block.width > self.right || is_close {
                return None;
            }
            end = left + block.width + block.after;
            before = Some(self.labels[block.run.end - 1].x);
            let is_straight = block.straight[0] <= *left && *left <= block.straight[1];
            let away =
                if is_straight { 0 } else { (block.near[0] - left).max(left - block.near[1]) };
            if away > 0 {
                let way = away * Weights::slope(block);
                let way = if is_rounded { way / EIGHTHS * EIGHTHS } else { way };
                cost += (self.weights.bent() + way) * block.leaders.len() as i64;
            }
            for (offset, dates) in block.leaders.iter().zip(&block.dates) {
                let pole = left + offset;
                let bent = if *left > block.near[1] { dates[1] } else { dates[0] };
                leaders.push([if is_straight { pole } else { bent }, pole]);
            }
        }
        Some((cost, leaders))
    }

    /// How many tracks the leaders of a side need.
    #[cfg(test)]
    pub(crate) fn tracks(&self, placed: &[Placed], side: usize) -> i64 {
        let own: Vec<&Placed> = placed.iter().filter(|one| one.1 == side).collect();
        self.price_side(&own, false).map_or(0, |(_, leaders)| tracks(&leaders, self.pole_step))
    }

    /// The blocks of a placement of the engine, as `price` takes them.
    pub(crate) fn told(&self, placement: &Value) -> Option<Vec<Placed>> {
        let places: Vec<&Value> = each(placement, "places").collect();
        let (mut found, mut start) = (Vec::new(), 0);
        while start < places.len() {
            let place = places[start];
            let variant = number(place, "variant") as usize;
            let (form, all) = if let Some(list) = place["list"].as_u64() {
                let list = &placement["lists"][list as usize];
                let [measure, columns] =
                    ["measure", "columns"].map(|key| number(list, key) as usize);
                let end = list["members"][1].as_u64()? as usize;
                (Form::List(measure, columns, list["is_headed"] == true), self.lists(start..end))
            } else if number(place, "level") > 0 {
                // The last label of a stack stands at the base.
                let base = |at: &usize| number(places[*at], "level") == 0;
                let end = (start..places.len()).find(base)? + 1;
                let own = places[start..end].iter().map(|one| number(one, "variant") as usize);
                (Form::Stack(own.max()?), self.stacks(start..end))
            } else {
                (Form::Flag(variant, place["hangs_left"] == true), self.flags(start))
            };
            let block = all.into_iter().find(|block| block.form == form)?;
            let left = number(place, "pole") - block.leaders[0];
            start = block.run.end;
            found.push((block, number(place, "side") as usize, left));
        }
        Some(found)
    }
}

/// How many tracks the leaders of a side need, pairs of date and pole in order.
fn tracks(leaders: &[[i64; 2]], step: i64) -> i64 {
    let many = leaders.len();
    let mut depth = vec![0; many];
    for i in (0..many).rev() {
        let [x, pole] = leaders[i];
        if pole > x {
            let under = (i + 1..many)
                .filter(|&j| leaders[j][1] > leaders[j][0] && leaders[j][0] < pole + step);
            depth[i] = 1 + under.map(|j| depth[j]).max().unwrap_or(0);
        }
    }
    for i in 0..many {
        let [x, pole] = leaders[i];
        if pole < x {
            let under =
                (0..i).filter(|&j| leaders[j][1] < leaders[j][0] && leaders[j][0] > pole - step);
            depth[i] = 1 + under.map(|j| depth[j]).max().unwrap_or(0);
        }
    }
    depth.into_iter().max().unwrap_or(0)
}
