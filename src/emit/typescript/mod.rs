//! TypeScript: the deployed project and what is needed to check it.

pub mod runtime;
pub mod sdk;
