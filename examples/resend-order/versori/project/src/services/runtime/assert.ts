// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { JsonValue } from "./values.ts";

/**
 * Where two JSON values differ, as lines; keys in any order. With `partly`, objects may
 * have more than is expected.
 */
function differences(
  got: JsonValue,
  expected: JsonValue,
  at: string,
  partly = false,
): string[] {
  if (Object.is(got, expected) || got === expected) return [];
  const objects = typeof got === "object" && typeof expected === "object" &&
    got !== null && expected !== null &&
    Array.isArray(got) === Array.isArray(expected);
  if (!objects) {
    return [
      `${at}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`,
    ];
  }
  const left = new Map<string, JsonValue | undefined>(Object.entries(got));
  const right = new Map<string, JsonValue | undefined>(
    Object.entries(expected),
  );
  const known = partly && !Array.isArray(got) ? [] : left.keys();
  return [...new Set([...known, ...right.keys()])].flatMap((key) => {
    const place = `${at}.${key}`;
    const [a, b] = [left.get(key), right.get(key)];
    if (a === undefined) return [`${place}: is missing`];
    if (b === undefined) return [`${place}: is not expected`];
    return differences(a, b, place, partly);
  });
}

/** Fails unless the value, written as JSON, is what was expected. */
export function assertJson(value: unknown, expected: JsonValue): void {
  const got: JsonValue = JSON.parse(JSON.stringify(value));
  const found = differences(got, expected, "value");
  if (found.length > 0) throw new Error(found.join("\n"));
}
