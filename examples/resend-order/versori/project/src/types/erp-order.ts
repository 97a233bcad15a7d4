// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asBoolean,
  asDate,
  asDateTime,
  asDecimalText,
  asInteger,
  asMap,
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
  readonly external_reference?: string | null;
  readonly status:
    | "draft"
    | "released"
    | "picking"
    | "shipped"
    | "invoiced"
    | "cancelled";
  readonly placed_at: string;
  readonly released_at?: string | null;
  readonly requested_on?: string;
  readonly currency: string;
  readonly price_list?: string;
  readonly sales_channel?: "web" | "phone" | "shop" | "edi";
  readonly salesperson?: string | null;
  readonly payment_terms?: string;
  readonly customer: Customer;
  readonly billing_address?: string;
  readonly delivery: ErpOrderDelivery;
  readonly lines: readonly Line[];
  readonly totals: Totals;
  readonly notes?: readonly string[];
  readonly tags?: readonly string[];
  readonly custom_fields?: Readonly<Record<string, string>>;
  readonly replaces?: OrderLink | null;
}

/** `erp_order.customer` */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly vat_number?: string | null;
  readonly group?: string;
}

/** `erp_order.delivery[parcel]`: How the order reaches the customer. */
export interface ParcelDelivery {
  readonly type: "parcel";
  readonly address: string;
  readonly service: "ground" | "express" | "overnight";
  readonly leave_at_door?: boolean;
  /** Kilograms. */
  readonly weight?: Decimal;
}

/** `erp_order.delivery[freight]`: How the order reaches the customer. */
export interface FreightDelivery {
  readonly type: "freight";
  readonly address: string;
  readonly tail_lift?: boolean;
  readonly pallets: readonly Pallet[];
}

/** `erp_order.delivery[pickup]`: How the order reaches the customer. */
export interface Pickup {
  readonly type: "pickup";
  readonly shop: ErpOrderDeliveryPickupShop;
  readonly until?: string;
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

/** `erp_order.totals` */
export interface Totals {
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
}

/** `erp_order.replaces` */
export interface OrderLink {
  readonly number: number;
  readonly reason?: string;
}

/** `erp_order.delivery[freight].pallets[]` */
export interface Pallet {
  readonly height_cm: number;
  readonly weight: Decimal;
}

/** `erp_order.delivery[pickup].shop` */
export interface ErpOrderDeliveryPickupShop {
  readonly id: string;
  readonly address: string;
}

/** `erp_order.delivery`: How the order reaches the customer. */
export type ErpOrderDelivery = ParcelDelivery | FreightDelivery | Pickup;

export function decodeErpOrder(value: unknown): ErpOrder {
  const object = asRecord(value);
  return {
    number: field(object, "number", asInteger),
    external_reference: optionalField(
      object,
      "external_reference",
      nullable(asString),
    ),
    status: field(
      object,
      "status",
      asOneOf(
        "draft",
        "released",
        "picking",
        "shipped",
        "invoiced",
        "cancelled",
      ),
    ),
    placed_at: field(object, "placed_at", asDateTime),
    released_at: optionalField(object, "released_at", nullable(asDateTime)),
    requested_on: optionalField(object, "requested_on", asDate),
    currency: field(object, "currency", asString),
    price_list: optionalField(object, "price_list", asString),
    sales_channel: optionalField(
      object,
      "sales_channel",
      asOneOf("web", "phone", "shop", "edi"),
    ),
    salesperson: optionalField(object, "salesperson", nullable(asString)),
    payment_terms: optionalField(object, "payment_terms", asString),
    customer: field(object, "customer", decodeCustomer),
    billing_address: optionalField(object, "billing_address", asString),
    delivery: field(object, "delivery", decodeErpOrderDelivery),
    lines: field(object, "lines", asArray(decodeLine)),
    totals: field(object, "totals", decodeTotals),
    notes: optionalField(object, "notes", asArray(asString)),
    tags: optionalField(object, "tags", asArray(asString)),
    custom_fields: optionalField(object, "custom_fields", asMap(asString)),
    replaces: optionalField(object, "replaces", nullable(decodeOrderLink)),
  };
}

export function decodeCustomer(value: unknown): Customer {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
    name: field(object, "name", asString),
    email: optionalField(object, "email", nullable(asString)),
    phone: optionalField(object, "phone", nullable(asString)),
    vat_number: optionalField(object, "vat_number", nullable(asString)),
    group: optionalField(object, "group", asString),
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
    leave_at_door: optionalField(object, "leave_at_door", asBoolean),
    weight: optionalField(object, "weight", asDecimalText),
  };
}

export function decodeFreightDelivery(value: unknown): FreightDelivery {
  const object = asRecord(value);
  return {
    type: field(object, "type", asOneOf("freight")),
    address: field(object, "address", asString),
    tail_lift: optionalField(object, "tail_lift", asBoolean),
    pallets: field(object, "pallets", asArray(decodePallet)),
  };
}

export function decodePickup(value: unknown): Pickup {
  const object = asRecord(value);
  return {
    type: field(object, "type", asOneOf("pickup")),
    shop: field(object, "shop", decodeErpOrderDeliveryPickupShop),
    until: optionalField(object, "until", asDate),
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

export function decodeTotals(value: unknown): Totals {
  const object = asRecord(value);
  return {
    net: field(object, "net", asDecimalText),
    tax: field(object, "tax", asDecimalText),
    gross: field(object, "gross", asDecimalText),
  };
}

export function decodeOrderLink(value: unknown): OrderLink {
  const object = asRecord(value);
  return {
    number: field(object, "number", asInteger),
    reason: optionalField(object, "reason", asString),
  };
}

export function decodePallet(value: unknown): Pallet {
  const object = asRecord(value);
  return {
    height_cm: field(object, "height_cm", asInteger),
    weight: field(object, "weight", asDecimalText),
  };
}

export function decodeErpOrderDeliveryPickupShop(
  value: unknown,
): ErpOrderDeliveryPickupShop {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
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
    external_reference: value.external_reference,
    status: value.status,
    placed_at: value.placed_at,
    released_at: value.released_at,
    requested_on: value.requested_on,
    currency: value.currency,
    price_list: value.price_list,
    sales_channel: value.sales_channel,
    salesperson: value.salesperson,
    payment_terms: value.payment_terms,
    customer: value.customer,
    billing_address: value.billing_address,
    delivery: encodeErpOrderDelivery(value.delivery),
    lines: value.lines.map(encodeLine),
    totals: encodeTotals(value.totals),
    notes: value.notes,
    tags: value.tags,
    custom_fields: value.custom_fields,
    replaces: value.replaces,
  };
}

export function encodeParcelDelivery(value: ParcelDelivery): unknown {
  return {
    type: value.type,
    address: value.address,
    service: value.service,
    leave_at_door: value.leave_at_door,
    weight: value.weight?.toString(),
  };
}

export function encodeFreightDelivery(value: FreightDelivery): unknown {
  return {
    type: value.type,
    address: value.address,
    tail_lift: value.tail_lift,
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

export function encodeTotals(value: Totals): unknown {
  return {
    net: value.net.toString(),
    tax: value.tax.toString(),
    gross: value.gross.toString(),
  };
}

export function encodePallet(value: Pallet): unknown {
  return {
    height_cm: value.height_cm,
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
