//! `src/index.ts`: registers every workflow and starts.

use super::HEADER;
use crate::emit::typescript::ast::{
    Expression, Function, Item, ItemKind, Module, Parameter, Statement, Type,
};
use crate::emit::typescript::imports::{Imports, Place};

/// `exports` has each workflow's file and the constants to register.
pub fn emit(name: &str, exports: &[(String, Vec<String>)]) -> (Module, Imports) {
    let mut imports = Imports::new(Place::Root);
    let interpreter = || Expression::identifier("interpreter");
    let new = Expression::identifier(imports.sdk("durable"))
        .member("DurableInterpreter")
        .method("newInstance", Vec::new())
        .awaited();
    let mut body = vec![Statement::constant("interpreter", new)];
    for (path, constants) in exports {
        for constant in constants {
            imports.value(path, constant);
            body.push(Statement::Expression(
                interpreter().method("register", vec![Expression::identifier(constant)]),
            ));
        }
    }
    body.push(Statement::Expression(
        interpreter().method("start", Vec::new()).awaited(),
    ));
    let main = Item::private(ItemKind::Function(Function {
        asynchronous: true,
        name: "main".to_owned(),
        type_parameters: Vec::new(),
        parameters: Vec::new(),
        returns: Some(Type::generic("Promise", vec![Type::named("void")])),
        body,
    }));
    let report = Expression::identifier("console").method(
        "error",
        vec![
            Expression::string(format!("{name} failed to start")),
            Expression::identifier("error"),
        ],
    );
    let start = Expression::call("main", Vec::new()).method(
        "catch",
        vec![Expression::function(
            false,
            vec![Parameter::typed("error", Type::named("unknown"))],
            vec![Statement::Expression(report)],
        )],
    );
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items: vec![main, Item::statement(Statement::Expression(start))],
    };
    (module, imports)
}
