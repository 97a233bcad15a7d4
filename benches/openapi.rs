//! `cargo bench --bench openapi`: how long `check` takes on a mapping over OpenAPI
//! documents of several sizes.
//!
//! `cargo bench --bench openapi -- --write FOLDER PATHS FIELDS` writes such an integration
//! instead, for measuring the whole command and its memory from outside.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss
)]

#[path = "openapi/document.rs"]
mod document;
mod timing;

use std::path::Path;

use document::{Size, document, manifest};
use gusset::source::Sources;

const RUNS: usize = 5;

fn main() {
    let arguments = timing::arguments();
    if let [flag, folder, paths, fields] = arguments.as_slice()
        && flag == "--write"
    {
        let size = Size {
            paths: paths.parse().expect("PATHS is a number"),
            fields: fields.parse().expect("FIELDS is a number"),
        };
        write(Path::new(folder), size);
        return;
    }
    println!("paths  fields     MB    median");
    for (paths, fields) in [(100, 200), (1_050, 20), (1_050, 200), (7_000, 200)] {
        measure(Size { paths, fields });
    }
}

fn write(folder: &Path, size: Size) {
    std::fs::create_dir_all(folder).expect("FOLDER can be made");
    for (name, content) in [
        ("integration.toml", manifest(size)),
        ("api.json", document(size)),
    ] {
        std::fs::write(folder.join(name), content).expect("FOLDER can be written");
    }
}

fn measure(size: Size) {
    let document = document(size);
    let bytes = document.len();
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest(size));
    sources.add("api.json", document);
    let median = timing::median(&sources, RUNS, |result| {
        result.diagnostics.is_empty() && result.needs.is_empty()
    });
    println!(
        "{:5}  {:6}  {:5.1}  {:6.0} ms",
        size.paths,
        size.fields,
        bytes as f64 / 1e6,
        median.as_secs_f64() * 1e3,
    );
}
