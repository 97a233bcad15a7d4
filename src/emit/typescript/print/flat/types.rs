//! Types on one line.

use super::super::super::ast::{Parameter, Type, TypeMember};
use super::super::super::quote;
use super::Flat;

impl Flat {
    pub(super) fn ty(&mut self, ty: &Type) -> Option<()> {
        match ty {
            Type::Named { name, arguments } => {
                self.push(name)?;
                self.type_arguments(arguments)
            }
            Type::Array(item) => {
                self.wrapped_type(item)?;
                self.push("[]")
            }
            Type::ReadonlyArray(item) => {
                self.push("readonly ")?;
                self.wrapped_type(item)?;
                self.push("[]")
            }
            Type::Union(types) => self.separated(types, " | ", |flat, ty| {
                if matches!(ty, Type::Function(_)) {
                    flat.push("(")?;
                    flat.ty(ty)?;
                    flat.push(")")
                } else {
                    flat.ty(ty)
                }
            }),
            Type::Literal(value) => self.push(&quote::string_literal(value)),
            Type::Object(members) => {
                if members.is_empty() {
                    return self.push("Record<string, never>");
                }
                if members.iter().any(|member| member.doc.is_some()) {
                    return None;
                }
                self.push("{ ")?;
                self.separated(members, "; ", |flat, member| {
                    flat.member_head(member)?;
                    flat.push(" ")?;
                    flat.ty(&member.ty)
                })?;
                self.push(" }")
            }
            Type::Function(function) => {
                self.signature(&function.parameters, None)?;
                self.push(" => ")?;
                self.ty(&function.returns)
            }
            Type::Indexed(object, key) => {
                self.wrapped_type(object)?;
                self.push("[")?;
                self.push(&quote::string_literal(key))?;
                self.push("]")
            }
            Type::Keyed(value) => {
                self.push("{ readonly [key: string]: ")?;
                self.ty(value)?;
                self.push(" }")
            }
            Type::TypeOf(name) => {
                self.push("typeof ")?;
                self.push(name)
            }
        }
    }

    /// In parentheses where `[]` would bind to the last part only.
    fn wrapped_type(&mut self, ty: &Type) -> Option<()> {
        if is_loose(ty) {
            self.push("(")?;
            self.ty(ty)?;
            self.push(")")
        } else {
            self.ty(ty)
        }
    }

    pub(super) fn type_arguments(&mut self, types: &[Type]) -> Option<()> {
        if types.is_empty() {
            return Some(());
        }
        self.push("<")?;
        self.separated(types, ", ", Self::ty)?;
        self.push(">")
    }

    /// `readonly name?:`
    pub(super) fn member_head(&mut self, member: &TypeMember) -> Option<()> {
        if member.readonly {
            self.push("readonly ")?;
        }
        self.push(&quote::property_name(&member.name))?;
        self.push(if member.optional { "?:" } else { ":" })
    }

    pub(super) fn signature(
        &mut self,
        parameters: &[Parameter],
        returns: Option<&Type>,
    ) -> Option<()> {
        self.push("(")?;
        self.separated(parameters, ", ", |flat, parameter| {
            flat.push(&parameter.name)?;
            if parameter.optional {
                flat.push("?")?;
            }
            match &parameter.ty {
                Some(ty) => {
                    flat.push(": ")?;
                    flat.ty(ty)
                }
                None => Some(()),
            }
        })?;
        self.push(")")?;
        match returns {
            Some(ty) => {
                self.push(": ")?;
                self.ty(ty)
            }
            None => Some(()),
        }
    }
}

/// Whether `[]` behind the type would bind to its last part only.
pub(in super::super) const fn is_loose(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Union(_) | Type::Function(_) | Type::ReadonlyArray(_) | Type::TypeOf(_)
    )
}
