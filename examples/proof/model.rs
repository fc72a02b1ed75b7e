//! What events may be set as, and what a finished placement costs, as `benches/optimum/blocks.py` has
//! it. Lengths are in sub-pixels, and so are costs.

use serde_json::Value;
use std::ops::Range;

const COLUMNS: usize = 4;
const LEVELS: usize = 4;

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
    const BALANCE: i64 = 1;
    const WRAPPED: i64 = 24;
    const HANG_LEFT: i64 = 8;
    const SPREAD: i64 = 4;
    const LEVEL: i64 = 6;

    /// Eighths that a pixel away costs a block of so many rows.
    pub(crate) fn slope(rows: usize) -> i64 {
        4 * (1 + rows.div_ceil(6) as i64)
    }

    fn distance(&self, away: i64, rows: usize) -> i64 {
        if away > 0 { self.bend * self.px + away * Self::slope(rows) / 8 } else { 0 }
    }

    pub(crate) fn heights(&self, sides: [i64; 2], count: usize) -> i64 {
        let [one, other] = sides;
        let both = self.height * (one + other) + Self::BALANCE * (one - other).abs();
        both * self.share(count) / self.many
    }

    /// How many events height counts for; of `many` it counts once.
    pub(crate) fn share(&self, count: usize) -> i64 {
        (count as i64).max(self.many)
    }

    /// What a pixel of height costs at most, before the share.
    pub(crate) fn steepest(&self) -> i64 {
        self.height + Self::BALANCE
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
    fn is_beaten_by(&self, other: &Self) -> bool {
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
    pub(crate) fn read(value: &Value) -> Self {
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
            weights: Weights::ENGINE,
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.labels.len()
    }

    fn flags(&self, index: usize) -> Vec<Block> {
        let label = &self.labels[index];
        let (x, widest) = (label.x, label.variants.iter().map(|one| one.0[0]).max());
        let is_near_end = x + widest.unwrap_or(0) > self.right;
        let flag = |variant: usize, hangs_left: bool| {
            let ([width, height], cost) = label.variants[variant];
            let (pole, hang) =
                if hangs_left { (width, Weights::HANG_LEFT * self.weights.px) } else { (0, 0) };
            Block {
                run: index..index + 1,
                form: Form::Flag(variant, hangs_left),
                width,
                height,
                cost: cost + hang,
                near: [x - pole; 2],
                straight: [x - pole; 2],
                leaders: vec![pole],
                dates: vec![[x; 2]],
                // The pole of what follows must not touch one at the right edge.
                after: if hangs_left { self.pole_step } else { 0 },
            }
        };
        let hangs = [Some(false), is_near_end.then_some(true)].into_iter().flatten();
        hangs
            .flat_map(|hang| (0..label.variants.len()).map(move |variant| (variant, hang)))
            .map(|(variant, hang)| flag(variant, hang))
            .collect()
    }

    fn stacks(&self, run: Range<usize>) -> Vec<Block> {
        let labels = &self.labels[run.clone()];
        let first = labels[0].x;
        let is_close = labels.windows(2).any(|pair| pair[1].x - pair[0].x < self.pole_step);
        if is_close || !(2..=LEVELS).contains(&labels.len()) {
            return Vec::new();
        }
        let most = labels.iter().map(|label| label.variants.len()).max().unwrap_or(0);
        let stack = |variant: usize| {
            let (mut width, mut height, mut level, mut cost) = (0, 0, 0, 0);
            for label in labels.iter().rev() {
                let ([w, h], own) = label.variants[variant.min(label.variants.len() - 1)];
                width = width.max(label.x - first + w);
                height = level + h;
                cost += own + level / Weights::LEVEL;
                level = height + self.gap;
            }
            Block {
                run: run.clone(),
                form: Form::Stack(variant),
                width,
                height,
                cost,
                near: [first; 2],
                straight: [first; 2],
                leaders: labels.iter().map(|label| label.x - first).collect(),
                dates: labels.iter().map(|label| [label.x; 2]).collect(),
                after: 0,
            }
        };
        (0..most).map(stack).collect()
    }

    fn lists(&self, run: Range<usize>) -> Vec<Block> {
        let labels = &self.labels[run.clone()];
        let (first, last) = (labels[0].x, labels[labels.len() - 1].x);
        let is_headed = labels.len() > 1 && first == last;
        let most = if is_headed { COLUMNS.min(labels.len()) } else { 1 };
        let list = |measure: usize, columns: usize| {
            let head = if is_headed { labels[0].head } else { [0, 0] };
            // Each column has the room of the head, which stands over the first of them.
            let size = |label: &Label| {
                let [w, h] = if is_headed { label.bare[measure] } else { label.rows[measure] };
                [w.max(head[0]), h]
            };
            let sizes: Vec<Size> = labels.iter().map(size).collect();
            let column = |rows: &[Size]| rows.iter().map(|row| row[1]).sum::<i64>();
            let many = sizes.len().div_ceil(columns);
            let height = sizes.chunks(many).map(column).max().unwrap_or(0);
            let widest = sizes.iter().map(|row| row[0]).max().unwrap_or(0);
            let columns_of = columns as i64;
            Block {
                run: run.clone(),
                form: Form::List(measure, columns, is_headed),
                width: columns_of * widest + (columns_of - 1) * self.column_gap + self.edge,
                height: height + head[1],
                cost: self.list_cost(labels, measure),
                near: [first, last],
                straight: [first - self.slack, last + self.slack],
                leaders: vec![0],
                dates: vec![[first, last]],
                after: 0,
            }
        };
        (0..labels[0].rows.len())
            .flat_map(|measure| (1..=most).map(move |columns| (measure, columns)))
            .map(|(measure, columns)| list(measure, columns))
            .collect()
    }

    fn list_cost(&self, labels: &[Label], measure: usize) -> i64 {
        let weights = &self.weights;
        let row = |label: &Label| {
            let detail = if label.has_detail { weights.detail } else { 0 };
            let wraps = label.rows[measure][1] > label.rows[0][1];
            weights.row + detail + if wraps { Weights::WRAPPED } else { 0 }
        };
        let rows: i64 = labels.iter().map(row).sum();
        let lone = if labels.len() == 1 { weights.lone } else { 0 };
        let spread = (labels[labels.len() - 1].x - labels[0].x) / Weights::SPREAD;
        (rows + lone) * weights.px + spread
    }

    /// All blocks that events may be set as, without those that another beats: runs are cut only
    /// between dates that differ.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let count = self.count();
        let is_cut = |at: usize| {
            at == 0 || at == count || self.labels[at - 1].x < self.labels[at].x
        };
        let cuts: Vec<usize> = (0..=count).filter(|&at| is_cut(at)).collect();
        let mut found = Vec::new();
        for (place, &start) in cuts.iter().enumerate() {
            for &end in &cuts[place + 1..] {
                if end - start == 1 {
                    let (left, right): (Vec<Block>, Vec<Block>) = self
                        .flags(start)
                        .into_iter()
                        .partition(|flag| matches!(flag.form, Form::Flag(_, true)));
                    found.extend(useful(right).into_iter().chain(useful(left)));
                }
                found.extend(useful(self.stacks(start..end)));
                found.extend(useful(self.lists(start..end)));
            }
        }
        found.retain(|block| block.width <= self.right - self.left);
        found
    }

    /// What blocks cost in their places, in order of time; none where they do not fit.
    pub(crate) fn price(&self, placed: &[Placed]) -> Option<i64> {
        let weights = &self.weights;
        let mut cost: i64 = placed.iter().map(|(block, ..)| block.cost).sum();
        for pair in placed.windows(2) {
            let is_list = pair[0].0.is_list() || pair[1].0.is_list();
            if pair[0].1 == pair[1].1 && is_list {
                cost += weights.same_side * weights.px;
            }
        }
        let mut heights = [0; 2];
        for (side, height) in heights.iter_mut().enumerate() {
            let own: Vec<&Placed> = placed.iter().filter(|one| one.1 == side).collect();
            let (away, leaders) = self.price_side(&own)?;
            cost += away;
            let has_list = own.iter().any(|(block, ..)| block.is_list());
            *height = own.iter().map(|(block, ..)| block.height).max().unwrap_or(0)
                + if has_list { self.bracket } else { 0 }
                + self.track * tracks(&leaders, self.pole_step);
        }
        Some(cost + weights.heights(heights, self.count()))
    }

    /// What the distances of a side cost, and its leaders as pairs of date and pole.
    fn price_side(&self, own: &[&Placed]) -> Option<(i64, Vec<[i64; 2]>)> {
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
            let away = if is_straight { 0 } else { (block.near[0] - left).max(left - block.near[1]) };
            cost += self.weights.distance(away, block.rows()) * block.leaders.len() as i64;
            for (offset, dates) in block.leaders.iter().zip(&block.dates) {
                let pole = left + offset;
                let bent = if *left > block.near[1] { dates[1] } else { dates[0] };
                leaders.push([if is_straight { pole } else { bent }, pole]);
            }
        }
        Some((cost, leaders))
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
                let [measure, columns] = ["measure", "columns"].map(|key| number(list, key) as usize);
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

/// Of blocks of one kind and run those that no other beats.
fn useful(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by_key(|block| (block.width, block.height, block.cost));
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks {
        if !kept.iter().any(|known| block.is_beaten_by(known)) {
            kept.push(block);
        }
    }
    kept
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
