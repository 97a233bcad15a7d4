// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asRecord,
  asString,
  field,
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
}

/** `payouts.data[]`: A payout to a bank account. */
export interface Payout {
  /** In the smallest unit of the currency. */
  readonly amount: Decimal;
  /** When the payout arrives. */
  readonly arrival_date: string;
  /** When it was made. */
  readonly created: string;
  readonly currency: string;
}

export function decodePayouts(value: unknown): Payouts {
  const object = asRecord(value);
  return {
    data: field(object, "data", asArray(decodePayout)),
  };
}

export function decodePayout(value: unknown): Payout {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asMinorUnitsOf(object.currency)),
    arrival_date: field(object, "arrival_date", asEpochSeconds),
    created: field(object, "created", asEpochSeconds),
    currency: field(object, "currency", asString),
  };
}

export function encodePayouts(value: Payouts): unknown {
  return {
    data: value.data.map(encodePayout),
  };
}

export function encodePayout(value: Payout): unknown {
  return {
    amount: writeMinorUnitsOf(value.amount, value.currency),
    arrival_date: writeEpochSeconds(value.arrival_date),
    created: writeEpochSeconds(value.created),
    currency: value.currency,
  };
}
