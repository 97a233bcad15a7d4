//! The form of texts and of names.

use crate::diagnostics::{Diagnostic, codes};
use crate::document::{Key, Text};
use crate::manifest::keys::{Format, Naming};
use crate::source::Span;

use super::Shape;
use super::place::Place;
use super::spelling::{is_name, respelt, shown};

/// DNS's limit for a label, which names of the platform end up in.
const LONGEST_NAME: usize = 63;

/// Of names from elsewhere, which the platform puts into names of its own.
const LONGEST_FOREIGN: usize = 128;

impl Shape<'_> {
    pub(super) fn text(&mut self, text: &Text, format: Format, place: &Place<'_>) {
        let value = text.as_str();
        if format == Format::Free {
            return;
        }
        if value.trim().is_empty() {
            self.report(
                Diagnostic::new(
                    &codes::shape::EMPTY,
                    text.span,
                    format!("{} is empty", place.name()),
                )
                .help("write what it is, or leave the key out"),
            );
            return;
        }
        let wrong = match format {
            Format::Any | Format::Free => None,
            Format::Url => wrong_url(value),
            Format::Domain => wrong_domain(value),
            Format::Email => wrong_email(value),
            Format::Kebab => return self.name(value, text.span, '-', place),
            Format::Identifier => return self.name(value, text.span, '_', place),
        };
        if let Some(help) = wrong {
            self.bad_form(text, &help, place);
        }
    }

    /// A request path.
    pub(super) fn path(&mut self, text: &Text, place: &Place<'_>) {
        let value = text.as_str();
        if value.starts_with('/') {
            if value.contains(|letter: char| letter.is_control()) {
                self.bad_form(text, "write the path in one line", place);
            }
        } else if value.contains("://") {
            self.bad_form(
                text,
                "write the path alone, `/orders`; the rest of the URL is the system's `base_url`",
                place,
            );
        } else {
            self.bad_form(text, "write a path that begins with `/`: `/orders`", place);
        }
    }

    fn bad_form(&mut self, text: &Text, help: &str, place: &Place<'_>) {
        self.report(
            Diagnostic::new(
                &codes::shape::BAD_FORMAT,
                text.span,
                format!("{} cannot be `{}`", place.name(), shown(text.as_str())),
            )
            .help(help),
        );
    }

    /// The author's name for a part of the manifest.
    pub(super) fn key_name(&mut self, key: &Key, naming: Naming, place: &Place<'_>) {
        let (letters, help): (fn(&str) -> bool, &str) = match naming {
            Naming::Kebab => return self.name(&key.name, key.span, '-', place),
            Naming::Identifier => return self.name(&key.name, key.span, '_', place),
            Naming::Any => return,
            Naming::Header => (is_header, "write a header's name: `X-Order-Id`"),
            Naming::Status => (is_status, "write an HTTP status: `404`"),
            Naming::Foreign => (
                is_foreign,
                "write it in one line, without blanks at its ends, of at most 128 characters",
            ),
        };
        if !letters(&key.name) {
            self.report(
                Diagnostic::new(
                    &codes::shape::BAD_NAME,
                    key.span,
                    format!("`{}` cannot be a name in {place}", shown(&key.name)),
                )
                .help(help),
            );
        }
    }

    fn name(&mut self, name: &str, span: Span, joint: char, place: &Place<'_>) {
        if is_name(name, joint) && name.len() <= LONGEST_NAME {
            return;
        }
        let (form, example) = if joint == '-' {
            ("lower-case letters, digits and `-`", "sync-orders")
        } else {
            ("lower-case letters, digits and `_`", "to_line")
        };
        let help = match respelt(name, joint) {
            _ if name.len() > LONGEST_NAME => {
                format!("write at most {LONGEST_NAME} characters")
            }
            Some(spelt) => {
                format!("write `{spelt}`, and so where it is used: {form}, a letter first")
            }
            None => format!("write {form}, a letter first: `{example}`"),
        };
        self.report(
            Diagnostic::new(
                &codes::shape::BAD_NAME,
                span,
                format!("`{}` cannot be a name in {place}", shown(name)),
            )
            .help(help),
        );
    }
}

fn wrong_url(url: &str) -> Option<String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match rest {
        None if url.contains("://") => Some("write a URL of `https://`".to_owned()),
        None => Some("write the whole URL, `https://` first".to_owned()),
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '?', '#']) => {
            Some("write a host after `https://`".to_owned())
        }
        Some(_) if has_space(url) => Some("write a URL without spaces".to_owned()),
        Some(_) => None,
    }
}

fn wrong_domain(domain: &str) -> Option<String> {
    if domain.contains("://") || domain.contains('/') {
        return Some("write the host name alone, without `https://` and path".to_owned());
    }
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    (!domain.split('.').all(label)).then(|| "write a host name: `example.com`".to_owned())
}

fn wrong_email(email: &str) -> Option<String> {
    let right = email.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.contains('@') && host.contains('.') && !has_space(email)
    });
    (!right).then(|| "write an address: `ops@example.com`".to_owned())
}

fn has_space(text: &str) -> bool {
    text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

/// A token of RFC 9110.
fn is_header(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn is_foreign(name: &str) -> bool {
    let is_long = name.chars().count() > LONGEST_FOREIGN;
    !name.is_empty() && !is_long && name.trim() == name && !name.contains(char::is_control)
}

fn is_status(name: &str) -> bool {
    name.len() == 3
        && name.starts_with(|first: char| ('1'..='5').contains(&first))
        && name.bytes().all(|byte| byte.is_ascii_digit())
}
