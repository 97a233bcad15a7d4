//! A clear error, and nothing lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use stand_in::state::{Context, State};

use super::super::trial;
use super::{MANIFEST, apply_all, built, environment, is_settled, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("two_applies_at_once_are_one", at_once),
        trial("a_guard_of_a_dead_process_is_taken_over", dead_guard),
        trial("a_disk_that_cannot_be_written_changes_nothing", read_only),
        trial("a_full_disk_changes_nothing", full),
        trial("a_damaged_lock_is_told", damaged_lock),
        trial("another_organisation_is_refused", organisation),
        trial("output_that_is_not_current_is_refused", stale),
        trial("nobody_agrees_in_a_pipe", unasked),
        trial("what_is_missing_is_told", missing),
    ]
}

fn at_once() {
    let mut world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let before = world.calls().len();
    // The first hangs in a call until the second has come and gone.
    let number = before + 3;
    world
        .variables
        .insert("STAND_IN_FAULT".into(), format!("hang-before@{number}"));
    let words = [
        "apply",
        "--environment",
        "production",
        "--yes",
        "--no-verify",
        "--timeout",
        "8",
    ];
    let mut first = world.start_gusset(&words);
    let until = Instant::now() + Duration::from_secs(20);
    while world.calls().len() < number {
        assert!(Instant::now() < until, "the first run calls");
        std::thread::sleep(Duration::from_millis(20));
    }
    world.variables.remove("STAND_IN_FAULT");
    let second = environment(&world, "production").ends(1);
    assert!(
        second
            .stderr
            .contains("another run changes this project now"),
        "{second:?}"
    );
    assert!(
        second.stderr.contains("apply --environment production"),
        "{second:?}"
    );
    first.wait().unwrap();
    apply_all(&world);
    is_settled(&world);
    assert_eq!(world.state().connections.len(), 6);
}

fn dead_guard() {
    let mut world = built(&State::new(), MANIFEST);
    world
        .variables
        .insert("STAND_IN_FAULT".into(), "kill-during@6".into());
    assert_eq!(setup(&world).code, None);
    world.variables.remove("STAND_IN_FAULT");
    let run = world.gusset(&["apply", "--setup", "--yes"]);
    assert!(run.stderr.contains("An earlier run"), "{run:?}");
}

fn read_only() {
    let world = built(&State::new(), MANIFEST);
    let folder = world.folder();
    let set = |mode: u32| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    // Whoever may write anywhere is not stopped by this.
    if fs::write(folder.join("probe"), "").is_ok() {
        set(0o755);
        let _ = fs::remove_file(folder.join("probe"));
    } else {
        let run = setup(&world).ends(1);
        set(0o755);
        assert!(run.stderr.contains("gusset.lock"), "{run:?}");
        assert!(world.state().projects.is_empty(), "nothing was made");
    }
    // A folder for the journal that cannot be made.
    let mut world = built(&State::new(), MANIFEST);
    world.write("file", "");
    let below = world.folder().join("file/state").display().to_string();
    world.variables.insert("GUSSET_STATE_DIR".into(), below);
    let run = setup(&world).ends(1);
    assert!(run.stderr.contains("set GUSSET_STATE_DIR"), "{run:?}");
    assert!(world.state().projects.is_empty(), "nothing was made");
}

fn full() {
    let world = built(&State::new(), MANIFEST);
    // No file may grow: as a full disk does, writing fails.
    let gusset = env!("CARGO_BIN_EXE_gusset");
    let script =
        format!("trap '' XFSZ; ulimit -f 0; unset STAND_IN_LOG; exec {gusset} apply --setup --yes");
    let output = world.run("bash", &["-c", &script]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("cannot write"), "{said}");
    assert!(world.state().projects.is_empty(), "nothing was made");
    assert_eq!(world.read("gusset.lock"), "");
    setup(&world).ends(0);
}

fn damaged_lock() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let lock = world.read("gusset.lock");
    for (damaged, line) in [
        (lock.replace("project = \"", "project = \"x"), "line 3"),
        (format!("version = 2\n{lock}"), "line 1"),
        (lock.replace("[systems]", "[systems"), "line 5"),
    ] {
        world.write("gusset.lock", &damaged);
        let run = setup(&world).ends(1);
        assert!(run.stderr.contains(line), "{line}: {run:?}");
        assert!(run.stderr.contains("newer gusset"), "{run:?}");
        assert_eq!(world.read("gusset.lock"), damaged, "it is left as it is");
    }
    // An id of the right form that is of nothing.
    let id = lock.split('"').nth(3).unwrap();
    world.write(
        "gusset.lock",
        &lock.replace(id, "01K99999999999999999999999"),
    );
    let before = world.state();
    let run = environment(&world, "production").ends(1);
    assert!(
        run.stdout.contains("projects details") && run.stdout.contains("failed"),
        "{run:?}"
    );
    assert_eq!(world.state(), before);
}

fn organisation() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let mut state = world.state();
    state.contexts.push(Context {
        name: "other".into(),
        organisation: "01K77777777777777777777777".into(),
    });
    state.save(&world.state_path());
    let before = world.state();
    for scope in [
        &["apply", "--setup", "--yes"][..],
        &["plan", "--environment", "production"],
    ] {
        let run = world
            .gusset(&[scope, &["--context", "other"]].concat())
            .ends(1);
        assert!(
            run.stderr.contains("gusset.lock is of the organisation"),
            "{run:?}"
        );
    }
    assert_eq!(world.state(), before);
}

fn stale() {
    let world = built(&State::new(), MANIFEST);
    world.write(
        "integration.toml",
        &MANIFEST.replace("/counts", "/v2/counts"),
    );
    let run = setup(&world).ends(1);
    assert!(run.stderr.contains("gusset build"), "{run:?}");
    assert!(world.state().projects.is_empty());
}

fn unasked() {
    let world = built(&State::new(), MANIFEST);
    let run = world.gusset(&["apply", "--setup"]).ends(1);
    assert!(run.stderr.contains("--yes"), "{run:?}");
    assert!(world.state().projects.is_empty());
    let again = setup(&world).ends(0);
    assert!(!again.stderr.contains("An earlier run"), "{again:?}");
}

fn missing() {
    let world = built(&State::new(), MANIFEST);
    let run = environment(&world, "production").ends(1);
    assert!(run.stderr.contains("gusset apply --setup"), "{run:?}");
    let run = world.gusset(&["plan", "--environment", "test"]).ends(1);
    assert!(run.stderr.contains("it has production, staging"), "{run:?}");
    let run = world
        .gusset(&["plan", "--setup", "--versori", "./absent"])
        .ends(1);
    assert!(
        run.stderr.contains("install the Versori command line"),
        "{run:?}"
    );
    world.gusset(&["plan"]).ends(64);
}
