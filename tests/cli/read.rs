//! What cannot be read is told with its path, and nothing outside the folder is read.

use std::fs::File;

use crate::support::folder::Folder;
use crate::support::program::gusset;

/// What `check` says about the folder, which must be an error of this code.
#[track_caller]
fn refused(folder: &Folder, code: &str) -> String {
    let said = gusset(folder.path(), &["check"]).ends_with(1).stdout;
    assert!(said.contains(code), "{said}");
    said
}

fn grow(folder: &Folder, path: &str, bytes: u64) {
    let path = folder.path().join(path);
    File::create(path).unwrap().set_len(bytes).unwrap();
}

#[test]
fn a_manifest_that_is_a_folder() {
    let folder = Folder::with(&[("integration.toml/x", "")]);
    let said = refused(&folder, "GS0904");
    assert!(
        said.contains("`integration.toml` cannot be read: it is a folder"),
        "{said}"
    );
}

#[test]
fn a_manifest_above_the_limit() {
    let folder = Folder::empty();
    grow(&folder, "integration.toml", (64 << 20) + 1);
    let said = refused(&folder, "GS0903");
    assert!(said.contains("65 MiB, more than the 64 MiB"), "{said}");
}

#[cfg(unix)]
mod unix {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_manifest_that_is_a_pipe_is_not_waited_for() {
        let folder = Folder::empty();
        let pipe = folder.path().join("integration.toml");
        assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
        let said = refused(&folder, "GS0904");
        assert!(said.contains("not a regular file"), "{said}");
    }

    #[test]
    fn a_manifest_that_is_a_link_to_nothing() {
        let folder = Folder::empty();
        folder.link("absent.toml", "integration.toml");
        refused(&folder, "GS0905");
    }
}
