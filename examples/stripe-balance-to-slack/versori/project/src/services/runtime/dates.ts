// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";

/** Nanoseconds in a millisecond. */
const NANOSECONDS = 1_000_000n;

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

/** Reads RFC 3339 text with an offset; exact to the nanosecond. */
function epochNanoseconds(text: string): bigint {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/
      .exec(text);
  if (match !== null) {
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(
      Number,
    );
    const start = calendarDay(year ?? 0, month ?? 0, day ?? 0);
    if (start !== undefined) {
      const [, , , , , , , fraction = "", sign, hours, minutes] = match;
      const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) *
        (sign === "-" ? -1 : 1);
      const milliseconds = start +
        (((hour ?? 0) * 60 + (minute ?? 0) - offset) * 60 + (second ?? 0)) *
          1000;
      return BigInt(milliseconds) * NANOSECONDS +
        BigInt(fraction.padEnd(9, "0"));
    }
  }
  throw new DataError(
    "invalid-date-time",
    "expected a date-time with an offset such as 2024-05-31T09:30:00Z",
  );
}

/** The millisecond that an instant lies in. */
export function epochMilliseconds(text: string): number {
  const instant = epochNanoseconds(text);
  const rest = instant % NANOSECONDS;
  return Number(
    (instant - rest) / NANOSECONDS - (rest < 0n ? 1n : 0n),
  );
}

/** The same text, which must be a date-time with an offset. */
export function instant(text: string): string {
  epochNanoseconds(text);
  return text;
}

/** Formatters are slow to make: one for each zone. */
const ZONES = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show at the instant, as if it were UTC; milliseconds. */
function wallClock(milliseconds: number, zone: string): number {
  let format = ZONES.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-US", {
        calendar: "gregory",
        numberingSystem: "latn",
        hourCycle: "h23",
        timeZone: zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      });
    } catch {
      throw new DataError("unknown-zone", "the time zone is not known");
    }
    ZONES.set(zone, format);
  }
  const parts = new Map(
    format.formatToParts(milliseconds).map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.get(type));
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

/** The calendar date in a zone at an instant. */
export function dateIn(instant: string, zone: string): string {
  const wall = wallClock(epochMilliseconds(instant), zone);
  return new Date(wall).toISOString().slice(0, 10);
}
