//! Calls: of the language's functions, of mappings, of the user's TypeScript.

use super::Lower;
use crate::emit::typescript::ast::{Expression, Operator, Parameter, Property, UnaryOperator};
use crate::emit::typescript::project::FunctionName;
use crate::emit::typescript::runtime::Helper;
use crate::emit::typescript::types as ts;
use crate::expression::functions::Emit;
use crate::expression::{CallableId, CallableKind, Typed, TypedKind};
use crate::types::{Currency, DecimalWire, Kind, Ty};

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
            Emit::Method("concat") if !optional && differ(arguments) => {
                let items = lowered.into_iter().flat_map(|items| match items {
                    Expression::Array(items) => items,
                    items => vec![Expression::Spread(Box::new(items))],
                });
                Expression::Array(items.collect())
            }
            Emit::Method(name) => method_call(name, lowered, optional),
            Emit::Property(name) => {
                let receiver = lowered.pop().unwrap_or(Expression::Undefined);
                receiver.member_of(name, optional)
            }
            Emit::Helper(name) => match Helper::named(name) {
                Some(helper) => self.helper(helper, lowered),
                None => Expression::call(name, lowered),
            },
            Emit::Global(name) => Expression::call(name, lowered),
            Emit::Text(name) => text_method(name, arguments, lowered, optional),
            Emit::Replace(name) => self.replace(name, arguments, lowered, optional),
            Emit::Lazy(name) => {
                let lazily = lowered
                    .into_iter()
                    .map(|value| Expression::arrow(Vec::new(), value));
                let lazily = lazily.collect();
                match Helper::named(name) {
                    Some(helper) => self.helper(helper, lazily),
                    None => Expression::call(name, lazily),
                }
            }
            Emit::Sort => {
                let by_instant = arguments
                    .get(1)
                    .is_some_and(|key| matches!(key.ty.kind, Kind::DateTime(_)));
                let helper = if by_instant {
                    Helper::SortByInstant
                } else {
                    Helper::SortBy
                };
                self.helper(helper, lowered)
            }
            Emit::Json => self.json_text(arguments, lowered),
            Emit::Hash => {
                let text = self.json_text(arguments, lowered);
                self.helper(Helper::Sha256, vec![text])
            }
            Emit::Calendar { back } => {
                if back && let Some(amount) = lowered.get_mut(1) {
                    *amount = negative(std::mem::replace(amount, Expression::Undefined));
                }
                self.helper(Helper::AddToDate, lowered)
            }
            Emit::Shift(name) => self.shift(name, arguments, lowered),
            Emit::Identity => lowered.pop().unwrap_or(Expression::Undefined),
        }
    }

    /// `text.replaceAll(old, new)`, in which `$` means nothing.
    fn replace(
        &mut self,
        name: &str,
        arguments: &[Typed],
        mut lowered: Vec<Expression>,
        optional: bool,
    ) -> Expression {
        let plain = matches!(
            arguments.get(2).map(|new| &new.kind),
            Some(TypedKind::String(text)) if !text.contains('$')
        );
        if !plain && let Some(new) = lowered.pop() {
            let literal = self.helper(Helper::Literally, vec![new]);
            lowered.push(literal);
        }
        // Only an empty old text stands between the halves of a character.
        let empty = !matches!(
            arguments.get(1).map(|old| &old.ty.kind),
            Some(Kind::String(Some(texts))) if texts.iter().all(|text| !text.is_empty())
        );
        let replaced = method_call(name, lowered, optional);
        if name == "replaceAll" && empty {
            replaced.method("toWellFormed", Vec::new())
        } else {
            replaced
        }
    }

    /// A value as the text of its JSON.
    fn json_text(&mut self, arguments: &[Typed], lowered: Vec<Expression>) -> Expression {
        let values = arguments.iter().zip(lowered);
        let values = values.map(|(argument, value)| self.written(argument, value));
        let values = values.collect();
        self.helper(Helper::Json, values)
    }

    /// A value as JSON; an object literal field by field.
    pub(super) fn written(&mut self, typed: &Typed, lowered: Expression) -> Expression {
        match (&typed.kind, lowered) {
            (TypedKind::Object(fields), Expression::Object(mut object))
                if self.is_plain(&typed.ty) =>
            {
                for property in &mut object.properties {
                    if let Property::Value { key, value } = property
                        && let Some(field) = fields.iter().find(|field| field.name == *key)
                    {
                        let plain = std::mem::replace(value, Expression::Undefined);
                        *value = self.written(&field.value, plain);
                    }
                }
                Expression::Object(object)
            }
            (_, lowered) => ts::encoded(&typed.ty, lowered, self.roots.types, self.imports),
        }
    }

    /// Whether each field of a literal's type travels by its own type alone, and not as
    /// a declared record or by a currency beside it.
    fn is_plain(&self, ty: &Ty) -> bool {
        let by_neighbour = |kind: &Kind| {
            matches!(
                kind,
                Kind::Decimal {
                    wire: DecimalWire::Minor(Currency::Property(_)),
                    ..
                }
            )
        };
        match ty.kind {
            Kind::Record(id) => {
                let record = self.roots.types.record(id);
                let mut fields = record.fields.iter();
                record.identifier.is_empty() && !fields.any(|field| by_neighbour(&field.ty.kind))
            }
            _ => false,
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

/// `first.name(others)`
fn method_call(name: &str, mut lowered: Vec<Expression>, optional: bool) -> Expression {
    let rest = lowered.split_off(lowered.len().min(1));
    let receiver = lowered.pop().unwrap_or(Expression::Undefined);
    receiver.member_of(name, optional).called(rest)
}

/// A method of text that may leave half a character.
fn text_method(
    name: &str,
    arguments: &[Typed],
    lowered: Vec<Expression>,
    optional: bool,
) -> Expression {
    let whole = match (name, arguments.get(2).map(|fill| &fill.kind)) {
        ("padStart" | "padEnd", None) => true,
        // Of what is not made of pairs, none is cut.
        ("padStart" | "padEnd", Some(TypedKind::String(fill))) => {
            fill.chars().all(|character| character.len_utf16() == 1)
        }
        _ => false,
    };
    let called = method_call(name, lowered, optional);
    if whole {
        return called;
    }
    called
        .member_of("toWellFormed", name == "at")
        .called(Vec::new())
}

/// `-3` of `3`, and `-n` of `n`.
fn negative(amount: Expression) -> Expression {
    match amount {
        Expression::Number(digits) => Expression::Number(match digits.strip_prefix('-') {
            Some(positive) => positive.to_owned(),
            None if digits == "0" => digits,
            None => format!("-{digits}"),
        }),
        amount => Expression::Unary(UnaryOperator::Minus, Box::new(amount)),
    }
}

/// Whether two arrays are of different items, such as words and other words: then
/// TypeScript's `concat` of the one does not take the other.
fn differ(arrays: &[Typed]) -> bool {
    match arrays {
        [first, second] => match (&first.ty.kind, &second.ty.kind) {
            (Kind::Array(first), Kind::Array(second)) => {
                first != second && second.kind != Kind::Nothing
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether what the method gives is made of the items.
fn keeps_items(method: &str) -> bool {
    matches!(
        method,
        "map"
            | "flatMap"
            | "filter"
            | "find"
            | "findLast"
            | "at"
            | "concat"
            | "slice"
            | "toReversed"
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
