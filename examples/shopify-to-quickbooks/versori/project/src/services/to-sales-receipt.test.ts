// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeOrderAnswerOrder } from "../types/order-answer.ts";
import { encodeSalesReceipt } from "../types/sales-receipt.ts";
import { assertJson } from "./runtime/assert.ts";
import { asString, decode } from "./runtime/decode.ts";
import { toSalesReceipt } from "./to-sales-receipt.ts";

Deno.test("two lines, shipping, a discount, tax, and midnight in New York", () => {
  const source = decode(
    decodeOrderAnswerOrder,
    {
      id: 5002001,
      name: "#1001",
      created_at: "2025-03-10T03:30:00Z",
      cancelled_at: null,
      currency: "USD",
      note: "Leave at the door",
      total_discounts: "5.00",
      total_tax: "4.50",
      line_items: [
        {
          id: 1,
          title: "Tea",
          variant_title: "Green",
          quantity: 3,
          price: "19.99",
          taxable: true,
        },
        {
          id: 2,
          title: "Gift wrap",
          variant_title: null,
          quantity: 1,
          price: "5.00",
          taxable: false,
        },
      ],
      shipping_lines: [{ title: "Express", price: "9.99" }],
    },
    "source",
  );
  const variables = {
    default_customer_id: decode(
      asString,
      "58",
      "variables.default_customer_id",
    ),
    shipping_item_id: decode(
      asString,
      "SHIPPING_ITEM_ID",
      "variables.shipping_item_id",
    ),
  };
  assertJson(encodeSalesReceipt(toSalesReceipt(source, variables)), {
    DocNumber: "1001",
    TxnDate: "2025-03-09",
    CustomerRef: { value: "58" },
    CurrencyRef: { value: "USD" },
    PrivateNote: "Shopify order #1001: Leave at the door",
    TxnTaxDetail: { TotalTax: 4.5 },
    Line: [
      {
        DetailType: "SalesItemLineDetail",
        Amount: 59.97,
        Description: "Tea (Green)",
        SalesItemLineDetail: {
          Qty: 3,
          UnitPrice: 19.99,
          TaxCodeRef: { value: "TAX" },
        },
      },
      {
        DetailType: "SalesItemLineDetail",
        Amount: 5.0,
        Description: "Gift wrap",
        SalesItemLineDetail: {
          Qty: 1,
          UnitPrice: 5.0,
          TaxCodeRef: { value: "NON" },
        },
      },
      {
        DetailType: "SalesItemLineDetail",
        Amount: 9.99,
        Description: "Express",
        SalesItemLineDetail: { ItemRef: { value: "SHIPPING_ITEM_ID" } },
      },
      {
        DetailType: "DiscountLineDetail",
        Amount: 5.0,
        DiscountLineDetail: { PercentBased: false },
      },
    ],
  });
});
