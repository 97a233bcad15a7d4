//! The files around the code: `package.json`, `tsconfig.json`, `.gitignore`, and the
//! user's own TypeScript.

use serde_json::json;

use crate::emit::Artifact;
use crate::ir::Program;
use crate::model::Model;

/// What the platform's uploader must leave out; it takes every other file.
const IGNORED: &str = "\
node_modules/
dist/
.env
.env.*
.git/
.versori
.idea/
.vscode/
.DS_Store
";

pub fn emit(model: &Model) -> Vec<Artifact> {
    let package = json!({
        "name": model.name,
        "version": "0.0.0",
        "private": true,
        "type": "module",
        "module": "dist/index.js",
        "dependencies": { "@versori/run": "^0.6.3" },
    });
    let tsconfig = json!({
        "compilerOptions": {
            "module": "ES2022",
            "target": "ES2024",
            "moduleResolution": "node",
            "allowImportingTsExtensions": true,
            "noEmit": true,
            "strict": true,
            "esModuleInterop": true,
            "sourceMap": true,
            "outDir": "dist",
        },
    });
    vec![
        artifact("package.json", pretty(&package)),
        artifact("tsconfig.json", pretty(&tsconfig)),
        artifact(".gitignore", IGNORED.to_owned()),
    ]
}

/// The files of `[functions]`, as they are.
pub fn custom(program: &Program<'_>) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = program
        .model
        .functions
        .iter()
        .filter_map(|function| {
            let (_, file) = program.sources.get(&function.file.value)?;
            Some(artifact(
                &format!("src/{}", function.file.value),
                file.valid_text().to_owned(),
            ))
        })
        .collect();
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    artifacts.dedup();
    artifacts
}

fn artifact(path: &str, contents: String) -> Artifact {
    Artifact {
        path: format!("project/{path}"),
        contents,
        executable: false,
    }
}

fn pretty(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
