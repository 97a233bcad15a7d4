// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeOrderAnswerOrderShippingLine } from "../types/order-answer.ts";
import { encodeSalesReceiptLine } from "../types/sales-receipt.ts";
import { assertJson } from "./runtime/assert.ts";
import { asString, decode } from "./runtime/decode.ts";
import { toShippingLine } from "./to-shipping-line.ts";

Deno.test("a price with three places is rounded half away from zero", () => {
  const source = decode(
    decodeOrderAnswerOrderShippingLine,
    {
      id: 4000000001,
      carrier_identifier: null,
      code: "Express",
      discounted_price: "9.99",
      discounted_price_set: {
        shop_money: { amount: "9.99", currency_code: "USD" },
        presentment_money: { amount: "9.99", currency_code: "USD" },
      },
      is_removed: false,
      phone: null,
      price: "4.995",
      price_set: {
        shop_money: { amount: "9.99", currency_code: "USD" },
        presentment_money: { amount: "9.99", currency_code: "USD" },
      },
      requested_fulfillment_service_id: null,
      source: "shopify",
      title: "Express",
      tax_lines: [],
      discount_allocations: [],
    },
    "source",
  );
  const variables = {
    shipping_item_id: decode(asString, "9", "variables.shipping_item_id"),
  };
  assertJson(encodeSalesReceiptLine(toShippingLine(source, variables)), {
    DetailType: "SalesItemLineDetail",
    Amount: 5.00,
    Description: "Express",
    SalesItemLineDetail: { ItemRef: { value: "9" } },
  });
});
