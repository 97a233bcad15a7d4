//! Expressions on one line.

use super::super::super::ast::{Arrow, ArrowBody, Expression, Object, Property};
use super::super::super::quote;
use super::super::precedence;
use super::super::statement::is_empty;
use super::Flat;

impl Flat {
    pub(super) fn expression(&mut self, expression: &Expression) -> Option<()> {
        match expression {
            Expression::Identifier(name) => self.push(name),
            Expression::Member(member) => {
                self.head(&member.object)?;
                self.property(&member.property, member.optional)
            }
            Expression::Index(index) => {
                self.head(&index.object)?;
                self.push(if index.optional { "?.[" } else { "[" })?;
                self.expression(&index.index)?;
                self.push("]")
            }
            Expression::Call(call) => {
                self.head(&call.callee)?;
                if call.optional {
                    self.push("?.")?;
                }
                self.type_arguments(&call.types)?;
                self.arguments(&call.arguments)
            }
            Expression::New(new) => {
                self.push("new ")?;
                self.new_callee(&new.callee)?;
                self.type_arguments(&new.types)?;
                self.arguments(&new.arguments)
            }
            Expression::Template(template) => {
                self.push("`")?;
                for (position, text) in template.strings.iter().enumerate() {
                    self.push(&quote::template_chunk(text))?;
                    if let Some(value) = template.values.get(position) {
                        self.push("${")?;
                        self.expression(value)?;
                        self.push("}")?;
                    }
                }
                self.push("`")
            }
            Expression::String(value) => self.push(&quote::string_literal(value)),
            Expression::Number(digits) => self.push(digits),
            Expression::BigInt(digits) => {
                self.push(digits)?;
                self.push("n")
            }
            Expression::Boolean(value) => self.push(if *value { "true" } else { "false" }),
            Expression::Null => self.push("null"),
            Expression::Undefined => self.push("undefined"),
            Expression::Array(items) => {
                self.push("[")?;
                self.separated(items, ", ", Self::expression)?;
                self.push("]")
            }
            Expression::Object(object) => self.object(object),
            Expression::Arrow(arrow) => self.arrow(arrow),
            Expression::Unary(operator, operand) => {
                self.push(precedence::unary_symbol(*operator))?;
                let wrapped = precedence::prefixed_needs_parentheses(*operator, operand);
                self.wrapped(operand, wrapped)
            }
            Expression::Binary(binary) => {
                let operator = binary.operator;
                let needs = precedence::operand_needs_parentheses;
                self.wrapped(&binary.left, needs(operator, &binary.left, false))?;
                self.push(" ")?;
                self.push(precedence::symbol(operator))?;
                self.push(" ")?;
                self.wrapped(&binary.right, needs(operator, &binary.right, true))
            }
            Expression::Conditional {
                test,
                consequent,
                alternate,
            } => {
                self.at_least(test, precedence::Precedence::Coalesce)?;
                self.push(" ? ")?;
                let nested = matches!(**consequent, Expression::Conditional { .. });
                self.wrapped(consequent, nested)?;
                self.push(" : ")?;
                self.expression(alternate)
            }
            Expression::Await(operand) => {
                self.push("await ")?;
                self.at_least(operand, precedence::Precedence::Unary)
            }
            Expression::AsConst(operand) => {
                self.at_least(operand, precedence::Precedence::Unary)?;
                self.push(" as const")
            }
            Expression::As(operand, ty) => {
                self.at_least(operand, precedence::Precedence::Unary)?;
                self.push(" as ")?;
                self.ty(ty)
            }
            Expression::Satisfies(operand, ty) => {
                self.at_least(operand, precedence::Precedence::Unary)?;
                self.push(" satisfies ")?;
                self.ty(ty)
            }
            Expression::Spread(operand) => {
                self.push("...")?;
                self.expression(operand)
            }
            Expression::Pipeline(pipeline) => {
                if pipeline.calls.is_empty() {
                    self.expression(&pipeline.head)
                } else {
                    None
                }
            }
        }
    }

    pub(super) fn arguments(&mut self, arguments: &[Expression]) -> Option<()> {
        self.push("(")?;
        self.separated(arguments, ", ", Self::expression)?;
        self.push(")")
    }

    pub(super) fn parenthesised(&mut self, expression: &Expression) -> Option<()> {
        self.push("(")?;
        self.expression(expression)?;
        self.push(")")
    }

    fn wrapped(&mut self, expression: &Expression, parentheses: bool) -> Option<()> {
        if parentheses {
            self.parenthesised(expression)
        } else {
            self.expression(expression)
        }
    }

    fn at_least(
        &mut self,
        expression: &Expression,
        required: precedence::Precedence,
    ) -> Option<()> {
        self.wrapped(expression, precedence::of(expression) < required)
    }

    fn head(&mut self, head: &Expression) -> Option<()> {
        self.wrapped(head, precedence::head_needs_parentheses(head))
    }

    fn new_callee(&mut self, callee: &Expression) -> Option<()> {
        self.wrapped(callee, !precedence::is_plain_path(callee))
    }

    fn property(&mut self, name: &str, optional: bool) -> Option<()> {
        if quote::is_identifier(name) {
            self.push(if optional { "?." } else { "." })?;
            self.push(name)
        } else {
            self.push(if optional { "?.[" } else { "[" })?;
            self.push(&quote::string_literal(name))?;
            self.push("]")
        }
    }

    fn object(&mut self, object: &Object) -> Option<()> {
        if object.properties.is_empty() {
            return self.push("{}");
        }
        if object.expanded {
            return None;
        }
        self.push("{ ")?;
        self.separated(&object.properties, ", ", |flat, property| match property {
            Property::Value { key, value } => {
                if matches!(value, Expression::Identifier(name) if name == key) {
                    return flat.push(key);
                }
                flat.push(&key_text(key))?;
                flat.push(": ")?;
                flat.expression(value)
            }
            Property::Computed { key, value } => {
                flat.push("[")?;
                flat.expression(key)?;
                flat.push("]: ")?;
                flat.expression(value)
            }
            Property::Spread(value) => {
                flat.push("...")?;
                flat.expression(value)
            }
            Property::Comment(_) => None,
        })?;
        self.push(" }")
    }

    fn arrow(&mut self, arrow: &Arrow) -> Option<()> {
        if arrow.asynchronous {
            self.push("async ")?;
        }
        self.signature(&arrow.parameters, arrow.returns.as_ref())?;
        self.push(" => ")?;
        match &arrow.body {
            ArrowBody::Expression(body) => self.wrapped(body, precedence::begins_with_brace(body)),
            ArrowBody::Block(body) if is_empty(body) => self.push("{}"),
            ArrowBody::Block(_) => None,
        }
    }
}

/// The key of a property. `__proto__` as a plain key would set the prototype.
pub(in super::super) fn key_text(key: &str) -> String {
    if key == "__proto__" {
        "[\"__proto__\"]".to_owned()
    } else {
        quote::property_name(key)
    }
}
