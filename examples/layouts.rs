//! Places seeded instances and prints what came of each, to tune the costs and to see what a change
//! does: `cargo run --release --example layouts`, or with the kinds and the counts wanted after `--`.
//!
//! Columns: kind of instance, events, seeds; then means over the seeds of the height of both sides,
//! the distance of a pole from its date, bends and lists, and the time of a placement on its
//! processor; and what blocks cost over the best known, that of a long search, to 190 events.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod seeded;

use annals::geometry::{Sub, to_px};
use annals::layout::{Placement, Problem, cost, place};
use annals::options::{Effort, LabelStyle};
use seeded::{KINDS, chosen, problem, spent};
use std::time::{Duration, Instant};

const COUNTS: [usize; 10] = [1, 5, 8, 12, 20, 52, 100, 190, 1000, 10_000];
const SEEDS: u64 = 8;
/// Beyond so many events nothing is held against a long search.
const MOST: usize = 190;

/// Height, distance of each pole from its dates, bends, lists.
fn measures(problem: &Problem, placement: &Placement) -> [f64; 4] {
    let alone = problem.labels.iter().zip(&placement.places).filter(|(_, at)| at.list.is_none());
    let flags = alone.map(|(label, at)| (at.pole - label.x).abs());
    let lists = placement.lists.iter().map(|list| (list.pole - list.attach).abs());
    let away: Vec<Sub> = flags.chain(lists).collect();
    let bends = away.iter().filter(|&&away| away > 0).count();
    let mean = away.iter().map(|&away| to_px(away)).sum::<f64>() / away.len().max(1) as f64;
    [to_px(placement.height()), mean, bends as f64, placement.lists.len() as f64]
}

/// How much more than the best known the blocks of a problem cost: that of a long search.
fn excess(problem: &Problem) -> Option<f64> {
    let cost = |effort: Effort| {
        let problem = Problem { style: LabelStyle::Lists, effort, ..problem.clone() };
        place(&problem).ok().map(|found| cost(&problem, &found))
    };
    let (normal, best) = (cost(Effort::Normal)?, cost(Effort::Best)?);
    Some(normal as f64 / best.min(normal) as f64 - 1.0)
}

fn main() {
    let start = Instant::now();
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!("kind     events seeds  height  distance  bends  lists      time   over best   worst");
    for kind in chosen(&KINDS, &wanted) {
        for count in chosen(&COUNTS, &wanted) {
            let mut sums = [0.0; 4];
            let (mut times, mut over): (Vec<Duration>, Vec<f64>) = (Vec::new(), Vec::new());
            for seed in 1..=SEEDS {
                let problem = problem(kind, count, seed);
                let before = spent(start);
                let placement = place(&problem);
                times.push(spent(start) - before);
                if let Ok(placement) = placement {
                    let found = measures(&problem, &placement);
                    sums.iter_mut().zip(found).for_each(|(sum, found)| *sum += found);
                }
                over.extend((count <= MOST).then(|| excess(&problem)).flatten());
            }
            let [height, distance, bends, lists] = sums.map(|sum| sum / SEEDS as f64);
            let time = times.iter().sum::<Duration>().as_secs_f64() * 1e3 / SEEDS as f64;
            let mean = over.iter().sum::<f64>() * 100.0 / over.len().max(1) as f64;
            let worst = over.into_iter().fold(0.0, f64::max) * 100.0;
            println!(
                "{kind:8} {count:6} {SEEDS:5} {height:7.0} {distance:9.1} {bends:6.1} {lists:6.1} \
                 {time:6.2} ms {mean:8.2} % {worst:6.2} %"
            );
        }
    }
}
