//! Options that the commands share.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use camino::Utf8PathBuf;

use super::Allowed;
use crate::plan::{Plan, Scope, Selection};

/// Which part of the work a run is about.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct ScopeOptions {
    /// What belongs to the organisation and the project; binds names in gusset.lock
    #[arg(long, group = "scope")]
    setup: bool,
    /// One environment of the manifest
    #[arg(long, value_name = "NAME", group = "scope")]
    environment: Option<String>,
}

impl ScopeOptions {
    pub(in crate::cli) fn scope(&self) -> Option<Scope> {
        match &self.environment {
            Some(name) => Some(Scope::Environment(name.clone())),
            None => self.setup.then_some(Scope::Setup),
        }
    }
}

/// How the platform is reached.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Reach {
    /// The context of `versori`; else its active one
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) context: Option<String>,
    /// The Versori command line
    #[arg(long, value_name = "PATH", default_value = "versori")]
    pub(in crate::cli) versori: Utf8PathBuf,
    /// The env file with the secrets; else `versori/.env.ENVIRONMENT`
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) env_file: Option<Utf8PathBuf>,
    /// How many steps go on at once
    #[arg(long, value_name = "NUMBER", default_value = "4")]
    pub(in crate::cli) parallel: NonZeroUsize,
    /// How long one call of `versori` may take, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "330")]
    pub(in crate::cli) timeout: u64,
    /// Also each field; twice: also each call of `versori`
    #[arg(long, short, action = clap::ArgAction::Count)]
    pub(in crate::cli) verbose: u8,
}

/// What is done there, and what is not.
#[derive(Clone, Debug, Default, clap::Args)]
pub(in crate::cli) struct Choices {
    /// The project that exists already and is this one
    #[arg(long, value_name = "ID", value_parser = id)]
    adopt: Option<String>,
    /// The organisation's system that is this one of the manifest
    #[arg(long, value_name = "NAME=ID", value_parser = named_id)]
    system: Vec<(String, String)>,
    /// Only these parts of the manifest, `systems.shop`, and what they need
    #[arg(long, value_name = "PART")]
    target: Vec<String>,
    /// Not these parts, nor what needs them
    #[arg(long, value_name = "PART")]
    exclude: Vec<String>,
    /// Deploy this version of the project, an earlier one say, instead of the present files
    #[arg(long, value_name = "NAME", conflicts_with_all = ["promote", "setup"])]
    pub(in crate::cli) release: Option<String>,
    /// Deploy the version that this environment has, instead of the present files
    #[arg(long, value_name = "ENVIRONMENT", conflicts_with = "setup")]
    pub(in crate::cli) promote: Option<String>,
    /// Replace files that others have changed on the platform
    #[arg(long)]
    overwrite: bool,
    /// Replace a version of a commit that this one does not come after
    #[arg(long)]
    rollback: bool,
}

/// Both.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct Options {
    #[command(flatten)]
    pub(in crate::cli) reach: Reach,
    #[command(flatten)]
    pub(in crate::cli) choices: Choices,
}

impl From<Reach> for Options {
    fn from(reach: Reach) -> Self {
        Self {
            reach,
            choices: Choices::default(),
        }
    }
}

impl Choices {
    pub(in crate::cli) fn selection(&self) -> Selection {
        Selection {
            target: self.target.clone(),
            exclude: self.exclude.clone(),
        }
    }

    pub(in crate::cli) fn allowed(&self) -> Allowed {
        Allowed {
            overwrite: self.overwrite,
            rollback: self.rollback,
        }
    }

    /// Takes what a saved plan is about.
    pub(in crate::cli) fn select(&mut self, plan: &Plan) {
        self.target.clone_from(&plan.selection.target);
        self.exclude.clone_from(&plan.selection.exclude);
        self.release.clone_from(&plan.release);
    }

    pub(in crate::cli) fn project(&self) -> String {
        self.adopt.clone().unwrap_or_default()
    }

    pub(in crate::cli) fn systems(&self) -> BTreeMap<String, String> {
        self.system.iter().cloned().collect()
    }
}

fn id(text: &str) -> Result<String, String> {
    if crate::execute::is_id(text) {
        return Ok(text.to_owned());
    }
    Err("an id of the platform has 26 letters and digits".to_owned())
}

fn named_id(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.rsplit_once('=').ok_or("write NAME=ID")?;
    if name.is_empty() {
        return Err("write NAME=ID".to_owned());
    }
    Ok((name.to_owned(), id(value)?))
}
