//! What happens to one object.

use std::collections::BTreeSet;

use super::facts::{Fact, Settled};
use super::objects::Held;
use crate::execute::FieldChange;
use crate::plan::{Action, ByHand, Change, Kind};
use crate::steps::Ensure;

/// An object that the base does not have.
pub(super) fn created(held: &Held<'_>) -> Change {
    let mut change = Change::new(held.shown());
    // What never was needs no removal.
    if held.is_removal() {
        return change;
    }
    let is_given = held.is_given();
    let is_manual = held.manual().next().is_some();
    for step in &held.steps {
        let action = match &step.ensure {
            Ensure::Find(find) if find.create.is_some() => Action::Create,
            // It waits for what the person does.
            Ensure::Put(_) if is_manual => Action::Wait,
            Ensure::Put(_) if is_given => Action::Update,
            Ensure::Put(_) => Action::Create,
            Ensure::Manual(_) => Action::ByHand,
            Ensure::Find(_) | Ensure::Check(_) | Ensure::Remove(_) => Action::Same,
        };
        change.action = change.action.max(action);
    }
    change.by_hand = held.by_hand();
    if change.action != Action::Same {
        let facts = held.facts.iter();
        change.fields = facts
            .filter(|(_, fact)| !fact.value.is_null())
            .map(|(name, fact)| FieldChange {
                field: name.clone(),
                from: None,
                to: Some(fact.value.clone()),
            })
            .collect();
    }
    change
}

/// An object that both have. `anew`: it is made again, since what it is part of is.
pub(super) fn changed(was: &Held<'_>, held: &Held<'_>, old: &[Held<'_>], anew: bool) -> Change {
    let mut change = Change::new(held.shown());
    if held.is_removal() {
        if !was.is_removal() {
            removed(held, &mut change);
        }
        return change;
    }
    let mut settled: Vec<&Settled> = Vec::new();
    let mut left_out = Vec::new();
    let names: BTreeSet<&String> = was.facts.keys().chain(held.facts.keys()).collect();
    for name in names {
        let (before, after) = (was.facts.get(name), held.facts.get(name));
        // It is taken under the former name.
        if name == "name" && was.former.is_some() {
            continue;
        }
        let shown = |fact: &Fact| Some(fact.value.clone()).filter(|value| !value.is_null());
        let (from, to) = (before.and_then(shown), after.and_then(shown));
        let Some(fact) = after.or(before).filter(|_| from != to) else {
            continue;
        };
        // Only what is sent as a whole loses what is left out.
        if after.is_none() && fact.settled != Settled::Reset {
            if held.object.kind != Kind::Variables {
                left_out.push(FieldChange {
                    field: name.clone(),
                    from,
                    to,
                });
            }
            continue;
        }
        settled.push(&fact.settled);
        change.fields.push(FieldChange {
            field: name.clone(),
            from,
            to,
        });
    }
    let is_manual = held.manual().next().is_some();
    let was_manual = was.manual().next().is_some();
    let mut messages = settled.iter().filter_map(|settled| match settled {
        Settled::Refused(message) => Some(message),
        _ => None,
    });
    let by_hand: Vec<ByHand> = settled
        .iter()
        .filter_map(|settled| match settled {
            Settled::ByHand(title) => Some(ByHand {
                title: title.clone(),
                instructions: Vec::new(),
            }),
            _ => None,
        })
        .collect();
    if is_manual && (!settled.is_empty() || !was_manual) {
        change.action = Action::ByHand;
        change.by_hand = held.by_hand();
    } else if anew || settled.contains(&&Settled::Anew) {
        change.action = Action::Create;
    } else if let Some(message) = messages.next() {
        change.action = Action::Refuse;
        change.reason.clone_from(message);
    } else if !by_hand.is_empty() {
        change.action = Action::ByHand;
        change.by_hand = by_hand;
    } else if settled
        .iter()
        .any(|settled| matches!(settled, Settled::Sent | Settled::Reset))
    {
        change.action = Action::Update;
        if let Some(message) = held.guard(old) {
            change.action = Action::Refuse;
            message.clone_into(&mut change.reason);
        }
    }
    change.fields.extend(left_out);
    if held.object.kind == Kind::Version && change.action == Action::Create {
        "the deployed files change".clone_into(&mut change.reason);
    } else if matches!(change.action, Action::Create | Action::Update) {
        change.reason = reason(&change.fields);
    }
    if change.action == Action::Same {
        change.fields.clear();
    }
    if was.former.is_some() && held.is_renamed() {
        change.action = change.action.max(Action::Rename);
        change.former.clone_from(&was.former);
    }
    change
}

/// An object that is not to be any more.
fn removed(held: &Held<'_>, change: &mut Change) {
    let gone = held.steps.iter().filter_map(|step| match &step.ensure {
        Ensure::Remove(remove) => Some(remove.gone.join("; ")),
        _ => None,
    });
    let gone: Vec<String> = gone.collect();
    change.by_hand = held.by_hand();
    change.action = if gone.is_empty() {
        Action::ByHand
    } else {
        change.reason = format!("lost: {}", gone.join("; "));
        Action::Delete
    };
}

/// The fields that change, in one line.
fn reason(fields: &[FieldChange]) -> String {
    const SHOWN: usize = 4;
    let names: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    let shown = names.get(..SHOWN.min(names.len())).unwrap_or_default();
    let mut reason = shown.join(", ");
    if names.len() > SHOWN {
        reason.push_str(&format!(" and {} more", names.len() - SHOWN));
    }
    reason
}

/// A deployment to which nothing else happens is renewed with what it holds.
pub(super) fn renewed(change: &mut Change) {
    if change.action == Action::Same {
        change.action = Action::Update;
        "renewed with what it holds".clone_into(&mut change.reason);
    }
}
