//! Seeded instances of placement with what the blocks of the engine made of them, a line of JSON each,
//! for a model outside to hold against: `cargo run --release --example instances`, or with the kinds
//! and the counts wanted after `--`, and the first of ten seeds after `--first`.
//!
//! Lengths are in sub-pixels, 1/64 px; times in milliseconds on the processor.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod seeded;

use annals::geometry::Size;
use annals::layout::{Hang, Label, LabelPlace, List, Placement, Problem, Side, cost, place};
use annals::options::LabelStyle;
use seeded::{KINDS, chosen, problem, spent};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

const COUNTS: [usize; 5] = [4, 6, 8, 10, 12];
const SEEDS: u64 = 10;
/// So often is each placed to measure the time.
const TIMES: u32 = 20;

fn size(size: &Size) -> Value {
    json!([size.w, size.h])
}

fn sizes(sizes: &[Size]) -> Vec<Value> {
    sizes.iter().map(size).collect()
}

fn told_label(label: &Label) -> Value {
    let variants = label.variants.iter();
    let variants: Vec<Value> =
        variants.map(|one| json!({ "size": size(&one.size), "cost": one.cost })).collect();
    json!({
        "x": label.x,
        "variants": variants,
        "rows": sizes(&label.rows),
        "bare": sizes(&label.bare),
        "head": size(&label.head),
        "is_same": label.is_same,
        "has_detail": label.has_detail,
    })
}

fn told_problem(problem: &Problem) -> Value {
    json!({
        "left": problem.left,
        "right": problem.right,
        "labels": problem.labels.iter().map(told_label).collect::<Vec<_>>(),
        "pole_step": problem.pole_step,
        "track": problem.track,
        "gap": problem.gap,
        "bracket": problem.bracket,
        "slack": problem.slack,
        "edge": problem.edge,
        "column_gap": problem.column_gap,
    })
}

fn side(side: Side) -> usize {
    usize::from(side == Side::Below)
}

fn told_place(place: &LabelPlace) -> Value {
    json!({
        "side": side(place.side),
        "variant": place.variant,
        "pole": place.pole,
        "hangs_left": place.hang == Hang::Left,
        "level": place.level,
        "list": place.list,
    })
}

fn told_list(list: &List) -> Value {
    json!({
        "side": side(list.side),
        "members": [list.members.start, list.members.end],
        "measure": list.measure,
        "columns": list.columns,
        "is_headed": list.is_headed,
        "attach": list.attach,
        "pole": list.pole,
        "size": size(&list.size),
    })
}

fn told_placement(placement: &Placement) -> Value {
    json!({
        "places": placement.places.iter().map(told_place).collect::<Vec<_>>(),
        "lists": placement.lists.iter().map(told_list).collect::<Vec<_>>(),
        "channels": placement.channels,
        "heights": placement.heights,
    })
}

/// An instance with its placement; none if nothing fits.
fn told(kind: &str, count: usize, seed: u64) -> Option<Value> {
    let problem = Problem { style: LabelStyle::Lists, ..problem(kind, count, seed) };
    let placement = place(&problem).ok()?;
    let start = Instant::now();
    let before = spent(start);
    (0..TIMES).for_each(|_| drop(black_box(place(&problem))));
    let time = (spent(start) - before) / TIMES;
    Some(json!({
        "kind": kind,
        "count": count,
        "seed": seed,
        "problem": told_problem(&problem),
        "placement": told_placement(&placement),
        "cost": cost(&problem, &placement),
        "time": time.as_secs_f64() * 1e3,
    }))
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let first = wanted.iter().skip_while(|word| *word != "--first").nth(1);
    let first: u64 = first.and_then(|first| first.parse().ok()).unwrap_or(1);
    let wanted: Vec<String> =
        wanted.iter().take_while(|word| *word != "--first").cloned().collect();
    for kind in chosen(&KINDS, &wanted) {
        for count in chosen(&COUNTS, &wanted) {
            let seeds = first..first + SEEDS;
            seeds.filter_map(|seed| told(kind, count, seed)).for_each(|line| println!("{line}"));
        }
    }
}
