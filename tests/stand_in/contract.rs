//! The stand-in's own copy of the facts about commands and flags.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Every command path with its flags.
#[derive(Deserialize)]
pub struct Contract {
    pub global: BTreeMap<String, String>,
    pub commands: BTreeMap<String, Command>,
}

#[derive(Deserialize)]
pub struct Command {
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub group: bool,
    #[serde(default)]
    pub positional: String,
    #[serde(default)]
    pub flags: BTreeMap<String, Flag>,
}

#[derive(Clone, Deserialize)]
pub struct Flag {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub short: Option<char>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub default: String,
}

impl Contract {
    pub fn load() -> Self {
        serde_json::from_str(include_str!("commands.json")).expect("the facts are JSON")
    }

    /// The full path of the command one word below `path`, through aliases.
    pub fn below(&self, path: &str, word: &str) -> Option<String> {
        let join = |last: &str| {
            if path.is_empty() {
                last.to_owned()
            } else {
                format!("{path} {last}")
            }
        };
        let named = join(word);
        if self.commands.contains_key(&named) {
            return Some(named);
        }
        let depth = path.split_whitespace().count() + 1;
        self.commands
            .iter()
            .find(|(candidate, command)| {
                candidate.split_whitespace().count() == depth
                    && candidate.starts_with(path)
                    && join(candidate.rsplit(' ').next().unwrap_or_default()) == **candidate
                    && command.aliases.iter().any(|alias| alias == word)
            })
            .map(|(candidate, _)| candidate.clone())
    }

    /// The flag of a command by its long name, global flags included.
    pub fn flag(&self, command: &str, name: &str) -> Option<Flag> {
        if self.global.contains_key(name) {
            let default = if name == "output" { "table" } else { "" };
            return Some(Flag {
                kind: "string".into(),
                short: None,
                required: false,
                default: default.into(),
            });
        }
        self.commands.get(command)?.flags.get(name).cloned()
    }

    /// The long name of a one-letter flag.
    pub fn long(&self, command: &str, letter: char) -> Option<String> {
        let global = self
            .global
            .iter()
            .find(|(_, short)| short.starts_with(letter));
        let own = || {
            let flags = &self.commands.get(command)?.flags;
            flags.iter().find(|(_, flag)| flag.short == Some(letter))
        };
        own()
            .map(|(name, _)| name.clone())
            .or_else(|| global.map(|(name, _)| name.clone()))
    }
}
