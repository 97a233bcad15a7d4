//! The cases of a mapping as Deno tests, beside it.

use super::HEADER;
use super::lowering::Lowering;
use super::names::Names;
use crate::emit::typescript::ast::{Expression, Item, Module, Property, Statement};
use crate::emit::typescript::imports::{Imports, Place};
use crate::emit::typescript::runtime::Helper;
use crate::ir::{Mapper, Program};
use crate::model::{Expectation, TestCase};

/// The file's path from `src/`, its text and imports; `None` for a mapping without cases.
pub fn emit(
    program: &Program<'_>,
    names: &Names,
    mapper: &Mapper<'_>,
) -> Option<(String, Module, Imports)> {
    let mapping = mapper.mapping;
    if mapping.tests.is_empty() {
        return None;
    }
    let own = &names.mappings[mapper.index];
    let mut lowering = Lowering::new(program, names, Imports::new(Place::Services));
    lowering.imports.value(&own.module, &own.name);
    let items = mapping
        .tests
        .iter()
        .filter_map(|case| test(program, mapper, case, &own.name, &mut lowering))
        .collect();
    let path = own.module.replace(".ts", ".test.ts");
    let imports = lowering.into_imports();
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items,
    };
    Some((path, module, imports))
}

fn test(
    program: &Program<'_>,
    mapper: &Mapper<'_>,
    case: &TestCase,
    function: &str,
    lowering: &mut Lowering<'_>,
) -> Option<Item> {
    let helper = match &case.expect {
        Expectation::Value(_) => Helper::AssertJson,
        Expectation::Part(_) => Helper::AssertContains,
        Expectation::Fails(_) => Helper::AssertFails,
        Expectation::Unwritten => return None,
    };
    let mapping = mapper.mapping;
    let mut body = Vec::new();
    for (name, value) in &case.inputs {
        let ty = mapping
            .inputs
            .iter()
            .find(|(input, _)| input.value == *name)
            .map(|(_, ty)| ty);
        if let Some(ty) = ty {
            let decoded = lowering.decoded(ty, value, name);
            body.push(Statement::constant(lowering.local(name), decoded));
        }
    }
    let mut arguments = if mapping.single {
        case.inputs
            .iter()
            .map(|(name, _)| Expression::identifier(lowering.local(name)))
            .collect()
    } else {
        vec![Expression::object(
            case.inputs
                .iter()
                .map(|(name, _)| Property::new(name, Expression::identifier(lowering.local(name))))
                .collect(),
        )]
    };
    if !mapper.variables.is_empty() {
        body.push(Statement::constant(
            "variables",
            variables(program, mapper, case, lowering),
        ));
        arguments.push(Expression::identifier("variables"));
    }
    let call = Expression::call(function, arguments);
    let helper = lowering.imports.helper(helper);
    let check = match &case.expect {
        Expectation::Value(expected) | Expectation::Part(expected) => {
            let got = lowering.encoded(&mapping.to, call);
            Expression::call(helper, vec![got, Lowering::json(expected)])
        }
        Expectation::Fails(message) => Expression::call(
            helper,
            vec![
                Expression::arrow(Vec::new(), call),
                Expression::string(message),
            ],
        ),
        Expectation::Unwritten => return None,
    };
    body.push(Statement::Expression(check));
    let test = Expression::identifier("Deno").method(
        "test",
        vec![
            Expression::string(&case.name.value),
            Expression::function(false, Vec::new(), body),
        ],
    );
    Some(Item::statement(Statement::Expression(test)))
}

/// The variables of a case: those it gives, and what the others default to.
fn variables(
    program: &Program<'_>,
    mapper: &Mapper<'_>,
    case: &TestCase,
    lowering: &mut Lowering<'_>,
) -> Expression {
    let properties = program
        .model
        .variables
        .iter()
        .filter(|variable| mapper.variables.contains(&variable.name.value))
        .filter_map(|variable| {
            let given = case
                .variables
                .iter()
                .find(|(name, _)| *name == variable.name.value);
            let ty = variable.ty.present();
            let value = match (given, &variable.default) {
                (Some((name, value)), _) => {
                    lowering.decoded(&ty, value, &format!("variables.{name}"))
                }
                (None, Some(default)) => lowering.literal(default, &ty),
                (None, None) => return None,
            };
            Some(Property::new(&variable.name.value, value))
        })
        .collect();
    Expression::object(properties)
}
