//! Seeded instances of placement, as the examples place them, and what they are measured with.

use annals::geometry::{Axis, PX, Size, Sub};
use annals::layout::{Label, Problem, Variant};
use annals::options::{Effort, LabelStyle};
use std::time::{Duration, Instant};

/// Kinds of instances.
pub(crate) const KINDS: [&str; 6] = ["uniform", "bursts", "heavy", "same", "edges", "long"];
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

/// So many events of a kind.
pub(crate) fn problem(kind: &str, count: usize, seed: u64) -> Problem {
    let mut random = Random(seed * 1000 + count as u64);
    let mut labels: Vec<Label> = (0..count).map(|_| label(kind, &mut random)).collect();
    labels.sort_by_key(|label| label.x);
    for index in 1..labels.len() {
        labels[index].is_same = labels[index].x == labels[index - 1].x;
    }
    Problem {
        left: 0,
        first_pole: 0,
        last_pole: WIDTH,
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
        axis: Axis::Horizontal,
        style: LabelStyle::Auto,
        is_above: false,
        effort: Effort::Normal,
    }
}

/// Time that this thread has run; of the clock where the system does not tell it.
pub(crate) fn spent(start: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat");
    let ran = told.ok().and_then(|told| told.split(' ').next()?.parse().ok());
    ran.map_or(start.elapsed(), Duration::from_nanos)
}

/// Those that are wanted by name; all if none is.
pub(crate) fn chosen<T: ToString + Copy>(all: &[T], wanted: &[String]) -> Vec<T> {
    let is_wanted = |one: &&T| wanted.contains(&one.to_string());
    let chosen: Vec<T> = all.iter().filter(is_wanted).copied().collect();
    if chosen.is_empty() { all.to_vec() } else { chosen }
}
