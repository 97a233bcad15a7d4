import {
  compareInstants,
  date,
  dateIn,
  type Duration,
  instant,
  iso,
  minus,
  plus,
  startOfDay,
} from "../project/src/runtime/dates.ts";
import { outcome, same } from "./expect.ts";
import instants from "./tables/instants.json" with { type: "json" };
import zones from "./tables/zones.json" with { type: "json" };

Deno.test("date-times are read strictly and written in UTC", () => {
  for (const [text = "", expected] of instants) {
    same(outcome(() => iso(text)), expected, text);
    const accepted = expected === "invalid-date-time" ? expected : text;
    same(outcome(() => instant(text)), accepted, text);
  }
});

Deno.test("dates and days in zones", () => {
  for (const [text = "", zone = "", day, start] of zones) {
    same(dateIn(text, zone), day, [text, zone]);
    same(startOfDay(text, zone), start, [text, zone]);
  }
  same(outcome(() => dateIn("2024-01-01T00:00:00Z", "Mars")), "unknown-zone");
  same(dateIn("1970-01-01T00:59:59.999+01:00", "UTC"), "1969-12-31");
});

Deno.test("calendar dates are read strictly", () => {
  for (const text of ["2024-02-29", "1900-01-01", "9998-12-31"]) {
    same(date(text), text);
  }
  for (
    const text of [
      "",
      "2023-02-29",
      "2024-04-31",
      "2024-00-10",
      "2024-1-1",
      "24-01-01",
      "2024-01-01T00:00:00Z",
      "2024-01-01 ",
      "1899-12-31",
      "9999-01-01",
      "20240101",
    ]
  ) {
    same(outcome(() => date(text)), "invalid-date", text);
  }
});

Deno.test("instants are compared exactly, whatever their offset", () => {
  const order: [string, string, number][] = [
    ["2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00", 0],
    ["2024-01-01T00:00:00Z", "2023-12-31T23:59:59-00:01", -1],
    ["2024-01-01T00:00:00.000000001Z", "2024-01-01T00:00:00Z", 1],
    ["1955-01-01T00:00:00.1Z", "1955-01-01T00:00:00.100Z", 0],
  ];
  for (const [left, right, expected] of order) {
    same(compareInstants(left, right), expected, [left, right]);
    same(compareInstants(right, left) + expected, 0, [left, right]);
  }
});

Deno.test("durations move instants", () => {
  const start = "2024-02-28T23:30:00.5+01:00";
  const moves: [Duration, string, string][] = [
    ["0s", "2024-02-28T22:30:00.500Z", "2024-02-28T22:30:00.500Z"],
    ["500ms", "2024-02-28T22:30:01Z", "2024-02-28T22:30:00Z"],
    ["45m", "2024-02-28T23:15:00.500Z", "2024-02-28T21:45:00.500Z"],
    ["24h", "2024-02-29T22:30:00.500Z", "2024-02-27T22:30:00.500Z"],
    ["-1h", "2024-02-28T21:30:00.500Z", "2024-02-28T23:30:00.500Z"],
    ["-2d", "2024-02-26T22:30:00.500Z", "2024-03-01T22:30:00.500Z"],
    ["2d", "2024-03-01T22:30:00.500Z", "2024-02-26T22:30:00.500Z"],
  ];
  for (const [duration, later, earlier] of moves) {
    same(plus(start, duration), later, duration);
    same(minus(start, duration), earlier, duration);
  }
  const late = "9998-12-31T00:00:00Z";
  same(outcome(() => plus(late, "1d")), "out-of-range");
  same(outcome(() => minus("1900-01-01T00:00:00Z", "1ms")), "out-of-range");
  same(outcome(() => plus(late, "999999999999999d")), "out-of-range");
  same(outcome(() => plus(late, "1.5h")), "out-of-range");
});
