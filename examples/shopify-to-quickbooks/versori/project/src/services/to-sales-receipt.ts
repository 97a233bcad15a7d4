// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { OrderAnswerOrder } from "../types/order-answer.ts";
import type { SalesReceipt } from "../types/sales-receipt.ts";
import { dateIn, instant } from "./runtime/dates.ts";
import { decimal } from "./runtime/decimal.ts";
import { toItemLine } from "./to-item-line.ts";
import { toShippingLine } from "./to-shipping-line.ts";
import type { Variables } from "./variables.ts";

/** Maps `order_answer.order` to `sales_receipt`. */
export function toSalesReceipt(
  source: OrderAnswerOrder,
  variables: Pick<Variables, "default_customer_id" | "shipping_item_id">,
): SalesReceipt {
  const discount = decimal(source.total_discounts);
  const items = source.line_items.map((item) => toItemLine(item));
  const shipping = source.shipping_lines
    .filter((line) => decimal(line.price).compare(decimal("0")) > 0)
    .map((item) => toShippingLine(item, variables));
  return {
    DocNumber: source.name.replaceAll("#", ""),
    TxnDate: dateIn(instant(source.created_at), "America/New_York"),
    CustomerRef: { value: variables.default_customer_id },
    CurrencyRef: { value: source.currency },
    PrivateNote: `Shopify order ${source.name}: ${source.note ?? "no note"}`,
    TxnTaxDetail: { TotalTax: decimal(source.total_tax).round(2) },
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
