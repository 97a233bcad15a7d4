// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asDecimalText,
  asInteger,
  asOneOf,
  asRecord,
  asString,
  asTagged,
  field,
  nullable,
  optionalField,
} from "../services/runtime/decode.ts";

/** `erp_order` */
export interface ErpOrder {
  readonly number: number;
  readonly delivery: ErpOrderDelivery;
  readonly lines: readonly Line[];
  readonly notes?: readonly string[];
}

/** `erp_order.delivery[parcel]`: How the order reaches the customer. */
export interface ParcelDelivery {
  readonly type: "parcel";
  readonly address: string;
  readonly service: "ground" | "express" | "overnight";
  /** Kilograms. */
  readonly weight?: Decimal;
}

/** `erp_order.delivery[freight]`: How the order reaches the customer. */
export interface FreightDelivery {
  readonly type: "freight";
  readonly address: string;
  readonly pallets: readonly Pallet[];
}

/** `erp_order.delivery[pickup]`: How the order reaches the customer. */
export interface Pickup {
  readonly type: "pickup";
  readonly shop: ErpOrderDeliveryPickupShop;
}

/** `erp_order.lines[]` */
export interface Line {
  readonly position: number;
  readonly sku: string;
  readonly description?: string;
  readonly quantity: number;
  readonly unit?: "piece" | "box" | "kilogram";
  readonly unit_price: Decimal;
  readonly discount_percent?: Decimal | null;
  readonly tax_code?: string;
  readonly lot?: string | null;
  readonly serial_numbers?: readonly string[];
}

/** `erp_order.delivery[freight].pallets[]` */
export interface Pallet {
  readonly weight: Decimal;
}

/** `erp_order.delivery[pickup].shop` */
export interface ErpOrderDeliveryPickupShop {
  readonly address: string;
}

/** `erp_order.delivery`: How the order reaches the customer. */
export type ErpOrderDelivery = ParcelDelivery | FreightDelivery | Pickup;

export function decodeErpOrder(value: unknown): ErpOrder {
  const object = asRecord(value);
  return {
    number: field(object, "number", asInteger),
    delivery: field(object, "delivery", decodeErpOrderDelivery),
    lines: field(object, "lines", asArray(decodeLine)),
    notes: optionalField(object, "notes", asArray(asString)),
  };
}

export function decodeParcelDelivery(value: unknown): ParcelDelivery {
  const object = asRecord(value);
  return {
    type: field(object, "type", asOneOf("parcel")),
    address: field(object, "address", asString),
    service: field(
      object,
      "service",
      asOneOf("ground", "express", "overnight"),
    ),
    weight: optionalField(object, "weight", asDecimalText),
  };
}

export function decodeFreightDelivery(value: unknown): FreightDelivery {
  const object = asRecord(value);
  return {
    type: field(object, "type", asOneOf("freight")),
    address: field(object, "address", asString),
    pallets: field(object, "pallets", asArray(decodePallet)),
  };
}

export function decodePickup(value: unknown): Pickup {
  const object = asRecord(value);
  return {
    type: field(object, "type", asOneOf("pickup")),
    shop: field(object, "shop", decodeErpOrderDeliveryPickupShop),
  };
}

export function decodeLine(value: unknown): Line {
  const object = asRecord(value);
  return {
    position: field(object, "position", asInteger),
    sku: field(object, "sku", asString),
    description: optionalField(object, "description", asString),
    quantity: field(object, "quantity", asInteger),
    unit: optionalField(object, "unit", asOneOf("piece", "box", "kilogram")),
    unit_price: field(object, "unit_price", asDecimalText),
    discount_percent: optionalField(
      object,
      "discount_percent",
      nullable(asDecimalText),
    ),
    tax_code: optionalField(object, "tax_code", asString),
    lot: optionalField(object, "lot", nullable(asString)),
    serial_numbers: optionalField(object, "serial_numbers", asArray(asString)),
  };
}

export function decodePallet(value: unknown): Pallet {
  const object = asRecord(value);
  return {
    weight: field(object, "weight", asDecimalText),
  };
}

export function decodeErpOrderDeliveryPickupShop(
  value: unknown,
): ErpOrderDeliveryPickupShop {
  const object = asRecord(value);
  return {
    address: field(object, "address", asString),
  };
}

export function decodeErpOrderDelivery(value: unknown): ErpOrderDelivery {
  return asTagged("type", {
    parcel: decodeParcelDelivery,
    freight: decodeFreightDelivery,
    pickup: decodePickup,
  })(value);
}

export function encodeErpOrder(value: ErpOrder): unknown {
  return {
    number: value.number,
    delivery: encodeErpOrderDelivery(value.delivery),
    lines: value.lines.map(encodeLine),
    notes: value.notes,
  };
}

export function encodeParcelDelivery(value: ParcelDelivery): unknown {
  return {
    type: value.type,
    address: value.address,
    service: value.service,
    weight: value.weight?.toString(),
  };
}

export function encodeFreightDelivery(value: FreightDelivery): unknown {
  return {
    type: value.type,
    address: value.address,
    pallets: value.pallets.map(encodePallet),
  };
}

export function encodeLine(value: Line): unknown {
  return {
    position: value.position,
    sku: value.sku,
    description: value.description,
    quantity: value.quantity,
    unit: value.unit,
    unit_price: value.unit_price.toString(),
    discount_percent: value.discount_percent == null
      ? value.discount_percent
      : value.discount_percent.toString(),
    tax_code: value.tax_code,
    lot: value.lot,
    serial_numbers: value.serial_numbers,
  };
}

export function encodePallet(value: Pallet): unknown {
  return {
    weight: value.weight.toString(),
  };
}

export function encodeErpOrderDelivery(value: ErpOrderDelivery): unknown {
  return value.type === "parcel"
    ? encodeParcelDelivery(value)
    : value.type === "freight"
    ? encodeFreightDelivery(value)
    : value;
}
