//! Assets of a project.

use super::prelude::*;

pub static DOWNLOAD: Command = command(
    "projects asset download",
    &[
        text("asset").short('a').required(),
        text("directory").short('d').default("versori-research"),
        text("project").located(),
    ],
);
pub static LIST: Command = command("projects asset list", &[text("project").located()])
    .prints(Output::List("printableAsset"));
pub static UPLOAD: Command = command(
    "projects asset upload",
    &[
        text("file").short('f').required(),
        text("folder").default("research/documents"),
        text("project").located(),
    ],
);

pub(super) static ALL: &[CommandId] = &[&DOWNLOAD, &LIST, &UPLOAD];
