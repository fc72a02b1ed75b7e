//! Places seeded instances and prints what came of each, to tune the costs and to see what a change
//! does: `cargo run --release --example layouts`, or with the kinds and the counts wanted after `--`.
//!
//! Columns: kind of instance, events, seeds; then means over the seeds of the height of both sides,
//! the distance of a pole from its date, bends and lists, and the time of a placement on its
//! processor; and what blocks cost over the best known, that of a long search, to 190 events.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use annals::geom::{PX, Size, Sub, to_px};
use annals::layout::{Label, Placement, Problem, Variant, cost, place};
use annals::options::{Effort, LabelStyle};
use std::time::{Duration, Instant};

const KINDS: [&str; 6] = ["uniform", "bursts", "heavy", "same", "edges", "long"];
const COUNTS: [usize; 10] = [1, 5, 8, 12, 20, 52, 100, 190, 1000, 10_000];
const SEEDS: u64 = 8;
/// Beyond so many events nothing is held against a long search.
const MOST: usize = 190;
/// Room of a report.
const WIDTH: Sub = 600 * PX;

/// A generator of numbers (splitmix64, Steele and others 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, the latter not included.
    fn within(&mut self, low: Sub, high: Sub) -> Sub {
        low + (self.next() % (high - low) as u64) as Sub
    }
}

/// Where an event stands.
fn date(kind: &str, random: &mut Random) -> Sub {
    let at = random.within(0, WIDTH);
    match kind {
        "bursts" => {
            let centre = [WIDTH / 5, WIDTH / 2, WIDTH * 9 / 10][random.within(0, 3) as usize];
            (centre + (at - WIDTH / 2) / 16).clamp(0, WIDTH)
        }
        "heavy" => (i64::from(at) * i64::from(at) / i64::from(WIDTH)) as Sub,
        "same" => WIDTH / 4 * random.within(1, 4),
        "edges" => {
            if at < WIDTH / 2 {
                at / 16
            } else {
                WIDTH - (WIDTH - at) / 16
            }
        }
        _ => at,
    }
}

/// The shapes of a text of so many pixels on one line, as flags and as rows.
fn label(kind: &str, random: &mut Random) -> Label {
    let longest = if kind == "long" { 1600 } else { 220 };
    let (x, text) = (date(kind, random), random.within(60, longest) * PX);
    let detail = if random.within(0, 3) == 0 { random.within(60, longest) * PX } else { 0 };
    let shape = |measure: Sub, line: Sub, leading: Sub, texts: &[Sub]| {
        let lines: Sub = texts.iter().map(|text| (text + measure - 1) / measure).sum();
        let widest = texts.iter().copied().max().unwrap_or(0).min(measure);
        Size::new(widest, line + lines * leading)
    };
    let leading = PX * 133 / 10;
    let variants = [130, 106, 86, 170].into_iter().enumerate().map(|(rank, measure)| {
        let size = shape(measure * PX, leading, leading, &[text, detail]);
        Variant { size: Size::new(size.w + 16 * PX, size.h), cost: 4 * PX * rank as Sub }
    });
    let rows = [260, 190, 140, 100].map(|measure| shape(measure * PX, 0, 806, &[text + 60 * PX]));
    let bare = [260, 190, 140, 100].map(|measure| shape(measure * PX, 0, 806, &[text]));
    Label {
        x,
        variants: variants.collect(),
        rows: rows.to_vec(),
        bare: bare.to_vec(),
        head: Size::new(60 * PX, leading),
        is_same: false,
        has_detail: detail > 0,
        is_left_out: false,
    }
}

fn problem(kind: &str, count: usize, seed: u64) -> Problem {
    let mut random = Random(seed * 1000 + count as u64);
    let mut labels: Vec<Label> = (0..count).map(|_| label(kind, &mut random)).collect();
    labels.sort_by_key(|label| label.x);
    for index in 1..labels.len() {
        labels[index].is_same = labels[index].x == labels[index - 1].x;
    }
    Problem {
        left: 0,
        first_pole: 0,
        right: WIDTH,
        labels,
        pole_step: 5 * PX,
        track: 4 * PX,
        gap: 6 * PX,
        bracket: 6 * PX,
        slack: 213,
        edge: 16 * PX,
        column_gap: 14 * PX,
        more: Size::new(40 * PX, 806),
        room: None,
        is_upright: false,
        style: LabelStyle::Auto,
        effort: Effort::Normal,
    }
}

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

/// Time that this thread has run; of the clock where the system does not tell it.
fn spent(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat");
    let ran = told.ok().and_then(|told| told.split(' ').next()?.parse().ok());
    ran.map_or(start.elapsed(), Duration::from_nanos)
}

/// Those that are wanted by name; all if none is.
fn chosen<T: ToString + Copy>(all: &[T], wanted: &[String]) -> Vec<T> {
    let is_wanted = |one: &&T| wanted.contains(&one.to_string());
    let chosen: Vec<T> = all.iter().filter(is_wanted).copied().collect();
    if chosen.is_empty() { all.to_vec() } else { chosen }
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
