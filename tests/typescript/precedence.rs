//! Parentheses where they are needed, and nowhere else.

use gusset::emit::typescript::ast::{
    Expression, Operator, Parameter, Property, Type, UnaryOperator,
};
use gusset::emit::typescript::print;

fn name(name: &str) -> Expression {
    Expression::identifier(name)
}

fn binary(left: Expression, operator: Operator, right: Expression) -> Expression {
    Expression::binary(left, operator, right)
}

#[test]
fn parentheses_follow_precedence() {
    use Operator::{
        Add, And, Coalesce, Divide, Equal, In, Less, Multiply, Or, Remainder, Subtract,
    };
    let [a, b, c] = ["a", "b", "c"].map(name);
    let not = |operand: Expression| operand.negated();
    let minus = |operand| Expression::Unary(UnaryOperator::Minus, Box::new(operand));
    let ab = |operator| binary(a.clone(), operator, b.clone());
    let arrow = Expression::arrow(vec![Parameter::untyped("x")], name("x"));
    let test = Expression::conditional(a.clone(), b.clone(), c.clone());
    let object = Expression::object(vec![Property::new("k", Expression::number(1))]);
    let table = [
        (binary(ab(Add), Multiply, c.clone()), "(a + b) * c"),
        (binary(ab(Multiply), Add, c.clone()), "a * b + c"),
        (binary(ab(Subtract), Subtract, c.clone()), "a - b - c"),
        (binary(c.clone(), Subtract, ab(Subtract)), "c - (a - b)"),
        (binary(c.clone(), Divide, ab(Remainder)), "c / (a % b)"),
        (binary(c.clone(), And, ab(And)), "c && a && b"),
        (binary(ab(And), Or, c.clone()), "(a && b) || c"),
        (binary(ab(Or), And, c.clone()), "(a || b) && c"),
        (binary(ab(Or), Coalesce, c.clone()), "(a || b) ?? c"),
        (binary(ab(Coalesce), Coalesce, c.clone()), "a ?? b ?? c"),
        (binary(ab(Equal), And, ab(Less)), "a === b && a < b"),
        (binary(ab(Equal), Equal, c.clone()), "(a === b) === c"),
        (binary(not(a.clone()), In, b.clone()), "(!a) in b"),
        (not(ab(And)), "!(a && b)"),
        (not(not(a.clone())), "a"),
        (minus(minus(a.clone())), "-(-a)"),
        (minus(Expression::number(-1)), "-(-1)"),
        (Expression::number(-1).method("f", Vec::new()), "(-1).f()"),
        (Expression::number(1).method("f", Vec::new()), "(1).f()"),
        (ab(Coalesce).member("x"), "(a ?? b).x"),
        (a.clone().awaited().member("x"), "(await a).x"),
        (ab(Coalesce).awaited(), "await (a ?? b)"),
        (test.clone().member("x"), "(a ? b : c).x"),
        (
            binary(test.clone(), Coalesce, a.clone()),
            "(a ? b : c) ?? a",
        ),
        (
            Expression::conditional(test.clone(), a.clone(), b.clone()),
            "(a ? b : c) ? a : b",
        ),
        (
            Expression::conditional(a.clone(), test.clone(), b.clone()),
            "a ? (a ? b : c) : b",
        ),
        (
            Expression::conditional(a.clone(), b.clone(), test),
            "a ? b : a ? b : c",
        ),
        (arrow.clone().called(vec![a.clone()]), "((x) => x)(a)"),
        (binary(arrow, Coalesce, b.clone()), "((x) => x) ?? b"),
        (
            Expression::arrow(Vec::new(), object.clone()),
            "() => ({ k: 1 })",
        ),
        (
            Expression::arrow(Vec::new(), object.clone().member("k")),
            "() => ({ k: 1 }).k",
        ),
        (
            Expression::As(Box::new(ab(Add)), Type::named("T")),
            "(a + b) as T",
        ),
        (
            binary(
                Expression::As(Box::new(a.clone()), Type::named("T")),
                Less,
                b.clone(),
            ),
            "(a as T) < b",
        ),
        (Expression::AsConst(Box::new(object)), "{ k: 1 } as const"),
        (a.clone().member("b-c"), "a[\"b-c\"]"),
        (a.member_of("b-c", true), "a?.[\"b-c\"]"),
        (
            Expression::new_instance("X", Vec::new()).member("y"),
            "new X().y",
        ),
    ];
    for (expression, text) in table {
        assert_eq!(print::expression(&expression), text);
    }
}
