//! The file itself.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section};
use super::{environments, functions, integration, mappings, moves, state, systems, types};
use super::{variables, workflows};

pub static ROOT: Section = Section {
    path: "",
    noun: "the manifest",
    about: "An integration is one file, `integration.toml`, in a folder of its own. \
What is fixed is declared: systems, types, mappings, workflows. What a step does with data is an *expression*.\n\
\n\
A value whose type below is `expression` is one, in quotes as TOML wants it; literal text inside it has quotes of its own: \
`type = \"'EXPECTED'\"`. Numbers, booleans, arrays and tables may be written as TOML, and the strings in them are expressions again.\n\
\n\
Systems, workflows and environments have kebab-case names, as the platform has them (`sync-orders`). \
Everything that expressions can name is an identifier (`to_line`, `steps.order`).",
    keys: &[
        Key::new(
            "integration",
            Kind::Table(&integration::INTEGRATION),
            "The project: its name and what it is for.",
        )
        .required()
        .also(&["project", "package", "metadata", "info", "manifest", "app"])
        .example("[integration]\nname = \"orders-to-books\""),
        Key::new(
            "alerts",
            Kind::Table(&integration::ALERTS),
            "Who hears of failed runs.",
        )
        .also(&[
            "notifications",
            "alert",
            "alerting",
            "notify",
            "notification",
        ]),
        Key::new(
            "environments",
            Kind::Map {
                names: Naming::Kebab,
                of: &Kind::Table(&environments::ENVIRONMENT),
            },
            "The platform's environments, by name, and what differs between them.",
        )
        .also(&["envs", "env", "stages", "profiles"]),
        Key::new(
            "systems",
            Kind::Map {
                names: Naming::Kebab,
                of: &Kind::Table(&systems::SYSTEM),
            },
            "The systems that the integration connects, by name.",
        )
        .also(&[
            "services",
            "apis",
            "apps",
            "connectors",
            "connections",
            "sources",
            "destinations",
            "endpoints",
            "api",
            "hosts",
            "providers",
        ]),
        Key::new(
            "variables",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&variables::VARIABLE),
            },
            "Values that each activation sets, by name.",
        )
        .also(&[
            "vars",
            "settings",
            "parameters",
            "params",
            "config",
            "inputs",
            "options",
        ]),
        Key::new(
            "constants",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Literal,
            },
            "Fixed values, lists and lookup tables, by name: `constants.NAME` in expressions.",
        )
        .also(&[
            "consts",
            "lookups",
            "lookup",
            "lookup_tables",
            "values",
            "data",
            "globals",
        ]),
        Key::new(
            "types",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&types::TYPE),
            },
            "The types of payloads and answers, by name.",
        )
        .also(&[
            "schemas",
            "models",
            "schema",
            "entities",
            "definitions",
            "components",
        ]),
        Key::new(
            "state",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&state::STATE),
            },
            "Values that the integration keeps between runs, by name.",
        )
        .also(&["store", "storage", "kv", "cursors", "checkpoints"])
        .later("leave it out and read a fixed range, with a date made from `run.started_at`"),
        Key::new(
            "functions",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&functions::FUNCTION),
            },
            "Functions of your own in TypeScript, by name, for what expressions cannot say.",
        )
        .also(&["custom", "scripts", "helpers", "code", "extensions"]),
        Key::new(
            "mappings",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&mappings::MAPPING),
            },
            "Typed functions from one type to another, by name; expressions call them.",
        )
        .also(&[
            "maps",
            "transforms",
            "transformations",
            "mappers",
            "translations",
            "transformers",
        ]),
        Key::new(
            "workflows",
            Kind::Map {
                names: Naming::Kebab,
                of: &Kind::Table(&workflows::WORKFLOW),
            },
            "What runs, by name: triggers and steps.",
        )
        .also(&[
            "flows",
            "pipelines",
            "jobs",
            "tasks",
            "processes",
            "syncs",
            "automations",
            "routes",
        ]),
        Key::new(
            "moved",
            Kind::List {
                of: &Kind::Table(&moves::MOVED),
                least: 0,
            },
            "Renamings, the only way in which an object of the platform gets another name.",
        )
        .also(&["renamed", "renames", "moves"]),
        Key::new(
            "removed",
            Kind::List {
                of: &Kind::Table(&moves::REMOVED),
                least: 0,
            },
            "Deletions, the only way in which an object of the platform is deleted.",
        )
        .also(&["deleted", "deletions", "removals"]),
    ],
    hints: &[
        Hint {
            words: &["name", "id", "title"],
            key: Some("integration"),
            help: "write it below a header: `[integration]`, then `name = \"orders-to-books\"`",
        },
        Hint {
            words: &["version", "manifest_version", "schema_version"],
            key: None,
            help: "leave it out: the manifest has no version, git has",
        },
        Hint {
            words: &["secrets", "credentials", "auth"],
            key: None,
            help: "say what is needed in the system: `[systems.NAME]`, `auth = { type = \"basic-auth\" }`; secrets themselves are never written here",
        },
        Hint {
            words: &[
                "triggers",
                "webhooks",
                "schedules",
                "webhook",
                "schedule",
                "trigger",
            ],
            key: None,
            help: "write the trigger in its workflow: `[workflows.NAME]`, `schedule = { cron = \"0 * * * *\" }` or `webhook = { verify = \"SYSTEM\" }`",
        },
    ],
    ..NONE
};

/// A kebab-case name, for names that are values.
pub const KEBAB: Kind = Kind::Text(Format::Kebab);
