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
mod timing;

use generator::{Size, manifest};
use gusset::source::Sources;

const ROWS: usize = 10;
const TYPES: usize = 20;
const RUNS: usize = 11;

fn main() {
    let arguments = timing::arguments();
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
    let median = timing::median(&sources, RUNS, |result| {
        result.diagnostics.iter().all(|d| d.code.id == "GS0308")
    });
    let rows = size.count * size.rows;
    println!(
        "{:7}  {:9}  {rows:5}  {:8.2} ms  {:6.2} µs",
        size.count,
        size.count,
        median.as_secs_f64() * 1e3,
        median.as_secs_f64() * 1e6 / rows as f64,
    );
}
