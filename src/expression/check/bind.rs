//! Arguments against patterns, and the type variables that they decide.

use super::coerce::to_decimal;
use super::functions::Site;
use super::join::literal_record;
use super::{Checker, Want};
use crate::diagnostics::{codes::expressions as codes, list};
use crate::expression::functions::{Function, FunctionParameter, Pattern, Returns, Signature};
use crate::expression::syntax::Expr;
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::{DecimalWire, Field, Kind, Ty, Types, currency};

/// What the type variables of a signature stand for in one call.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    item: Option<Ty>,
    result: Option<Ty>,
    /// The most places of the decimals among the arguments.
    places: Places,
}

/// Decimal places of several values together.
#[derive(Clone, Copy, Debug, Default)]
enum Places {
    /// There is no decimal yet.
    #[default]
    None,
    AtMost(u32),
    /// Of one of them it is not known.
    Any,
}

impl Bound {
    fn decimal(&self) -> Kind {
        Kind::Decimal {
            places: match self.places {
                Places::AtMost(places) => Some(places),
                Places::None | Places::Any => None,
            },
            wire: DecimalWire::Number,
        }
    }

    fn saw_places(&mut self, places: Option<u32>) {
        self.places = match (self.places, places) {
            (Places::None, Some(places)) => Places::AtMost(places),
            (Places::AtMost(before), Some(places)) => Places::AtMost(before.max(places)),
            _ => Places::Any,
        };
    }

    /// The type that a pattern means, if all its variables are known.
    pub(super) fn instantiate(&self, pattern: &Pattern) -> Option<Ty> {
        Some(match pattern {
            Pattern::Any
            | Pattern::Function(..)
            | Pattern::Key
            | Pattern::PlainKey
            | Pattern::NumberOrText
            | Pattern::Textual => return None,
            Pattern::String
            | Pattern::NonEmpty
            | Pattern::Search
            | Pattern::Currency
            | Pattern::ReadFormat
            | Pattern::WriteFormat { .. }
            | Pattern::LocalText
            | Pattern::Words(_)
            | Pattern::Zone
            | Pattern::Duration
            | Pattern::DateText
            | Pattern::InstantText
            | Pattern::DecimalText
            | Pattern::IntegerText => Ty::new(Kind::STRING),
            Pattern::Boolean => Ty::new(Kind::Boolean),
            Pattern::Integer | Pattern::Constant { .. } => Ty::new(Kind::INTEGER),
            Pattern::Decimal => Ty::new(self.decimal()),
            Pattern::Date => Ty::new(Kind::DATE),
            Pattern::DateTime => Ty::new(Kind::DATE_TIME),
            Pattern::Item | Pattern::Plain => self.item.clone()?,
            Pattern::Result => self.result.clone()?,
            Pattern::Array(item) => Ty::new(Kind::array(self.instantiate(item)?)),
            Pattern::WordList => Ty::new(Kind::array(self.item.clone()?)),
            Pattern::Map(value) => Ty::new(Kind::map(self.instantiate(value)?)),
            Pattern::Lazy(inner) => self.instantiate(inner)?,
            Pattern::Optional(inner) => Ty {
                missing: true,
                null: true,
                ..self.instantiate(inner)?
            },
        })
    }

    /// Takes what the wanted result says about the variables.
    fn expect(&mut self, returns: &Returns, wanted: &Ty) {
        match returns {
            Returns::Is(pattern) | Returns::Maybe(pattern) => self.expect_pattern(pattern, wanted),
            _ => {}
        }
    }

    fn expect_pattern(&mut self, pattern: &Pattern, wanted: &Ty) {
        match (pattern, &wanted.kind) {
            (_, Kind::Error | Kind::Unknown | Kind::Nothing) => {}
            (Pattern::Item | Pattern::Plain, _) => self.item = Some(wanted.present()),
            (Pattern::Result, _) => self.result = Some(wanted.clone()),
            (Pattern::Array(Pattern::Item), Kind::Array(item)) => {
                self.item = Some(Ty::clone(item));
            }
            (Pattern::Array(pattern), Kind::Array(item)) => self.expect_pattern(pattern, item),
            _ => {}
        }
    }

    /// The type of the call; records that it needs are added to the types.
    pub(super) fn result(&self, returns: &Returns, arguments: &[Typed], types: &mut Types) -> Ty {
        match returns {
            Returns::Is(pattern) => self.instantiate(pattern).unwrap_or(Ty::ERROR),
            Returns::Maybe(pattern) => Ty {
                missing: true,
                ..self.instantiate(pattern).unwrap_or(Ty::ERROR)
            },
            Returns::Rounded(at) => {
                let places = arguments.get(*at).and_then(|argument| match argument.kind {
                    TypedKind::Integer(places) => u32::try_from(places).ok(),
                    _ => None,
                });
                let wire = DecimalWire::Number;
                Ty::new(Kind::Decimal { places, wire })
            }
            Returns::Truncated(_) => Ty::new(Kind::STRING),
            Returns::Major(at) => {
                let code = arguments
                    .get(*at)
                    .and_then(|argument| match &argument.kind {
                        TypedKind::String(code) => Some(code.as_str()),
                        _ => None,
                    });
                let places = match code {
                    Some(code) => currency::places(code),
                    None => Some(currency::MOST_PLACES),
                };
                let wire = DecimalWire::Number;
                Ty::new(Kind::Decimal { places, wire })
            }
            Returns::Groups => {
                let item = self.item.clone().unwrap_or(Ty::ERROR);
                let key = self.result.clone().unwrap_or(Ty::ERROR);
                pairs(types, [("key", key), ("items", Ty::new(Kind::array(item)))])
            }
            Returns::Entries => {
                let value = self.item.clone().unwrap_or(Ty::ERROR);
                let value = Ty {
                    missing: false,
                    ..value
                };
                pairs(types, [("key", Ty::new(Kind::STRING)), ("value", value)])
            }
        }
    }
}

/// An array of records of two fields.
fn pairs(types: &mut Types, fields: [(&str, Ty); 2]) -> Ty {
    let fields = fields
        .into_iter()
        .map(|(name, ty)| Field::new(name, ty))
        .collect();
    let id = literal_record(types, fields, Span::default());
    Ty::new(Kind::array(Ty::new(Kind::Record(id))))
}

impl Checker<'_> {
    /// A call by the one signature that can be meant: what is wanted and the first
    /// arguments say what the later ones should be.
    pub(super) fn apply_signature(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        site: &Site<'_>,
        receiver: Option<Typed>,
        arguments: &[Expr],
        want: Want<'_>,
    ) -> Typed {
        let mut bound = Bound::default();
        let mut must = false;
        if let Want::Must(ty) | Want::Hint(ty) = want {
            bound.expect(&signature.returns, ty);
            must = matches!(want, Want::Must(_));
        }
        // What is wanted only guides; the arguments decide.
        let mut hints = bound;
        let mut bound = Bound::default();
        let mut values = Vec::with_capacity(signature.parameters.len());
        let mut parameters = signature.parameters.iter();
        if let Some(receiver) = receiver
            && let Some(parameter) = parameters.next()
        {
            values.push(self.argument(function, parameter, receiver, &mut bound));
        }
        for (expr, parameter) in arguments.iter().zip(parameters) {
            if values.iter().any(Typed::is_error) {
                break;
            }
            if let Pattern::Function(takes, gives) = &parameter.pattern {
                bound.result = hints.result.clone();
                let value = self.function_argument(function, expr, takes, gives, &mut bound, must);
                values.push(value);
                continue;
            }
            if let Pattern::Lazy(inner) = parameter.pattern {
                // It becomes a function, in which TypeScript forgets what was tested.
                self.depth += 1;
                let hint = hints.instantiate(inner);
                let value = self.expr(expr, hint.as_ref().map_or(Want::Any, Want::Hint));
                self.depth -= 1;
                values.push(self.argument(function, parameter, value, &mut bound));
                continue;
            }
            hints.item = bound.item.clone().or(hints.item);
            let value = match hints.instantiate(&parameter.pattern) {
                Some(hint) => self.expr(expr, Want::Hint(&hint)),
                None => self.expr(expr, Want::Any),
            };
            values.push(self.argument(function, parameter, value, &mut bound));
        }
        self.finish_call(function, signature, site, values, &bound)
    }

    /// One argument against its parameter: reported where it does not fit, converted
    /// where it does.
    pub(super) fn argument(
        &mut self,
        function: &Function,
        parameter: &FunctionParameter,
        value: Typed,
        bound: &mut Bound,
    ) -> Typed {
        if value.is_error() {
            return value;
        }
        let pattern = &parameter.pattern;
        let needed = pattern.describe();
        let optional = matches!(
            pattern,
            Pattern::Optional(_) | Pattern::Any | Pattern::Lazy(_)
        );
        let span = value.span;
        let of_variants = match value.ty.kind {
            Kind::Union(id) => self.every_variant(id, |kind| pattern.accepts_variant(kind)),
            _ => true,
        };
        if value.ty.kind != Kind::Nothing && !(of_variants && pattern.accepts(&value.ty.kind)) {
            let found = self.describe(&value.ty);
            self.problem(
                &codes::TYPE_MISMATCH,
                span,
                format!("`{}` takes {needed}, not {found}", function.name),
                help_for(pattern, &value, function),
            );
            return Typed::error(span);
        }
        if function.name == "required" && matches!(pattern, Pattern::Optional(_)) {
            self.needless(&value);
            if value.ty.kind == Kind::Nothing {
                return Typed::error(span);
            }
        }
        let value = if optional {
            value
        } else {
            match self.present(value, &needed) {
                Some(value) => value,
                None => return Typed::error(span),
            }
        };
        if !self.literal_fits(pattern, &value) {
            return Typed::error(span);
        }
        self.bind(pattern, value, bound)
    }

    /// Reports asking for a value that is always there.
    fn needless(&mut self, value: &Typed) {
        if value.ty.kind == Kind::Nothing {
            self.problem(
                &codes::MAY_BE_ABSENT,
                value.span,
                format!("{} is always absent here", super::report::called(value)),
                "write a value that may be there, or a step with `fail`",
            );
        }
        if !value.ty.is_optional() && value.ty.kind != Kind::Unknown {
            let help = "write the value itself, without `required`";
            self.report(self.never_absent(value, value.span, help));
        }
    }

    fn bind(&mut self, pattern: &Pattern, value: Typed, bound: &mut Bound) -> Typed {
        let present = value.ty.present();
        match pattern {
            Pattern::Decimal => {
                let value = to_decimal(value);
                if let Kind::Decimal { places, .. } = value.ty.kind {
                    bound.saw_places(places);
                }
                value
            }
            Pattern::Optional(inner) | Pattern::Lazy(inner) => {
                if matches!(inner, Pattern::Item | Pattern::Optional(Pattern::Item)) {
                    bound.item = Some(present);
                }
                value
            }
            Pattern::WordList => self.bind_array(&Pattern::Item, value, bound),
            Pattern::Map(_) => {
                if let Kind::Map(item) = &value.ty.kind {
                    bound.item = Some(Ty::clone(item));
                }
                value
            }
            Pattern::Item | Pattern::Plain => match bound.item.clone() {
                None => {
                    bound.item = Some(present);
                    value
                }
                Some(item) => self.like_items(value, &item),
            },
            Pattern::Array(item) => self.bind_array(item, value, bound),
            _ => value,
        }
    }

    /// An item that is looked for among others: of their kind, whatever its values.
    fn like_items(&mut self, value: Typed, item: &Ty) -> Typed {
        if let (Kind::String(Some(items)), Kind::String(Some(texts))) = (&item.kind, &value.ty.kind)
            && !texts.iter().any(|text| items.contains(text))
        {
            let all = list(items.iter().map(|item| format!("`'{item}'`")));
            self.problem(
                &codes::NOT_IN_ENUM,
                value.span,
                "none of the items is ever this",
                format!("write one of {all}"),
            );
            return Typed::error(value.span);
        }
        let wanted = match &item.kind {
            Kind::String(_) => Ty::new(Kind::STRING),
            Kind::Nothing => return value,
            _ => item.present(),
        };
        self.coerce(value, &wanted)
    }

    fn bind_array(&mut self, item: &'_ Pattern, value: Typed, bound: &mut Bound) -> Typed {
        let Kind::Array(found) = &value.ty.kind else {
            return value;
        };
        let found = Ty::clone(found);
        let takes_absent = matches!(item, Pattern::Item | Pattern::Any | Pattern::Optional(_));
        if found.is_optional() && !takes_absent {
            let name = super::report::written(&value);
            self.problem(
                &codes::MAY_BE_ABSENT,
                value.span,
                "items of this array may be absent",
                format!("leave those out: `compact({name})`"),
            );
            return Typed::error(value.span);
        }
        match item {
            Pattern::Decimal => {
                match found.kind {
                    Kind::Decimal { places, .. } => bound.saw_places(places),
                    _ => bound.saw_places(Some(0)),
                }
                value
            }
            Pattern::Optional(_) => {
                bound.item = Some(found.present());
                value
            }
            Pattern::Item | Pattern::Plain => match bound.item.clone() {
                None => {
                    bound.item = Some(found);
                    value
                }
                Some(before) => {
                    // Of the first array's type, or one that holds both.
                    let of = |item: Ty| Ty::new(Kind::array(item));
                    if before.kind == Kind::Nothing {
                        bound.item = Some(found);
                        return value;
                    }
                    if self.fits(&value.ty, &of(before.clone())) {
                        return value;
                    }
                    match self.join(&before, &found) {
                        Some(joined)
                            if joined.kind == found.kind
                                || joined.kind == before.kind
                                || matches!(joined.kind, Kind::String(_)) =>
                        {
                            bound.item = Some(joined);
                            value
                        }
                        _ => self.coerce(value, &of(before)),
                    }
                }
            },
            _ => value,
        }
    }

    /// An arrow function, or the name of something to call, as an argument.
    fn function_argument(
        &mut self,
        function: &Function,
        expr: &Expr,
        takes: &'static [Pattern],
        gives: &'static Pattern,
        bound: &mut Bound,
        must: bool,
    ) -> Typed {
        let parameters: Vec<Ty> = takes
            .iter()
            .map(|pattern| bound.instantiate(pattern).unwrap_or(Ty::ERROR))
            .collect();
        let wanted = bound.instantiate(gives);
        let want = match (&wanted, gives) {
            (None, _) => Want::Any,
            // A condition has its own words.
            (Some(_), Pattern::Boolean) => Want::Any,
            (Some(ty), _) if must => Want::Must(ty),
            (Some(ty), _) => Want::Hint(ty),
        };
        let value = self.callback(function, expr, &parameters, gives, want);
        if value.is_error() {
            return value;
        }
        // What must come out is fixed; otherwise it is what comes out.
        let fixed = must && wanted.is_some();
        match (gives, &value.ty.kind) {
            _ if fixed => {}
            (Pattern::Result | Pattern::Key | Pattern::PlainKey, _) => {
                bound.result = Some(value.ty.clone());
            }
            (Pattern::Array(Pattern::Result), Kind::Array(item)) => {
                bound.result = Some(Ty::clone(item));
            }
            _ => {}
        }
        value
    }
}

/// What to write where an argument is of another kind.
fn help_for(pattern: &Pattern, value: &Typed, function: &Function) -> String {
    let name = super::report::written(value);
    match (pattern, &value.ty.kind) {
        (Pattern::Decimal, Kind::String(_)) => format!("convert it: `decimal({name})`"),
        (Pattern::Integer, Kind::String(_)) => format!("convert it: `integer({name})`"),
        (Pattern::DateTime, Kind::String(_)) => format!("convert it: `instant({name})`"),
        (Pattern::Date, Kind::String(_)) => format!("convert it: `date({name})`"),
        (Pattern::String, Kind::Integer(_) | Kind::Decimal { .. } | Kind::Boolean) => {
            format!("convert it: `text({name})`")
        }
        (Pattern::Array(Pattern::String), Kind::Array(item))
            if matches!(item.kind, Kind::Integer(_) | Kind::Decimal { .. }) =>
        {
            format!("convert the items: `{name}.map(item => text(item))`")
        }
        _ => format!("for example `{}`", function.example),
    }
}
