//! `[variables]`, `[constants]`, `[types]` and `[functions]`.

use crate::document::{Key, Table, Text};
use crate::manifest::keys::types::TYPE;
use crate::manifest::syntax::{
    Constant, Function, OpenApiPart, OperationBody, Tree, TypeDeclaration, TypePart, TypeSource,
    Variable,
};

use super::access::Reader;

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
        let samples = self.samples(table);
        let source = self.type_source(name, table, &samples);
        TypeDeclaration {
            name: name.clone(),
            samples: match source {
                Some(TypeSource::Samples(_)) | None => Vec::new(),
                Some(_) => samples,
            },
            source,
            parts: self.named(table, "parts", Self::type_part),
        }
    }

    fn type_part(self, part: &Key, table: &Table) -> TypePart {
        TypePart {
            part: part.clone(),
            required: self.boolean(table, "required"),
            schema: self.schema(part, table),
        }
    }

    fn samples(self, table: &Table) -> Vec<Text> {
        match self.text(table, "sample") {
            Some(sample) => vec![sample],
            None => self.texts(table, "samples"),
        }
    }

    fn type_source(self, name: &Key, table: &Table, samples: &[Text]) -> Option<TypeSource> {
        let some = |name: &str| self.node(table, name).is_some();
        if some("openapi") {
            let file = self.text(table, "openapi")?;
            return Some(TypeSource::OpenApi(file, self.openapi_part(table)?));
        }
        if some("schema") {
            return self.text(table, "schema").map(TypeSource::Schema);
        }
        if some("sample") || some("samples") {
            return (!samples.is_empty()).then(|| TypeSource::Samples(samples.to_vec()));
        }
        let keyword = TYPE
            .choices
            .iter()
            .flat_map(|choice| choice.keys)
            .any(|key| some(key));
        keyword.then(|| TypeSource::Inline(self.schema(name, table)))
    }

    /// `None` when what is there is of no use, which was reported.
    fn openapi_part(self, table: &Table) -> Option<OpenApiPart> {
        let some = |name: &str| self.node(table, name).is_some();
        if some("schema") {
            return self.text(table, "schema").map(OpenApiPart::Schema);
        }
        if !some("operation") {
            return Some(OpenApiPart::Missing);
        }
        let body = self.word(table, &TYPE, "body", |word| {
            Some(match word {
                "request" => OperationBody::Request,
                "response" => OperationBody::Response,
                "webhook" => OperationBody::Webhook,
                _ => return None,
            })
        });
        let status = self.integer(table, &TYPE, "status");
        Some(OpenApiPart::Operation {
            operation: self.text(table, "operation")?,
            body: body.map(|body| body.value),
            status: status.and_then(|status| u16::try_from(status.value).ok()),
        })
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
