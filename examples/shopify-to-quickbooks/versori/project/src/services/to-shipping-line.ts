// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { OrderAnswerOrderShippingLine } from "../types/order-answer.ts";
import type { SalesReceiptLine } from "../types/sales-receipt.ts";
import type { Variables } from "./variables.ts";

/** Maps `order_answer.order.shipping_lines[]` to `sales_receipt.Line[]`. */
export function toShippingLine(
  source: OrderAnswerOrderShippingLine,
  variables: Pick<Variables, "shipping_item_id">,
): SalesReceiptLine {
  return {
    DetailType: "SalesItemLineDetail",
    Amount: source.price.round(2),
    Description: source.title,
    SalesItemLineDetail: { ItemRef: { value: variables.shipping_item_id } },
  };
}
