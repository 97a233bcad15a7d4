//! Evaluates typed trees: the order of evaluation, what is left out, and the names.

use super::failure::{Failure, Halted, Stop};
use super::functions::{self, Argument, Arguments};
use super::observe::{Observer, Side};
use super::text::Text;
use super::{Decimal, Value, codec, json, operators};
use crate::expression::functions::{Function, Pattern, Signature};
use crate::expression::{
    CallableId, CallableKind, Coercion, Field, NameKind, TemplatePart, Typed, TypedKind,
};
use crate::model::Model;
use crate::source::{Span, Spanned};
use crate::types::{Kind, Types};

/// What an evaluation may cost: nodes evaluated, and characters and items made.
const BUDGET: usize = 20_000_000;

/// How deep evaluations may nest, mappings that call mappings included.
const DEPTH: usize = 1_000;

/// Why an expression gives no value to what is around it.
#[derive(Debug)]
pub(super) enum Halt {
    /// The object of a `?.` is absent, so the chain around it is.
    Absent,
    Stop(Stop),
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Stop(failure.into())
    }
}

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Absent => Self::Fault("a `?.` stands in no chain"),
            Halt::Stop(stop) => stop,
        }
    }
}

type Given = Result<Value, Halt>;

/// One evaluation under way.
pub(super) struct Machine<'r, 'm> {
    model: &'m Model,
    /// `constants`, `variables`, `trigger` and the other roots.
    roots: &'r [(NameKind, Value)],
    /// Inputs, lets and parameters of the mapping that is being evaluated.
    locals: Vec<(&'m str, Value)>,
    observer: &'r mut dyn Observer,
    left: usize,
    depth: usize,
    /// The innermost expression that stopped the evaluation.
    stopped_at: Option<Span>,
}

impl<'r, 'm> Machine<'r, 'm> {
    pub fn new(
        model: &'m Model,
        roots: &'r [(NameKind, Value)],
        observer: &'r mut dyn Observer,
    ) -> Self {
        Self {
            model,
            roots,
            locals: Vec::new(),
            observer,
            left: BUDGET,
            depth: 0,
            stopped_at: None,
        }
    }

    /// Where, and why, the evaluation stopped.
    pub fn halted(self, halt: Halt) -> Halted {
        Halted {
            stop: halt.into(),
            span: self.stopped_at,
            place: Vec::new(),
        }
    }

    /// Takes from what the evaluation may cost.
    pub fn charge(&mut self, cost: usize) -> Result<(), Halt> {
        match self.left.checked_sub(cost) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Stop::Limit("work or memory").into()),
        }
    }

    /// The result of a mapping for its inputs.
    pub fn mapping(&mut self, index: usize, inputs: Vec<(&'m str, Value)>) -> Given {
        let model = self.model;
        let Some(mapping) = model.mappings.get(index) else {
            return Err(Stop::Fault("a mapping is called that is not there").into());
        };
        let outer = std::mem::replace(&mut self.locals, inputs);
        let result = self.body(&mapping.lets, mapping.body.as_ref());
        self.locals = outer;
        result
    }

    fn body(&mut self, lets: &'m [(Spanned<String>, Typed)], body: Option<&'m Typed>) -> Given {
        for (name, typed) in lets {
            let value = self.eval(typed)?;
            self.locals.push((&name.value, value));
        }
        self.eval(body.ok_or(WRONG)?)
    }

    /// Calls an arrow function, or a mapping by its name.
    pub fn lambda(&mut self, function: &'m Typed, arguments: &[Value]) -> Given {
        match &function.kind {
            TypedKind::Lambda { parameters, body } => {
                let known = self.locals.len();
                self.locals.extend(
                    parameters
                        .iter()
                        .zip(arguments)
                        .map(|(parameter, value)| (parameter.name.as_str(), value.clone())),
                );
                let result = self.eval(body);
                self.locals.truncate(known);
                result
            }
            TypedKind::Reference {
                kind,
                callable,
                name,
            } => {
                let first = arguments.iter().take(1).cloned().collect();
                self.apply(*kind, *callable, name, first)
            }
            _ => Err(Stop::Fault("what is called is no function").into()),
        }
    }

    /// The value of an argument that is evaluated when it is asked for; missing where the
    /// data made it fail.
    pub fn attempt(&mut self, code: &'m Typed) -> Given {
        match self.eval(code) {
            Ok(value) if value.is_absent() => Ok(Value::Missing),
            Err(Halt::Stop(Stop::Failed(_))) => {
                self.stopped_at = None;
                Ok(Value::Missing)
            }
            given => given,
        }
    }

    pub const fn types(&self) -> &'m Types {
        &self.model.types
    }

    /// [`Machine::lambda`], of a test.
    pub fn test(&mut self, function: &'m Typed, arguments: &[Value]) -> Result<bool, Halt> {
        truth(&self.lambda(function, arguments)?)
    }

    pub fn eval(&mut self, typed: &'m Typed) -> Given {
        self.charge(1)?;
        if self.depth >= DEPTH {
            return Err(Stop::Limit("nesting").into());
        }
        self.depth += 1;
        let result = self.node(typed);
        self.depth -= 1;
        if matches!(result, Err(Halt::Stop(_))) && self.stopped_at.is_none() {
            self.stopped_at = Some(typed.span);
        }
        result
    }

    fn node(&mut self, typed: &'m Typed) -> Given {
        match &typed.kind {
            TypedKind::Error => Err(WRONG.into()),
            TypedKind::Null => Ok(Value::Null),
            TypedKind::Boolean(flag) => Ok(Value::Boolean(*flag)),
            TypedKind::Integer(number) => Ok(Value::Integer(*number)),
            TypedKind::Decimal(digits) => Ok(Value::Decimal(Decimal::read(digits)?)),
            TypedKind::String(text) => Ok(Value::text(text)),
            TypedKind::Template(parts) => self.template(parts),
            TypedKind::Name { name, kind } => self.name(name, *kind),
            TypedKind::Member {
                object,
                name,
                optional,
            } => Ok(self.object(object, *optional)?.get(name)),
            TypedKind::Lookup { map, key, .. } => {
                let map = self.eval(map)?;
                Ok(match (map, self.eval(key)?) {
                    (Value::Object(map), Value::String(key)) => {
                        map.get(&key).cloned().unwrap_or(Value::Missing)
                    }
                    _ => Value::Missing,
                })
            }
            TypedKind::Index {
                array,
                index,
                optional,
            } => {
                let array = self.object(array, *optional)?;
                let index = self.eval(index)?;
                operators::item(&array, &index)
            }
            TypedKind::Chain(value) => match self.eval(value) {
                Err(Halt::Absent) => Ok(Value::Missing),
                given => given,
            },
            TypedKind::Narrowed { value, .. } => self.eval(value),
            TypedKind::Not(value) => Ok(Value::Boolean(!self.truth(value)?)),
            TypedKind::Negate { number, value } => {
                let value = self.eval(value)?;
                operators::negate(*number, &value)
            }
            TypedKind::Arithmetic {
                operator,
                number,
                left,
                right,
            } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                operators::arithmetic(*operator, *number, &left, &right)
            }
            TypedKind::Concatenate { left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                self.joined(&[left, right])
            }
            TypedKind::Compare {
                operator,
                operand,
                left,
                right,
            } => operators::compare(self, *operator, *operand, left, right),
            TypedKind::IsAbsent { value, negated } => {
                Ok(Value::Boolean(self.eval(value)?.is_absent() != *negated))
            }
            TypedKind::IsClass {
                value,
                class,
                negated,
            } => {
                let is = self.eval(value)?.class() == Some(*class);
                Ok(Value::Boolean(is != *negated))
            }
            TypedKind::And { left, right } => self.decided(typed, left, right, false),
            TypedKind::Or { left, right } => self.decided(typed, left, right, true),
            TypedKind::Coalesce { left, right } => self.coalesce(typed, left, right),
            TypedKind::Conditional {
                test,
                then,
                otherwise,
            } => {
                if self.truth(test)? {
                    self.observer.side(typed, Side::First);
                    self.eval(then)
                } else {
                    self.observer.side(typed, Side::Second);
                    self.eval(otherwise)
                }
            }
            TypedKind::Array(items) => {
                let items: Result<Vec<Value>, Halt> =
                    items.iter().map(|item| self.eval(item)).collect();
                Ok(Value::array(items?))
            }
            TypedKind::Object(fields) => self.record(fields),
            TypedKind::Call {
                function,
                signature,
                arguments,
                optional,
            } => self.call(function, signature, arguments, *optional),
            TypedKind::Apply {
                kind,
                callable,
                name,
                arguments,
            } => {
                let arguments: Result<Vec<Value>, Halt> =
                    arguments.iter().map(|value| self.eval(value)).collect();
                self.apply(*kind, *callable, name, arguments?)
            }
            TypedKind::Lambda { .. } | TypedKind::Reference { .. } => {
                Err(Stop::Fault("a function stands where a value is").into())
            }
            TypedKind::Coerce { coercion, value } => self.coerce(*coercion, value),
        }
    }

    /// The object of a link of a chain. An absent one ends the chain after a `?.`.
    fn object(&mut self, object: &'m Typed, optional: bool) -> Given {
        let value = self.eval(object)?;
        match (value.is_absent(), optional) {
            (false, _) => Ok(value),
            (true, true) => Err(Halt::Absent),
            (true, false) => Err(Stop::Fault("a field of something absent is read").into()),
        }
    }

    fn name(&self, name: &str, kind: NameKind) -> Given {
        let found = match kind {
            NameKind::Input | NameKind::Let | NameKind::Parameter => self
                .locals
                .iter()
                .rev()
                .find(|(local, _)| *local == name)
                .map(|(_, value)| value),
            _ => self
                .roots
                .iter()
                .find(|(root, _)| *root == kind)
                .map(|(_, value)| value),
        };
        let found = found.cloned();
        found.ok_or_else(|| Stop::Fault("a name has no value").into())
    }

    fn truth(&mut self, typed: &'m Typed) -> Result<bool, Halt> {
        truth(&self.eval(typed)?)
    }

    /// `&&` and `||`: the left side decides where it is `decisive`.
    fn decided(
        &mut self,
        whole: &Typed,
        left: &'m Typed,
        right: &'m Typed,
        decisive: bool,
    ) -> Given {
        let decides = self.truth(left)? == decisive;
        let side = if decides { Side::First } else { Side::Second };
        self.observer.side(whole, side);
        if decides {
            Ok(Value::Boolean(decisive))
        } else {
            self.eval(right)
        }
    }

    fn coalesce(&mut self, whole: &Typed, left: &'m Typed, right: &'m Typed) -> Given {
        let left = self.eval(left)?;
        if left.is_absent() {
            self.observer.side(whole, Side::Second);
            self.eval(right)
        } else {
            self.observer.side(whole, Side::First);
            Ok(left)
        }
    }

    fn record(&mut self, fields: &'m [Field]) -> Given {
        let mut entries = Vec::with_capacity(fields.len());
        for field in fields {
            let value = self.eval(&field.value)?;
            self.observer.field(field);
            entries.push((Text::from(field.name.as_str()), value));
        }
        Ok(Value::object(entries))
    }

    fn template(&mut self, parts: &'m [TemplatePart]) -> Given {
        let mut values = Vec::with_capacity(parts.len());
        for part in parts {
            values.push(match part {
                TemplatePart::Text(text) => Value::text(text),
                TemplatePart::Value(value) => self.eval(value)?,
            });
        }
        self.joined(&values)
    }

    /// Strings, numbers and booleans as one string.
    fn joined(&mut self, values: &[Value]) -> Given {
        let mut all: Vec<u16> = Vec::new();
        for value in values {
            let text = functions::text(value).ok_or(Stop::Fault("what is no text is joined"))?;
            self.charge(text.len())?;
            all.extend_from_slice(text.units());
        }
        Ok(Value::String(all.into()))
    }

    fn call(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        arguments: &'m [Typed],
        optional: bool,
    ) -> Given {
        let mut list = Vec::with_capacity(arguments.len());
        for (at, argument) in arguments.iter().enumerate() {
            let pattern = signature.parameters.get(at).map(|taken| &taken.pattern);
            list.push(match &argument.kind {
                TypedKind::Lambda { .. } | TypedKind::Reference { .. } => Argument::Code(argument),
                _ if matches!(pattern, Some(Pattern::Lazy(_))) => Argument::Code(argument),
                _ if at == 0 && optional => Argument::Value(self.object(argument, true)?),
                _ => Argument::Value(self.eval(argument)?),
            });
        }
        let arguments = Arguments {
            signature,
            list: &list,
            written: arguments,
        };
        let given = functions::call(self, function, &arguments);
        if self.observer.wants_calls() {
            let values: Vec<Option<Value>> = list
                .into_iter()
                .map(|argument| match argument {
                    Argument::Value(value) => Some(value),
                    Argument::Code(_) => None,
                })
                .collect();
            match &given {
                Ok(value) => self
                    .observer
                    .called(function, signature, &values, Ok(value)),
                Err(Halt::Stop(stop)) => {
                    self.observer
                        .called(function, signature, &values, Err(stop));
                }
                Err(Halt::Absent) => {}
            }
        }
        given
    }

    /// A mapping with its arguments; a function in TypeScript is Deno's.
    fn apply(
        &mut self,
        kind: CallableKind,
        callable: CallableId,
        name: &str,
        arguments: Vec<Value>,
    ) -> Given {
        if kind == CallableKind::Function {
            return Err(Stop::NeedsDeno(name.to_owned()).into());
        }
        let model = self.model;
        let index = callable.0 as usize;
        let Some(mapping) = model.mappings.get(index) else {
            return Err(WRONG.into());
        };
        let argument = arguments.into_iter().next().unwrap_or(Value::Missing);
        let inputs = match mapping.inputs.as_slice() {
            [(only, _)] if mapping.single => vec![(only.value.as_str(), argument)],
            named => named
                .iter()
                .map(|(name, _)| (name.value.as_str(), argument.get(&name.value)))
                .collect(),
        };
        self.mapping(index, inputs)
    }

    fn coerce(&mut self, coercion: Coercion, inner: &'m Typed) -> Given {
        let value = self.eval(inner)?;
        Ok(match (coercion, value) {
            (Coercion::IntegerToDecimal, Value::Integer(integer)) => Value::Decimal(integer.into()),
            (Coercion::Text, value) => functions::text(&value).map_or(value, Value::String),
            (Coercion::NullToMissing, Value::Null) => Value::Missing,
            (Coercion::MissingToNull, Value::Missing) => Value::Null,
            (Coercion::Json, value) => self.any_json(&value, inner)?,
            (_, value) => value,
        })
    }

    /// A value of a known type where any JSON may stand.
    fn any_json(&mut self, value: &Value, typed: &Typed) -> Given {
        let structured = matches!(
            typed.ty.kind,
            Kind::Record(_) | Kind::Array(_) | Kind::Map(_)
        );
        if structured && typed.ty.is_optional() && value.is_absent() {
            return Ok(Value::Null);
        }
        let written = codec::encode(value, &typed.ty, &self.model.types)?;
        if structured {
            Ok(json::as_json(&written)?)
        } else {
            Ok(written)
        }
    }
}

const WRONG: Stop = Stop::Fault("an expression that is wrong is evaluated");

fn truth(value: &Value) -> Result<bool, Halt> {
    match value {
        Value::Boolean(flag) => Ok(*flag),
        _ => Err(Stop::Fault("a condition is no boolean").into()),
    }
}
