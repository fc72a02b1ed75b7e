//! What it takes to read a thousand dates: of the plainest notation, of each other kind, and of
//! every notation in turn.

use annals::Date;
use annals::date::DateOptions;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const KINDS: [(&str, &[&str]); 8] = [
    ("day", &["2010-03-12", "1969-07-20", "1914-06-28"]),
    ("year", &["2010", "1969", "1914"]),
    ("clock", &["2010-03-12T14:05Z", "1969-07-20T20:17:40+00:00"]),
    ("edtf", &["1984?", "2004-06~-11", "156X-12-25", "[1667,1668,1670..1672]"]),
    ("words", &["12 March 2010", "March 12, 2010", "Q3 2011", "18th century", "44 BC"]),
    ("ranges", &["1914–18", "12–15 March 2010", "before 1928", "2010–present"]),
    ("ages", &["65 Ma", "11,700 BP", "4.54 Ga"]),
    ("refused", &["03/04/2010", "soon", "30 February 2010", "12. Marz 2010"]),
];

fn dates(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("dates");
    group.throughput(Throughput::Elements(1000));
    let options = DateOptions::default();
    let all: Vec<&str> = KINDS.iter().flat_map(|(_, texts)| *texts).copied().collect();
    for (kind, texts) in KINDS.iter().copied().chain([("all", all.as_slice())]) {
        let texts: Vec<&str> = texts.iter().copied().cycle().take(1000).collect();
        group.bench_function(kind, |bencher| {
            bencher.iter(|| {
                texts.iter().filter(|text| Date::parse(black_box(text), &options).is_ok()).count()
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = dates
}
criterion_main!(benches);
