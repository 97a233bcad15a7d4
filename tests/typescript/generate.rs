//! Random modules from a seed.

use gusset::emit::typescript::ast::{
    Arrow, ArrowBody, Binary, Expression, Function, FunctionType, Import, ImportName, Index,
    Interface, Item, ItemKind, Member, Module, Object, Operator, Parameter, Pipeline, PipelineCall,
    Property, Statement, Template, Type, TypeMember, UnaryOperator,
};

/// A module of that many items, the same for the same seed.
pub fn module(seed: u64, items: usize) -> Module {
    let mut generator = Generator::new(seed);
    Module {
        header: Some("A random module.".to_owned()),
        imports: generator.imports(),
        items: (0..items).map(|number| generator.item(number)).collect(),
    }
}

struct Generator {
    state: u64,
}

const WORDS: &[&str] = &[
    "a",
    "id",
    "tax",
    "order",
    "source",
    "customer",
    "line_items",
    "billing_address",
    "total",
    "discountAllocations",
    "QuickBooks",
    "x",
    "createdAt",
    "amount",
    "currency",
    "shippingLineTitle",
    "veryLongNameOfSomethingThatNeverEnds",
    "DocNumber",
    "ref",
];

impl Generator {
    fn new(seed: u64) -> Self {
        Self {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d,
        }
    }

    /// A number below `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound.max(1)
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, values: &'a [T]) -> &'a T {
        let index = usize::try_from(self.below(values.len() as u64));
        &values[index.unwrap()]
    }

    fn several<T>(
        &mut self,
        least: u64,
        most: u64,
        mut make: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = least + self.below(most - least + 1);
        (0..count).map(|_| make(self)).collect()
    }

    /// A name that is no reserved word.
    fn name(&mut self) -> String {
        let mut name = (*self.pick(WORDS)).to_owned();
        if self.chance(25) {
            let ends = ["Value", "List", "ById", "_in_shop_currency"];
            name.push_str(self.pick::<&str>(&ends));
        }
        name
    }

    fn upper(&mut self) -> String {
        let name = self.name();
        let mut characters = name.chars();
        let first = characters.next().unwrap_or('T').to_ascii_uppercase();
        format!("{first}{}", characters.as_str())
    }

    fn text(&mut self) -> String {
        let words = self.several(0, 9, |generator| {
            let odd = [
                "it's",
                "\"quoted\"",
                "ünïcode",
                "a\\b",
                "tab\t",
                "`${x}`",
                "…",
                "日本",
            ];
            if generator.chance(15) {
                (*generator.pick(&odd)).to_owned()
            } else {
                (*generator.pick(WORDS)).to_owned()
            }
        });
        words.join(" ")
    }

    fn imports(&mut self) -> Vec<Import> {
        self.several(1, 4, |generator| {
            let count = 1 + generator.below(7);
            let mut names: Vec<ImportName> = Vec::new();
            for _ in 0..count {
                let name = generator.name();
                if names.iter().all(|other| other.name != name) {
                    names.push(ImportName {
                        alias: generator.chance(10).then(|| format!("{name}Alias")),
                        type_only: false,
                        name,
                    });
                }
            }
            Import {
                module: format!("../services/{}.ts", generator.name()),
                type_only: generator.chance(30),
                names,
            }
        })
    }

    fn item(&mut self, number: usize) -> Item {
        let kind = match self.below(12) {
            0 => ItemKind::Interface(Interface {
                name: self.upper(),
                members: self.several(1, 6, |generator| generator.member(3)),
            }),
            1 => ItemKind::TypeAlias {
                name: self.upper(),
                ty: self.ty(3),
            },
            2 => ItemKind::Function(self.function()),
            3 => ItemKind::Statement(self.statement(3)),
            _ => ItemKind::Statement(Statement::Const {
                name: format!("{}{number}", self.name()),
                ty: if self.chance(20) {
                    Some(self.ty(1))
                } else {
                    None
                },
                value: {
                    let depth = 1 + self.below(5);
                    self.expression(depth)
                },
            }),
        };
        Item {
            doc: if self.chance(20) {
                Some(self.text())
            } else {
                None
            },
            export: self.chance(50),
            kind,
        }
    }

    fn function(&mut self) -> Function {
        Function {
            asynchronous: self.chance(30),
            name: self.name(),
            type_parameters: Vec::new(),
            parameters: self.several(0, 5, |generator| generator.parameter(true)),
            returns: if self.chance(70) {
                Some(self.ty(2))
            } else {
                None
            },
            body: self.several(0, 4, |generator| generator.statement(2)),
        }
    }

    fn parameter(&mut self, typed: bool) -> Parameter {
        Parameter {
            name: self.name(),
            optional: false,
            ty: if typed { Some(self.ty(1)) } else { None },
        }
    }

    fn member(&mut self, depth: u64) -> TypeMember {
        TypeMember {
            doc: if self.chance(15) {
                Some(self.text())
            } else {
                None
            },
            readonly: self.chance(20),
            name: if self.chance(10) {
                self.text()
            } else {
                self.name()
            },
            optional: self.chance(40),
            ty: self.ty(depth.saturating_sub(1)),
        }
    }

    pub fn ty(&mut self, depth: u64) -> Type {
        if depth == 0 {
            return match self.below(3) {
                0 => Type::Literal(self.text()),
                _ => Type::named(*self.pick(&[
                    "string",
                    "number",
                    "boolean",
                    "unknown",
                    "Decimal",
                    "CustomerBillingAddress",
                ])),
            };
        }
        let depth = depth - 1;
        match self.below(9) {
            0 | 1 => self.ty(0),
            // Nothing emits arrays of functions.
            2 | 3 => {
                let mut item = self.ty(depth);
                while matches!(item, Type::Function(_)) {
                    item = self.ty(depth);
                }
                if self.chance(50) {
                    Type::Array(Box::new(item))
                } else {
                    Type::ReadonlyArray(Box::new(item))
                }
            }
            4 | 5 => Type::union(self.several(2, 6, |generator| generator.ty(depth))),
            6 => Type::Object(self.several(1, 4, |generator| generator.member(depth))),
            7 => Type::Named {
                name: self.upper(),
                arguments: self.several(1, 3, |generator| generator.ty(depth)),
            },
            _ => Type::Function(Box::new(FunctionType {
                parameters: self.several(0, 3, |generator| generator.parameter(true)),
                returns: self.ty(0),
            })),
        }
    }

    fn statement(&mut self, depth: u64) -> Statement {
        if depth == 0 {
            return Statement::Return(Some(self.expression(2)));
        }
        let inner = depth - 1;
        match self.below(9) {
            0 | 1 => Statement::Const {
                name: self.name(),
                ty: None,
                value: self.expression(depth + 1),
            },
            2 => Statement::Return(Some(self.expression(depth + 1))),
            3 => Statement::If {
                test: self.expression(depth),
                then: self.several(1, 3, |generator| generator.statement(inner)),
                otherwise: if self.chance(50) {
                    self.several(1, 2, |generator| generator.statement(inner))
                } else {
                    Vec::new()
                },
            },
            4 => Statement::Throw(Expression::new_instance(
                "Error",
                vec![self.expression(inner)],
            )),
            5 => Statement::Expression({
                let arguments = self.several(0, 3, |generator| generator.expression(inner));
                Expression::identifier(self.name())
                    .method("run", arguments)
                    .awaited()
            }),
            6 => Statement::ForOf {
                name: self.name(),
                values: self.path(),
                body: self.several(0, 3, |generator| generator.statement(inner)),
            },
            7 => Statement::Try {
                body: self.several(1, 2, |generator| generator.statement(inner)),
                binding: Some("error".to_owned()),
                handler: self.several(0, 2, |generator| generator.statement(inner)),
            },
            _ => Statement::Comment(self.text()),
        }
    }

    /// `a.b?.c`
    fn path(&mut self) -> Expression {
        let mut path = Expression::identifier(self.name());
        for _ in 0..self.below(4) {
            path = if self.chance(5) {
                Expression::Index(Box::new(Index {
                    object: path,
                    index: Expression::number(self.below(10)),
                    optional: self.chance(30),
                }))
            } else {
                Expression::Member(Box::new(Member {
                    object: path,
                    property: if self.chance(4) {
                        "X-Request-Id".to_owned()
                    } else {
                        self.name()
                    },
                    optional: self.chance(20),
                }))
            };
        }
        path
    }

    /// A path that is called.
    fn callee(&mut self) -> Expression {
        let path = self.path();
        let name = self.name();
        match path {
            Expression::Identifier(_) => path,
            path => path.member(name),
        }
    }

    fn atom(&mut self) -> Expression {
        match self.below(10) {
            0 | 1 => Expression::String(self.text()),
            2 => Expression::number(self.below(100_000)),
            3 => Expression::Boolean(self.chance(50)),
            4 => Expression::Null,
            5 => Expression::Undefined,
            _ => self.path(),
        }
    }

    fn expression(&mut self, depth: u64) -> Expression {
        if depth == 0 {
            return self.atom();
        }
        let inner = depth - 1;
        match self.below(20) {
            0 => self.atom(),
            1..=3 => {
                let arguments = self.arguments(inner);
                self.callee().called(arguments)
            }
            4 | 5 => self.method_chain(inner),
            6 => Expression::new_instance(
                "Decimal",
                self.several(0, 2, |generator| generator.expression(inner)),
            ),
            7 | 8 => self.template(inner),
            9 => Expression::Array(self.several(0, 4, |generator| generator.expression(inner))),
            10 | 11 => self.object(inner),
            12 => self.arrow(inner),
            13 => Expression::Unary(
                *self.pick(&[
                    UnaryOperator::Not,
                    UnaryOperator::Minus,
                    UnaryOperator::TypeOf,
                ]),
                Box::new(self.expression(inner)),
            ),
            14..=16 => self.binary(inner),
            17 | 18 => {
                Expression::conditional(self.test(inner), self.branch(inner), self.branch(inner))
            }
            _ => match self.below(4) {
                0 => self.expression(inner).awaited(),
                1 => Expression::AsConst(Box::new(self.object(inner))),
                2 => Expression::Pipeline(Box::new(Pipeline {
                    head: {
                        let arguments = self.arguments(inner);
                        self.callee().called(arguments)
                    },
                    calls: self.several(1, 3, |generator| PipelineCall {
                        name: "then".to_owned(),
                        arguments: generator.arguments(inner),
                    }),
                })),
                _ => Expression::Satisfies(Box::new(self.expression(inner)), self.ty(0)),
            },
        }
    }

    /// What a condition can sensibly be.
    fn test(&mut self, depth: u64) -> Expression {
        match self.below(4) {
            0 => self.path(),
            1 if depth > 0 => self.binary(depth - 1),
            2 if depth > 0 => {
                let arguments = self.arguments(depth - 1);
                self.callee().called(arguments)
            }
            _ => Expression::binary(self.path(), Operator::Equal, self.atom()),
        }
    }

    /// What a conditional gives: no function.
    fn branch(&mut self, depth: u64) -> Expression {
        let mut branch = self.expression(depth);
        while matches!(branch, Expression::Arrow(_)) {
            branch = self.expression(depth);
        }
        branch
    }

    fn arguments(&mut self, depth: u64) -> Vec<Expression> {
        self.several(0, 4, |generator| {
            if generator.chance(5) {
                Expression::Spread(Box::new(generator.expression(depth)))
            } else {
                generator.expression(depth)
            }
        })
    }

    fn method_chain(&mut self, depth: u64) -> Expression {
        let mut chain = if self.chance(20) {
            self.expression(depth)
        } else {
            self.path()
        };
        for _ in 0..=self.below(3) {
            let name = *self.pick(&["map", "filter", "trim", "toUpperCase", "find", "at"]);
            let arguments = match self.below(3) {
                0 => Vec::new(),
                1 => vec![self.arrow(depth)],
                _ => self.arguments(depth),
            };
            let optional = self.chance(15);
            chain = chain.member_of(name, optional).called(arguments);
            if self.chance(15) {
                let name = self.name();
                chain = chain.member(name);
            }
        }
        chain
    }

    fn template(&mut self, depth: u64) -> Expression {
        let values = self.several(0, 3, |generator| {
            let mut hole = generator.path();
            match generator.below(6) {
                0 => hole = hole.method("trim", Vec::new()),
                1 => hole = Expression::binary(hole, Operator::Coalesce, Expression::string("")),
                2 => hole = Expression::call("iso", vec![hole]),
                3 => {
                    hole = Expression::conditional(
                        Expression::binary(hole, Operator::NotEqual, Expression::Undefined),
                        generator.expression(depth.min(1)),
                        Expression::string("no"),
                    );
                }
                _ => {}
            }
            hole
        });
        Expression::Template(Template {
            strings: (0..=values.len()).map(|_| self.text()).collect(),
            values,
        })
    }

    fn object(&mut self, depth: u64) -> Expression {
        let expanded = self.chance(20);
        Expression::Object(Object {
            properties: self.several(0, 5, |generator| match generator.below(12) {
                0 => Property::Spread(generator.path()),
                1 => Property::Computed {
                    key: generator.path(),
                    value: generator.expression(depth),
                },
                2 => Property::new(generator.text(), generator.expression(depth)),
                3 => {
                    let name = generator.name();
                    Property::new(name.clone(), Expression::Identifier(name))
                }
                _ => Property::new(generator.name(), generator.expression(depth)),
            }),
            expanded,
        })
    }

    fn arrow(&mut self, depth: u64) -> Expression {
        let block = self.chance(25);
        let typed = self.chance(40);
        Expression::Arrow(Box::new(Arrow {
            asynchronous: self.chance(20),
            parameters: self.several(0, 2, |generator| generator.parameter(typed)),
            returns: if self.chance(15) {
                Some(self.ty(1))
            } else {
                None
            },
            body: if block {
                ArrowBody::Block(self.several(0, 3, |generator| generator.statement(1)))
            } else {
                // Functions that give functions are laid out apart; nothing emits them.
                let mut body = self.expression(depth);
                while matches!(body, Expression::Arrow(_)) {
                    body = self.expression(depth);
                }
                ArrowBody::Expression(body)
            },
        }))
    }

    fn binary(&mut self, depth: u64) -> Expression {
        let operators = [
            Operator::Coalesce,
            Operator::Coalesce,
            Operator::Or,
            Operator::And,
            Operator::And,
            Operator::Equal,
            Operator::NotEqual,
            Operator::LooseEqual,
            Operator::Less,
            Operator::GreaterOrEqual,
            Operator::Add,
            Operator::Subtract,
            Operator::Multiply,
            Operator::Divide,
            Operator::Remainder,
            Operator::In,
            Operator::InstanceOf,
        ];
        let operator = *self.pick(&operators);
        // Objects and templates are no first operands of anything sensible.
        let mut left = self.expression(depth);
        while matches!(
            left,
            Expression::Object(_) | Expression::AsConst(_) | Expression::Template(_)
        ) {
            left = self.expression(depth);
        }
        for _ in 0..self.below(3) {
            left = Expression::Binary(Box::new(Binary {
                operator,
                left,
                right: self.expression(depth),
            }));
        }
        Expression::Binary(Box::new(Binary {
            operator,
            left,
            right: self.expression(depth),
        }))
    }
}
