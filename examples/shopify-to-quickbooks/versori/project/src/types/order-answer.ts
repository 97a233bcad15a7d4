// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asArray,
  asBoolean,
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
  readonly total_discounts: string;
  readonly total_tax: string;
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
  readonly price: string;
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
  readonly price: string;
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
    cancelled_at: field(object, "cancelled_at", nullable(asString)),
    created_at: field(object, "created_at", asString),
    currency: field(object, "currency", asString),
    email: field(object, "email", asString),
    name: field(object, "name", asString),
    note: field(object, "note", nullable(asString)),
    payment_gateway_names: field(
      object,
      "payment_gateway_names",
      asArray(asString),
    ),
    total_discounts: field(object, "total_discounts", asString),
    total_tax: field(object, "total_tax", asString),
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
    price: field(object, "price", asString),
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
    price: field(object, "price", asString),
    title: field(object, "title", asString),
  };
}
