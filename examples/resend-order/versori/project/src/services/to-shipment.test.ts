// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeErpOrder } from "../types/erp-order.ts";
import { encodeShipment } from "../types/shipment.ts";
import { assertJson } from "./runtime/assert.ts";
import { asBoolean, decode } from "./runtime/decode.ts";
import { toShipment } from "./to-shipment.ts";

Deno.test("a parcel: cancelled lines stay out", () => {
  const order = decode(
    decodeErpOrder,
    {
      number: 4711,
      external_reference: "WEB-99812",
      status: "released",
      placed_at: "2025-03-09T23:30:00+13:00",
      released_at: "2025-03-10T08:00:00+13:00",
      requested_on: "2025-03-14",
      currency: "NZD",
      price_list: "retail",
      sales_channel: "web",
      salesperson: null,
      payment_terms: "prepaid",
      customer: {
        id: "C-88",
        name: "Ada Byron",
        email: "ada@example.com",
        phone: null,
        vat_number: null,
        group: "retail",
      },
      billing_address: "1 Quay St, Auckland, NZ",
      delivery: {
        type: "parcel",
        address: "1 Quay St, Auckland, NZ",
        service: "ground",
        leave_at_door: true,
        weight: "1.250",
      },
      lines: [
        {
          position: 1,
          sku: " tea-1",
          description: "Goods",
          quantity: 3,
          unit: "piece",
          unit_price: "19.9900",
          discount_percent: null,
          tax_code: "NZ15",
          lot: null,
          serial_numbers: [],
        },
        {
          position: 2,
          sku: "mug-2",
          description: "Goods",
          quantity: 0,
          unit: "piece",
          unit_price: "7.5000",
          discount_percent: null,
          tax_code: "NZ15",
          lot: null,
          serial_numbers: [],
        },
      ],
      totals: { net: "59.97", tax: "9.00", gross: "68.97" },
      notes: ["Ring twice"],
      tags: ["first"],
      custom_fields: { gift: "no" },
      replaces: null,
    },
    "order",
  );
  const express = decode(asBoolean, true, "express");
  assertJson(encodeShipment(toShipment({ order, express })), {
    reference: "ERP-4711",
    express: true,
    service: "GROUND",
    weight: 1.25,
    note: "Ring twice",
    address: { street: "1 Quay St", city: "Auckland", country: "NZ" },
    lines: [{ sku: "TEA-1", quantity: 3 }],
  });
});
Deno.test("freight: the weight is that of all pallets", () => {
  const order = decode(
    decodeErpOrder,
    {
      number: 4712,
      external_reference: "WEB-99812",
      status: "released",
      placed_at: "2025-03-09T23:30:00+13:00",
      released_at: "2025-03-10T08:00:00+13:00",
      requested_on: "2025-03-14",
      currency: "NZD",
      price_list: "retail",
      sales_channel: "web",
      salesperson: null,
      payment_terms: "prepaid",
      customer: {
        id: "C-88",
        name: "Ada Byron",
        email: "ada@example.com",
        phone: null,
        vat_number: null,
        group: "retail",
      },
      billing_address: "1 Quay St, Auckland, NZ",
      delivery: {
        type: "freight",
        address: "9 Dock Rd, Tauranga, NZ",
        tail_lift: true,
        pallets: [
          { height_cm: 120, weight: "310.5" },
          { height_cm: 90, weight: "205.25" },
        ],
      },
      lines: [
        {
          position: 1,
          sku: "TEA-1",
          description: "Goods",
          quantity: 240,
          unit: "box",
          unit_price: "12.0000",
          discount_percent: null,
          tax_code: "NZ15",
          lot: null,
          serial_numbers: [],
        },
      ],
      totals: { net: "59.97", tax: "9.00", gross: "68.97" },
      notes: ["Ring twice"],
      tags: ["first"],
      custom_fields: { gift: "no" },
      replaces: { number: 4711, reason: "lost" },
    },
    "order",
  );
  const express = decode(asBoolean, false, "express");
  assertJson(encodeShipment(toShipment({ order, express })), {
    reference: "ERP-4712",
    express: false,
    service: "FREIGHT",
    weight: 515.75,
    pallets: 2,
    note: "Ring twice",
    address: { street: "9 Dock Rd", city: "Tauranga", country: "NZ" },
    lines: [{ sku: "TEA-1", quantity: 240 }],
  });
});
Deno.test("a pickup goes to the shop", () => {
  const order = decode(
    decodeErpOrder,
    {
      number: 4713,
      external_reference: "WEB-99812",
      status: "released",
      placed_at: "2025-03-09T23:30:00+13:00",
      released_at: "2025-03-10T08:00:00+13:00",
      requested_on: "2025-03-14",
      currency: "NZD",
      price_list: "retail",
      sales_channel: "web",
      salesperson: null,
      payment_terms: "prepaid",
      customer: {
        id: "C-88",
        name: "Ada Byron",
        email: "ada@example.com",
        phone: null,
        vat_number: null,
        group: "retail",
      },
      billing_address: "1 Quay St, Auckland, NZ",
      delivery: {
        type: "pickup",
        shop: { id: "AKL-1", address: "5 Queen St, Auckland, NZ" },
        until: "2025-03-21",
      },
      lines: [
        {
          position: 1,
          sku: " tea-1",
          description: "Goods",
          quantity: 3,
          unit: "piece",
          unit_price: "19.9900",
          discount_percent: null,
          tax_code: "NZ15",
          lot: null,
          serial_numbers: [],
        },
        {
          position: 2,
          sku: "mug-2",
          description: "Goods",
          quantity: 0,
          unit: "piece",
          unit_price: "7.5000",
          discount_percent: null,
          tax_code: "NZ15",
          lot: null,
          serial_numbers: [],
        },
      ],
      totals: { net: "59.97", tax: "9.00", gross: "68.97" },
      notes: ["Ring twice"],
      tags: ["first"],
      custom_fields: { gift: "no" },
      replaces: null,
    },
    "order",
  );
  const express = decode(asBoolean, false, "express");
  assertJson(encodeShipment(toShipment({ order, express })), {
    reference: "ERP-4713",
    express: false,
    service: "COUNTER",
    note: "Ring twice",
    address: { street: "5 Queen St", city: "Auckland", country: "NZ" },
    lines: [{ sku: "TEA-1", quantity: 3 }],
  });
});
