import { DataError } from "./data-error.ts";
import { Decimal } from "./decimal.ts";

//# compact:
/** The list without what is null or undefined. */
export function compact<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value): value is T =>
    value !== null && value !== undefined
  );
}

//# only: needs DataError
/** The one element; of none, undefined; more than one is an error. */
export function only<T>(values: readonly T[]): T | undefined {
  if (values.length > 1) {
    throw new DataError(
      "ambiguous",
      `expected at most one element, got ${values.length}`,
    );
  }
  return values.at(0);
}

//# distinct:
/** Each value once, in the order of first appearance. */
export function distinct<T extends string | number | boolean>(
  values: readonly T[],
): T[] {
  return [...new Set(values)];
}

//# chunk:
/** The items in arrays of at most `size`. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from(
    { length: count },
    (_, at) => items.slice(at * size, (at + 1) * size),
  );
}

//# type SortKey: needs type Decimal
/** What items are ordered by. */
type SortKey = string | number | bigint | Decimal;

//# compareKeys: needs Decimal, SortKey
/** Below, at or above zero, of two keys of one kind. */
function compareKeys(left: SortKey, right: SortKey): number {
  return left instanceof Decimal && right instanceof Decimal
    ? left.compare(right)
    : left < right
    ? -1
    : left > right
    ? 1
    : 0;
}

//# sortBy: needs SortKey, compareKeys
/** The items in the order of their keys; equal ones keep their order. */
export function sortBy<T>(
  items: readonly T[],
  key: (item: T) => SortKey,
  order: "ascending" | "descending" = "ascending",
): T[] {
  const sign = order === "ascending" ? 1 : -1;
  return items.map((item) => ({ item, key: key(item) }))
    .sort((left, right) => sign * compareKeys(left.key, right.key))
    .map(({ item }) => item);
}

//# groupBy:
/** The items by their keys, in the order of the first of each. */
export function groupBy<T, K extends string | number | boolean>(
  items: readonly T[],
  key: (item: T) => K,
): { readonly key: K; readonly items: T[] }[] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [item]);
    else group.push(item);
  }
  return Array.from(groups, ([key, items]) => ({ key, items }));
}

//# entries:
/** The keys and values of a map, in the order of the keys. */
export function entries<T>(
  map: Readonly<Record<string, T | undefined>>,
): { readonly key: string; readonly value: T }[] {
  return Object.keys(map).sort().flatMap((key) => {
    const value = map[key];
    return value === undefined ? [] : [{ key, value }];
  });
}
