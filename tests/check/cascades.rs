//! One mistake brings no second one along, and its fix leaves none.

use gusset::compile::check;
use gusset::diagnostics::Diagnostic;
use gusset::source::Sources;

const BASE: &str = include_str!("orders.toml");

fn checked(text: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    sources.add("integration.toml", text);
    let compiled = check(&sources, "integration.toml");
    assert!(compiled.needs.is_empty(), "{:?}", compiled.needs);
    (sources, compiled.diagnostics)
}

/// The code, the place and the help of each finding.
fn told(text: &str) -> Vec<(String, String, String)> {
    let (sources, found) = checked(text);
    found
        .iter()
        .map(|one| {
            (
                one.code.id.to_owned(),
                sources.slice(one.span).to_owned(),
                one.help.clone().unwrap_or_default(),
            )
        })
        .collect()
}

fn fixed(text: &str) -> String {
    let (_, found) = checked(text);
    let mut edits: Vec<_> = found
        .iter()
        .filter_map(|one| one.fix.as_ref())
        .flat_map(|fix| &fix.edits)
        .collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut text = text.to_owned();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

#[track_caller]
fn replaced(find: &str, replace: &str) -> String {
    assert!(BASE.contains(find), "{find}");
    BASE.replace(find, replace)
}

#[track_caller]
fn is_one(text: &str, code: &str, place: &str, help: &str) {
    let expected = (code.to_owned(), place.to_owned(), help.to_owned());
    assert_eq!(told(text), [expected]);
}

/// A header's table under another name is read as the one that is meant; the fix renames
/// it in every header, and what is written stays in its order.
#[test]
fn misspelt_tables() {
    for (find, replace, place, help) in [
        (
            "[mappings.",
            "[mapping.",
            "mapping",
            "[mappings.to_receipt]",
        ),
        ("[systems.", "[system.", "system", "[systems.shop]"),
        ("[types.", "[type.", "type", "[types.order]"),
        ("[workflows.", "[workflow.", "workflow", "[workflows.order]"),
        (
            "[variables.",
            "[variable.",
            "variable",
            "[variables.ledger]",
        ),
        (
            "[environments.",
            "[environment.",
            "environment",
            "[environments.production.variables]",
        ),
        ("[constants]", "[constant]", "constant", "[constants]"),
        ("[integration]", "[project]", "project", "[integration]"),
        // People name one of what the table holds, by whatever word.
        ("[systems.", "[service.", "service", "[systems.shop]"),
        ("[types.", "[entity.", "entity", "[types.order]"),
        ("[workflows.", "[pipeline.", "pipeline", "[workflows.order]"),
        // Some of the headers only: both are read.
        (
            "[mappings.to_line",
            "[mapping.to_line",
            "mapping",
            "[mappings.to_line]",
        ),
        (
            "[systems.archive",
            "[apis.archive",
            "apis",
            "[systems.archive]",
        ),
        (
            "[workflows.nightly",
            "[workflow.nightly",
            "workflow",
            "[workflows.nightly]",
        ),
        (
            "[types.receipt.properties]",
            "[types.receipt.property]",
            "property",
            "[types.receipt.properties]",
        ),
    ] {
        let text = replaced(find, replace);
        // A list of tables within has more brackets.
        is_one(&text, "GS0201", place, &format!("write `{help}`"));
        assert_eq!(fixed(&text), BASE, "{find}");
    }
}

#[test]
fn misspelt_lists_of_tables() {
    let help = "write `[[workflows.order.steps]]`";
    let all = replaced("[[workflows.order.steps]]", "[[workflows.order.step]]");
    is_one(&all, "GS0201", "step", help);
    assert_eq!(fixed(&all), BASE);
    // The first of them only: it still runs first.
    let first = BASE.replacen("[[workflows.order.steps]]", "[[workflows.order.step]]", 1);
    is_one(&first, "GS0201", "step", help);
    assert_eq!(fixed(&first), BASE);
}

/// Two wrong names for one table are one misunderstanding.
#[test]
fn two_names_for_a_table() {
    let text = replaced("[mappings.to_line", "[mapping.to_line")
        .replace("[mappings.to_receipt", "[transform.to_receipt");
    is_one(
        &text,
        "GS0201",
        "transform",
        "write `[mappings.to_receipt]`",
    );
    assert_eq!(fixed(&text), BASE);
}

/// What one name cannot hold is not renamed by machine.
#[test]
fn a_table_that_is_there_twice() {
    let (_, after) = BASE.split_once("[mappings.to_line]").unwrap();
    let (mapping, _) = after.split_once("[workflows").unwrap();
    let mapping = mapping.replace("[mappings.", "[mapping.");
    let text = format!("{BASE}\n[mapping.to_line]{mapping}");
    is_one(&text, "GS0201", "mapping", "write `[mappings.to_line]`");
    assert_eq!(fixed(&text), text);
    let text = replaced("[constants]", "[constant]")
        .replace("source.note", "source.note ?? constants.memo")
        + "\n[constants]\nmemo = \"none\"\n";
    is_one(&text, "GS0201", "constant", "write `[constants]`");
    assert_eq!(fixed(&text), text);
}

/// A value that could not be read is lost, and what depends on it says nothing.
#[test]
fn lost_parts_of_steps() {
    for (find, replace, code, place) in [
        ("id = \"receipts\"", "id = receipts", "GS0104", "receipts"),
        ("id = \"receipts\"", "id \"receipts\"", "GS0102", "id"),
        (
            "when = \"!trigger.body.paid\"",
            "when = paid",
            "GS0104",
            "paid",
        ),
        (
            "when = \"!trigger.body.paid\"",
            "when \"!trigger.body.paid\"",
            "GS0102",
            "when",
        ),
    ] {
        let found = told(&replaced(find, replace));
        assert_eq!(found.len(), 1, "{replace}: {found:?}");
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), (code, place));
    }
    // What was read is still checked.
    let text = replaced("when = \"!trigger.body.paid\"", "when = paid")
        .replace("trigger.body)", "trigger.bodi)");
    let codes: Vec<String> = told(&text).into_iter().map(|one| one.0).collect();
    assert_eq!(codes, ["GS0104", "GS0513"]);
}

/// The help has both pairs of quotes, and the fix writes them.
#[test]
fn text_where_an_expression_is_wanted() {
    let answer = |body: &str| {
        replaced("durable = { attempts = 3 }\n", "")
            + &format!("\n[[workflows.order.steps]]\nrespond.body = {body}\n")
    };
    for written in ["'no_lines'", "\"no_lines\"", "'''no_lines'''"] {
        let text = answer(written);
        is_one(&text, "GS0512", "no_lines", "write `\"'no_lines'\"`");
        assert_eq!(fixed(&text), answer("\"'no_lines'\""));
    }
    assert_eq!(told(&answer("\"'no_lines'\"")), []);
}
