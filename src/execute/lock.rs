//! `gusset.lock`: which ids of the platform the names of a manifest are bound to. Committed,
//! and written by set-up alone.

use std::collections::BTreeMap;
use std::fmt;

use crate::steps::Address;

/// What the lock holds. Empty texts are names that are not bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    pub organisation: String,
    pub project: String,
    /// The ids of systems, by the manifest's names.
    pub systems: BTreeMap<String, String>,
}

/// A line that is none of a lock's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    /// From 1.
    pub line: usize,
    pub text: String,
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {} of gusset.lock is not understood: `{}`: it should be a name, `=` and a \
             quoted id of 26 letters and digits. A newer gusset may have written it; else take \
             the file back from version control",
            self.line, self.text
        )
    }
}

impl std::error::Error for LockError {}

const HEAD: &str =
    "# Binds the names of integration.toml to ids of the platform. Written by set-up; commit it.";

impl Lock {
    /// The id that is bound to an object.
    pub fn id(&self, at: &Address) -> Option<&str> {
        let id = match at {
            Address::Project => Some(&self.project),
            Address::System(name) => self.systems.get(name),
            _ => None,
        };
        id.map(String::as_str).filter(|id| !id.is_empty())
    }

    /// Whether what cannot be read back was sent by an earlier run: a system is bound once
    /// its auth scheme is sent.
    pub(super) fn has_sent(&self, at: &Address) -> bool {
        matches!(at, Address::Scheme(name) if self.systems.contains_key(name))
    }

    /// Reads what [`Lock::to_text`] and the scripts write, and comments and blank lines
    /// between.
    ///
    /// # Errors
    /// The first line that is not understood: one that a newer gusset has written, say.
    pub fn read(text: &str) -> Result<Self, LockError> {
        let mut lock = Self::default();
        let mut in_systems = false;
        for (at, line) in text.lines().enumerate() {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            let wrong = || LockError {
                line: at + 1,
                text: line.to_owned(),
            };
            if trimmed == "[systems]" {
                in_systems = true;
                continue;
            }
            let (key, value) = entry(trimmed).ok_or_else(wrong)?;
            if !value.is_empty() && !is_id(&value) {
                return Err(wrong());
            }
            match (in_systems, key.as_str()) {
                (true, _) => drop(lock.systems.insert(key, value)),
                (false, "organisation") => lock.organisation = value,
                (false, "project") => lock.project = value,
                _ => return Err(wrong()),
            }
        }
        Ok(lock)
    }

    /// The text of the file: the same for the same ids, everywhere.
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "{HEAD}\norganisation = {}\nproject = {}\n\n[systems]\n",
            quoted(&self.organisation),
            quoted(&self.project)
        );
        for (name, id) in &self.systems {
            let bare = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
            if name.chars().all(bare) && !name.is_empty() {
                text.push_str(name);
            } else {
                text.push_str(&quoted(name));
            }
            text.push_str(&format!(" = {}\n", quoted(id)));
        }
        text
    }
}

/// Whether a text has the form of the platform's ids: a ULID.
pub fn is_id(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// TOML's basic strings that need no more than JSON's escapes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `key = "value"`
fn entry(line: &str) -> Option<(String, String)> {
    let (key, rest) = if line.starts_with('"') {
        string(line)?
    } else {
        let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)))?;
        let (key, rest) = line.split_at_checked(end)?;
        (key.to_owned(), rest)
    };
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let (value, rest) = string(value)?;
    (rest.trim().is_empty() && !key.is_empty()).then_some((key, value))
}

/// A quoted string at the beginning of a text, and what follows it.
fn string(text: &str) -> Option<(String, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let value = values.next()?.ok()?;
    let rest = text.get(values.byte_offset()..)?;
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let lock = Lock {
            organisation: "01K00000000000000000000001".into(),
            project: "01K00000000000000000000002".into(),
            systems: [
                ("shop", "01K00000000000000000000003"),
                ("é \" = x", "01K00000000000000000000004"),
            ]
            .map(|(name, id)| (name.to_owned(), id.to_owned()))
            .into(),
        };
        let text = lock.to_text();
        assert_eq!(Lock::read(&text), Ok(lock.clone()));
        assert_eq!(Lock::read(&text.replace('\n', "\r\n")), Ok(lock));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for text in [
            "version = 2",
            "project = 1",
            "project = \"short\"",
            "project = \"x\" y",
            "[other]",
            "x",
            "project \"x\"",
        ] {
            let whole = format!("# a comment\n\n{text}\n");
            let found = Lock::read(&whole).unwrap_err();
            assert_eq!((found.line, found.text.as_str()), (3, text));
        }
    }
}
