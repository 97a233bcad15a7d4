//! What the output needs beside the deployed project so that plain `deno check`, `lint`,
//! `fmt --check` and `test` work in it, offline: a workspace, and our own declarations
//! of `@versori/run`, with bodies, so that tests can run workflows.
//!
//! ```text
//! versori/deno.json      the workspace; maps `@versori/run` to the declarations
//! versori/sdk/*.ts       the declarations; `testing.ts` is a platform for tests
//! versori/project/       what is deployed, and nothing else
//! ```

macro_rules! files {
    ($($file:literal),* $(,)?) => {
        /// The files beside the project: paths relative to the output folder, and contents.
        pub const FILES: &[(&str, &str)] = &[
            ("deno.json", include_str!("workspace.json")),
            $((concat!("sdk/", $file), include_str!($file)),)*
        ];
    };
}

files![
    "durable-runs.ts",
    "durable.ts",
    "engine.ts",
    "execution.ts",
    "memory-kv.ts",
    "memory.ts",
    "nodes.ts",
    "registry.ts",
    "testing.ts",
    "versori-run.ts",
];
