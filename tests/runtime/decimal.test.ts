import {
  Decimal,
  decimal,
  type Rounding,
  sum,
} from "../project/src/runtime/decimal.ts";
import { outcome, problem, same } from "./expect.ts";
import arithmetic from "./tables/arithmetic.json" with { type: "json" };
import division from "./tables/division.json" with { type: "json" };
import numbers from "./tables/numbers.json" with { type: "json" };
import rounding from "./tables/rounding.json" with { type: "json" };
import texts from "./tables/texts.json" with { type: "json" };
import toNumber from "./tables/to-number.json" with { type: "json" };

type Row<T extends unknown[]> = T;

Deno.test("texts are read strictly and written in one way", () => {
  for (const [text, expected] of texts as Row<[string, string]>[]) {
    same(outcome(() => decimal(text).toString()), expected, text);
  }
});

Deno.test("long texts take no longer than they are", () => {
  const zeros = "0".repeat(500_000);
  same(outcome(() => decimal(`${zeros}x`).toString()), "invalid-decimal");
  same(outcome(() => decimal(`1.${zeros}x`).toString()), "invalid-decimal");
  same(decimal(`-${zeros}1.${zeros}`).toString(), "-1");
  const digits = "9".repeat(500_000);
  same(outcome(() => decimal(digits).toString()), "too-many-digits");
  const spread = "10".repeat(250_000);
  same(outcome(() => decimal(`0.${spread}`).toString()), "too-many-digits");
});

Deno.test("numbers are what was written, or refused", () => {
  for (const [text, expected] of numbers as Row<[string, string]>[]) {
    same(
      outcome(() => Decimal.fromNumber(Number(text)).toString()),
      expected,
      text,
    );
  }
  for (const number of [NaN, Infinity, -Infinity]) {
    same(
      outcome(() => Decimal.fromNumber(number).toString()),
      "invalid-decimal",
    );
  }
});

Deno.test("safe integers are decimals, however many digits", () => {
  for (const number of [0, -0, -7, 100, 2 ** 53 - 1, 1 - 2 ** 53]) {
    same(decimal(number).toString(), String(number));
    same(decimal(number).equals(decimal(String(number))), true);
  }
});

Deno.test("sums, differences and products are exact", () => {
  const rows = arithmetic as Row<
    [string, string, string, string, string, number]
  >[];
  for (const [left, right, plus, minus, times, order] of rows) {
    const [a, b] = [decimal(left), decimal(right)];
    const row = [left, right];
    same(outcome(() => a.plus(b).toString()), plus, row);
    same(outcome(() => a.minus(b).toString()), minus, row);
    same(outcome(() => a.times(b).toString()), times, row);
    same(a.compare(b), order, row);
    same(b.compare(a) + order, 0, row);
    same(a.equals(b), order === 0, row);
  }
});

Deno.test("rounding follows each mode", () => {
  const rows = rounding as Row<
    [string, number, Record<Rounding, string>, string]
  >[];
  for (const [text, places, byMode, fixed] of rows) {
    for (const [mode, expected] of Object.entries(byMode)) {
      const rounded = decimal(text).round(places, mode as Rounding);
      same(rounded.toString(), expected, [text, places, mode]);
    }
    same(decimal(text).round(places).toString(), byMode["half-up"]);
    same(decimal(text).toFixed(places), fixed, [text, places]);
  }
});

Deno.test("division rounds the exact quotient", () => {
  const rows = division as Row<
    [string, string, number, Record<Rounding, string> | null]
  >[];
  for (const [a, b, places, byMode] of rows) {
    const divide = (mode?: Rounding) =>
      outcome(() => decimal(a).dividedBy(decimal(b), places, mode).toString());
    if (byMode === null) same(divide(), "division-by-zero");
    else {
      for (const [mode, expected] of Object.entries(byMode)) {
        same(divide(mode as Rounding), expected, [a, b, places, mode]);
      }
    }
  }
});

Deno.test("a number is given only where it is exact", () => {
  for (const [text, expected] of toNumber as Row<[string, number | null]>[]) {
    const number = outcome(() => decimal(text).toNumber());
    same(number, expected ?? "too-many-digits", text);
  }
});

Deno.test("integers, signs and sums", () => {
  same(decimal("12.00").toInteger(), 12);
  same(outcome(() => decimal("12.5").toInteger()), "out-of-range");
  same(outcome(() => decimal("9007199254740992").toInteger()), "out-of-range");
  same(decimal("-9007199254740991").toInteger(), -9007199254740991);
  same(Object.is(decimal("-0").toNumber(), 0), true);
  same(decimal("-0.5").abs().toString(), "0.5");
  same(decimal("0").negated().toString(), "0");
  same(sum([]).toString(), "0");
  const prices = ["0.1", "0.2", "19.99", "-0.29"].map(decimal);
  same(sum(prices).toString(), "20");
  same(Decimal.ZERO.equals(decimal("0.000")), true);
});

Deno.test("a decimal is never written as JSON by accident", () => {
  let refused = false;
  try {
    JSON.stringify({ amount: decimal("1.5") });
  } catch (error) {
    refused = error instanceof TypeError;
  }
  same(refused, true);
});

Deno.test("errors do not hold the value", () => {
  same(
    problem(() => decimal("jane@example.com")),
    "expected a decimal such as 12.50, got other text",
  );
});
