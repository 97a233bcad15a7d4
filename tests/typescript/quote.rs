//! Hostile values arrive unchanged and run nothing.

use gusset::emit::typescript::ast::{
    Const, Expression, Item, ItemKind, Module, Property, Statement,
};
use gusset::emit::typescript::print;

use super::deno;
use super::format::assert_formatted;

fn hostile() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        "plain",
        "it's",
        "say \"hi\"",
        "both ' and \" and \"",
        "`backticks`",
        "${globalThis.hacked = true}",
        "$${x}$",
        "$",
        "$$",
        "\\",
        "\\\\",
        "\\u0041",
        "\\${x}",
        "trailing \\",
        "line\nbreak\r\nand\ttab",
        "\u{2028}\u{2029}\u{85}",
        "*/ globalThis.hacked = true; /*",
        "</script><script>",
        "// deno-lint-ignore-file",
        "@ts-nocheck",
        "\u{202e}drawkcab",
        "zero\u{200b}width\u{feff}",
        "emoji 👩‍👩‍👧 and 𝒳",
        "日本語",
        "__proto__",
        "constructor",
        "toString",
        "'; globalThis.hacked = true; '",
        "\"; globalThis.hacked = true; \"",
    ]
    .map(str::to_owned)
    .to_vec();
    for code in 0..=0xa0_u32 {
        values.extend(char::from_u32(code).map(|character| format!("<{character}>")));
    }
    values
}

fn as_template(value: &str) -> Expression {
    Expression::template(vec![value.to_owned()], Vec::new())
}

/// `a VALUE b` with holes around the value.
fn around_holes(value: &str) -> Expression {
    Expression::template(
        vec![value.to_owned(), value.to_owned(), value.to_owned()],
        vec![Expression::string("|"), Expression::identifier("hole")],
    )
}

fn constant(name: &str, value: Expression) -> Item {
    Item::private(ItemKind::Const(Const::new(name, value)))
}

#[test]
fn hostile_values_come_back_equal() {
    let values = hostile();
    let list = |make: &dyn Fn(&str) -> Expression| {
        Expression::Array(values.iter().map(|value| make(value)).collect())
    };
    let keys: Vec<Property> = values
        .iter()
        .map(|value| Property::new(value, Expression::string(value)))
        .collect();
    let paths = values.iter().map(|value| {
        Expression::identifier("keyed")
            .member(value)
            .method("toString", Vec::new())
    });
    let result = Expression::Array(
        ["strings", "templates", "holes", "keyed", "read"]
            .map(Expression::identifier)
            .to_vec(),
    );
    let mut items = vec![
        constant("hole", Expression::string("!")),
        constant("strings", list(&|value| Expression::string(value))),
        constant("templates", list(&as_template)),
        constant("holes", list(&around_holes)),
        constant("keyed", Expression::object(keys)).documented(values.join("\n")),
        constant("read", Expression::Array(paths.collect())),
    ];
    items.push(Item::statement(Statement::Expression(
        Expression::identifier("console").method(
            "log",
            vec![
                Expression::identifier("JSON").method("stringify", vec![result]),
                Expression::identifier("globalThis").index(Expression::string("hacked")),
            ],
        ),
    )));
    let module = Module {
        header: Some(values.join("\n")),
        imports: Vec::new(),
        items,
    };
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hostile.ts"), print::module(&module)).unwrap();
    assert_formatted(folder.path());

    let expected = serde_json::json!([
        values,
        values,
        values
            .iter()
            .map(|value| format!("{value}|{value}!{value}"))
            .collect::<Vec<_>>(),
        values
            .iter()
            .map(|value| (value.clone(), serde_json::Value::from(value.as_str())))
            .collect::<serde_json::Map<_, _>>(),
        values,
    ]);
    for deno in deno::both() {
        let run = deno.run(folder.path(), &["run", "--no-check", "hostile.ts"]);
        run.assert_success("the module of hostile values");
        let line = run.stdout.trim_end().strip_suffix(" undefined");
        let line = line.expect("nothing of the values ran");
        let printed: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(printed, expected, "{}", deno.name);
    }
}

#[test]
fn comments_stay_comments() {
    let values = hostile();
    let items = values
        .iter()
        .enumerate()
        .flat_map(|(number, value)| {
            [
                constant(&format!("value{number}"), Expression::Null).documented(value),
                Item::statement(Statement::Comment(value.clone())),
            ]
        })
        .collect();
    let module = Module {
        header: Some("deno-fmt-ignore-file".to_owned()),
        imports: Vec::new(),
        items,
    };
    let text = print::module(&module);
    for directive in ["deno-fmt-ignore", "deno-lint-ignore", "@ts-"] {
        assert!(!text.contains(directive), "{directive}");
    }
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    for line in lines {
        let is_code = line.starts_with("const value") && line.ends_with(" = null;");
        let is_doc = ["/**", " *"].iter().any(|start| line.starts_with(start));
        assert!(is_code || is_doc || line.is_empty(), "{line:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("comments.ts"), text).unwrap();
    assert_formatted(folder.path());
}
