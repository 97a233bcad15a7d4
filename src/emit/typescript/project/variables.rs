//! `src/services/variables.ts`: the activation's variables, checked.

use super::HEADER;
use super::lowering::Lowering;
use super::names::Names;
use crate::emit::typescript::ast::{
    Expression, Function, Interface, Item, ItemKind, Module, Operator, Parameter, Property,
    Statement, Type, TypeMember,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::emit::typescript::runtime::Helper;
use crate::ir::Program;
use crate::model::Variable;

pub const MODULE: &str = "services/variables.ts";

/// The file, where there are variables.
pub fn emit(program: &Program<'_>) -> Option<(&'static str, Module, Imports)> {
    let variables = &program.model.variables;
    if variables.is_empty() {
        return None;
    }
    let names = Names::default();
    let mut lowering = Lowering::new(program, &names, Imports::new(Place::Services));
    let members = variables
        .iter()
        .map(|variable| TypeMember {
            doc: variable.description.clone(),
            readonly: true,
            name: variable.name.value.clone(),
            optional: variable.ty.missing,
            ty: lowering.type_of(&variable.ty.present()),
        })
        .collect();
    let properties = variables
        .iter()
        .map(|variable| {
            let value = read(variable, &mut lowering);
            Property::new(&variable.name.value, value)
        })
        .collect();
    let source = Type::named(lowering.imports.helper(Helper::VariableSource));
    let interface = Item::exported(ItemKind::Interface(Interface {
        name: "Variables".to_owned(),
        members,
    }))
    .documented("The variables of an activation.");
    let read = Item::exported(ItemKind::Function(Function {
        asynchronous: false,
        name: "readVariables".to_owned(),
        type_parameters: Vec::new(),
        parameters: vec![Parameter::typed("activation", source)],
        returns: Some(Type::named("Variables")),
        body: vec![Statement::Return(Some(Expression::expanded_object(
            properties,
        )))],
    }))
    .documented("Reads and checks the variables; what is wrong, a person must set.");
    let imports = lowering.into_imports();
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items: vec![interface, read],
    };
    Some((MODULE, module, imports))
}

fn read(variable: &Variable, lowering: &mut Lowering<'_>) -> Expression {
    let ty = variable.ty.present();
    let mut arguments = vec![
        Expression::identifier("activation"),
        Expression::string(&variable.name.value),
        lowering.decoder(&ty),
    ];
    if variable.required {
        return Expression::call(lowering.imports.helper(Helper::Variable), arguments);
    }
    let optional = lowering.imports.helper(Helper::OptionalVariable);
    let read = Expression::call(optional, std::mem::take(&mut arguments));
    match &variable.default {
        Some(default) => {
            let value = lowering.literal(default, &ty);
            Expression::binary(read, Operator::Coalesce, value)
        }
        None => read,
    }
}
