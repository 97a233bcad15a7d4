//! Reading of arguments, as cobra and pflag do it.

use std::collections::BTreeMap;

use super::contract::{Contract, Flag};
use super::output::Failure;
use super::{Answer, csv, log};

/// A call whose flags are known and of the right types.
pub struct Call {
    pub command: String,
    pub words: Vec<String>,
    /// Values by long name, in order; a switch has `true` or `false`.
    pub flags: BTreeMap<String, Vec<String>>,
    required: Vec<String>,
}

pub enum Outcome {
    Call(Call),
    Ends(Answer),
}

fn ends(code: u8, stdout: &str, stderr: String) -> Outcome {
    Outcome::Ends(Answer {
        stdout: stdout.to_owned(),
        stderr,
        code,
    })
}

/// Cobra prints an error of flags twice.
fn refused(message: &str) -> Outcome {
    log::violation(message);
    ends(1, "", format!("Error: {message}\n{message}\n"))
}

/// Finds the command and reads its flags.
pub fn parse(contract: &Contract, argv: &[String]) -> Outcome {
    let mut path = String::new();
    let mut rest: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = argv.get(at) {
        at += 1;
        if word.starts_with('-') {
            rest.push(word.clone());
            let is_global_with_value = !word.contains('=')
                && contract.global.iter().any(|(name, short)| {
                    *word == format!("--{name}") || *word == format!("-{short}")
                });
            if is_global_with_value && let Some(value) = argv.get(at) {
                rest.push(value.clone());
                at += 1;
            }
            continue;
        }
        match contract.below(&path, word) {
            Some(below) => path = below,
            None => {
                at -= 1;
                break;
            }
        }
        if contract.commands.get(&path).is_some_and(|c| !c.group) {
            break;
        }
    }
    rest.extend(argv[at..].iter().cloned());
    let Some(command) = contract.commands.get(&path) else {
        return match rest.first() {
            Some(word) if !word.starts_with('-') => {
                let message = format!("unknown command \"{word}\" for \"versori\"");
                log::violation(&message);
                ends(
                    1,
                    "",
                    format!("Error: {message}\nRun 'versori --help' for usage.\n{message}\n"),
                )
            }
            _ => {
                log::violation("help instead of a command");
                ends(0, "Usage:\n  versori [command]\n", String::new())
            }
        };
    };
    let (words, flags) = match read_flags(contract, &path, &rest) {
        Ok(read) => read,
        Err(message) => return refused(&message),
    };
    if command.group {
        log::violation(&format!("no command `{path} {}`", words.join(" ")));
        let help = format!("Usage:\n  versori {path} [command]\n");
        return ends(0, &help, String::new());
    }
    let count = words.len();
    match command.positional.as_str() {
        "exactly-one" if count != 1 => {
            return refused(&format!("accepts 1 arg(s), received {count}"));
        }
        "at-most-one" if count > 1 => {
            return refused(&format!("accepts at most 1 arg(s), received {count}"));
        }
        "ignored" if count > 0 => log::violation(&format!("ignored words {words:?}")),
        "one" if count > 1 => log::violation(&format!("ignored words {words:?}")),
        "one" if count == 0 => log::violation("a picker would open"),
        _ => {}
    }
    let required = command
        .flags
        .iter()
        .filter(|(_, flag)| flag.required)
        .map(|(name, _)| name.clone())
        .collect();
    Outcome::Call(Call {
        command: path,
        words,
        flags,
        required,
    })
}

type Read = (Vec<String>, BTreeMap<String, Vec<String>>);

fn read_flags(contract: &Contract, command: &str, argv: &[String]) -> Result<Read, String> {
    let mut words = Vec::new();
    let mut flags: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut args = argv.iter();
    while let Some(arg) = args.next() {
        if arg == "--" {
            words.extend(args.by_ref().cloned());
        } else if let Some(long) = arg.strip_prefix("--") {
            let (name, value) = match long.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (long, None),
            };
            let flag = contract
                .flag(command, name)
                .ok_or_else(|| format!("unknown flag: --{name}"))?;
            let value = match value {
                Some(value) => value,
                None if flag.kind == "bool" => "true".into(),
                None => args
                    .next()
                    .cloned()
                    .ok_or_else(|| format!("flag needs an argument: --{name}"))?,
            };
            store(&mut flags, name, &flag, value)?;
        } else if arg.len() > 1 && arg.starts_with('-') {
            let letter = arg.chars().nth(1).unwrap_or_default();
            let name = contract
                .long(command, letter)
                .ok_or_else(|| format!("unknown shorthand flag: '{letter}' in {arg}"))?;
            let flag = contract.flag(command, &name).expect("a short flag is long");
            let attached = &arg[1 + letter.len_utf8()..];
            let value = if flag.kind == "bool" {
                "true".into()
            } else if attached.is_empty() {
                args.next()
                    .cloned()
                    .ok_or_else(|| format!("flag needs an argument: '{letter}' in {arg}"))?
            } else {
                attached.strip_prefix('=').unwrap_or(attached).to_owned()
            };
            store(&mut flags, &name, &flag, value)?;
        } else {
            words.push(arg.clone());
        }
    }
    Ok((words, flags))
}

fn store(
    flags: &mut BTreeMap<String, Vec<String>>,
    name: &str,
    flag: &Flag,
    value: String,
) -> Result<(), String> {
    let shown = match flag.short {
        Some(letter) => format!("-{letter}, --{name}"),
        None => format!("--{name}"),
    };
    let invalid = |why: String| format!("invalid argument {value:?} for \"{shown}\" flag: {why}");
    let held = flags.entry(name.to_owned()).or_default();
    match flag.kind.as_str() {
        "stringSlice" => held.extend(csv::fields(&value).map_err(invalid)?),
        "stringArray" => held.push(value),
        "int" | "int64" => {
            value.parse::<i64>().map_err(|_| {
                invalid(format!(
                    "strconv.ParseInt: parsing {value:?}: invalid syntax"
                ))
            })?;
            *held = vec![value];
        }
        "bool" => {
            let read = match value.as_str() {
                "true" | "1" | "t" | "T" | "TRUE" | "True" => "true",
                "false" | "0" | "f" | "F" | "FALSE" | "False" => "false",
                _ => {
                    return Err(invalid(format!(
                        "strconv.ParseBool: parsing {value:?}: invalid syntax"
                    )));
                }
            };
            *held = vec![read.to_owned()];
        }
        _ => {
            if !held.is_empty() {
                log::violation(&format!("--{name} stands twice"));
            }
            *held = vec![value];
        }
    }
    Ok(())
}

impl Call {
    /// The value of a flag that takes one; empty when it is not given.
    pub fn text(&self, flag: &str) -> &str {
        self.flags
            .get(flag)
            .and_then(|values| values.last())
            .map_or("", String::as_str)
    }

    pub fn all(&self, flag: &str) -> &[String] {
        self.flags.get(flag).map_or(&[], Vec::as_slice)
    }

    pub fn is_on(&self, flag: &str) -> bool {
        self.text(flag) == "true"
    }

    pub fn is_given(&self, flag: &str) -> bool {
        self.flags.contains_key(flag)
    }

    pub fn check_required(&self) -> Result<(), Failure> {
        let missing: Vec<String> = self
            .required
            .iter()
            .filter(|name| !self.is_given(name))
            .map(|name| format!("{name:?}"))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let message = format!("required flag(s) {} not set", missing.join(", "));
        log::violation(&message);
        Err(Failure::plain(format!("Error: {message}\n{message}\n")))
    }

    /// Notes what the platform's command line lets pass and a script must not do.
    pub fn note_breaches(&self) {
        for flag in [
            "api-key",
            "username",
            "password",
            "client-id",
            "client-secret",
        ] {
            if self.is_given(flag) && !self.text(flag).starts_with('$') {
                log::violation(&format!("--{flag} in the clear"));
            }
        }
        for flag in ["oauth2.client-secret", "jwt"] {
            if self.is_given(flag) && self.text(flag) != "-" {
                log::violation(&format!("--{flag} is shown in the process list"));
            }
        }
    }
}
