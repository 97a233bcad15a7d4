//! Files of research beside a project.

use std::path::Path;

use serde_json::json;

use super::{day, project};
use crate::arguments::Call;
use crate::output::{Failure, first_page, list as print_list};
use crate::state::{Asset, State};

/// The kinds of files that are taken.
const KINDS: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("markdown", "text/markdown"),
    ("json", "application/json"),
    ("yaml", "text/yaml"),
    ("yml", "text/yaml"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
];

const FOLDERS: &[&str] = &[
    "attachments/raw",
    "research/documents",
    "research/workflows",
];

pub fn upload(state: &mut State, call: &Call) -> Result<String, Failure> {
    let folder = match call.text("folder") {
        "" => "research/documents",
        folder => folder,
    };
    if !FOLDERS.contains(&folder) {
        return Err(Failure::message(&format!(
            "invalid folder {folder:?} — allowed values: {}",
            FOLDERS.join(", ")
        )));
    }
    let path = Path::new(call.text("file"));
    let bytes = std::fs::read(path).map_err(|error| {
        let reason = format!("stat {}: {error}", path.display());
        Failure::reason("failed to stat file", &reason)
    })?;
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let (name, extension) = (part(path.file_name()), part(path.extension()));
    let kind = KINDS
        .iter()
        .find(|(known, _)| *known == extension.to_lowercase())
        .map(|(_, kind)| *kind)
        .ok_or_else(|| {
            Failure::message(&format!(
                "unsupported file type {:?} — allowed types: PDF, TXT, Markdown, JSON, YAML, JPEG, PNG, GIF, WebP",
                format!(".{extension}")
            ))
        })?;
    let project = project(state, call)?.id.clone();
    state.clock += 1;
    let url = url(&project, folder, &name);
    let asset = Asset {
        project,
        name,
        folder: folder.to_owned(),
        kind: kind.to_owned(),
        content: String::from_utf8_lossy(&bytes).into_owned(),
        uploaded: state.clock,
    };
    let text = format!("Successfully uploaded {:?}\nAsset URL: {url}\n", asset.name);
    let is_same = |held: &Asset| {
        (&held.project, &held.folder, &held.name) == (&asset.project, &asset.folder, &asset.name)
    };
    state.assets.retain(|held| !is_same(held));
    state.assets.push(asset);
    Ok(text)
}

fn url(project: &str, folder: &str, name: &str) -> String {
    format!("https://assets.versori.invalid/{project}/{folder}/{name}")
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let id = project(state, call)?.id.clone();
    let rows = state
        .assets
        .iter()
        .filter(|asset| asset.project == id)
        .map(|asset| {
            json!({
                "Name": asset.name,
                "Size": asset.content.len().to_string(),
                "ContentType": asset.kind,
                "Path": format!("{}/{}", asset.folder, asset.name),
                "DownloadURL": url(&id, &asset.folder, &asset.name),
                "LastModified": day(asset.uploaded),
            })
        });
    print_list(call, "printableAsset", first_page(rows))
}
