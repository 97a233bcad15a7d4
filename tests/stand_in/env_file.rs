//! Env files and the references into them.

use std::collections::BTreeMap;
use std::path::Path;

use super::output::Failure;

/// The variables of an env file. A missing file that was not asked for is empty.
pub fn read(path: &str, is_explicit: bool) -> Result<BTreeMap<String, String>, Failure> {
    let text = match std::fs::read_to_string(Path::new(path)) {
        Ok(text) => text,
        Err(_) if !is_explicit => return Ok(BTreeMap::new()),
        Err(error) => {
            return Err(Failure::reason(
                "failed to read env file",
                &error.to_string(),
            ));
        }
    };
    let mut variables = BTreeMap::new();
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((name, value)) = line.split_once('=') else {
            return Err(Failure::reason("failed to read env file", "malformed line"));
        };
        let value = value.trim();
        let value = if let Some(raw) = value.strip_prefix('\'') {
            raw.strip_suffix('\'').unwrap_or(raw).to_owned()
        } else if let Some(raw) = value.strip_prefix('"') {
            raw.strip_suffix('"').unwrap_or(raw).replace("\\n", "\n")
        } else {
            value
                .split(" #")
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        variables.insert(name.trim().to_owned(), value);
    }
    Ok(variables)
}

/// The value of `$NAME` or `${NAME}`: the file wins over the environment.
pub fn resolve(
    flag: &str,
    reference: &str,
    file: &BTreeMap<String, String>,
) -> Result<(String, String), Failure> {
    let name = reference.trim_start_matches('$');
    let name = name
        .strip_prefix('{')
        .and_then(|inner| inner.strip_suffix('}'))
        .unwrap_or(name);
    let from_environment = || std::env::var(name).ok().filter(|value| !value.is_empty());
    match file.get(name).cloned().or_else(from_environment) {
        Some(value) => Ok((name.to_owned(), value)),
        None => Err(Failure::reason(
            &format!("failed to resolve --{flag}"),
            &format!("variable \"{name}\" not found in env file or environment"),
        )),
    }
}
