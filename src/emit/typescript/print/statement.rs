//! Statements and blocks.

use super::super::ast::{Expression, Statement};
use super::super::quote;
use super::flat;
use super::precedence;
use super::writer::{Place, Writer, width};

impl Writer {
    /// `{ statements }`
    pub fn block(&mut self, statements: &[Statement]) {
        if is_empty(statements) {
            self.text("{}");
            return;
        }
        self.text("{");
        self.indented(|writer| {
            writer.newline();
            writer.statements(statements);
        });
        self.newline();
        self.text("}");
    }

    /// Statements on lines of their own, without empty lines at the ends.
    pub fn statements(&mut self, statements: &[Statement]) {
        let mut started = false;
        let mut blank = false;
        for statement in statements {
            if self.stopped() {
                return;
            }
            if matches!(statement, Statement::Blank) {
                blank = started;
            } else if is_visible(statement) {
                if started {
                    if blank {
                        self.blank();
                    }
                    self.newline();
                }
                self.statement(statement);
                started = true;
                blank = false;
            }
        }
    }

    pub fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Const { name, ty, value } => {
                self.text("const ");
                self.text(name);
                if let Some(ty) = ty {
                    self.text(":");
                    self.assigned_type(ty, 2);
                }
                self.text(" =");
                self.assigned(value, 1);
                self.text(";");
            }
            Statement::Return(None) => self.text("return;"),
            Statement::Return(Some(value)) => {
                self.text("return ");
                self.expression(value, Place::line(1));
                self.text(";");
            }
            Statement::Throw(value) => {
                self.text("throw ");
                self.expression(value, Place::line(1));
                self.text(";");
            }
            Statement::Expression(value) => {
                let parentheses = precedence::begins_with_brace(value);
                self.wrapped(value, parentheses, Place::argument(1));
                self.text(";");
            }
            Statement::If {
                test,
                then,
                otherwise,
            } => {
                self.text("if ");
                self.condition(test, block_opening(then));
                self.text(" ");
                self.block(then);
                if is_empty(then) && !is_empty(otherwise) {
                    self.newline();
                    self.text("else ");
                } else if !is_empty(otherwise) {
                    self.text(" else ");
                }
                self.otherwise(otherwise);
            }
            Statement::ForOf { name, values, body } => {
                self.for_of(name, values, block_opening(body));
                self.block(body);
            }
            Statement::Try {
                body,
                binding,
                handler,
            } => {
                self.text("try ");
                if is_empty(body) {
                    self.text("{");
                    self.newline();
                    self.text("}");
                } else {
                    self.block(body);
                }
                self.text(" catch ");
                if let Some(binding) = binding {
                    self.text("(");
                    self.text(binding);
                    self.text(") ");
                }
                self.block(handler);
            }
            Statement::Comment(text) => self.line_comment(text),
            Statement::Blank => {}
        }
    }

    /// `for (const name of values) `
    fn for_of(&mut self, name: &str, values: &Expression, tail: usize) {
        let start = format!("const {name} of ");
        // `for (`, `)`
        let room = self.room(width(&start) + 6 + tail);
        self.text("for (");
        if let Some(text) = flat::expression(values, room) {
            self.text(&start);
            self.text(&text);
        } else {
            self.indented(|writer| writer.for_of_head(name, &start, values));
            self.newline();
        }
        self.text(") ");
    }

    /// `const name of values` on lines of its own.
    fn for_of_head(&mut self, name: &str, start: &str, values: &Expression) {
        let print = |writer: &mut Self| {
            writer.text(start);
            writer.expression(values, Place::line(0));
        };
        self.newline();
        if self.first_line_fits(0, print) {
            print(self);
        } else {
            self.text("const ");
            self.text(name);
            self.indented(|writer| {
                writer.newline();
                writer.text("of ");
                writer.expression(values, Place::line(0));
            });
        }
    }

    fn otherwise(&mut self, otherwise: &[Statement]) {
        match otherwise {
            [nested @ Statement::If { .. }] => self.statement(nested),
            statements if is_empty(statements) => {}
            statements => self.block(statements),
        }
    }

    /// `(test)`; a block follows, of which `tail` columns are on this line.
    fn condition(&mut self, test: &Expression, tail: usize) {
        if let Some(text) = flat::parenthesised(test, self.room(tail)) {
            self.text(&text);
            return;
        }
        self.text("(");
        self.indented(|writer| {
            writer.newline();
            writer.expression(test, Place::line(0));
        });
        self.newline();
        self.text(")");
    }
}

/// Whether the block would be `{}`.
pub(super) fn is_empty(statements: &[Statement]) -> bool {
    !statements.iter().any(is_visible)
}

/// The columns of ` {`, or of ` {}`.
pub(super) fn block_opening(statements: &[Statement]) -> usize {
    if is_empty(statements) { 3 } else { 2 }
}

/// Whether anything is printed for it.
pub(super) fn is_visible(statement: &Statement) -> bool {
    match statement {
        Statement::Blank => false,
        Statement::Comment(text) => !quote::comment_lines(text, usize::MAX).is_empty(),
        _ => true,
    }
}
