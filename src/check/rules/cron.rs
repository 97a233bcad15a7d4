//! Five plain fields, in UTC: minute, hour, day of month, month, day of week.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};

pub const RULE: Rule = Rule {
    codes: &[&rules::CRON],
    run: check,
};

/// A field's name, least and greatest value, and the words it may use.
const FIELDS: [(&str, u32, u32, &[&str]); 5] = [
    ("minute", 0, 59, &[]),
    ("hour", 0, 23, &[]),
    ("day of month", 1, 31, &[]),
    (
        "month",
        1,
        12,
        &[
            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
        ],
    ),
    (
        "day of week",
        0,
        7,
        &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    ),
];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for schedule in subject
        .model
        .workflows
        .iter()
        .filter_map(|workflow| workflow.schedule.as_ref())
    {
        if let Err(problem) = valid(&schedule.cron.value) {
            sink.push(
                Diagnostic::new(&rules::CRON, schedule.cron.span, problem).help(
                    "write five fields, in UTC: minute hour day-of-month month day-of-week; \
                     `0 2 * * *` is every day at 02:00 UTC",
                ),
            );
        }
    }
}

/// What is wrong with a cron expression, field by field, before it is asked whether it
/// ever runs.
fn valid(cron: &str) -> Result<(), String> {
    if cron.starts_with('@') {
        return Err(format!(
            "`{cron}` is a nickname, which the platform does not know"
        ));
    }
    let fields: Vec<&str> = cron.split_whitespace().collect();
    if fields.len() != 5 {
        return Err(format!(
            "a cron expression has five fields, this one has {}",
            fields.len()
        ));
    }
    for (text, (name, least, greatest, words)) in fields.iter().zip(FIELDS) {
        for part in text.split(',') {
            field_part(part, least, greatest, words)
                .map_err(|why| format!("the {name} `{text}` {why}"))?;
        }
    }
    // Every day of a week comes, and every hour and minute of a day: only days of a month
    // can fail to, and reading the years is what costs most here.
    if fields.get(2).is_some_and(|day| day.starts_with('*')) {
        return Ok(());
    }
    match cron.parse::<croner::Cron>() {
        Ok(parsed) if never_runs(&parsed) => {
            Err(format!("`{cron}` never comes: there is no such day"))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(format!("`{cron}` is not a cron expression: {error}")),
    }
}

/// One of `*`, `5`, `1-5`, `*/15`, `1-30/5`.
fn field_part(part: &str, least: u32, greatest: u32, words: &[&str]) -> Result<(), String> {
    let (range, step) = match part.split_once('/') {
        Some((range, step)) => (range, Some(step)),
        None => (part, None),
    };
    if let Some(step) = step {
        match step.parse::<u32>() {
            Ok(n) if n >= 1 && n <= greatest => {}
            _ => return Err(format!("has the step `{step}`, expected 1 to {greatest}")),
        }
    }
    if range == "*" {
        return Ok(());
    }
    let number = |text: &str| -> Result<u32, String> {
        if let Some(at) = words.iter().position(|w| w.eq_ignore_ascii_case(text)) {
            let at = u32::try_from(at).unwrap_or(0);
            return Ok(at + least);
        }
        match text.parse::<u32>() {
            Ok(n)
                if (least..=greatest).contains(&n) && text.bytes().all(|b| b.is_ascii_digit()) =>
            {
                Ok(n)
            }
            _ => Err(format!("holds `{text}`, expected {least} to {greatest}")),
        }
    };
    match range.split_once('-') {
        Some((from, to)) => {
            let (low, high) = (number(from)?, number(to)?);
            if low > high {
                return Err(format!("runs backwards from {low} to {high}"));
            }
        }
        None => {
            number(range)?;
            if step.is_some() {
                return Err("has a step without a range, expected `*/n` or `a-b/n`".to_owned());
            }
        }
    }
    Ok(())
}

/// Whether no day of any year fits, as on 30 February.
fn never_runs(cron: &croner::Cron) -> bool {
    let start = jiff::civil::date(2024, 1, 1).at(0, 0, 0, 0);
    cron.find_next_occurrence(&start, true).is_err()
}
