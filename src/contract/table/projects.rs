//! Projects.

use super::prelude::*;

pub static CREATE: Command =
    command("projects create", &[text("name").short('n').prompts()]).prints(Output::Object);
pub static DEPLOY: Command = command(
    "projects deploy",
    &[
        switch("assets"),
        text("description"),
        text("directory").short('d').default("."),
        switch("dry-run"),
        text("environment").required(),
        text("project").located(),
        text("version"),
    ],
)
.prints(Output::Nothing);
pub static DETAILS: Command = command("projects details", &[])
    .prints(Output::Object)
    .takes(Positional::One);
pub static EDIT: Command = command(
    "projects edit",
    &[
        text("environment").required(),
        number("max-replicas"),
        text("project").located(),
        number("replicas"),
        text("resource.cpu.limits"),
        text("resource.cpu.requests"),
        text("resource.memory.limits"),
        text("resource.memory.requests"),
        text("resource.storage.limits"),
        text("resource.storage.requests"),
        text("service-account"),
        text("static-ip").words(&["enabled", "disabled"]),
    ],
);
pub static FILES: Command = command(
    "projects files",
    &[text("project").located(), text("version")],
)
.prints(Output::List("FileSummary"))
.takes(Positional::AtMostOne);
pub static LIST: Command =
    command("projects list", &[switch("starred")]).prints(Output::List("ProjectSummary"));
pub static LOGS: Command = command(
    "projects logs",
    &[
        text("environment").required(),
        number("limit"),
        text("project").located(),
        text("search"),
        text("since").default("24h"),
    ],
);
pub static PROXY: Command = command(
    "projects proxy",
    &[
        text("body").short('b'),
        text("data").short('d'),
        text("environment").required(),
        repeated("header").short('H'),
        text("method").short('m').default("POST"),
        text("path").required(),
        text("project").located(),
        repeated("query").short('q'),
        text("request").short('X'),
        text("user").short('u'),
    ],
);
pub static SAVE: Command = command(
    "projects save",
    &[
        switch("assets"),
        text("directory").short('d').default("."),
        switch("dry-run"),
        text("project").located(),
    ],
)
.prints(Output::Nothing);
pub static STAR: Command = command("projects star", &[]).takes(Positional::One);
pub static SYNC: Command = command(
    "projects sync",
    &[
        switch("assets"),
        switch("confirm"),
        text("directory").short('d').default("."),
        switch("dry-run"),
        text("project").located(),
    ],
)
.prints(Output::Nothing);
pub static UNSTAR: Command = command("projects unstar", &[]).takes(Positional::One);

pub(super) static ALL: &[CommandId] = &[
    &CREATE, &DEPLOY, &DETAILS, &EDIT, &FILES, &LIST, &LOGS, &PROXY, &SAVE, &STAR, &SYNC, &UNSTAR,
];
