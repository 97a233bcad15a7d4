// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { OrderAnswerOrderBillingAddress } from "../types/order-answer.ts";
import type { SalesReceiptBillAddr } from "../types/sales-receipt.ts";
import { truncate } from "./runtime/text.ts";

/** Maps `order_answer.order.billing_address` to `sales_receipt.BillAddr`. */
export function toAddress(
  source: OrderAnswerOrderBillingAddress,
): SalesReceiptBillAddr {
  return {
    Line1: source.address1,
    Line2: source.address2,
    City: source.city,
    CountrySubDivisionCode: source.province_code,
    PostalCode: truncate(source.zip, 30),
    Country: source.country_code,
  };
}
