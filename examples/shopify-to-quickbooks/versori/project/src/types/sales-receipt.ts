// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";

/** `sales_receipt` */
export interface SalesReceipt {
  /** At most 21 characters. */
  readonly DocNumber?: string;
  readonly TxnDate: string;
  readonly CustomerRef: SalesReceiptCustomerRef;
  readonly CurrencyRef?: SalesReceiptCurrencyRef;
  readonly PrivateNote?: string;
  readonly TxnTaxDetail?: SalesReceiptTxnTaxDetail;
  readonly Line: readonly SalesReceiptLine[];
}

/** `sales_receipt.CustomerRef` */
export interface SalesReceiptCustomerRef {
  readonly value: string;
}

/** `sales_receipt.CurrencyRef` */
export interface SalesReceiptCurrencyRef {
  readonly value: string;
}

/** `sales_receipt.TxnTaxDetail` */
export interface SalesReceiptTxnTaxDetail {
  readonly TotalTax: Decimal;
}

/** `sales_receipt.Line[]` */
export interface SalesReceiptLine {
  readonly DetailType: "SalesItemLineDetail" | "DiscountLineDetail";
  readonly Amount: Decimal;
  readonly Description?: string;
  readonly SalesItemLineDetail?: SalesReceiptLineSalesItemLineDetail;
  readonly DiscountLineDetail?: SalesReceiptLineDiscountLineDetail;
}

/** `sales_receipt.Line[].SalesItemLineDetail` */
export interface SalesReceiptLineSalesItemLineDetail {
  readonly ItemRef?: SalesReceiptLineSalesItemLineDetailItemRef;
  readonly Qty?: Decimal;
  readonly UnitPrice?: Decimal;
  readonly TaxCodeRef?: SalesReceiptLineSalesItemLineDetailTaxCodeRef;
}

/** `sales_receipt.Line[].DiscountLineDetail` */
export interface SalesReceiptLineDiscountLineDetail {
  readonly PercentBased?: boolean;
}

/** `sales_receipt.Line[].SalesItemLineDetail.ItemRef` */
export interface SalesReceiptLineSalesItemLineDetailItemRef {
  readonly value: string;
}

/** `sales_receipt.Line[].SalesItemLineDetail.TaxCodeRef` */
export interface SalesReceiptLineSalesItemLineDetailTaxCodeRef {
  readonly value: string;
}

export function encodeSalesReceipt(value: SalesReceipt): unknown {
  return {
    DocNumber: value.DocNumber,
    TxnDate: value.TxnDate,
    CustomerRef: value.CustomerRef,
    CurrencyRef: value.CurrencyRef,
    PrivateNote: value.PrivateNote,
    TxnTaxDetail: value.TxnTaxDetail == null
      ? value.TxnTaxDetail
      : encodeSalesReceiptTxnTaxDetail(value.TxnTaxDetail),
    Line: value.Line.map(encodeSalesReceiptLine),
  };
}

export function encodeSalesReceiptTxnTaxDetail(
  value: SalesReceiptTxnTaxDetail,
): unknown {
  return {
    TotalTax: value.TotalTax.toNumber(),
  };
}

export function encodeSalesReceiptLine(value: SalesReceiptLine): unknown {
  return {
    DetailType: value.DetailType,
    Amount: value.Amount.toNumber(),
    Description: value.Description,
    SalesItemLineDetail: value.SalesItemLineDetail == null
      ? value.SalesItemLineDetail
      : encodeSalesReceiptLineSalesItemLineDetail(value.SalesItemLineDetail),
    DiscountLineDetail: value.DiscountLineDetail,
  };
}

export function encodeSalesReceiptLineSalesItemLineDetail(
  value: SalesReceiptLineSalesItemLineDetail,
): unknown {
  return {
    ItemRef: value.ItemRef,
    Qty: value.Qty?.toNumber(),
    UnitPrice: value.UnitPrice?.toNumber(),
    TaxCodeRef: value.TaxCodeRef,
  };
}
