import { DataError, located } from "./data-error.ts";
import { date, instant } from "./dates.ts";
import { Decimal } from "./decimal.ts";
import { integer, type JsonValue } from "./values.ts";

//# type Decoder:
/** Reads a value that came from outside; throws a DataError that says where it is wrong. */
export type Decoder<T> = (value: unknown) => T;

//# describe:
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

//# wrongType: needs DataError, describe
/** The error for a value of another type than expected. */
export function wrongType(expected: string, value: unknown): DataError {
  return new DataError(
    "wrong-type",
    `expected ${expected}, got ${describe(value)}`,
  );
}

//# decode: needs Decoder, located
/** Reads a value that is called `place`, such as `trigger.body`, in errors. */
export function decode<T>(
  decoder: Decoder<T>,
  value: unknown,
  place: string,
): T {
  return located(place, () => decoder(value));
}

//# asString: needs wrongType
export function asString(value: unknown): string {
  if (typeof value !== "string") throw wrongType("a string", value);
  return value;
}

//# asBoolean: needs wrongType
export function asBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw wrongType("a boolean", value);
  return value;
}

//# asNull: needs wrongType
export function asNull(value: unknown): null {
  if (value !== null) throw wrongType("null", value);
  return value;
}

//# asInteger: needs DataError, wrongType
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

//# asIntegerText: needs integer, wrongType
/** A safe integer, sent as a string. */
export function asIntegerText(value: unknown): number {
  if (typeof value !== "string") throw wrongType("an integer string", value);
  return integer(value);
}

//# asDecimal: needs Decimal, wrongType
/** A decimal, sent as a number. */
export function asDecimal(value: unknown): Decimal {
  if (typeof value !== "number") throw wrongType("a number", value);
  return Decimal.fromNumber(value);
}

//# asDecimalText: needs Decimal, wrongType
/** A decimal, sent as a string. */
export function asDecimalText(value: unknown): Decimal {
  if (typeof value !== "string") throw wrongType("a decimal string", value);
  return Decimal.fromString(value);
}

//# asDate: needs date, wrongType
/** A calendar date, sent as `2024-05-31`. */
export function asDate(value: unknown): string {
  if (typeof value !== "string") throw wrongType("a date string", value);
  return date(value);
}

//# asDateTime: needs instant, wrongType
/** An instant, sent as RFC 3339 text with an offset. */
export function asDateTime(value: unknown): string {
  if (typeof value !== "string") throw wrongType("a date-time string", value);
  return instant(value);
}

//# asOneOf: needs Decoder, DataError, wrongType
/** One of the texts. */
export function asOneOf<const T extends string>(...allowed: T[]): Decoder<T> {
  const expected = allowed.map((text) => JSON.stringify(text)).join(" or ");
  return (value) => {
    if (typeof value !== "string") throw wrongType(expected, value);
    const found = allowed.find((text) => text === value);
    if (found === undefined) {
      throw new DataError(
        "not-one-of",
        `expected ${expected}, got another string`,
      );
    }
    return found;
  };
}

//# asJson: needs JsonValue, located, wrongType
/** Any JSON, as it is. */
export function asJson(value: unknown): JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      break;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) {
        return value.map((item, at) => located(at, () => asJson(item)));
      }
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => [key, located(key, () => asJson(item))]),
      );
  }
  throw wrongType("JSON", value);
}

//# isRecord:
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

//# asRecord: needs isRecord, wrongType
/** An object, of which nothing else is known yet. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw wrongType("an object", value);
  return value;
}

//# asArray: needs Decoder, located, wrongType
/** A list, each item of which is read by `item`. */
export function asArray<T>(item: Decoder<T>): Decoder<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw wrongType("an array", value);
    return value.map((entry: unknown, at) => located(at, () => item(entry)));
  };
}

//# asMap: needs Decoder, asRecord, located
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

//# JSON_TYPES:
/** What to call the values of each type of JSON. */
const JSON_TYPES = {
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "an array",
  object: "an object",
};

//# asEither: needs Decoder, JSON_TYPES, wrongType
/** A value whose type of JSON says which of the decoders reads it. */
export function asEither<
  V extends { [K in keyof typeof JSON_TYPES]?: Decoder<unknown> },
>(decoders: V): Decoder<ReturnType<Extract<V[keyof V], Decoder<unknown>>>>;
export function asEither(
  decoders: { [K in keyof typeof JSON_TYPES]?: Decoder<unknown> },
): Decoder<unknown> {
  return (value) => {
    const kind = Array.isArray(value) ? "array" : typeof value;
    for (const [name, decoder] of Object.entries(decoders)) {
      if (name === kind && value !== null) return decoder(value);
    }
    const expected = Object.keys(decoders).map((name) =>
      JSON_TYPES[name as keyof typeof JSON_TYPES]
    );
    throw wrongType(expected.join(" or "), value);
  };
}

//# asTagged: needs Decoder, asOneOf, asRecord, field
/** An object, one property of which says which of the decoders reads it. */
export function asTagged<V extends Readonly<Record<string, Decoder<unknown>>>>(
  property: string,
  decoders: V,
): Decoder<ReturnType<V[keyof V]>>;
export function asTagged(
  property: string,
  decoders: Readonly<Record<string, Decoder<unknown>>>,
): Decoder<unknown> {
  const tag = asOneOf(...Object.keys(decoders));
  return (value) => decoders[field(asRecord(value), property, tag)]?.(value);
}

//# nullable: needs Decoder
/** Null, or what `decoder` reads. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value) => value === null ? null : decoder(value);
}

//# field: needs Decoder, DataError, located
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

//# optionalField: needs Decoder, located
/** A property that may be missing: undefined then. */
export function optionalField<T>(
  record: Readonly<Record<string, unknown>>,
  key: string,
  decoder: Decoder<T>,
): T | undefined {
  return Object.hasOwn(record, key) && record[key] !== undefined
    ? located(key, () => decoder(record[key]))
    : undefined;
}
