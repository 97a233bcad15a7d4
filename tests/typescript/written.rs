//! Random expressions of the language, lowered: Deno accepts them, and would format them
//! as they are printed.

use std::collections::BTreeSet;

use gusset::emit::typescript::ast::{
    Expression, Function, Item, ItemKind, Module, Parameter, Property, Statement,
};
use gusset::emit::typescript::expression::lower;
use gusset::emit::typescript::imports::{Imports, Place};
use gusset::emit::typescript::unique::Locals;
use gusset::emit::typescript::{print, types as emit};
use gusset::expression::TypedKind;

use super::deno;
use super::draft::{Draft, Names, world};
use super::fixture::World;

/// Random expressions by their types, always right.
struct Author {
    state: u64,
    /// Names of arrow functions' parameters in scope.
    lines: Vec<String>,
}

impl Author {
    fn below(&mut self, bound: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn pick(&mut self, texts: &[&str]) -> String {
        let at = usize::try_from(self.below(texts.len() as u64)).unwrap();
        texts[at].to_owned()
    }

    /// One of the shapes with its holes filled: `@S` by a random string, `@O` by an optional
    /// one, `@B` a boolean, `@I` an integer, `@D` a decimal, `@A` strings, `@L` lines, and
    /// small letters by arrow functions of a line that give such.
    fn fill(&mut self, shapes: &[&str], depth: u64) -> String {
        let shape = self.pick(shapes);
        let mut out = String::new();
        let mut rest = shape.as_str();
        while let Some(at) = rest.find('@') {
            out.push_str(&rest[..at]);
            let kind = &rest[at + 1..at + 2];
            rest = &rest[at + 2..];
            out.push_str(&match kind {
                "S" => self.string(depth - 1),
                "O" => self.optional(depth - 1),
                "B" => self.boolean(depth - 1),
                "I" => self.integer(depth - 1),
                "D" => self.decimal(depth - 1),
                "A" => self.strings(depth - 1),
                "L" => self.lines(depth - 1),
                // A body in which the parameter is in scope.
                "l" => {
                    let name = format!("line_{}", self.lines.len());
                    self.lines.push(name.clone());
                    let body = match self.below(3) {
                        0 => self.decimal(depth - 1),
                        1 => self.integer(depth - 1),
                        _ => self.string(depth - 1),
                    };
                    self.lines.pop();
                    format!("{name} => {body}")
                }
                "s" => self.lambda(depth, Self::string),
                "d" => self.lambda(depth, Self::decimal),
                "b" => self.lambda(depth, Self::boolean),
                other => panic!("{other}"),
            });
        }
        out + rest
    }

    fn lambda(&mut self, depth: u64, body: fn(&mut Self, u64) -> String) -> String {
        let name = format!("line_{}", self.lines.len());
        self.lines.push(name.clone());
        let body = body(self, depth - 1);
        self.lines.pop();
        format!("{name} => {body}")
    }

    fn line(&mut self, field: &str) -> Option<String> {
        let count = self.lines.len() as u64;
        if count == 0 || self.below(3) == 0 {
            return None;
        }
        let at = usize::try_from(self.below(count)).unwrap();
        Some(format!("{}.{field}", self.lines[at]))
    }

    fn string(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self.line("sku").unwrap_or_else(|| {
                self.pick(&[
                    "source.name",
                    "source.billing.city",
                    "'a text'",
                    "variables.zone",
                    "'it\\'s \"quoted\"'",
                    "source.total_price",
                    "''",
                    "source['first-seen']",
                    "constants.letters[source.status]",
                ])
            });
        }
        self.fill(
            &[
                "(@O ?? @S)",
                "(@O ?? @O ?? @S)",
                "(@B ? @S : @S)",
                "`${@S} ${@S}`",
                "`${@I}-${@S} (${@D})`",
                "@S.trim()",
                "(@S).replaceAll(' ', @S).toUpperCase()",
                "truncate(@S, 21)",
                "@A.join(', ')",
                "text(@I)",
                "(@D).toFixed(2)",
                "(@S + @S)",
                "formatDate(source.due, 'dd.MM.yyyy')",
                "required(@O, @S)",
                "join_names(@S, @O)",
                "to_receipt(source).DocNumber",
                "(source.payment.type == 'card' ? source.payment.last4 : @S)",
            ],
            depth,
        )
    }

    fn optional(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self.line("title").unwrap_or_else(|| {
                self.pick(&[
                    "source.note",
                    "source.customer?.email",
                    "source.customer?.address?.zip",
                    "source.lines.at(0)?.title",
                    "constants.methods[source.name]",
                    "source.labels?.colour",
                ])
            });
        }
        self.fill(
            &[
                "nonblank(@S)",
                "@A.at(-1)",
                "(@B ? @S : null)",
                "@L.find(@b)?.title",
                "attempt(@S)",
                "source.extra_lines?.map(@s).at(0)",
                "source.customer?.first_name",
            ],
            depth,
        )
    }

    fn boolean(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self.line("taxable").unwrap_or_else(|| {
                self.pick(&["source.paid", "source.test == true", "source.note != null"])
            });
        }
        self.fill(
            &[
                "(@B && @B)",
                "(@B || @B)",
                "!(@B)",
                "(@S).startsWith(@S)",
                "(@I > @I)",
                "(@D <= @D)",
                "(@O == 'x')",
                "@L.some(@b)",
                "@A.includes(@S)",
                "(source.created_at < instant(@S))",
            ],
            depth,
        )
    }

    fn integer(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self
                .line("quantity")
                .unwrap_or_else(|| self.pick(&["source.id", "12", "source.lines.length", "0"]));
        }
        self.fill(
            &[
                "(@I + @I)",
                "(@I * @I)",
                "(-(@I))",
                "(@B ? @I : @I)",
                "integer(@S)",
                "@A.length",
                "max(@I, @I)",
                "(@I % 7)",
            ],
            depth,
        )
    }

    fn decimal(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self.line("price").unwrap_or_else(|| {
                self.pick(&["source.total", "amount", "19.99", "source.payment.amount"])
            });
        }
        self.fill(
            &[
                "decimal(@S)",
                "round((@D) * (@I), 2)",
                "(@D + @D)",
                "(@D - (source.discount ?? @D))",
                "sum(@L.map(@d))",
                "divide(@D, @D, 4, 'half-even')",
                "(@B ? @D : @D)",
                "(attempt(@D) ?? @D)",
                "fromMinor(@I, @S)",
            ],
            depth,
        )
    }

    fn strings(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self
                .line("tags")
                .unwrap_or_else(|| self.pick(&["source.tags", "constants.countries"]));
        }
        self.fill(
            &[
                "@L.map(@s)",
                "[@S, @S]",
                "compact([@O, @S, @O])",
                "distinct(@A)",
                "(@S).split(',')",
                "@A.concat(@A)",
                "@L.filter(@b).map(@s)",
                "@L.flatMap(item => item.tags)",
            ],
            depth,
        )
    }

    fn lines(&mut self, depth: u64) -> String {
        if depth == 0 {
            return self.pick(&["source.lines", "(source.extra_lines ?? [])"]);
        }
        self.fill(
            &[
                "@L.filter(@b)",
                "sortBy(@L, @l)",
                "@L.slice(@I)",
                "@L.toReversed()",
                "@L",
            ],
            depth,
        )
    }

    fn any(&mut self, depth: u64) -> String {
        match self.below(7) {
            0 => self.string(depth),
            1 => self.optional(depth),
            2 => self.boolean(depth),
            3 => self.integer(depth),
            4 => self.decimal(depth),
            5 => self.strings(depth),
            _ => self.lines(depth),
        }
    }
}

/// Functions that return objects of random expressions.
fn module(world: &mut World, seed: u64, functions: usize, imports: &mut Imports) -> Vec<Item> {
    let mut author = Author {
        state: seed,
        lines: Vec::new(),
    };
    let names = Names::new();
    let taken = names.taken();
    let locals = Locals::within(&taken);
    let mut items = Vec::new();
    for number in 0..functions {
        let mut properties = Vec::new();
        let mut used = BTreeSet::new();
        for field in 0..4 {
            let depth = author.below(4);
            let text = author.any(depth);
            let outcome = world.check(&text, None);
            // What has a fixed outcome, such as `12 > 0` or a text that is never another,
            // is refused with reason.
            let errors = |code: &str| !["GS0522"].contains(&code);
            if outcome
                .problems
                .iter()
                .any(|problem| errors(problem.code.id))
            {
                let wrong: Vec<_> = outcome
                    .problems
                    .iter()
                    .map(|p| (p.code.id, &p.message))
                    .collect();
                let excused = wrong.iter().all(|(code, _)| {
                    [
                        "GS0521", "GS0525", "GS0526", "GS0532", "GS0522", "GS0538", "GS0513",
                        "GS0506",
                    ]
                    .contains(code)
                });
                assert!(excused, "{text}: {wrong:?}");
                continue;
            }
            let typed = outcome.typed.unwrap();
            let roots = names.roots(&locals, &world.types);
            typed.walk(&mut |part| {
                if let TypedKind::Name { name, .. } = &part.kind {
                    used.insert(name.clone());
                }
                if let TypedKind::Apply { name, .. } = &part.kind
                    && name == "to_receipt"
                {
                    used.insert("variables".to_owned());
                }
            });
            let fields = [
                "id",
                "customer_reference",
                "aVeryLongNameOfAFieldOfTheTarget",
                "Line",
            ];
            properties.push(Property::new(fields[field], lower(&typed, &roots, imports)));
        }
        let parameters = ["source", "variables", "amount"]
            .into_iter()
            .filter(|name| used.contains(*name))
            .map(|name| {
                let ty = world.scope.binding(name).unwrap().ty.clone();
                Parameter::typed(name, emit::value_type(&ty, &world.types, imports))
            })
            .collect();
        items.push(Item::exported(ItemKind::Function(Function {
            asynchronous: false,
            name: format!("mapping{number}"),
            type_parameters: Vec::new(),
            parameters,
            returns: None,
            body: vec![Statement::Return(Some(Expression::object(properties)))],
        })));
    }
    items
}

#[test]
fn random_expressions_are_accepted_and_formatted() {
    let mut world = world();
    let seeds = std::env::var("GUSSET_WRITTEN")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(30);
    let mut draft = Draft::default();
    for seed in 0..seeds {
        let mut imports = Imports::new(Place::Root);
        let items = module(&mut world, seed * 7919 + 11, 12, &mut imports);
        let module = Module {
            header: None,
            imports: imports.to_ast(),
            items,
        };
        draft.add(
            &format!("module{seed}.ts"),
            &imports,
            print::module(&module),
        );
    }
    let folder = draft.write(&world);
    for deno in deno::both() {
        for arguments in [
            &["fmt", "--check", "src"][..],
            &["check", "src"],
            &["lint", "src"],
        ] {
            let run = deno.run(folder.path(), arguments);
            run.assert_success(&format!("{} deno {}", deno.name, arguments.join(" ")));
        }
    }
}
