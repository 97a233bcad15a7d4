//! The scripts of every example.

use std::fs;
use std::path::{Path, PathBuf};

use gusset::compile::compile;
use gusset::source::Sources;
use libtest_mimic::Trial;

use super::shims::World;
use super::trial;
use stand_in::state::{Connection, State};

pub fn trials() -> Vec<Trial> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root())
        .expect("the examples")
        .flatten()
        .map(|entry| entry.path())
        .filter(|folder| folder.join("integration.toml").is_file())
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "there are examples");
    folders
        .into_iter()
        .map(|folder| {
            let name = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            trial(&format!("example_{name}_is_deployed_once"), move || {
                deploys(&folder);
            })
        })
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// Writes what the example compiles to; gives the variables that it wants.
fn build(world: &World, folder: &Path) -> Vec<String> {
    let mut sources = Sources::new();
    let mut wanted = vec!["integration.toml".to_owned()];
    let compilation = loop {
        for path in &wanted {
            let bytes =
                fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            sources.add(path.as_str(), bytes);
        }
        let compilation = compile(&sources, "integration.toml");
        if compilation.needs.is_empty() {
            break compilation;
        }
        wanted = compilation.needs;
    };
    let mut variables = Vec::new();
    for artifact in compilation.artifacts {
        if artifact.path == ".env.example" {
            let names = artifact
                .contents
                .lines()
                .filter_map(|line| line.strip_suffix("=''"));
            variables.extend(names.map(str::to_owned));
        }
        world.write(&format!("versori/{}", artifact.path), &artifact.contents);
    }
    variables
}

fn deploys(folder: &Path) {
    let mut world = World::new(&State::new());
    for name in build(&world, folder) {
        world.variables.insert(name, "canary".into());
    }
    world.script("setup.sh", &[]).ends(0);
    let mut scripts: Vec<String> = fs::read_dir(world.folder().join("versori/scripts"))
        .expect("the scripts")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("deploy-"))
        .collect();
    scripts.sort();
    for script in &scripts {
        for _ in 0..2 {
            let run = world.script(script, &[]);
            if run.code == Some(0) {
                break;
            }
            do_by_hand(&mut world, &run.ends(4).stderr);
        }
        let before = world.state();
        world.script("setup.sh", &[]).ends(0);
        let again = world.script(script, &[]).ends(0);
        assert!(
            again.stderr.contains("nothing was made or changed"),
            "{again:?}"
        );
        assert_eq!(world.state(), before);
    }
    assert!(!format!("{:?}", world.calls()).contains("canary"));
}

/// Does what a script has told a person to do.
fn do_by_hand(world: &mut World, told: &str) {
    let mut state = world.state();
    let words: Vec<&str> = told.split_whitespace().collect();
    for line in told.lines() {
        let Some((_, rest)) = line.split_once("and call the connection ") else {
            continue;
        };
        let name = rest.trim_end_matches('.');
        let base_url = told
            .split_once(line)
            .and_then(|(_, after)| after.split_once("Its base URL is "))
            .and_then(|(_, after)| after.lines().next())
            .unwrap_or_default();
        let template = state
            .projects
            .iter()
            .flat_map(|project| &project.environments)
            .flat_map(|environment| &environment.templates)
            .filter(|template| name.starts_with(&format!("{}-", template.name)))
            .max_by_key(|template| template.name.len())
            .cloned()
            .expect("the connection is of a template");
        let id = state.id();
        state.connections.push(Connection {
            id,
            name: name.into(),
            system: template.system,
            base_url: base_url.into(),
            credential: "by hand".into(),
            templates: vec![template.id],
            user: String::new(),
        });
    }
    for word in words {
        if let Some((_, value)) = word.split_once("GUSSET_VALUES_SET=") {
            world
                .variables
                .insert("GUSSET_VALUES_SET".into(), value.into());
        }
    }
    state.save(&world.state_path());
}
