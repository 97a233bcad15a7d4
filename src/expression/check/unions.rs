//! Values of unions: what can be done before it is known which variant they are.

use super::report::{called, quoted, written};
use super::{Checker, Want};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::syntax::Expr;
use crate::expression::typed::{Class, Operand, Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, RecordId, Ty, UnionId};

impl Checker<'_> {
    /// `typeof value == 'string'`
    pub(super) fn type_of(&mut self, [test, word]: [&Expr; 2], negated: bool, span: Span) -> Typed {
        use crate::expression::syntax::{ExprKind, Unary};
        let ExprKind::Unary {
            operator: Unary::TypeOf,
            operand,
        } = &test.bare().kind
        else {
            return Typed::error(span);
        };
        let value = self.expr(operand, Want::Any);
        let word = self.expr(word, Want::Any);
        if value.is_error() || word.is_error() {
            return Typed::error(span);
        }
        let Some(value) = self.present(value, "a value") else {
            return Typed::error(span);
        };
        let Kind::Union(id) = value.ty.kind else {
            let found = self.describe(&value.ty);
            self.problem(
                &codes::NEVER_EQUAL,
                span,
                format!("{} is always {found}", called(&value)),
                "remove the test",
            );
            return Typed::error(span);
        };
        let classes: Vec<Option<Class>> = self
            .types
            .union(id)
            .variants
            .iter()
            .map(|variant| Class::of(&variant.ty.kind))
            .collect();
        let class = match &word.kind {
            TypedKind::String(word) => Class::ALL
                .iter()
                .copied()
                .find(|class| class.word() == word && classes.contains(&Some(*class))),
            _ => None,
        };
        let Some(class) = class else {
            let possible = Class::ALL
                .iter()
                .filter(|class| classes.contains(&Some(**class)));
            let words = list(
                possible
                    .map(|class| quoted(class.word(), self.quoting))
                    .map(|word| format!("`{word}`")),
            );
            let found = self.describe(&value.ty);
            self.problem(
                &codes::BAD_WORD,
                word.span,
                format!("{} is {found}", called(&value)),
                format!("write {words}"),
            );
            return Typed::error(span);
        };
        let kind = TypedKind::IsClass {
            value: Box::new(value),
            class,
            negated,
        };
        Typed::new(kind, Ty::new(Kind::Boolean), span)
    }

    /// What a union is compared with a scalar as: as that, which some of its values are.
    pub(super) fn operand_of_union(&self, union: &Typed, other: &Typed) -> Option<Operand> {
        let Kind::Union(id) = union.ty.kind else {
            return None;
        };
        let operand = match other.ty.kind {
            Kind::String(_) => Operand::String,
            Kind::Boolean => Operand::Boolean,
            Kind::Integer(_) => Operand::Integer,
            _ => return None,
        };
        let same = |kind: &Kind| {
            matches!(
                (kind, operand),
                (Kind::String(_), Operand::String)
                    | (Kind::Boolean, Operand::Boolean)
                    | (Kind::Integer(_), Operand::Integer)
            )
        };
        let variants = &self.types.union(id).variants;
        variants
            .iter()
            .any(|variant| same(&variant.ty.kind))
            .then_some(operand)
    }

    /// Whether all variants of a union satisfy a test.
    pub(super) fn every_variant(&self, id: UnionId, test: impl Fn(&Kind) -> bool) -> bool {
        let variants = &self.types.union(id).variants;
        variants.iter().all(|variant| test(&variant.ty.kind))
    }

    /// The type of a field that all variants have; reported where there is none.
    pub(super) fn field_of_union(
        &mut self,
        object: &Typed,
        id: UnionId,
        name: &str,
        name_span: Span,
    ) -> Option<Ty> {
        let variants = self.types.union(id).variants.clone();
        let mut joined: Option<Ty> = None;
        let mut lacking = Vec::new();
        let mut having = Vec::new();
        for variant in &variants {
            let field = match variant.ty.kind {
                Kind::Record(record) => self.types.record(record).field(name),
                _ => None,
            };
            let Some(ty) = field.map(|field| field.ty.clone()) else {
                lacking.push(variant);
                continue;
            };
            having.push(variant);
            joined = match joined {
                None => Some(ty),
                Some(before) => match self.join_within(&before, &ty) {
                    Some(ty) => Some(ty),
                    None => {
                        let help = self.how_to_tell(object, id, &having);
                        self.problem(
                            &codes::DIFFERENT_TYPES,
                            name_span,
                            format!(
                                "`{name}` is not of one type in all variants of {}",
                                called(object)
                            ),
                            help,
                        );
                        return None;
                    }
                },
            };
        }
        if joined.is_none() {
            self.field_of_no_variant(object, id, name, name_span);
            return None;
        }
        if lacking.is_empty() {
            return joined;
        }
        let help = self.how_to_tell(object, id, &having);
        let which = list(having.iter().map(|variant| self.name_of(variant)));
        self.problem(
            &codes::UNKNOWN_FIELD,
            name_span,
            format!("{} has `{name}` only where it is {which}", called(object)),
            help,
        );
        None
    }

    /// A variant as a condition has it: its tag, or what it is.
    fn name_of(&self, variant: &crate::types::Variant) -> String {
        match variant.tags.as_slice() {
            [] => self.describe(&variant.ty),
            tags => list(tags.iter().map(|tag| format!("`'{tag}'`"))),
        }
    }

    fn how_to_tell(
        &self,
        object: &Typed,
        id: UnionId,
        having: &[&crate::types::Variant],
    ) -> String {
        let name = written(object);
        let union = self.types.union(id);
        let tag = having.iter().find_map(|variant| variant.tags.first());
        let class = having
            .iter()
            .find_map(|variant| Class::of(&variant.ty.kind));
        match (&union.discriminator, tag, class) {
            (Some(discriminator), Some(tag), _) => {
                let tag = quoted(tag, self.quoting);
                format!("test it first: `{name}.{discriminator} == {tag} ? {name}.… : …`")
            }
            (_, _, Some(class)) => {
                let word = quoted(class.word(), self.quoting);
                format!("test it first: `typeof {name} == {word} ? {name}.… : …`")
            }
            _ => "test which it is first".to_owned(),
        }
    }

    fn field_of_no_variant(&mut self, object: &Typed, id: UnionId, name: &str, name_span: Span) {
        let records: Vec<RecordId> = self
            .types
            .union(id)
            .variants
            .iter()
            .filter_map(|variant| match variant.ty.kind {
                Kind::Record(record) => Some(record),
                _ => None,
            })
            .collect();
        let mut fields: Vec<String> = Vec::new();
        for record in records {
            for field in &self.types.record(record).fields {
                if !fields.contains(&field.name) {
                    fields.push(field.name.clone());
                }
            }
        }
        let meant = closest(name, fields.iter().map(String::as_str)).map(str::to_owned);
        let what = self.describe(&object.ty);
        let problem = Diagnostic::new(
            &codes::UNKNOWN_FIELD,
            name_span,
            format!("{what} has no field `{name}`"),
        );
        let problem = match meant {
            Some(meant) => {
                let help = format!("did you mean `{meant}`?");
                self.with_replacement(problem.help(help), name_span, &meant)
            }
            None if fields.is_empty() => problem.help("convert it: `text(x)`, `decimal(x)`"),
            None => problem.help(format!(
                "it has {}",
                list(fields.iter().map(|name| format!("`{name}`"))).replace(" or ", " and ")
            )),
        };
        self.report(problem);
    }
}
