//! What a deployed project has logged.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{environment, project};
use crate::arguments::Call;
use crate::output::{Failure, canary, go_json};
use crate::state::{Log, State};

/// One JSON object a line, whatever the format that is asked for; oldest first, and of
/// more than the limit the oldest.
pub fn logs(state: &mut State, call: &Call) -> Result<String, Failure> {
    let since = duration(call.text("since")).map_err(|why| {
        Failure::reason(
            "invalid --since duration, must be a valid Go duration",
            &why,
        )
    })?;
    let logs = state.logs.clone();
    let project = project(state, call)?;
    // The command line does not look; the platform knows the name or not.
    let environment = environment(project, call)
        .map_err(|_| Failure::api("failed to retrieve logs", "environment not found"))?;
    let limit = match call.text("limit").parse() {
        Ok(limit) if limit > 0 => limit,
        _ => usize::MAX,
    };
    let lines = logs
        .iter()
        .filter(|log| log.environment == environment.id)
        .filter(|log| u128::from(log.age) * NANOS <= since)
        .filter(|log| log.message.contains(call.text("search")))
        .take(limit)
        .map(|log| format!("{}\n", go_json(&row(log))));
    Ok(lines.collect())
}

fn row(log: &Log) -> Value {
    // Go sorts the keys of a map.
    let mut fields: BTreeMap<&str, Value> = log
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let mut message = log.message.clone();
    if let Some(canary) = canary() {
        message.push_str(&format!(" ({canary})"));
        fields.insert("token", json!(canary));
    }
    json!({
        "fields": fields,
        "message": message,
        "severity": log.severity,
        "timestamp": log.timestamp,
        "error": log.error,
    })
}

const NANOS: u128 = 1_000_000_000;

/// A duration as Go reads it, in nanoseconds; one below nothing is nothing.
fn duration(text: &str) -> Result<u128, String> {
    let text = if text.is_empty() { "24h" } else { text };
    let invalid = || format!("time: invalid duration {text:?}");
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Ok(0);
    }
    if rest.is_empty() {
        return Err(invalid());
    }
    let mut total = 0_u128;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .ok_or_else(|| format!("time: missing unit in duration {text:?}"))?;
        let (number, tail) = rest.split_at(end);
        let unit_end = tail
            .find(|c: char| c.is_ascii_digit() || c == '.')
            .unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(unit_end);
        let unit = match unit {
            "ns" => 1,
            "us" | "µs" | "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => NANOS,
            "m" => 60 * NANOS,
            "h" => 3600 * NANOS,
            _ => return Err(format!("time: unknown unit {unit:?} in duration {text:?}")),
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() && part.is_empty() {
            return Err(invalid());
        }
        let digits = |digits: &str| digits.parse::<u128>().unwrap_or(0);
        let scale = 10_u128.checked_pow(part.len().try_into().unwrap_or(u32::MAX));
        let scale = scale.ok_or_else(invalid)?;
        total += digits(whole) * unit + digits(part) * unit / scale;
        rest = tail;
    }
    Ok(if negative { 0 } else { total })
}
