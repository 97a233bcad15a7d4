//! The searches that several steps share.

use super::{Address, Lookup, Page, Rows};
use crate::contract::{Arg, Call, ContractError, table};

/// The rows of an API page.
const PAGE: usize = 20;

/// How many versions are looked through.
const VERSIONS: usize = 100;

pub(super) fn text(value: impl Into<String>) -> Arg {
    Arg::Text(value.into())
}

pub(super) fn project_id() -> Arg {
    Arg::Id(Address::Project)
}

/// Systems of the organisation, by a field.
pub(super) fn systems(field: &'static str, value: Arg) -> Result<Lookup, ContractError> {
    Ok(Lookup {
        list: Call::new(&table::systems::LIST, vec![("output", text("json"))])?,
        rows: Rows::Items,
        by: vec![(field, value)],
        id: "id",
        page: Page::First(PAGE),
    })
}

/// Connection templates of one environment, or of each, by a field.
pub(super) fn templates(
    environment: Arg,
    field: &'static str,
    value: Arg,
    id: &'static str,
) -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::project_systems::LIST,
        vec![
            ("project", project_id()),
            ("environment", environment),
            ("output", text("json")),
        ],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: vec![(field, value)],
        id,
        page: Page::First(PAGE),
    })
}

/// All connection templates of an environment.
pub(crate) fn templates_of(environment: &str) -> Result<Lookup, ContractError> {
    templates(text(environment), "name", text(""), "connectionTemplateId")
}

/// The versions of the project, as many as are looked through.
pub(crate) fn versions() -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::versions::LIST,
        vec![
            ("project", project_id()),
            (
                "limit",
                Arg::Number(i64::try_from(VERSIONS).unwrap_or(i64::MAX)),
            ),
            ("output", text("json")),
        ],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: Vec::new(),
        id: "id",
        page: Page::Unique,
    })
}

/// The files of a version; without one, those of the project.
pub(crate) fn files(version: Option<&str>) -> Result<Lookup, ContractError> {
    let mut args = vec![("project", project_id())];
    args.extend(version.map(|id| ("version", text(id))));
    args.push(("output", text("json")));
    Ok(Lookup {
        list: Call::new(&table::projects::FILES, args)?,
        rows: Rows::Items,
        by: Vec::new(),
        id: "filename",
        page: Page::Whole,
    })
}

/// The schema of the activation variables: the whole answer.
pub(crate) fn variables() -> Result<Lookup, ContractError> {
    Ok(Lookup {
        list: Call::new(&table::variables::GET, vec![("project", project_id())])?,
        rows: Rows::Answer,
        by: Vec::new(),
        id: "",
        page: Page::Whole,
    })
}

/// The template of a name in an environment.
pub(super) fn template_named(environment: &str, name: &str) -> Result<Lookup, ContractError> {
    templates(
        text(environment),
        "name",
        text(name),
        "connectionTemplateId",
    )
}

/// The one template of a system in an environment.
pub(super) fn template(environment: &str, system: &str) -> Result<Lookup, ContractError> {
    templates(
        text(environment),
        "connectionTemplateId",
        Arg::Id(Address::Template(system.to_owned())),
        "connectionTemplateId",
    )
}

/// Connections that are linked to the project's templates in an environment.
pub(super) fn linked(
    environment: &str,
    by: Vec<(&'static str, Arg)>,
) -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::project_systems::LIST_CONNECTIONS,
        vec![
            ("project", project_id()),
            ("environment", text(environment)),
            ("output", text("json")),
        ],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by,
        id: "id",
        page: Page::First(PAGE),
    })
}

/// Connections of a system in the whole organisation, by name.
pub(super) fn connections(system: &str, name: &str) -> Result<Lookup, ContractError> {
    let system = Arg::Id(Address::System(system.to_owned()));
    let list = Call::new(
        &table::connections::LIST,
        vec![("system", system), ("output", text("json"))],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: vec![("connectionName", text(name))],
        id: "connectionId",
        page: Page::First(PAGE),
    })
}

/// Environments of the project, by name.
pub(crate) fn environments(name: &str) -> Result<Lookup, ContractError> {
    let list = Call::with_word(
        &table::projects::DETAILS,
        project_id(),
        vec![("output", text("json"))],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Field("environments"),
        by: vec![("name", text(name))],
        id: "id",
        page: Page::Whole,
    })
}

/// Notification channels of the organisation, by name.
pub(super) fn channels(name: &str) -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::notifications::CHANNELS_LIST,
        vec![("output", text("json"))],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: vec![("name", text(name))],
        id: "id",
        page: Page::First(PAGE),
    })
}
