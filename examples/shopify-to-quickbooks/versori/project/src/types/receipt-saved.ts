// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { asRecord, asString, field } from "../services/runtime/decode.ts";

/** `receipt_saved` */
export interface ReceiptSaved {
  readonly SalesReceipt: ReceiptSavedSalesReceipt;
}

/** `receipt_saved.SalesReceipt` */
export interface ReceiptSavedSalesReceipt {
  readonly Id: string;
}

export function decodeReceiptSaved(value: unknown): ReceiptSaved {
  const object = asRecord(value);
  return {
    SalesReceipt: field(object, "SalesReceipt", decodeReceiptSavedSalesReceipt),
  };
}

export function decodeReceiptSavedSalesReceipt(
  value: unknown,
): ReceiptSavedSalesReceipt {
  const object = asRecord(value);
  return {
    Id: field(object, "Id", asString),
  };
}
