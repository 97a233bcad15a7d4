//! Many cases: each function by itself, and random programs.

use std::collections::BTreeMap;
use std::ptr;

use gusset::expression::functions::Signature;

use crate::calls;
use crate::compare::{Inputs, Tally};
use crate::program::Program;
use crate::random::Random;
use crate::session::Session;
use crate::support::deno;

/// Cases of the share that the suite runs each time.
const SHARE: usize = 2_000;

/// Cases from which on each function has to meet each edge of its parameters.
const LONG: usize = 100_000;

/// How often it has to, in a long run.
const LEAST: usize = 100;

/// Inputs of each mapping.
const INPUTS: usize = 25;

/// The most mappings of one program.
const MAPPINGS: usize = 120;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn both_back_ends_agree() {
    let seed = setting("GUSSET_DIFFERENTIAL_SEED").unwrap_or(1);
    let wanted =
        setting("GUSSET_DIFFERENTIAL").map_or(SHARE, |cases| usize::try_from(cases).unwrap());
    let mut random = Random::new(seed);
    let mut used = BTreeMap::new();
    let mut tally = Tally::default();
    let mut session = Session::start(&deno::pinned());
    let (mut refused, mut taken, mut mappings) = (0, 0, 0);
    let signatures: Vec<_> = calls::all().collect();
    let (mut next, mut turn) = (0, false);
    // How often each way to call a function was chosen, and how often in this program.
    let mut directed: BTreeMap<*const Signature, (usize, usize)> = BTreeMap::new();
    // A long run goes on until no edge was met fewer than `LEAST` times, to a limit.
    let is_long = wanted >= LONG;
    let goes_on = |tally: &Tally| {
        let more = is_long && tally.cases < 3 * wanted;
        tally.cases < wanted || more && !tally.counts.table(LEAST).1.is_empty()
    };
    while goes_on(&tally) && tally.differences.len() < 20 {
        let mut program = Program::new();
        for (_, now) in directed.values_mut() {
            *now = 0;
        }
        let is_over = tally.cases >= wanted;
        let left = match wanted.saturating_sub(tally.cases) {
            0 => MAPPINGS,
            left => left.div_ceil(INPUTS),
        };
        while program.made.len() < left.min(MAPPINGS) {
            // Half of the mappings are directed at one function after the other.
            turn = !turn;
            if turn || is_over {
                // Every other of them at one that was reached least until now.
                let picked = |signature: &'static Signature| {
                    let known = directed.get(&ptr::from_ref(signature)).copied();
                    known.unwrap_or_default()
                };
                let (chosen, now) = if next % 2 == 0 && !is_over {
                    (signatures[next / 2 % signatures.len()], 0)
                } else {
                    let least = signatures.iter().min_by_key(|(function, signature)| {
                        let (_, now) = picked(signature);
                        tally.counts.least(function, signature) + 4 * now
                    });
                    (*least.expect("there are functions"), 1)
                };
                let (known, before) = picked(chosen.1);
                directed.insert(ptr::from_ref(chosen.1), (known + 1, before + now));
                program.add_directed(chosen, known, &mut random, &mut used);
                next += 1;
            } else {
                program.add_random(&mut random, &mut used);
            }
        }
        session.load(&program.emit(), &[]);
        refused += program.refused;
        taken += program.taken;
        mappings += program.made.len();
        for made in &program.made {
            let inputs: Vec<Inputs> = (0..INPUTS)
                .map(|_| Inputs::random(made, 10, &mut random))
                .collect();
            tally.run(&program, made, &inputs, &mut session);
        }
    }
    println!(
        "seed {seed}: {} cases of {mappings} mappings, {} values, failures {:?}; {refused} of {} expressions refused",
        tally.cases,
        tally.values,
        tally.failures,
        refused + taken,
    );
    let (table, short) = tally.counts.table(LEAST);
    if wanted > SHARE {
        println!("{table}");
    }
    assert!(
        tally.differences.is_empty(),
        "{}",
        tally.differences.join("\n")
    );
    assert!(taken > refused, "{refused} of {} refused", refused + taken);
    if is_long {
        assert!(
            short.is_empty(),
            "fewer than 100 times:\n{}",
            short.join("\n")
        );
    }
}
