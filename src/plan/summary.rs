//! How many objects each action has.

use serde::{Deserialize, Serialize};

use super::{Action, Change};

/// Counts of objects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub create: usize,
    pub update: usize,
    pub rename: usize,
    pub adopt: usize,
    pub delete: usize,
    /// Manual steps of a person.
    pub by_hand: usize,
    /// Objects that wait for a person.
    pub waiting: usize,
    pub refused: usize,
    pub unchanged: usize,
}

impl Summary {
    pub fn of(changes: &[Change], unchanged: usize) -> Self {
        let mut summary = Self {
            unchanged,
            ..Self::default()
        };
        for change in changes {
            summary.by_hand += change.by_hand.len();
            let count = match change.action {
                Action::Same => &mut summary.unchanged,
                Action::Update => &mut summary.update,
                Action::Adopt => &mut summary.adopt,
                Action::Rename => &mut summary.rename,
                Action::Delete => &mut summary.delete,
                Action::Create => &mut summary.create,
                Action::Wait => &mut summary.waiting,
                Action::ByHand => continue,
                Action::Refuse => &mut summary.refused,
            };
            *count += 1;
        }
        summary
    }
}
