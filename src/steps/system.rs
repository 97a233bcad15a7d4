//! Systems of the organisation.

use super::lookups::{systems, templates, text};
use super::{
    Address, Done, Ensure, Find, IdFrom, Known, Layer, Manual, Moved, Page, Refusal, Step,
};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{ObjectKind, Platform, System};

pub(super) fn system(platform: &Platform, system: &System) -> Result<Step, ContractError> {
    let name = &system.name;
    let create = Call::new(
        &table::systems::CREATE,
        vec![
            ("name", text(name)),
            ("domain", text(&system.domain)),
            ("template-base-url", text(&system.base_url)),
            ("output", text("json")),
        ],
    )?;
    let bound = templates(Arg::EachEnvironment, "name", text(name), "id")?;
    let mut agree = vec![Refusal {
        field: "domain",
        value: text(&system.domain),
        message: format!(
            "the organisation has a system {name} of another domain than {}: name this one otherwise in {}, or write that domain",
            system.domain, platform.source
        ),
        is_url: false,
        is_manual: false,
    }];
    if system.per_user {
        agree.push(Refusal {
            field: "templateBaseUrl",
            value: text(&system.base_url),
            message: format!(
                "change the base URL of the system {name} to {} in the browser; every user's connection starts from it",
                system.base_url
            ),
            is_url: true,
            is_manual: true,
        });
    }
    let mut known = vec![Known::Lock, Known::Given, Known::Row(bound)];
    let mut moved = None;
    if let Some(former) = platform.former(ObjectKind::System, name) {
        known.insert(1, Known::Former(former.to_owned()));
        let bound = templates(Arg::EachEnvironment, "name", text(former), "id")?;
        known.push(Known::Row(bound));
        moved = Some(Box::new(Moved {
            from: former.to_owned(),
            lookup: systems("name", text(former))?,
            rename: None,
        }));
    }
    Ok(Step {
        at: Address::System(name.clone()),
        layer: Layer::Setup,
        needs: vec![Address::Project],
        ensure: Ensure::Find(Find {
            known,
            lookup: systems("name", text(name))?,
            moved,
            adopt: false,
            agree,
            create: Some(create),
            id: IdFrom::Json("id"),
            note: None,
            unknown: format!(
                "look for the system {name} in the browser, make it there if it is missing, and run this again with --system {name}=ID"
            ),
            upload: None,
            marks: Vec::new(),
        }),
    })
}

/// The name of a renamed system in the organisation, which is for people alone: the project's
/// code goes by the template's. Done when the row, if it can be seen, has not the former name.
pub(super) fn renamed(platform: &Platform, system: &System) -> Result<Option<Step>, ContractError> {
    let name = &system.name;
    let moved = platform
        .moved
        .iter()
        .find(|moved| moved.kind == ObjectKind::System && moved.to == *name);
    let Some(moved) = moved else {
        return Ok(None);
    };
    let at = Address::System(name.clone());
    let mut lookup = systems("id", Arg::Id(at.clone()))?;
    lookup.by.push(("name", text(&moved.from)));
    lookup.page = Page::Whole;
    Ok(Some(Step {
        at: Address::SystemName(name.clone()),
        layer: Layer::Setup,
        needs: vec![at],
        ensure: Ensure::Manual(Manual {
            title: format!("rename the system {} to {name}", moved.from),
            instructions: vec![
                format!("Why: {}", moved.reason),
                format!(
                    "In the browser, open the organisation's system {} and call it {name}.",
                    moved.from
                ),
                "It is done as soon as the platform lists it under another name.".into(),
            ],
            done: Done::Absent { lookup },
        }),
    }))
}
