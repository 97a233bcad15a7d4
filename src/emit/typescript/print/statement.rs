//! Statements and blocks.

use super::super::ast::{Expression, Statement};
use super::super::quote;
use super::flat;
use super::precedence;
use super::writer::{Place, Writer};

impl Writer {
    /// `{ statements }`
    pub fn block(&mut self, statements: &[Statement]) {
        if !statements.iter().any(is_visible) {
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
                self.condition(test);
                self.text(" ");
                self.block(then);
                self.otherwise(otherwise);
            }
            Statement::ForOf { name, values, body } => {
                self.text("for (const ");
                self.text(name);
                self.text(" of ");
                self.expression(values, Place::inner(3));
                self.text(") ");
                self.block(body);
            }
            Statement::Try {
                body,
                binding,
                handler,
            } => {
                self.text("try ");
                self.block(body);
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

    fn otherwise(&mut self, otherwise: &[Statement]) {
        match otherwise {
            [] => {}
            [nested @ Statement::If { .. }] => {
                self.text(" else ");
                self.statement(nested);
            }
            statements => {
                self.text(" else ");
                self.block(statements);
            }
        }
    }

    /// `(test)`; a block follows.
    fn condition(&mut self, test: &Expression) {
        match flat::parenthesised(test, self.room(2)) {
            Some(text) => self.text(&text),
            None => {
                self.text("(");
                self.indented(|writer| {
                    writer.newline();
                    writer.expression(test, Place::line(0));
                });
                self.newline();
                self.text(")");
            }
        }
    }
}

fn is_visible(statement: &Statement) -> bool {
    match statement {
        Statement::Blank => false,
        Statement::Comment(text) => !quote::comment_lines(text, usize::MAX).is_empty(),
        _ => true,
    }
}
