//! The project and the notification channel.

use super::lookups::{channels, text};
use super::{Address, Ensure, Find, IdFrom, Known, Layer, Lookup, Mark, Page, Refusal, Rows, Step};
use crate::contract::{Call, ContractError, table};
use crate::platform::{Channel, Platform};

pub(super) fn project(platform: &Platform) -> Result<Step, ContractError> {
    let name = &platform.project;
    let lookup = Lookup {
        list: Call::new(&table::projects::LIST, vec![("output", text("json"))])?,
        rows: Rows::Items,
        by: vec![("name", text(name))],
        id: "id",
        page: Page::First(20),
    };
    let create = Call::new(
        &table::projects::CREATE,
        vec![("name", text(name)), ("output", text("json"))],
    )?;
    Ok(Step {
        at: Address::Project,
        layer: Layer::Setup,
        needs: Vec::new(),
        ensure: Ensure::Find(Find {
            known: vec![Known::Lock, Known::Given],
            lookup,
            moved: None,
            adopt: true,
            agree: Vec::new(),
            create: Some(create),
            id: IdFrom::Json("id"),
            note: None,
            unknown: format!(
                "make the project {name} in the browser, if it is not there, and run this again with --adopt and its id"
            ),
            upload: None,
            marks: vec![Mark::Lock],
        }),
    })
}

pub(super) fn channel(channel: &Channel) -> Result<Step, ContractError> {
    let mut args = vec![
        ("name", text(&channel.name)),
        ("email", text(&channel.email)),
    ];
    args.extend(channel.cc.iter().map(|address| ("cc", text(address))));
    Ok(Step {
        at: Address::Channel,
        layer: Layer::Setup,
        needs: Vec::new(),
        ensure: Ensure::Find(Find {
            known: Vec::new(),
            lookup: channels(&channel.name)?,
            moved: None,
            adopt: false,
            agree: vec![Refusal {
                field: "to",
                value: text(&channel.email),
                message: format!(
                    "change the address of the notification channel {} to {} in the browser, under the organisation's notifications",
                    channel.name, channel.email
                ),
                is_url: false,
                is_manual: true,
            }],
            create: Some(Call::new(&table::notifications::CHANNELS_CREATE, args)?),
            id: IdFrom::FindAgain,
            note: None,
            unknown: format!(
                "make the notification channel {} to {} in the browser, or remove channels that are not used",
                channel.name, channel.email
            ),
            upload: None,
            marks: Vec::new(),
        }),
    })
}
