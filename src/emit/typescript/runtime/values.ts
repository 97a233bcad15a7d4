import { DataError } from "./data-error.ts";
import { Decimal } from "./decimal.ts";

//# type JsonValue:
/** Any JSON; properties that are undefined are left out when it is written. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

//# safeInteger: needs DataError
/** The same integer, refused where JavaScript's numbers are not exact. */
export function safeInteger(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw new DataError("out-of-range", "expected a safe integer");
  }
  return value;
}

//# integer: needs type Decimal, DataError, safeInteger
/** The integer that text says, digits with a sign and nothing else, or that a number is. */
export function integer(value: string | number | Decimal): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return value.toInteger();
  if (!/^[+-]?\d+$/.test(value)) {
    throw new DataError(
      "invalid-integer",
      "expected an integer such as 12, got other text",
    );
  }
  return safeInteger(Number(value)) + 0;
}

//# remainder: needs DataError
/** What is left of a division of integers, with the sign of the dividend. */
export function remainder(dividend: number, divisor: number): number {
  if (divisor === 0) {
    throw new DataError("division-by-zero", "division by zero");
  }
  return dividend % divisor;
}

//# sumIntegers: needs safeInteger
/** The sum of integers; of none, zero. */
export function sumIntegers(values: readonly number[]): number {
  return values.reduce((total, value) => safeInteger(total + value), 0);
}

//# compareNumbers: needs Decimal
/** Below, at or above zero: `left` is less than, equal to or greater than `right`. */
function compareNumbers<T extends Decimal | number>(left: T, right: T): number {
  return left instanceof Decimal && right instanceof Decimal
    ? left.compare(right)
    : Number(left) - Number(right);
}

//# min: needs Decimal, compareNumbers
/** The least of the numbers; of none, undefined. */
export function min<T extends Decimal | number>(
  values: readonly T[],
): T | undefined {
  return values.reduce<T | undefined>(
    (least, value) =>
      least === undefined || compareNumbers(value, least) < 0 ? value : least,
    undefined,
  );
}

//# max: needs Decimal, compareNumbers
/** The greatest of the numbers; of none, undefined. */
export function max<T extends Decimal | number>(
  values: readonly T[],
): T | undefined {
  return values.reduce<T | undefined>(
    (most, value) =>
      most === undefined || compareNumbers(value, most) > 0 ? value : most,
    undefined,
  );
}

//# smaller: needs type Decimal
/** The smaller of two decimals. */
export function smaller(left: Decimal, right: Decimal): Decimal {
  return left.compare(right) <= 0 ? left : right;
}

//# greater: needs type Decimal
/** The greater of two decimals. */
export function greater(left: Decimal, right: Decimal): Decimal {
  return left.compare(right) >= 0 ? left : right;
}

//# required: needs DataError
/** A value that must be there; otherwise `message` says what is wrong. */
export function required<T>(value: T | null | undefined, message: string): T {
  if (value === null || value === undefined) {
    throw new DataError("missing", message);
  }
  return value;
}

//# attempted: needs DataError
/** What `compute` gives; undefined where the data made it fail. */
export function attempted<T>(
  compute: () => T | null | undefined,
): T | undefined {
  try {
    return compute() ?? undefined;
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

//# present:
/** A value that a test before this one has shown to be there. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new TypeError("a tested value is absent");
  }
  return value;
}

//# lookup:
/** The entry of a table under `key`, never what a prototype holds; of no table, none. */
export function lookup<T>(
  table: { readonly [key: string]: T } | null | undefined,
  key: string,
): T | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, key)
    ? table[key]
    : undefined;
}

//# isList:
/** Whether a value is an array, as TypeScript sees it. */
export function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}

//# mapValues:
/** The same keys, each value converted. */
export function mapValues<T, U>(
  map: Readonly<Record<string, T>>,
  convert: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, convert(value)]),
  );
}
