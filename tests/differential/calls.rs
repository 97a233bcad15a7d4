//! Calls of the functions of the table, each argument after its pattern.

use std::rc::Rc;

use gusset::expression::functions::{self, Form, Function, Pattern, Returns, Signature};

use crate::expressions::Writer;
use crate::shape::{Flavour, WORDS};
use crate::sort::Sort;
use crate::values::{CURRENCIES, ZONES};

/// What the type variables of a signature stand for.
#[derive(Clone, Debug, Default)]
struct Bound {
    item: Option<Sort>,
    result: Option<Sort>,
    /// What is replaced stands before what replaces it.
    searched: bool,
}

/// Every function with each of its signatures.
pub fn all() -> impl Iterator<Item = (&'static Function, &'static Signature)> {
    functions::all().flat_map(|function| {
        function
            .signatures
            .iter()
            .map(move |signature| (function, signature))
    })
}

impl Writer<'_> {
    /// A call of some function that gives the sort, of those that were used least.
    pub fn call(&mut self, sort: &Sort, depth: usize) -> String {
        let fitting: Vec<_> = all()
            .filter_map(|(function, signature)| {
                let (bound, maybe) = gives(&signature.returns, sort)?;
                Some((function, signature, bound, maybe))
            })
            .collect();
        if fitting.is_empty() {
            return self.leaf(sort);
        }
        let mappings: Vec<(String, Sort)> = self
            .mappings
            .iter()
            .filter(|(_, _, to)| to == sort)
            .map(|(name, from, _)| (name.clone(), from.clone()))
            .collect();
        if !mappings.is_empty() && self.random.one_in(3) {
            let (name, from) = self.random.pick(&mappings).clone();
            let argument = self.value(&from, depth);
            return format!("{name}({argument})");
        }
        let one = self.random.pick(&fitting).clone();
        let other = self.random.pick(&fitting).clone();
        let count = |name: &str| self.used.get(name).copied().unwrap_or(0);
        let (function, signature, bound, maybe) = if count(one.0.name) <= count(other.0.name) {
            one
        } else {
            other
        };
        let call = self.written(function, signature, bound, depth);
        if maybe {
            let instead = self.leaf(sort);
            format!("({call} ?? {instead})")
        } else {
            call
        }
    }

    /// A call of this function, with arguments as simple as can be. Each variant has
    /// another of the words that it takes.
    pub fn directed(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        variant: usize,
    ) -> String {
        self.variant = Some(variant);
        let text = self.written(function, signature, Bound::default(), 0);
        self.variant = None;
        text
    }

    fn written(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        mut bound: Bound,
        depth: usize,
    ) -> String {
        *self.used.entry(function.name).or_default() += 1;
        let mut arguments = Vec::new();
        for (at, parameter) in signature.parameters.iter().enumerate() {
            let leaves_out = match self.variant {
                Some(variant) => variant % 8 == 0,
                None => self.random.one_in(2),
            };
            if parameter.optional && leaves_out {
                break;
            }
            // A text to be read by a pattern is meant to fit it.
            let read = signature.parameters.get(at + 1).map(|next| &next.pattern);
            let argument = if read == Some(&Pattern::ReadFormat) {
                self.flavoured(Flavour::AmericanDate)
            } else {
                None
            };
            let argument =
                argument.unwrap_or_else(|| self.argument(&parameter.pattern, &mut bound, depth));
            arguments.push(argument);
        }
        match function.form {
            Form::Free => format!("{}({})", function.name, arguments.join(", ")),
            Form::Tag => format!("{}`x = ${{{}}} y`", function.name, arguments.join(", ")),
            Form::Property => format!("({}).{}", arguments.join(""), function.name),
            Form::Method => {
                let receiver = arguments.remove(0);
                format!("({receiver}).{}({})", function.name, arguments.join(", "))
            }
        }
    }

    fn argument(&mut self, pattern: &Pattern, bound: &mut Bound, depth: usize) -> String {
        let quoted = |text: &str| format!("'{text}'");
        match pattern {
            Pattern::Any => self.any(depth),
            Pattern::Function(parameters, result) => {
                self.function(parameters, result, bound, depth)
            }
            Pattern::Lazy(inner) => match self.random.below(3) {
                0 => self.argument(inner, bound, depth),
                1 => {
                    bound.item = Some(Sort::Decimal);
                    let text = self.flavoured(Flavour::Decimal);
                    format!(
                        "decimal({})",
                        text.unwrap_or_else(|| "source.text".to_owned())
                    )
                }
                _ => {
                    bound.item = Some(Sort::Text);
                    let maybe = self.maybe(&Sort::Text, depth);
                    format!("required({maybe}, 'tried')")
                }
            },
            Pattern::Optional(inner) => {
                let sort = self.sort(inner, bound);
                if self.random.one_in(3) {
                    self.value(&sort, depth)
                } else {
                    self.maybe(&sort, depth)
                }
            }
            Pattern::Array(Pattern::Optional(inner)) => {
                let sort = self.sort(inner, bound);
                let items: Vec<String> = (0..=self.random.below(4))
                    .map(|_| {
                        if self.random.one_in(3) {
                            self.value(&sort, depth)
                        } else {
                            self.maybe(&sort, depth)
                        }
                    })
                    .collect();
                format!("[{}]", items.join(", "))
            }
            Pattern::NumberOrText => self
                .random
                .word(&["source.mixed", "source.mixed_count"])
                .to_owned(),
            Pattern::Textual => {
                let unions = ["source.mixed", "source.mixed_count", "source.textual"];
                self.random.word(&unions).to_owned()
            }
            Pattern::Words(words) if self.variant.is_some() => {
                quoted(words[self.variant.unwrap_or(0) % words.len()])
            }
            Pattern::String if self.variant.is_some() && !self.random.one_in(4) => {
                match (bound.searched, self.random.below(2)) {
                    (true, 0) => "'$& $1-$$'".to_owned(),
                    _ => self
                        .flavoured(Flavour::Plain)
                        .unwrap_or_else(|| self.leaf(&Sort::Text)),
                }
            }
            Pattern::Words(words) => quoted(self.random.word(words)),
            Pattern::Search if !bound.searched => {
                bound.searched = true;
                self.argument(pattern, bound, depth)
            }
            Pattern::Search => match self.random.below(3) {
                0 => self.leaf(&Sort::Text),
                _ => self
                    .random
                    .word(&["'a'", "','", "'aa'", "' '", "'$'"])
                    .to_owned(),
            },
            Pattern::Integer if depth == 0 && self.random.one_in(2) => {
                (*self
                    .random
                    .pick(&["source.small", "source.count", "2", "-1"]))
                .to_owned()
            }
            pattern => self.word(pattern).unwrap_or_else(|| {
                let sort = self.sort(pattern, bound);
                self.value(&sort, depth)
            }),
        }
    }

    /// What is mostly written as a literal, or as a text that is meant so.
    fn word(&mut self, pattern: &Pattern) -> Option<String> {
        let quoted = |text: &str| format!("'{text}'");
        Some(match pattern {
            Pattern::WordList => match self.random.below(2) {
                0 => "constants.words".to_owned(),
                _ => format!("['{}', 'EUR']", WORDS.join("', '")),
            },
            Pattern::NonEmpty => self
                .random
                .word(&["','", "' '", "'a'", "'--'", "'😀'"])
                .to_owned(),
            Pattern::Zone if self.random.one_in(2) => quoted(self.random.word(ZONES)),
            Pattern::Zone => self
                .flavoured(Flavour::Zone)
                .unwrap_or_else(|| quoted("UTC")),
            Pattern::Currency if self.random.one_in(2) => quoted(self.random.word(CURRENCIES)),
            Pattern::Currency => self
                .flavoured(Flavour::Currency)
                .unwrap_or_else(|| quoted("EUR")),
            Pattern::Constant { least, most } => {
                let end = (*most).min(*least + 4);
                self.random.between(*least, end).to_string()
            }
            Pattern::ReadFormat => {
                quoted(
                    self.random
                        .word(&["MM/dd/yyyy", "M/d/yyyy", "MM/dd/yyyy", "dd.MM.yyyy"]),
                )
            }
            Pattern::WriteFormat { time: false } => {
                quoted(
                    self.random
                        .word(&["dd.MM.yyyy", "yyMMdd", "d/M/yyyy", "yyyy-MM-dd"]),
                )
            }
            Pattern::WriteFormat { time: true } => quoted(self.random.word(&[
                "yyyy-MM-dd HH:mm:ss",
                "dd.MM.yy H:mm",
                "yyyyMMddTHHmmss",
            ])),
            Pattern::Duration => quoted(
                self.random
                    .word(&["24h", "90d", "500ms", "1m", "36500d", "0s"]),
            ),
            Pattern::DateText => self.text(Flavour::Date, "2024-02-29"),
            Pattern::InstantText => self.text(Flavour::Instant, "2024-02-29T12:00:00Z"),
            Pattern::LocalText => self.text(Flavour::Local, "2024-03-31T02:30:00"),
            Pattern::DecimalText => self.text(Flavour::Decimal, "12.50"),
            Pattern::IntegerText => self.text(Flavour::Integer, "12"),
            _ => return None,
        })
    }

    fn text(&mut self, flavour: Flavour, literal: &str) -> String {
        match self.random.below(12) {
            0 => format!("'{literal}'"),
            1 => self.leaf(&Sort::Text),
            _ => self
                .flavoured(flavour)
                .unwrap_or_else(|| format!("'{literal}'")),
        }
    }

    /// Any value, also one that can only be handed on.
    fn any(&mut self, depth: usize) -> String {
        if self.random.one_in(3) && !self.opaque.is_empty() {
            return self.random.pick(&self.opaque).clone();
        }
        let every: Vec<String> = self.atoms.iter().map(|atom| atom.text.clone()).collect();
        if self.random.one_in(2) && !every.is_empty() {
            return self.random.pick(&every).clone();
        }
        let sort = self.scalar();
        self.value(&sort, depth)
    }

    /// The sort that a pattern means, of which type variables are chosen now.
    fn sort(&mut self, pattern: &Pattern, bound: &mut Bound) -> Sort {
        match pattern {
            Pattern::Boolean => Sort::Boolean,
            Pattern::Integer => Sort::Integer,
            Pattern::Decimal => Sort::Decimal,
            Pattern::Date => Sort::Date,
            Pattern::DateTime => Sort::Instant,
            Pattern::Item => match bound.item.clone() {
                Some(sort) => sort,
                None => {
                    let sort = if self.random.one_in(3) {
                        self.items()
                    } else {
                        self.scalar()
                    };
                    bound.item = Some(sort.clone());
                    sort
                }
            },
            Pattern::Plain | Pattern::PlainKey => match bound.item.clone() {
                Some(sort) if *pattern == Pattern::Plain => sort,
                _ => {
                    let sort = [Sort::Text, Sort::Integer, Sort::Boolean, Sort::Date];
                    let sort = self.random.pick(&sort).clone();
                    if *pattern == Pattern::Plain {
                        bound.item = Some(sort.clone());
                    }
                    sort
                }
            },
            Pattern::Key => {
                let sort = [
                    Sort::Text,
                    Sort::Integer,
                    Sort::Decimal,
                    Sort::Date,
                    Sort::Instant,
                ];
                self.random.pick(&sort).clone()
            }
            Pattern::Result => match bound.result.clone() {
                Some(sort) => sort,
                None => {
                    let sort = self.scalar();
                    bound.result = Some(sort.clone());
                    sort
                }
            },
            Pattern::Array(item) => Sort::List(Rc::new(self.sort(item, bound))),
            Pattern::Optional(inner) | Pattern::Lazy(inner) => self.sort(inner, bound),
            Pattern::Map(_) => {
                let maps = [Sort::Text, Sort::Decimal];
                let value = self.random.pick(&maps).clone();
                Sort::Map(Rc::new(value))
            }
            _ => Sort::Text,
        }
    }

    /// The records of the source's list.
    fn items(&self) -> Sort {
        let list = self.atoms.iter().find_map(|atom| match &atom.sort {
            Sort::List(item) if matches!(**item, Sort::Record(_)) => Some((**item).clone()),
            _ => None,
        });
        list.unwrap_or(Sort::Text)
    }

    fn function(
        &mut self,
        parameters: &[Pattern],
        result: &Pattern,
        bound: &mut Bound,
        depth: usize,
    ) -> String {
        let item = self.sort(&Pattern::Item, bound);
        let result = self.sort(result, bound);
        let by_name: Vec<String> = self
            .mappings
            .iter()
            .filter(|(_, from, to)| *from == item && *to == result)
            .map(|(name, ..)| name.clone())
            .collect();
        if !by_name.is_empty() && self.random.one_in(2) {
            return self.random.pick(&by_name).clone();
        }
        let (name, body) = self.lambda(&item, &result, depth);
        if parameters.len() > 1 && self.random.one_in(6) {
            return format!("({name}, {name}_at) => {body}");
        }
        format!("{name} => {body}")
    }
}

/// What the type variables must be so that a call gives the sort, and whether it may
/// still be absent.
fn gives(returns: &Returns, sort: &Sort) -> Option<(Bound, bool)> {
    let mut bound = Bound::default();
    match returns {
        Returns::Is(pattern) => is(pattern, sort, &mut bound).then_some((bound, false)),
        Returns::Maybe(pattern) => is(pattern, sort, &mut bound).then_some((bound, true)),
        Returns::Rounded(_) | Returns::Major(_) => {
            (*sort == Sort::Decimal).then_some((bound, false))
        }
        Returns::Truncated(_) => (*sort == Sort::Text).then_some((bound, false)),
        Returns::Groups | Returns::Entries => None,
    }
}

fn is(pattern: &Pattern, sort: &Sort, bound: &mut Bound) -> bool {
    match (pattern, sort) {
        (Pattern::String, Sort::Text)
        | (Pattern::Boolean, Sort::Boolean)
        | (Pattern::Integer, Sort::Integer)
        | (Pattern::Decimal, Sort::Decimal)
        | (Pattern::Date, Sort::Date)
        | (Pattern::DateTime, Sort::Instant) => true,
        (Pattern::Item, sort) => {
            bound.item = Some(sort.clone());
            !matches!(sort, Sort::Record(_) | Sort::Map(_))
        }
        (Pattern::Plain, Sort::Text | Sort::Integer | Sort::Boolean | Sort::Date) => {
            bound.item = Some(sort.clone());
            true
        }
        (Pattern::Result, sort) => {
            bound.result = Some(sort.clone());
            true
        }
        (Pattern::Array(item), Sort::List(of)) => is(item, of, bound),
        _ => false,
    }
}
