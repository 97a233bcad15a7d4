//! `src/services/constants.ts`: the manifest's literals.

use super::HEADER;
use super::lowering::Lowering;
use super::names::Names;
use crate::emit::typescript::ast::{
    Const, Expression, Item, ItemKind, Module, Property, Type, TypeMember,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::ir::Program;

pub const MODULE: &str = "services/constants.ts";

/// The file, where there are constants.
pub fn emit(program: &Program<'_>) -> Option<(&'static str, Module, Imports)> {
    let constants = &program.model.constants;
    if constants.is_empty() {
        return None;
    }
    let names = Names::default();
    let mut lowering = Lowering::new(program, &names, Imports::new(Place::Services));
    let members = constants
        .iter()
        .map(|constant| TypeMember {
            doc: None,
            readonly: true,
            name: constant.name.value.clone(),
            optional: false,
            ty: lowering.type_of(&constant.ty),
        })
        .collect();
    let properties = constants
        .iter()
        .map(|constant| {
            let value = lowering.literal(&constant.value, &constant.ty);
            Property::new(&constant.name.value, value)
        })
        .collect();
    let value = Const {
        name: "constants".to_owned(),
        ty: Some(Type::Object(members)),
        value: Expression::expanded_object(properties),
    };
    let imports = lowering.into_imports();
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items: vec![
            Item::exported(ItemKind::Const(value)).documented("The constants of the integration."),
        ],
    };
    Some((MODULE, module, imports))
}
