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
  readonly id: number;
  readonly name: string;
  readonly created_at: string;
  readonly cancelled_at: string | null;
  readonly currency: string;
  readonly note: string | null;
  readonly total_discounts: string;
  readonly total_tax: string;
  readonly line_items: readonly OrderAnswerOrderLineItem[];
  readonly shipping_lines: readonly OrderAnswerOrderShippingLine[];
}

/** `order_answer.order.line_items[]` */
export interface OrderAnswerOrderLineItem {
  readonly id: number;
  readonly title: string;
  readonly variant_title: string | null;
  readonly quantity: number;
  readonly price: string;
  readonly taxable: boolean;
}

/** `order_answer.order.shipping_lines[]` */
export interface OrderAnswerOrderShippingLine {
  readonly title: string;
  readonly price: string;
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
    id: field(object, "id", asInteger),
    name: field(object, "name", asString),
    created_at: field(object, "created_at", asString),
    cancelled_at: field(object, "cancelled_at", nullable(asString)),
    currency: field(object, "currency", asString),
    note: field(object, "note", nullable(asString)),
    total_discounts: field(object, "total_discounts", asString),
    total_tax: field(object, "total_tax", asString),
    line_items: field(
      object,
      "line_items",
      asArray(decodeOrderAnswerOrderLineItem),
    ),
    shipping_lines: field(
      object,
      "shipping_lines",
      asArray(decodeOrderAnswerOrderShippingLine),
    ),
  };
}

export function decodeOrderAnswerOrderLineItem(
  value: unknown,
): OrderAnswerOrderLineItem {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    title: field(object, "title", asString),
    variant_title: field(object, "variant_title", nullable(asString)),
    quantity: field(object, "quantity", asInteger),
    price: field(object, "price", asString),
    taxable: field(object, "taxable", asBoolean),
  };
}

export function decodeOrderAnswerOrderShippingLine(
  value: unknown,
): OrderAnswerOrderShippingLine {
  const object = asRecord(value);
  return {
    title: field(object, "title", asString),
    price: field(object, "price", asString),
  };
}
