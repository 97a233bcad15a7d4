//! One call of the command line, checked against the table.

use std::fmt;

use super::{CommandId, Flag, Kind, Need, Output, Positional, Value};
use crate::steps::Address;

/// The value of one flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Literal text, whatever it holds.
    Text(String),
    Number(i64),
    /// The name of an environment variable; the command line gets `$NAME` and resolves
    /// it from the env file.
    EnvRef(String),
    /// The id of an object that the platform has given.
    Id(Address),
    /// Each environment that the project has, in turn.
    EachEnvironment,
    /// A file or folder, relative to the folder `versori/`.
    File(String),
    /// The merged schema of activation variables: a file made when the call is.
    MergedSchema,
    /// The env file of the environment.
    EnvFile,
    /// What is said of a version: the commit it was built from.
    Commit,
    /// A switch that is on or off.
    Switch(bool),
    /// The ids of two objects, joined by `=`.
    Pair(Box<(Address, Address)>),
    /// Only to compare with: this text and a number after it.
    Numbered(String),
}

/// A command with its arguments. Holds only what the contract allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    command: CommandId,
    positional: Option<Arg>,
    args: Vec<(&'static Flag, Arg)>,
}

/// Why a call is refused. Each is a fault in the description of the steps, except
/// [`ContractError::Nul`], which text from a manifest can cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContractError {
    UnknownFlag {
        command: &'static str,
        flag: String,
    },
    /// Left out, so the command would fail or open a prompt.
    Missing {
        command: &'static str,
        flag: &'static str,
        prompts: bool,
    },
    Positional {
        command: &'static str,
    },
    /// A value of the wrong type, or not one of the right words.
    WrongValue {
        command: &'static str,
        flag: &'static str,
        value: String,
    },
    Twice {
        command: &'static str,
        flag: &'static str,
    },
    /// A secret in the clear, or text that would be read as a reference.
    Reference {
        command: &'static str,
        flag: &'static str,
    },
    /// An argument cannot hold a NUL.
    Nul {
        command: &'static str,
        flag: &'static str,
    },
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFlag { command, flag } => {
                write!(f, "`versori {command}` has no flag `--{flag}`")
            }
            Self::Missing {
                command,
                flag,
                prompts,
            } => write!(
                f,
                "`versori {command}` {} without `--{flag}`",
                if *prompts { "prompts" } else { "fails" }
            ),
            Self::Positional { command } => write!(
                f,
                "`versori {command}` takes another number of words beside its flags"
            ),
            Self::WrongValue {
                command,
                flag,
                value,
            } => write!(
                f,
                "`{value}` is no value of `--{flag}` of `versori {command}`"
            ),
            Self::Twice { command, flag } => {
                write!(f, "`--{flag}` of `versori {command}` stands twice")
            }
            Self::Reference { command, flag } => write!(
                f,
                "the value of `--{flag}` of `versori {command}` would be shown, or read as a reference"
            ),
            Self::Nul { command, flag } => write!(
                f,
                "the value of `--{flag}` of `versori {command}` holds a NUL character"
            ),
        }
    }
}

impl std::error::Error for ContractError {}

impl Call {
    /// A call of a command that takes no words beside its flags.
    ///
    /// # Errors
    /// The first breach of the contract.
    pub fn new(command: CommandId, args: Vec<(&str, Arg)>) -> Result<Self, ContractError> {
        Self::build(command, None, args)
    }

    /// A call with one word beside its flags, as in `projects details ID`.
    ///
    /// # Errors
    /// The first breach of the contract.
    pub fn with_word(
        command: CommandId,
        word: Arg,
        args: Vec<(&str, Arg)>,
    ) -> Result<Self, ContractError> {
        Self::build(command, Some(word), args)
    }

    fn build(
        command: CommandId,
        positional: Option<Arg>,
        args: Vec<(&str, Arg)>,
    ) -> Result<Self, ContractError> {
        let path = command.path;
        match (command.positional, &positional) {
            (Positional::None, None) | (Positional::AtMostOne, _) | (Positional::One, Some(_)) => {}
            _ => return Err(ContractError::Positional { command: path }),
        }
        let mut checked: Vec<(&'static Flag, Arg)> = Vec::with_capacity(args.len());
        for (name, arg) in args {
            let flag = command
                .flag(name)
                .ok_or_else(|| ContractError::UnknownFlag {
                    command: path,
                    flag: name.to_owned(),
                })?;
            check_value(path, flag, &arg)?;
            let repeats = matches!(flag.kind, Kind::Repeated | Kind::Csv);
            if !repeats && checked.iter().any(|(other, _)| other.name == flag.name) {
                return Err(ContractError::Twice {
                    command: path,
                    flag: flag.name,
                });
            }
            checked.push((flag, arg));
        }
        let call = Self {
            command,
            positional,
            args: checked,
        };
        let missing = |flag: &&Flag| flag.need != Need::Optional && !call.gives(flag.name);
        if let Some(flag) = command.flags.iter().find(missing) {
            return Err(ContractError::Missing {
                command: path,
                flag: flag.name,
                prompts: flag.need == Need::Prompts,
            });
        }
        if let Some(flag) = scheme_needs(&call).iter().find(|name| !call.gives(name)) {
            return Err(ContractError::Missing {
                command: path,
                flag,
                prompts: false,
            });
        }
        Ok(call)
    }

    fn gives(&self, name: &str) -> bool {
        self.args.iter().any(|(flag, _)| flag.name == name)
    }

    pub fn command(&self) -> CommandId {
        self.command
    }

    pub fn positional(&self) -> Option<&Arg> {
        self.positional.as_ref()
    }

    pub fn args(&self) -> &[(&'static Flag, Arg)] {
        &self.args
    }

    /// What it prints with `--output=json`.
    pub fn output(&self) -> Output {
        self.command.output
    }
}

/// What each type of auth scheme needs; the command checks it in its own code.
fn scheme_needs(call: &Call) -> &'static [&'static str] {
    let kind = call.args.iter().find_map(|(flag, arg)| match arg {
        Arg::Text(word) if flag.name == "type" => Some(word.as_str()),
        _ => None,
    });
    match kind {
        Some("api-key") => &["api-key.name", "api-key.in"],
        Some("oauth2") => &["oauth2.token-url"],
        Some("hmac") => &["hmac.name", "hmac.in", "hmac.algorithm"],
        _ => &[],
    }
}

fn check_value(command: &'static str, flag: &'static Flag, arg: &Arg) -> Result<(), ContractError> {
    let name = flag.name;
    let wrong = |value: String| ContractError::WrongValue {
        command,
        flag: name,
        value,
    };
    match (flag.kind, arg) {
        (Kind::Switch, Arg::Switch(_)) | (Kind::Number, Arg::Number(_)) => return Ok(()),
        (Kind::Switch | Kind::Number, _)
        | (_, Arg::Switch(_) | Arg::Number(_) | Arg::Numbered(_)) => {
            return Err(wrong(format!("{arg:?}")));
        }
        _ => {}
    }
    let reference = ContractError::Reference {
        command,
        flag: name,
    };
    match (flag.value, arg) {
        (Value::Exposed, _) | (Value::Plain, Arg::EnvRef(_)) => return Err(reference),
        (Value::Secret, other) if !matches!(other, Arg::EnvRef(_)) => return Err(reference),
        (Value::Resolvable, Arg::Text(text)) if text.starts_with('$') => return Err(reference),
        _ => {}
    }
    if let Arg::Text(text) = arg {
        if text.contains('\0') {
            return Err(ContractError::Nul {
                command,
                flag: name,
            });
        }
        let empty = text.is_empty() && flag.need != Need::Optional;
        let unknown = !flag.words.is_empty() && !flag.words.contains(&text.as_str());
        if empty || unknown {
            return Err(wrong(text.clone()));
        }
    }
    Ok(())
}

/// A text as one field of CSV, which is how flags of [`Kind::Csv`] read their values.
pub fn csv(text: &str) -> String {
    if text.is_empty() || text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
