import {
  chunk,
  entries,
  groupBy,
  sortBy,
} from "../project/src/runtime/lists.ts";
import { sortByInstant } from "../project/src/runtime/dates.ts";
import { decimal } from "../project/src/runtime/decimal.ts";
import { fromMinor, toMinor } from "../project/src/runtime/currency.ts";
import { outcome, same } from "./expect.ts";

Deno.test("chunks hold as many as asked for, the last what is left", () => {
  same(chunk([], 2), []);
  same(chunk([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  same(chunk([1, 2], 2), [[1, 2]]);
});

Deno.test("sorting is stable, both ways", () => {
  const items = ["b1", "a1", "B1", "b2", "a2"];
  const letter = (item: string) => item.slice(0, 1);
  same(sortBy(items, letter), ["B1", "a1", "a2", "b1", "b2"]);
  same(sortBy(items, letter, "descending"), ["b1", "b2", "a1", "a2", "B1"]);
  same(sortBy([10, 9, -1], (item) => item), [-1, 9, 10]);
  const prices = ["10", "9.5", "-1"];
  same(sortBy(prices, decimal), ["-1", "9.5", "10"]);
  const instants = ["2024-01-01T00:00:00Z", "2024-01-01T00:30:00+01:00"];
  same(sortByInstant(instants, (item) => item), instants.toReversed());
});

Deno.test("groups come in the order of their first items", () => {
  same(groupBy([3, 1, 4, 1, 5], (item) => item % 2), [
    { key: 1, items: [3, 1, 1, 5] },
    { key: 0, items: [4] },
  ]);
  same(groupBy([], () => "a"), []);
});

Deno.test("entries come in the order of their keys", () => {
  same(entries({ b: 1, "10": 2, "9": 3, B: 4, none: undefined }), [
    { key: "10", value: 2 },
    { key: "9", value: 3 },
    { key: "B", value: 4 },
    { key: "b", value: 1 },
  ]);
});

Deno.test("money has the places of its currency", () => {
  const rows: [number, string, string][] = [
    [1999, "USD", "19.99"],
    [1999, "usd", "19.99"],
    [1999, "JPY", "1999"],
    [-1999, "KWD", "-1.999"],
    [5, "CLF", "0.0005"],
    [0, "EUR", "0"],
    [9007199254740991, "EUR", "90071992547409.91"],
  ];
  for (const [minor, currency, amount] of rows) {
    same(fromMinor(minor, currency).toString(), amount, [minor, currency]);
    same(toMinor(decimal(amount), currency), minor, [amount, currency]);
  }
  for (const currency of ["", "US", "USDX", "XXX", "XAU", "D A", "AED AFN"]) {
    same(outcome(() => fromMinor(1, currency).toString()), "unknown-currency");
  }
  same(outcome(() => toMinor(decimal("1.5"), "JPY")), "out-of-range");
  same(outcome(() => toMinor(decimal("1.005"), "USD")), "out-of-range");
  same(
    outcome(() => toMinor(decimal("90071992547409.92"), "USD")),
    "out-of-range",
  );
});
