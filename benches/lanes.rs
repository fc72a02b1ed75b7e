//! What a figure of two thousand spans in forty lanes takes, from events to SVG.

use annals::{
    Event, FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

/// Spans of up to two years over thirty, by a fixed rule.
fn spans() -> Vec<Event> {
    let mut table = String::from("date,end,title,lane,category\n");
    for index in 0..2000_u32 {
        // A multiplicative hash spreads the days.
        let hash = index.wrapping_mul(2_654_435_761) >> 8;
        let (year, month, day) = (1990 + hash % 30, 1 + hash / 30 % 12, 1 + hash / 360 % 28);
        let (end, lane) = (year + hash / 7 % 3, index % 40);
        let category = ["Alpha", "Beta", "Gamma"][index as usize % 3];
        let _ = writeln!(
            table,
            "{year}-{month:02}-{day:02},{end}-12-31,Phase {index} of it,Lane {lane},{category}"
        );
    }
    read_table(table.as_bytes(), &ReadOptions::default()).expect("sound").events
}

fn lanes(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("2000 spans in 40 lanes");
    group.sample_size(20).measurement_time(Duration::from_secs(4));
    let (events, options) = (spans(), FigureOptions::default());
    let draw = || {
        let (figure, _) = compose(black_box(&events), &options).expect("a figure");
        render(&figure, Format::Svg, &RenderOptions::default())
    };
    group.bench_function("events to svg", |b| b.iter(draw));
    group.bench_function("compose", |b| b.iter(|| compose(black_box(&events), &options)));
    group.finish();
}

criterion_group!(benches, lanes);
criterion_main!(benches);
