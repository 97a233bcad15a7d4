//! What the benchmarks share.

use std::time::{Duration, Instant};

use gusset::compile::{self, Compilation};
use gusset::source::Sources;

/// The arguments without what cargo adds.
pub fn arguments() -> Vec<String> {
    std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect()
}

/// The median time of that many checks, each of which has to give what is expected.
pub fn median(sources: &Sources, runs: usize, is_right: impl Fn(&Compilation) -> bool) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let result = compile::check(sources, "integration.toml");
            let took = start.elapsed();
            assert!(is_right(&result), "the generated integration is valid");
            took
        })
        .collect();
    times.sort();
    times[runs / 2]
}
