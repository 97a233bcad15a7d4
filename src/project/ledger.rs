//! The ledger: which files gusset wrote, and what it wrote into them.
//!
//! It lies in the output folder and is committed with it. `files` holds the hash of
//! what was written last. A build that is under way has its new hashes in `pending`
//! first, so that one that was killed leaves no file that the next takes for somebody
//! else's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::leaves_folder;

/// Its name in the output folder.
pub const LEDGER: &str = ".gusset-ledger.json";

const FORMAT: u32 = 1;

/// Paths, relative to the output folder, with the SHA-256 of their bytes in hex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub files: BTreeMap<String, String>,
    pub pending: BTreeMap<String, String>,
}

/// As it is written: without times and versions, so that the same output has the same
/// ledger, and one line a file, so that merges of different files do not conflict.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: u32,
    files: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pending: BTreeMap<String, String>,
}

impl Ledger {
    /// # Errors
    /// A phrase: what is wrong with the text.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let written: Written = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if written.format != FORMAT {
            return Err(format!(
                "it has format {}, and this gusset knows {FORMAT}",
                written.format
            ));
        }
        for path in written.files.keys().chain(written.pending.keys()) {
            if !is_inside(path) {
                return Err(format!("`{path}` is no path inside the output folder"));
            }
        }
        Ok(Self {
            files: written.files,
            pending: written.pending,
        })
    }

    pub fn to_text(&self) -> String {
        let written = Written {
            format: FORMAT,
            files: self.files.clone(),
            pending: self.pending.clone(),
        };
        // Maps of strings always serialise.
        let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Whether gusset wrote this path, or was about to.
    pub fn lists(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.pending.contains_key(path)
    }

    /// Whether these are bytes that gusset put there.
    pub fn wrote(&self, path: &str, hash: &str) -> bool {
        [&self.files, &self.pending]
            .into_iter()
            .any(|map| map.get(path).is_some_and(|known| known == hash))
    }

    /// The hash of what was written last, or was about to be.
    pub fn last(&self, path: &str) -> Option<&str> {
        let hash = self.files.get(path).or_else(|| self.pending.get(path))?;
        Some(hash)
    }

    /// Every listed path once, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let added = self
            .pending
            .keys()
            .filter(|path| !self.files.contains_key(*path));
        self.files.keys().chain(added).map(String::as_str)
    }
}

/// Whether a path stays in the folder it is relative to and names a file there: what is
/// read from a ledger or made from a manifest's names is not trusted to.
pub(super) fn is_inside(path: &str) -> bool {
    path != LEDGER
        && !leaves_folder(path)
        // Each file has one spelling.
        && path.split('/').all(|part| !part.is_empty() && part != ".")
}
