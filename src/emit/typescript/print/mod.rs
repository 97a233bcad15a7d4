//! The printer. Its layout is a fixed point of `deno fmt` (dprint's TypeScript plugin
//! with Deno's settings: 80 columns, two spaces, double quotes).
//!
//! dprint keeps the author's line breaks in lists (after the opening bracket), before a
//! `.` and between operands, and decides by width alone after `=`, `:`, `=>` and around
//! `?` and `:`. So the printer breaks by width, writes the kept kind wherever it can
//! choose, and uses the other kind only where dprint would break at the same place.

mod arguments;
mod arrow;
mod assigned;
mod binary;
mod chain;
mod comment;
mod conditional;
mod expression;
mod flat;
mod item;
mod object;
mod precedence;
mod statement;
mod template;
mod types;
mod writer;

use super::ast::{Expression, Module, Type};
use writer::Writer;

/// The columns of a line.
const WIDTH: usize = 80;

/// The whole file.
pub fn module(module: &Module) -> String {
    let mut writer = Writer::new();
    writer.module(module);
    writer.finish()
}

/// An expression on one line, whatever its width; blocks inside it keep their lines.
pub fn expression(expression: &Expression) -> String {
    flat::expression(expression, usize::MAX).unwrap_or_else(|| {
        let mut writer = Writer::new();
        writer.expression(expression, writer::Place::line(0));
        writer.finish()
    })
}

/// A type on one line, whatever its width.
pub fn ty(ty: &Type) -> String {
    flat::ty(ty, usize::MAX).unwrap_or_default()
}
