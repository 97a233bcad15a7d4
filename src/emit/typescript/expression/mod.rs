//! Typed expressions as TypeScript, close to what the author wrote.
//!
//! Paths, `?.`, `??`, `?:` and JavaScript's methods stay as they are; decimals and
//! instants go through the runtime's helpers, which the module then imports.

mod call;
mod operators;
mod template;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ast::{Expression, Index, Operator, Parameter, Property};
use super::imports::Imports;
use super::project::FunctionName;
use super::runtime::Helper;
use super::types as ts;
use super::unique::Locals;
use crate::expression::{
    CallableId, CallableKind, Coercion, Field, NameKind, Parameter as Named, Typed, TypedKind,
    is_inherited,
};
use crate::types::{Kind, Ty, Types};

/// What the names of an expression are in the module that it goes to.
#[derive(Debug)]
pub struct Roots<'a> {
    /// Inputs of a mapping that are not constants of their own name.
    pub inputs: &'a BTreeMap<String, Expression>,
    pub mappings: &'a [FunctionName],
    pub functions: &'a [FunctionName],
    /// The names around the expression.
    pub locals: &'a Locals<'a>,
    pub types: &'a Types,
}

/// Lowers one expression.
pub fn lower(typed: &Typed, roots: &Roots<'_>, imports: &mut Imports) -> Expression {
    Lower {
        roots,
        locals: Cow::Borrowed(roots.locals),
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
        locals: Cow::Borrowed(roots.locals),
        imports,
        inferred: true,
    }
    .expression(typed)
}

struct Lower<'a, 'r> {
    roots: &'a Roots<'r>,
    /// With the parameters of functions in the expression.
    locals: Cow<'a, Locals<'a>>,
    imports: &'a mut Imports,
    inferred: bool,
}

impl Lower<'_, '_> {
    fn expression(&mut self, typed: &Typed) -> Expression {
        // What is compared, computed or joined to other text need not stay literal.
        let keeps = match &typed.kind {
            TypedKind::Coalesce { .. } | TypedKind::Conditional { .. } => {
                typed.ty.kind != Kind::STRING
            }
            TypedKind::Not(_)
            | TypedKind::And { .. }
            | TypedKind::Or { .. }
            | TypedKind::IsAbsent { .. }
            | TypedKind::Compare { .. }
            | TypedKind::Concatenate { .. }
            | TypedKind::Arithmetic { .. }
            | TypedKind::Template(_)
            | TypedKind::Lookup { .. } => false,
            _ => true,
        };
        self.literal(keeps, |lower| lower.node(typed))
    }

    /// Lowers what is inside; literals in it stay literal only if `keeps`.
    fn literal<T>(&mut self, keeps: bool, inside: impl FnOnce(&mut Self) -> T) -> T {
        let inferred = self.inferred;
        self.inferred = inferred && keeps;
        let result = inside(self);
        self.inferred = inferred;
        result
    }

    fn node(&mut self, typed: &Typed) -> Expression {
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
            // A table that has every key is read as any record is.
            TypedKind::Lookup { map, key, .. } if has_every_key(map, key, self.roots.types) => {
                let index = Index {
                    object: self.expression(map),
                    index: self.expression(key),
                    optional: false,
                };
                Expression::Index(Box::new(index))
            }
            // The helper takes an absent map, so `?.` before it needs nothing more.
            TypedKind::Lookup { map, key, .. } => {
                let arguments = vec![self.expression(map), self.expression(key)];
                self.helper(Helper::Lookup, arguments)
            }
            TypedKind::Index {
                array,
                index,
                optional,
            } => {
                // `at` counts negative numbers from the end, brackets do not.
                let counted = matches!(index.kind, TypedKind::Integer(0..));
                let index = self.expression(index);
                let array = self.expression(array);
                if counted {
                    array.member_of("at", *optional).called(vec![index])
                } else {
                    array.index_of(index, *optional)
                }
            }
            TypedKind::Chain(value) => self.expression(value),
            TypedKind::Narrowed { value, asserted } => {
                let lowered = self.expression(value);
                if !*asserted {
                    lowered
                } else if value.ty.kind == typed.ty.kind {
                    self.helper(Helper::Present, vec![lowered])
                } else {
                    let ty = ts::value_type(&typed.ty, self.roots.types, self.imports);
                    Expression::As(Box::new(lowered), ty)
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
            TypedKind::Concatenate { left, right } => self.concatenation(left, right),
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
            TypedKind::IsClass {
                value,
                class,
                negated,
            } => self.is_class(value, *class, *negated),
            TypedKind::And { left, right } => self.binary(left, Operator::And, right),
            TypedKind::Or { left, right } => self.binary(left, Operator::Or, right),
            TypedKind::Coalesce { left, right } => self.binary(left, Operator::Coalesce, right),
            TypedKind::Conditional {
                test,
                then,
                otherwise,
            } => Expression::conditional(
                self.literal(false, |lower| lower.expression(test)),
                self.expression(then),
                self.expression(otherwise),
            ),
            TypedKind::Array(items) => {
                Expression::Array(items.iter().map(|item| self.expression(item)).collect())
            }
            TypedKind::Object(fields) => self.object(fields, &typed.ty),
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
            TypedKind::Lambda { parameters, body } => self.lambda(parameters, body),
            TypedKind::Reference { kind, callable, .. } => self.reference(*kind, *callable),
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

    fn name(&mut self, name: &str, kind: NameKind) -> Expression {
        match kind {
            NameKind::Input => match self.roots.inputs.get(name) {
                Some(input) => input.clone(),
                None => self.local(name),
            },
            NameKind::Let | NameKind::Parameter => self.local(name),
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

    fn lambda(&mut self, parameters: &[Named], body: &Typed) -> Expression {
        let locals = self.locals.to_mut();
        let parameters = parameters
            .iter()
            .map(|parameter| {
                Parameter::untyped(if reads(body, &parameter.name) {
                    locals.name(&parameter.name)
                } else {
                    locals.unread(&parameter.name)
                })
            })
            .collect();
        Expression::arrow(parameters, self.expression(body))
    }

    /// A mapping's or a function's name where a function is wanted.
    fn reference(&mut self, kind: CallableKind, callable: CallableId) -> Expression {
        // Nothing but the item is read, so that it may hide what is called so.
        let name = match self.callable(kind, callable) {
            Some(own) if own.name == "item" => "item_",
            _ => "item",
        };
        let call = self.apply(kind, callable, vec![Expression::identifier(name)]);
        Expression::arrow(vec![Parameter::untyped(name)], call)
    }

    fn local(&mut self, name: &str) -> Expression {
        Expression::identifier(self.locals.to_mut().name(name))
    }

    fn object(&mut self, fields: &[Field], ty: &Ty) -> Expression {
        let mut properties: Vec<Property> = fields
            .iter()
            .map(|field| Property::new(&field.name, self.expression(&field.value)))
            .collect();
        let given = |name: &str| fields.iter().any(|field| field.name == name);
        properties.extend(hidden(ty, self.roots.types, given));
        Expression::object(properties)
    }

    fn coerce(&mut self, coercion: Coercion, value: &Typed) -> Expression {
        match coercion {
            Coercion::IntegerToDecimal => self.integer_to_decimal(value),
            // Templates, queries and paths write these as text themselves.
            Coercion::Text => self.expression(value),
            // TypeScript refuses `null ?? undefined`.
            Coercion::NullToMissing if matches!(value.kind, TypedKind::Null) => {
                Expression::Undefined
            }
            Coercion::NullToMissing => Expression::binary(
                self.expression(value),
                Operator::Coalesce,
                Expression::Undefined,
            ),
            Coercion::MissingToNull => {
                Expression::binary(self.expression(value), Operator::Coalesce, Expression::Null)
            }
            Coercion::Json => self.json(value),
        }
    }

    /// Any JSON. TypeScript does not see that an interface is JSON, so what holds
    /// records is read as JSON again.
    fn json(&mut self, value: &Typed) -> Expression {
        let plain = self.expression(value);
        let written = self.written(value, plain);
        let structured = matches!(
            value.ty.kind,
            Kind::Record(_) | Kind::Array(_) | Kind::Map(_)
        );
        if !structured {
            return written;
        }
        let read = self.helper(Helper::AsJson, vec![written.clone()]);
        if value.ty.is_optional() {
            let absent =
                Expression::binary(written.clone(), Operator::LooseEqual, Expression::Null);
            Expression::conditional(absent, Expression::Null, read)
        } else {
            read
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

/// `undefined` for fields that are not given and that every object inherits: without it
/// an object would have what it inherits there.
pub fn hidden<'t>(
    ty: &Ty,
    types: &'t Types,
    given: impl Fn(&str) -> bool + 't,
) -> impl Iterator<Item = Property> + 't {
    let fields = match &ty.kind {
        Kind::Record(id) => types.record(*id).fields.as_slice(),
        _ => &[],
    };
    fields
        .iter()
        .filter(move |field| is_inherited(&field.name) && !given(&field.name))
        .map(|field| Property::new(&field.name, Expression::Undefined))
}

/// Whether a table is a record with all that the key can be. What the type of the lookup
/// says would not do: within a chain it is that of a value that is there.
fn has_every_key(table: &Typed, key: &Typed, types: &Types) -> bool {
    match (&table.ty.kind, &key.ty.kind) {
        (Kind::Record(id), Kind::String(Some(keys))) => {
            let record = types.record(*id);
            keys.iter().all(|key| {
                let field = record.field(key);
                field.is_some_and(|field| !field.ty.missing)
            })
        }
        _ => false,
    }
}

/// Whether an expression mentions a name. Names have one meaning at a time, so any
/// mention is of that one.
fn reads(body: &Typed, wanted: &str) -> bool {
    let mut found = false;
    body.walk(&mut |part| {
        found |= matches!(&part.kind, TypedKind::Name { name, .. } if name == wanted);
    });
    found
}
