//! What a manifest says of objects that it no longer declares under their names.

/// What kind of object a renaming or a deletion is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectKind {
    System,
    Variable,
    Environment,
    /// The notification channel and its links.
    Alerts,
}

/// An object that is to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    pub kind: ObjectKind,
    /// The platform's name of it; of alerts, the channel's.
    pub name: String,
    /// Why, for people.
    pub reason: String,
}

/// An object that has another name now. [`Removed`] and renamed systems stand twice where
/// they may have had a system that checks their webhooks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub kind: ObjectKind,
    /// The platform's former name of it.
    pub from: String,
    /// Its name now, which is declared.
    pub to: String,
    /// Why, for people.
    pub reason: String,
}
