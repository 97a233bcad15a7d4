//! What is fixed about a command: its words, its flags, what it prints.

/// A reference to a command of the table; compares by its words.
pub type CommandId = &'static Command;

/// One runnable command.
#[derive(Debug)]
pub struct Command {
    /// The words after `versori`, joined by single spaces.
    pub path: &'static str,
    pub flags: &'static [Flag],
    pub positional: Positional,
    pub output: Output,
}

/// One flag of one command.
#[derive(Debug, PartialEq, Eq)]
pub struct Flag {
    /// Without the leading `--`.
    pub name: &'static str,
    pub short: Option<char>,
    pub kind: Kind,
    pub need: Need,
    pub value: Value,
    /// What it is when it is not given; empty where that is the type's zero.
    pub default: &'static str,
    /// The only right values, where there are such; the command line does not check them.
    pub words: &'static [&'static str],
}

/// What a flag takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// No value, or `=true`, `=false`.
    Switch,
    Number,
    /// May stand several times, one value each.
    Repeated,
    /// May stand several times; each value is read as a line of CSV.
    Csv,
}

/// How a value may be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Plain,
    /// Plain, or `$NAME`, which the command line resolves from the env file.
    Resolvable,
    /// Only as `$NAME`: it is a secret.
    Secret,
    /// Not at all: a secret that the command line takes only in the clear.
    Exposed,
}

/// What happens without the flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Optional,
    /// The command line refuses.
    Required,
    /// The command itself refuses, or asks the platform for the wrong thing.
    Checked,
    /// The project of a `.versori` in the current directory is taken.
    Located,
    /// A terminal form opens.
    Prompts,
}

/// What stands beside the flags. Words too many are ignored by most commands, so the
/// table allows none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Positional {
    None,
    AtMostOne,
    One,
}

/// What a command prints with `--output=json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// `{"type":…,"items":[…]}` of this type, or `(no items)`.
    List(&'static str),
    /// One object.
    Object,
    /// JSON of no fixed shape, in any format.
    Json,
    /// A sentence, in any format.
    Text,
    Nothing,
}

impl PartialEq for Command {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Eq for Command {}

impl Command {
    /// The flag of this name, global flags included.
    pub fn flag(&self, name: &str) -> Option<&'static Flag> {
        self.flags
            .iter()
            .chain(GLOBAL)
            .find(|flag| flag.name == name)
    }

    pub(super) const fn prints(mut self, output: Output) -> Self {
        self.output = output;
        self
    }

    pub(super) const fn takes(mut self, positional: Positional) -> Self {
        self.positional = positional;
        self
    }
}

/// The flags that every command has.
pub static GLOBAL: &[Flag] = &[
    text("config").short('c'),
    text("context").short('x'),
    text("output")
        .short('o')
        .default("table")
        .words(&["json", "yaml", "table"]),
];

pub(super) const fn command(path: &'static str, flags: &'static [Flag]) -> Command {
    Command {
        path,
        flags,
        positional: Positional::None,
        output: Output::Text,
    }
}

const fn flag(name: &'static str, kind: Kind) -> Flag {
    Flag {
        name,
        short: None,
        kind,
        need: Need::Optional,
        value: Value::Plain,
        default: "",
        words: &[],
    }
}

pub(super) const fn text(name: &'static str) -> Flag {
    flag(name, Kind::Text)
}

pub(super) const fn switch(name: &'static str) -> Flag {
    flag(name, Kind::Switch)
}

pub(super) const fn number(name: &'static str) -> Flag {
    flag(name, Kind::Number)
}

pub(super) const fn repeated(name: &'static str) -> Flag {
    flag(name, Kind::Repeated)
}

pub(super) const fn csv(name: &'static str) -> Flag {
    flag(name, Kind::Csv)
}

impl Flag {
    pub(super) const fn short(mut self, letter: char) -> Self {
        self.short = Some(letter);
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    pub(super) const fn checked(mut self) -> Self {
        self.need = Need::Checked;
        self
    }

    pub(super) const fn located(mut self) -> Self {
        self.need = Need::Located;
        self
    }

    pub(super) const fn prompts(mut self) -> Self {
        self.need = Need::Prompts;
        self
    }

    pub(super) const fn resolvable(mut self) -> Self {
        self.value = Value::Resolvable;
        self
    }

    pub(super) const fn secret(mut self) -> Self {
        self.value = Value::Secret;
        self
    }

    pub(super) const fn exposed(mut self) -> Self {
        self.value = Value::Exposed;
        self
    }

    pub(super) const fn default(mut self, value: &'static str) -> Self {
        self.default = value;
        self
    }

    pub(super) const fn words(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }
}
