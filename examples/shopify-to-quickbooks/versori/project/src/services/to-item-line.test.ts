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
      id: 1,
      title: "Tea",
      variant_title: "Green",
      quantity: 3,
      price: "19.99",
      taxable: true,
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
