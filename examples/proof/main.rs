//! Holds the blocks of the engine against the optimum, which it proves: reads the lines of
//! `examples/instances.rs` and prints a table.
//!
//! `cargo run --release --example instances -- 4 6 | cargo run --release --example proof`, with the
//! seconds for each instance after `--limit`; `--keep` and a file for what came of each, as lines of
//! JSON; and `--every-column` for lists of several dates in several columns too, which the engine does
//! not try.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod blocks;
mod bound;
mod chain;
mod chains;
mod line;
mod model;
mod places;
mod prices;
mod search;
mod solve;
mod table;
#[cfg(test)]
mod tests;

use model::{Block, EIGHTHS, Form, Placed, Problem};
use serde_json::{Value, json};
use solve::{FIRST, Optimum, optimum};
use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};
use table::{Outcome, Table};

struct Options {
    limit: Duration,
    keep: Option<File>,
    has_every_column: bool,
}

impl Options {
    fn new() -> Result<Self, Box<dyn Error>> {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let after = |name: &str| words.iter().skip_while(|word| *word != name).nth(1);
        let limit = after("--limit").map_or(Ok(60), |limit| limit.parse())?;
        Ok(Self {
            limit: Duration::from_secs(limit),
            keep: after("--keep").map(File::create).transpose()?,
            has_every_column: words.iter().any(|word| word == "--every-column"),
        })
    }
}

/// A problem with what the engine made of it.
struct Instance<'a> {
    line: &'a Value,
    name: String,
    problem: Problem,
    /// Of the engine's placement, not rounded.
    cost: i64,
    engine: Vec<Placed>,
}

impl<'a> Instance<'a> {
    fn read(line: &'a Value, has_every_column: bool) -> Result<Self, Box<dyn Error>> {
        let name = format!("{} {} {}", line["kind"], line["count"], line["seed"]);
        let problem = Problem::read(&line["problem"], has_every_column);
        let cost = line["cost"].as_i64().ok_or("an instance without its cost")?;
        let engine = problem.told(&line["placement"]).ok_or("a placement of unknown blocks")?;
        if problem.price(&engine, true) != Some(EIGHTHS * cost) {
            return Err(format!("the prices differ: {name}").into());
        }
        if !solve::is_able(&problem) {
            return Err(format!("blocks narrower than a pole's step: {name}").into());
        }
        let cost = problem.price(&engine, false).ok_or("a placement that does not fit")?;
        Ok(Self { line, name, problem, cost, engine })
    }

    fn is_cut_within_a_date(&self) -> bool {
        self.engine.iter().any(|(block, ..)| !self.problem.is_cut(block.run.start))
    }

    /// What came of it; what the engine has found must be found again, or better.
    fn solved(&self, options: &mut Options) -> Result<Outcome, Box<dyn Error>> {
        let start = Instant::now();
        let found = optimum(&self.problem, self.cost + 1, options.limit, FIRST);
        let seconds = start.elapsed().as_secs_f64();
        if found.lower > self.cost {
            return Err(format!("the search is at fault: {}", self.name).into());
        }
        if let Some(keep) = &mut options.keep {
            writeln!(keep, "{}", self.told(&found, seconds))?;
        }
        let (lower, upper) = (found.lower, found.upper.min(self.cost));
        let kind = self.line["kind"].as_str().unwrap_or_default().to_owned();
        let count = self.problem.count();
        let time = self.line["time"].as_f64().unwrap_or_default();
        Ok(Outcome { kind, count, cost: self.cost, lower, upper, time, seconds })
    }

    /// What came of it in words; `settled` is what the engine's blocks would cost in the best places.
    fn told(&self, found: &Optimum, seconds: f64) -> Value {
        let own: Vec<(Block, usize)> =
            self.engine.iter().map(|(block, side, _)| (block.clone(), *side)).collect();
        let settled = places::settled(&self.problem, &own).map(|found| found.0);
        let best = found.placed.as_ref().filter(|_| found.upper < self.cost);
        let line = self.line;
        let px = |cost: i64| cost as f64 / EIGHTHS as f64;
        json!({
            "kind": line["kind"], "count": line["count"], "seed": line["seed"],
            "cost": px(self.cost), "lower": px(found.lower.min(self.cost)),
            "upper": px(found.upper.min(self.cost)), "settled": settled.map(px),
            "seconds": seconds, "ways": found.ways,
            "best": told(best.unwrap_or(&self.engine)), "engine": told(&self.engine),
        })
    }
}

/// Blocks in words: the events, what they are set as, the side, how far the left edge is from the dates
/// in pixels.
fn told(placed: &[Placed]) -> Vec<Value> {
    let px = |length: i64| (length as f64 / 64.0 * 10.0).round() / 10.0;
    let block = |(block, side, left): &Placed| {
        let form = match block.form {
            Form::Flag(variant, false) => format!("flag {variant}"),
            Form::Flag(variant, true) => format!("flag {variant} to the left"),
            Form::Stack(variant) => format!("stack {variant}"),
            Form::List(measure, columns, false) => format!("list {measure} in {columns}"),
            Form::List(measure, columns, true) => format!("headed list {measure} in {columns}"),
        };
        json!({
            "events": [block.run.start, block.run.end],
            "form": form,
            "side": (if *side == 0 { "above" } else { "below" }),
            "left": px(*left),
            "away": px(left - left.clamp(&block.near[0], &block.near[1])),
            "size": [px(block.width), px(block.height)],
        })
    };
    placed.iter().map(block).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut options = Options::new()?;
    let (mut table, mut others) = (Table::begin(), Vec::new());
    for line in std::io::stdin().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let instance = Instance::read(&line, options.has_every_column)?;
        if instance.is_cut_within_a_date() {
            others.push(instance.name);
        } else {
            table.add(instance.solved(&mut options)?);
        }
    }
    table.end();
    for name in others {
        println!("left out, as the engine cuts within a date, which the model does not: {name}");
    }
    Ok(())
}
