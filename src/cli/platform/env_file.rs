//! The env file: which variables have a value, and what a person says in it. The values
//! themselves are only kept to be hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

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
        let values = lines.iter().filter_map(|line| value(line)).collect();
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

    /// Every value that must not be shown: those of the file, and those that the process
    /// has for these variables.
    pub(in crate::cli) fn secrets(&self, names: &[String]) -> Vec<String> {
        let in_process = names.iter().filter_map(|name| std::env::var(name).ok());
        self.values.values().cloned().chain(in_process).collect()
    }
}

/// `NAME=value`, with or without `export` and quotes.
fn value(line: &str) -> Option<(String, String)> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    let (name, value) = line.split_once('=')?;
    let name = name.trim();
    if name.is_empty() || name.starts_with('#') {
        return None;
    }
    let value = value.trim();
    let quoted = ['\'', '"']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Some((name.to_owned(), quoted.unwrap_or(value).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn values_are_read_as_people_write_them() {
        let pair = |name: &str, value: &str| Some((name.to_owned(), value.to_owned()));
        assert_eq!(value("A=b"), pair("A", "b"));
        assert_eq!(value("export A = 'b=c'"), pair("A", "b=c"));
        assert_eq!(value("A=\"\""), pair("A", ""));
        assert_eq!(value("# A=b"), None);
        assert_eq!(value("A"), None);
    }
}
