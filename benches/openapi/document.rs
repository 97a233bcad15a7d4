//! Makes an OpenAPI document of any size, and a mapping over two of its schemas.

use std::fmt::Write as _;

/// How large a document and its mapping are made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Paths, and as many schemas, of about 3 KB together.
    pub paths: usize,
    /// Fields of the mapping.
    pub fields: usize,
}

/// Properties of the schemas that nothing uses.
const PROPERTIES: usize = 15;

/// A document of JSON in which each path has an operation to read and one to write.
pub fn document(size: Size) -> String {
    let mut text = String::from(
        "{\n  \"openapi\": \"3.0.3\",\n  \"info\": { \"title\": \"Generated\", \"version\": \"1\" },\n  \"paths\": {\n",
    );
    text.push_str(&path("/wide", "wide", "Wide", ""));
    for at in 0..size.paths {
        text.push_str(&path(
            &format!("/resources-{at}/{{id}}/parts"),
            &format!("Resource{at}"),
            &format!("Resource{at}"),
            ",\n",
        ));
    }
    text.push_str("\n  },\n  \"components\": { \"schemas\": {\n");
    text.push_str(&wide("Wide", size.fields));
    text.push_str(",\n");
    text.push_str(&wide("Target", size.fields));
    for at in 0..size.paths {
        let _ = write!(
            text,
            ",\n    \"Resource{at}\": {{ \"type\": \"object\", \"required\": [\"id\"], \"properties\": {{ \"id\": {{ \"type\": \"string\" }}"
        );
        for property in 0..PROPERTIES {
            let _ = write!(
                text,
                ",\n      \"property_{property}\": {{ \"type\": \"string\", \"maxLength\": 255, \"description\": \"What a person would want to know of property {property}.\" }}"
            );
        }
        // Schemas lead to one another, in circles too.
        let _ = write!(
            text,
            ",\n      \"next\": {{ \"$ref\": \"#/components/schemas/Resource{}\" }} }} }}",
            (at + 1) % size.paths
        );
    }
    text.push_str("\n  } }\n}\n");
    text
}

fn path(path: &str, id: &str, schema: &str, before: &str) -> String {
    let body = format!(
        "{{ \"description\": \"As it is stored.\", \"content\": {{ \"application/json\": {{ \"schema\": {{ \"$ref\": \"#/components/schemas/{schema}\" }} }} }} }}"
    );
    format!(
        "{before}    \"{path}\": {{\n      \"get\": {{ \"operationId\": \"get{id}\", \"summary\": \"Reads one.\",\n        \
         \"parameters\": [{{ \"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": {{ \"type\": \"string\" }} }}],\n        \
         \"responses\": {{ \"200\": {body} }} }},\n      \
         \"put\": {{ \"operationId\": \"put{id}\", \"summary\": \"Replaces one.\",\n        \"requestBody\": {body},\n        \
         \"responses\": {{ \"200\": {body} }} }}\n    }}"
    )
}

/// A schema of so many fields, of which most are scalars and some are lists.
fn wide(name: &str, fields: usize) -> String {
    let mut text = format!("    \"{name}\": {{ \"type\": \"object\", \"required\": [");
    let names: Vec<String> = (0..fields).map(|at| format!("\"field_{at}\"")).collect();
    text.push_str(&names.join(", "));
    text.push_str("], \"properties\": {");
    for at in 0..fields {
        let comma = if at == 0 { "" } else { "," };
        let schema = match at % 5 {
            0 => "{ \"type\": \"string\" }",
            1 => "{ \"type\": \"integer\" }",
            2 => "{ \"type\": \"number\" }",
            3 => "{ \"type\": \"string\", \"format\": \"date-time\" }",
            _ => {
                "{ \"type\": \"array\", \"items\": { \"type\": \"object\", \"required\": [\"sku\"], \"properties\": { \"sku\": { \"type\": \"string\" } } } }"
            }
        };
        let _ = write!(text, "{comma}\n      \"field_{at}\": {schema}");
    }
    text.push_str(" } }");
    text
}

/// An integration that maps one of these schemas to the other.
pub fn manifest(size: Size) -> String {
    let mut text = String::from(
        r#"[integration]
name = "generated"

[systems.api]
domain = "api.example.com"

[systems.store]
domain = "store.example.com"
openapi = "api.json"

[types]
wide = { openapi = "api.json", operation = "getwide" }
target = { openapi = "api.json", schema = "Target" }

[workflows.copy]
schedule = { cron = "0 3 * * *" }
steps = [
  { id = "read", system = "api", get = "/wide", returns = "wide" },
  { system = "store", put = "/resources-7/{'1'}/parts", body = "{ id: steps.read.body.field_0 }" },
  { system = "api", put = "/target", body = "to_target(steps.read.body)" },
]

[mappings.to_target]
from = "wide"
to = "target"

[mappings.to_target.fields]
"#,
    );
    for at in 0..size.fields {
        let expression = match at % 5 {
            0 => format!("source.field_{at}.trim()"),
            1 => format!("source.field_{at} + 1"),
            2 => format!("round(source.field_{at}, 2)"),
            4 => format!("source.field_{at}.map(part => ({{ sku: part.sku }}))"),
            _ => format!("source.field_{at}"),
        };
        let _ = writeln!(text, "field_{at} = \"{expression}\"");
    }
    text
}
