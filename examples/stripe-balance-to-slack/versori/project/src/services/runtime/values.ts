// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";

/** Any JSON; properties that are undefined are left out when it is written. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** The same integer, refused where JavaScript's numbers are not exact. */
export function safeInteger(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw new DataError("out-of-range", "expected a safe integer");
  }
  return value;
}

/** The entry of a table under `key`, never what a prototype holds; of no table, none. */
export function lookup<T>(
  table: { readonly [key: string]: T } | null | undefined,
  key: string,
): T | undefined {
  return table !== null && table !== undefined && Object.hasOwn(table, key)
    ? table[key]
    : undefined;
}
