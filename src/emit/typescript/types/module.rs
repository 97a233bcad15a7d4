//! One file a named type: its records, their decoders and encoders, as far as used.

use std::collections::{BTreeMap, BTreeSet};

use super::reach::{Declared, Reach};
use super::{alternatives, decode, decoder_name, encode, encoder_name, members, module_of};
use crate::emit::typescript::ast::{
    Function, Interface, Item, ItemKind, Module, Parameter, Statement, Type,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::types::Types;

/// A file of types.
#[derive(Debug)]
pub struct TypeFile {
    /// From `src/`.
    pub path: String,
    pub module: Module,
    pub imports: Imports,
}

/// The files that declare these names and what they need, in order of their paths. A
/// name is a record's identifier, or that of its decoder or encoder. `header` is the
/// first line of each file.
pub fn modules(used: &BTreeSet<String>, types: &Types, header: &str) -> Vec<TypeFile> {
    let reach = Reach::of(used, types);
    let mut by_file: BTreeMap<String, Vec<Declared>> = BTreeMap::new();
    for declared in &reach.types {
        let path = module_of(declared.part(types));
        by_file.entry(path).or_default().push(*declared);
    }
    by_file
        .into_iter()
        .map(|(path, declared)| {
            let mut imports = Imports::new(Place::Types);
            let items = items(&declared, &reach, types, &mut imports);
            // A file does not import itself.
            imports.take(&path);
            let module = Module {
                header: Some(header.to_owned()),
                imports: imports.to_ast(),
                items,
            };
            TypeFile {
                path,
                module,
                imports,
            }
        })
        .collect()
}

/// Types first, then decoders, then encoders.
fn items(all: &[Declared], reach: &Reach, types: &Types, imports: &mut Imports) -> Vec<Item> {
    let mut items = Vec::new();
    for declared in all {
        let name = declared.identifier(types).to_owned();
        let kind = match declared {
            // An interface without members would take anything.
            Declared::Record(id) if types.record(*id).fields.is_empty() => ItemKind::TypeAlias {
                name,
                ty: Type::generic(
                    "Readonly",
                    vec![Type::generic(
                        "Record",
                        vec![Type::named("string"), Type::named("unknown")],
                    )],
                ),
            },
            Declared::Record(id) => ItemKind::Interface(Interface {
                name,
                members: members(types.record(*id), types, imports),
            }),
            Declared::Union(id) => ItemKind::TypeAlias {
                name,
                ty: alternatives(types.union(*id), types, imports),
            },
        };
        items.push(Item::exported(kind).documented(doc(*declared, types)));
    }
    for declared in all.iter().filter(|one| reach.decoders.contains(one)) {
        let identifier = declared.identifier(types);
        let parameter = Parameter::typed("value", Type::named("unknown"));
        let returns = Type::named(identifier);
        let body = match declared {
            Declared::Record(id) => decode::record_body(types.record(*id), types, imports),
            Declared::Union(id) => decode::union_body(types.union(*id), types, imports),
        };
        items.push(function(decoder_name(identifier), parameter, returns, body));
    }
    for declared in all.iter().filter(|one| reach.encoders.contains(one)) {
        let identifier = declared.identifier(types);
        let parameter = Parameter::typed("value", Type::named(identifier));
        // An interface has no index signature, so TypeScript does not see that it is JSON.
        let returns = Type::named("unknown");
        let body = match declared {
            Declared::Record(id) => encode::record_body(types.record(*id), types, imports),
            Declared::Union(id) => encode::union_body(types.union(*id), types, imports),
        };
        items.push(function(encoder_name(identifier), parameter, returns, body));
    }
    items
}

/// The part, and what the schema says of it.
fn doc(declared: Declared, types: &Types) -> String {
    let part = declared.part(types);
    let description = match declared {
        Declared::Record(id) => &types.record(id).description,
        Declared::Union(id) => &types.union(id).description,
    };
    match description {
        Some(description) => format!("`{part}`: {description}"),
        None => format!("`{part}`"),
    }
}

fn function(name: String, parameter: Parameter, returns: Type, body: Vec<Statement>) -> Item {
    Item::exported(ItemKind::Function(Function {
        asynchronous: false,
        name,
        type_parameters: Vec::new(),
        parameters: vec![parameter],
        returns: Some(returns),
        body,
    }))
}
