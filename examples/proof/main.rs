//! Holds the blocks of the engine against the optimum, which it proves: reads the lines of
//! `examples/instances.rs` and prints a table.
//!
//! `cargo run --release --example instances -- 4 6 | cargo run --release --example proof`, with the
//! seconds for each instance after `--limit` and a file for what came of each, as lines of JSON, after
//! `--keep`.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod bound;
mod chain;
mod line;
mod model;
mod places;
mod prices;
mod search;
mod solve;
#[cfg(test)]
mod tests;

use model::{Form, Placed, Problem};
use serde_json::{Value, json};
use solve::optimum;
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

/// What came of an instance.
struct Outcome {
    kind: String,
    count: u64,
    cost: i64,
    lower: i64,
    upper: i64,
    seconds: f64,
}

/// Blocks in words: the events, what they are set as, the side, how far the left edge is from the dates
/// in pixels.
fn told(placed: &[Placed]) -> Vec<Value> {
    let block = |(block, side, left): &Placed| {
        let form = match block.form {
            Form::Flag(variant, false) => format!("flag {variant}"),
            Form::Flag(variant, true) => format!("flag {variant} to the left"),
            Form::Stack(variant) => format!("stack {variant}"),
            Form::List(measure, columns, false) => format!("list {measure} in {columns}"),
            Form::List(measure, columns, true) => format!("headed list {measure} in {columns}"),
        };
        let away = left - left.clamp(&block.near[0], &block.near[1]);
        json!({
            "events": [block.run.start, block.run.end],
            "form": form,
            "side": (if *side == 0 { "above" } else { "below" }),
            "left": left,
            "away": (away as f64 / 64.0 * 10.0).round() / 10.0,
            "size": [block.width / 64, block.height / 64],
        })
    };
    placed.iter().map(block).collect()
}

fn solved(line: &Value, limit: Duration, keep: &mut Option<std::fs::File>) -> Result<Outcome, Box<dyn Error>> {
    let name = format!("{} {} {}", line["kind"], line["count"], line["seed"]);
    let problem = Problem::read(&line["problem"]);
    let cost = line["cost"].as_i64().ok_or("an instance without its cost")?;
    let engine = problem.told(&line["placement"]).ok_or("a placement of unknown blocks")?;
    if problem.price(&engine) != Some(cost) {
        return Err(format!("the prices differ: {name}").into());
    }
    if problem.count() > solve::MOST {
        return Err(format!("more than {} events: {name}", solve::MOST).into());
    }
    let start = Instant::now();
    let found = optimum(&problem, cost, limit);
    let seconds = start.elapsed().as_secs_f64();
    if let Some(keep) = keep {
        let best = found.placed.as_ref().unwrap_or(&engine);
        let kept = json!({
            "kind": line["kind"], "count": line["count"], "seed": line["seed"], "cost": cost,
            "lower": found.lower, "upper": found.upper, "seconds": seconds, "ways": found.ways,
            "best": told(best), "engine": told(&engine),
        });
        writeln!(keep, "{kept}")?;
    }
    let kind = line["kind"].as_str().unwrap_or_default().to_owned();
    let count = line["count"].as_u64().unwrap_or_default();
    Ok(Outcome { kind, count, cost, lower: found.lower, upper: found.upper, seconds })
}

/// A line of the table.
fn print(kind: &str, count: u64, group: &[&Outcome]) {
    let many = group.len();
    let proven = group.iter().filter(|one| one.lower == one.upper).count();
    let at_best = group.iter().filter(|one| one.cost == one.lower).count();
    let beaten = group.iter().filter(|one| one.cost > one.upper).count();
    let over = |bound: fn(&Outcome) -> i64| {
        let each: Vec<f64> = group
            .iter()
            .map(|one| 100.0 * (one.cost as f64 / bound(one) as f64 - 1.0))
            .collect();
        (each.iter().sum::<f64>() / many as f64, each.into_iter().fold(0.0, f64::max))
    };
    let ((least_mean, least_worst), (mean, worst)) = (over(|one| one.upper), over(|one| one.lower));
    let times = group.iter().map(|one| one.seconds);
    let (all, longest) = (times.clone().sum::<f64>(), times.fold(0.0, f64::max));
    println!(
        "| {kind} | {count} | {many} | {proven} | {at_best} | {beaten} | {least_mean:.2} to {mean:.2} \
         | {least_worst:.2} to {worst:.2} | {:.2} | {longest:.1} |",
        all / many as f64
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().skip_while(|word| *word != name).nth(1);
    let limit: u64 = after("--limit").map_or(Ok(60), |limit| limit.parse())?;
    let mut keep = after("--keep").map(std::fs::File::create).transpose()?;
    println!(
        "| kind | events | instances | proven | engine at the optimum | engine beaten \
         | mean over it, % | worst, % | mean time, s | longest, s |\n{}|",
        "|---".repeat(10)
    );
    let mut outcomes: Vec<Outcome> = Vec::new();
    for line in std::io::stdin().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let next = solved(&line, Duration::from_secs(limit), &mut keep)?;
        if let Some(last) = outcomes.last()
            && (&last.kind, last.count) != (&next.kind, next.count)
        {
            print_kind(&outcomes);
        }
        outcomes.push(next);
    }
    print_kind(&outcomes);
    let mut counts: Vec<u64> = outcomes.iter().map(|one| one.count).collect();
    counts.sort_unstable();
    counts.dedup();
    for count in counts {
        let group: Vec<&Outcome> = outcomes.iter().filter(|one| one.count == count).collect();
        print("all", count, &group);
    }
    Ok(())
}

/// The line of the kind and count that came last.
fn print_kind(outcomes: &[Outcome]) {
    if let Some(last) = outcomes.last() {
        let is_same = |one: &&Outcome| one.kind == last.kind && one.count == last.count;
        let group: Vec<&Outcome> = outcomes.iter().filter(is_same).collect();
        print(&last.kind, last.count, &group);
    }
}
