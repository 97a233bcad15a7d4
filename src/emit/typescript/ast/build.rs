//! Short ways to build trees.

use super::{
    Arrow, ArrowBody, Binary, Call, Const, Expression, Import, ImportName, Index, Item, ItemKind,
    Member, New, Object, Operator, Parameter, Property, Statement, Template, Type, UnaryOperator,
};

impl Expression {
    pub fn identifier(name: impl Into<String>) -> Self {
        Self::Identifier(name.into())
    }

    pub fn string(value: impl Into<String>) -> Self {
        Self::String(value.into())
    }

    pub fn number(value: impl ToString) -> Self {
        Self::Number(value.to_string())
    }

    /// `name(arguments)`
    pub fn call(name: &str, arguments: Vec<Self>) -> Self {
        Self::identifier(name).called(arguments)
    }

    /// `new Name(arguments)`
    pub fn new_instance(name: &str, arguments: Vec<Self>) -> Self {
        Self::New(Box::new(New {
            callee: Self::identifier(name),
            types: Vec::new(),
            arguments,
        }))
    }

    /// `self(arguments)`
    #[must_use]
    pub fn called(self, arguments: Vec<Self>) -> Self {
        self.called_with(Vec::new(), arguments)
    }

    /// `self<types>(arguments)`
    #[must_use]
    pub fn called_with(self, types: Vec<Type>, arguments: Vec<Self>) -> Self {
        Self::Call(Box::new(Call {
            callee: self,
            types,
            arguments,
            optional: false,
        }))
    }

    /// `self.property`
    #[must_use]
    pub fn member(self, property: impl Into<String>) -> Self {
        self.member_of(property, false)
    }

    /// `self.property`, or `self?.property`
    #[must_use]
    pub fn member_of(self, property: impl Into<String>, optional: bool) -> Self {
        Self::Member(Box::new(Member {
            object: self,
            property: property.into(),
            optional,
        }))
    }

    /// `self[index]`
    #[must_use]
    pub fn index(self, index: Self) -> Self {
        Self::Index(Box::new(Index {
            object: self,
            index,
            optional: false,
        }))
    }

    /// `self[index]`, or `self?.[index]`
    #[must_use]
    pub fn index_of(self, index: Self, optional: bool) -> Self {
        Self::Index(Box::new(Index {
            object: self,
            index,
            optional,
        }))
    }

    /// `self.name(arguments)`
    #[must_use]
    pub fn method(self, name: &str, arguments: Vec<Self>) -> Self {
        self.member(name).called(arguments)
    }

    /// `left operator right`
    pub fn binary(left: Self, operator: Operator, right: Self) -> Self {
        Self::Binary(Box::new(Binary {
            operator,
            left,
            right,
        }))
    }

    /// `!self` of a boolean; of `!x`, which is one, `x`.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Unary(UnaryOperator::Not, inner) => *inner,
            value => Self::Unary(UnaryOperator::Not, Box::new(value)),
        }
    }

    #[must_use]
    pub fn awaited(self) -> Self {
        Self::Await(Box::new(self))
    }

    pub fn conditional(test: Self, consequent: Self, alternate: Self) -> Self {
        Self::Conditional {
            test: Box::new(test),
            consequent: Box::new(consequent),
            alternate: Box::new(alternate),
        }
    }

    pub fn object(properties: Vec<Property>) -> Self {
        Self::Object(Object {
            properties,
            expanded: false,
        })
    }

    /// An object with one property a line.
    pub fn expanded_object(properties: Vec<Property>) -> Self {
        Self::Object(Object {
            properties,
            expanded: true,
        })
    }

    pub fn template(strings: Vec<String>, values: Vec<Self>) -> Self {
        Self::Template(Template { strings, values })
    }

    /// `(parameters) => body`
    pub fn arrow(parameters: Vec<Parameter>, body: Self) -> Self {
        Self::Arrow(Box::new(Arrow {
            asynchronous: false,
            parameters,
            returns: None,
            body: ArrowBody::Expression(body),
        }))
    }

    /// `(parameters) => { body }`, or `async` that
    pub fn function(asynchronous: bool, parameters: Vec<Parameter>, body: Vec<Statement>) -> Self {
        Self::Arrow(Box::new(Arrow {
            asynchronous,
            parameters,
            returns: None,
            body: ArrowBody::Block(body),
        }))
    }
}

impl Property {
    pub fn new(key: impl Into<String>, value: Expression) -> Self {
        Self::Value {
            key: key.into(),
            value,
        }
    }
}

impl Parameter {
    /// A parameter whose type is inferred.
    pub fn untyped(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            optional: false,
            ty: None,
        }
    }

    pub fn typed(name: impl Into<String>, ty: Type) -> Self {
        Self {
            name: name.into(),
            optional: false,
            ty: Some(ty),
        }
    }
}

impl Type {
    pub fn named(name: impl Into<String>) -> Self {
        Self::generic(name, Vec::new())
    }

    /// `Name<arguments>`
    pub fn generic(name: impl Into<String>, arguments: Vec<Self>) -> Self {
        Self::Named {
            name: name.into(),
            arguments,
        }
    }

    /// A union; one type alone is itself, and unions inside are part of it.
    pub fn union(types: Vec<Self>) -> Self {
        let mut flat: Vec<Self> = Vec::new();
        for ty in types {
            let parts = match ty {
                Self::Union(parts) => parts,
                other => vec![other],
            };
            for part in parts {
                if !flat.contains(&part) {
                    flat.push(part);
                }
            }
        }
        match (flat.pop(), flat.is_empty()) {
            (Some(only), true) => only,
            (Some(last), false) => {
                flat.push(last);
                Self::Union(flat)
            }
            (None, _) => Self::named("never"),
        }
    }
}

impl Statement {
    pub fn constant(name: impl Into<String>, value: Expression) -> Self {
        Self::Const {
            name: name.into(),
            ty: None,
            value,
        }
    }
}

impl Import {
    /// `import { names } from "module"`
    pub fn values(module: impl Into<String>, names: &[&str]) -> Self {
        Self::new(module, names, false)
    }

    /// `import type { names } from "module"`
    pub fn types(module: impl Into<String>, names: &[&str]) -> Self {
        Self::new(module, names, true)
    }

    fn new(module: impl Into<String>, names: &[&str], type_only: bool) -> Self {
        Self {
            module: module.into(),
            type_only,
            names: names.iter().map(|name| ImportName::new(*name)).collect(),
        }
    }
}

impl ImportName {
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            alias: None,
            type_only: false,
        }
    }
}

impl Item {
    pub fn exported(kind: ItemKind) -> Self {
        Self {
            doc: None,
            export: true,
            kind,
        }
    }

    pub fn private(kind: ItemKind) -> Self {
        Self {
            doc: None,
            export: false,
            kind,
        }
    }

    pub fn statement(statement: Statement) -> Self {
        Self::private(ItemKind::Statement(statement))
    }

    /// With JSDoc.
    #[must_use]
    pub fn documented(mut self, doc: impl Into<String>) -> Self {
        self.doc = Some(doc.into());
        self
    }
}

impl Const {
    pub fn new(name: impl Into<String>, value: Expression) -> Self {
        Self {
            name: name.into(),
            ty: None,
            value,
        }
    }
}
