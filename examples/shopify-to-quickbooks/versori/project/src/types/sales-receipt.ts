// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";

/**
 * `sales_receipt`: A QuickBooks Online sales receipt, as far as an order fills
 * it.
 */
export interface SalesReceipt {
  /** The number that people see; at most 21 characters. */
  readonly DocNumber?: string;
  readonly TxnDate: string;
  readonly CustomerRef: SalesReceiptCustomerRef;
  readonly CurrencyRef?: SalesReceiptCustomerRef;
  readonly PaymentMethodRef?: SalesReceiptCustomerRef;
  readonly PrivateNote?: string;
  readonly BillEmail?: SalesReceiptBillEmail;
  readonly BillAddr?: SalesReceiptBillAddr;
  readonly ShipAddr?: SalesReceiptBillAddr;
  readonly ShipMethodRef?: SalesReceiptCustomerRef;
  readonly ApplyTaxAfterDiscount?: boolean;
  readonly TxnTaxDetail?: SalesReceiptTxnTaxDetail;
  readonly Line: readonly SalesReceiptLine[];
}

/** `sales_receipt.CustomerRef` */
export interface SalesReceiptCustomerRef {
  readonly value: string;
  readonly name?: string;
}

/** `sales_receipt.BillEmail` */
export interface SalesReceiptBillEmail {
  readonly Address?: string;
}

/** `sales_receipt.BillAddr` */
export interface SalesReceiptBillAddr {
  readonly Line1?: string;
  readonly Line2?: string;
  readonly City?: string;
  readonly CountrySubDivisionCode?: string;
  readonly PostalCode?: string;
  readonly Country?: string;
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
  readonly ItemRef?: SalesReceiptCustomerRef;
  readonly Qty?: Decimal;
  readonly UnitPrice?: Decimal;
  readonly TaxCodeRef?: SalesReceiptCustomerRef;
}

/** `sales_receipt.Line[].DiscountLineDetail` */
export interface SalesReceiptLineDiscountLineDetail {
  readonly PercentBased?: boolean;
}

export function encodeSalesReceipt(value: SalesReceipt): unknown {
  return {
    DocNumber: value.DocNumber,
    TxnDate: value.TxnDate,
    CustomerRef: value.CustomerRef,
    CurrencyRef: value.CurrencyRef,
    PaymentMethodRef: value.PaymentMethodRef,
    PrivateNote: value.PrivateNote,
    BillEmail: value.BillEmail,
    BillAddr: value.BillAddr,
    ShipAddr: value.ShipAddr,
    ShipMethodRef: value.ShipMethodRef,
    ApplyTaxAfterDiscount: value.ApplyTaxAfterDiscount,
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
