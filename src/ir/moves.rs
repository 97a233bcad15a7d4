//! Renamings and deletions by the platform's names.

use super::platform::channel_name;
use crate::model::{Model, incoming_name};
use crate::platform::{Moved, ObjectKind, Platform, Removed};

/// What is to be deleted. With a system goes the one that checks its webhooks.
pub fn removed(model: &Model, platform: &Platform) -> Vec<Removed> {
    model
        .removed
        .iter()
        .flat_map(|removed| {
            let name = &removed.name.value;
            let names = match removed.kind {
                ObjectKind::Alerts => vec![channel_name(model)],
                ObjectKind::System => vec![name.clone(), incoming_name(name)],
                _ => vec![name.clone()],
            };
            names.into_iter().map(|name| Removed {
                kind: removed.kind,
                name,
                reason: removed.reason.clone(),
            })
        })
        .filter(|removed| removed.kind != ObjectKind::System || !has(platform, &removed.name))
        .collect()
}

/// What has another name. A system that the platform does not have now, since nothing calls
/// it, has no renaming.
pub fn moved(model: &Model, platform: &Platform) -> Vec<Moved> {
    model
        .moved
        .iter()
        .flat_map(|moved| {
            let (from, to) = (&moved.from.value, &moved.to.value);
            let mut pairs = vec![(from.clone(), to.clone())];
            if moved.kind == ObjectKind::System {
                pairs.push((incoming_name(from), incoming_name(to)));
                pairs.retain(|(from, to)| !has(platform, from) && has(platform, to));
            }
            pairs.into_iter().map(|(from, to)| Moved {
                kind: moved.kind,
                from,
                to,
                reason: moved.reason.clone(),
            })
        })
        .collect()
}

fn has(platform: &Platform, system: &str) -> bool {
    platform.systems.iter().any(|held| held.name == system)
}
