//! Lists of the platform: each is read once, until something has been changed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use serde_json::Value;

use super::answer::{self, CommandLine};
use super::rows::{Found, Listed, find};
use super::words::{Known, Unbound, words};
use crate::contract::{Arg, ContractError};
use crate::steps::{Address, Lookup, environments};

impl From<ContractError> for Stop {
    fn from(error: ContractError) -> Self {
        Self::Refused(error.to_string())
    }
}

/// Why something cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// An object has no id yet: it will be made.
    Unbound(Address),
    /// It is wrong, or could not be read: why, and what to do.
    Refused(String),
}

impl From<Unbound> for Stop {
    fn from(unbound: Unbound) -> Self {
        Self::Unbound(unbound.0)
    }
}

pub(super) type Told<T> = Result<T, Stop>;

/// The rows of one call, or why there are none.
type Rows = Result<Arc<Vec<Value>>, String>;
type Slot = Arc<OnceLock<Rows>>;

/// Reads lists, for several threads at once.
pub(super) struct Reader<'c> {
    platform: &'c dyn CommandLine,
    pub(super) known: RwLock<Known>,
    lists: Mutex<BTreeMap<Vec<String>, Slot>>,
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("known", &self.known)
            .finish_non_exhaustive()
    }
}

impl<'c> Reader<'c> {
    pub(super) fn new(platform: &'c dyn CommandLine, known: Known) -> Self {
        Self {
            platform,
            known: RwLock::new(known),
            lists: Mutex::default(),
        }
    }

    /// Reads what is known so far. A thread that panicked has left it whole.
    pub(super) fn with_known<T>(&self, read: impl FnOnce(&Known) -> T) -> T {
        read(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes the id of an object.
    pub(super) fn learn(&self, at: &Address, id: &str) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.ids.insert(at.clone(), id.to_owned());
    }

    /// Notes the file that holds the merged schema.
    pub(super) fn schema_file(&self, path: String) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.schema_file = path;
    }

    pub(super) fn id(&self, at: &Address) -> Option<String> {
        self.with_known(|known| known.ids.get(at).cloned())
    }

    /// Lists are read again from now on: something has been changed.
    pub(super) fn forget(&self) {
        let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        lists.clear();
    }

    /// Looks for a row.
    pub(super) fn look(&self, lookup: &Lookup) -> Told<Found> {
        let listed = self.listed(lookup)?;
        let found = self.with_known(|known| find(lookup, &listed, known))?;
        if !answer::has_ids(&found, lookup) {
            return Err(Stop::Refused(format!(
                "`versori {}` is not understood: a row has an id of another form than the platform's",
                lookup.list.command().path
            )));
        }
        Ok(found)
    }

    /// The rows of a list; of each environment's, where the call says so.
    pub(super) fn listed(&self, lookup: &Lookup) -> Told<Listed> {
        let mut args = lookup.list.args().iter();
        let turns = if args.any(|(_, arg)| *arg == Arg::EachEnvironment) {
            self.environments()?
        } else {
            vec![String::new()]
        };
        let mut all = Listed::default();
        for each in turns {
            let words = self.with_known(|known| words(&lookup.list, known, &each))?;
            all.add(self.rows(&words, lookup)?);
        }
        Ok(all)
    }

    /// The rows of one call. Whoever comes while it runs waits for it.
    fn rows(&self, words: &[String], lookup: &Lookup) -> Told<Arc<Vec<Value>>> {
        let slot = {
            let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(lists.entry(words.to_vec()).or_default())
        };
        let rows = slot.get_or_init(|| {
            let answer = self.platform.call(words);
            let command = lookup.list.command().path;
            if !answer.succeeded() {
                return Err(answer.failed(command));
            }
            answer::rows(&answer.stdout, lookup)
                .map(Arc::new)
                .map_err(|wrong| format!("`versori {command}` is not understood: {wrong}"))
        });
        rows.clone().map_err(Stop::Refused)
    }

    /// The names of the environments that the project has.
    pub(super) fn environments(&self) -> Told<Vec<String>> {
        let listed = self.listed(&environments("")?)?;
        let names = listed.rows().filter_map(|row| row.get("name")?.as_str());
        Ok(names.map(str::to_owned).collect())
    }
}
