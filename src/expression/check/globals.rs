//! What people reach for in JavaScript that is not here, and what to write instead.

/// The replacement of a member of a global object, `Math.round`, or of a global name.
pub(super) fn instead_of(name: &str, member: Option<&str>) -> Option<&'static str> {
    Some(match (name, member) {
        ("undefined" | "None" | "nil" | "NULL" | "Null", _) => "write `null`",
        ("not", _) => "write `!x`",
        ("NaN" | "Infinity", _) => "there are no such numbers here: arithmetic is exact",
        ("True" | "TRUE", _) => "write `true`",
        ("False" | "FALSE", _) => "write `false`",
        ("Math", Some("round" | "trunc")) => "write `round(x, 0)`",
        ("Math", Some("floor")) => "write `round(x, 0, 'floor')`",
        ("Math", Some("ceil")) => "write `round(x, 0, 'ceiling')`",
        ("Math", Some("min")) => "write `min(a, b)`",
        ("Math", Some("max")) => "write `max(a, b)`",
        ("Math", Some("abs")) => "write `abs(x)`",
        ("Math", _) => "write `round`, `min`, `max`, `abs` or `sum`",
        ("JSON", Some("parse")) => "declare the type of the text's content where it comes in",
        ("JSON", _) => "write `json(x)`",
        ("Number", Some("parseFloat")) => "write `decimal(x)`",
        ("Number", _) => "write `decimal(x)` or `integer(x)`",
        ("String", _) => "write `text(x)`",
        ("Boolean", _) => "write a comparison: `x == 'true'`",
        ("Date" | "Temporal", Some("now")) => "write `run.started_at`",
        ("Date" | "Temporal", _) => "write `instant(text)` or `date(text)`",
        ("Array", _) => "write the array itself: `[…]`",
        ("Object", _) => "name the fields: `[x.a, x.b]`",
        ("process" | "Deno" | "env" | "ENV", _) => {
            "declare the value in `[variables]` and write `variables.name`"
        }
        ("console", _) => "write a step with `log`",
        ("crypto" | "RegExp" | "Intl" | "fetch" | "window" | "globalThis", _) => {
            "write a function of your own in `custom/`, declared in `[functions]`"
        }
        _ => return None,
    })
}
