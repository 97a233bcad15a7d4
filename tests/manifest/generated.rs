//! The committed files that are made from the key table. `GUSSET_UPDATE=1` writes them.

use std::fs;

use super::tools::root;

fn check(path: &str, made: &str) {
    let file = root().join(path);
    if std::env::var_os("GUSSET_UPDATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder");
        fs::write(&file, made).expect("the file");
        return;
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == made,
        "{path} is not current; run: GUSSET_UPDATE=1 cargo test --test manifest"
    );
}

#[test]
fn the_json_schema_is_current() {
    let mut schema =
        serde_json::to_string_pretty(&gusset::manifest::json_schema()).expect("a schema in JSON");
    schema.push('\n');
    check("spec-schema/manifest.schema.json", &schema);
}

#[test]
fn the_reference_is_current() {
    check("docs/manifest.md", &gusset::manifest::reference());
}
