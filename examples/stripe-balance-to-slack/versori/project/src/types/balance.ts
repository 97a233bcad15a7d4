// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asBoolean,
  asInteger,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";
import {
  asMinorUnitsOf,
  writeMinorUnitsOf,
} from "../services/runtime/wires.ts";

/** `balance` */
export interface Balance {
  readonly object: string;
  readonly available: readonly BalanceAvailable[];
  readonly connect_reserved: readonly BalanceConnectReserved[];
  readonly instant_available: readonly BalanceInstantAvailable[];
  readonly issuing: BalanceIssuing;
  readonly livemode: boolean;
  readonly pending: readonly BalancePending[];
}

/** `balance.available[]` */
export interface BalanceAvailable {
  readonly amount: Decimal;
  readonly currency: string;
  readonly source_types: BalanceAvailableSourceTypes;
}

/** `balance.available[].source_types` */
export interface BalanceAvailableSourceTypes {
  readonly card: number;
}

/** `balance.connect_reserved[]` */
export interface BalanceConnectReserved {
  readonly amount: number;
  readonly currency: string;
}

/** `balance.instant_available[]` */
export interface BalanceInstantAvailable {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: BalanceInstantAvailableSourceTypes;
  readonly net_available: readonly BalanceInstantAvailableNetAvailable[];
}

/** `balance.instant_available[].source_types` */
export interface BalanceInstantAvailableSourceTypes {
  readonly card: number;
}

/** `balance.instant_available[].net_available[]` */
export interface BalanceInstantAvailableNetAvailable {
  readonly amount: number;
  readonly destination: string;
}

/** `balance.issuing` */
export interface BalanceIssuing {
  readonly available: readonly BalanceIssuingAvailable[];
}

/** `balance.issuing.available[]` */
export interface BalanceIssuingAvailable {
  readonly amount: number;
  readonly currency: string;
}

/** `balance.pending[]` */
export interface BalancePending {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: BalancePendingSourceTypes;
}

/** `balance.pending[].source_types` */
export interface BalancePendingSourceTypes {
  readonly card: number;
}

export function decodeBalance(value: unknown): Balance {
  const object = asRecord(value);
  return {
    object: field(object, "object", asString),
    available: field(object, "available", asArray(decodeBalanceAvailable)),
    connect_reserved: field(
      object,
      "connect_reserved",
      asArray(decodeBalanceConnectReserved),
    ),
    instant_available: field(
      object,
      "instant_available",
      asArray(decodeBalanceInstantAvailable),
    ),
    issuing: field(object, "issuing", decodeBalanceIssuing),
    livemode: field(object, "livemode", asBoolean),
    pending: field(object, "pending", asArray(decodeBalancePending)),
  };
}

export function decodeBalanceAvailable(value: unknown): BalanceAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asMinorUnitsOf(object.currency)),
    currency: field(object, "currency", asString),
    source_types: field(
      object,
      "source_types",
      decodeBalanceAvailableSourceTypes,
    ),
  };
}

export function decodeBalanceAvailableSourceTypes(
  value: unknown,
): BalanceAvailableSourceTypes {
  const object = asRecord(value);
  return {
    card: field(object, "card", asInteger),
  };
}

export function decodeBalanceConnectReserved(
  value: unknown,
): BalanceConnectReserved {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
  };
}

export function decodeBalanceInstantAvailable(
  value: unknown,
): BalanceInstantAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
    source_types: field(
      object,
      "source_types",
      decodeBalanceInstantAvailableSourceTypes,
    ),
    net_available: field(
      object,
      "net_available",
      asArray(decodeBalanceInstantAvailableNetAvailable),
    ),
  };
}

export function decodeBalanceInstantAvailableSourceTypes(
  value: unknown,
): BalanceInstantAvailableSourceTypes {
  const object = asRecord(value);
  return {
    card: field(object, "card", asInteger),
  };
}

export function decodeBalanceInstantAvailableNetAvailable(
  value: unknown,
): BalanceInstantAvailableNetAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    destination: field(object, "destination", asString),
  };
}

export function decodeBalanceIssuing(value: unknown): BalanceIssuing {
  const object = asRecord(value);
  return {
    available: field(
      object,
      "available",
      asArray(decodeBalanceIssuingAvailable),
    ),
  };
}

export function decodeBalanceIssuingAvailable(
  value: unknown,
): BalanceIssuingAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
  };
}

export function decodeBalancePending(value: unknown): BalancePending {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
    source_types: field(
      object,
      "source_types",
      decodeBalancePendingSourceTypes,
    ),
  };
}

export function decodeBalancePendingSourceTypes(
  value: unknown,
): BalancePendingSourceTypes {
  const object = asRecord(value);
  return {
    card: field(object, "card", asInteger),
  };
}

export function encodeBalance(value: Balance): unknown {
  return {
    object: value.object,
    available: value.available.map(encodeBalanceAvailable),
    connect_reserved: value.connect_reserved,
    instant_available: value.instant_available,
    issuing: value.issuing,
    livemode: value.livemode,
    pending: value.pending,
  };
}

export function encodeBalanceAvailable(value: BalanceAvailable): unknown {
  return {
    amount: writeMinorUnitsOf(value.amount, value.currency),
    currency: value.currency,
    source_types: value.source_types,
  };
}
