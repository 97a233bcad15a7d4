//! A build that is killed at any moment leaves old or new bytes and a ledger from
//! which the next build goes on.

use std::env;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use camino::Utf8Path;
use gusset::emit::Artifact;
use gusset::project::{Output, OutputLock, State, write};
use gusset::source::Sources;

use crate::support::folder::Folder;
use crate::write::artifact;

const FOLDER: &str = "GUSSET_TEST_KILL_FOLDER";
/// How often to kill at least, and how many of those must have hit a build half done.
const KILLS: u64 = 60;
const HALFWAY: usize = 3;
/// A machine so slow that no build is hit by then is a failure.
const MOST_KILLS: u64 = 600;

/// One of four sets of files that share some and differ in others.
fn set(number: usize) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = (0..12)
        .filter(|file| !(file + number).is_multiple_of(5))
        .map(|file| {
            let text = format!("set {number}, file {file}\n").repeat(400);
            artifact(&format!("project/f{}/{file}.ts", file % 3), &text)
        })
        .collect();
    artifacts.push(artifact("project/same.ts", "always the same\n"));
    artifacts
}

fn build(root: &Utf8Path, artifacts: &[Artifact]) {
    let _lock = OutputLock::take(root).unwrap();
    let output = Output::compare(root, artifacts, false).unwrap();
    let obstacles = output.obstacles(false, &mut Sources::new());
    assert!(obstacles.is_empty(), "{obstacles:#?}");
    write(&output, artifacts).unwrap();
}

/// Not a test: the process that `survives_being_killed` starts and kills.
#[test]
#[ignore = "started by the test below"]
fn writer() {
    let Ok(folder) = env::var(FOLDER) else { return };
    for number in (0..4).cycle() {
        build(Utf8Path::new(&folder), &set(number));
    }
}

#[test]
fn survives_being_killed() {
    let folder = Folder::empty();
    let root = folder.utf8().join("versori");
    let mut halfway = 0;
    for kill in 0..MOST_KILLS {
        if kill >= KILLS && halfway >= HALFWAY {
            return;
        }
        let mut writer = Command::new(env::current_exe().unwrap())
            .args(["--exact", "kill::writer", "--ignored", "--nocapture"])
            .env(FOLDER, &root)
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        // Spread over the first builds, more finely than one takes, and later where
        // the machine is so busy that starting takes long.
        let late = (kill / KILLS) * 40_000;
        sleep(Duration::from_micros(4_000 + late + (kill % KILLS) * 977));
        // SIGKILL. A writer that ended by itself had failed.
        assert!(writer.try_wait().unwrap().is_none(), "the writer failed");
        writer.kill().unwrap();
        writer.wait().unwrap();

        // Whatever set comes next, nothing looks changed by hand or foreign, and each
        // file is one of the versions, whole.
        let next = set((kill % 4) as usize);
        let output = Output::compare(&root, &next, false).unwrap();
        for item in &output.items {
            let strange = [State::Edited, State::Foreign, State::Kept, State::Unlisted];
            assert!(
                !strange.contains(&item.state),
                "{} {:?}",
                item.path,
                item.state
            );
        }
        for (path, bytes) in folder.files() {
            let Some(path) = path.strip_prefix("versori/project/") else {
                continue;
            };
            let path = format!("project/{path}");
            if path.contains(".gusset-tmp-") {
                continue;
            }
            let whole = (0..4)
                .flat_map(set)
                .any(|artifact| artifact.path == path && artifact.contents.as_bytes() == bytes);
            assert!(whole, "{path} is torn");
        }
        let ledger = folder.files().remove("versori/.gusset-ledger.json");
        halfway += usize::from(
            ledger.is_some_and(|text| String::from_utf8(text).unwrap().contains("pending")),
        );
        if kill % 3 == 0 {
            build(&root, &next);
            let expected: Vec<String> = folder.files().into_keys().collect();
            assert_eq!(expected.len(), next.len() + 1, "{expected:?}");
            assert!(Output::compare(&root, &next, false).unwrap().is_current());
        }
    }
    panic!("{halfway} of {MOST_KILLS} kills hit a build half done");
}
