//! Whether a saved plan is still what would be done.

use std::fmt;

use super::{Change, FORMAT, Object, Plan, VERSION};

/// Why a saved plan is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It is no plan, or one of another version.
    Unreadable(String),
    /// It is of something else: what, then and now.
    Other {
        what: &'static str,
        saved: String,
        now: String,
    },
    Manifest,
    Lock,
    /// What the platform has is something else: of which objects, as far as it shows.
    Platform(Vec<String>),
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "it cannot be read: {why}"),
            Self::Other { what, saved, now } => {
                write!(f, "it is of the {what} {saved}, and this is {now}")
            }
            Self::Manifest => f.write_str("the manifest, or a file it uses, has changed since"),
            Self::Lock => f.write_str("gusset.lock has changed since"),
            Self::Platform(objects) if objects.is_empty() => {
                f.write_str("the platform has changed since")
            }
            Self::Platform(objects) => {
                write!(f, "the platform has changed since: {}", objects.join("; "))
            }
        }
    }
}

impl std::error::Error for Moved {}

impl Plan {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// When it is no plan of this version.
    pub fn read(text: &str) -> Result<Self, Moved> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|error| Moved::Unreadable(error.to_string()))?;
        if value.get("format").and_then(|format| format.as_str()) != Some(FORMAT) {
            return Err(Moved::Unreadable("it is no plan of gusset".to_owned()));
        }
        let version = value.get("version").and_then(serde_json::Value::as_u64);
        if version != Some(VERSION.into()) {
            return Err(Moved::Unreadable(format!(
                "it is of version {}, and this gusset reads version {VERSION}",
                version.map_or_else(|| "?".to_owned(), |version| version.to_string())
            )));
        }
        serde_json::from_value(value).map_err(|error| Moved::Unreadable(error.to_string()))
    }
}

/// Why `saved` is not what would be done now: the reasons, most telling first; none when
/// it is.
pub fn moved(saved: &Plan, now: &Plan) -> Vec<Moved> {
    let mut reasons = Vec::new();
    let mut other = |what, saved: &String, now: &String| {
        if saved != now {
            reasons.push(Moved::Other {
                what,
                saved: saved.clone(),
                now: now.clone(),
            });
        }
    };
    other("integration", &saved.integration, &now.integration);
    other("organisation", &saved.organisation, &now.organisation);
    if saved.inputs.manifest != now.inputs.manifest {
        reasons.push(Moved::Manifest);
    }
    if saved.inputs.lock != now.inputs.lock {
        reasons.push(Moved::Lock);
    }
    // What the manifest changes, it changes in what is seen of the platform as well.
    if reasons.is_empty() && saved != now {
        reasons.push(Moved::Platform(differing(saved, now)));
    }
    reasons
}

/// The objects to which something else would happen.
fn differing(saved: &Plan, now: &Plan) -> Vec<String> {
    let of = |plan: &Plan, object: &Object| -> Option<Change> {
        let mut all = plan.changes.iter();
        all.find(|change| change.object == *object).cloned()
    };
    let mut objects: Vec<&Object> = saved
        .changes
        .iter()
        .chain(&now.changes)
        .map(|change| &change.object)
        .collect();
    objects.sort();
    objects.dedup();
    let word = |change: &Option<Change>| {
        change
            .as_ref()
            .map_or("nothing to do", |change| change.action.word())
    };
    let mut told = Vec::new();
    for object in objects {
        let (before, after) = (of(saved, object), of(now, object));
        if before == after {
            continue;
        }
        let (was, is) = (word(&before), word(&after));
        told.push(if was == is {
            format!("{object}: {is}, but otherwise")
        } else {
            format!("{object}: {was} then, {is} now")
        });
    }
    if saved.files != now.files {
        told.push("files on the platform".to_owned());
    }
    told
}
