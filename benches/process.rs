//! What the command takes as a cold process, from start to exit, for the seed table.

use criterion::{Criterion, criterion_group, criterion_main};
use std::process::{Command, Stdio};
use std::time::Duration;

fn processes(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("cold process");
    group.sample_size(30).measurement_time(Duration::from_secs(4));
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/data/pakistan-russia.csv");
    for format in ["svg", "pdf", "png"] {
        let run = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
            command.args([table, "-f", format]).stdout(Stdio::null());
            assert!(command.status().expect("the command runs").success());
        };
        group.bench_function(format, |b| b.iter(run));
    }
    // The least that any process takes here.
    let nothing = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        assert!(command.arg("--version").stdout(Stdio::null()).status().is_ok());
    };
    group.bench_function("version", |b| b.iter(nothing));
    group.finish();
}

criterion_group!(benches, processes);
criterion_main!(benches);
