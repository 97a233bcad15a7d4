//! Chains of members and calls.

mod links;

use super::super::ast::{ArrowBody, Expression, Pipeline, Statement};
use super::flat;
use super::precedence;
use super::writer::{Place, Writer, width};
use links::{Link, groups, unfold};

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
        let Some(last) = links.iter().rposition(Link::has_arguments) else {
            return false;
        };
        let (before, rest) = links.split_at(last);
        let Some((call, after)) = rest.split_first() else {
            return false;
        };
        let calls = before.iter().filter(|link| link.has_arguments()).count();
        let methods = before
            .windows(2)
            .filter(|pair| matches!(pair, [Link::Member(_), Link::Call { .. }]))
            .count();
        let functions = before.iter().any(Link::has_function);
        if functions || methods > 1 || (methods == 1 && calls > 0 && !after.is_empty()) {
            return false;
        }
        let (Some(start), Some(end)) = (flat_start(head, before), flat_links(after)) else {
            return false;
        };
        let place = place_before(place, &end);
        if let Some((opening, body)) = test_case(head, before, call) {
            self.text(&start);
            self.text(&opening);
            self.block(body);
            self.text(")");
            self.text(&end);
            return true;
        }
        // The line that closes the arguments.
        if !end.is_empty() && self.room_at(1) < width(&end) + place.tail {
            return false;
        }
        let print = |writer: &mut Self| {
            writer.text(&start);
            writer.link(call, place);
        };
        if !self.first_line_fits(0, print) {
            return false;
        }
        print(self);
        self.text(&end);
        true
    }

    /// The head with its properties, then each method call on a line of its own.
    fn one_call_a_line(&mut self, head: &Expression, links: &[Link], place: Place) {
        let groups = groups(links);
        let mut groups = groups.into_iter().peekable();
        let first = groups.next().unwrap_or_default();
        let first_place = if groups.peek().is_some() {
            place.tail(0)
        } else {
            place
        };
        let parentheses = precedence::head_needs_parentheses(head);
        let head_tail = if first.is_empty() {
            first_place.tail
        } else {
            0
        };
        self.wrapped(head, parentheses, place.tail(head_tail));
        self.first_links(first, first_place);
        self.indented(|writer| {
            while let Some(group) = groups.next() {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                let line = Place::line(place.tail);
                // What follows the chain may have places to break of its own.
                let last = if place.is_soft() { line } else { line.hard() };
                let more = groups.peek().is_some();
                writer.links(group, if more { line.tail(0) } else { last });
            }
        });
    }

    /// What stays with the head; members that do not fit go on lines of their own.
    fn first_links(&mut self, links: &[Link], place: Place) {
        let mut levels = 0;
        for (position, link) in links.iter().enumerate() {
            let after = links.get(position + 1..).unwrap_or_default();
            if link.can_start_line() && self.overflows(link, after, place) {
                levels = 1;
                self.indented(Self::newline);
            }
            self.indented_by(levels, |writer| {
                let after = flat_links(after).unwrap_or_default();
                writer.link(link, place_before(place, &after));
            });
        }
    }

    /// A line of a chain: members that do not fit go on lines of their own.
    fn links(&mut self, links: &[Link], place: Place) {
        for (position, link) in links.iter().enumerate() {
            if self.stopped() {
                return;
            }
            let after = links.get(position + 1..).unwrap_or_default();
            if position > 0 && link.can_start_line() && self.overflows(link, after, place) {
                self.newline();
            }
            let after = flat_links(after).unwrap_or_default();
            self.link(link, place_before(place, &after));
        }
    }

    /// Whether a link does not fit on the line with what stays with it.
    fn overflows(&self, link: &Link, after: &[Link], place: Place) -> bool {
        let own = link.flat().map_or(1, |text| width(&text));
        own + width_with(after, place.tail) > self.room(0)
    }

    fn link(&mut self, link: &Link, place: Place) {
        match link {
            Link::Member(text) => self.text(text),
            Link::Index(index, optional) => {
                self.index(if *optional { "?.[" } else { "[" }, index, place.tail + 1);
            }
            Link::Call {
                types,
                arguments,
                optional,
            } => {
                if *optional {
                    self.text("?.");
                }
                self.called(types, arguments, place);
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

/// What opens the block of `Deno.test("…", () => {`, which dprint never breaks, and the
/// block.
fn test_case<'a>(
    head: &Expression,
    before: &[Link],
    call: &Link<'a>,
) -> Option<(String, &'a [Statement])> {
    let is_test = match before.last() {
        Some(Link::Member(name)) => name == ".test",
        None => matches!(head, Expression::Identifier(name) if name == "test"),
        _ => false,
    };
    let Link::Call {
        types: [],
        arguments: [name @ Expression::String(_), Expression::Arrow(arrow)],
        optional: false,
    } = call
    else {
        return None;
    };
    let ArrowBody::Block(body) = &arrow.body else {
        return None;
    };
    if !is_test || arrow.parameters.len() > 1 {
        return None;
    }
    let name = flat::expression(name, usize::MAX)?;
    let signature = flat::signature(&arrow.parameters, arrow.returns.as_ref(), usize::MAX)?;
    let asynchronous = if arrow.asynchronous { "async " } else { "" };
    Some((format!("({name}, {asynchronous}{signature} => "), body))
}

/// A chain on one line up to some link.
fn flat_start(head: &Expression, links: &[Link]) -> Option<String> {
    let head = if precedence::head_needs_parentheses(head) {
        flat::parenthesised(head, super::WIDTH)?
    } else {
        flat::expression(head, super::WIDTH)?
    };
    Some(head + &flat_links(links)?)
}

fn flat_links(links: &[Link]) -> Option<String> {
    links.iter().map(Link::flat).collect()
}

/// The place of a call with `after` behind it on its last line.
fn place_before(place: Place, after: &str) -> Place {
    if after.is_empty() {
        place
    } else {
        place.tail(place.tail + width(after)).hard()
    }
}

/// The columns that stay with a member before the line can be broken: its index, the
/// opening of its call, or at the end what follows the chain.
fn width_with(after: &[Link], tail: usize) -> usize {
    match after.first() {
        None => tail,
        Some(link) if link.can_start_line() => 0,
        Some(call) if call.has_arguments() => 1,
        Some(link) => {
            let rest = after.get(1..).unwrap_or_default();
            link.flat().map_or(1, |text| width(&text)) + width_with(rest, tail)
        }
    }
}
