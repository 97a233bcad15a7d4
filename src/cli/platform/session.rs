//! One integration and its platform, read and ready to be planned.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use camino::Utf8Path;
use serde_json::Value;

use super::super::deno::from_here;
use super::super::terminal::{Terminal, visible};
use super::{Allowed, EnvFile, Options, Redactor, Versori, released};
use crate::emit::Artifact;
use crate::execute::{
    Answer, CommandLine, Entry, Event, Extent, Given, Journal, Known, Note, Start, Stray, Verdict,
    is_id, journal_without, survey,
};
use crate::plan::{self, Inputs, Kind, Object, Plan, Scope, Selection, Subject, Unmanaged};
use crate::platform::{ObjectKind, Platform, sha256};
use crate::project::{Bindings, OUTPUT, Project, StateFolder};
use crate::steps::{self, Address, Smoke, Step, Steps, all_credentials, describe};

/// Everything that a run knows before it reads what the steps are about.
#[derive(Debug)]
pub(in crate::cli) struct Session {
    pub(in crate::cli) project: Arc<Project>,
    pub(in crate::cli) platform: Platform,
    /// The steps of the scope, after selection.
    pub(in crate::cli) steps: Vec<Step>,
    /// The calls that are made once it is deployed.
    pub(in crate::cli) smokes: Vec<Smoke>,
    pub(in crate::cli) scope: Scope,
    selection: Selection,
    release: Option<String>,
    pub(in crate::cli) bindings: Bindings,
    pub(in crate::cli) versori: Versori,
    pub(in crate::cli) known: Known,
    pub(in crate::cli) given: Given,
    pub(in crate::cli) organisation: String,
    pub(in crate::cli) state: StateFolder,
    /// Where files for `versori` are written; removed with it.
    pub(in crate::cli) scratch: tempfile::TempDir,
    allowed: Allowed,
    parallel: std::num::NonZeroUsize,
}

impl Session {
    /// Reads what is beside the manifest, and asks which organisation it is about. Changes
    /// nothing.
    ///
    /// # Errors
    /// A phrase: what is wrong, and what to do.
    pub(in crate::cli) fn open(
        project: Arc<Project>,
        scope: Scope,
        options: &Options,
    ) -> Result<Self, String> {
        let platform = project
            .compilation
            .platform
            .clone()
            .ok_or("the manifest has errors")?;
        let selection = options.choices.selection();
        let all = describe(&platform).map_err(|error| error.to_string())?;
        let (mut steps, smokes) = of_scope(all, &scope)?;
        let environment = environment_of(&scope).to_owned();
        let bindings = Bindings::read(&project.folder)?;

        let names: Vec<String> = all_credentials(&platform)
            .into_iter()
            .map(|credential| credential.variable)
            .collect();
        let beside = match &scope {
            Scope::Environment(name) => Some(project.shown(OUTPUT).join(format!(".env.{name}"))),
            Scope::Setup | Scope::Base(_) => None,
        };
        let env_file = EnvFile::read(options.reach.env_file.as_deref(), beside.as_deref())?;
        let redactor = Redactor::new(env_file.secrets(&names));

        let scratch = tempfile::Builder::new()
            .prefix("gusset-")
            .tempdir()
            .map_err(|error| format!("a temporary folder cannot be made: {error}"))?;
        let folder = Utf8Path::from_path(scratch.path())
            .ok_or("the temporary folder's path is not UTF-8: set TMPDIR")?
            .to_owned();
        let versori = Versori {
            program: from_here(options.reach.versori.clone()),
            folder: folder.clone(),
            timeout: Duration::from_secs(options.reach.timeout.max(1)),
            redactor,
            trace: options.reach.verbose > 1,
            held: Vec::new(),
        };
        let (context, organisation) = context(&versori, options.reach.context.as_deref())?;
        let bound = &bindings.lock.organisation;
        if !bound.is_empty() && *bound != organisation {
            return Err(format!(
                "gusset.lock is of the organisation {bound}, and the context {context} is of {organisation}: name another context by --context, or select it by `versori context select`"
            ));
        }
        let known = Known {
            ids: known_ids(&bindings, &scope),
            context,
            env_file: env_file.path.to_string(),
            commit: "of no stated commit".to_owned(),
            schema_file: String::new(),
            folder: format!("{folder}/{OUTPUT}/"),
        };
        let release = released::version(options, &versori, &known)?;
        if let Some(name) = &release {
            steps::release(&mut steps, name);
        }
        let steps = plan::select(&steps, &selection, &environment)
            .map_err(|unknown| unknown.to_string())?;
        let state = StateFolder::open(&organisation, &platform.project)?;
        let given = Given {
            project: options.choices.project(),
            systems: options.choices.systems(),
            variables: env_file.with_value(&names),
            said: said(&env_file),
            ..Given::default()
        };
        let mut session = Self {
            project,
            platform,
            steps,
            smokes,
            scope,
            selection,
            release,
            bindings,
            versori,
            known,
            given,
            organisation,
            state,
            scratch,
            allowed: options.choices.allowed(),
            parallel: options.reach.parallel,
        };
        session.read_journal()?;
        Ok(session)
    }

    /// Reads what earlier runs have noted.
    ///
    /// # Errors
    /// When the journal is there and cannot be read.
    pub(in crate::cli) fn read_journal(&mut self) -> Result<Journal, String> {
        let text = self.state.journal().map_err(|error| error.to_string())?;
        let journal = Journal::read(&text, environment_of(&self.scope));
        let objects = || self.steps.iter().map(|step| &step.at);
        self.given.absent = journal.absent(objects());
        self.given.made = journal.made(objects());
        self.given.redeploy = journal.is_stale;
        Ok(journal)
    }

    /// Adds a line to the journal.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(in crate::cli) fn note(&self, event: Event) -> Result<(), String> {
        let environment = self.environment().to_owned();
        let note = Note { environment, event };
        let noted = self.state.note(&note.to_line());
        noted.map_err(|error| error.to_string())
    }

    /// Takes what is about this scope out of the journal: all of it is on the platform.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(in crate::cli) fn end_journal(&self) -> Result<(), String> {
        let ended = self.state.journal().and_then(|text| {
            let rest = journal_without(&text, self.environment());
            self.state.replace_journal(&rest)
        });
        ended.map_err(|error| error.to_string())
    }

    /// The name of the environment that this is about; empty for set-up.
    pub(in crate::cli) fn environment(&self) -> &str {
        environment_of(&self.scope)
    }

    pub(in crate::cli) fn start<'a>(
        &'a self,
        files: &'a [String],
        planned: &'a [Entry],
    ) -> Start<'a> {
        Start {
            environment: self.environment(),
            lock: &self.bindings.lock,
            given: &self.given,
            known: &self.known,
            files,
            planned,
            parallel: self.parallel,
        }
    }

    /// Whether what it deploys is the manifest's version, and no earlier one.
    pub(in crate::cli) fn is_of_manifest(&self) -> bool {
        let own = self.platform.files.version_name();
        self.release.as_ref().is_none_or(|name| *name == own)
    }

    /// Systems that have another name: the former, and the present one.
    pub(in crate::cli) fn moved_systems(&self) -> Vec<(String, String)> {
        let moved = self.platform.moved.iter();
        moved
            .filter(|moved| moved.kind == ObjectKind::System)
            .map(|moved| (moved.from.clone(), moved.to.clone()))
            .collect()
    }

    /// The names that the platform's are held against.
    fn extent(&self) -> Extent {
        let platform = &self.platform;
        let environment = self.environment();
        // What is on its way is no stray either.
        let with = |kind: ObjectKind, names: Vec<String>| -> Vec<String> {
            let moved = platform.moved.iter().filter(|moved| moved.kind == kind);
            let removed = platform.removed(kind).map(|removed| removed.name.clone());
            let moved = moved.map(|moved| moved.from.clone());
            names.into_iter().chain(moved).chain(removed).collect()
        };
        let environments = platform.environments.iter().map(|one| one.name.clone());
        let systems = platform.systems.iter().map(|one| one.name.clone());
        let schema = platform.variables.iter();
        let variables = schema.flat_map(|schema| schema.properties.keys().cloned());
        Extent {
            environment: (!environment.is_empty()).then(|| environment.to_owned()),
            environments: with(ObjectKind::Environment, environments.collect()),
            systems: with(ObjectKind::System, systems.collect()),
            variables: with(ObjectKind::Variable, variables.collect()),
        }
    }

    /// What a person should know of steps that do nothing.
    pub(in crate::cli) fn tell_notes(entries: &[Entry], terminal: &mut Terminal) {
        let is_left = |entry: &&Entry| entry.decision.verdict == Verdict::Left;
        for entry in entries.iter().filter(is_left) {
            let reason = &entry.decision.reason;
            let line = format!("note: {}: left as it is: {reason}\n", entry.at);
            terminal.err(&visible(&line));
        }
    }

    /// Reads the platform and says what would change.
    pub(in crate::cli) fn plan(&self) -> (Plan, Vec<Entry>) {
        let mut surveyed = survey(
            &self.versori,
            self.start(&[], &[]),
            &self.steps,
            &self.extent(),
        );
        released::guard(
            &mut surveyed.entries,
            &surveyed.remote,
            self.allowed,
            &self.project.folder,
        );
        let redactor = &self.versori.redactor;
        for entry in &mut surveyed.entries {
            let decision = &mut entry.decision;
            decision.reason = redactor.clean(&decision.reason);
            for field in &mut decision.fields {
                for value in [&mut field.from, &mut field.to].into_iter().flatten() {
                    redactor.clean_json(value);
                }
            }
        }
        let mut unmanaged: Vec<Unmanaged> = surveyed.strays.iter().map(unmanaged).collect();
        for other in &mut unmanaged {
            other.object.name = redactor.clean(&other.object.name);
            other.advice = redactor.clean(&other.advice);
        }
        let mut files = released::files(&surveyed.remote);
        for file in &mut files {
            file.path = redactor.clean(&file.path);
            file.diff = redactor.clean(&file.diff);
        }
        let id = |at: &Address| self.known.ids.get(at).cloned().unwrap_or_default();
        let subject = Subject {
            integration: self.platform.project.clone(),
            scope: self.scope.clone(),
            organisation: self.organisation.clone(),
            project: id(&Address::Project),
            inputs: Inputs {
                manifest: digest(&self.project.compilation.artifacts),
                lock: sha256(self.bindings.text.as_bytes()),
                platform: String::new(),
            },
            selection: self.selection.clone(),
            release: self.release.clone(),
            origins: self.project.compilation.origins.clone(),
            unmanaged,
            files,
        };
        (plan::plan(subject, &surveyed.entries), surveyed.entries)
    }
}

/// An object that the manifest does not have, and what to write about it.
fn unmanaged(stray: &Stray) -> Unmanaged {
    let (kind, name, part) = match stray {
        Stray::Environment(name) => (Kind::Environment, name, "environments"),
        Stray::Template(name) => (Kind::ConnectionTemplate, name, "systems"),
        Stray::Variable(name) => (Kind::Variables, name, "variables"),
    };
    Unmanaged {
        object: Object {
            kind,
            name: name.clone(),
        },
        advice: format!("declare it as [{part}.{name}], or delete it by [[removed]]"),
    }
}

fn environment_of(scope: &Scope) -> &str {
    match scope {
        Scope::Environment(name) => name,
        Scope::Setup | Scope::Base(_) => "",
    }
}

fn of_scope(steps: Steps, scope: &Scope) -> Result<(Vec<Step>, Vec<Smoke>), String> {
    let Scope::Environment(wanted) = scope else {
        return Ok((steps.setup, Vec::new()));
    };
    let names: Vec<String> = steps
        .environments
        .iter()
        .map(|one| one.environment.clone())
        .collect();
    let found = steps
        .environments
        .into_iter()
        .find(|one| one.environment == *wanted);
    found.map(|one| (one.steps, one.smokes)).ok_or_else(|| {
        format!(
            "the manifest has no environment `{wanted}`: it has {}",
            names.join(", ")
        )
    })
}

/// What set-up has bound; an environment's steps find nothing of it themselves.
fn known_ids(bindings: &Bindings, scope: &Scope) -> BTreeMap<Address, String> {
    let mut ids = BTreeMap::new();
    if *scope == Scope::Setup {
        return ids;
    }
    let lock = &bindings.lock;
    if !lock.project.is_empty() {
        ids.insert(Address::Project, lock.project.clone());
    }
    for (name, id) in &lock.systems {
        // A lock edited by hand may have empty ids, which bind nothing.
        if !id.is_empty() {
            ids.insert(Address::System(name.clone()), id.clone());
        }
    }
    ids
}

/// The lines by which a person says that something is done; also from the environment.
fn said(env_file: &EnvFile) -> std::collections::BTreeSet<String> {
    let own = |line: &&String| line.starts_with("GUSSET_");
    let mut said: std::collections::BTreeSet<String> =
        env_file.lines.iter().filter(own).cloned().collect();
    let variables = std::env::vars_os().filter_map(|(name, value)| {
        let name = name
            .into_string()
            .ok()
            .filter(|name| name.starts_with("GUSSET_"))?;
        Some(format!("{name}={}", value.into_string().ok()?))
    });
    said.extend(variables);
    said
}

/// The name and the organisation of the context that every call will name.
fn context(versori: &Versori, named: Option<&str>) -> Result<(String, String), String> {
    let mut words = vec![
        "context".to_owned(),
        "show".to_owned(),
        "--output=json".to_owned(),
    ];
    words.extend(named.map(|name| format!("--context={name}")));
    let answer: Answer = versori.call(&words);
    if !answer.succeeded() {
        return Err(answer.failed("context show"));
    }
    let shown: Value = serde_json::from_str(answer.stdout.trim())
        .map_err(|_| "`versori context show` did not answer with JSON".to_owned())?;
    let field = |name: &str| {
        let text = shown.get(name).and_then(Value::as_str);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    match (field("name"), field("organisationId")) {
        (Some(name), Some(organisation)) if is_id(&organisation) => Ok((name, organisation)),
        (Some(_), Some(_)) => Err(
            "`versori context show` is not understood: its organisation is no id of the platform"
                .to_owned(),
        ),
        _ => Err("versori has no context: add one by `versori context add`".to_owned()),
    }
}

/// The digest of all that is generated.
pub(in crate::cli) fn digest(artifacts: &[Artifact]) -> String {
    let mut text = String::new();
    for artifact in artifacts {
        text.push_str(&artifact.path);
        text.push('\0');
        text.push_str(&sha256(artifact.contents.as_bytes()));
        text.push('\n');
    }
    sha256(text.as_bytes())
}
