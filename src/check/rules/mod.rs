//! One rule a file.

pub mod base_url;
pub mod cases;
pub mod collisions;
pub mod cron;
pub mod duration;
pub mod environments;
pub mod inputs;
pub mod per_user;
pub mod scope;
pub mod scopes;
pub mod secrets;
pub mod smoke;
pub mod verification;
pub mod wide_integers;
