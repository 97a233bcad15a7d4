//! Which objects' ids a step uses.

use super::{Address, Done, Ensure, Known, Lookup, Refusal, Step, Test};
use crate::contract::{Arg, Call};

impl Step {
    /// The objects whose ids it passes or compares.
    pub fn ids(&self) -> Vec<&Address> {
        let mut ids = Vec::new();
        match &self.ensure {
            Ensure::Find(find) => {
                for known in &find.known {
                    if let Known::Row(lookup) = known {
                        of_lookup(lookup, &mut ids);
                    }
                }
                of_lookup(&find.lookup, &mut ids);
                find.create
                    .iter()
                    .chain(&find.upload)
                    .for_each(|call| of_call(call, &mut ids));
                of_refusals(&find.agree, &mut ids);
            }
            Ensure::Put(put) => {
                of_call(&put.call, &mut ids);
                if let Some(read) = &put.read {
                    read.lookups
                        .iter()
                        .for_each(|lookup| of_lookup(lookup, &mut ids));
                    of_test(&read.test, &mut ids);
                }
                if let Some(guard) = &put.guard {
                    of_lookup(&guard.lookup, &mut ids);
                }
            }
            Ensure::Check(check) => {
                check
                    .read
                    .lookups
                    .iter()
                    .for_each(|lookup| of_lookup(lookup, &mut ids));
                of_test(&check.read.test, &mut ids);
            }
            Ensure::Manual(manual) => {
                if let Done::Row { lookups, agree } = &manual.done {
                    lookups
                        .iter()
                        .for_each(|lookup| of_lookup(lookup, &mut ids));
                    of_refusals(agree, &mut ids);
                }
            }
        }
        ids
    }

    /// Every search it makes, in order.
    pub fn lookups(&self) -> Vec<&Lookup> {
        let mut all = Vec::new();
        match &self.ensure {
            Ensure::Find(find) => {
                all.extend(find.known.iter().filter_map(|known| match known {
                    Known::Row(lookup) => Some(lookup),
                    _ => None,
                }));
                all.push(&find.lookup);
            }
            Ensure::Put(put) => {
                all.extend(put.read.iter().flat_map(|read| &read.lookups));
                all.extend(put.guard.iter().map(|guard| &guard.lookup));
            }
            Ensure::Check(check) => all.extend(&check.read.lookups),
            Ensure::Manual(manual) => {
                if let Done::Row { lookups, .. } = &manual.done {
                    all.extend(lookups);
                }
            }
        }
        all
    }
}

fn of_arg<'a>(arg: &'a Arg, ids: &mut Vec<&'a Address>) {
    if let Arg::Id(address) = arg {
        ids.push(address);
    }
}

fn of_call<'a>(call: &'a Call, ids: &mut Vec<&'a Address>) {
    call.positional()
        .into_iter()
        .for_each(|arg| of_arg(arg, ids));
    call.args().iter().for_each(|(_, arg)| of_arg(arg, ids));
}

fn of_lookup<'a>(lookup: &'a Lookup, ids: &mut Vec<&'a Address>) {
    of_call(&lookup.list, ids);
    lookup.by.iter().for_each(|(_, arg)| of_arg(arg, ids));
}

fn of_refusals<'a>(refusals: &'a [Refusal], ids: &mut Vec<&'a Address>) {
    refusals
        .iter()
        .for_each(|refusal| of_arg(&refusal.value, ids));
}

fn of_test<'a>(test: &'a Test, ids: &mut Vec<&'a Address>) {
    if let Test::Equals(_, value) = test {
        of_arg(value, ids);
    }
}
