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

/** The millisecond that an instant lies in. Its text was read strictly before. */
export function epochMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** The same text, which must be a date-time with an offset. */
export function instant(text: string): string {
  readInstant(text);
  return text;
}

/** A formatter for a zone: slow to make, so each is made once. */
function zoneFormat(
  made: Map<string, Intl.DateTimeFormat>,
  zone: string,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let format = made.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-US", {
        calendar: "gregory",
        numberingSystem: "latn",
        timeZone: zone,
        ...fields,
      });
    } catch {
      throw new DataError("unknown-zone", "the time zone is not known");
    }
    made.set(zone, format);
  }
  return format;
}

/** What a date shows: `03/09/2025`. */
const DATE_FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
} as const;

/** Formatters of dates by zone. */
const CALENDARS = new Map<string, Intl.DateTimeFormat>();

/** The error for a date that no text may name. */
function outsideYears(): DataError {
  return new DataError(
    "out-of-range",
    "a date lies outside the years 1900 to 9998",
  );
}

/** The calendar date in a zone at an instant. */
export function dateIn(instant: string, zone: string): string {
  const shown = zoneFormat(CALENDARS, zone, DATE_FIELDS)
    .format(epochMilliseconds(instant));
  const year = Number(shown.slice(6));
  if (year < 1900 || year > 9998) throw outsideYears();
  return `${shown.slice(6)}-${shown.slice(0, 2)}-${shown.slice(3, 5)}`;
}
