//! One call of the command line as bash.

use super::names::Names;
use super::quote::quote;
use crate::contract::{Arg, Call, Kind, csv};

/// Longer lines are broken, one flag a line.
const WIDTH: usize = 100;

/// The value of an argument as (part of) a word of bash.
pub(super) fn word(arg: &Arg, names: &mut Names) -> String {
    match arg {
        Arg::Text(text) | Arg::File(text) | Arg::Numbered(text) => quote(text),
        Arg::Number(number) => number.to_string(),
        Arg::EnvRef(variable) => format!("\\${variable}"),
        Arg::Id(address) => format!("\"${}\"", names.of(address)),
        Arg::Pair(pair) => format!("\"${}=${}\"", names.of(&pair.0), names.of(&pair.1)),
        Arg::EachEnvironment => "\"$each\"".to_owned(),
        Arg::MergedSchema => "\"$scratch\"".to_owned(),
        Arg::EnvFile => "\"$env_file\"".to_owned(),
        Arg::Commit => "\"$commit\"".to_owned(),
        Arg::Switch(on) => on.to_string(),
    }
}

/// The words of a call: `versori`, its path, its arguments.
fn words(call: &Call, names: &mut Names) -> Vec<String> {
    let mut words = vec![format!("versori {}", call.command().path)];
    words.extend(call.positional().map(|arg| word(arg, names)));
    for (flag, arg) in call.args() {
        words.push(match (flag.kind, arg) {
            (Kind::Switch, Arg::Switch(true)) => format!("--{}", flag.name),
            // The command line reads such a value as a line of CSV.
            (Kind::Csv, Arg::Text(text)) => format!("--{}={}", flag.name, quote(&csv(text))),
            _ => format!("--{}={}", flag.name, word(arg, names)),
        });
    }
    words
}

/// A call on as many lines as it takes, each after `indent` blanks.
pub(super) fn lines(call: &Call, names: &mut Names, indent: usize, after: &str) -> String {
    let words = words(call, names);
    let one = words.join(" ");
    let margin = " ".repeat(indent);
    if indent + one.len() + after.len() <= WIDTH {
        return format!("{margin}{one}{after}");
    }
    format!("{margin}{}{after}", words.join(&format!(" \\\n{margin}  ")))
}

/// A call on one line.
pub(super) fn one_line(call: &Call, names: &mut Names) -> String {
    words(call, names).join(" ")
}
