//! The calls of `versori` in a bash script, checked against the contract.
//!
//! Emitted calls are built through the contract. This reads the text that came of them
//! back, as bash would, so that a fault in an emitter or a template shows.

mod words;

use super::{CommandId, Flag, Kind, Need, Positional, Value, table};
use words::{Word, commands};

/// A call in a script that breaks the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// From 1.
    pub line: usize,
    pub what: String,
}

/// What a script calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many calls of `versori` were found.
    pub calls: usize,
    pub breaches: Vec<Breach>,
}

/// Reads a script and checks each call of `versori` in it.
pub fn check_script(text: &str) -> Checked {
    let mut checked = Checked::default();
    for command in commands(text) {
        let mut words = command.as_slice();
        while let [first, rest @ ..] = words
            && (first.is("command") || first.is_assignment())
        {
            words = rest;
        }
        let [name, rest @ ..] = words else { continue };
        // The wrapper that hands its own arguments on names no command.
        let is_wrapper = rest.first().is_some_and(Word::is_dynamic);
        if !name.is("versori") || is_wrapper {
            continue;
        }
        checked.calls += 1;
        let breaches = check_call(rest);
        checked
            .breaches
            .extend(breaches.into_iter().map(|what| Breach {
                line: name.line,
                what,
            }));
    }
    checked
}

fn check_call(words: &[Word]) -> Vec<String> {
    let Some((command, rest)) = command(words) else {
        let named: Vec<&str> = words.iter().map_while(Word::plain).collect();
        return vec![format!("there is no command `versori {}`", named.join(" "))];
    };
    let mut call = Call {
        command,
        given: Vec::new(),
        beside: 0,
        is_open: false,
        breaches: Vec::new(),
    };
    call.read(rest);
    call.breaches
}

/// The command of the longest run of words that names one.
fn command(words: &[Word]) -> Option<(CommandId, &[Word])> {
    let plain: Vec<&str> = words.iter().map_while(Word::plain).collect();
    (1..=plain.len()).rev().find_map(|length| {
        let path = plain.get(..length)?.join(" ");
        Some((table::find(&path)?, words.get(length..)?))
    })
}

/// One call as it is read.
struct Call {
    command: CommandId,
    given: Vec<&'static str>,
    /// Words beside the flags.
    beside: usize,
    /// Whether an expansion may have brought further arguments.
    is_open: bool,
    breaches: Vec<String>,
}

impl Call {
    fn read(&mut self, words: &[Word]) {
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if word.is_open() {
                self.is_open = true;
            } else if let Some(name) = word.flag() {
                let (name, value) = match name.split_once('=') {
                    Some((name, value)) => (name, Some(value)),
                    None => (name, None),
                };
                let Some(flag) = self.find(name) else {
                    self.breach(format!("has no flag `{name}`"));
                    continue;
                };
                let value = match (value, flag.kind) {
                    (Some(value), _) => Some(value.to_owned()),
                    (None, Kind::Switch) => None,
                    (None, _) => words.next().map(|word| word.text.clone()),
                };
                self.check(flag, value.as_deref());
            } else {
                self.beside += 1;
            }
        }
        self.finish();
    }

    fn find(&self, name: &str) -> Option<&'static Flag> {
        if let Some(name) = name.strip_prefix("--") {
            return self.command.flag(name);
        }
        let letter = name.strip_prefix('-')?;
        self.command
            .flags
            .iter()
            .chain(super::GLOBAL)
            .find(|flag| flag.short.is_some_and(|short| letter == short.to_string()))
    }

    fn check(&mut self, flag: &'static Flag, value: Option<&str>) {
        let name = flag.name;
        let repeats = matches!(flag.kind, Kind::Repeated | Kind::Csv);
        if !repeats && self.given.contains(&name) {
            self.breach(format!("has `--{name}` twice"));
        }
        self.given.push(name);
        let Some(value) = value else {
            if flag.kind != Kind::Switch {
                self.breach(format!("has no value for `--{name}`"));
            }
            return;
        };
        let is_dynamic = value.contains(words::DYNAMIC);
        let is_wrong = match flag.kind {
            Kind::Switch => !matches!(value, "true" | "false"),
            Kind::Number => value.parse::<i64>().is_err(),
            _ => !flag.words.is_empty() && !flag.words.contains(&value),
        };
        if is_wrong && !is_dynamic {
            self.breach(format!("takes no `{value}` for `--{name}`"));
        }
        // A reference, `$NAME`, is resolved by the command line and shown nowhere.
        let is_reference = value.starts_with('$') && !is_dynamic;
        let is_shown = match flag.value {
            Value::Secret => !is_reference,
            Value::Exposed => true,
            Value::Plain | Value::Resolvable => false,
        };
        if is_shown {
            self.breach(format!("would show the secret of `--{name}`"));
        }
    }

    fn finish(&mut self) {
        if self.is_open {
            return;
        }
        for flag in self.command.flags {
            if flag.need != Need::Optional && !self.given.contains(&flag.name) {
                let then = if flag.need == Need::Prompts {
                    "prompts"
                } else {
                    "fails"
                };
                self.breach(format!("{then} without `--{}`", flag.name));
            }
        }
        let is_right = match self.command.positional {
            Positional::None => self.beside == 0,
            Positional::AtMostOne => self.beside <= 1,
            Positional::One => self.beside == 1,
        };
        if !is_right {
            self.breach("takes another number of words beside its flags".to_owned());
        }
    }

    fn breach(&mut self, what: String) {
        self.breaches
            .push(format!("`versori {}` {what}", self.command.path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(script: &str) -> Vec<String> {
        check_script(script)
            .breaches
            .into_iter()
            .map(|breach| format!("{}: {}", breach.line, breach.what))
            .collect()
    }

    #[test]
    fn calls_are_found_wherever_bash_would_run_them() {
        let script = r#"#!/usr/bin/env bash
# versori nonsense in a comment
versori() { command versori "$@" ${context:+"--context=$context"} </dev/null; }
say 'versori nonsense in quotes'; say "run versori nonsense"
if ! shown=$(versori context show --output=json | jq -r "$(versori systems list)"); then
  versori projects details \
    "$project" \
    --output=json
fi
cat <<'END'
versori nonsense in a document
END
for x in a b; do versori projects list && versori projects list; done
((waits < 2)) || true
case $x in a) versori projects list ;; esac
"#;
        let checked = check_script(script);
        assert_eq!(checked.breaches, []);
        assert_eq!(checked.calls, 6);
    }

    #[test]
    fn each_breach_is_told_with_its_line() {
        assert_eq!(
            breaches("\nversori projects lst\n"),
            ["2: there is no command `versori projects lst`"]
        );
        assert_eq!(
            breaches("versori projects list --nam=x"),
            ["1: `versori projects list` has no flag `--nam`"]
        );
        assert_eq!(
            breaches("versori projects create"),
            ["1: `versori projects create` prompts without `--name`"]
        );
        assert_eq!(
            breaches("versori projects list -o xml"),
            ["1: `versori projects list` takes no `xml` for `--output`"]
        );
        assert_eq!(
            breaches("versori projects create --name a --name b"),
            ["1: `versori projects create` has `--name` twice"]
        );
        assert_eq!(
            breaches("versori projects create surplus --name a"),
            ["1: `versori projects create` takes another number of words beside its flags"]
        );
        assert!(breaches("versori projects create \"${flags[@]}\"").is_empty());
    }

    #[test]
    fn a_secret_is_passed_by_reference_only() {
        let (command, flag) = table::all()
            .find_map(|command| {
                let flag = command.flags.iter().find(|f| f.value == Value::Secret)?;
                Some((command, flag))
            })
            .unwrap();
        let shows = |value: &str| {
            breaches(&format!("versori {} --{}={value}", command.path, flag.name))
                .iter()
                .any(|breach| breach.contains("would show the secret"))
        };
        assert!(shows("hunter2") && shows("\"$KEY\"") && shows("$KEY"));
        assert!(!shows("'$KEY'") && !shows("\\$KEY"));
    }

    #[test]
    fn text_that_is_no_script_is_survived() {
        for text in [
            "$(", "((", "\"$(\"", "${", "'", "<<", "<<END", "\\", "`", "$'", ")", "versori",
        ] {
            check_script(text);
            check_script(&text.repeat(5000));
        }
    }
}
