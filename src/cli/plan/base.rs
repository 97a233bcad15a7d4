//! What has changed since another revision.

use super::super::platform::digest;
use super::super::terminal::{Terminal, visible};
use crate::compile;
use crate::plan::{Inputs, Plan, Scope, Selection, Side, Subject, compare};
use crate::project::{Found, Project, Revision};
use crate::steps::{Steps, describe};

/// The plan from that revision to the present files; tells why there is none.
pub(super) fn plan(project: &Project, revision: &str, terminal: &mut Terminal) -> Option<Plan> {
    let findings = &project.compilation.diagnostics;
    if !findings.is_empty() {
        terminal.err_findings(&project.shown_sources(), findings);
    }
    let Some(platform) = &project.compilation.platform else {
        return None;
    };
    let found = Found {
        folder: project.folder.clone(),
        manifest: project.manifest.clone(),
    };
    terminal.progress(&format!("reading {revision} …"));
    let read = Revision::load(&found, &platform.project, revision, compile::compile);
    let base = match read {
        Ok(base) => base,
        Err(why) => {
            terminal.error(&why.to_string());
            return None;
        }
    };
    if let Some(folder) = &base.moved_from {
        terminal.err(&visible(&format!("in {revision} it lay in {folder}\n")));
    }
    let now = steps(project, terminal)?;
    let mut before = None;
    if let Some(old) = &base.project {
        if old.compilation.platform.is_none() {
            terminal.error(&format!(
                "the manifest of {revision} has errors, so nothing can be held against it:"
            ));
            terminal.err_findings(&old.shown_sources(), &old.compilation.diagnostics);
            return None;
        }
        before = Some((steps(old, terminal)?, &old.compilation.artifacts));
    }
    let subject = Subject {
        integration: platform.project.clone(),
        scope: Scope::Base(revision.to_owned()),
        organisation: String::new(),
        project: String::new(),
        inputs: Inputs {
            manifest: digest(&project.compilation.artifacts),
            ..Inputs::default()
        },
        release: None,
        selection: Selection::default(),
        origins: project.compilation.origins.clone(),
        unmanaged: Vec::new(),
        files: Vec::new(),
    };
    let before = before
        .as_ref()
        .map(|(steps, artifacts)| Side { steps, artifacts });
    let now = Side {
        steps: &now,
        artifacts: &project.compilation.artifacts,
    };
    Some(compare(subject, before, now))
}

fn steps(project: &Project, terminal: &mut Terminal) -> Option<Steps> {
    let platform = project.compilation.platform.as_ref()?;
    match describe(platform) {
        Ok(steps) => Some(steps),
        Err(refused) => {
            terminal.error(&refused.to_string());
            None
        }
    }
}
