// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asArray,
  asInteger,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";

/** `erp_order` */
export interface ErpOrder {
  readonly number: number;
  readonly delivery_address: string;
  readonly lines: readonly ErpOrderLine[];
}

/** `erp_order.lines[]` */
export interface ErpOrderLine {
  readonly sku: string;
  readonly quantity: number;
}

export function decodeErpOrder(value: unknown): ErpOrder {
  const object = asRecord(value);
  return {
    number: field(object, "number", asInteger),
    delivery_address: field(object, "delivery_address", asString),
    lines: field(object, "lines", asArray(decodeErpOrderLine)),
  };
}

export function decodeErpOrderLine(value: unknown): ErpOrderLine {
  const object = asRecord(value);
  return {
    sku: field(object, "sku", asString),
    quantity: field(object, "quantity", asInteger),
  };
}
