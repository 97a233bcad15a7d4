//! Objects and arrays, one element a line.

use super::super::ast::{Expression, Object, Property};
use super::flat;
use super::writer::{Place, Writer};

impl Writer {
    pub fn object(&mut self, object: &Object) {
        if object.properties.is_empty() {
            self.text("{}");
            return;
        }
        self.text("{");
        self.indented(|writer| {
            for property in &object.properties {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.property(property);
            }
        });
        self.newline();
        self.text("}");
    }

    fn property(&mut self, property: &Property) {
        match property {
            Property::Value { key, value } => {
                if matches!(value, Expression::Identifier(name) if name == key) {
                    self.text(key);
                } else {
                    self.text(&flat::key_text(key));
                    self.text(":");
                    self.assigned(value, 1);
                }
            }
            Property::Computed { key, value } => {
                self.index("[", key, 2);
                self.text(":");
                self.assigned(value, 1);
            }
            Property::Spread(value) => {
                self.text("...");
                self.expression(value, Place::line(1));
            }
            Property::Comment(text) => {
                self.line_comment(text);
                return;
            }
        }
        self.text(",");
    }

    /// `[`, an expression, `]`, then `tail` columns.
    pub fn index(&mut self, open: &str, index: &Expression, tail: usize) {
        self.text(open);
        if let Some(text) = flat::expression(index, self.room(tail)) {
            self.text(&text);
        } else {
            self.indented(|writer| {
                writer.newline();
                writer.expression(index, Place::line(0));
            });
            self.newline();
        }
        self.text("]");
    }

    pub fn array(&mut self, items: &[Expression]) {
        if items.is_empty() {
            self.text("[]");
            return;
        }
        self.text("[");
        self.indented(|writer| {
            for item in items {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.expression(item, Place::line(1));
                writer.text(",");
            }
        });
        self.newline();
        self.text("]");
    }
}
