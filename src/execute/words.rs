//! One call of the command line as its words.

use std::collections::BTreeMap;

use crate::contract::{Arg, Call, Kind, csv};
use crate::steps::Address;

/// What arguments stand for in one run.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The ids of the objects that have one.
    pub ids: BTreeMap<Address, String>,
    /// The context that was checked; every call names it.
    pub context: String,
    /// The path of the env file.
    pub env_file: String,
    /// What is said of a version.
    pub commit: String,
    /// The path of the file that holds the merged schema, once it is written.
    pub schema_file: String,
    /// The folder that file arguments are relative to, with a slash at its end.
    pub folder: String,
}

/// The object whose id is needed and not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbound(pub Address);

/// The text of an argument. `each` is the environment whose turn it is, where a call is
/// made for each.
///
/// # Errors
/// An id that is not known.
pub fn text(arg: &Arg, known: &Known, each: &str) -> Result<String, Unbound> {
    Ok(match arg {
        Arg::Text(text) | Arg::Numbered(text) => text.clone(),
        Arg::File(path) => format!("{}{path}", known.folder),
        Arg::Number(number) => number.to_string(),
        Arg::EnvRef(variable) => format!("${variable}"),
        Arg::Pair(pair) => {
            let id = |at: &Address| text(&Arg::Id(at.clone()), known, each);
            format!("{}={}", id(&pair.0)?, id(&pair.1)?)
        }
        Arg::Id(address) => match known.ids.get(address) {
            Some(id) => id.clone(),
            None => return Err(Unbound(address.clone())),
        },
        Arg::EachEnvironment => each.to_owned(),
        Arg::MergedSchema => known.schema_file.clone(),
        Arg::EnvFile => known.env_file.clone(),
        Arg::Commit => known.commit.clone(),
        Arg::Switch(on) => on.to_string(),
    })
}

/// The words after `versori`. Values are joined to their flags by `=`, so that none is
/// read as a flag.
///
/// # Errors
/// An id that is not known.
pub fn words(call: &Call, known: &Known, each: &str) -> Result<Vec<String>, Unbound> {
    let mut words: Vec<String> = call.command().path.split(' ').map(str::to_owned).collect();
    if let Some(arg) = call.positional() {
        words.push(text(arg, known, each)?);
    }
    for (flag, arg) in call.args() {
        let value = text(arg, known, each)?;
        words.push(match (flag.kind, arg) {
            (Kind::Switch, Arg::Switch(true)) => format!("--{}", flag.name),
            (Kind::Csv, Arg::Text(_)) => format!("--{}={}", flag.name, csv(&value)),
            _ => format!("--{}={value}", flag.name),
        });
    }
    words.push(format!("--context={}", known.context));
    Ok(words)
}
