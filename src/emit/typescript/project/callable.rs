//! Mappings as functions from JSON to JSON, for `gusset verify`.

use super::lowering::Lowering;
use super::names::Names;
use super::{FOLDER, HEADER};
use crate::emit::Artifact;
use crate::emit::typescript::ast::{
    Const, Expression, Function, Import, ImportName, Item, ItemKind, Module, Operator, Parameter,
    Property, Statement, Type,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::emit::typescript::print;
use crate::emit::typescript::runtime::Helper;
use crate::ir::{Mapper, Program};
use crate::types::Ty;

/// What calls the mappings and writes down what they give.
const HARNESS: &str = concat!(
    include_str!("outcome.ts"),
    "\n",
    include_str!("callable.ts")
);

/// The function that every file exports.
const NAME: &str = "callMapping";

/// The program of a [`Callable`].
pub const PROGRAM: &str = "call-mappings.ts";
const INPUTS: &str = "asked.ts";

/// A project in which mappings can be called.
#[derive(Clone, Debug, Default)]
pub struct Callable {
    /// All but the inputs: see [`inputs`].
    pub files: Vec<Artifact>,
    /// The mappings in it; those that nothing uses are not emitted.
    pub mappings: Vec<String>,
}

/// The file beside a mapping's own: its path from `src/`, its text and imports.
pub fn emit(
    program: &Program<'_>,
    names: &Names,
    mapper: &Mapper<'_>,
) -> Option<(String, Module, Imports)> {
    let mapping = mapper.mapping;
    let own = names.mappings.get(mapper.index)?;
    let mut lowering = Lowering::new(program, names, Imports::new(Place::Services));
    lowering.imports.value(&own.module, &own.name);
    let mut inputs: Vec<(String, Expression)> = Vec::new();
    for (name, ty) in &mapping.inputs {
        let decoded = decoded(&mut lowering, ty, &name.value);
        inputs.push((name.value.clone(), decoded));
    }
    let mut arguments: Vec<Expression> = if mapping.single {
        inputs.into_iter().map(|(_, value)| value).collect()
    } else {
        let properties = inputs.into_iter();
        let properties = properties.map(|(name, value)| Property::new(name, value));
        vec![Expression::object(properties.collect())]
    };
    if !mapper.variables.is_empty() {
        arguments.push(variables(program, mapper, &mut lowering));
    }
    let call = Expression::call(&own.name, arguments);
    let given = lowering.encoded(&mapping.to, call);
    let record = Type::generic(
        "Record",
        vec![Type::named("string"), Type::named("unknown")],
    );
    let function = Item::exported(ItemKind::Function(Function {
        asynchronous: false,
        name: NAME.to_owned(),
        type_parameters: Vec::new(),
        parameters: vec![Parameter::typed("given", record)],
        returns: Some(Type::named("unknown")),
        body: vec![Statement::Return(Some(given))],
    }));
    let path = path(&own.module);
    let imports = lowering.into_imports();
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: imports.to_ast(),
        items: vec![function],
    };
    Some((path, module, imports))
}

fn path(module: &str) -> String {
    module.replace(".ts", ".call.ts")
}

fn given(name: &str) -> Expression {
    Expression::identifier("given").index(Expression::string(name))
}

fn decoded(lowering: &mut Lowering<'_>, ty: &Ty, place: &str) -> Expression {
    let decoder = lowering.decoder(ty);
    let helper = lowering.imports.helper(Helper::Decode);
    Expression::call(
        helper,
        vec![decoder, given(place), Expression::string(place)],
    )
}

/// The variables that are read: as they are given, or what they default to.
fn variables(
    program: &Program<'_>,
    mapper: &Mapper<'_>,
    lowering: &mut Lowering<'_>,
) -> Expression {
    let read = program.model.variables.iter();
    let read = read.filter(|variable| mapper.variables.contains(&variable.name.value));
    let properties = read.map(|variable| {
        let name = &variable.name.value;
        let place = format!("variables.{name}");
        let ty = variable.ty.present();
        let default = match &variable.default {
            Some(default) => lowering.literal(default, &ty),
            None => Expression::Undefined,
        };
        let is_given = Expression::binary(given(&place), Operator::NotEqual, Expression::Undefined);
        let decoded = decoded(lowering, &ty, &place);
        Property::new(name, Expression::conditional(is_given, decoded, default))
    });
    Expression::object(properties.collect())
}

/// The program that calls all of them.
pub fn program(program: &Program<'_>) -> Artifact {
    let names = Names::of(program);
    let mut imports = vec![Import::values(format!("./{INPUTS}"), &["asked"])];
    let mut table = Vec::new();
    for (at, mapper) in program.mappers.iter().enumerate() {
        if let Some(own) = names.mappings.get(mapper.index) {
            let alias = format!("call{at}");
            let name = Expression::string(&mapper.mapping.name.value);
            let call = Expression::identifier(&alias);
            table.push(Expression::Array(vec![name, call]));
            imports.push(Import {
                module: format!("./{FOLDER}/src/{}", path(&own.module)),
                type_only: false,
                names: vec![ImportName {
                    name: NAME.to_owned(),
                    alias: Some(alias),
                    type_only: false,
                }],
            });
        }
    }
    let table = Expression::new_instance("Map", vec![Expression::Array(table)]);
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports,
        items: vec![Item::statement(Statement::constant("mappings", table))],
    };
    Artifact {
        path: PROGRAM.to_owned(),
        contents: format!("{}\n{HARNESS}", print::module(&module)),
        executable: false,
    }
}

/// The file of the inputs: arrays of texts of JSON, by the names of mappings.
pub fn inputs(asked: &[(String, Vec<String>)]) -> Artifact {
    let texts = |texts: &Vec<String>| {
        let texts = texts.iter().map(Expression::string);
        Expression::Array(texts.collect())
    };
    let asked = asked
        .iter()
        .map(|(name, inputs)| Expression::Array(vec![Expression::string(name), texts(inputs)]));
    let asked = Expression::Array(asked.collect());
    let module = Module {
        header: Some(HEADER.to_owned()),
        imports: Vec::new(),
        items: vec![Item::exported(ItemKind::Const(Const::new("asked", asked)))],
    };
    Artifact {
        path: INPUTS.to_owned(),
        contents: print::module(&module),
        executable: false,
    }
}
