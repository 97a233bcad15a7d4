//! Types.

#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `string`, `Order`, `Promise<Order>`, `durable.Interpreter`
    Named {
        name: String,
        arguments: Vec<Type>,
    },
    /// `Item[]`
    Array(Box<Type>),
    /// `readonly Item[]`
    ReadonlyArray(Box<Type>),
    Union(Vec<Type>),
    /// A string literal type.
    Literal(String),
    Object(Vec<TypeMember>),
    /// `{ readonly [key: string]: Value }`, which unlike `Record` may be part of itself.
    Keyed(Box<Type>),
    Function(Box<FunctionType>),
    /// `object["key"]`
    Indexed(Box<Type>, String),
    /// `typeof name`
    TypeOf(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct TypeMember {
    pub doc: Option<String>,
    pub readonly: bool,
    pub name: String,
    pub optional: bool,
    pub ty: Type,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FunctionType {
    pub parameters: Vec<Parameter>,
    pub returns: Type,
}

/// A parameter of a function, an arrow function or a function type.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: String,
    pub optional: bool,
    pub ty: Option<Type>,
}

/// `Name extends constraint`
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParameter {
    pub name: String,
    pub constraint: Option<Type>,
}
