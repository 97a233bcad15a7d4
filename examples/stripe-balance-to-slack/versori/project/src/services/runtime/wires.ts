// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { currencyPlaces } from "./currency.ts";
import { DataError } from "./data-error.ts";
import { epochMilliseconds, fromEpochMilliseconds } from "./dates.ts";
import { Decimal } from "./decimal.ts";
import { asInteger, wrongType } from "./decode.ts";
import { safeInteger } from "./values.ts";

/** An instant, sent as seconds since 1970; its text is in UTC. */
export function asEpochSeconds(value: unknown): string {
  return fromEpochMilliseconds(safeInteger(asInteger(value) * 1000));
}

/** Seconds since 1970; the fraction of a second is dropped. */
export function writeEpochSeconds(instant: string): number {
  return Math.floor(epochMilliseconds(instant) / 1000);
}

/** A decimal, sent as an integer of the smallest units of `currency`. */
export function asMinorUnitsOf(currency: unknown): (value: unknown) => Decimal {
  return (value) => {
    const amount = asInteger(value);
    if (typeof currency !== "string") {
      throw wrongType("a currency beside it", currency);
    }
    return Decimal.fromMinor(amount, currencyPlaces(currency));
  };
}

/** The amount in the smallest units of `currency`; a smaller fraction is an error. */
export function writeMinorUnitsOf(
  amount: Decimal,
  currency: string | null | undefined,
): number {
  if (currency === null || currency === undefined) {
    throw new DataError("missing", "an amount has no currency beside it");
  }
  return amount.toMinor(currencyPlaces(currency));
}
