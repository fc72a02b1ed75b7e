//! The table of what came of instances, a line for each kind and count, and for each count.

use super::model::EIGHTHS;

/// What came of an instance.
pub(crate) struct Outcome {
    pub(crate) kind: String,
    pub(crate) count: usize,
    /// What the engine's placement costs; what is proven; the cheapest known.
    pub(crate) cost: i64,
    pub(crate) lower: i64,
    pub(crate) upper: i64,
    /// Milliseconds of the engine, seconds of the proof.
    pub(crate) time: f64,
    pub(crate) seconds: f64,
}

impl Outcome {
    /// Whether the engine's cost is a bound, or over it by what rounding may hide: less than a sub-pixel
    /// for each event.
    fn is_at(&self, bound: i64) -> bool {
        self.cost < bound + EIGHTHS * self.count as i64
    }
}

pub(crate) struct Table(Vec<Outcome>);

impl Table {
    /// Prints the head.
    pub(crate) fn begin() -> Self {
        println!(
            "| kind | events | instances | proven | engine at the optimum | engine beaten \
             | mean over it, % | worst, % | engine, ms | proof, s | longest, s |\n{}|",
            "| --- ".repeat(11)
        );
        Self(Vec::new())
    }

    /// Takes the next, and prints the line of those before if they are of another kind or count.
    pub(crate) fn add(&mut self, next: Outcome) {
        if self.0.last().is_some_and(|last| (&last.kind, last.count) != (&next.kind, next.count)) {
            self.print_last();
        }
        self.0.push(next);
    }

    fn print_last(&self) {
        if let Some(last) = self.0.last() {
            let of_kind = self.0.iter().filter(|one| one.kind == last.kind);
            let group: Vec<&Outcome> = of_kind.filter(|one| one.count == last.count).collect();
            print(&last.kind, last.count, &group);
        }
    }

    /// Prints the last line, and those of all kinds together.
    pub(crate) fn end(&self) {
        self.print_last();
        let mut counts: Vec<usize> = self.0.iter().map(|one| one.count).collect();
        counts.sort_unstable();
        counts.dedup();
        for count in counts {
            let group: Vec<&Outcome> = self.0.iter().filter(|one| one.count == count).collect();
            print("all", count, &group);
        }
    }
}

/// Mean and greatest.
fn mean(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    (values.iter().sum::<f64>() / values.len().max(1) as f64, most)
}

fn print(kind: &str, count: usize, group: &[&Outcome]) {
    let how_many = |is_so: fn(&Outcome) -> bool| group.iter().filter(|one| is_so(one)).count();
    let over = |bound: fn(&Outcome) -> i64| {
        mean(group.iter().map(|one| 100.0 * (one.cost as f64 / bound(one) as f64 - 1.0)))
    };
    let between = |low: f64, high: f64| {
        if low == high { format!("{low:.2}") } else { format!("{low:.2} to {high:.2}") }
    };
    let (low, high) = (over(|one| one.upper), over(|one| one.lower));
    let (time, _) = mean(group.iter().map(|one| one.time));
    let (seconds, longest) = mean(group.iter().map(|one| one.seconds));
    println!(
        "| {kind} | {count} | {} | {} | {} | {} | {} | {} | {time:.2} | {seconds:.2} | {longest:.1} |",
        group.len(),
        how_many(|one| one.lower == one.upper),
        how_many(|one| one.is_at(one.lower)),
        how_many(|one| !one.is_at(one.upper)),
        between(low.0, high.0),
        between(low.1, high.1),
    );
}
