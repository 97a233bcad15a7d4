//! One program in both back ends.

use std::collections::BTreeMap;

use gusset::evaluate::{Evaluator, Halted, Stop, Value, decode, stringify};
use gusset::ir;
use serde_json::Value as Json;

use crate::counts::Counts;
use crate::program::{Made, Program, variables};
use crate::random::Random;
use crate::session::{Outcome, Session};
use crate::values::{self, Care};

/// What many cases gave.
#[derive(Debug, Default)]
pub struct Tally {
    pub cases: usize,
    pub values: usize,
    /// Failures by their codes.
    pub failures: BTreeMap<String, usize>,
    pub differences: Vec<String>,
    pub counts: Counts,
}

/// The inputs of one case: by name, and as the text that Deno reads.
pub struct Inputs {
    by_name: Vec<(String, Json)>,
    text: String,
}

impl Inputs {
    pub fn new(by_name: Vec<(String, Json)>) -> Self {
        let mut all = serde_json::Map::new();
        for (name, value) in &by_name {
            all.insert(name.clone(), value.clone());
        }
        for (name, value) in variables() {
            all.insert(format!("variables.{name}"), value);
        }
        Self {
            by_name,
            text: Json::Object(all).to_string(),
        }
    }

    /// As Deno reads them.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// Random inputs of a mapping; one in so many is broken somewhere.
    pub fn random(made: &Made, broken: usize, random: &mut Random) -> Self {
        let care = if random.one_in(2) {
            Care::Right
        } else {
            Care::Loose
        };
        let broken = random.one_in(broken);
        let by_name = made
            .inputs
            .iter()
            .map(|(name, slots)| {
                let mut value = values::object(slots, care, random);
                if broken {
                    values::broken(&mut value, random);
                }
                (name.clone(), value)
            })
            .collect();
        Self::new(by_name)
    }
}

impl Tally {
    /// Runs a mapping of the program that the session has loaded on all inputs, and gives
    /// what it gave in Rust.
    pub fn run(
        &mut self,
        program: &Program,
        made: &Made,
        inputs: &[Inputs],
        session: &mut Session,
    ) -> Vec<Outcome> {
        let texts: Vec<String> = inputs.iter().map(Inputs::text).collect();
        let theirs = session.run(&made.name, &texts);
        let ours = self.evaluate(program, made, inputs);
        assert_eq!(theirs.len(), ours.len());
        let differ = ours.iter().zip(&theirs).position(|(ours, theirs)| {
            // What neither should do is a difference, even where both do it.
            ours != theirs || matches!(ours, Outcome::Error(_))
        });
        // One of a mapping tells enough.
        if let Some(at) = differ {
            let told = told(made, &inputs[at], &ours[at], &theirs[at]);
            self.differences.push(told);
        }
        ours
    }

    /// What a mapping gives in Rust.
    pub fn evaluate(&mut self, program: &Program, made: &Made, inputs: &[Inputs]) -> Vec<Outcome> {
        let evaluator = Evaluator::new(&program.model);
        let read = &ir::variables_read(&program.model)[made.index];
        let variables = evaluator.variables(read, &variables()).unwrap();
        let mut all = Vec::with_capacity(inputs.len());
        for inputs in inputs {
            let ours = self.evaluated(&evaluator, &variables, program, made, inputs);
            self.cases += 1;
            match &ours {
                Outcome::Value(_) => self.values += 1,
                Outcome::Failure(code, _) => *self.failures.entry(code.clone()).or_default() += 1,
                Outcome::Error(_) => {}
            }
            all.push(ours);
        }
        all
    }

    fn evaluated(
        &mut self,
        evaluator: &Evaluator<'_>,
        variables: &Value,
        program: &Program,
        made: &Made,
        inputs: &Inputs,
    ) -> Outcome {
        match self.value(evaluator, variables, program, made, inputs) {
            Ok(value) => Outcome::Value(stringify(&value)),
            Err(Halted {
                stop: Stop::Failed(failure),
                ..
            }) => Outcome::Failure(failure.code.to_string(), failure.to_string()),
            Err(halted) => Outcome::Error(halted.stop.to_string()),
        }
    }

    fn value(
        &mut self,
        evaluator: &Evaluator<'_>,
        variables: &Value,
        program: &Program,
        made: &Made,
        inputs: &Inputs,
    ) -> Result<Value, Halted> {
        let model = &program.model;
        let mapping = &model.mappings[made.index];
        let mut decoded = Vec::new();
        for (name, ty) in &mapping.inputs {
            let given = inputs
                .by_name
                .iter()
                .find(|(given, _)| *given == name.value);
            let (_, given) = given.expect("every input is given");
            decoded.push((
                name.value.clone(),
                decode(given, ty, &model.types, &name.value)?,
            ));
        }
        evaluator.mapping(made.index, &decoded, variables, &mut self.counts)
    }
}

fn told(made: &Made, inputs: &Inputs, ours: &Outcome, theirs: &Outcome) -> String {
    let texts: String = made
        .texts
        .iter()
        .map(|(name, text)| format!("  {name} = {text}\n"))
        .collect();
    format!(
        "{}\n{texts}input {}\nRust {ours:?}\nDeno {theirs:?}\n",
        made.name, inputs.text
    )
}
