//! Everything on one line, or nothing: gives up as soon as the line would be too wide,
//! or at what always takes several lines.

mod expression;
mod types;

use super::super::ast::{Expression, Parameter, Type, TypeMember};
use super::writer::width;

pub(super) use expression::key_text;
pub(super) use types::is_loose;

/// The expression on one line of at most `room` columns.
pub(super) fn expression(expression: &Expression, room: usize) -> Option<String> {
    Flat::run(room, |flat| flat.expression(expression))
}

/// The expression in parentheses.
pub(super) fn parenthesised(expression: &Expression, room: usize) -> Option<String> {
    Flat::run(room, |flat| flat.parenthesised(expression))
}

/// The arguments of a call, with the parentheses.
pub(super) fn arguments(arguments: &[Expression], room: usize) -> Option<String> {
    Flat::run(room, |flat| flat.arguments(arguments))
}

pub(super) fn type_arguments(types: &[Type], room: usize) -> Option<String> {
    Flat::run(room, |flat| flat.type_arguments(types))
}

pub(super) fn ty(ty: &Type, room: usize) -> Option<String> {
    Flat::run(room, |flat| flat.ty(ty))
}

/// The name of a member with what belongs to it, up to the `:`.
pub(super) fn member_head(member: &TypeMember) -> String {
    Flat::run(usize::MAX, |flat| flat.member_head(member)).unwrap_or_default()
}

/// Parameters with the parentheses, and the result type.
pub(super) fn signature(
    parameters: &[Parameter],
    returns: Option<&Type>,
    room: usize,
) -> Option<String> {
    Flat::run(room, |flat| flat.signature(parameters, returns))
}

struct Flat {
    text: String,
    room: usize,
}

impl Flat {
    fn run(room: usize, print: impl FnOnce(&mut Self) -> Option<()>) -> Option<String> {
        let mut flat = Self {
            text: String::new(),
            room,
        };
        print(&mut flat)?;
        Some(flat.text)
    }

    fn push(&mut self, text: &str) -> Option<()> {
        self.room = self.room.checked_sub(width(text))?;
        self.text.push_str(text);
        Some(())
    }

    fn separated<T>(
        &mut self,
        values: &[T],
        separator: &str,
        mut print: impl FnMut(&mut Self, &T) -> Option<()>,
    ) -> Option<()> {
        for (position, value) in values.iter().enumerate() {
            if position > 0 {
                self.push(separator)?;
            }
            print(self, value)?;
        }
        Some(())
    }
}
