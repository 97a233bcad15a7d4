//! The generated inputs through the emitted TypeScript: does it give what the evaluator
//! gives?

use camino::Utf8Path;
use serde_json::Value;

use super::{Ran, write_temporary};
use crate::cases::generated::{Generated, Outcome, Tried};
use crate::cli::deno::Deno;
use crate::cli::terminal::{count, shortened, visible};
use crate::compile::Compilation;
use crate::emit::Artifact;
use crate::emit::typescript::project::{CALL_MAPPINGS, call_inputs};

/// Differences that are told.
const TOLD: usize = 5;

/// Longer inputs and results are cut to this many characters.
const LONGEST: usize = 2_000;

/// How a mapping ended in Deno, or is to end.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ended {
    /// With this JSON.
    Value(String),
    /// With a data error of this code and text.
    Failure(String, String),
    /// In another way, which must not be.
    Error(String),
}

/// The inputs of one mapping that both can be asked, with what is to come.
struct Asked<'g> {
    mapping: &'g str,
    inputs: Vec<(&'g Tried, Ended)>,
}

/// Runs every generated input that the evaluator has an answer to in a folder of its own,
/// and gives whether all agree, with a line that says how many.
///
/// # Errors
/// A phrase, when Deno or the folder is not to be had.
pub(super) fn check(deno: &Deno, compilation: &Compilation) -> Result<(Ran, String), String> {
    let asked = asked(compilation);
    let total = asked.iter().map(|one| one.inputs.len()).sum();
    if total == 0 {
        let ran = Ran {
            passed: true,
            output: String::new(),
        };
        return Ok((ran, told(0, &compilation.generated)));
    }
    let texts: Vec<(String, Vec<String>)> = asked.iter().map(texts).collect();
    let mut files: Vec<Artifact> = compilation.callable.files.clone();
    files.push(call_inputs(&texts));
    let folder = write_temporary(&files)
        .map_err(|error| format!("cannot write to a temporary folder: {error}"))?;
    let root =
        Utf8Path::from_path(folder.path()).ok_or("the temporary folder's path is not UTF-8")?;
    let arguments = [
        "run",
        "--no-prompt",
        "--no-config",
        "--no-remote",
        "--no-check",
        CALL_MAPPINGS,
    ];
    let ran = deno.run(root, &arguments)?;
    let Some(answers) = answers(&ran) else {
        return Ok((
            Ran {
                passed: false,
                ..ran
            },
            String::new(),
        ));
    };
    let mut differences = Vec::new();
    for (one, answers) in asked.iter().zip(&answers) {
        for (at, (tried, wanted)) in one.inputs.iter().enumerate() {
            let missing = Ended::Error("no answer".to_owned());
            let got = answers.get(at).unwrap_or(&missing);
            if got != wanted {
                differences.push(difference(one.mapping, tried, wanted, got));
            }
        }
    }
    let passed = differences.is_empty() && answers.len() == asked.len();
    let mut output = differences.iter().take(TOLD).cloned().collect::<String>();
    if differences.len() > TOLD {
        output.push_str(&format!("and {} more\n", differences.len() - TOLD));
    }
    Ok((Ran { passed, output }, told(total, &compilation.generated)))
}

/// "612 generated inputs agree in Deno".
fn told(agree: usize, generated: &[Generated]) -> String {
    let needs: usize = generated.iter().map(|one| one.tally().needs_deno).sum();
    let apart = match needs {
        0 => String::new(),
        needs => format!("; {needs} call `[functions]`, which only Deno runs"),
    };
    let verb = if agree == 1 { "agrees" } else { "agree" };
    format!("{} {verb} in Deno{apart}", count(agree, "generated input"))
}

fn asked(compilation: &Compilation) -> Vec<Asked<'_>> {
    let mut found = Vec::new();
    for generated in &compilation.generated {
        if !compilation
            .callable
            .mappings
            .contains(&generated.mapping.value)
        {
            continue;
        }
        let inputs = generated.tried.iter().filter_map(|tried| {
            let wanted = match &tried.outcome {
                Outcome::Value(text) => Ended::Value(text.clone()),
                Outcome::Failed { code, problem, .. } => {
                    Ended::Failure((*code).to_owned(), problem.clone())
                }
                Outcome::NeedsDeno(_) | Outcome::Stopped { .. } => return None,
            };
            Some((tried, wanted))
        });
        found.push(Asked {
            mapping: &generated.mapping.value,
            inputs: inputs.collect(),
        });
    }
    found
}

fn texts(asked: &Asked<'_>) -> (String, Vec<String>) {
    let inputs = asked.inputs.iter();
    let inputs = inputs.map(|(tried, _)| Value::Object(tried.given.clone()).to_string());
    (asked.mapping.to_owned(), inputs.collect())
}

/// What the program wrote down: for each mapping what each input gave. `None` where it did
/// not come so far.
fn answers(ran: &Ran) -> Option<Vec<Vec<Ended>>> {
    let mut lines = ran.output.lines();
    let line = lines.find_map(|line| line.strip_prefix("gusset: "))?;
    let answers: Vec<(String, Vec<Vec<String>>)> = serde_json::from_str(line).ok()?;
    let ended = |answer: Vec<String>| match answer.as_slice() {
        [kind, text] if kind == "value" => Ended::Value(text.clone()),
        [kind, code, text] if kind == "failure" => Ended::Failure(code.clone(), text.clone()),
        other => Ended::Error(other.last().cloned().unwrap_or_default()),
    };
    let answers = answers.into_iter();
    let answers = answers.map(|(_, each)| each.into_iter().map(ended).collect());
    Some(answers.collect())
}

fn difference(mapping: &str, tried: &Tried, wanted: &Ended, got: &Ended) -> String {
    let given = Value::Object(tried.given.clone()).to_string();
    let told = format!(
        "{mapping}: {}\n  gusset {}\n  Deno   {}\n  given  {}\n",
        tried.words,
        shortened(&wanted.words(), LONGEST),
        shortened(&got.words(), LONGEST),
        shortened(&given, LONGEST)
    );
    told.lines()
        .map(|line| format!("{}\n", visible(line)))
        .collect()
}

impl Ended {
    fn words(&self) -> String {
        match self {
            Self::Value(text) => format!("gives {text}"),
            Self::Failure(code, text) => format!("fails: {text} ({code})"),
            Self::Error(text) => format!("breaks: {text}"),
        }
    }
}
