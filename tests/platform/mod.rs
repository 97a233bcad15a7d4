//! The tests, by what they are about.

mod contract;
mod fixtures;
mod scripts;
mod shims;
mod transcripts;

use libtest_mimic::{Failed, Trial};

/// Every test of this binary.
pub fn all() -> Vec<Trial> {
    let mut trials = Vec::new();
    trials.extend(contract::trials());
    trials.extend(transcripts::trials());
    trials.extend(scripts::trials());
    trials
}

fn trial(name: &str, run: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(name, move || {
        run();
        Ok::<(), Failed>(())
    })
}
