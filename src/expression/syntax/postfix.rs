//! Chains: members, indexes, method calls.

use super::ast::{Expr, ExprKind, Link, LinkKind};
use super::parser::{Parsed, Parser};
use super::token::Token;
use crate::diagnostics::{Diagnostic, codes::expressions as codes};

impl Parser<'_> {
    pub(super) fn postfix(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let base = self.primary()?;
        let mut links = Vec::new();
        let mut below = base.height;
        loop {
            let link_start = self.range.start;
            let operator = self.span();
            let (kind, optional) = match self.token {
                Token::Dot => {
                    self.advance();
                    (self.member(&mut below)?, false)
                }
                Token::QuestionDot => {
                    self.advance();
                    match self.token {
                        Token::OpenBracket => (self.index(&mut below), true),
                        Token::OpenParen => {
                            return Err(self.fail(
                                &codes::UNSUPPORTED,
                                "calling with `?.(` is not part of the language",
                                "write `x?.method()`",
                            ));
                        }
                        _ => (self.member(&mut below)?, true),
                    }
                }
                Token::OpenBracket => (self.index(&mut below), false),
                Token::OpenParen => {
                    return Err(self.fail(
                        &codes::SYNTAX,
                        "only a name can be called",
                        "write `name(…)` or `value.method(…)`",
                    ));
                }
                Token::Backtick => {
                    let tag_span = self.since(start);
                    // Read to its end first, so that what follows is read too.
                    let template = self.template()?;
                    let (ExprKind::Template(parts), ExprKind::Name(tag), true) =
                        (template.kind, &base.kind, links.is_empty())
                    else {
                        let problem = Diagnostic::new(
                            &codes::UNSUPPORTED,
                            tag_span,
                            "only a name can stand before a template",
                        )
                        .help("write `qbo`, `soql` or nothing before the template");
                        self.report(problem);
                        return Ok(Expr::error(self.since(start)));
                    };
                    let kind = ExprKind::Tagged {
                        tag: tag.clone(),
                        tag_span,
                        parts,
                    };
                    return self.node(kind, start, template.height.saturating_sub(1));
                }
                _ => break,
            };
            links.push(Link {
                kind,
                optional,
                operator,
                span: self.since(link_start),
            });
        }
        if links.is_empty() {
            return Ok(base);
        }
        // As high as the tree that the links make when each holds the one before.
        let below = below.saturating_add(u16::try_from(links.len()).unwrap_or(u16::MAX));
        let kind = ExprKind::Chain {
            base: Box::new(base),
            links,
        };
        self.node(kind, start, below)
    }

    fn member(&mut self, below: &mut u16) -> Parsed<LinkKind> {
        if self.token != Token::Name {
            // A point that something else follows: the rest of the chain still stands.
            return Err(self.unexpected("a field's name"));
        }
        let name = self.word().to_owned();
        let name_span = self.span();
        self.advance();
        if self.token != Token::OpenParen {
            return Ok(LinkKind::Member { name, name_span });
        }
        let (arguments, height) = self.arguments();
        *below = (*below).max(height);
        Ok(LinkKind::Method {
            name,
            name_span,
            arguments,
        })
    }

    fn index(&mut self, below: &mut u16) -> LinkKind {
        let open = self.open(Token::CloseBracket);
        if self.token == Token::CloseBracket {
            let problem = Diagnostic::new(&codes::SYNTAX, self.span(), "expected a key, found `]`")
                .help("write the key or index between the brackets");
            self.report(problem);
            self.close(open);
            return LinkKind::Error;
        }
        let index = self.expression();
        *below = (*below).max(index.height);
        if !self.close(open) || matches!(index.kind, ExprKind::Error) {
            return LinkKind::Error;
        }
        LinkKind::Index(Box::new(index))
    }
}
