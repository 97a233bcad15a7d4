//! The tests, by what they are about.

mod apply;
mod callers;
mod ci;
mod commands;
mod contract;
mod emitted;
mod examples;
mod faults;
mod fixtures;
mod foreign;
mod hangs;
mod hostile;
mod moves;
mod scripts;
mod shims;
mod transcripts;
mod users;

use libtest_mimic::{Failed, Trial};

/// Every test of this binary.
pub fn all() -> Vec<Trial> {
    let groups = [
        contract::trials(),
        commands::trials(),
        callers::trials(),
        ci::trials(),
        transcripts::trials(),
        emitted::trials(),
        scripts::trials(),
        moves::trials(),
        users::trials(),
        foreign::trials(),
        hostile::trials(),
        examples::trials(),
        faults::trials(),
        hangs::trials(),
        apply::trials(),
    ];
    groups.into_iter().flatten().collect()
}

fn trial(name: &str, run: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(name, move || {
        run();
        Ok::<(), Failed>(())
    })
}
