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

/// An integration whose one type is learned from this file.
fn with_sample(path: &str) -> Folder {
    let folder = Folder::empty();
    folder.write("inner/samples/right.json", r#"[{ "id": 7 }]"#);
    folder.write("secret.json", r#"[{ "password": "hunter2" }]"#);
    let manifest = format!(
        r#"
[integration]
name = "orders-to-books"

[systems.shop]
domain = "shop.example.com"

[systems.books]
domain = "books.example.com"

[types]
orders = {{ sample = "{path}" }}

[workflows.nightly]
schedule = {{ cron = "0 3 * * *" }}

[[workflows.nightly.steps]]
id = "orders"
system = "shop"
get = "/orders"
returns = "orders"

[[workflows.nightly.steps]]
id = "saved"
system = "books"
post = "/orders"
body = "steps.orders.body"
"#
    );
    folder.write("inner/integration.toml", manifest);
    folder
}

/// What `check` says of that sample, at the place that names it.
#[track_caller]
fn refused_sample(folder: &Folder, code: &str) -> String {
    let outcome = gusset(folder.path(), &["check", "inner"]).ends_with(1);
    let said = outcome.stdout;
    assert!(said.contains(code), "{said}");
    assert!(said.contains("inner/integration.toml:12:"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
    said
}

#[test]
fn a_sample_is_read_from_the_manifests_folder() {
    for path in ["samples/right.json", "./samples/right.json"] {
        gusset(with_sample(path).path(), &["check", "inner"]).ends_with(0);
    }
}

#[test]
fn a_sample_that_is_absent_or_no_file() {
    refused_sample(&with_sample("samples/absent.json"), "GS0901");
    refused_sample(&with_sample("samples/right.json/x"), "GS0901");
    let said = refused_sample(&with_sample("samples"), "GS0904");
    assert!(said.contains("it is a folder"), "{said}");
}

#[test]
fn a_sample_outside_the_folder() {
    let here = Folder::empty();
    let absolute = here.path().join("x.json").display().to_string();
    for path in [
        "../secret.json",
        "samples/../../secret.json",
        &absolute,
        "/dev/stdin",
        "a\\\\b",
    ] {
        refused_sample(&with_sample(path), "GS0902");
    }
}

#[test]
fn a_sample_above_the_limit() {
    let folder = with_sample("samples/right.json");
    grow(&folder, "inner/samples/right.json", 70 << 20);
    let said = refused_sample(&folder, "GS0903");
    assert!(said.contains("70 MiB"), "{said}");
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

    #[test]
    fn a_link_may_not_lead_out_of_the_folder() {
        let folder = with_sample("samples/link.json");
        folder.link("../../secret.json", "inner/samples/link.json");
        refused_sample(&folder, "GS0902");
        let folder = with_sample("up/secret.json");
        folder.link("..", "inner/up");
        refused_sample(&folder, "GS0902");
    }

    #[test]
    fn a_link_inside_the_folder_is_followed() {
        let folder = with_sample("samples/link.json");
        folder.link("right.json", "inner/samples/link.json");
        gusset(folder.path(), &["check", "inner"]).ends_with(0);
        // The folder itself may be reached by a link.
        folder.link("inner", "also");
        gusset(folder.path(), &["check", "also"]).ends_with(0);
    }

    #[test]
    fn a_device_is_not_read() {
        let folder = with_sample("samples/zero.json");
        folder.link("/dev/zero", "inner/samples/zero.json");
        refused_sample(&folder, "GS0902");
    }
}
