//! `cargo bench --bench check`: how long `check` takes on manifests of several sizes.
//!
//! `cargo bench --bench check -- --write FILE COUNT` writes such a manifest instead, for
//! measuring the whole command from outside.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss
)]

mod generator;

use std::time::{Duration, Instant};

use generator::{Size, manifest};
use gusset::compile;
use gusset::source::Sources;

const ROWS: usize = 10;
const TYPES: usize = 20;
const RUNS: usize = 11;

fn main() {
    // cargo adds `--bench` to the arguments.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    if let [flag, file, count] = arguments.as_slice()
        && flag == "--write"
    {
        let count = count.parse().expect("COUNT is a number");
        std::fs::write(file, manifest(size(count))).expect("FILE can be written");
        return;
    }
    println!("systems  workflows  rows    median      per row");
    for count in [2, 10, 100, 500] {
        measure(size(count));
    }
}

const fn size(count: usize) -> Size {
    Size {
        count,
        rows: ROWS,
        types: TYPES,
    }
}

fn measure(size: Size) {
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest(size));
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let result = compile::check(&sources, "integration.toml");
            let took = start.elapsed();
            assert!(
                result.diagnostics.iter().all(|d| d.code.id == "GS0308"),
                "the generated manifest is valid"
            );
            took
        })
        .collect();
    times.sort();
    let median = times[RUNS / 2];
    let rows = size.count * size.rows;
    println!(
        "{:7}  {:9}  {rows:5}  {:8.2} ms  {:6.2} µs",
        size.count,
        size.count,
        median.as_secs_f64() * 1e3,
        median.as_secs_f64() * 1e6 / rows as f64,
    );
}
