//! Key-value stores.

use super::prelude::*;

pub static COUNT: Command = command(
    "kv count",
    &[
        text("activation-id"),
        text("environment"),
        text("execution-id"),
        text("external-id"),
        switch("full-keys"),
        repeated("prefix"),
        text("project"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
    ],
)
.prints(Output::Json);
pub static DELETE: Command = command(
    "kv delete",
    &[
        text("activation-id"),
        text("environment"),
        text("execution-id"),
        text("external-id"),
        switch("full-keys"),
        text("key").required(),
        text("project"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
        switch("yes").short('y').prompts(),
    ],
);
pub static GET: Command = command(
    "kv get",
    &[
        text("activation-id"),
        text("environment"),
        text("execution-id"),
        text("external-id"),
        switch("full-keys"),
        text("key").required(),
        text("project"),
        switch("raw-values"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
    ],
)
.prints(Output::Json);
pub static LIST: Command = command(
    "kv list",
    &[
        text("activation-id"),
        text("after"),
        text("before"),
        text("created-after"),
        text("created-before"),
        text("environment"),
        text("execution-id"),
        text("external-id"),
        switch("full-keys"),
        number("limit"),
        repeated("metadata"),
        repeated("prefix"),
        text("project"),
        switch("raw-values"),
        switch("reverse"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
    ],
)
.prints(Output::Json);
pub static SET: Command = command(
    "kv set",
    &[
        text("activation-id"),
        text("environment"),
        text("execution-id"),
        number("expire-in"),
        text("external-id"),
        switch("full-keys"),
        switch("if-not-exists"),
        text("key").required(),
        text("project"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
        text("value"),
        text("value-file"),
        switch("yes").short('y').prompts(),
    ],
);
pub static STORES_LIST: Command =
    command("kv stores list", &[]).prints(Output::List("printableStore"));
pub static WIPE: Command = command(
    "kv wipe",
    &[
        text("activation-id"),
        switch("confirm"),
        text("environment"),
        text("execution-id"),
        text("external-id"),
        switch("full-keys"),
        repeated("prefix"),
        text("project"),
        text("scope").words(&["organization", "workspace", "project", "user", "execution"]),
        text("store"),
    ],
);

pub(super) static ALL: &[CommandId] = &[&COUNT, &DELETE, &GET, &LIST, &SET, &STORES_LIST, &WIPE];
