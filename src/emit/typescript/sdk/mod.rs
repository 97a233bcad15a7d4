//! Our declarations of `@versori/run`, with bodies, for checking and testing what is
//! generated. They lie beside the deployed project, never in it.

/// What `import ... from "@versori/run"` gives while checking.
pub const VERSORI_RUN: &str = include_str!("versori-run.ts");
