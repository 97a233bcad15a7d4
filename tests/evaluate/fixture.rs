//! One integration around the mappings of a test.

use crate::support::folder::Folder;

const BEFORE: &str = r#"[integration]
name = "orders-to-books"

[systems.shop]
domain = "shop.example.com"
incoming = { type = "api-key", in = "header", name = "X-Api-Key" }

[systems.books]
domain = "books.example.com"

[types.order]
type = "object"
required = ["id", "lines", "total"]

[types.order.properties]
id = { type = "string" }
note = { type = ["string", "null"] }
paid = { type = "boolean" }
total = { type = "string", format = "decimal" }
lines = { type = "array", items = { type = "object", required = ["sku", "price"], properties = { sku = { type = "string" }, price = { type = "number", multipleOf = 0.01 } } } }

[types.invoice]
type = "object"
required = ["number"]

[types.invoice.properties]
number = { type = "string" }
memo = { type = ["string", "null"] }
amount = { type = "number" }
lines = { type = "array", items = { type = "object", required = ["code"], properties = { code = { type = "string" }, amount = { type = "number" } } } }

[mappings.to_line]
from = "order.lines[]"
to = "invoice.lines[]"

[mappings.to_line.fields]
code = "source.sku.trim()"
amount = "round(source.price, 2)"

[mappings.to_invoice]
from = "order"
to = "invoice"

[mappings.to_invoice.let]
lines = "source.lines.map(to_line)"

[mappings.to_invoice.fields]
number = "`A-${required(nonblank(source.id), 'the order has no id')}`"
memo = "source.note"
amount = "source.paid == true ? decimal(source.total) : 0"
lines = "lines"
"#;

const AFTER: &str = r#"
[workflows.order]
webhook = { body = "order", verify = "shop" }

[[workflows.order.steps]]
id = "saved"
system = "books"
post = "/orders"
body = "to_invoice(trigger.body)"
"#;

/// The manifest with these cases of its mappings in the middle.
pub fn manifest(cases: &str) -> String {
    format!("{BEFORE}\n{cases}{AFTER}")
}

/// A folder with that manifest.
pub fn folder(cases: &str) -> Folder {
    Folder::with(&[("integration.toml", &manifest(cases))])
}

/// The line, from 1, at which a text first stands in the manifest.
pub fn line_of(folder: &Folder, text: &str) -> usize {
    let manifest = folder.read("integration.toml");
    let at = manifest.find(text).unwrap_or_else(|| panic!("{text}"));
    manifest[..at].lines().count() + usize::from(manifest[..at].ends_with('\n'))
}
