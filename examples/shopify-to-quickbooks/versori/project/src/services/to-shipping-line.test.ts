// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeOrderAnswerOrderShippingLine } from "../types/order-answer.ts";
import { encodeSalesReceiptLine } from "../types/sales-receipt.ts";
import { assertJson } from "./runtime/assert.ts";
import { asString, decode } from "./runtime/decode.ts";
import { toShippingLine } from "./to-shipping-line.ts";

Deno.test("a price with three places is rounded half away from zero", () => {
  const source = decode(
    decodeOrderAnswerOrderShippingLine,
    { title: "Express", price: "4.995" },
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
