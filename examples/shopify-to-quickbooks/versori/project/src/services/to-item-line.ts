// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { OrderAnswerOrderLineItem } from "../types/order-answer.ts";
import type { SalesReceiptLine } from "../types/sales-receipt.ts";
import { constants } from "./constants.ts";
import { decimal } from "./runtime/decimal.ts";

/** Maps `order_answer.order.line_items[]` to `sales_receipt.Line[]`. */
export function toItemLine(source: OrderAnswerOrderLineItem): SalesReceiptLine {
  const price = source.price;
  return {
    DetailType: "SalesItemLineDetail",
    Amount: price.times(decimal(source.quantity)).round(2),
    Description: source.variant_title == null
      ? source.title
      : `${source.title} (${source.variant_title})`,
    SalesItemLineDetail: {
      Qty: decimal(source.quantity),
      UnitPrice: price,
      TaxCodeRef: {
        value: source.taxable
          ? constants.tax_codes.taxable
          : constants.tax_codes.exempt,
      },
    },
  };
}
