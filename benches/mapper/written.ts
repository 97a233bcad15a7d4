// The Shopify mapping as somebody would write it by hand, as exact as the emitted one:
// money is a bigint of digits with a number of places, and is rounded half away from zero.

import type { Order } from "./orders.ts";

interface Money {
  readonly digits: bigint;
  readonly places: number;
}

function money(text: string): Money {
  const match = /^([+-]?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error("expected a decimal");
  const [, whole = "", fraction = ""] = match;
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function times(value: Money, count: number): Money {
  return { digits: value.digits * BigInt(count), places: value.places };
}

function round(value: Money, places: number): Money {
  if (value.places <= places) return value;
  const unit = 10n ** BigInt(value.places - places);
  const quotient = value.digits / unit;
  const rest = value.digits % unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = value.digits < 0n ? -1n : 1n;
  return { digits: twice >= unit ? quotient + away : quotient, places };
}

/** The JSON number; more than 15 significant digits are refused. */
function toNumber({ digits, places }: Money): number {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString()
    .padStart(places + 1, "0");
  if (text.replace(/^0+|0+$/g, "").length > 15) {
    throw new Error("too many digits");
  }
  const point = text.length - places;
  return Number(`${sign}${text.slice(0, point)}.${text.slice(point)}`);
}

/** An order whose amounts are read, as the emitted mapping gets them from its decoder. */
export type ReadOrder =
  & Omit<
    Order,
    "total_discounts" | "total_tax" | "line_items" | "shipping_lines"
  >
  & {
    readonly total_discounts: Money;
    readonly total_tax: Money;
    readonly line_items: readonly (
      & Omit<Order["line_items"][number], "price">
      & { readonly price: Money }
    )[];
    readonly shipping_lines: readonly {
      readonly price: Money;
      readonly title: string;
    }[];
  };

export function read(order: Order): ReadOrder {
  return {
    ...order,
    total_discounts: money(order.total_discounts),
    total_tax: money(order.total_tax),
    line_items: order.line_items.map((item) => ({
      ...item,
      price: money(item.price),
    })),
    shipping_lines: order.shipping_lines.map((line) => ({
      ...line,
      price: money(line.price),
    })),
  };
}

const NEW_YORK = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const INSTANT =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

function newYorkDate(text: string): string {
  if (!INSTANT.test(text)) throw new Error("expected a date-time");
  const written = NEW_YORK.format(Date.parse(text));
  return `${written.slice(6)}-${written.slice(0, 2)}-${written.slice(3, 5)}`;
}

const PAYMENT_METHODS = new Map([
  ["shopify_payments", "3"],
  ["paypal", "5"],
  ["manual", "1"],
]);

type Address = NonNullable<Order["billing_address"]>;

function address(source: Address): unknown {
  return {
    Line1: source.address1,
    Line2: source.address2,
    City: source.city,
    CountrySubDivisionCode: source.province_code,
    PostalCode: source.zip,
    Country: source.country_code,
  };
}

/** The sales receipt as JSON. */
export function written(
  order: ReadOrder,
  customer: string,
  shippingItem: string,
): unknown {
  const lines: unknown[] = [];
  for (const item of order.line_items) {
    const { price } = item;
    lines.push({
      DetailType: "SalesItemLineDetail",
      Amount: toNumber(round(times(price, item.quantity), 2)),
      Description: item.variant_title == null
        ? item.title
        : `${item.title} (${item.variant_title})`,
      SalesItemLineDetail: {
        Qty: item.quantity,
        UnitPrice: toNumber(price),
        TaxCodeRef: { value: item.taxable ? "TAX" : "NON" },
      },
    });
  }
  for (const line of order.shipping_lines) {
    const { price } = line;
    if (price.digits <= 0n) continue;
    lines.push({
      DetailType: "SalesItemLineDetail",
      Amount: toNumber(round(price, 2)),
      Description: line.title,
      SalesItemLineDetail: { ItemRef: { value: shippingItem } },
    });
  }
  const discount = order.total_discounts;
  if (discount.digits !== 0n) {
    lines.push({
      DetailType: "DiscountLineDetail",
      Amount: toNumber(round(discount, 2)),
      DiscountLineDetail: { PercentBased: false },
    });
  }
  return {
    DocNumber: order.name.replaceAll("#", ""),
    TxnDate: newYorkDate(order.created_at),
    CustomerRef: { value: customer },
    CurrencyRef: { value: order.currency },
    PaymentMethodRef: {
      value: PAYMENT_METHODS.get(order.payment_gateway_names.at(0) ?? "") ??
        "1",
    },
    PrivateNote: `Shopify order ${order.name}: ${order.note ?? "no note"}`
      .slice(0, 4000),
    BillEmail: order.email.trim() === ""
      ? undefined
      : { Address: order.email.slice(0, 100) },
    BillAddr: order.billing_address == null
      ? undefined
      : address(order.billing_address),
    ShipAddr: order.shipping_address == null
      ? undefined
      : address(order.shipping_address),
    ShipMethodRef: order.shipping_lines.length === 0
      ? undefined
      : { value: order.shipping_lines.map((line) => line.title).join(", ") },
    ApplyTaxAfterDiscount: true,
    TxnTaxDetail: { TotalTax: toNumber(round(order.total_tax, 2)) },
    Line: lines,
  };
}
