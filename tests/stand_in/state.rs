//! The platform's state, in one file.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Everything the platform knows.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct State {
    /// Counts ids and moments.
    pub clock: u64,
    pub contexts: Vec<Context>,
    pub active_context: String,
    pub projects: Vec<Project>,
    pub systems: Vec<System>,
    pub connections: Vec<Connection>,
    pub users: Vec<User>,
    pub channels: Vec<Channel>,
    pub notifications: Vec<Notification>,
    pub activations: Vec<Activation>,
    pub assets: Vec<Asset>,
    pub logs: Vec<Log>,
    /// What deployed projects answer to calls, by path: else 200.
    pub statuses: BTreeMap<String, u16>,
    /// The execution pools that there are.
    pub pools: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Context {
    pub name: String,
    pub organisation: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Project {
    pub id: String,
    pub name: String,
    pub environments: Vec<Environment>,
    pub files: Vec<(String, String)>,
    pub variables: Value,
    /// Newest first.
    pub versions: Vec<Version>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Environment {
    pub id: String,
    pub name: String,
    pub status: String,
    pub pool: String,
    pub config: Value,
    pub deployed: Option<String>,
    /// How many more times `details` says that it is not there yet.
    pub pending: u32,
    pub templates: Vec<Template>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Template {
    pub id: String,
    pub name: String,
    pub system: String,
    pub dynamic: bool,
    /// The chosen schemes; all of the system's while there is no choice.
    pub schemes: Option<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Version {
    pub id: String,
    pub name: String,
    pub description: String,
    pub state: String,
    pub created: u64,
    pub files: Vec<(String, String)>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct System {
    pub id: String,
    pub name: String,
    pub domain: String,
    pub base_url: String,
    pub schemes: Vec<Value>,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Connection {
    pub id: String,
    pub name: String,
    pub system: String,
    pub base_url: String,
    /// The type of its credential; the secret itself is not kept.
    pub credential: String,
    pub templates: Vec<String>,
    /// The end user's id; empty for a static connection.
    pub user: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct User {
    pub id: String,
    pub external_id: String,
    pub display_name: String,
    pub created: u64,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Channel {
    pub id: String,
    pub name: String,
    pub to: String,
    pub cc: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Notification {
    pub id: String,
    pub name: String,
    pub channel: String,
    pub project: String,
    pub environment: String,
}

/// An end user in an environment.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Activation {
    pub id: String,
    pub environment: String,
    pub user: String,
    /// Templates with the user's connections.
    pub connections: Vec<(String, String)>,
    pub variables: Map<String, Value>,
}

/// A file beside a project, of research.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Asset {
    pub project: String,
    pub name: String,
    pub folder: String,
    pub kind: String,
    pub content: String,
    pub uploaded: u64,
}

/// One line that a deployed project has logged.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Log {
    pub environment: String,
    /// How many seconds ago.
    pub age: u64,
    pub fields: Map<String, Value>,
    pub message: String,
    pub severity: String,
    pub timestamp: String,
    pub error: String,
}

impl State {
    /// An organisation with one context and nothing else.
    pub fn new() -> Self {
        let mut state = Self {
            active_context: "work".into(),
            pools: ["aws", "azure", "gcp"].map(str::to_owned).to_vec(),
            ..Self::default()
        };
        let organisation = state.id();
        state.contexts.push(Context {
            name: "work".into(),
            organisation,
        });
        state
    }

    /// A new id, of the platform's form.
    pub fn id(&mut self) -> String {
        self.clock += 1;
        format!("01K{:023}", self.clock)
    }

    pub fn load(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("there is a state");
        serde_json::from_str(&text).expect("the state is as it was written")
    }

    pub fn save(&self, path: &Path) {
        let new = path.with_extension("new");
        let text = serde_json::to_string(self).expect("the state is JSON");
        fs::write(&new, text).expect("the state can be written");
        fs::rename(&new, path).expect("the state can be replaced");
    }

    /// Systems of other projects, which fill pages.
    pub fn add_foreign_systems(&mut self, count: usize) {
        for number in 0..count {
            let id = self.id();
            self.systems.push(System {
                id,
                name: format!("foreign-{number}"),
                domain: "foreign.example".into(),
                base_url: "https://foreign.example".into(),
                schemes: Vec::new(),
            });
        }
    }
}

/// Does one thing to the state, alone. What only reads takes the state as it is: another
/// process replaces the file as a whole.
pub fn with<T>(changes: bool, act: impl FnOnce(&mut State) -> T) -> T {
    let path = PathBuf::from(std::env::var_os("STAND_IN_STATE").expect("STAND_IN_STATE is set"));
    if !changes {
        return act(&mut State::load(&path));
    }
    let guard: File = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.with_extension("lock"))
        .expect("the guard file can be made");
    guard.lock().expect("the guard file can be locked");
    let mut state = State::load(&path);
    let result = act(&mut state);
    state.save(&path);
    result
}
