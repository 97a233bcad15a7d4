// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { OrderAnswerOrder } from "../types/order-answer.ts";
import type { SalesReceipt } from "../types/sales-receipt.ts";
import { constants } from "./constants.ts";
import { dateIn } from "./runtime/dates.ts";
import { decimal } from "./runtime/decimal.ts";
import { nonblank, truncate } from "./runtime/text.ts";
import { lookup } from "./runtime/values.ts";
import { toAddress } from "./to-address.ts";
import { toItemLine } from "./to-item-line.ts";
import { toShippingLine } from "./to-shipping-line.ts";
import type { Variables } from "./variables.ts";

/** Maps `order_answer.order` to `sales_receipt`. */
export function toSalesReceipt(
  source: OrderAnswerOrder,
  variables: Pick<Variables, "default_customer_id" | "shipping_item_id">,
): SalesReceipt {
  const discount = source.total_discounts;
  const items = source.line_items.map((item) => toItemLine(item));
  const shipping = source.shipping_lines
    .filter((line) => line.price.compare(decimal("0")) > 0)
    .map((item) => toShippingLine(item, variables));
  return {
    DocNumber: truncate(source.name.replaceAll("#", ""), 21),
    TxnDate: dateIn(source.created_at, "America/New_York"),
    CustomerRef: { value: variables.default_customer_id },
    CurrencyRef: { value: source.currency },
    PaymentMethodRef: {
      value: lookup(
        constants.payment_methods,
        source.payment_gateway_names.at(0) ?? "",
      ) ??
        constants.payment_methods.manual,
    },
    PrivateNote: `Shopify order ${source.name}: ${source.note ?? "no note"}`
      .slice(0, 4000)
      .toWellFormed(),
    BillEmail: nonblank(source.email) == null
      ? undefined
      : { Address: source.email.slice(0, 100).toWellFormed() },
    BillAddr: source.billing_address == null
      ? undefined
      : toAddress(source.billing_address),
    ShipAddr: source.shipping_address == null
      ? undefined
      : toAddress(source.shipping_address),
    ShipMethodRef: source.shipping_lines.length === 0
      ? undefined
      : { value: source.shipping_lines.map((line) => line.title).join(", ") },
    ApplyTaxAfterDiscount: true,
    TxnTaxDetail: { TotalTax: source.total_tax.round(2) },
    Line: items.concat(shipping).concat(
      discount.equals(decimal("0")) ? [] : [
        {
          DetailType: "DiscountLineDetail",
          Amount: discount.round(2),
          DiscountLineDetail: { PercentBased: false },
        },
      ],
    ),
  };
}
