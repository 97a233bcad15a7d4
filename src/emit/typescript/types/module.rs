//! One file a named type: its records, their decoders and encoders, as far as used.

use std::collections::{BTreeMap, BTreeSet};

use super::reach::Reach;
use super::{decode, decoder_name, encode, encoder_name, members, module_of};
use crate::emit::typescript::ast::{
    Function, Interface, Item, ItemKind, Module, Parameter, Statement, Type,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::types::{Record, RecordId, Types};

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
    let mut by_file: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
    for id in &reach.interfaces {
        let path = module_of(types.record(*id));
        by_file.entry(path).or_default().push(*id);
    }
    by_file
        .into_iter()
        .map(|(path, records)| {
            let mut imports = Imports::new(Place::Types);
            let items = items(&records, &reach, types, &mut imports);
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
fn items(records: &[RecordId], reach: &Reach, types: &Types, imports: &mut Imports) -> Vec<Item> {
    let mut items = Vec::new();
    for id in records {
        let record = types.record(*id);
        let interface = Interface {
            name: record.identifier.clone(),
            members: members(record, types, imports),
        };
        items.push(Item::exported(ItemKind::Interface(interface)).documented(doc(record)));
    }
    for id in records.iter().filter(|id| reach.decoders.contains(id)) {
        let record = types.record(*id);
        let parameter = Parameter::typed("value", Type::named("unknown"));
        let returns = Type::named(&record.identifier);
        let body = decode::body(record, types, imports);
        items.push(function(decoder_name(record), parameter, returns, body));
    }
    for id in records.iter().filter(|id| reach.encoders.contains(id)) {
        let record = types.record(*id);
        let parameter = Parameter::typed("value", Type::named(&record.identifier));
        // An interface has no index signature, so TypeScript does not see that it is JSON.
        let returns = Type::named("unknown");
        let body = encode::body(record, types, imports);
        items.push(function(encoder_name(record), parameter, returns, body));
    }
    items
}

/// The part, and what the schema says of it.
fn doc(record: &Record) -> String {
    match &record.description {
        Some(description) => format!("`{}`: {description}", record.part),
        None => format!("`{}`", record.part),
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
