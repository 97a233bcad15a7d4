//! Where in the manifest a value is, for messages.

use std::fmt;

use super::spelling::shown;

/// A chain on the stack: nothing is allocated unless a message needs it.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    Root,
    Key {
        parent: &'a Place<'a>,
        name: &'a str,
    },
    /// One of a list.
    Item(&'a Place<'a>),
}

impl<'a> Place<'a> {
    pub const fn key(&'a self, name: &'a str) -> Self {
        Self::Key { parent: self, name }
    }

    /// The name of the nearest key.
    pub fn name(&self) -> String {
        match self {
            Self::Root => "the manifest".to_owned(),
            Self::Key { name, .. } => format!("`{}`", shown(name)),
            Self::Item(list) => format!("an item of {}", list.name()),
        }
    }

    /// How many keys lead to it.
    pub fn depth(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Key { parent, .. } => parent.depth() + 1,
            Self::Item(list) => list.depth(),
        }
    }

    /// The header of a table in it.
    pub fn header(&self, inner: &str) -> String {
        self.key(inner).to_string()
    }

    /// The header of one of its items.
    pub fn list_header(&self) -> String {
        Place::Item(self).to_string()
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Item(list) => list.write(f),
            Self::Key { parent, name } => {
                parent.write(f)?;
                if !parent.is_root() {
                    f.write_str(".")?;
                }
                f.write_str(&shown(name))
            }
        }
    }

    const fn is_root(&self) -> bool {
        matches!(self, Self::Root)
    }
}

/// As a header: `` `[systems.shop]` ``, `` `[[workflows.sync.steps]]` ``.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("the manifest"),
            Self::Item(list) => {
                f.write_str("`[[")?;
                list.write(f)?;
                f.write_str("]]`")
            }
            Self::Key { .. } => {
                f.write_str("`[")?;
                self.write(f)?;
                f.write_str("]`")
            }
        }
    }
}
