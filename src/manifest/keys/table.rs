//! What the table says about a key.

/// The version with which the table began.
pub const FIRST: &str = "0.1";

/// The keys of one kind of table, `[systems.NAME]` for one. A table holds these keys
/// and no others.
#[derive(Debug)]
pub struct Section {
    /// Where it is written, for people: `systems.NAME`; empty for the file itself.
    pub path: &'static str,
    /// What it is, with its article: `a system`.
    pub noun: &'static str,
    /// What it is for: Markdown, one or more paragraphs, for the documentation.
    pub about: &'static str,
    pub keys: &'static [Key],
    /// Keys of which only one may be there.
    pub choices: &'static [Choice],
    /// Words that people write here, where the repair is more than another name.
    pub hints: &'static [Hint],
    /// The key that a value meant which is not a table: `cron` in `schedule = "…"`.
    pub shorthand: Option<&'static str>,
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    pub kind: Kind,
    /// One or two plain sentences.
    pub about: &'static str,
    /// What holds where the key is not written, as the documentation says it.
    pub default: Option<&'static str>,
    /// When it has to be there.
    pub required: When,
    /// When it may be there.
    pub only: When,
    /// Keys beside which it says nothing of its own while it is not built.
    pub part_of: &'static [&'static str],
    /// What people and language models write instead.
    pub synonyms: &'static [&'static str],
    /// A value in TOML, for help texts; without one the kind gives it.
    pub example: Option<&'static str>,
    /// The version that brought the key.
    pub since: &'static str,
    pub stage: Stage,
}

/// Whether a key can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Built,
    /// Designed, not built: an error that says so.
    Later {
        /// What to do until then.
        instead: &'static str,
        /// Without it the rest of its table means something else, so that the reader
        /// drops what the table would have given.
        essential: bool,
    },
}

/// A condition on the other keys of the same table.
#[derive(Clone, Copy, Debug)]
pub enum When {
    Always,
    Never,
    /// The key has one of these words.
    Is(&'static str, &'static [&'static str]),
    /// One of these keys is there.
    Has(&'static [&'static str]),
    /// None of these keys is there.
    Lacks(&'static [&'static str]),
}

/// Keys that stand for one decision.
#[derive(Debug)]
pub struct Choice {
    /// What the keys are, singular: `verb`.
    pub noun: &'static str,
    pub keys: &'static [&'static str],
    /// Whether only one of them may be there.
    pub exclusive: bool,
    /// Whether one of them has to be there.
    pub required: bool,
    /// What to write where none is.
    pub help: &'static str,
}

/// Words that mean a key, or several, in a way that takes a sentence.
#[derive(Debug)]
pub struct Hint {
    pub words: &'static [&'static str],
    /// The key that was meant, so that it is not reported missing as well.
    pub key: Option<&'static str>,
    /// What to write.
    pub help: &'static str,
}

/// What a value has to be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Literal text.
    Text(Format),
    /// A request path with `{expression}` holes.
    Path,
    /// An expression: any TOML, whose strings are expressions.
    Expression,
    /// Any TOML, whose strings are text.
    Literal,
    /// `500ms`, `10s`, `5m`, `24h`, `90d`.
    Duration,
    Integer {
        min: i64,
        max: i64,
    },
    Boolean,
    /// A type's name or a part of a type: `order.line_items[]`.
    Type,
    /// The name of something declared under this top-level key: `systems`.
    Reference(&'static str),
    Word(&'static [Word]),
    List {
        of: &'static Kind,
        /// The least number of items.
        least: usize,
    },
    /// Entries whose keys are the author's names.
    Map {
        names: Naming,
        of: &'static Kind,
    },
    Table(&'static Section),
    /// One of these, told apart by their TOML kinds.
    Either(&'static [Kind]),
}

/// One of a fixed set of words.
#[derive(Debug)]
#[allow(clippy::struct_field_names, reason = "a word's own text is its word")]
pub struct Word {
    pub word: &'static str,
    pub about: &'static str,
    pub synonyms: &'static [&'static str],
    /// What to write instead of a synonym, where that is more than the word.
    pub write: Option<&'static str>,
}

/// The form that a text has to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Any text that is not empty.
    Any,
    /// Any text, empty too.
    Free,
    /// `https://…`
    Url,
    /// A host name: `shopify.com`.
    Domain,
    /// `name@example.com`
    Email,
    /// A kebab-case name.
    Kebab,
    /// A name that expressions use.
    Identifier,
}

/// The spelling of names that the author chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// `[a-z][a-z0-9-]*`, for what the platform names.
    Kebab,
    /// `[a-z][a-z0-9_]*`, for what expressions name.
    Identifier,
    /// An HTTP header's name.
    Header,
    /// Three digits of an HTTP status.
    Status,
    /// A name from elsewhere: any text in one line, without blanks at its ends.
    Foreign,
    Any,
}

/// Words, a [`Hint`] or a [`Section`] without more.
pub const NONE: Section = Section {
    path: "",
    noun: "",
    about: "",
    keys: &[],
    choices: &[],
    hints: &[],
    shorthand: None,
};

impl Key {
    /// A key that is optional and built.
    pub const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self {
            name,
            kind,
            about,
            default: None,
            required: When::Never,
            only: When::Always,
            part_of: &[],
            synonyms: &[],
            example: None,
            since: FIRST,
            stage: Stage::Built,
        }
    }

    #[must_use]
    pub const fn required(self) -> Self {
        self.required_when(When::Always)
    }

    #[must_use]
    pub const fn required_when(mut self, when: When) -> Self {
        self.required = when;
        self
    }

    #[must_use]
    pub const fn only(mut self, when: When) -> Self {
        self.only = when;
        self
    }

    #[must_use]
    pub const fn part_of(mut self, keys: &'static [&'static str]) -> Self {
        self.part_of = keys;
        self
    }

    #[must_use]
    pub const fn default(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    #[must_use]
    pub const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    #[must_use]
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }

    /// Not built yet; the rest of the table still means what it says.
    #[must_use]
    pub const fn later(mut self, instead: &'static str) -> Self {
        self.stage = Stage::Later {
            instead,
            essential: false,
        };
        self
    }

    /// Not built yet, and the table means something else without it.
    #[must_use]
    pub const fn later_essential(mut self, instead: &'static str) -> Self {
        self.stage = Stage::Later {
            instead,
            essential: true,
        };
        self
    }

    pub const fn is_built(&self) -> bool {
        matches!(self.stage, Stage::Built)
    }
}

impl Section {
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Word {
    pub const fn new(word: &'static str, about: &'static str) -> Self {
        Self {
            word,
            about,
            synonyms: &[],
            write: None,
        }
    }

    #[must_use]
    pub const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    #[must_use]
    pub const fn write(mut self, write: &'static str) -> Self {
        self.write = Some(write);
        self
    }
}
