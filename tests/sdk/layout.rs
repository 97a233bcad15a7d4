//! Plain Deno commands, without a network or a cache, in the output and in the project.

use crate::deno;
use crate::workspace::Workspace;

const COMMANDS: [&[&str]; 4] = [&["check"], &["lint"], &["fmt", "--check"], &["test"]];

const INDEX: &str = r#"import { durable } from "@versori/run";
import { daily } from "./workflows/daily.ts";

async function main(): Promise<void> {
  const interpreter = await durable.DurableInterpreter.newInstance();
  interpreter.register(daily);
  await interpreter.start();
}

main().catch((error) => console.error("main() failed", error));
"#;

const DAILY: &str = r#"import { fn, schedule } from "@versori/run";
import { twice } from "../services/twice.ts";

/** Runs each day. */
export const daily = schedule("daily", "0 0 * * *").then(
  fn("twice", () => twice(21)),
);
"#;

const TWICE: &str = "/** Doubles. */
export function twice(value: number): number {
  return value * 2;
}
";

const UNIT_TEST: &str = r#"import { twice } from "./twice.ts";

Deno.test("doubles", () => {
  if (twice(21) !== 42) throw new Error("not doubled");
});
"#;

const RUN_TEST: &str = r#"import { daily } from "../project/src/workflows/daily.ts";
import { TestPlatform } from "../sdk/testing.ts";

Deno.test("runs", async () => {
  const platform = new TestPlatform({ workflows: [daily] });
  const run = await platform.fire("daily");
  if (run.result !== 42) throw new Error("not doubled");
});
"#;

fn project() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("project/src/index.ts", INDEX);
    workspace.write("project/src/workflows/daily.ts", DAILY);
    workspace.write("project/src/services/twice.ts", TWICE);
    workspace.write("project/src/services/twice.test.ts", UNIT_TEST);
    workspace.write("tests/daily.test.ts", RUN_TEST);
    workspace
}

#[test]
fn plain_commands_are_clean_offline_and_write_nothing() {
    let workspace = project();
    let before = workspace.entries();
    for deno in deno::both() {
        for folder in ["", "project"] {
            for command in COMMANDS {
                let run = deno.run_cold(&workspace.path(folder), command);
                let what = format!("{} deno {command:?} in versori/{folder}", deno.name);
                run.assert_success(&what);
                if command == ["test"] {
                    let tests = if folder.is_empty() { 2 } else { 1 };
                    let passed = format!("ok | {tests} passed | 0 failed");
                    assert!(run.stdout.contains(&passed), "{what}: {}", run.stdout);
                }
            }
        }
    }
    assert_eq!(workspace.entries(), before);
}

#[test]
fn the_project_is_really_checked() {
    // Each needs a setting of the workspace's or the declarations to be seen.
    let mistakes = [
        (
            "unchecked.ts",
            "const list: number[] = [];\nexport const first: number = list[0];\n",
            "TS2322",
        ),
        (
            "untyped.ts",
            "export function same(value) {\n  return value;\n}\n",
            "TS7006",
        ),
        (
            "argument.ts",
            "import { fn } from \"@versori/run\";\nexport const task = fn(1, () => 1);\n",
            "TS2345",
        ),
        (
            "export.ts",
            "import { nothing } from \"@versori/run\";\nnothing();\n",
            "TS2305",
        ),
    ];
    let workspace = project();
    for (file, source, _) in mistakes {
        workspace.write(&format!("project/src/{file}"), source);
    }
    for deno in deno::both() {
        for folder in ["", "project"] {
            let run = deno.run(&workspace.path(folder), &["check"]);
            assert!(!run.succeeded);
            for (file, _, code) in mistakes {
                let seen = run.stderr.contains(file) && run.stderr.contains(code);
                assert!(seen, "{} {folder}: {file}\n{}", deno.name, run.stderr);
            }
        }
    }
}

#[test]
fn a_repository_around_it_does_not_disturb() {
    let outer = Workspace::new();
    outer.write(
        "deno.json",
        r#"{ "workspace": ["./other"], "imports": { "@versori/run": "./none.ts" } }"#,
    );
    outer.write("other/deno.json", "{}");
    outer.write(
        "package.json",
        r#"{ "name": "repository", "workspaces": ["apps/*"], "dependencies": { "left-pad": "^1.0.0" } }"#,
    );
    let inner = project();
    for path in inner.entries() {
        if inner.root().join(&path).is_file() {
            let contents = std::fs::read_to_string(inner.root().join(&path)).expect("a file");
            outer.write(
                &format!("integrations/orders/versori/{}", path.display()),
                &contents,
            );
        }
    }
    for deno in deno::both() {
        for folder in ["", "/project"] {
            for command in COMMANDS {
                let folder = outer.path(&format!("integrations/orders/versori{folder}"));
                deno.run(&folder, command)
                    .assert_success(&format!("{} deno {command:?}", deno.name));
            }
        }
    }
}
