//! The steps, carried out in process: the second reading of [`crate::steps`], beside the
//! scripts. Nothing here starts a program: the command line is reached through
//! [`CommandLine`], which the host provides.

mod answer;
mod facts;
mod lock;
mod rows;
mod survey;
mod words;

pub use answer::{Answer, CommandLine, NotUnderstood};
pub use facts::{agrees, meets, merged_schema};
pub use lock::{Lock, LockError};
pub use rows::{Found, Listed, find};
pub use survey::{Entry, Given, Outcome, Survey};
pub use words::{Known, Unbound, text, words};
