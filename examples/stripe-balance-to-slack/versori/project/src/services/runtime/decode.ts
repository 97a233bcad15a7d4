// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError, located } from "./data-error.ts";
import { instant } from "./dates.ts";

/** Reads a value that came from outside; throws a DataError that says where it is wrong. */
export type Decoder<T> = (value: unknown) => T;

/** What a value is, without the value. */
function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "number":
      return Number.isInteger(value) ? "an integer" : "a number";
    case "object":
      return "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** The error for a value of another type than expected. */
export function wrongType(expected: string, value: unknown): DataError {
  return new DataError(
    "wrong-type",
    `expected ${expected}, got ${describe(value)}`,
  );
}

/** Reads a value that is called `place`, such as `trigger.body`, in errors. */
export function decode<T>(
  decoder: Decoder<T>,
  value: unknown,
  place: string,
): T {
  return located(place, () => decoder(value));
}

export function asString(value: unknown): string {
  if (typeof value !== "string") throw wrongType("a string", value);
  return value;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw wrongType("a boolean", value);
  return value;
}

/** A safe integer, sent as a number. */
export function asInteger(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw wrongType("an integer", value);
  }
  if (!Number.isSafeInteger(value)) {
    throw new DataError("out-of-range", "expected a safe integer");
  }
  return value;
}

/** An instant, sent as RFC 3339 text with an offset. */
export function asDateTime(value: unknown): string {
  if (typeof value !== "string") throw wrongType("a date-time string", value);
  return instant(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object, of which nothing else is known yet. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw wrongType("an object", value);
  return value;
}

/** A list, each item of which is read by `item`. */
export function asArray<T>(item: Decoder<T>): Decoder<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw wrongType("an array", value);
    return value.map((entry: unknown, at) => located(at, () => item(entry)));
  };
}

/** An object with any keys, each value of which is read by `item`. */
export function asMap<T>(item: Decoder<T>): Decoder<Record<string, T>> {
  return (value) =>
    Object.fromEntries(
      Object.entries(asRecord(value)).map(([key, entry]) => [
        key,
        located(key, () => item(entry)),
      ]),
    );
}

/** A property that must be there. */
export function field<T>(
  record: Readonly<Record<string, unknown>>,
  key: string,
  decoder: Decoder<T>,
): T {
  return located(key, () => {
    if (!Object.hasOwn(record, key) || record[key] === undefined) {
      throw new DataError("missing", "is missing");
    }
    return decoder(record[key]);
  });
}
