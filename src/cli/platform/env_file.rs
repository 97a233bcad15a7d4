//! The env file: which variables have a value, and what a person says in it. The values
//! themselves are only kept to be hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::dotenv;

/// What an env file and the process's environment hold.
#[derive(Default)]
pub(in crate::cli) struct EnvFile {
    /// Its path; the null device where there is none.
    pub(in crate::cli) path: Utf8PathBuf,
    values: BTreeMap<String, String>,
    /// Its lines as they are.
    pub(in crate::cli) lines: BTreeSet<String>,
}

impl std::fmt::Debug for EnvFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnvFile")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// What is read where there is no env file.
const NOTHING: &str = "/dev/null";

impl EnvFile {
    /// Reads it. `named` is the person's; else `beside` is taken if it is there.
    ///
    /// # Errors
    /// Why a file that is there, or was named, cannot be read.
    pub(in crate::cli) fn read(
        named: Option<&Utf8Path>,
        beside: Option<&Utf8Path>,
    ) -> Result<Self, String> {
        let Some(path) = named.or(beside) else {
            return Ok(Self {
                path: NOTHING.into(),
                ..Self::default()
            });
        };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && named.is_none() => {
                return Ok(Self {
                    path: NOTHING.into(),
                    ..Self::default()
                });
            }
            Err(error) => return Err(format!("the env file {path} cannot be read: {error}")),
        };
        let absolute = path
            .canonicalize_utf8()
            .map_err(|error| format!("the env file {path} cannot be read: {error}"))?;
        let lines: BTreeSet<String> = text.lines().map(|line| line.trim().to_owned()).collect();
        let values = dotenv::read(&text).into_iter().collect();
        Ok(Self {
            path: absolute,
            values,
            lines,
        })
    }

    /// Of these variables, those that have a value. The file wins over the environment,
    /// and what is empty in the environment is not there.
    pub(in crate::cli) fn with_value(&self, names: &[String]) -> BTreeSet<String> {
        let in_process = |name: &String| std::env::var(name).is_ok_and(|value| !value.is_empty());
        let has = |name: &&String| match self.values.get(*name) {
            Some(value) => !value.is_empty(),
            None => in_process(name),
        };
        names.iter().filter(has).cloned().collect()
    }

    /// Every text that must not be shown: the values of the file, those that the process
    /// has for these variables, and each line of them. What a person says to gusset is none.
    pub(in crate::cli) fn secrets(&self, names: &[String]) -> Vec<String> {
        let own = |name: &str| name.starts_with("GUSSET_");
        let of_file = self.values.iter().filter(|(name, _)| !own(name));
        // Also as they are written, should they be read otherwise.
        let written = self.lines.iter().filter(|line| !own(line));
        let written = written.filter_map(|line| {
            let (_, value) = line.split_once(['=', ':'])?;
            let value = value.trim();
            Some(value.trim_matches(['\'', '"']).to_owned())
        });
        let in_process = names.iter().filter_map(|name| std::env::var(name).ok());
        let whole: Vec<String> = of_file
            .map(|(_, value)| value.clone())
            .chain(written)
            .chain(in_process)
            .collect();
        let lines = whole.iter().flat_map(|value| value.lines());
        let lines: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
        whole.into_iter().chain(lines).collect()
    }
}
