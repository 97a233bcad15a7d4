//! Types, signatures and members over several lines.

use super::super::ast::{Parameter, Type, TypeMember};
use super::flat;
use super::writer::{Writer, width};

impl Writer {
    /// A type after `:` or `=`, with its leading space or line break.
    pub fn assigned_type(&mut self, ty: &Type, tail: usize) {
        if let Some(text) = flat::ty(ty, self.room(tail + 1)) {
            self.text(" ");
            self.text(&text);
        } else if let Type::Union(types) = ty {
            self.indented(|writer| writer.alternatives(types, tail, false));
        } else if self.is_past_indent()
            && !self.first_line_fits(tail, |writer| {
                writer.text(" ");
                writer.ty(ty, tail);
            })
        {
            self.indented(|writer| {
                writer.newline();
                writer.ty(ty, tail);
            });
        } else {
            self.text(" ");
            self.ty(ty, tail);
        }
    }

    pub fn ty(&mut self, ty: &Type, tail: usize) {
        if let Some(text) = flat::ty(ty, self.room(tail)) {
            self.text(&text);
            return;
        }
        match ty {
            Type::Named { name, arguments } => {
                self.text(name);
                self.type_arguments(arguments);
            }
            Type::Array(item) => {
                self.element(item, tail + 2);
                self.text("[]");
            }
            Type::ReadonlyArray(item) => {
                self.text("readonly ");
                self.element(item, tail + 2);
                self.text("[]");
            }
            // At the start of a line there is nothing to break away from.
            Type::Union(types) if self.starts_line() => self.alternatives(types, tail, true),
            Type::Union(types) => self.indented(|writer| writer.alternatives(types, tail, false)),
            Type::Object(members) => self.members(members),
            Type::Function(function) => {
                let returns = flat::ty(&function.returns, usize::MAX);
                let returns_width = returns.map_or(0, |text| width(&text));
                self.signature(&function.parameters, None, 4 + returns_width + tail);
                self.text(" =>");
                self.assigned_type(&function.returns, tail);
            }
            Type::Indexed(object, key) => {
                self.element(object, tail + 2 + width(key));
                self.text("[");
                self.text(&super::super::quote::string_literal(key));
                self.text("]");
            }
            Type::Keyed(value) => {
                self.text("{");
                self.indented(|writer| {
                    writer.newline();
                    writer.text("readonly [key: string]:");
                    writer.assigned_type(value, 1);
                    writer.text(";");
                });
                self.newline();
                self.text("}");
            }
            Type::Literal(_) | Type::TypeOf(_) => {
                self.text(&flat::ty(ty, usize::MAX).unwrap_or_default());
            }
        }
    }

    fn element(&mut self, item: &Type, tail: usize) {
        if flat::is_loose(item) {
            self.text("(");
            match item {
                Type::Union(types) => {
                    self.indented(|writer| writer.alternatives(types, 0, false));
                    self.newline();
                }
                other => self.ty(other, tail + 1),
            }
            self.text(")");
        } else {
            self.ty(item, tail);
        }
    }

    /// `| type` on lines of their own; the first may be on this one.
    fn alternatives(&mut self, types: &[Type], tail: usize, here: bool) {
        for (position, ty) in types.iter().enumerate() {
            let tail = if position + 1 < types.len() { 0 } else { tail };
            if position > 0 || !here {
                self.newline();
            }
            self.text("| ");
            if matches!(ty, Type::Function(_)) {
                self.text("(");
                self.ty(ty, tail + 1);
                self.text(")");
            } else {
                self.ty(ty, tail);
            }
        }
    }

    /// `<types>`, broken: an object as the only one keeps to the line.
    pub fn type_arguments(&mut self, types: &[Type]) {
        if types.is_empty() {
            return;
        }
        self.text("<");
        if let [Type::Object(members)] = types
            && !members.is_empty()
        {
            self.members(members);
        } else {
            self.indented(|writer| {
                let mut types = types.iter().peekable();
                while let Some(ty) = types.next() {
                    let comma = types.peek().is_some();
                    writer.newline();
                    writer.ty(ty, usize::from(comma));
                    if comma {
                        writer.text(",");
                    }
                }
            });
            self.newline();
        }
        self.text(">");
    }

    /// `{ members }`, one a line.
    pub fn members(&mut self, members: &[TypeMember]) {
        if members.is_empty() {
            self.text("{}");
            return;
        }
        self.text("{");
        self.indented(|writer| {
            for member in members {
                writer.newline();
                if let Some(doc) = &member.doc {
                    writer.doc_comment(doc);
                }
                writer.text(&flat::member_head(member));
                writer.assigned_type(&member.ty, 1);
                writer.text(";");
            }
        });
        self.newline();
        self.text("}");
    }

    /// Parameters in parentheses and the result type; `tail` columns follow.
    pub fn signature(&mut self, parameters: &[Parameter], returns: Option<&Type>, tail: usize) {
        if let Some(text) = flat::signature(parameters, returns, self.room(tail)) {
            self.text(&text);
            return;
        }
        if parameters.is_empty() {
            self.text("()");
        } else {
            self.text("(");
            self.indented(|writer| {
                for parameter in parameters {
                    writer.newline();
                    writer.text(&parameter.name);
                    if parameter.optional {
                        writer.text("?");
                    }
                    if let Some(ty) = &parameter.ty {
                        writer.text(":");
                        writer.assigned_type(ty, 1);
                    }
                    writer.text(",");
                }
            });
            self.newline();
            self.text(")");
        }
        match returns {
            None => {}
            Some(ty) => {
                self.text(":");
                if let (None, Type::Union(types)) = (flat::ty(ty, self.room(tail + 1)), ty) {
                    self.indented(|writer| writer.alternatives(types, tail, false));
                } else {
                    self.text(" ");
                    self.ty(ty, tail);
                }
            }
        }
    }
}
