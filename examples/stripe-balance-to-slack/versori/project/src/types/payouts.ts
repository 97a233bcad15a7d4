// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asBoolean,
  asDecimal,
  asEither,
  asInteger,
  asMap,
  asOneOf,
  asRecord,
  asString,
  field,
  nullable,
  optionalField,
} from "../services/runtime/decode.ts";
import {
  asEpochSeconds,
  asMinorUnitsOf,
  writeEpochSeconds,
  writeMinorUnitsOf,
} from "../services/runtime/wires.ts";

/** `payouts` */
export interface Payouts {
  readonly data: readonly Payout[];
  readonly has_more: boolean;
  readonly object: "list";
  readonly url: string;
}

/** `payouts.data[]`: A payout to a bank account. */
export interface Payout {
  /** In the smallest unit of the currency. */
  readonly amount: Decimal;
  readonly application_fee?: PayoutsDataApplicationFee | null;
  readonly application_fee_amount?: number | null;
  /** When the payout arrives. */
  readonly arrival_date: string;
  readonly automatic: boolean;
  readonly balance_transaction?: PayoutsDataBalanceTransaction | null;
  /** When it was made. */
  readonly created: string;
  readonly currency: string;
  readonly description?: string | null;
  readonly destination?: PayoutsDataDestination | null;
  readonly failure_balance_transaction?:
    | PayoutsDataFailureBalanceTransaction
    | null;
  readonly failure_code?: string | null;
  readonly failure_message?: string | null;
  readonly id: string;
  readonly livemode: boolean;
  readonly metadata?: Readonly<Record<string, string>> | null;
  readonly method: string;
  readonly object: "payout";
  readonly original_payout?: PayoutsDataOriginalPayout | null;
  readonly payout_method?: string | null;
  readonly reconciliation_status:
    | "completed"
    | "in_progress"
    | "not_applicable";
  readonly reversed_by?: PayoutsDataReversedBy | null;
  readonly source_type: string;
  readonly statement_descriptor?: string | null;
  readonly status: string;
  readonly trace_id?: PayoutsDataTraceId | null;
  readonly type: "bank_account" | "card";
}

/** `payouts.data[].application_fee[object]` */
export interface ApplicationFee {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
}

/** `payouts.data[].balance_transaction[object]` */
export interface BalanceTransaction {
  readonly id: string;
  readonly amount: number;
  readonly available_on?: string;
  readonly created: string;
  readonly currency: string;
  readonly fee: number;
  readonly net: number;
  readonly exchange_rate?: Decimal | null;
}

/** `payouts.data[].destination[object]` */
export interface BankAccount {
  readonly id: string;
  readonly bank_name?: string | null;
  readonly last4: string;
}

/** `payouts.data[].trace_id` */
export interface PayoutsDataTraceId {
  readonly status: string;
  readonly value?: string | null;
}

/** `payouts.data[].application_fee` */
export type PayoutsDataApplicationFee = string | ApplicationFee;

/** `payouts.data[].balance_transaction` */
export type PayoutsDataBalanceTransaction = string | BalanceTransaction;

/** `payouts.data[].destination` */
export type PayoutsDataDestination = string | BankAccount;

/** `payouts.data[].failure_balance_transaction` */
export type PayoutsDataFailureBalanceTransaction = string | BalanceTransaction;

/** `payouts.data[].original_payout`: A payout to a bank account. */
export type PayoutsDataOriginalPayout = string | Payout;

/** `payouts.data[].reversed_by`: A payout to a bank account. */
export type PayoutsDataReversedBy = string | Payout;

export function decodePayouts(value: unknown): Payouts {
  const object = asRecord(value);
  return {
    data: field(object, "data", asArray(decodePayout)),
    has_more: field(object, "has_more", asBoolean),
    object: field(object, "object", asOneOf("list")),
    url: field(object, "url", asString),
  };
}

export function decodePayout(value: unknown): Payout {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asMinorUnitsOf(object.currency)),
    application_fee: optionalField(
      object,
      "application_fee",
      nullable(decodePayoutsDataApplicationFee),
    ),
    application_fee_amount: optionalField(
      object,
      "application_fee_amount",
      nullable(asInteger),
    ),
    arrival_date: field(object, "arrival_date", asEpochSeconds),
    automatic: field(object, "automatic", asBoolean),
    balance_transaction: optionalField(
      object,
      "balance_transaction",
      nullable(decodePayoutsDataBalanceTransaction),
    ),
    created: field(object, "created", asEpochSeconds),
    currency: field(object, "currency", asString),
    description: optionalField(object, "description", nullable(asString)),
    destination: optionalField(
      object,
      "destination",
      nullable(decodePayoutsDataDestination),
    ),
    failure_balance_transaction: optionalField(
      object,
      "failure_balance_transaction",
      nullable(decodePayoutsDataFailureBalanceTransaction),
    ),
    failure_code: optionalField(object, "failure_code", nullable(asString)),
    failure_message: optionalField(
      object,
      "failure_message",
      nullable(asString),
    ),
    id: field(object, "id", asString),
    livemode: field(object, "livemode", asBoolean),
    metadata: optionalField(object, "metadata", nullable(asMap(asString))),
    method: field(object, "method", asString),
    object: field(object, "object", asOneOf("payout")),
    original_payout: optionalField(
      object,
      "original_payout",
      nullable(decodePayoutsDataOriginalPayout),
    ),
    payout_method: optionalField(object, "payout_method", nullable(asString)),
    reconciliation_status: field(
      object,
      "reconciliation_status",
      asOneOf("completed", "in_progress", "not_applicable"),
    ),
    reversed_by: optionalField(
      object,
      "reversed_by",
      nullable(decodePayoutsDataReversedBy),
    ),
    source_type: field(object, "source_type", asString),
    statement_descriptor: optionalField(
      object,
      "statement_descriptor",
      nullable(asString),
    ),
    status: field(object, "status", asString),
    trace_id: optionalField(
      object,
      "trace_id",
      nullable(decodePayoutsDataTraceId),
    ),
    type: field(object, "type", asOneOf("bank_account", "card")),
  };
}

export function decodeApplicationFee(value: unknown): ApplicationFee {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
  };
}

export function decodeBalanceTransaction(value: unknown): BalanceTransaction {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
    amount: field(object, "amount", asInteger),
    available_on: optionalField(object, "available_on", asEpochSeconds),
    created: field(object, "created", asEpochSeconds),
    currency: field(object, "currency", asString),
    fee: field(object, "fee", asInteger),
    net: field(object, "net", asInteger),
    exchange_rate: optionalField(object, "exchange_rate", nullable(asDecimal)),
  };
}

export function decodeBankAccount(value: unknown): BankAccount {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
    bank_name: optionalField(object, "bank_name", nullable(asString)),
    last4: field(object, "last4", asString),
  };
}

export function decodePayoutsDataTraceId(value: unknown): PayoutsDataTraceId {
  const object = asRecord(value);
  return {
    status: field(object, "status", asString),
    value: optionalField(object, "value", nullable(asString)),
  };
}

export function decodePayoutsDataApplicationFee(
  value: unknown,
): PayoutsDataApplicationFee {
  return asEither({ string: asString, object: decodeApplicationFee })(value);
}

export function decodePayoutsDataBalanceTransaction(
  value: unknown,
): PayoutsDataBalanceTransaction {
  return asEither({ string: asString, object: decodeBalanceTransaction })(
    value,
  );
}

export function decodePayoutsDataDestination(
  value: unknown,
): PayoutsDataDestination {
  return asEither({ string: asString, object: decodeBankAccount })(value);
}

export function decodePayoutsDataFailureBalanceTransaction(
  value: unknown,
): PayoutsDataFailureBalanceTransaction {
  return asEither({ string: asString, object: decodeBalanceTransaction })(
    value,
  );
}

export function decodePayoutsDataOriginalPayout(
  value: unknown,
): PayoutsDataOriginalPayout {
  return asEither({ string: asString, object: decodePayout })(value);
}

export function decodePayoutsDataReversedBy(
  value: unknown,
): PayoutsDataReversedBy {
  return asEither({ string: asString, object: decodePayout })(value);
}

export function encodePayouts(value: Payouts): unknown {
  return {
    data: value.data.map(encodePayout),
    has_more: value.has_more,
    object: value.object,
    url: value.url,
  };
}

export function encodePayout(value: Payout): unknown {
  return {
    amount: writeMinorUnitsOf(value.amount, value.currency),
    application_fee: value.application_fee,
    application_fee_amount: value.application_fee_amount,
    arrival_date: writeEpochSeconds(value.arrival_date),
    automatic: value.automatic,
    balance_transaction: value.balance_transaction == null
      ? value.balance_transaction
      : encodePayoutsDataBalanceTransaction(value.balance_transaction),
    created: writeEpochSeconds(value.created),
    currency: value.currency,
    description: value.description,
    destination: value.destination,
    failure_balance_transaction: value.failure_balance_transaction == null
      ? value.failure_balance_transaction
      : encodePayoutsDataFailureBalanceTransaction(
        value.failure_balance_transaction,
      ),
    failure_code: value.failure_code,
    failure_message: value.failure_message,
    id: value.id,
    livemode: value.livemode,
    metadata: value.metadata,
    method: value.method,
    object: value.object,
    original_payout: value.original_payout == null
      ? value.original_payout
      : encodePayoutsDataOriginalPayout(value.original_payout),
    payout_method: value.payout_method,
    reconciliation_status: value.reconciliation_status,
    reversed_by: value.reversed_by == null
      ? value.reversed_by
      : encodePayoutsDataReversedBy(value.reversed_by),
    source_type: value.source_type,
    statement_descriptor: value.statement_descriptor,
    status: value.status,
    trace_id: value.trace_id,
    type: value.type,
  };
}

export function encodeBalanceTransaction(value: BalanceTransaction): unknown {
  return {
    id: value.id,
    amount: value.amount,
    available_on: value.available_on == null
      ? value.available_on
      : writeEpochSeconds(value.available_on),
    created: writeEpochSeconds(value.created),
    currency: value.currency,
    fee: value.fee,
    net: value.net,
    exchange_rate: value.exchange_rate == null
      ? value.exchange_rate
      : value.exchange_rate.toNumber(),
  };
}

export function encodePayoutsDataBalanceTransaction(
  value: PayoutsDataBalanceTransaction,
): unknown {
  return typeof value !== "object" ? value : encodeBalanceTransaction(value);
}

export function encodePayoutsDataFailureBalanceTransaction(
  value: PayoutsDataFailureBalanceTransaction,
): unknown {
  return typeof value !== "object" ? value : encodeBalanceTransaction(value);
}

export function encodePayoutsDataOriginalPayout(
  value: PayoutsDataOriginalPayout,
): unknown {
  return typeof value !== "object" ? value : encodePayout(value);
}

export function encodePayoutsDataReversedBy(
  value: PayoutsDataReversedBy,
): unknown {
  return typeof value !== "object" ? value : encodePayout(value);
}
