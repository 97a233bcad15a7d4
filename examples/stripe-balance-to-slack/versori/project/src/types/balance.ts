// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
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
  readonly available: readonly BalanceAvailable[];
}

/** `balance.available[]` */
export interface BalanceAvailable {
  readonly amount: Decimal;
  readonly currency: string;
}

export function decodeBalance(value: unknown): Balance {
  const object = asRecord(value);
  return {
    available: field(object, "available", asArray(decodeBalanceAvailable)),
  };
}

export function decodeBalanceAvailable(value: unknown): BalanceAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asMinorUnitsOf(object.currency)),
    currency: field(object, "currency", asString),
  };
}

export function encodeBalance(value: Balance): unknown {
  return {
    available: value.available.map(encodeBalanceAvailable),
  };
}

export function encodeBalanceAvailable(value: BalanceAvailable): unknown {
  return {
    amount: writeMinorUnitsOf(value.amount, value.currency),
    currency: value.currency,
  };
}
