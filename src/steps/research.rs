//! The research document as an asset of the project, for the platform's assistants.

use serde_json::json;

use super::environment::step;
use super::lookups::{project_id, text};
use super::{Address, Ensure, Lookup, Page, Put, Read, Rows, Step, Test};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::Research;

/// Where the platform's assistants look for what is known of a project.
const FOLDER: &str = "research/documents";

/// Sends the document when there is none, or one of another size. Nothing needs it: assets
/// lie on another host of the platform, which may refuse what the rest takes.
pub(super) fn research(research: &Research) -> Result<Step, ContractError> {
    let path = &research.path;
    let name = path
        .rsplit_once('/')
        .map_or(path.as_str(), |(_, name)| name);
    let list = Call::new(
        &table::assets::LIST,
        vec![("project", project_id()), ("output", text("json"))],
    )?;
    let upload = Call::new(
        &table::assets::UPLOAD,
        vec![
            ("project", project_id()),
            ("file", Arg::File(path.clone())),
            ("folder", text(FOLDER)),
        ],
    )?;
    Ok(step(
        Address::Research,
        Vec::new(),
        Ensure::Put(Put {
            call: upload,
            read: Some(Read {
                lookups: vec![Lookup {
                    list,
                    rows: Rows::Items,
                    by: vec![("Name", text(name))],
                    // Assets have none; of several of one name the first counts.
                    id: "",
                    page: Page::Whole,
                }],
                // The list has it as text.
                test: Test::Holds(json!({ "Size": research.size.to_string() })),
            }),
            resend: true,
            guard: None,
            wait: false,
            optional: true,
            marks: Vec::new(),
        }),
    ))
}
