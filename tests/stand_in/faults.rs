//! What can go wrong with a call, by order.

use std::process::Command;
use std::time::Duration;

use super::Answer;

/// The kinds, as `STAND_IN_FAULT` spells them before `@N`.
pub const KINDS: &[&str] = &[
    "die-before",
    "die-after",
    "fail-after",
    "garbage",
    "kill-after",
];

/// Calls that never return: the first before anything has happened, the second when the
/// platform has changed. They go on until they are ended, at the latest with the test.
pub const HANGS: &[&str] = &["hang-before", "hang-after"];

/// How long a call that never returns goes on, so that none outlives the tests for long.
const HANG: Duration = Duration::from_mins(1);

/// The fault of one call, or none.
pub struct Fault(Option<String>);

/// The fault that is ordered for this call.
pub fn at(number: usize) -> Fault {
    let order = std::env::var("STAND_IN_FAULT").unwrap_or_default();
    let kind = order
        .split_once('@')
        .filter(|(_, at)| at.parse() == Ok(number))
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
            kill(std::process::id().to_string());
        }
        if self.is("hang-before") {
            hang();
        }
    }

    /// Dies when the platform has changed and nothing is said yet.
    pub fn after_acting(&self) {
        if self.is("die-after") {
            kill(std::process::id().to_string());
        }
        if self.is("hang-after") {
            hang();
        }
    }

    /// Kills the script when it has all of the answer.
    pub fn after_answering(&self) {
        if self.is("kill-after") {
            kill(format!("-{}", group()));
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

/// The process group, which the harness gives to the script alone.
fn group() -> String {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("Linux says the process group");
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let group = after_name.split_whitespace().nth(2).unwrap_or_default();
    assert_eq!(
        std::env::var("STAND_IN_GROUP").as_deref(),
        Ok("own"),
        "the harness has made a group"
    );
    group.to_owned()
}

fn hang() -> ! {
    std::thread::sleep(HANG);
    std::process::abort()
}

fn kill(target: String) -> ! {
    let _ = Command::new("/bin/sh")
        .args(["-c", &format!("kill -9 {target}")])
        .status();
    std::process::abort()
}
