//! How emitted code reads: a workflow, a mapper, types.

use gusset::emit::typescript::ast::{
    Const, Export, Expression, Function, Import, ImportName, Interface, Item, ItemKind, Module,
    Operator, Parameter, Pipeline, PipelineCall, Property, Statement, Type, TypeMember,
};
use gusset::emit::typescript::print;

use super::format::assert_formatted;

fn name(name: &str) -> Expression {
    Expression::identifier(name)
}

fn string(value: &str) -> Expression {
    Expression::string(value)
}

fn path(text: &str) -> Expression {
    let mut parts = text.split('.');
    let head = name(parts.next().unwrap_or_default());
    parts.fold(head, |object, part| match part.strip_suffix('?') {
        Some(part) => object.member_of(part, true),
        None => object.member(part),
    })
}

#[track_caller]
fn assert_printed(module: &Module, expected: &str) {
    let text = print::module(module);
    assert_eq!(text, expected.trim_start_matches('\n'), "\n{text}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("module.ts"), text).unwrap();
    assert_formatted(folder.path());
}

/// The task that creates the receipt.
fn create_receipt() -> Expression {
    let log = |message: &str, fields: Vec<Property>| {
        Statement::Expression(
            path("ctx.log.info").called(vec![string(message), Expression::object(fields)]),
        )
    };
    Expression::call(
        "http",
        vec![
            string("create-receipt"),
            Expression::object(vec![Property::new("connection", string("quickbooks"))]),
            Expression::function(
                true,
                vec![Parameter::untyped("ctx")],
                vec![
                    log(
                        "Creating the sales receipt",
                        vec![
                            Property::new("method", string("POST")),
                            Property::new("path", name("path")),
                        ],
                    ),
                    Statement::constant(
                        "response",
                        path("ctx.fetch")
                            .called(vec![
                                Expression::template(
                                    vec![
                                        "/v3/company/".to_owned(),
                                        "/salesreceipt?minorversion=75".to_owned(),
                                    ],
                                    vec![Expression::call("segment", vec![name("companyId")])],
                                ),
                                Expression::object(vec![
                                    Property::new("method", string("POST")),
                                    Property::new(
                                        "body",
                                        path("JSON.stringify").called(vec![Expression::call(
                                            "toSalesReceipt",
                                            vec![path("ctx.data"), name("variables")],
                                        )]),
                                    ),
                                ]),
                            ])
                            .awaited(),
                    ),
                    Statement::Blank,
                    Statement::If {
                        test: path("response.ok").negated(),
                        then: vec![Statement::Throw(Expression::new_instance(
                            "Error",
                            vec![Expression::template(
                                vec!["QuickBooks answered ".to_owned(), String::new()],
                                vec![path("response.status")],
                            )],
                        ))],
                        otherwise: Vec::new(),
                    },
                    Statement::Return(Some(path("response.json").called(Vec::new()).awaited())),
                ],
            ),
        ],
    )
}

#[test]
fn a_workflow() {
    let context = Parameter::typed(
        "ctx",
        Type::generic("Context", vec![Type::named("WebhookData")]),
    );
    let create = create_receipt();
    let failed = Expression::call(
        "fn",
        vec![
            string("failed"),
            Expression::arrow(
                vec![context],
                path("ctx.log.error").called(vec![
                    string("The run failed"),
                    Expression::object(vec![Property::new("message", path("ctx.data.message"))]),
                ]),
            ),
        ],
    );
    let call = |name: &str, argument| PipelineCall {
        name: name.to_owned(),
        arguments: vec![argument],
    };
    let pipeline = Expression::Pipeline(Box::new(Pipeline {
        head: Expression::call(
            "webhook",
            vec![
                string("order-paid"),
                Expression::object(vec![
                    Property::new("method", string("post")),
                    Property::new(
                        "response",
                        Expression::object(vec![Property::new("mode", string("sync"))]),
                    ),
                    Property::new("connection", string("shopify-webhooks")),
                ]),
            ],
        ),
        calls: vec![call("then", create), call("catch", failed)],
    }));
    let module = Module {
        header: Some(
            "Generated by gusset from integration.toml. Edit that file, not this one.".to_owned(),
        ),
        imports: vec![
            Import {
                module: "@versori/run".to_owned(),
                type_only: false,
                names: vec![
                    ImportName::new("webhook"),
                    ImportName::new("fn"),
                    ImportName::new("http"),
                    ImportName {
                        name: "Context".to_owned(),
                        alias: None,
                        type_only: true,
                    },
                ],
            },
            Import::types("../types/shopify.ts", &["ShopOrder"]),
        ],
        items: vec![
            Item::exported(ItemKind::Const(Const::new("orderPaid", pipeline)))
                .documented("A paid order becomes a sales receipt."),
        ],
    };
    assert_printed(&module, WORKFLOW);
}

const WORKFLOW: &str = r#"
// Generated by gusset from integration.toml. Edit that file, not this one.

import { type Context, fn, http, webhook } from "@versori/run";
import type { ShopOrder } from "../types/shopify.ts";

/** A paid order becomes a sales receipt. */
export const orderPaid = webhook("order-paid", {
  method: "post",
  response: { mode: "sync" },
  connection: "shopify-webhooks",
})
  .then(
    http("create-receipt", { connection: "quickbooks" }, async (ctx) => {
      ctx.log.info("Creating the sales receipt", { method: "POST", path });
      const response = await ctx.fetch(
        `/v3/company/${segment(companyId)}/salesreceipt?minorversion=75`,
        {
          method: "POST",
          body: JSON.stringify(toSalesReceipt(ctx.data, variables)),
        },
      );

      if (!response.ok) {
        throw new Error(`QuickBooks answered ${response.status}`);
      }
      return await response.json();
    }),
  )
  .catch(
    fn(
      "failed",
      (ctx: Context<WebhookData>) =>
        ctx.log.error("The run failed", { message: ctx.data.message }),
    ),
  );
"#;

#[test]
fn a_mapper() {
    let amount = |price: Expression| {
        Expression::call("decimal", vec![price])
            .method(
                "times",
                vec![Expression::call("decimal", vec![path("line.quantity")])],
            )
            .method("round", vec![Expression::number(2)])
            .method("toNumber", Vec::new())
    };
    let lines = path("source.line_items")
        .method(
            "filter",
            vec![Expression::arrow(
                vec![Parameter::untyped("line")],
                Expression::binary(
                    path("line.quantity"),
                    Operator::Greater,
                    Expression::number(0),
                ),
            )],
        )
        .method(
            "map",
            vec![Expression::arrow(
                vec![Parameter::untyped("line")],
                Expression::object(vec![
                    Property::new("DetailType", string("SalesItemLineDetail")),
                    Property::new("Amount", amount(path("line.price"))),
                    Property::new(
                        "Description",
                        Expression::binary(
                            path("line.variant_title"),
                            Operator::Coalesce,
                            path("line.title"),
                        ),
                    ),
                ]),
            )],
        );
    let body = Expression::expanded_object(vec![
        Property::new("Line", lines),
        Property::new(
            "CustomerRef",
            Expression::object(vec![Property::new(
                "value",
                path("variables.default_customer"),
            )]),
        ),
        Property::new(
            "TxnDate",
            Expression::call(
                "dateIn",
                vec![
                    Expression::call("instant", vec![path("source.created_at")]),
                    string("America/New_York"),
                ],
            ),
        ),
        Property::new(
            "PrivateNote",
            Expression::conditional(
                Expression::binary(path("source.note"), Operator::LooseEqual, Expression::Null),
                Expression::Undefined,
                Expression::template(
                    vec!["Shopify ".to_owned(), ": ".to_owned(), String::new()],
                    vec![
                        path("source.name"),
                        path("source.note").method("trim", Vec::new()),
                    ],
                ),
            ),
        ),
        Property::new(
            "BillEmail",
            Expression::binary(
                path("source.email"),
                Operator::Coalesce,
                path("source.customer.email?").method("toLowerCase", Vec::new()),
            ),
        ),
    ]);
    let function = Function {
        asynchronous: false,
        name: "toSalesReceipt".to_owned(),
        type_parameters: Vec::new(),
        parameters: vec![
            Parameter::typed("source", Type::named("ShopOrder")),
            Parameter::typed("variables", Type::named("Variables")),
        ],
        returns: Some(Type::named("SalesReceipt")),
        body: vec![Statement::Return(Some(body))],
    };
    let module =
        Module {
            header: None,
            imports: vec![Import::values("./decimal.ts", &["decimal", "Decimal"])],
            items: vec![Item::exported(ItemKind::Function(function)).documented(
                "An order as a sales receipt.\n\nMoney stays exact until it is written.",
            )],
        };
    assert_printed(&module, MAPPER);
}

const MAPPER: &str = r#"
import { Decimal, decimal } from "./decimal.ts";

/**
 * An order as a sales receipt.
 *
 * Money stays exact until it is written.
 */
export function toSalesReceipt(
  source: ShopOrder,
  variables: Variables,
): SalesReceipt {
  return {
    Line: source.line_items
      .filter((line) => line.quantity > 0)
      .map((line) => ({
        DetailType: "SalesItemLineDetail",
        Amount: decimal(line.price)
          .times(decimal(line.quantity))
          .round(2)
          .toNumber(),
        Description: line.variant_title ?? line.title,
      })),
    CustomerRef: { value: variables.default_customer },
    TxnDate: dateIn(instant(source.created_at), "America/New_York"),
    PrivateNote: source.note == null
      ? undefined
      : `Shopify ${source.name}: ${source.note.trim()}`,
    BillEmail: source.email ?? source.customer?.email.toLowerCase(),
  };
}
"#;

#[test]
fn the_name_of_a_test_stays_on_its_line() {
    let case = |name: &str| {
        let body = Expression::function(
            true,
            vec![Parameter::untyped("t")],
            vec![Statement::Expression(path("t.step").called(Vec::new()))],
        );
        Item::statement(Statement::Expression(
            path("Deno.test").called(vec![string(name), body]),
        ))
    };
    let module = Module {
        header: None,
        imports: Vec::new(),
        items: vec![
            case("a short name"),
            case("a name that says all that there is to say of it, which is a great deal"),
        ],
    };
    assert_printed(&module, TESTS);
}

const TESTS: &str = r#"
Deno.test("a short name", async (t) => {
  t.step();
});
Deno.test("a name that says all that there is to say of it, which is a great deal", async (t) => {
  t.step();
});
"#;

#[test]
fn types_and_small_items() {
    let member = |name: &str, optional, ty| TypeMember {
        doc: None,
        readonly: false,
        name: name.to_owned(),
        optional,
        ty,
    };
    let text = || Type::named("string");
    let states = [
        "authorized",
        "partially_paid",
        "paid",
        "partially_refunded",
        "voided",
    ];
    let module = Module {
        header: None,
        imports: vec![Import {
            module: "./effects.ts".to_owned(),
            type_only: false,
            names: Vec::new(),
        }],
        items: vec![
            Item::exported(ItemKind::Interface(Interface {
                name: "ShopOrder".to_owned(),
                members: vec![
                    TypeMember {
                        doc: Some("Shopify's identifier.".to_owned()),
                        ..member("id", false, Type::named("number"))
                    },
                    member("note", true, Type::union(vec![text(), Type::named("null")])),
                    member(
                        "financial_status",
                        false,
                        Type::Union(states.map(|state| Type::Literal(state.to_owned())).to_vec()),
                    ),
                    member(
                        "line_items",
                        false,
                        Type::ReadonlyArray(Box::new(Type::named("ShopOrderLineItem"))),
                    ),
                    member("X-Request-Id", true, text()),
                ],
            })),
            Item::exported(ItemKind::Interface(Interface {
                name: "Empty".to_owned(),
                members: Vec::new(),
            })),
            Item::exported(ItemKind::TypeAlias {
                name: "Rates".to_owned(),
                ty: Type::generic("Record", vec![text(), Type::named("Decimal")]),
            }),
            Item::exported(ItemKind::Export(Export {
                module: "./order.ts".to_owned(),
                type_only: true,
                names: vec!["b".to_owned(), "A".to_owned()],
            })),
            Item::private(ItemKind::Const(Const {
                name: "ACCOUNTS".to_owned(),
                ty: Some(Type::generic("ReadonlyMap", vec![text(), text()])),
                value: Expression::new_instance(
                    "Map",
                    vec![Expression::Array(
                        [
                            ("shopify_payments", "1000"),
                            ("paypal", "1001"),
                            ("manual", "1002"),
                        ]
                        .map(|(key, value)| Expression::Array(vec![string(key), string(value)]))
                        .to_vec(),
                    )],
                ),
            })),
            Item::statement(Statement::ForOf {
                name: "workflow".to_owned(),
                values: name("workflows"),
                body: vec![Statement::Try {
                    body: vec![Statement::Expression(
                        path("interpreter.register").called(vec![name("workflow")]),
                    )],
                    binding: Some("error".to_owned()),
                    handler: vec![Statement::Throw(name("error"))],
                }],
            }),
            Item::statement(Statement::Expression(
                path("interpreter.start").called(Vec::new()).awaited(),
            )),
        ],
    };
    assert_printed(&module, TYPES);
}

const TYPES: &str = r#"
import "./effects.ts";

export interface ShopOrder {
  /** Shopify's identifier. */
  id: number;
  note?: string | null;
  financial_status:
    | "authorized"
    | "partially_paid"
    | "paid"
    | "partially_refunded"
    | "voided";
  line_items: readonly ShopOrderLineItem[];
  "X-Request-Id"?: string;
}

export interface Empty {}

export type Rates = Record<string, Decimal>;

export type { A, b } from "./order.ts";

const ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ["shopify_payments", "1000"],
  ["paypal", "1001"],
  ["manual", "1002"],
]);

for (const workflow of workflows) {
  try {
    interpreter.register(workflow);
  } catch (error) {
    throw error;
  }
}
await interpreter.start();
"#;
