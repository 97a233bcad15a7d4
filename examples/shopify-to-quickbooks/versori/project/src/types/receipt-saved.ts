// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asDecimal,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";

/** `receipt_saved` */
export interface ReceiptSaved {
  readonly SalesReceipt: ReceiptSavedSalesReceipt;
  readonly time: string;
}

/** `receipt_saved.SalesReceipt` */
export interface ReceiptSavedSalesReceipt {
  readonly Id: string;
  readonly SyncToken: string;
  readonly TotalAmt: Decimal;
}

export function decodeReceiptSaved(value: unknown): ReceiptSaved {
  const object = asRecord(value);
  return {
    SalesReceipt: field(object, "SalesReceipt", decodeReceiptSavedSalesReceipt),
    time: field(object, "time", asString),
  };
}

export function decodeReceiptSavedSalesReceipt(
  value: unknown,
): ReceiptSavedSalesReceipt {
  const object = asRecord(value);
  return {
    Id: field(object, "Id", asString),
    SyncToken: field(object, "SyncToken", asString),
    TotalAmt: field(object, "TotalAmt", asDecimal),
  };
}

export function encodeReceiptSaved(value: ReceiptSaved): unknown {
  return {
    SalesReceipt: encodeReceiptSavedSalesReceipt(value.SalesReceipt),
    time: value.time,
  };
}

export function encodeReceiptSavedSalesReceipt(
  value: ReceiptSavedSalesReceipt,
): unknown {
  return {
    Id: value.Id,
    SyncToken: value.SyncToken,
    TotalAmt: value.TotalAmt.toNumber(),
  };
}
