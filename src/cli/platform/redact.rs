//! Keeps secrets out of everything that is shown or written.

use serde_json::Value;

/// What stands for a secret.
const HIDDEN: &str = "[hidden]";

/// The shortest text that is taken for a secret: shorter ones are words.
const SHORTEST: usize = 5;

/// The secrets of one run, by value.
#[derive(Clone, Default)]
pub(in crate::cli) struct Redactor {
    /// Longest first, so that a secret within another does not uncover the rest of it.
    secrets: Vec<String>,
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

impl Redactor {
    pub(in crate::cli) fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let mut secrets: Vec<String> = secrets.into_iter().collect();
        secrets.retain(|secret| secret.len() >= SHORTEST);
        let again: Vec<String> = secrets.iter().flat_map(|secret| written(secret)).collect();
        secrets.extend(again);
        secrets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        secrets.dedup();
        Self { secrets }
    }

    /// The text without the secrets.
    pub(in crate::cli) fn clean(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for secret in &self.secrets {
            if clean.contains(secret.as_str()) {
                clean = clean.replace(secret.as_str(), HIDDEN);
            }
        }
        hide_tokens(&clean)
    }

    /// JSON without the secrets; its keys stay.
    pub(in crate::cli) fn clean_json(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.clean(text),
            Value::Array(all) => all.iter_mut().for_each(|one| self.clean_json(one)),
            Value::Object(all) => all.values_mut().for_each(|one| self.clean_json(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// How a secret may stand in JSON, in a Go string, and in an address.
fn written(secret: &str) -> Vec<String> {
    let quoted = Value::from(secret).to_string();
    let inside = quoted.get(1..quoted.len().saturating_sub(1));
    let json = inside.unwrap_or_default().to_owned();
    let mut address = String::with_capacity(secret.len());
    for byte in secret.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    let form = address.replace("%20", "+");
    let mut all = vec![json, address, form];
    all.retain(|text| text != secret);
    all
}

/// Hides words of the form of a token: a JSON Web Token, or what stands behind `Bearer`,
/// `Basic` or `JWT`.
fn hide_tokens(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut scheme = false;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let is_jwt = word.contains("eyJ") && word.matches('.').count() >= 2;
        if !word.is_empty() && (is_jwt || scheme && word.len() >= SHORTEST) {
            clean.push_str(HIDDEN);
            clean.push_str(part.get(word.len()..).unwrap_or_default());
        } else {
            clean.push_str(part);
        }
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        scheme = ["Bearer", "Basic", "JWT"].contains(&bare);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_within_another_does_not_uncover_it() {
        let redactor = Redactor::new(["hunter2".to_owned(), "hunter2-longer".to_owned()]);
        assert_eq!(
            redactor.clean("is hunter2-longer, hunter2"),
            "is [hidden], [hidden]"
        );
    }

    #[test]
    fn tokens_are_hidden_whoever_they_are_of() {
        let clean =
            Redactor::default().clean("Authorization: Bearer abc123xyz\nof eyJhbGci.eyJzdWIi.sig;");
        assert_eq!(clean, "Authorization: Bearer [hidden]\nof [hidden]");
    }
}
