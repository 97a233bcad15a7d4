//! Systems of the organisation.

use super::lookups::{systems, templates, text};
use super::{Address, Ensure, Find, IdFrom, Known, Layer, Refusal, Step};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Platform, System};

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
    Ok(Step {
        at: Address::System(name.clone()),
        layer: Layer::Setup,
        needs: vec![Address::Project],
        ensure: Ensure::Find(Find {
            known: vec![Known::Lock, Known::Given, Known::Row(bound)],
            lookup: systems("name", text(name))?,
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
