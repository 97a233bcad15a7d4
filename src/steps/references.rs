//! Which objects' ids a step uses.

use super::{Address, Done, Ensure, Known, Lookup, Mark, Step, Test};
use crate::contract::{Arg, Call};

impl Step {
    /// The objects whose ids it passes or compares.
    pub fn ids(&self) -> Vec<&Address> {
        let mut args: Vec<&Arg> = Vec::new();
        for lookup in self.lookups() {
            args.extend(arguments(&lookup.list));
            args.extend(lookup.by.iter().map(|(_, value)| value));
        }
        match &self.ensure {
            Ensure::Find(find) => {
                let rename = find.moved.iter().flat_map(|moved| &moved.rename);
                let calls = find.create.iter().chain(&find.upload).chain(rename);
                args.extend(calls.flat_map(arguments));
                args.extend(find.agree.iter().map(|refusal| &refusal.value));
            }
            Ensure::Put(put) => {
                args.extend(arguments(&put.call));
                args.extend(put.read.iter().filter_map(|read| compared(&read.test)));
            }
            Ensure::Check(check) => args.extend(compared(&check.read.test)),
            Ensure::Remove(remove) => args.extend(arguments(&remove.call)),
            Ensure::Manual(manual) => {
                if let Done::Row { agree, .. } = &manual.done {
                    args.extend(agree.iter().map(|refusal| &refusal.value));
                }
            }
        }
        args.into_iter()
            .flat_map(|arg| match arg {
                Arg::Id(address) => vec![address],
                Arg::Pair(pair) => vec![&pair.0, &pair.1],
                _ => Vec::new(),
            })
            .collect()
    }

    /// The objects that it comes after: whose ids it uses, and that must be settled before.
    pub fn uses(&self) -> impl Iterator<Item = &Address> {
        self.ids().into_iter().chain(&self.needs)
    }

    /// What settling it does beside.
    pub fn marks(&self) -> &[Mark] {
        match &self.ensure {
            Ensure::Find(find) => &find.marks,
            Ensure::Put(put) => &put.marks,
            Ensure::Remove(remove) => &remove.marks,
            Ensure::Check(_) | Ensure::Manual(_) => &[],
        }
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
                all.extend(find.moved.iter().map(|moved| &moved.lookup));
            }
            Ensure::Put(put) => {
                all.extend(put.read.iter().flat_map(|read| &read.lookups));
                all.extend(put.guard.iter().flat_map(|guard| &guard.lookups));
            }
            Ensure::Check(check) => all.extend(&check.read.lookups),
            Ensure::Remove(remove) => all.push(&remove.lookup),
            Ensure::Manual(manual) => match &manual.done {
                Done::Row { lookups, .. } => all.extend(lookups),
                Done::Absent { lookup } => all.push(lookup),
                Done::Said { .. } => {}
            },
        }
        all
    }
}

fn arguments(call: &Call) -> impl Iterator<Item = &Arg> {
    let flags = call.args().iter().map(|(_, arg)| arg);
    call.positional().into_iter().chain(flags)
}

fn compared(test: &Test) -> Option<&Arg> {
    match test {
        Test::Equals(_, value) => Some(value),
        _ => None,
    }
}
