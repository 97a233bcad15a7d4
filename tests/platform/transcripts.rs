//! The stand-in answers as the real command line did, run for run.

use std::collections::BTreeMap;

use libtest_mimic::Trial;
use serde::Deserialize;

use super::shims::World;
use super::trial;
use stand_in::state::State;

#[derive(Deserialize)]
struct Recording {
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    argv: Vec<String>,
    exit: i32,
    stdout: String,
    stderr: String,
}

pub fn trials() -> Vec<Trial> {
    vec![
        trial("stand_in_replays_every_recorded_run", replay),
        trial("ids_and_times_are_found_in_text", finds_tokens),
    ]
}

fn replay() {
    let recording: Recording =
        serde_json::from_str(include_str!("../stand_in/transcripts.json")).expect("a recording");
    assert_eq!(recording.runs.len(), 56);
    let mut world = World::new(&State::new());
    world
        .variables
        .insert("SHOPIFY_API_KEY".into(), "canary-1".into());
    world
        .variables
        .insert("ERP_CLIENT_ID".into(), "canary-2".into());
    world
        .variables
        .insert("ERP_CLIENT_SECRET".into(), "canary-3".into());
    world.write("src/index.ts", "export {};\n");
    world.write("values.json", "{\"tenant\":\"a \\\"quoted\\\", value\"}");
    world.write(
        "vars.json",
        "{\"type\":\"object\",\"properties\":{\"tenant\":{\"type\":\"string\"}},\"required\":[\"tenant\"]}",
    );
    // Recorded ids to ours, and back.
    let mut ids = BTreeMap::new();
    let mut back = BTreeMap::new();
    for run in &recording.runs {
        let argv: Vec<String> = run.argv[1..]
            .iter()
            .map(|word| ids.get(word).unwrap_or(word).clone())
            .collect();
        let words: Vec<&str> = argv.iter().map(String::as_str).collect();
        let output = world.run("versori", &words);
        assert_eq!(output.status.code(), Some(run.exit), "{argv:?}");
        let stdout = String::from_utf8(output.stdout).expect("UTF-8");
        let stderr = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(stderr, run.stderr, "{argv:?}");
        if run.stdout == "<the group's help text>" {
            assert!(stdout.starts_with("Usage:"), "{argv:?}: {stdout}");
            continue;
        }
        let (wanted, wanted_tokens) = tokens(&run.stdout);
        let (had, had_tokens) = tokens(&stdout);
        assert_eq!(had, wanted, "{argv:?}");
        for (recorded, ours) in wanted_tokens.into_iter().zip(had_tokens) {
            let known = ids.entry(recorded.clone()).or_insert_with(|| ours.clone());
            assert_eq!(
                *known, ours,
                "{argv:?}: another object than in the recording"
            );
            let origin = back.entry(ours).or_insert_with(|| recorded.clone());
            assert_eq!(*origin, recorded, "{argv:?}: one object for two");
        }
    }
}

/// The text with its ids and times replaced, and the ids, in upper case.
fn tokens(text: &str) -> (String, Vec<String>) {
    let mut shape = String::new();
    let mut ids = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let (head, tail) = rest.split_at(word);
        if head.len() == 26 && head.starts_with("01") {
            shape.push_str("<id>");
            ids.push(head.to_uppercase());
        } else {
            shape.push_str(head);
        }
        if let Some(after) = time(rest) {
            shape.truncate(shape.len() - head.len());
            shape.push_str("<time>");
            rest = &rest[after..];
            continue;
        }
        let next = tail.chars().next().map_or(0, char::len_utf8);
        shape.push_str(&tail[..next]);
        rest = &tail[next..];
    }
    (shape, ids)
}

/// The length of a time at the start of a text: `2026-01-01T00:00:10Z`, or with blanks.
fn time(text: &str) -> Option<usize> {
    let form = "0000-00-00?00:00:00";
    let fits = text.len() > form.len()
        && form
            .bytes()
            .zip(text.bytes())
            .all(|(want, have)| match want {
                b'0' => have.is_ascii_digit(),
                b'?' => have == b'T' || have == b' ',
                other => have == other,
            });
    fits.then_some(form.len())
}

fn finds_tokens() {
    let (shape, ids) = tokens("a (id: 01KDVDNWHRHV05T05QZN375R4Z, at 2026-01-01T00:00:10Z)");
    assert_eq!(shape, "a (id: <id>, at <time>Z)");
    assert_eq!(ids, ["01KDVDNWHRHV05T05QZN375R4Z"]);
}
