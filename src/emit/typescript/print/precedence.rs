//! Which expressions need parentheses where.

use super::super::ast::{Expression, Operator, UnaryOperator};

/// How tightly an expression holds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precedence {
    /// Arrow functions, conditionals, `as` and `satisfies` (which bind tighter, but would
    /// take a `<` behind them for type arguments).
    Assignment,
    Coalesce,
    Or,
    And,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    /// Member access, calls, literals, names.
    Primary,
}

pub(super) const fn of_operator(operator: Operator) -> Precedence {
    match operator {
        Operator::Coalesce => Precedence::Coalesce,
        Operator::Or => Precedence::Or,
        Operator::And => Precedence::And,
        Operator::Equal | Operator::NotEqual | Operator::LooseEqual | Operator::LooseNotEqual => {
            Precedence::Equality
        }
        Operator::Less
        | Operator::LessOrEqual
        | Operator::Greater
        | Operator::GreaterOrEqual
        | Operator::In
        | Operator::InstanceOf => Precedence::Relational,
        Operator::Add | Operator::Subtract => Precedence::Additive,
        Operator::Multiply | Operator::Divide | Operator::Remainder => Precedence::Multiplicative,
    }
}

pub(super) const fn symbol(operator: Operator) -> &'static str {
    match operator {
        Operator::Coalesce => "??",
        Operator::Or => "||",
        Operator::And => "&&",
        Operator::Equal => "===",
        Operator::NotEqual => "!==",
        Operator::LooseEqual => "==",
        Operator::LooseNotEqual => "!=",
        Operator::Less => "<",
        Operator::LessOrEqual => "<=",
        Operator::Greater => ">",
        Operator::GreaterOrEqual => ">=",
        Operator::In => "in",
        Operator::InstanceOf => "instanceof",
        Operator::Add => "+",
        Operator::Subtract => "-",
        Operator::Multiply => "*",
        Operator::Divide => "/",
        Operator::Remainder => "%",
    }
}

pub(super) const fn unary_symbol(operator: UnaryOperator) -> &'static str {
    match operator {
        UnaryOperator::Not => "!",
        UnaryOperator::Minus => "-",
        UnaryOperator::TypeOf => "typeof ",
    }
}

pub(super) fn of(expression: &Expression) -> Precedence {
    match expression {
        Expression::Arrow(_)
        | Expression::Conditional { .. }
        | Expression::Spread(_)
        | Expression::AsConst(_)
        | Expression::As(..)
        | Expression::Satisfies(..) => Precedence::Assignment,
        Expression::Binary(binary) => of_operator(binary.operator),
        Expression::Unary(..) | Expression::Await(_) => Precedence::Unary,
        Expression::Number(digits) | Expression::BigInt(digits) if digits.starts_with('-') => {
            Precedence::Unary
        }
        _ => Precedence::Primary,
    }
}

/// Whether an operand of `operator` stands in parentheses.
pub(super) fn operand_needs_parentheses(
    operator: Operator,
    operand: &Expression,
    right: bool,
) -> bool {
    if let Expression::Binary(inner) = operand {
        // `??` does not mix with `||` and `&&`, and mixing the other two, or comparing
        // what a comparison gave, reads badly without parentheses.
        let logical =
            |operator| matches!(operator, Operator::Coalesce | Operator::Or | Operator::And);
        if logical(operator) && logical(inner.operator) {
            return operator != inner.operator;
        }
        let compares = |operator| {
            matches!(
                of_operator(operator),
                Precedence::Equality | Precedence::Relational
            )
        };
        if compares(operator) && compares(inner.operator) {
            return true;
        }
        // `a % b * c` is not obvious; `a + b - c` is.
        let (outer, inner) = (of_operator(operator), of_operator(inner.operator));
        return inner < outer || (right && inner == outer);
    }
    if matches!(operator, Operator::In | Operator::InstanceOf) {
        return of(operand) < Precedence::Primary;
    }
    let required = of_operator(operator);
    let held = of(operand);
    held < required || (right && held == required)
}

/// Whether what stands before `.`, `[` or `(` needs parentheses.
pub(super) fn head_needs_parentheses(head: &Expression) -> bool {
    match head {
        // `1.toString` would be a malformed number.
        Expression::Number(_) | Expression::Object(_) => true,
        Expression::New(_) => false,
        _ => of(head) < Precedence::Primary,
    }
}

/// Whether the operand of a prefix operator needs parentheses.
pub(super) fn prefixed_needs_parentheses(operator: UnaryOperator, operand: &Expression) -> bool {
    let negative = match operand {
        Expression::Unary(UnaryOperator::Minus, _) => true,
        Expression::Number(digits) | Expression::BigInt(digits) => digits.starts_with('-'),
        _ => false,
    };
    of(operand) < Precedence::Unary || (operator == UnaryOperator::Minus && negative)
}

/// Whether the printed expression begins with `{`, so that a statement or the body of
/// an arrow function would read it as a block.
pub(super) fn begins_with_brace(expression: &Expression) -> bool {
    match expression {
        Expression::Object(_) => true,
        Expression::Binary(binary) => {
            !operand_needs_parentheses(binary.operator, &binary.left, false)
                && begins_with_brace(&binary.left)
        }
        Expression::Conditional { test, .. } => {
            of(test) > Precedence::Assignment && begins_with_brace(test)
        }
        Expression::AsConst(inner) | Expression::As(inner, _) | Expression::Satisfies(inner, _) => {
            of(inner) >= Precedence::Unary && begins_with_brace(inner)
        }
        // An object before `.`, `[` or `(` has its parentheses already.
        _ => false,
    }
}

/// `a.b.c`: what `new` takes without parentheses.
pub(super) fn is_plain_path(expression: &Expression) -> bool {
    match expression {
        Expression::Identifier(_) => true,
        Expression::Member(member) => !member.optional && is_plain_path(&member.object),
        _ => false,
    }
}
