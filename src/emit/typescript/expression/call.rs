//! Calls: of the language's functions, of mappings, of the user's TypeScript.

use super::Lower;
use crate::emit::typescript::ast::Expression;
use crate::emit::typescript::runtime::Helper;
use crate::expression::functions::Emit;
use crate::expression::{CallableId, CallableKind, Typed, TypedKind};

impl Lower<'_, '_> {
    pub(super) fn call(&mut self, emit: Emit, arguments: &[Typed], optional: bool) -> Expression {
        let mut lowered: Vec<Expression> = arguments
            .iter()
            .enumerate()
            .map(|(at, argument)| {
                // Arguments of a helper have its parameters' types; a receiver has its own.
                let inferred = self.inferred;
                self.inferred = inferred && at == 0;
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

    /// A call of a mapping or a function; a mapping that reads variables takes them last.
    pub(super) fn apply(
        &mut self,
        kind: CallableKind,
        callable: CallableId,
        mut arguments: Vec<Expression>,
    ) -> Expression {
        let list = match kind {
            CallableKind::Mapping => self.roots.mappings,
            CallableKind::Function => self.roots.functions,
        };
        let Some(own) = list.get(callable.0 as usize) else {
            return Expression::Undefined;
        };
        self.imports.value(&own.module, &own.name);
        if own.takes_variables {
            arguments.push(Expression::identifier("variables"));
        }
        Expression::call(&own.name, arguments)
    }
}
