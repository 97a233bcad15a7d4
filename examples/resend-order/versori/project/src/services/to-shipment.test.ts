// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeErpOrder } from "../types/erp-order.ts";
import { assertJson } from "./runtime/assert.ts";
import { asBoolean, decode } from "./runtime/decode.ts";
import { toShipment } from "./to-shipment.ts";

Deno.test("cancelled lines stay out", () => {
  const order = decode(
    decodeErpOrder,
    {
      number: 4711,
      delivery_address: "1 Quay St, Auckland, NZ",
      lines: [{ sku: " tea-1", quantity: 3 }, { sku: "mug-2", quantity: 0 }],
    },
    "order",
  );
  const express = decode(asBoolean, true, "express");
  assertJson(toShipment({ order, express }), {
    reference: "ERP-4711",
    express: true,
    address: { street: "1 Quay St", city: "Auckland", country: "NZ" },
    lines: [{ sku: "TEA-1", quantity: 3 }],
  });
});
