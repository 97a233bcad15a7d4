//! Calls: of the language's functions, of mappings, of the user's TypeScript.

use super::Lower;
use crate::emit::typescript::ast::{Expression, Operator, Parameter};
use crate::emit::typescript::project::FunctionName;
use crate::emit::typescript::runtime::Helper;
use crate::expression::functions::Emit;
use crate::expression::{CallableId, CallableKind, Typed, TypedKind};
use crate::types::Kind;

impl<'r> Lower<'_, 'r> {
    pub(super) fn call(&mut self, emit: Emit, arguments: &[Typed], optional: bool) -> Expression {
        if let (Emit::Method("includes"), [items, item]) = (emit, arguments)
            && is_narrower(items, item)
        {
            return self.includes(items, item, optional);
        }
        let mut lowered: Vec<Expression> = arguments
            .iter()
            .enumerate()
            .map(|(at, argument)| {
                // An array that a method is called on has no type but its own, nor has
                // what a function gives there.
                let inferred = self.inferred;
                self.inferred = match emit {
                    Emit::Method(name) if at == 0 => keeps_items(name),
                    Emit::Method(_) => {
                        inferred && matches!(argument.kind, TypedKind::Lambda { .. })
                    }
                    Emit::Identity => inferred,
                    _ => false,
                };
                let value = self.expression(argument);
                self.inferred = inferred;
                value
            })
            .collect();
        match emit {
            Emit::Method(name) => {
                let rest = lowered.split_off(lowered.len().min(1));
                let receiver = lowered.pop().unwrap_or(Expression::Undefined);
                receiver.member_of(name, optional).called(rest)
            }
            Emit::Property(name) => {
                let receiver = lowered.pop().unwrap_or(Expression::Undefined);
                receiver.member_of(name, optional)
            }
            Emit::Helper(name) => match Helper::named(name) {
                Some(helper) => self.helper(helper, lowered),
                None => Expression::call(name, lowered),
            },
            Emit::Global(name) => Expression::call(name, lowered),
            Emit::Shift(name) => self.shift(name, arguments, lowered),
            Emit::Identity => lowered.pop().unwrap_or(Expression::Undefined),
        }
    }

    /// `items.some((item) => item === value)`: TypeScript's `includes` takes nothing but
    /// what the items can be.
    fn includes(&mut self, items: &Typed, value: &Typed, optional: bool) -> Expression {
        let value = self.expression(value);
        let name = self.locals.free("item").into_owned();
        let test = Expression::binary(Expression::identifier(&name), Operator::Equal, value);
        self.expression(items)
            .member_of("some", optional)
            .called(vec![Expression::arrow(
                vec![Parameter::untyped(name)],
                test,
            )])
    }

    /// `plus(instant, 24, 'hours')` as `plus(instant, "24h")`.
    fn shift(
        &mut self,
        name: &str,
        arguments: &[Typed],
        mut lowered: Vec<Expression>,
    ) -> Expression {
        let unit = match arguments.get(2).map(|unit| &unit.kind) {
            Some(TypedKind::String(word)) => match word.as_str() {
                "milliseconds" => "ms",
                "seconds" => "s",
                "minutes" => "m",
                "hours" => "h",
                _ => "d",
            },
            _ => "d",
        };
        lowered.truncate(2);
        let amount = lowered.pop().unwrap_or(Expression::Undefined);
        let duration = match amount {
            Expression::Number(digits) => Expression::string(format!("{digits}{unit}")),
            amount => Expression::template(vec![String::new(), unit.to_owned()], vec![amount]),
        };
        lowered.push(duration);
        match Helper::named(name) {
            Some(helper) => self.helper(helper, lowered),
            None => Expression::call(name, lowered),
        }
    }

    pub(super) fn callable(
        &self,
        kind: CallableKind,
        callable: CallableId,
    ) -> Option<&'r FunctionName> {
        let list = match kind {
            CallableKind::Mapping => self.roots.mappings,
            CallableKind::Function => self.roots.functions,
        };
        list.get(callable.0 as usize)
    }

    /// A call of a mapping or a function; a mapping that reads variables takes them last.
    pub(super) fn apply(
        &mut self,
        kind: CallableKind,
        callable: CallableId,
        mut arguments: Vec<Expression>,
    ) -> Expression {
        let Some(own) = self.callable(kind, callable) else {
            return Expression::Undefined;
        };
        match &own.exported {
            Some(exported) => self.imports.value_as(&own.module, exported, &own.name),
            None => self.imports.value(&own.module, &own.name),
        }
        if own.takes_variables {
            arguments.push(Expression::identifier("variables"));
        }
        Expression::call(&own.name, arguments)
    }
}

/// Whether what the method gives is made of the items.
fn keeps_items(method: &str) -> bool {
    matches!(
        method,
        "map" | "flatMap" | "filter" | "find" | "at" | "concat" | "slice"
    )
}

/// Whether the items of an array are some words, and the other value may be another.
fn is_narrower(items: &Typed, item: &Typed) -> bool {
    // Literal words are strings to TypeScript.
    if let TypedKind::Array(words) = &items.kind
        && words
            .iter()
            .all(|word| matches!(word.kind, TypedKind::String(_)))
    {
        return false;
    }
    let Kind::Array(words) = &items.ty.kind else {
        return false;
    };
    match (&words.kind, &item.ty.kind) {
        (Kind::String(Some(_)), Kind::String(None)) => true,
        (Kind::String(Some(words)), Kind::String(Some(values))) => {
            values.iter().any(|value| !words.contains(value))
        }
        _ => false,
    }
}
