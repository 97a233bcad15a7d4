//! The contract of the platform's command line: every command with its flags, and
//! calls that are built only through it.

mod call;
mod command;
mod script;
pub mod table;

pub use call::{Arg, Call, ContractError, csv};
pub use command::{Command, CommandId, Flag, GLOBAL, Kind, Need, Output, Positional, Value};
pub use script::{Breach, Checked, check_script};
