import { DataError, located } from "../project/src/runtime/data-error.ts";
import { decimal } from "../project/src/runtime/decimal.ts";
import { json } from "../project/src/runtime/hash.ts";
import {
  attempted,
  greater,
  integer,
  lookup,
  max,
  min,
  remainder,
  required,
  safeInteger,
  smaller,
  sumIntegers,
} from "../project/src/runtime/values.ts";
import { compact, distinct, only } from "../project/src/runtime/lists.ts";
import { nonblank } from "../project/src/runtime/text.ts";
import { outcome, problem, same } from "./expect.ts";

Deno.test("integers are read strictly and stay safe", () => {
  const rows: [string, number | string][] = [
    ["0", 0],
    ["-0", 0],
    ["+12", 12],
    ["-7", -7],
    ["007", 7],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", "out-of-range"],
    ["9007199254740993", "out-of-range"],
    ["", "invalid-integer"],
    ["1.0", "invalid-integer"],
    ["1e3", "invalid-integer"],
    [" 1", "invalid-integer"],
    ["0x10", "invalid-integer"],
  ];
  for (const [text, expected] of rows) {
    same(outcome(() => integer(text)), expected, text);
  }
  same(Object.is(integer("-0"), 0), true);
  same(safeInteger(5 * 3), 15);
  same(outcome(() => safeInteger(2 ** 53)), "out-of-range");
  same(sumIntegers([]), 0);
  same(sumIntegers([1, 2, 3]), 6);
  same(outcome(() => sumIntegers([2 ** 53 - 1, 1])), "out-of-range");
});

Deno.test("the least and the greatest, of none nothing", () => {
  same(min([3, 1, 2]), 1);
  same(max([3, 1, 2]), 3);
  const prices = ["9.5", "10.25", "-0.1"].map(decimal);
  same(min(prices)?.toString(), "-0.1");
  same(max(prices)?.toString(), "10.25");
  same([min([]), max([])], [undefined, undefined]);
  const [low, high] = [decimal("-0.1"), decimal("2.50")];
  same(smaller(high, low).toString(), "-0.1");
  same(greater(low, high).toString(), "2.5");
  same(greater(high, high).toString(), "2.5");
});

Deno.test("a remainder has the dividend's sign", () => {
  same([remainder(7, 3), remainder(-7, 3), remainder(7, -3)], [1, -1, 1]);
  same(outcome(() => remainder(1, 0)), "division-by-zero");
});

Deno.test("what fails by its data can be absent instead", () => {
  same(attempted(() => integer("12")), 12);
  same(attempted(() => integer("twelve")), undefined);
  same(attempted(() => null), undefined);
  let other: unknown;
  try {
    attempted(() => {
      throw new TypeError("a fault");
    });
  } catch (error) {
    other = error;
  }
  same(other instanceof TypeError, true);
});

Deno.test("blanks are what JavaScript trims", () => {
  for (const blank of [null, undefined, "", " ", "\u00a0\ufeff\t\n"]) {
    same(nonblank(blank), undefined);
  }
  same(nonblank("\u0085"), "\u0085");
  same(nonblank(" a "), " a ");
});

Deno.test("absent values", () => {
  same(required(0, "count"), 0);
  same(problem(() => required(null, "no e-mail")), "no e-mail");
  same(problem(() => required(undefined, "no e-mail")), "no e-mail");
  same(compact([0, null, "", undefined, false]), [0, "", false]);
});

Deno.test("only and distinct", () => {
  same([only([]), only([1])], [undefined, 1]);
  same(outcome(() => only([1, 1])), "ambiguous");
  same(problem(() => only([1, 1])), "expected at most one element, got 2");
  same(distinct(["b", "a", "b"]), ["b", "a"]);
});

Deno.test("tables hold their own keys only", () => {
  const table = { EUR: 1 };
  same(lookup(table, "EUR"), 1);
  for (const key of ["toString", "__proto__", "constructor", "USD"]) {
    same(lookup(table, key), undefined, key);
  }
});

Deno.test("JSON has one form", () => {
  same(json({ a: undefined, b: [1, null, "x"] }), '{"b":[1,null,"x"]}');
  same(
    json({ b: 1, "10": 2, "9": 3, "é": 4, a: { d: 1e21, c: -0 } }),
    '{"10":2,"9":3,"a":{"c":0,"d":1e+21},"b":1,"é":4}',
  );
  same([json(undefined), json(null), json("\n\u2028")], [
    "null",
    "null",
    '"\\n\u2028"',
  ]);
});

Deno.test("an error says where, from the outside in", () => {
  const error = new DataError("missing", "is missing");
  same(error.message, "is missing");
  error.within("price").within(2).within("lines").within("trigger.body");
  same(error.message, "trigger.body.lines[2].price: is missing");
  same(error.path, ["trigger.body", "lines", 2, "price"]);
  same([error.name, error.code], ["DataError", "missing"]);
  const nested = () =>
    located("a", () =>
      located(0, () => {
        throw new DataError("missing", "is missing");
      }));
  same(problem(nested), "a[0]: is missing");
  let other: unknown;
  try {
    located("a", () => {
      throw new TypeError("a fault");
    });
  } catch (error) {
    other = error;
  }
  same(other instanceof TypeError && other.message, "a fault");
});
