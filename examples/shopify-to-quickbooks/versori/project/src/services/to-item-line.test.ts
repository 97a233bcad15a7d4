// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeOrderAnswerOrderLineItem } from "../types/order-answer.ts";
import { encodeSalesReceiptLine } from "../types/sales-receipt.ts";
import { assertJson } from "./runtime/assert.ts";
import { decode } from "./runtime/decode.ts";
import { toItemLine } from "./to-item-line.ts";

Deno.test("price times quantity, to the cent", () => {
  const source = decode(
    decodeOrderAnswerOrderLineItem,
    {
      id: 14000000001,
      admin_graphql_api_id: "gid://shopify/LineItem/14000000001",
      current_quantity: 3,
      fulfillable_quantity: 3,
      fulfillment_service: "manual",
      fulfillment_status: null,
      gift_card: false,
      grams: 200,
      name: "Tea - Green",
      price: "19.99",
      price_set: {
        shop_money: { amount: "19.99", currency_code: "USD" },
        presentment_money: { amount: "19.99", currency_code: "USD" },
      },
      product_exists: true,
      product_id: 9001,
      properties: [],
      quantity: 3,
      requires_shipping: true,
      sku: "TEA-GREEN",
      taxable: true,
      title: "Tea",
      total_discount: "0.00",
      total_discount_set: {
        shop_money: { amount: "0.00", currency_code: "USD" },
        presentment_money: { amount: "0.00", currency_code: "USD" },
      },
      variant_id: 77001,
      variant_inventory_management: "shopify",
      variant_title: "Green",
      vendor: "Acme Tea",
      tax_lines: [
        {
          title: "NY State Tax",
          price: "4.50",
          rate: 0.0875,
          channel_liable: false,
          price_set: {
            shop_money: { amount: "4.50", currency_code: "USD" },
            presentment_money: { amount: "4.50", currency_code: "USD" },
          },
        },
      ],
      duties: [],
      discount_allocations: [
        {
          amount: "5.00",
          amount_set: {
            shop_money: { amount: "5.00", currency_code: "USD" },
            presentment_money: { amount: "5.00", currency_code: "USD" },
          },
          discount_application_index: 0,
        },
      ],
    },
    "source",
  );
  assertJson(encodeSalesReceiptLine(toItemLine(source)), {
    DetailType: "SalesItemLineDetail",
    Amount: 59.97,
    Description: "Tea (Green)",
    SalesItemLineDetail: {
      Qty: 3,
      UnitPrice: 19.99,
      TaxCodeRef: { value: "TAX" },
    },
  });
});
