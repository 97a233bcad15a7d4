//! One pure function a mapping, in a file of its own.

use super::HEADER;
use super::lowering::Lowering;
use super::names::Names;
use super::variables;
use crate::emit::typescript::ast::{
    Function, Item, ItemKind, Module, Parameter, Statement, Type, TypeMember,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::ir::{Mapper, Program};

/// The file's path from `src/`, its text, and what it imports.
pub fn emit(
    program: &Program<'_>,
    names: &Names,
    mapper: &Mapper<'_>,
) -> (String, Module, Imports) {
    let own = &names.mappings[mapper.index];
    let mapping = mapper.mapping;
    let mut lowering = Lowering::new(program, names, Imports::new(Place::Services));
    lowering.mapping(mapping);
    let mut parameters = match mapping.inputs.as_slice() {
        [(name, ty)] if mapping.single => {
            vec![Parameter::typed(&name.value, lowering.type_of(ty))]
        }
        named => {
            let members = named
                .iter()
                .map(|(name, ty)| TypeMember {
                    doc: None,
                    readonly: true,
                    name: name.value.clone(),
                    optional: ty.missing,
                    ty: lowering.type_of(&crate::types::Ty {
                        missing: false,
                        ..ty.clone()
                    }),
                })
                .collect();
            vec![Parameter::typed("inputs", Type::Object(members))]
        }
    };
    if !mapper.variables.is_empty() {
        lowering.imports.ty(variables::MODULE, "Variables");
        let read = mapper
            .variables
            .iter()
            .cloned()
            .map(Type::Literal)
            .collect();
        let picked = Type::generic("Pick", vec![Type::named("Variables"), Type::union(read)]);
        parameters.push(Parameter::typed("variables", picked));
    }
    let mut body: Vec<Statement> = mapping
        .lets
        .iter()
        .map(|(name, typed)| {
            let value = lowering.inferred(typed);
            Statement::constant(lowering.local(&name.value), value)
        })
        .collect();
    if let Some(typed) = &mapping.body {
        let value = lowering.expression(typed);
        body.push(Statement::Return(Some(value)));
    }
    let returns = lowering.type_of(&mapping.to);
    let from = mapping.from_parts.join("`, `");
    let function = Item::exported(ItemKind::Function(Function {
        asynchronous: false,
        name: own.name.clone(),
        type_parameters: Vec::new(),
        parameters,
        returns: Some(returns),
        body,
    }))
    .documented(format!("Maps `{from}` to `{}`.", mapping.to_part));
    let imports = lowering.into_imports();
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items: vec![function],
    };
    (own.module.clone(), module, imports)
}
