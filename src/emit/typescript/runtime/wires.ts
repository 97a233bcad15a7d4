import { currencyPlaces } from "./currency.ts";
import { DataError } from "./data-error.ts";
import { epochMilliseconds, fromEpochMilliseconds } from "./dates.ts";
import { asInteger, wrongType } from "./decode.ts";
import { Decimal } from "./decimal.ts";
import { safeInteger } from "./values.ts";

//# asEpochSeconds: needs asInteger, fromEpochMilliseconds, safeInteger
/** An instant, sent as seconds since 1970; its text is in UTC. */
export function asEpochSeconds(value: unknown): string {
  return fromEpochMilliseconds(safeInteger(asInteger(value) * 1000));
}

//# writeEpochSeconds: needs epochMilliseconds
/** Seconds since 1970; the fraction of a second is dropped. */
export function writeEpochSeconds(instant: string): number {
  return Math.floor(epochMilliseconds(instant) / 1000);
}

//# asEpochMilliseconds: needs asInteger, fromEpochMilliseconds
/** An instant, sent as milliseconds since 1970; its text is in UTC. */
export function asEpochMilliseconds(value: unknown): string {
  return fromEpochMilliseconds(asInteger(value));
}

//# writeEpochMilliseconds: needs epochMilliseconds
/** Milliseconds since 1970; the fraction of a millisecond is dropped. */
export function writeEpochMilliseconds(instant: string): number {
  return epochMilliseconds(instant);
}

//# slashMilliseconds: needs DataError, safeInteger, wrongType
/** The milliseconds since 1970 of `/Date(1709164800000+0000)/`. */
function slashMilliseconds(value: unknown): number {
  if (typeof value !== "string") throw wrongType("a date string", value);
  const match = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(value);
  if (match === null) {
    throw new DataError(
      "invalid-date-time",
      "expected a date such as /Date(1709164800000+0000)/",
    );
  }
  return safeInteger(Number(match[1]));
}

//# asSlashDateTime: needs fromEpochMilliseconds, slashMilliseconds
/** An instant, sent as `/Date(1709164800000+0000)/`; its text is in UTC. */
export function asSlashDateTime(value: unknown): string {
  return fromEpochMilliseconds(slashMilliseconds(value));
}

//# writeSlashDateTime: needs epochMilliseconds
/** An instant as `/Date(1709164800000+0000)/`. */
export function writeSlashDateTime(instant: string): string {
  return `/Date(${epochMilliseconds(instant)}+0000)/`;
}

//# asSlashDate: needs fromEpochMilliseconds, slashMilliseconds
/** A calendar date, sent as `/Date(1709164800000+0000)/`: the day in UTC. */
export function asSlashDate(value: unknown): string {
  return fromEpochMilliseconds(slashMilliseconds(value)).slice(0, 10);
}

//# writeSlashDate: needs epochMilliseconds
/** A calendar date as `/Date(1709164800000+0000)/`: its midnight in UTC. */
export function writeSlashDate(date: string): string {
  return `/Date(${epochMilliseconds(`${date}T00:00:00Z`)}+0000)/`;
}

//# asMinorUnits: needs Decimal, asInteger
/** A decimal, sent as an integer of units of `places` after the point. */
export function asMinorUnits(places: number): (value: unknown) => Decimal {
  return (value) => Decimal.fromMinor(asInteger(value), places);
}

//# asMinorUnitsOf: needs Decimal, asInteger, currencyPlaces, wrongType
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

//# writeMinorUnits: needs type Decimal
/** The amount in units of `places` after the point; a smaller fraction is an error. */
export function writeMinorUnits(amount: Decimal, places: number): number {
  return amount.toMinor(places);
}

//# writeMinorUnitsOf: needs DataError, currencyPlaces, type Decimal
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
