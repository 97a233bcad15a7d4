// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asBoolean,
  asDateTime,
  asDecimalText,
  asInteger,
  asRecord,
  asString,
  field,
  nullable,
} from "../services/runtime/decode.ts";

/** `order_answer` */
export interface OrderAnswer {
  readonly order: OrderAnswerOrder;
}

/** `order_answer.order` */
export interface OrderAnswerOrder {
  readonly cancelled_at: string | null;
  readonly created_at: string;
  readonly currency: string;
  readonly email: string;
  readonly name: string;
  readonly note: string | null;
  readonly payment_gateway_names: readonly string[];
  readonly total_discounts: Decimal;
  readonly total_tax: Decimal;
  readonly billing_address: OrderAnswerOrderBillingAddress | null;
  readonly line_items: readonly OrderAnswerOrderLineItem[];
  readonly shipping_address: OrderAnswerOrderShippingAddress | null;
  readonly shipping_lines: readonly OrderAnswerOrderShippingLine[];
}

/** `order_answer.order.billing_address` */
export interface OrderAnswerOrderBillingAddress {
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  readonly address2: string;
  readonly country_code: string;
  readonly province_code: string;
}

/** `order_answer.order.line_items[]` */
export interface OrderAnswerOrderLineItem {
  readonly price: Decimal;
  readonly quantity: number;
  readonly taxable: boolean;
  readonly title: string;
  readonly variant_title: string | null;
}

/** `order_answer.order.shipping_address` */
export interface OrderAnswerOrderShippingAddress {
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  readonly address2: string;
  readonly country_code: string;
  readonly province_code: string;
}

/** `order_answer.order.shipping_lines[]` */
export interface OrderAnswerOrderShippingLine {
  readonly price: Decimal;
  readonly title: string;
}

export function decodeOrderAnswer(value: unknown): OrderAnswer {
  const object = asRecord(value);
  return {
    order: field(object, "order", decodeOrderAnswerOrder),
  };
}

export function decodeOrderAnswerOrder(value: unknown): OrderAnswerOrder {
  const object = asRecord(value);
  return {
    cancelled_at: field(object, "cancelled_at", nullable(asDateTime)),
    created_at: field(object, "created_at", asDateTime),
    currency: field(object, "currency", asString),
    email: field(object, "email", asString),
    name: field(object, "name", asString),
    note: field(object, "note", nullable(asString)),
    payment_gateway_names: field(
      object,
      "payment_gateway_names",
      asArray(asString),
    ),
    total_discounts: field(object, "total_discounts", asDecimalText),
    total_tax: field(object, "total_tax", asDecimalText),
    billing_address: field(
      object,
      "billing_address",
      nullable(decodeOrderAnswerOrderBillingAddress),
    ),
    line_items: field(
      object,
      "line_items",
      asArray(decodeOrderAnswerOrderLineItem),
    ),
    shipping_address: field(
      object,
      "shipping_address",
      nullable(decodeOrderAnswerOrderShippingAddress),
    ),
    shipping_lines: field(
      object,
      "shipping_lines",
      asArray(decodeOrderAnswerOrderShippingLine),
    ),
  };
}

export function decodeOrderAnswerOrderBillingAddress(
  value: unknown,
): OrderAnswerOrderBillingAddress {
  const object = asRecord(value);
  return {
    address1: field(object, "address1", asString),
    city: field(object, "city", asString),
    zip: field(object, "zip", asString),
    address2: field(object, "address2", asString),
    country_code: field(object, "country_code", asString),
    province_code: field(object, "province_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItem(
  value: unknown,
): OrderAnswerOrderLineItem {
  const object = asRecord(value);
  return {
    price: field(object, "price", asDecimalText),
    quantity: field(object, "quantity", asInteger),
    taxable: field(object, "taxable", asBoolean),
    title: field(object, "title", asString),
    variant_title: field(object, "variant_title", nullable(asString)),
  };
}

export function decodeOrderAnswerOrderShippingAddress(
  value: unknown,
): OrderAnswerOrderShippingAddress {
  const object = asRecord(value);
  return {
    address1: field(object, "address1", asString),
    city: field(object, "city", asString),
    zip: field(object, "zip", asString),
    address2: field(object, "address2", asString),
    country_code: field(object, "country_code", asString),
    province_code: field(object, "province_code", asString),
  };
}

export function decodeOrderAnswerOrderShippingLine(
  value: unknown,
): OrderAnswerOrderShippingLine {
  const object = asRecord(value);
  return {
    price: field(object, "price", asDecimalText),
    title: field(object, "title", asString),
  };
}

export function encodeOrderAnswer(value: OrderAnswer): unknown {
  return {
    order: encodeOrderAnswerOrder(value.order),
  };
}

export function encodeOrderAnswerOrder(value: OrderAnswerOrder): unknown {
  return {
    cancelled_at: value.cancelled_at,
    created_at: value.created_at,
    currency: value.currency,
    email: value.email,
    name: value.name,
    note: value.note,
    payment_gateway_names: value.payment_gateway_names,
    total_discounts: value.total_discounts.toString(),
    total_tax: value.total_tax.toString(),
    billing_address: value.billing_address,
    line_items: value.line_items.map(encodeOrderAnswerOrderLineItem),
    shipping_address: value.shipping_address,
    shipping_lines: value.shipping_lines.map(
      encodeOrderAnswerOrderShippingLine,
    ),
  };
}

export function encodeOrderAnswerOrderLineItem(
  value: OrderAnswerOrderLineItem,
): unknown {
  return {
    price: value.price.toString(),
    quantity: value.quantity,
    taxable: value.taxable,
    title: value.title,
    variant_title: value.variant_title,
  };
}

export function encodeOrderAnswerOrderShippingLine(
  value: OrderAnswerOrderShippingLine,
): unknown {
  return {
    price: value.price.toString(),
    title: value.title,
  };
}
