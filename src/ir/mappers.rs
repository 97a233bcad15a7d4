//! Which mappings are used, and which of them need the activation's variables.

use std::collections::BTreeSet;

use super::{Mapper, Reads};
use crate::model::{Mapping, Model};

/// The mappings that some step reaches, or that have cases, in the manifest's order.
pub fn lower<'m>(
    model: &'m Model,
    reads: &[Reads],
    variables: &[BTreeSet<String>],
) -> Vec<Mapper<'m>> {
    let mut used = vec![false; model.mappings.len()];
    let mut open: Vec<usize> = model
        .workflows
        .iter()
        .flat_map(|workflow| &workflow.steps)
        .flat_map(|step| super::flows::reads(model, step).mappings)
        .collect();
    open.extend((0..used.len()).filter(|at| !model.mappings[*at].tests.is_empty()));
    while let Some(at) = open.pop() {
        if let Some(seen) = used.get_mut(at)
            && !std::mem::replace(seen, true)
        {
            open.extend(&reads[at].mappings);
        }
    }
    model
        .mappings
        .iter()
        .enumerate()
        .filter(|(at, _)| used[*at])
        .map(|(at, mapping)| Mapper {
            index: at,
            mapping,
            variables: variables.get(at).cloned().unwrap_or_default(),
        })
        .collect()
}

/// For each mapping the variables that it, or a mapping it calls, reads.
pub fn variables(reads: &[Reads]) -> Vec<BTreeSet<String>> {
    let mut variables: Vec<BTreeSet<String>> =
        reads.iter().map(|reads| reads.variables.clone()).collect();
    loop {
        let mut grown = false;
        for (at, reads) in reads.iter().enumerate() {
            for called in &reads.mappings {
                let more = variables.get(*called).cloned().unwrap_or_default();
                let before = variables[at].len();
                variables[at].extend(more);
                grown |= variables[at].len() > before;
            }
        }
        if !grown {
            return variables;
        }
    }
}

/// What a mapping reads.
pub fn of(mapping: &Mapping) -> Reads {
    let mut reads = Reads::default();
    for (_, typed) in &mapping.lets {
        reads.add(typed);
    }
    if let Some(body) = &mapping.body {
        reads.add(body);
    }
    reads
}
