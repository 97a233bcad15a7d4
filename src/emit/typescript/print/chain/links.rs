//! The steps of a chain.

use std::borrow::Cow;

use super::super::super::ast::{Expression, Type};
use super::super::super::quote;
use super::super::{WIDTH, flat};

/// One step of a chain.
pub(super) enum Link<'a> {
    /// `.name`, `?.name`
    Member(String),
    /// `[index]`, `?.[index]`
    Index(Cow<'a, Expression>, bool),
    /// `<types>(arguments)`
    Call {
        types: &'a [Type],
        arguments: &'a [Expression],
        optional: bool,
    },
}

impl Link<'_> {
    /// Whether dprint can break before it.
    pub const fn can_start_line(&self) -> bool {
        matches!(self, Self::Member(_) | Self::Index(_, true))
    }

    /// Whether it is a call with arguments.
    pub fn has_arguments(&self) -> bool {
        matches!(self, Self::Call { arguments, .. } if !arguments.is_empty())
    }

    /// Whether it is a call that is given a function.
    pub fn has_function(&self) -> bool {
        match self {
            Self::Call { arguments, .. } => arguments
                .iter()
                .any(|argument| matches!(argument, Expression::Arrow(_))),
            _ => false,
        }
    }

    /// On one line.
    pub fn flat(&self) -> Option<String> {
        match self {
            Self::Member(text) => Some(text.clone()),
            Self::Index(index, optional) => {
                let open = if *optional { "?.[" } else { "[" };
                let index = flat::expression(index, WIDTH)?;
                Some(format!("{open}{index}]"))
            }
            Self::Call {
                types,
                arguments,
                optional,
            } => {
                let open = if *optional { "?." } else { "" };
                let types = flat::type_arguments(types, WIDTH)?;
                let arguments = flat::arguments(arguments, WIDTH)?;
                Some(format!("{open}{types}{arguments}"))
            }
        }
    }
}

/// The links of a chain in order; what they start from.
pub(super) fn unfold<'a>(expression: &'a Expression, links: &mut Vec<Link<'a>>) -> &'a Expression {
    match expression {
        Expression::Member(member) => {
            let head = unfold(&member.object, links);
            let name = &member.property;
            links.push(if quote::is_identifier(name) {
                Link::Member(format!(
                    "{}{name}",
                    if member.optional { "?." } else { "." }
                ))
            } else {
                let key = Expression::String(name.clone());
                Link::Index(Cow::Owned(key), member.optional)
            });
            head
        }
        Expression::Index(index) => {
            let head = unfold(&index.object, links);
            links.push(Link::Index(Cow::Borrowed(&index.index), index.optional));
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

/// Splits before each method call; the first group is what stays with the head.
/// Without method calls, before each member.
pub(super) fn groups<'a, 'b>(links: &'b [Link<'a>]) -> Vec<&'b [Link<'a>]> {
    let is_method = |position: usize| {
        matches!(links.get(position), Some(Link::Member(_)))
            && matches!(links.get(position + 1), Some(Link::Call { .. }))
    };
    let has_methods = (0..links.len()).any(is_method);
    let starts = |position: usize| {
        if has_methods {
            is_method(position)
        } else {
            matches!(links.get(position), Some(Link::Member(_)))
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
