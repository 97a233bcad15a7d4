//! From the paths of a command line to integrations.

use camino::{Utf8Path, Utf8PathBuf};
use gusset::project::find;

use crate::support::folder::Folder;

/// The folders found below the test's folder, and why others were not.
fn found(folder: &Folder, paths: &[&str]) -> (Vec<String>, Vec<String>) {
    let paths: Vec<Utf8PathBuf> = paths.iter().map(|path| folder.utf8().join(path)).collect();
    let (found, missing) = find(&paths);
    let shown = |path: &Utf8Path| path.strip_prefix(folder.utf8()).unwrap_or(path).to_string();
    (
        found
            .iter()
            .map(|found| format!("{}:{}", shown(&found.folder), found.manifest))
            .collect(),
        missing
            .into_iter()
            .map(|missing| missing.why.replace(&format!("{}/", folder.utf8()), ""))
            .collect(),
    )
}

fn repository() -> Folder {
    Folder::with(&[
        ("b/integration.toml", ""),
        ("b/nested/integration.toml", ""),
        ("a/one/integration.toml", ""),
        ("a/two/integration.toml", ""),
        ("a/two/other.toml", ""),
        ("node_modules/x/integration.toml", ""),
        (".hidden/integration.toml", ""),
        ("empty/readme.txt", ""),
    ])
}

#[test]
fn a_folder_without_a_manifest_stands_for_all_below() {
    let all = ["a/one", "a/two", "b"].map(|folder| format!("{folder}:integration.toml"));
    assert_eq!(found(&repository(), &[""]).0, all);
}

#[test]
fn each_is_found_once_and_in_the_order_named() {
    let (folders, missing) = found(
        &repository(),
        &["b", "a/two", "a", "b/../b", "b/integration.toml"],
    );
    assert_eq!(
        folders,
        [
            "b:integration.toml",
            "a/two:integration.toml",
            "a/one:integration.toml"
        ]
    );
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_manifest_may_have_another_name() {
    assert_eq!(
        found(&repository(), &["a/two/other.toml"]).0,
        ["a/two:other.toml"]
    );
}

#[test]
fn what_leads_nowhere_is_told_with_its_path() {
    let (folders, missing) = found(&repository(), &["empty", "absent", "b/integration.toml/x"]);
    assert!(folders.is_empty());
    assert_eq!(
        missing,
        [
            "there is no `integration.toml` in `empty` or below it",
            "there is no file or folder `absent`",
            "`b/integration.toml/x` cannot be read: a part of the path is not a folder",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_followed_only_when_named() {
    let folder = repository();
    folder.link("../b", "a/link");
    folder.link("..", "a/loop");
    assert_eq!(found(&folder, &["a"]).0.len(), 2);
    assert_eq!(found(&folder, &["a/link"]).0, ["a/link:integration.toml"]);
}
