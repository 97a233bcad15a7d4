//! Chains of members and calls.

use super::super::ast::{Expression, Pipeline, Type};
use super::super::quote;
use super::flat;
use super::precedence;
use super::writer::{Place, Writer, width};

/// One step of a chain.
enum Link<'a> {
    /// `.name`, `?.name`
    Member(String),
    /// `[index]`, `?.[index]`
    Index(&'a Expression, bool),
    /// `<types>(arguments)`
    Call {
        types: &'a [Type],
        arguments: &'a [Expression],
        optional: bool,
    },
}

impl Writer {
    pub fn chain(&mut self, expression: &Expression, place: Place) {
        let mut links = Vec::new();
        let head = unfold(expression, &mut links);
        if !self.last_call(head, &links, place) {
            self.one_call_a_line(head, &links, place);
        }
    }

    /// Everything up to the last call on this line, and its arguments broken. Not
    /// where that would hide several calls in one line.
    fn last_call(&mut self, head: &Expression, links: &[Link], place: Place) -> bool {
        let with_arguments =
            |link: &Link| matches!(link, Link::Call { arguments, .. } if !arguments.is_empty());
        let Some(last) = links.iter().rposition(with_arguments) else {
            return false;
        };
        let (before, rest) = links.split_at(last);
        let Some((
            Link::Call {
                types,
                arguments,
                optional,
            },
            after,
        )) = rest.split_first()
        else {
            return false;
        };
        let calls = before.iter().filter(|link| with_arguments(link));
        let methods = before
            .windows(2)
            .filter(|pair| matches!(pair, [Link::Member(_), Link::Call { .. }]))
            .count();
        let functions = calls.clone().any(has_function);
        if functions || methods > 1 || (methods == 1 && calls.count() > 0 && !after.is_empty()) {
            return false;
        }
        let mut start = match flat_head(head) {
            Some(text) => text,
            None => return false,
        };
        for link in before {
            match link.flat() {
                Some(text) => start.push_str(&text),
                None => return false,
            }
        }
        if *optional {
            start.push_str("?.");
        }
        let mut end = String::new();
        for link in after {
            match link.flat() {
                Some(text) => end.push_str(&text),
                None => return false,
            }
        }
        let tail = place.tail + width(&end);
        let place = if after.is_empty() {
            place
        } else {
            place.tail(tail).hard()
        };
        let fits = self.first_line_fits(0, |writer| {
            writer.text(&start);
            writer.called(types, arguments, place);
        });
        // On a line of its own even a break at every `.` does not help a path that is
        // too long, but it is what is left.
        if !fits {
            return false;
        }
        self.text(&start);
        self.called(types, arguments, place);
        self.text(&end);
        true
    }

    /// The head with its properties, then each method call on a line of its own.
    fn one_call_a_line(&mut self, head: &Expression, links: &[Link], place: Place) {
        let groups = groups(links);
        let total = groups.len();
        let tail_after = |position: usize| if position + 1 < total { 0 } else { place.tail };
        let first_place = if total > 1 { place.tail(0) } else { place };
        let parentheses = precedence::head_needs_parentheses(head);
        match groups.first() {
            Some(first) => {
                let head_tail = if first.is_empty() {
                    first_place.tail
                } else {
                    0
                };
                self.wrapped(head, parentheses, Place::inner(head_tail));
                self.links(first, first_place, true);
            }
            None => self.wrapped(head, parentheses, place),
        }
        self.indented(|writer| {
            for (position, group) in groups.iter().enumerate().skip(1) {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.links(group, Place::line(tail_after(position)), false);
            }
        });
    }

    /// Links that share a line; where plain members do not fit, each on its own.
    fn links(&mut self, links: &[Link], place: Place, first: bool) {
        let count = links.len();
        for (position, link) in links.iter().enumerate() {
            if self.stopped() {
                return;
            }
            let mut after = String::new();
            for next in links.iter().skip(position + 1) {
                match next.flat() {
                    Some(text) => after.push_str(&text),
                    None => break,
                }
            }
            let is_last = position + 1 == count;
            match link {
                Link::Member(text) => {
                    let next_is_call = matches!(links.get(position + 1), Some(Link::Call { .. }));
                    let tail = if is_last {
                        place.tail
                    } else {
                        usize::from(next_is_call)
                    };
                    let starts = !first && position == 0;
                    if !starts && width(text) > self.room(tail) {
                        let indent = |writer: &mut Self| {
                            writer.newline();
                            writer.text(text);
                        };
                        if first {
                            self.indented(indent);
                        } else {
                            indent(self);
                        }
                    } else {
                        self.text(text);
                    }
                }
                Link::Index(index, optional) => {
                    self.text(if *optional { "?.[" } else { "[" });
                    self.expression(index, Place::inner(1));
                    self.text("]");
                }
                Link::Call {
                    types,
                    arguments,
                    optional,
                } => {
                    if *optional {
                        self.text("?.");
                    }
                    let call_place = if is_last {
                        place
                    } else {
                        place.tail(place.tail + width(&after)).hard()
                    };
                    self.called(types, arguments, call_place);
                }
            }
        }
    }

    /// A chain that is always written one call a line.
    pub fn pipeline(&mut self, pipeline: &Pipeline, place: Place) {
        let parentheses = precedence::head_needs_parentheses(&pipeline.head);
        let head_place = if pipeline.calls.is_empty() {
            place
        } else {
            place.tail(0)
        };
        self.wrapped(&pipeline.head, parentheses, head_place);
        self.indented(|writer| {
            let mut calls = pipeline.calls.iter().peekable();
            while let Some(call) = calls.next() {
                writer.newline();
                writer.text(".");
                writer.text(&call.name);
                let tail = if calls.peek().is_some() {
                    0
                } else {
                    place.tail
                };
                writer.called(&[], &call.arguments, Place::line(tail));
            }
        });
    }
}

impl Link<'_> {
    fn flat(&self) -> Option<String> {
        match self {
            Self::Member(text) => Some(text.clone()),
            Self::Index(index, optional) => {
                let open = if *optional { "?.[" } else { "[" };
                let index = flat::expression(index, super::WIDTH)?;
                Some(format!("{open}{index}]"))
            }
            Self::Call {
                types,
                arguments,
                optional,
            } => {
                let open = if *optional { "?." } else { "" };
                let types = flat::type_arguments(types, super::WIDTH)?;
                let arguments = flat::arguments(arguments, super::WIDTH)?;
                Some(format!("{open}{types}{arguments}"))
            }
        }
    }
}

fn has_function(link: &Link) -> bool {
    match link {
        Link::Call { arguments, .. } => arguments
            .iter()
            .any(|argument| matches!(argument, Expression::Arrow(_))),
        _ => false,
    }
}

fn flat_head(head: &Expression) -> Option<String> {
    if precedence::head_needs_parentheses(head) {
        flat::parenthesised(head, super::WIDTH)
    } else {
        flat::expression(head, super::WIDTH)
    }
}

/// The links of a chain in order; what they start from.
fn unfold<'a>(expression: &'a Expression, links: &mut Vec<Link<'a>>) -> &'a Expression {
    match expression {
        Expression::Member(member) => {
            let head = unfold(&member.object, links);
            links.push(Link::Member(member_text(&member.property, member.optional)));
            head
        }
        Expression::Index(index) => {
            let head = unfold(&index.object, links);
            links.push(Link::Index(&index.index, index.optional));
            head
        }
        Expression::Call(call) => {
            let head = unfold(&call.callee, links);
            links.push(Link::Call {
                types: &call.types,
                arguments: &call.arguments,
                optional: call.optional,
            });
            head
        }
        other => other,
    }
}

fn member_text(name: &str, optional: bool) -> String {
    let dot = if optional { "?." } else { "." };
    if quote::is_identifier(name) {
        format!("{dot}{name}")
    } else {
        let open = if optional { "?.[" } else { "[" };
        format!("{open}{}]", quote::string_literal(name))
    }
}

/// Splits before each method call; the first group is what stays with the head.
/// Without method calls, before each member.
fn groups<'a, 'b>(links: &'b [Link<'a>]) -> Vec<&'b [Link<'a>]> {
    let is_method = |position: usize| {
        matches!(links.get(position), Some(Link::Member(_)))
            && matches!(links.get(position + 1), Some(Link::Call { .. }))
    };
    let has_methods = (0..links.len()).any(is_method);
    let starts = |position: usize| {
        if has_methods {
            is_method(position)
        } else {
            matches!(links.get(position), Some(Link::Member(text)) if !text.ends_with(']'))
        }
    };
    let mut groups = Vec::new();
    let mut rest = links;
    let mut offset = 0;
    loop {
        let next = (1..rest.len()).find(|position| starts(offset + position));
        let from = if groups.is_empty() && starts(0) {
            0
        } else {
            next.unwrap_or(rest.len())
        };
        let (group, after) = rest.split_at(from);
        groups.push(group);
        offset += from;
        rest = after;
        if rest.is_empty() {
            return groups;
        }
    }
}
