//! What can go wrong with a call, by order.
//!
//! | kind | what happens |
//! |------|--------------|
//! | `die-before`, `die-after` | the call dies before or after the platform has acted |
//! | `fail-before`, `fail-after` | it says that it failed; the platform has not, or has, acted |
//! | `garbage` | the platform has acted; the answer is a web page and the exit code 0 |
//! | `kill-before`, `kill-during`, `kill-after` | the caller dies before anything has happened, when the platform has acted, or when it has the answer |
//! | `nameless`, `idless`, `oddly-named` | rows have no name, no id, or ids that are none |
//! | `flood` | it prints errors without end |
//! | `linger` | it leaves a process behind that holds its output open for ten seconds |
//! | `hang-before`, `hang-after` | the call never returns |

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::Answer;
use super::output::Failure;

/// The kinds, as `STAND_IN_FAULT` spells them before `@N`, that scripts are tried with.
pub const KINDS: &[&str] = &[
    "die-before",
    "die-after",
    "fail-before",
    "fail-after",
    "garbage",
    "kill-after",
];

/// The moments at which the caller can be killed.
pub const KILLS: &[&str] = &["kill-before", "kill-during", "kill-after"];

/// Calls that never return: the first before anything has happened, the second when the
/// platform has changed. They go on until they are ended, at the latest with the test.
pub const HANGS: &[&str] = &["hang-before", "hang-after"];

/// How long a call that never returns goes on, so that none outlives the tests for long.
const HANG: Duration = Duration::from_mins(1);

/// The fault of one call, or none.
pub struct Fault(Option<String>);

/// The fault that is ordered for this call: of `KIND@N` the N-th one, of `KIND@N+` that
/// and all after it. Orders stand with commas between.
pub fn at(number: u64) -> Fault {
    let orders = std::env::var("STAND_IN_FAULT").unwrap_or_default();
    let kind = orders
        .split(',')
        .filter_map(|order| order.split_once('@'))
        .find(|(_, at)| match at.strip_suffix('+') {
            Some(from) => from.parse().is_ok_and(|from: u64| from <= number),
            None => at.parse() == Ok(number),
        })
        .map(|(kind, _)| kind.to_owned());
    Fault(kind)
}

impl Fault {
    fn is(&self, kind: &str) -> bool {
        self.0.as_deref() == Some(kind)
    }

    /// Dies before anything has happened.
    pub fn before(&self) {
        if self.is("die-before") {
            kill(&[std::process::id().to_string()]);
        }
        if self.is("kill-before") {
            kill_caller();
        }
        if self.is("hang-before") {
            hang();
        }
        if self.is("flood") {
            let line = "something is wrong, and it is said again and again\n".repeat(1000);
            while std::io::stderr().write_all(line.as_bytes()).is_ok() {}
            std::process::abort()
        }
        if self.is("linger") {
            let left = Command::new("/bin/sleep")
                .arg("10")
                .process_group(0)
                .spawn();
            left.expect("a process can be left behind");
        }
    }

    /// The answer of a platform that refuses before it acts.
    pub fn refusal(&self) -> Option<Answer> {
        self.is("fail-before").then(|| {
            let failure = Failure::api("failed to get project", "internal server error");
            Answer {
                stdout: failure.stdout,
                stderr: failure.stderr,
                code: 1,
            }
        })
    }

    /// Dies when the platform has changed and nothing is said yet.
    pub fn after_acting(&self) {
        if self.is("die-after") {
            kill(&[std::process::id().to_string()]);
        }
        if self.is("kill-during") {
            kill_caller();
        }
        if self.is("hang-after") {
            hang();
        }
    }

    /// Kills the caller when it has all of the answer.
    pub fn after_answering(&self) {
        if self.is("kill-after") {
            kill_caller();
        }
    }

    /// Another answer than the one that is due.
    pub fn distort(&self, answer: Answer) -> Answer {
        if self.is("fail-after") {
            return Answer {
                stdout: String::new(),
                stderr: "Message: \n  unexpected end of JSON input\n".into(),
                code: 1,
            };
        }
        if let Ok(mut value) = serde_json::from_str::<Value>(&answer.stdout) {
            let is_odd = match self.0.as_deref() {
                Some("nameless") => each_field(&mut value, "name", &Value::Null),
                Some("idless") => each_field(&mut value, "id", &Value::Null),
                Some("oddly-named") => each_field(&mut value, "id", &"../../x".into()),
                _ => false,
            };
            if is_odd {
                let stdout = format!("{value}\n");
                return Answer { stdout, ..answer };
            }
        }
        if self.is("garbage") {
            return Answer {
                stdout: "<html>502 Bad Gateway</html>\n".into(),
                stderr: String::new(),
                code: 0,
            };
        }
        answer
    }
}

/// Gives the fields of rows whose names end so another value; whether there are rows.
fn each_field(answer: &mut Value, ending: &str, other: &Value) -> bool {
    let rows = ["items", "environments"]
        .into_iter()
        .find(|list| answer[*list].is_array());
    let Some(rows) = rows.and_then(|list| answer[list].as_array_mut()) else {
        return false;
    };
    for fields in rows.iter_mut().filter_map(Value::as_object_mut) {
        for (name, value) in fields.iter_mut() {
            if name.to_lowercase().ends_with(ending) {
                value.clone_from(other);
            }
        }
    }
    true
}

/// Kills the caller and this call. The caller is the process that `STAND_IN_CALLER`
/// names; without, it is the parent of a call that leads a process group of its own, and
/// else the whole group, which the harness gives to the script alone.
fn kill_caller() -> ! {
    let own = std::process::id().to_string();
    let caller = match std::env::var("STAND_IN_CALLER") {
        Ok(caller) if !caller.is_empty() => caller,
        _ => match group() {
            group if group == own => std::os::unix::process::parent_id().to_string(),
            group => {
                assert_eq!(
                    std::env::var("STAND_IN_GROUP").as_deref(),
                    Ok("own"),
                    "the harness has made a group"
                );
                format!("-{group}")
            }
        },
    };
    assert_ne!(caller, "1", "the caller is gone already");
    kill(&[caller, own])
}

/// The process group of this call.
fn group() -> String {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("Linux says the process group");
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let group = after_name.split_whitespace().nth(2).unwrap_or_default();
    group.to_owned()
}

fn hang() -> ! {
    std::thread::sleep(HANG);
    std::process::abort()
}

fn kill(targets: &[String]) -> ! {
    let _ = Command::new("/bin/sh")
        .args(["-c", &format!("kill -s KILL -- {}", targets.join(" "))])
        .status();
    std::process::abort()
}
