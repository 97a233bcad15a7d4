// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";

/** Milliseconds of a day's start in UTC; undefined where there is no such day. */
function calendarDay(
  year: number,
  month: number,
  day: number,
): number | undefined {
  if (year < 1900 || year > 9998) return undefined;
  const start = new Date(Date.UTC(year, month - 1, day));
  return start.getUTCMonth() === month - 1 && start.getUTCDate() === day
    ? start.getTime()
    : undefined;
}

/** Reads RFC 3339 text with an offset: milliseconds since 1970, and nanoseconds more. */
function readInstant(text: string): readonly [number, number] {
  const match =
    /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/
      .exec(text);
  if (match !== null) {
    const digits = (from: number, to: number) => Number(text.slice(from, to));
    const start = calendarDay(digits(0, 4), digits(5, 7), digits(8, 10));
    if (start !== undefined) {
      const [, written = "", sign, hours = "0", minutes = "0"] = match;
      const offset = (Number(hours) * 60 + Number(minutes)) *
        (sign === "-" ? -1 : 1);
      const minute = digits(11, 13) * 60 + digits(14, 16) - offset;
      const second = start + (minute * 60 + digits(17, 19)) * 1000;
      if (written === "") return [second, 0];
      const fraction = written.padEnd(9, "0");
      return [
        second + Number(fraction.slice(0, 3)),
        Number(fraction.slice(3)),
      ];
    }
  }
  throw new DataError(
    "invalid-date-time",
    "expected a date-time with an offset such as 2024-05-31T09:30:00Z",
  );
}

/** The same text, which must be a date-time with an offset. */
export function instant(text: string): string {
  readInstant(text);
  return text;
}

/** The same text, which must be a calendar date such as `2024-05-31`. */
export function date(text: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  if (calendarDay(year ?? 0, month ?? 0, day ?? 0) === undefined) {
    throw new DataError(
      "invalid-date",
      "expected a calendar date such as 2024-05-31",
    );
  }
  return text;
}
