//! Typed expressions and types into TypeScript, within one module of the output.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::constants;
use super::names::Names;
use super::variables;
use crate::emit::typescript::ast::{Expression, Property, Statement, Type};
use crate::emit::typescript::expression::{self, Roots};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::emit::typescript::types as ts;
use crate::emit::typescript::unique::Locals;
use crate::evaluate::{self, Value};
use crate::expression::{Typed, TypedKind};
use crate::ir::{Program, Reads};
use crate::manifest::{Tree, TreeKind};
use crate::model::Mapping;
use crate::source::Spanned;
use crate::types::{DecimalWire, IntegerWire, Kind, Ty, Types, needs_encoder, plain_digits};

/// Makes the expressions of one module and gathers what they import.
pub struct Lowering<'p> {
    program: &'p Program<'p>,
    names: &'p Names,
    pub imports: Imports,
    /// Inputs of a mapping that is called with one object of them.
    inputs: BTreeMap<String, Expression>,
    locals: Locals<'p>,
}

impl<'p> Lowering<'p> {
    pub fn new(program: &'p Program<'p>, names: &'p Names, imports: Imports) -> Self {
        Self {
            program,
            names,
            imports,
            inputs: BTreeMap::new(),
            locals: Locals::within(&names.all),
        }
    }

    pub fn into_imports(self) -> Imports {
        self.imports
    }

    fn types(&self) -> &'p Types {
        &self.program.model.types
    }

    /// Names the inputs and lets of the mapping whose body comes next.
    pub fn mapping(&mut self, mapping: &Mapping) {
        if mapping.single {
            for (name, _) in &mapping.inputs {
                self.locals.name(&name.value);
            }
        } else {
            self.inputs = mapping
                .inputs
                .iter()
                .map(|(name, _)| {
                    let input = Expression::identifier("inputs").member(&name.value);
                    (name.value.clone(), input)
                })
                .collect();
        }
        for (name, _) in &mapping.lets {
            self.locals.name(&name.value);
        }
    }

    /// The constant that a name of the manifest becomes.
    pub fn local(&mut self, name: &str) -> String {
        self.locals.name(name)
    }

    pub fn type_of(&mut self, ty: &Ty) -> Type {
        ts::type_of(ty, self.types(), &mut self.imports)
    }

    pub fn decoder(&mut self, ty: &Ty) -> Expression {
        ts::decoder(ty, self.types(), &mut self.imports)
    }

    /// `value` as JSON.
    pub fn encoded(&mut self, ty: &Ty, value: Expression) -> Expression {
        ts::encoded(ty, value, self.types(), &mut self.imports)
    }

    /// The value of an expression as JSON.
    pub fn json_of(&mut self, typed: &Typed) -> Expression {
        let types = self.types();
        match &typed.kind {
            // An object literal is written with its properties as JSON at once.
            TypedKind::Object(fields) if needs_encoder(&typed.ty, types) => {
                let properties = fields
                    .iter()
                    .map(|field| Property::new(&field.name, self.json_of(&field.value)))
                    .collect();
                Expression::object(properties)
            }
            _ => {
                let value = self.expression(typed);
                self.encoded(&typed.ty, value)
            }
        }
    }

    /// An answer whose body is written as JSON.
    pub fn encoded_answer(&mut self, body: &Ty, answer: Expression) -> Expression {
        if !needs_encoder(body, self.types()) {
            return answer;
        }
        let written = self.encoded(body, answer.clone().member("body"));
        Expression::object(vec![
            Property::Spread(answer),
            Property::new("body", written),
        ])
    }

    pub fn expression(&mut self, typed: &Typed) -> Expression {
        self.lowered(typed, expression::lower)
    }

    /// As [`Self::expression`], where TypeScript infers the type.
    pub fn inferred(&mut self, typed: &Typed) -> Expression {
        self.lowered(typed, expression::lower_inferred)
    }

    fn lowered(
        &mut self,
        typed: &Typed,
        lower: impl Fn(&Typed, &Roots<'_>, &mut Imports) -> Expression,
    ) -> Expression {
        let roots = Roots {
            inputs: &self.inputs,
            mappings: &self.names.mappings,
            functions: &self.names.functions,
            locals: &self.locals,
            types: self.types(),
        };
        lower(typed, &roots, &mut self.imports)
    }

    /// A test that is true where the condition is `truth`.
    pub fn condition(&mut self, when: &Typed, truth: bool) -> Expression {
        let test = self.expression(when);
        match (truth, test) {
            (true, test) => test,
            (false, Expression::Unary(crate::emit::typescript::ast::UnaryOperator::Not, inner)) => {
                *inner
            }
            (false, test) => test.negated(),
        }
    }

    /// Query parameters, headers and form fields, in the forms that `request` takes.
    pub fn scalars(&mut self, pairs: &[(Spanned<String>, Typed)]) -> Expression {
        let properties = pairs
            .iter()
            .map(|(name, typed)| Property::new(&name.value, self.expression(typed)))
            .collect();
        Expression::object(properties)
    }

    /// Fields of a log line, or headers of an answer.
    pub fn fields(&mut self, pairs: &[(Spanned<String>, Typed)]) -> Expression {
        let properties = pairs
            .iter()
            .map(|(name, typed)| Property::new(&name.value, self.json_of(typed)))
            .collect();
        Expression::object(properties)
    }

    /// What a task reads, as constants named as the roots of expressions are.
    pub fn reads(&mut self, reads: &Reads) -> Vec<Statement> {
        let state = || Expression::identifier("state");
        let mut locals = Vec::new();
        if reads.constants {
            self.imports.value(constants::MODULE, "constants");
        }
        if reads.run {
            locals.push(Statement::constant("run", state().member("run")));
        }
        if reads.reads_trigger() {
            locals.push(Statement::constant("trigger", self.trigger(reads)));
        }
        if !reads.steps.is_empty() {
            let results = reads
                .steps
                .iter()
                .map(|(id, ty)| Property::new(id, self.result(id, ty)))
                .collect();
            locals.push(Statement::constant(
                "steps",
                Expression::expanded_object(results),
            ));
        }
        if !reads.variables.is_empty() {
            self.imports.value(variables::MODULE, "readVariables");
            let activation = Expression::identifier("ctx").member("activation");
            locals.push(Statement::constant(
                "variables",
                Expression::call("readVariables", vec![activation]),
            ));
        }
        locals
    }

    fn trigger(&mut self, reads: &Reads) -> Expression {
        let state = || Expression::identifier("state");
        let mut properties = Vec::new();
        if let Some(ty) = &reads.trigger_body {
            let helper = if ty.missing {
                Helper::OptionalTriggerBody
            } else {
                Helper::TriggerBody
            };
            let decoder = self.decoder(ty);
            let read = Expression::call(self.imports.helper(helper), vec![state(), decoder]);
            properties.push(Property::new("body", read));
        }
        let texts = [
            ("headers", reads.trigger_headers),
            ("query", reads.trigger_query),
        ];
        for (name, read) in texts {
            if read {
                let helper = self.imports.helper(Helper::TriggerTexts);
                let value = Expression::call(helper, vec![state(), Expression::string(name)]);
                properties.push(Property::new(name, value));
            }
        }
        Expression::expanded_object(properties)
    }

    /// `steps.ID`: a request's answer, or a value.
    fn result(&mut self, id: &str, ty: &Ty) -> Expression {
        let helper = self.imports.helper(if ty.missing {
            Helper::OptionalResult
        } else {
            Helper::StepResult
        });
        let decoder = match self.answer_body(ty) {
            Some(body) => {
                let body = self.decoder(&body);
                Expression::call(self.imports.helper(Helper::AsAnswer), vec![body])
            }
            None => self.decoder(ty),
        };
        Expression::call(
            helper,
            vec![
                Expression::identifier("state"),
                Expression::string(id),
                decoder,
            ],
        )
    }

    /// The body's type, where the type is that of a request's answer.
    fn answer_body(&self, ty: &Ty) -> Option<Ty> {
        let Kind::Record(id) = &ty.kind else {
            return None;
        };
        let record = self.types().record(*id);
        if !record.identifier.is_empty() || !record.part.starts_with("steps.") {
            return None;
        }
        record.field("body").map(|field| field.ty.clone())
    }

    /// JSON that is known to fit, read by its type.
    pub fn decoded(&mut self, ty: &Ty, value: &Json, place: &str) -> Expression {
        let json = Self::json(value);
        let decoder = self.decoder(ty);
        Expression::call(
            self.imports.helper(Helper::Decode),
            vec![decoder, json, Expression::string(place)],
        )
    }

    /// JSON as a literal.
    pub fn json(value: &Json) -> Expression {
        match value {
            Json::Null => Expression::Null,
            Json::Bool(flag) => Expression::Boolean(*flag),
            Json::Number(number) => Expression::number(number),
            Json::String(text) => Expression::string(text),
            Json::Array(items) => Expression::Array(items.iter().map(Self::json).collect()),
            Json::Object(entries) => Expression::object(
                entries
                    .iter()
                    .map(|(key, value)| Property::new(key, Self::json(value)))
                    .collect(),
            ),
        }
    }

    /// A literal of the manifest as a value of its type.
    pub fn literal(&mut self, tree: &Tree, ty: &Ty) -> Expression {
        let types = self.types();
        match (&tree.kind, &ty.kind) {
            (TreeKind::Integer(_) | TreeKind::Float(_), Kind::Decimal { .. }) => {
                let digits = match &tree.kind {
                    TreeKind::Integer(number) => number.to_string(),
                    TreeKind::Float(digits) => plain_digits(digits),
                    _ => String::new(),
                };
                self.decimal(&digits)
            }
            (
                TreeKind::String(text),
                Kind::Decimal {
                    wire: DecimalWire::String,
                    ..
                },
            ) => self.decimal(&text.value),
            // What travels in another form than it has inside is read by its type.
            (
                _,
                Kind::Date(_)
                | Kind::DateTime(_)
                | Kind::Integer(IntegerWire::String)
                | Kind::Decimal { .. },
            ) => match evaluate::literal(tree, ty, types) {
                Ok(Value::Decimal(decimal)) => self.decimal(&decimal.to_string()),
                Ok(Value::Integer(integer)) => Expression::number(integer),
                Ok(Value::String(text)) => Expression::string(text.to_string()),
                _ => Expression::Undefined,
            },
            (TreeKind::String(text), _) => Expression::string(&text.value),
            (TreeKind::Integer(number), _) => Expression::number(number),
            (TreeKind::Float(digits), _) => Expression::number(digits),
            (TreeKind::Boolean(flag), _) => Expression::Boolean(*flag),
            (TreeKind::Datetime(text), _) => Expression::string(text),
            (TreeKind::Array(items), kind) => {
                let item = match kind {
                    Kind::Array(item) => (**item).clone(),
                    _ => Ty::new(Kind::Unknown),
                };
                Expression::Array(items.iter().map(|tree| self.literal(tree, &item)).collect())
            }
            (TreeKind::Table(entries), kind) => {
                let given = |name: &str| entries.iter().any(|(key, _)| key.name == name);
                let hidden: Vec<Property> = expression::hidden(ty, types, given).collect();
                let properties = entries
                    .iter()
                    .map(|(key, value)| {
                        let ty = match kind {
                            Kind::Map(value) => (**value).clone(),
                            Kind::Record(id) => types
                                .record(*id)
                                .field(&key.name)
                                .map_or(Ty::new(Kind::Unknown), |field| field.ty.clone()),
                            _ => Ty::new(Kind::Unknown),
                        };
                        Property::new(&key.name, self.literal(value, &ty))
                    })
                    .chain(hidden)
                    .collect();
                Expression::object(properties)
            }
            (TreeKind::Invalid, _) => Expression::Undefined,
        }
    }

    fn decimal(&mut self, digits: &str) -> Expression {
        let helper = self.imports.helper(Helper::DecimalOf);
        Expression::call(helper, vec![Expression::string(digits)])
    }
}
