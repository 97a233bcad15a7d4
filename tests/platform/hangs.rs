//! A call that never returns: the script says what it waits for, ends when it is told
//! to, and a further run doubles nothing.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use libtest_mimic::Trial;

use super::faults::{Start, before, finish, is_read, prepared, shape};
use super::shims::World;
use super::trial;
use stand_in::faults::HANGS;

/// How long a script may take to come to a call, or to end.
const PATIENCE: Duration = Duration::from_secs(50);

/// Who is told to end.
#[derive(Clone, Copy, Debug)]
enum To {
    /// The script and its call, as a terminal does.
    Group,
    /// The script alone, as a supervisor does.
    Script,
}

pub fn trials() -> Vec<Trial> {
    let scripts = ["setup.sh", "deploy-production.sh"];
    scripts
        .into_iter()
        .flat_map(|script| {
            HANGS.iter().map(move |kind| {
                trial(&format!("{script}_is_ended_in_a_{kind}"), move || {
                    is_ended(kind, script);
                })
            })
        })
        .collect()
}

fn is_ended(kind: &str, script: &str) {
    let start = before(script);
    let clean = prepared(&start);
    clean.script(script, &[]).ends(0);
    let wanted = shape(&clean);
    let calls = clean.calls();
    let ways = [
        ("INT", To::Group),
        ("TERM", To::Group),
        ("TERM", To::Script),
        ("HUP", To::Group),
    ];
    let mut ways = ways.iter().cycle();
    for (at, call) in calls.iter().enumerate() {
        // One that has changed nothing is the same before and after.
        if is_read(call) && (kind == "hang-after" || at > 4) {
            continue;
        }
        let Some((signal, to)) = ways.next() else {
            return;
        };
        let what = format!("{kind}@{} {signal} to {to:?}: {call:?}", at + 1);
        let world = interrupted(&start, script, &format!("{kind}@{}", at + 1), (signal, *to));
        if !matches!(to, To::Script) && signal != &"TERM" {
            let told = world.told();
            assert!(told.contains("stopped at: "), "{what}: {told}");
            assert_eq!(world.leftovers(), Vec::<String>::new(), "{what}");
        }
        finish(&world, script);
        assert_eq!(shape(&world), wanted, "{what}");
    }
}

/// The world after a run that was ended while a call did not return.
fn interrupted(start: &Start, script: &str, fault: &str, (signal, to): (&str, To)) -> World {
    let mut world = prepared(start);
    world
        .variables
        .insert("STAND_IN_FAULT".into(), fault.to_owned());
    let (_, number) = fault.split_once('@').expect("the number of the call");
    let number: usize = number.parse().expect("a number");
    let state = world.state();
    let mut child = world.start(script);
    until("the call is made", || world.calls().len() >= number);
    if fault.starts_with("hang-after") {
        until("the call has acted", || world.state() != state);
    }
    // It has not just begun: a script that polls would have gone on.
    sleep(Duration::from_millis(300));
    assert_eq!(world.calls().len(), number, "{fault}");
    assert!(running(&mut child), "{fault}: {}", world.told());
    let waits = world.told();
    assert!(!waits.trim().is_empty(), "{fault}: it waits in silence");
    let target = match to {
        To::Group => format!("-{}", child.id()),
        To::Script => child.id().to_string(),
    };
    kill(signal, &target);
    let status = ended(&mut child, fault);
    assert!(!status.success(), "{fault} {signal}: {status}");
    // What the script leaves behind when it alone is ended.
    kill("KILL", &format!("-{}", child.id()));
    world.variables.clear();
    world
}

fn running(child: &mut Child) -> bool {
    child.try_wait().expect("its state").is_none()
}

fn ended(child: &mut Child, fault: &str) -> ExitStatus {
    let begin = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("its state") {
            return status;
        }
        if begin.elapsed() > Duration::from_secs(20) {
            kill("KILL", &format!("-{}", child.id()));
            panic!("{fault}: it goes on after it was told to end");
        }
        sleep(Duration::from_millis(20));
    }
}

#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < PATIENCE, "not within time: {what}");
        sleep(Duration::from_millis(20));
    }
}

fn kill(signal: &str, target: &str) {
    let _ = Command::new("/bin/sh")
        .args(["-c", &format!("kill -s {signal} -- {target}")])
        .stderr(Stdio::null())
        .status();
}
