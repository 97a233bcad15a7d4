//! How a command ended.

use std::process::ExitCode;

/// The exit codes, the same for every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    Fine = 0,
    /// The input is wrong, or a run failed.
    Failed = 1,
    /// There are changes to make; only where that was asked for.
    Changes = 2,
    /// A check found something that is not current.
    NotCurrent = 3,
    /// A person has something to do.
    Waiting = 4,
    /// Wrong usage.
    Usage = 64,
    /// A fault of ours.
    Fault = 70,
}

impl Exit {
    /// What several parts end with together: a fault before a failure, a failure before
    /// something that is merely not current, that before changes, those before a person's.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let rank = |exit: Self| match exit {
            Self::Fine => 0,
            Self::Waiting => 1,
            Self::Changes => 2,
            Self::NotCurrent => 3,
            Self::Failed => 4,
            Self::Usage => 5,
            Self::Fault => 6,
        };
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
