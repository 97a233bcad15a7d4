//! `[variables]`, `[constants]`, `[types]` and `[functions]`.

use crate::document::{Key, Table};
use crate::manifest::keys::types::TYPE;
use crate::manifest::syntax::{Constant, Function, Tree, TypeDeclaration, TypeSource, Variable};

use super::access::{Reader, awaits};

impl Reader<'_> {
    pub fn variable(self, name: &Key, table: &Table) -> Variable {
        Variable {
            name: name.clone(),
            required: self.boolean(table, "required"),
            schema: self.schema(name, table),
        }
    }

    pub fn constants(self, root: &Table) -> Vec<Constant> {
        self.trees(root, "constants")
            .into_iter()
            .map(|(name, value)| Constant { name, value })
            .collect()
    }

    pub fn type_declaration(self, name: &Key, table: &Table) -> TypeDeclaration {
        TypeDeclaration {
            name: name.clone(),
            source: self.type_source(name, table),
        }
    }

    fn type_source(self, name: &Key, table: &Table) -> Option<TypeSource> {
        if awaits(table, &TYPE) {
            return None;
        }
        let some = |name: &str| self.node(table, name).is_some();
        if some("sample") {
            return Some(TypeSource::Samples(vec![self.text(table, "sample")?]));
        }
        if some("samples") {
            let samples = self.texts(table, "samples");
            return (!samples.is_empty()).then_some(TypeSource::Samples(samples));
        }
        if some("schema") {
            return self.text(table, "schema").map(TypeSource::Schema);
        }
        let keyword = TYPE
            .choices
            .iter()
            .flat_map(|choice| choice.keys)
            .any(|key| some(key));
        keyword.then(|| TypeSource::Inline(self.schema(name, table)))
    }

    fn schema(self, name: &Key, table: &Table) -> Tree {
        Tree {
            kind: self.table_tree(table),
            // A table made by dots has no brackets or braces of its own.
            span: if table.span == crate::source::Span::default() {
                name.span
            } else {
                table.span
            },
        }
    }

    pub fn function(self, name: &Key, table: &Table) -> Function {
        Function {
            name: name.clone(),
            file: self.text(table, "file"),
            params: self.named_texts(table, "params"),
            returns: self.text(table, "returns"),
        }
    }
}
