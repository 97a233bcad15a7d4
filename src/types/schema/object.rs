//! Objects of a schema: records, and maps.

use super::super::json::{Json, JsonKind, Member};
use super::super::{Access, Field, Kind, Ty, part};
use super::{Pending, Reader, description};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};

impl<'a> Reader<'a, '_> {
    /// A record when there are properties, otherwise a map.
    pub(super) fn object(&mut self, schema: &'a Json, part: &str, depth: usize) -> Kind {
        if let Some(id) = self.records.get(&std::ptr::from_ref(schema)) {
            return Kind::Record(*id);
        }
        match schema.get("properties") {
            Some(properties) if !properties.value.members().is_empty() => {
                let id = self.types.open(part, description(schema), self.span);
                self.records.insert(std::ptr::from_ref(schema), id);
                self.queue.push_back(Pending {
                    schema,
                    id,
                    part: part.to_owned(),
                    depth,
                });
                Kind::Record(id)
            }
            Some(properties) if !matches!(properties.value.kind, JsonKind::Object(_)) => {
                if !matches!(properties.value.kind, JsonKind::Invalid) {
                    let found = properties.value.describe();
                    self.wrong(
                        properties.value.span,
                        format!("`properties` takes a schema for each name, got {found}"),
                        "write `properties.name = { type = \"string\" }`",
                    );
                }
                Kind::Error
            }
            _ => self.map(schema, part, depth),
        }
    }

    /// An object without `properties`: `additionalProperties` says what its values are.
    fn map(&mut self, schema: &'a Json, part: &str, depth: usize) -> Kind {
        let values = schema.get("additionalProperties").map(|found| &found.value);
        match values {
            Some(values) if !matches!(values.kind, JsonKind::Boolean(_)) => {
                Kind::map(self.schema(values, &part::item(part), depth + 1))
            }
            _ => Kind::map(Ty::new(Kind::Unknown)),
        }
    }

    /// Reads the properties of a record.
    pub(super) fn fill(&mut self, pending: &Pending<'a>) {
        let Some(properties) = pending.schema.get("properties") else {
            return;
        };
        let required = self.required(pending.schema, properties);
        let mut fields = Vec::new();
        for member in properties.value.members() {
            self.refuse_required(&member.name, &member.value);
            let place = part::field(&pending.part, &member.name);
            let mut ty = self.schema(&member.value, &place, pending.depth + 1);
            ty.missing = !required.contains(&member.name.as_str());
            fields.push(Field {
                name: member.name.clone(),
                ty,
                description: description(&member.value),
                access: Access::Both,
            });
        }
        self.types.close(pending.id, fields);
    }

    /// The names in `required`; each must be a property.
    fn required(&mut self, schema: &'a Json, properties: &'a Member) -> Vec<&'a str> {
        let Some(member) = schema.get("required") else {
            return Vec::new();
        };
        let names = match &member.value.kind {
            JsonKind::Array(names) => names.as_slice(),
            // A property's own `required`; reported where the property is read.
            JsonKind::Boolean(_) | JsonKind::Invalid => return Vec::new(),
            _ => {
                let found = member.value.describe();
                self.wrong(
                    member.value.span,
                    format!("`required` takes an array of names, got {found}"),
                    "write `required = [\"name\"]`",
                );
                return Vec::new();
            }
        };
        let known = || properties.value.members().iter().map(|m| m.name.as_str());
        let mut found = Vec::new();
        for name in names {
            let Some(text) = name.as_str() else {
                if !matches!(name.kind, JsonKind::Invalid) {
                    let kind = name.describe();
                    self.wrong(
                        name.span,
                        format!("`required` takes names, got {kind}"),
                        "write `required = [\"name\"]`",
                    );
                }
                continue;
            };
            if properties.value.get(text).is_some() {
                found.push(text);
                continue;
            }
            let help = match closest(text, known()) {
                Some(near) => format!("write `{near}`"),
                None => format!("add it: `properties.{text}`"),
            };
            self.report(
                Diagnostic::new(
                    &codes::REQUIRED_UNKNOWN,
                    name.span,
                    format!("`{text}` is required but is no property"),
                )
                .help(help),
            );
        }
        found
    }

    /// `required = true` in a property, as early drafts and variables have it.
    pub(super) fn refuse_required(&mut self, name: &str, schema: &'a Json) {
        let Some(required) = schema.get("required") else {
            return;
        };
        if matches!(required.value.kind, JsonKind::Boolean(_)) {
            self.wrong(
                required.value.span,
                "`required` of a property stands in the object around it",
                format!("write `required = [\"{name}\"]` beside `properties`"),
            );
        }
    }
}
