//! The steps, carried out in process: the second reading of [`crate::steps`], beside the
//! scripts. Nothing here starts a program or opens a file: the host provides that, as
//! [`CommandLine`] and [`Host`].

mod act;
mod answer;
mod decide;
mod differences;
mod facts;
mod journal;
mod lock;
mod logs;
mod reader;
mod remote;
mod rows;
mod strays;
mod verdict;
mod walk;
mod words;

pub use act::Host;
pub use answer::{Answer, CommandLine, End, NotUnderstood};
pub use differences::FieldChange;
pub use journal::{Event, Journal, Note, journal_without};
pub use lock::{Lock, LockError, is_id};
pub use logs::{Logged, errors};
pub use remote::{Deployed, Remote, RemoteFile, deployed_version};
pub use rows::{Found, Listed, find};
pub use strays::{Extent, Stray};
pub use verdict::{Decision, Entry, Given, Outcome, Verdict};
pub use walk::{Start, Surveyed, carry_out, survey};
pub use words::{Known, Unbound, text, words};
