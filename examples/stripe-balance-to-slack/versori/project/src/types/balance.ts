// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asArray,
  asBoolean,
  asInteger,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";

/** `balance` */
export interface Balance {
  readonly object: string;
  readonly available: readonly BalanceAvailable[];
  readonly livemode: boolean;
}

/** `balance.available[]` */
export interface BalanceAvailable {
  readonly amount: number;
  readonly currency: string;
}

export function decodeBalance(value: unknown): Balance {
  const object = asRecord(value);
  return {
    object: field(object, "object", asString),
    available: field(object, "available", asArray(decodeBalanceAvailable)),
    livemode: field(object, "livemode", asBoolean),
  };
}

export function decodeBalanceAvailable(value: unknown): BalanceAvailable {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asInteger),
    currency: field(object, "currency", asString),
  };
}
