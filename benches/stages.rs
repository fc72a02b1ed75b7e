//! What each stage takes: read, compose, write, for the seed table and for a thousand events.

use annals::{
    Event, Figure, FigureOptions, Format, ReadOptions, RenderOptions, Table, compose, read_table,
    render,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

const SEED: &str = include_str!("../data/pakistan-russia.csv");

/// A thousand events of some 25 characters over thirty years, by a fixed rule.
fn thousand() -> String {
    let mut table = String::from("date,title,category\n");
    for index in 0..1000_u32 {
        // A multiplicative hash spreads the days.
        let day = index.wrapping_mul(2_654_435_761) >> 8;
        let (year, month, day) = (1990 + day % 30, 1 + day / 30 % 12, 1 + day / 360 % 28);
        let category = ["Alpha", "Beta", "Gamma"][index as usize % 3];
        let _ =
            writeln!(table, "{year}-{month:02}-{day:02},Event {index} with some words,{category}");
    }
    table
}

fn events(table: &str) -> Vec<Event> {
    let Table { events, .. } =
        read_table(table.as_bytes(), &ReadOptions::default()).expect("sound");
    events
}

fn figure(events: &[Event]) -> Figure {
    compose(events, &FigureOptions::default()).expect("a figure").0
}

fn stages(bench: &mut Criterion) {
    for (name, table) in [("5 events", SEED.to_owned()), ("1000 events", thousand())] {
        let mut group = bench.benchmark_group(name);
        group.sample_size(20).measurement_time(Duration::from_secs(3));
        group.bench_function("read", |b| b.iter(|| events(black_box(&table))));
        let events = events(&table);
        group.bench_function("compose", |b| b.iter(|| figure(black_box(&events))));
        let figure = figure(&events);
        for format in Format::ALL {
            // A thousand events are measured at 1x, as their target is.
            let dpi = if events.len() > 5 { 96.0 } else { 288.0 };
            let options = RenderOptions { dpi, ..RenderOptions::default() };
            let name = format!("write {}", format.name());
            group.bench_function(name, |b| b.iter(|| render(black_box(&figure), format, &options)));
        }
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
