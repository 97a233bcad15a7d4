//! Writing the output folder, without a pipeline: artifacts made up here.

use camino::Utf8PathBuf;
use gusset::emit::Artifact;
use gusset::project::{LEDGER, Output, OutputError, OutputLock, State, Written, write};
use gusset::source::Sources;

use crate::support::folder::Folder;

pub fn artifact(path: &str, contents: &str) -> Artifact {
    Artifact {
        path: path.to_owned(),
        contents: contents.to_owned(),
        executable: false,
    }
}

fn root(folder: &Folder) -> Utf8PathBuf {
    folder.utf8().join("versori")
}

fn compare(folder: &Folder, artifacts: &[Artifact]) -> Output {
    Output::compare(&root(folder), artifacts, false).unwrap()
}

/// Builds, or gives the codes of what stands in the way.
fn build(folder: &Folder, artifacts: &[Artifact], force: bool) -> Result<Written, Vec<String>> {
    let _lock = OutputLock::take(&root(folder)).unwrap();
    let output = compare(folder, artifacts);
    let obstacles = output.obstacles(force, &mut Sources::new());
    if obstacles.is_empty() {
        Ok(write(&output, artifacts).unwrap())
    } else {
        Err(obstacles
            .iter()
            .map(|finding| finding.code.id.to_owned())
            .collect())
    }
}

fn state(folder: &Folder, artifacts: &[Artifact], path: &str) -> Option<State> {
    compare(folder, artifacts)
        .items
        .iter()
        .find(|item| item.path == path)
        .map(|item| item.state)
}

fn two() -> Vec<Artifact> {
    vec![
        artifact("project/src/index.ts", "one\n"),
        artifact("scripts/setup.sh", "two\n"),
    ]
}

#[test]
fn a_second_build_touches_nothing() {
    let folder = Folder::empty();
    let first = build(&folder, &two(), false).unwrap();
    assert_eq!(first.created, ["project/src/index.ts", "scripts/setup.sh"]);
    let before = folder.files();
    let times = |folder: &Folder| -> Vec<_> {
        folder
            .files()
            .keys()
            .map(|path| {
                folder
                    .path()
                    .join(path)
                    .metadata()
                    .unwrap()
                    .modified()
                    .unwrap()
            })
            .collect()
    };
    let modified = times(&folder);
    let second = build(&folder, &two(), false).unwrap();
    assert!(second.is_nothing());
    assert_eq!(second.unchanged, 2);
    assert_eq!(folder.files(), before);
    assert_eq!(times(&folder), modified);
    assert!(compare(&folder, &two()).is_current());
}

#[test]
fn only_what_differs_is_written_and_the_ledger_follows() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    let next = [
        artifact("project/src/index.ts", "changed\n"),
        two().remove(1),
    ];
    let written = build(&folder, &next, false).unwrap();
    assert_eq!(written.changed, ["project/src/index.ts"]);
    assert_eq!(written.unchanged, 1);
    assert_eq!(folder.read("versori/project/src/index.ts"), "changed\n");
    assert!(compare(&folder, &next).is_current());
}

#[test]
fn files_no_longer_generated_go_with_the_folders_they_leave_empty() {
    let folder = Folder::empty();
    let mut artifacts = two();
    artifacts.push(artifact("project/src/deep/er/old.ts", "old\n"));
    build(&folder, &artifacts, false).unwrap();
    folder.write("versori/project/src/deep/mine.txt", "mine\n");
    let written = build(&folder, &two(), false).unwrap();
    assert_eq!(written.removed, ["project/src/deep/er/old.ts"]);
    assert!(!folder.has("versori/project/src/deep/er"));
    assert_eq!(folder.read("versori/project/src/deep/mine.txt"), "mine\n");
    assert!(!folder.read(&format!("versori/{LEDGER}")).contains("old.ts"));
}

#[test]
fn an_edited_file_stops_the_build_before_anything_is_written() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    folder.write("versori/scripts/setup.sh", "mine\n");
    let next = [
        artifact("project/src/index.ts", "changed\n"),
        two().remove(1),
    ];
    assert_eq!(build(&folder, &next, false), Err(vec!["GS0911".to_owned()]));
    assert_eq!(folder.read("versori/project/src/index.ts"), "one\n");
    assert_eq!(folder.read("versori/scripts/setup.sh"), "mine\n");
    let written = build(&folder, &next, true).unwrap();
    assert_eq!(
        written.changed,
        ["project/src/index.ts", "scripts/setup.sh"]
    );
    assert_eq!(folder.read("versori/scripts/setup.sh"), "two\n");
}

#[test]
fn an_edited_file_that_is_no_longer_generated_stays_and_is_told_until_it_goes() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    folder.write("versori/scripts/setup.sh", "mine\n");
    let one = &two()[..1];
    for force in [false, true, false] {
        let written = build(&folder, one, force).unwrap();
        assert_eq!(written.kept, ["scripts/setup.sh"]);
        assert_eq!(folder.read("versori/scripts/setup.sh"), "mine\n");
    }
    assert_eq!(state(&folder, one, "scripts/setup.sh"), Some(State::Kept));
    folder.remove("versori/scripts/setup.sh");
    assert!(build(&folder, one, false).unwrap().kept.is_empty());
    assert!(compare(&folder, one).is_current());
}

#[test]
fn a_file_of_somebody_else_is_never_written_over_without_force() {
    let folder = Folder::with(&[("versori/scripts/setup.sh", "mine\n")]);
    assert_eq!(
        build(&folder, &two(), false),
        Err(vec!["GS0912".to_owned()])
    );
    assert_eq!(folder.read("versori/scripts/setup.sh"), "mine\n");
    build(&folder, &two(), true).unwrap();
    assert_eq!(folder.read("versori/scripts/setup.sh"), "two\n");
}

#[test]
fn a_lost_ledger_is_made_anew_when_the_files_are_as_they_should_be() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    let ledger = folder.read(&format!("versori/{LEDGER}"));
    folder.remove(&format!("versori/{LEDGER}"));
    assert!(!compare(&folder, &two()).is_current());
    assert_eq!(build(&folder, &two(), false).unwrap().unchanged, 2);
    assert_eq!(folder.read(&format!("versori/{LEDGER}")), ledger);
}

#[test]
fn a_damaged_ledger_is_one_finding_and_force_makes_it_anew() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    let ledger = format!("versori/{LEDGER}");
    let whole = folder.read(&ledger);
    folder.write(&ledger, format!("<<<<<<< HEAD\n{whole}"));
    folder.write("versori/scripts/setup.sh", "mine\n");
    assert_eq!(
        build(&folder, &two(), false),
        Err(vec!["GS0914".to_owned()])
    );
    build(&folder, &two(), true).unwrap();
    assert_eq!(folder.read(&ledger), whole);
}

#[test]
fn a_folder_where_a_file_is_needed_is_never_removed() {
    let folder = Folder::with(&[("versori/scripts/setup.sh/mine.txt", "mine\n")]);
    for force in [false, true] {
        assert_eq!(
            build(&folder, &two(), force),
            Err(vec!["GS0912".to_owned()])
        );
    }
    let folder = Folder::with(&[("versori/project", "mine\n")]);
    for force in [false, true] {
        assert_eq!(
            build(&folder, &two(), force),
            Err(vec!["GS0912".to_owned()])
        );
    }
}

#[test]
fn foreign_files_in_the_deployed_folder_are_told_and_others_are_not() {
    let folder = Folder::empty();
    build(&folder, &two(), false).unwrap();
    folder.write("versori/.env.production", "SECRET=1\n");
    folder.write("versori/project/node_modules/x/index.js", "");
    assert!(compare(&folder, &two()).is_current());
    folder.write("versori/project/src/mine.ts", "mine\n");
    let found = state(&folder, &two(), "project/src/mine.ts");
    assert_eq!(found, Some(State::Unlisted));
    assert!(!compare(&folder, &two()).is_current());
    build(&folder, &two(), false).unwrap();
    assert_eq!(folder.read("versori/project/src/mine.ts"), "mine\n");
}

#[test]
fn paths_that_leave_the_folder_are_a_fault_not_a_write() {
    for path in ["../x", "/x", "a/../../x", "", "a//b", "./a", LEDGER, "a\\b"] {
        let folder = Folder::empty();
        let artifacts = [artifact(path, "x")];
        let compared = Output::compare(&root(&folder), &artifacts, false);
        assert!(
            matches!(compared, Err(OutputError::Artifact { .. })),
            "{path:?}"
        );
    }
    let twice = [artifact("a", "1"), artifact("a", "2")];
    let compared = Output::compare(&root(&Folder::empty()), &twice, false);
    assert!(matches!(compared, Err(OutputError::Artifact { .. })));
}

#[test]
fn builds_of_one_folder_at_once_wait_for_each_other() {
    let folder = Folder::empty();
    std::thread::scope(|scope| {
        for number in 0..4 {
            let folder = &folder;
            scope.spawn(move || {
                for round in 0..10 {
                    let text = format!("{number} {round}\n");
                    let artifacts = [artifact("project/a.ts", &text), artifact("b.txt", &text)];
                    build(folder, &artifacts, false).unwrap();
                }
            });
        }
    });
    let (a, b) = (
        folder.read("versori/project/a.ts"),
        folder.read("versori/b.txt"),
    );
    assert_eq!(a, b);
    assert_eq!(folder.files().len(), 3);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(folder: &Folder, path: &str) -> u32 {
        let metadata = folder.path().join(path).metadata().unwrap();
        metadata.permissions().mode() & 0o777
    }

    #[test]
    fn scripts_can_be_run_and_the_bit_is_put_back() {
        let folder = Folder::empty();
        let mut artifacts = two();
        artifacts[1].executable = true;
        build(&folder, &artifacts, false).unwrap();
        let path = "versori/scripts/setup.sh";
        assert_eq!(mode(&folder, path) & 0o100, 0o100);
        assert_eq!(mode(&folder, "versori/project/src/index.ts") & 0o111, 0);
        let full = folder.path().join(path);
        std::fs::set_permissions(&full, PermissionsExt::from_mode(0o644)).unwrap();
        let written = build(&folder, &artifacts, false).unwrap();
        assert_eq!(written.changed, ["scripts/setup.sh"]);
        assert_eq!(mode(&folder, path) & 0o100, 0o100);
    }

    #[test]
    fn links_in_the_output_are_refused_also_by_force() {
        let elsewhere = Folder::with(&[("kept.txt", "kept\n")]);
        for (target, at) in [
            (elsewhere.path().to_owned(), "versori/project"),
            (
                elsewhere.path().join("kept.txt"),
                "versori/scripts/setup.sh",
            ),
            (elsewhere.path().join("absent"), "versori/scripts/setup.sh"),
            (
                elsewhere.path().join("kept.txt"),
                "versori/.gusset-ledger.json",
            ),
        ] {
            let folder = Folder::with(&[("versori/scripts/other.txt", "")]);
            folder.link(&target, at);
            for force in [false, true] {
                let built = build(&folder, &two(), force);
                assert_eq!(built, Err(vec!["GS0913".to_owned()]), "{at}");
            }
            assert_eq!(elsewhere.read("kept.txt"), "kept\n");
            assert_eq!(elsewhere.files().len(), 1);
        }
    }

    #[test]
    fn the_output_folder_itself_is_a_link_only_when_it_was_named() {
        let elsewhere = Folder::empty();
        let folder = Folder::empty();
        folder.link(elsewhere.path(), "versori");
        assert_eq!(build(&folder, &two(), true), Err(vec!["GS0913".to_owned()]));
        assert!(elsewhere.files().is_empty());
        let named = Output::compare(&root(&folder), &two(), true).unwrap();
        write(&named, &two()).unwrap();
        assert_eq!(elsewhere.read("scripts/setup.sh"), "two\n");
    }

    #[test]
    fn a_listed_path_behind_a_link_is_not_removed() {
        let elsewhere = Folder::empty();
        let folder = Folder::empty();
        build(&folder, &two(), false).unwrap();
        std::fs::rename(
            folder.path().join("versori/scripts"),
            elsewhere.path().join("scripts"),
        )
        .unwrap();
        folder.link(elsewhere.path().join("scripts"), "versori/scripts");
        build(&folder, &two()[..1], false).unwrap();
        assert_eq!(elsewhere.read("scripts/setup.sh"), "two\n");
    }
}
