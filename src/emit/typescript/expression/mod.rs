//! Typed expressions as TypeScript, close to what the author wrote.
//!
//! Paths, `?.`, `??`, `?:` and JavaScript's methods stay as they are; decimals and
//! instants go through the runtime's helpers, which the module then imports.

mod call;
mod operators;

use std::collections::HashMap;

use super::ast::{Expression, Operator, Parameter, Property};
use super::imports::Imports;
use super::project::FunctionName;
use super::quote;
use super::runtime::Helper;
use super::types as ts;
use crate::expression::{Coercion, NameKind, TemplatePart, Typed, TypedKind};
use crate::types::{Kind, Types};

/// What the names of an expression are in the module that it goes to.
#[derive(Debug)]
pub struct Roots<'a> {
    /// Inputs of a mapping that are not constants of their own name.
    pub inputs: &'a HashMap<String, Expression>,
    pub mappings: &'a [FunctionName],
    pub functions: &'a [FunctionName],
    pub types: &'a Types,
}

/// Lowers one expression.
pub fn lower(typed: &Typed, roots: &Roots<'_>, imports: &mut Imports) -> Expression {
    Lower {
        roots,
        imports,
        inferred: false,
    }
    .expression(typed)
}

/// As [`lower`], for a place whose type TypeScript infers from the expression: literals
/// in it then say that they are literals.
pub fn lower_inferred(typed: &Typed, roots: &Roots<'_>, imports: &mut Imports) -> Expression {
    Lower {
        roots,
        imports,
        inferred: true,
    }
    .expression(typed)
}

struct Lower<'a, 'r> {
    roots: &'a Roots<'r>,
    imports: &'a mut Imports,
    inferred: bool,
}

impl Lower<'_, '_> {
    fn expression(&mut self, typed: &Typed) -> Expression {
        match &typed.kind {
            TypedKind::Error => Expression::Undefined,
            TypedKind::Null => Expression::Null,
            TypedKind::Boolean(flag) => Expression::Boolean(*flag),
            TypedKind::Integer(number) => Expression::number(number),
            TypedKind::Decimal(digits) => {
                self.helper(Helper::DecimalOf, vec![Expression::string(digits)])
            }
            TypedKind::String(text) => self.string(text, typed),
            TypedKind::Template(parts) => self.template(parts),
            TypedKind::Name { name, kind } => self.name(name, *kind),
            TypedKind::Member {
                object,
                name,
                optional,
            } => self.expression(object).member_of(name, *optional),
            TypedKind::Lookup { map, key, optional } => self.lookup(map, key, *optional),
            TypedKind::Index {
                array,
                index,
                optional,
            } => {
                let index = self.expression(index);
                self.expression(array)
                    .member_of("at", *optional)
                    .called(vec![index])
            }
            TypedKind::Chain(value) => self.expression(value),
            TypedKind::Narrowed { value, captured } => {
                let value = self.expression(value);
                if *captured {
                    self.helper(Helper::Present, vec![value])
                } else {
                    value
                }
            }
            TypedKind::Not(value) => self.expression(value).negated(),
            TypedKind::Negate { number, value } => self.negate(*number, value),
            TypedKind::Arithmetic {
                operator,
                number,
                left,
                right,
            } => self.arithmetic(*operator, *number, left, right),
            TypedKind::Concatenate { left, right } => self.binary(left, Operator::Add, right),
            TypedKind::Compare {
                operator,
                operand,
                left,
                right,
            } => self.compare(*operator, *operand, left, right),
            TypedKind::IsAbsent { value, negated } => {
                let operator = if *negated {
                    Operator::LooseNotEqual
                } else {
                    Operator::LooseEqual
                };
                Expression::binary(self.expression(value), operator, Expression::Null)
            }
            TypedKind::And { left, right } => self.binary(left, Operator::And, right),
            TypedKind::Or { left, right } => self.binary(left, Operator::Or, right),
            TypedKind::Coalesce { left, right } => self.binary(left, Operator::Coalesce, right),
            TypedKind::Conditional {
                test,
                then,
                otherwise,
            } => Expression::conditional(
                self.expression(test),
                self.expression(then),
                self.expression(otherwise),
            ),
            TypedKind::Array(items) => {
                Expression::Array(items.iter().map(|item| self.expression(item)).collect())
            }
            TypedKind::Object(fields) => Expression::object(
                fields
                    .iter()
                    .map(|field| Property::new(&field.name, self.expression(&field.value)))
                    .collect(),
            ),
            TypedKind::Call {
                signature,
                arguments,
                optional,
                ..
            } => self.call(signature.emit, arguments, *optional),
            TypedKind::Apply {
                kind,
                callable,
                arguments,
                ..
            } => {
                let arguments = arguments
                    .iter()
                    .map(|value| self.expression(value))
                    .collect();
                self.apply(*kind, *callable, arguments)
            }
            TypedKind::Lambda { parameters, body } => {
                let names = parameters
                    .iter()
                    .map(|parameter| Parameter::untyped(quote::camel_case(&parameter.name)))
                    .collect();
                let inferred = std::mem::replace(&mut self.inferred, true);
                let body = self.expression(body);
                self.inferred = inferred;
                Expression::arrow(names, body)
            }
            TypedKind::Reference { kind, callable, .. } => {
                let item = Expression::identifier("item");
                let call = self.apply(*kind, *callable, vec![item]);
                Expression::arrow(vec![Parameter::untyped("item")], call)
            }
            TypedKind::Coerce { coercion, value } => self.coerce(*coercion, value),
        }
    }

    fn helper(&mut self, helper: Helper, arguments: Vec<Expression>) -> Expression {
        Expression::call(self.imports.helper(helper), arguments)
    }

    fn binary(&mut self, left: &Typed, operator: Operator, right: &Typed) -> Expression {
        Expression::binary(self.expression(left), operator, self.expression(right))
    }

    /// Text; where TypeScript would infer `string` for a literal that must stay one,
    /// `as const`.
    fn string(&self, text: &str, typed: &Typed) -> Expression {
        let literal = Expression::string(text);
        if self.inferred && matches!(typed.ty.kind, Kind::String(Some(_))) {
            Expression::AsConst(Box::new(literal))
        } else {
            literal
        }
    }

    fn template(&mut self, parts: &[TemplatePart]) -> Expression {
        let mut strings = vec![String::new()];
        let mut values = Vec::new();
        for part in parts {
            match part {
                TemplatePart::Text(text) => {
                    if let Some(last) = strings.last_mut() {
                        last.push_str(text);
                    }
                }
                TemplatePart::Value(value) => {
                    let inferred = std::mem::replace(&mut self.inferred, false);
                    values.push(self.expression(value));
                    self.inferred = inferred;
                    strings.push(String::new());
                }
            }
        }
        Expression::template(strings, values)
    }

    fn name(&mut self, name: &str, kind: NameKind) -> Expression {
        match kind {
            NameKind::Input => match self.roots.inputs.get(name) {
                Some(input) => input.clone(),
                None => Expression::identifier(quote::camel_case(name)),
            },
            NameKind::Let | NameKind::Parameter => Expression::identifier(quote::camel_case(name)),
            NameKind::Constants => {
                self.imports.value(super::project::CONSTANTS, "constants");
                Expression::identifier("constants")
            }
            NameKind::Variables
            | NameKind::Trigger
            | NameKind::Run
            | NameKind::Steps
            | NameKind::Response => Expression::identifier(name),
        }
    }

    /// The value at a key, never one that every object inherits.
    fn lookup(&mut self, map: &Typed, key: &Typed, optional: bool) -> Expression {
        let key = self.expression(key);
        let map = self.expression(map);
        let found = self.helper(Helper::Lookup, vec![map.clone(), key]);
        if optional {
            let absent = Expression::binary(map, Operator::LooseEqual, Expression::Null);
            Expression::conditional(absent, Expression::Undefined, found)
        } else {
            found
        }
    }

    fn coerce(&mut self, coercion: Coercion, value: &Typed) -> Expression {
        match coercion {
            Coercion::IntegerToDecimal => self.integer_to_decimal(value),
            // Templates, queries and paths write these as text themselves.
            Coercion::Text => self.expression(value),
            Coercion::NullToMissing => Expression::binary(
                self.expression(value),
                Operator::Coalesce,
                Expression::Undefined,
            ),
            Coercion::MissingToNull => {
                Expression::binary(self.expression(value), Operator::Coalesce, Expression::Null)
            }
            Coercion::Json => {
                let json = self.expression(value);
                ts::encoded(&value.ty, json, self.roots.types, self.imports)
            }
        }
    }

    fn integer_to_decimal(&mut self, value: &Typed) -> Expression {
        let number = self.expression(value);
        let decimal = self.helper(Helper::DecimalOf, vec![number.clone()]);
        if value.ty.is_optional() {
            let absent = Expression::binary(number.clone(), Operator::LooseEqual, Expression::Null);
            Expression::conditional(absent, number, decimal)
        } else {
            decimal
        }
    }
}
