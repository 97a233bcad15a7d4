//! `[environments.NAME]` and what is in it.

use super::table::{Format, Key, Kind, NONE, Naming, Section};

pub static ENVIRONMENT: Section = Section {
    path: "environments.NAME",
    noun: "an environment",
    about: "An environment of the platform, and the values that hold there. An empty header is enough: \
`[environments.production]`. The generated code is the same in every environment.",
    keys: &[
        Key::new(
            "clone_from",
            Kind::Reference("environments"),
            "The environment that this one is made as a copy of; by itself the first of the manifest.",
        )
        .also(&[
            "from",
            "base",
            "extends",
            "inherits",
            "copy_from",
            "clone",
            "parent",
        ]),
        Key::new(
            "pool",
            Kind::Text(Format::Any),
            "The platform's pool of machines to run on.",
        )
        .also(&["cluster", "region", "node_pool"]),
        Key::new(
            "resources",
            Kind::Table(&RESOURCES),
            "How much of a machine it gets.",
        )
        .also(&["scale", "scaling", "limits", "compute"])
        .example("{ replicas = 1, cpu = \"500m\", memory = \"512Mi\" }"),
        Key::new(
            "systems",
            Kind::Map {
                names: Naming::Kebab,
                of: &Kind::Table(&OVERRIDE),
            },
            "What differs here from `[systems.NAME]`.",
        )
        .also(&["services", "apis", "connections", "overrides"]),
        Key::new(
            "variables",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Literal,
            },
            "This environment's values of `[variables.NAME]`.",
        )
        .also(&[
            "vars",
            "values",
            "config",
            "settings",
            "params",
            "parameters",
        ]),
        Key::new(
            "users",
            Kind::Map {
                names: Naming::Foreign,
                of: &Kind::Table(&USER),
            },
            "Users that are activated here, by their external ids.",
        )
        .also(&["activations", "end_users", "customers", "accounts"]),
    ],
    ..NONE
};

pub static USER: Section = Section {
    path: "environments.NAME.users.ID",
    noun: "a user",
    about: "A user of the organisation, by the external id, who is activated in this environment with a connection of \
their own to each system that is `per_user`. Users who are activated by other means need not be written; one whose block \
is gone stays active.",
    keys: &[
        Key::new(
            "display_name",
            Kind::Text(Format::Any),
            "What the user is called.",
        )
        .required()
        .also(&["name", "title", "label", "displayName"])
        .example("\"Ada's shop\""),
        Key::new(
            "variables",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Literal,
            },
            "This user's values of `[variables.NAME]`; the environment's hold where there is none.",
        )
        .also(&[
            "vars",
            "values",
            "config",
            "settings",
            "params",
            "parameters",
        ]),
        Key::new(
            "systems",
            Kind::Map {
                names: Naming::Kebab,
                of: &Kind::Table(&OVERRIDE),
            },
            "What differs for this user from `[environments.NAME.systems.NAME]`; of systems that are `per_user`.",
        )
        .also(&["services", "apis", "connections", "overrides"]),
    ],
    ..NONE
};

pub static RESOURCES: Section = Section {
    path: "environments.NAME.resources",
    noun: "resources",
    about: "What one environment may use.",
    keys: &[
        Key::new(
            "replicas",
            Kind::Integer { min: 0, max: 100 },
            "How many instances run.",
        )
        .also(&["instances", "min_replicas", "count", "min"]),
        Key::new(
            "max_replicas",
            Kind::Integer { min: 1, max: 100 },
            "How many instances there may be under load.",
        )
        .also(&["max", "max_instances", "maximum"]),
        Key::new(
            "cpu",
            Kind::Text(Format::Any),
            "Processor share of an instance, as Kubernetes writes it.",
        )
        .also(&["cpus", "vcpu", "processor", "cores"])
        .example("\"500m\""),
        Key::new(
            "memory",
            Kind::Text(Format::Any),
            "Memory of an instance, as Kubernetes writes it.",
        )
        .also(&["mem", "ram"])
        .example("\"512Mi\""),
    ],
    ..NONE
};

pub static OVERRIDE: Section = Section {
    path: "environments.NAME.systems.NAME",
    noun: "a system in one environment",
    about: "The values of a system that differ in this environment.",
    keys: &[
        Key::new(
            "base_url",
            Kind::Text(Format::Url),
            "The base URL here, instead of the system's.",
        )
        .also(&[
            "url", "endpoint", "host", "base", "api_url", "root", "uri", "server",
        ]),
        Key::new(
            "inputs",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Text(Format::Any),
            },
            "Values of the `{input}` holes of the base URL.",
        )
        .also(&["input", "values", "params", "parameters"])
        .example("{ shop = \"my-store\" }"),
        Key::new(
            "rotation",
            Kind::Integer {
                min: 1,
                max: 999_999,
            },
            "The number of the connection here: a new number makes a new connection.",
        )
        .default("the system's")
        .also(&["revision", "generation"]),
    ],
    ..NONE
};
