//! What runs in an environment, and files that others have changed: people edit in the
//! platform's own pages, and a deployment replaces every file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::answer::CommandLine;
use super::reader::{Reader, Stop, Told};
use super::rows::field_of;
use super::words::Known;
use crate::platform::ProjectFiles;
use crate::steps::{environments, files, versions};

/// What an environment has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remote {
    /// `None` where nothing was ever deployed.
    pub deployed: Option<Deployed>,
    /// Files of others that differ from the last version of ours.
    pub files: Vec<RemoteFile>,
    /// Whose files these are, in a few words; empty where there are none.
    pub whose: String,
}

/// A version that is deployed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deployed {
    pub id: String,
    pub name: String,
    pub description: String,
    /// The environment's: `running`.
    pub status: String,
}

/// A file that is not as ours. One side is absent where it was made or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteFile {
    pub path: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
}

/// What the names of our versions begin with.
const OURS: &str = "g-";

impl Deployed {
    /// Whether gusset has made it.
    pub fn is_ours(&self) -> bool {
        self.name.starts_with(OURS)
    }

    /// The commit that its description names.
    pub fn commit(&self) -> Option<&str> {
        self.description.strip_prefix("commit ")
    }
}

type Files = BTreeMap<String, String>;

/// The version that an environment has; `None` where nothing was ever deployed.
///
/// # Errors
/// Why it cannot be read.
pub fn deployed_version(
    platform: &dyn CommandLine,
    known: &Known,
    environment: &str,
) -> Result<Option<Deployed>, String> {
    let reader = Reader::new(platform, known.clone());
    deployed(&reader, environment).or_else(|stop| match stop {
        Stop::Unbound(_) => Ok(None),
        Stop::Refused(why) => Err(why),
    })
}

/// Reads what an environment has.
pub(super) fn remote(reader: &Reader<'_>, environment: &str) -> Result<Remote, String> {
    read(reader, environment).or_else(|stop| match stop {
        // There is no project yet, so there is nothing of others.
        Stop::Unbound(_) => Ok(Remote::default()),
        Stop::Refused(why) => Err(why),
    })
}

fn read(reader: &Reader<'_>, environment: &str) -> Told<Remote> {
    let Some(deployed) = deployed(reader, environment)? else {
        return Ok(Remote::default());
    };
    let listed = reader.listed(&versions()?)?;
    let ours = |row: &&Value| field_of(row, "name").starts_with(OURS);
    let newest = listed
        .rows()
        .filter(ours)
        .max_by_key(|row| field_of(row, "createdAt"));
    let mut remote = Remote {
        deployed: Some(deployed.clone()),
        ..Remote::default()
    };
    let (theirs, base) = if deployed.is_ours() {
        let draft = contents(reader, None)?;
        let names: BTreeSet<&str> = listed.rows().map(|row| field_of(row, "name")).collect();
        if draft.is_empty() || names.contains(version_name(&draft).as_str()) {
            return Ok(remote);
        }
        "changed in the project's files".clone_into(&mut remote.whose);
        (draft, Some(deployed.id.as_str()))
    } else {
        remote.whose = format!("deployed as {}", deployed.name);
        let base = newest.map(|row| field_of(row, "id"));
        (contents(reader, Some(&deployed.id))?, base)
    };
    let ours = match base {
        Some(id) => contents(reader, Some(id))?,
        None => Files::new(),
    };
    let mut paths: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
    paths.sort();
    paths.dedup();
    for path in paths {
        let (ours, theirs) = (ours.get(path).cloned(), theirs.get(path).cloned());
        if ours != theirs {
            let path = path.clone();
            remote.files.push(RemoteFile { path, ours, theirs });
        }
    }
    Ok(remote)
}

fn deployed(reader: &Reader<'_>, environment: &str) -> Told<Option<Deployed>> {
    let listed = reader.listed(&environments(environment)?)?;
    let row = listed
        .rows()
        .find(|row| field_of(row, "name") == environment);
    Ok(row.and_then(|row| {
        let version = row.get("deployedVersion")?;
        let text = |field| field_of(version, field).to_owned();
        let deployed = Deployed {
            id: text("id"),
            name: text("name"),
            description: text("description"),
            status: field_of(row, "status").to_owned(),
        };
        (!deployed.id.is_empty()).then_some(deployed)
    }))
}

/// The files of a version; without one, those that are being edited.
fn contents(reader: &Reader<'_>, version: Option<&str>) -> Told<Files> {
    let listed = reader.listed(&files(version)?)?;
    let of = |row: &Value| {
        (
            field_of(row, "filename").to_owned(),
            field_of(row, "content").to_owned(),
        )
    };
    Ok(listed.rows().map(of).collect())
}

fn version_name(files: &Files) -> String {
    let all = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_bytes()));
    ProjectFiles::new(all).version_name()
}
