//! Random expressions of a sort.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::random::Random;
use crate::shape::Flavour;
use crate::sort::{Atom, Known, SCALARS, Sort, atoms, member};

/// Writes expressions over what is in scope.
pub struct Writer<'a> {
    pub random: &'a mut Random,
    pub atoms: Vec<Atom>,
    /// Paths that can only be handed on.
    pub opaque: Vec<String>,
    /// Mappings by name, of the sort that they take.
    pub mappings: Vec<(String, Sort, Sort)>,
    /// How often each function was used.
    pub used: &'a mut BTreeMap<&'static str, usize>,
    /// Unions of objects told apart by `kind`: path, tag, and what that one has.
    pub variants: Vec<(String, &'static str, Vec<Known>)>,
    /// Which variant of a directed call is written.
    pub variant: Option<usize>,
    fresh: usize,
}

impl<'a> Writer<'a> {
    pub fn new(random: &'a mut Random, used: &'a mut BTreeMap<&'static str, usize>) -> Self {
        Self {
            random,
            atoms: Vec::new(),
            opaque: Vec::new(),
            mappings: Vec::new(),
            used,
            variants: Vec::new(),
            variant: None,
            fresh: 0,
        }
    }

    /// An expression that is never absent.
    pub fn value(&mut self, sort: &Sort, depth: usize) -> String {
        if depth == 0 {
            return self.leaf(sort);
        }
        match self.random.below(12) {
            0 => self.leaf(sort),
            1 => {
                let test = self.value(&Sort::Boolean, depth - 1);
                let (then, otherwise) = (self.value(sort, depth - 1), self.value(sort, depth - 1));
                format!("({test} ? {then} : {otherwise})")
            }
            2 | 3 => {
                let maybe = self.maybe(sort, depth - 1);
                let instead = self.value(sort, depth - 1);
                format!("({maybe} ?? {instead})")
            }
            4 if self.random.one_in(4) => {
                let maybe = self.maybe(sort, depth - 1);
                format!("required({maybe}, 'it is not there')")
            }
            5 | 6 => self
                .operation(sort, depth - 1)
                .unwrap_or_else(|| self.leaf(sort)),
            7 if self.random.one_in(2) => self.of_variant(sort).unwrap_or_else(|| self.leaf(sort)),
            7 => self.narrowed(sort).unwrap_or_else(|| self.leaf(sort)),
            _ => self.call(sort, depth - 1),
        }
    }

    /// Something in scope, or a literal.
    pub fn leaf(&mut self, sort: &Sort) -> String {
        let there: Vec<&Atom> = self
            .atoms
            .iter()
            .filter(|atom| !atom.optional && atom.sort == *sort)
            .collect();
        if !there.is_empty() && !self.random.one_in(5) {
            return self.random.pick(&there).text.clone();
        }
        self.literal(sort)
    }

    /// A text in scope that is meant so.
    pub fn flavoured(&mut self, flavour: Flavour) -> Option<String> {
        let there: Vec<&Atom> = self
            .atoms
            .iter()
            .filter(|atom| !atom.optional && atom.flavour == Some(flavour))
            .collect();
        (!there.is_empty()).then(|| self.random.pick(&there).text.clone())
    }

    fn literal(&mut self, sort: &Sort) -> String {
        let pool: &[&str] = match sort {
            Sort::Text => &[
                "constants.by_word[source.word]",
                "'abc'",
                "'it\\'s $& \"x\"'",
                "'é😀'",
                "','",
                "'a,b'",
                "constants.words.join('-')",
            ],
            Sort::Word => &["'open'", "'paid'"],
            Sort::Boolean => &["true", "false"],
            Sort::Integer => &["0", "7", "-3", "9007199254740991", "constants.limit"],
            Sort::Decimal => &[
                "1.5",
                "0.005",
                "-2.675",
                "decimal('123456789012345678.25')",
                "constants.rate",
                "constants.rates.EUR",
            ],
            Sort::Date => &[
                "date('2024-02-29')",
                "date('1999-12-31')",
                "constants.day",
                "date('9998-12-31')",
            ],
            Sort::Instant => &[
                "instant('2024-03-10T07:30:00Z')",
                "instant('2024-10-27T02:30:00.25+02:00')",
                "constants.at",
            ],
            Sort::List(item) => {
                let items: Vec<String> = (0..=self.random.below(3))
                    .map(|_| self.leaf(item))
                    .collect();
                return format!("[{}]", items.join(", "));
            }
            Sort::Map(_) | Sort::Record(_) => {
                let maybe = self.maybe(sort, 0);
                return format!("required({maybe}, 'none is there')");
            }
        };
        (*self.random.pick(pool)).to_owned()
    }

    /// An expression that may be absent.
    pub fn maybe(&mut self, sort: &Sort, depth: usize) -> String {
        let there: Vec<&Atom> = self
            .atoms
            .iter()
            .filter(|atom| atom.optional && atom.sort == *sort)
            .collect();
        if !there.is_empty() && self.random.one_in(2) {
            return self.random.pick(&there).text.clone();
        }
        match (sort, self.random.below(5)) {
            (Sort::Text, 0) => {
                let key = self.value(&Sort::Text, depth);
                let table = *self.random.pick(&["source.labels", "constants.flags"]);
                return format!("{table}[{key}]");
            }
            (Sort::Decimal, 0) => {
                let key = self.value(&Sort::Text, depth);
                return format!("source.totals[{key}]");
            }
            (Sort::Integer, 0) => {
                let maybe = self.maybe(&Sort::Text, depth);
                return format!("({maybe})?.length");
            }
            (Sort::Text, 1) => {
                let maybe = self.maybe(&Sort::Text, depth);
                let method = *self
                    .random
                    .pick(&["trim()", "toUpperCase()", "at(-1)", "slice(1)"]);
                return format!("({maybe})?.{method}");
            }
            _ => {}
        }
        let list = if let Sort::Record(_) = sort {
            "source.items".to_owned()
        } else {
            self.value(&Sort::List(Rc::new(sort.clone())), depth)
        };
        match self.random.below(4) {
            0 => format!("{list}[{}]", self.random.below(3)),
            1 => format!("{list}.at({})", self.random.between(-2, 2)),
            2 => {
                let index = self.value(&Sort::Integer, depth.min(1));
                format!("{list}[{index}]")
            }
            _ => {
                let (name, test) = self.lambda(sort, &Sort::Boolean, depth);
                format!("{list}.find({name} => {test})")
            }
        }
    }

    /// A parameter, and a body over it.
    pub fn lambda(&mut self, item: &Sort, result: &Sort, depth: usize) -> (String, String) {
        self.fresh += 1;
        let name = format!("p{}", self.fresh);
        let known = self.atoms.len();
        self.atoms.extend(atoms(&name, item, false, None));
        // What the item has is read more often than what is around.
        let body = if self.random.one_in(3) {
            self.value(result, depth)
        } else {
            let own: Vec<&Atom> = self.atoms[known..]
                .iter()
                .filter(|atom| atom.sort == *result && !atom.optional)
                .collect();
            if own.is_empty() {
                self.value(result, depth)
            } else {
                self.random.pick(&own).text.clone()
            }
        };
        self.atoms.truncate(known);
        (name, body)
    }

    pub fn scalar(&mut self) -> Sort {
        self.random.pick(&SCALARS).clone()
    }

    fn operation(&mut self, sort: &Sort, depth: usize) -> Option<String> {
        let (left, right) = match sort {
            Sort::Boolean => return Some(self.condition(depth)),
            Sort::Text if self.random.one_in(2) => return Some(self.template(depth)),
            _ => (self.value(sort, depth), self.value(sort, depth)),
        };
        Some(match sort {
            Sort::Text => format!("({left} + {right})"),
            Sort::Integer => match self.random.below(6) {
                0 => format!("(-({left}))"),
                1 | 2 => format!("({left} % {right})"),
                _ => format!("({left} {} {right})", self.random.pick(&["+", "-", "*"])),
            },
            Sort::Decimal => match self.random.below(5) {
                0 => format!("(-({left}))"),
                _ => format!("({left} {} {right})", self.random.pick(&["+", "-", "*"])),
            },
            Sort::List(_) => format!("{left}.concat({right})"),
            _ => return None,
        })
    }

    fn template(&mut self, depth: usize) -> String {
        let mut text = String::from("`");
        for _ in 0..=self.random.below(3) {
            let sort = [
                Sort::Text,
                Sort::Integer,
                Sort::Decimal,
                Sort::Boolean,
                Sort::Date,
            ];
            let sort = self.random.pick(&sort).clone();
            let value = self.value(&sort, depth);
            text.push_str(&format!(
                "{} ${{{value}}}",
                self.random.pick(&["", "x:", "$ \\` ", "é"])
            ));
        }
        text + "`"
    }

    fn condition(&mut self, depth: usize) -> String {
        let sort = self.scalar();
        match self.random.below(9) {
            8 => {
                let test = [
                    "typeof source.mixed == 'number'",
                    "typeof source.textual != 'string'",
                    "source.textual == true",
                    "source.mixed != '12.50'",
                    "source.mixed_count == 7",
                    "source.event?.kind == 'paid'",
                ];
                format!("({})", self.random.pick(&test))
            }
            0 => {
                let inner = self.value(&Sort::Boolean, depth);
                format!("(!{inner})")
            }
            1 | 2 => {
                let (left, right) = (
                    self.value(&Sort::Boolean, depth),
                    self.value(&Sort::Boolean, depth),
                );
                format!("({left} {} {right})", self.random.pick(&["&&", "||"]))
            }
            3 => {
                let maybe = self.maybe(&sort, depth);
                format!("({maybe} {} null)", self.random.pick(&["==", "!="]))
            }
            4 | 5 => {
                let (maybe, value) = (self.maybe(&sort, depth), self.value(&sort, depth));
                let operator = *self.random.pick(&["==", "!="]);
                if self.random.one_in(2) {
                    format!("({maybe} {operator} {value})")
                } else {
                    format!("({value} {operator} {maybe})")
                }
            }
            _ => {
                let (left, right) = (self.value(&sort, depth), self.value(&sort, depth));
                let operators: &[&str] = if sort.is_ordered() {
                    &["==", "!=", "<", "<=", ">", ">="]
                } else {
                    &["==", "!="]
                };
                format!("({left} {} {right})", self.random.pick(operators))
            }
        }
    }

    /// A path that is tested before it is read.
    fn narrowed(&mut self, sort: &Sort) -> Option<String> {
        let there: Vec<&Atom> = self
            .atoms
            .iter()
            .filter(|atom| atom.optional && atom.sort == *sort)
            .collect();
        if there.is_empty() {
            return None;
        }
        let path = self.random.pick(&there).text.clone();
        let leaf = self.leaf(sort);
        Some(if self.random.one_in(2) {
            format!("({path} == null ? {leaf} : {path})")
        } else {
            format!("({path} != null ? {path} : {leaf})")
        })
    }

    /// What one variant of a union has, where it is that one.
    fn of_variant(&mut self, sort: &Sort) -> Option<String> {
        let leaf = self.leaf(sort);
        let of_class = match sort {
            Sort::Text => Some(("source.mixed", "string")),
            Sort::Decimal => Some(("source.mixed", "number")),
            Sort::Integer => Some(("source.mixed_count", "number")),
            Sort::Boolean => Some(("source.textual", "boolean")),
            _ => None,
        };
        if let (Some((path, class)), true) = (of_class, self.random.one_in(2)) {
            return Some(format!("(typeof {path} == '{class}' ? {path} : {leaf})"));
        }
        let fitting: Vec<(String, &str, Known)> = self
            .variants
            .iter()
            .flat_map(|(path, tag, fields)| {
                let fields = fields.iter().filter(|field| field.sort == *sort);
                fields.map(move |field| (path.clone(), *tag, field.clone()))
            })
            .collect();
        if fitting.is_empty() {
            return None;
        }
        let (path, tag, field) = self.random.pick(&fitting).clone();
        let read = member(&path, &field.name, false);
        let read = if field.optional {
            format!("({read} ?? {leaf})")
        } else {
            read
        };
        Some(format!("({path}?.kind == '{tag}' ? {read} : {leaf})"))
    }
}
