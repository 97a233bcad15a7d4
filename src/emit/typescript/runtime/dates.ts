import { DataError } from "./data-error.ts";
import { sortBy } from "./lists.ts";

//# type Duration:
/** A length of time: `500ms`, `10s`, `5m`, `24h`, `-90d` (days of 24 hours). */
export type Duration = `${number}${"ms" | "s" | "m" | "h" | "d"}`;

//# NANOSECONDS:
/** Nanoseconds in a millisecond. */
const NANOSECONDS = 1_000_000n;

//# calendarDay:
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

//# readInstant: needs DataError, calendarDay
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

//# epochNanoseconds: needs NANOSECONDS, readInstant
/** Nanoseconds since 1970 of RFC 3339 text with an offset. */
function epochNanoseconds(text: string): bigint {
  const [milliseconds, rest] = readInstant(text);
  return BigInt(milliseconds) * NANOSECONDS + BigInt(rest);
}

//# epochMilliseconds:
/** The millisecond that an instant lies in. Its text was read strictly before. */
export function epochMilliseconds(instant: string): number {
  return Date.parse(instant);
}

//# epochSeconds: needs epochMilliseconds
/** The second that an instant lies in. */
export function epochSeconds(instant: string): number {
  return Math.floor(epochMilliseconds(instant) / 1000);
}

//# utcText: needs DataError, NANOSECONDS
/** An instant in UTC, with 0, 3, 6 or 9 digits of a second's fraction. */
function utcText(instant: bigint): string {
  const second = 1000n * NANOSECONDS;
  const rest = ((instant % second) + second) % second;
  const time = new Date(Number((instant - rest) / NANOSECONDS));
  const year = time.getUTCFullYear();
  if (!(year >= 1900 && year <= 9998)) {
    throw new DataError(
      "out-of-range",
      "a date-time lies outside the years 1900 to 9998",
    );
  }
  const fraction = rest.toString().padStart(9, "0").replace(/(000)+$/, "");
  return time.toISOString().slice(0, 19) +
    (fraction === "" ? "Z" : `.${fraction}Z`);
}

//# instant: needs readInstant
/** The same text, which must be a date-time with an offset. */
export function instant(text: string): string {
  readInstant(text);
  return text;
}

//# iso: needs epochNanoseconds, utcText
/** The instant in UTC: `2024-05-31T09:30:00Z`. */
export function iso(instant: string): string {
  return utcText(epochNanoseconds(instant));
}

//# fromEpochMilliseconds: needs NANOSECONDS, utcText
/** The instant that many milliseconds after 1970 began, in UTC. */
export function fromEpochMilliseconds(milliseconds: number): string {
  return utcText(BigInt(milliseconds) * NANOSECONDS);
}

//# fromEpochSeconds: needs NANOSECONDS, utcText
/** The instant that many seconds after 1970 began, in UTC. */
export function fromEpochSeconds(seconds: number): string {
  return utcText(BigInt(seconds) * 1000n * NANOSECONDS);
}

//# compareInstants: needs epochNanoseconds
/** -1, 0 or 1: `left` is before, the same as or after `right`. */
export function compareInstants(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = [epochNanoseconds(left), epochNanoseconds(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

//# durationMilliseconds: needs DataError, Duration
/** Milliseconds of a duration. */
function durationMilliseconds(duration: Duration): bigint {
  const match = /^(-?\d+)(ms|s|m|h|d)$/.exec(duration);
  const unit = {
    ms: 1n,
    s: 1000n,
    m: 60_000n,
    h: 3_600_000n,
    d: 86_400_000n,
  };
  if (match === null) {
    throw new DataError("out-of-range", "expected a duration such as 24h");
  }
  const [, digits = "0", name = "ms"] = match;
  return BigInt(digits) * (unit[name as keyof typeof unit]);
}

//# plus: needs Duration, NANOSECONDS, durationMilliseconds, epochNanoseconds, utcText
/** The instant that lies `duration` later, in UTC. */
export function plus(instant: string, duration: Duration): string {
  const length = durationMilliseconds(duration) * NANOSECONDS;
  return utcText(epochNanoseconds(instant) + length);
}

//# minus: needs Duration, NANOSECONDS, durationMilliseconds, epochNanoseconds, utcText
/** The instant that lies `duration` earlier, in UTC. */
export function minus(instant: string, duration: Duration): string {
  const length = durationMilliseconds(duration) * NANOSECONDS;
  return utcText(epochNanoseconds(instant) - length);
}

//# date: needs DataError, calendarDay
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

//# zoneFormat: needs DataError
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

//# DATE_FIELDS:
/** What a date shows: `03/09/2025`. */
const DATE_FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
} as const;

//# TIME_FIELDS: needs DATE_FIELDS
/** What a clock shows: `03/09/2025, 23:30:00`. */
const TIME_FIELDS = {
  ...DATE_FIELDS,
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

//# CLOCKS:
/** Formatters of date and time by zone. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

//# CALENDARS:
/** Formatters of dates by zone. */
const CALENDARS = new Map<string, Intl.DateTimeFormat>();

//# wallClock: needs CLOCKS, TIME_FIELDS, zoneFormat
/** What clocks in the zone show at the instant, as if it were UTC; milliseconds. */
function wallClock(milliseconds: number, zone: string): number {
  const shown = zoneFormat(CLOCKS, zone, TIME_FIELDS).format(milliseconds);
  const digits = (from: number, to?: number) => Number(shown.slice(from, to));
  return Date.UTC(
    digits(6, 10),
    digits(0, 2) - 1,
    digits(3, 5),
    digits(-8, -6),
    digits(-5, -3),
    digits(-2),
  );
}

//# outsideYears: needs DataError
/** The error for a date that no text may name. */
function outsideYears(): DataError {
  return new DataError(
    "out-of-range",
    "a date lies outside the years 1900 to 9998",
  );
}

//# dateIn: needs CALENDARS, DATE_FIELDS, epochMilliseconds, outsideYears, zoneFormat
/** The calendar date in a zone at an instant. */
export function dateIn(instant: string, zone: string): string {
  const shown = zoneFormat(CALENDARS, zone, DATE_FIELDS)
    .format(epochMilliseconds(instant));
  const year = Number(shown.slice(6));
  if (year < 1900 || year > 9998) throw outsideYears();
  return `${shown.slice(6)}-${shown.slice(0, 2)}-${shown.slice(3, 5)}`;
}

//# DAY:
/** Milliseconds in a day. */
const DAY = 86_400_000;

//# dayStart: needs DAY, NANOSECONDS, utcText, wallClock
/** The first instant, in UTC, of the day whose midnight clocks in the zone show. */
function dayStart(midnight: number, zone: string): string {
  const starts = [midnight - DAY, midnight + DAY]
    .map((near) => midnight - (wallClock(near, zone) - near))
    .filter((start) => wallClock(start, zone) === midnight);
  if (starts.length > 0) {
    return utcText(BigInt(Math.min(...starts)) * NANOSECONDS);
  }
  // Clocks skipped midnight: the day begins where the skip ends.
  let [before, after] = [midnight - DAY, midnight + DAY];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, zone) < midnight) before = middle;
    else after = middle;
  }
  return utcText(BigInt(after) * NANOSECONDS);
}

//# startOfDay: needs DAY, dayStart, epochMilliseconds, wallClock
/** The first instant, in UTC, of the day that a zone has at an instant. */
export function startOfDay(instant: string, zone: string): string {
  const wall = wallClock(epochMilliseconds(instant), zone);
  return dayStart(Math.floor(wall / DAY) * DAY, zone);
}

//# startOfDate: needs dayStart
/** The first instant, in UTC, that has the date in a zone. */
export function startOfDate(date: string, zone: string): string {
  return dayStart(Date.parse(date), zone);
}

//# localInstant: needs DAY, DataError, NANOSECONDS, date, utcText, wallClock
/** The instant, in UTC, at which clocks in the zone show a date and time. */
export function localInstant(text: string, zone: string): string {
  const match =
    /^(\d{4}-\d\d-\d\d)[T ](([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?)$/
      .exec(text);
  if (match === null) {
    throw new DataError(
      "invalid-date-time",
      "expected a local date-time such as 2024-05-31T09:30:00",
    );
  }
  const [, day = "", time = "", , , fraction = ""] = match;
  const clock = fraction === "" ? time : time.slice(0, 8);
  const wall = Date.parse(`${date(day)}T${clock}Z`);
  const offsets = [wall - DAY, wall + DAY]
    .map((near) => wallClock(near, zone) - near);
  const shown = offsets.map((offset) => wall - offset)
    .filter((time) => wallClock(time, zone) === wall);
  // Clocks that skip the time show it as if they had not moved on yet.
  const chosen = shown.length > 0
    ? Math.min(...shown)
    : wall - (offsets[0] ?? 0);
  const rest = BigInt(fraction.slice(1).padEnd(9, "0"));
  return utcText(BigInt(chosen) * NANOSECONDS + rest);
}

//# addToDate: needs DAY, dateText
/** The date that many units later, or earlier; at most the last day of its month. */
export function addToDate(
  date: string,
  amount: number,
  unit: "days" | "weeks" | "months" | "years",
): string {
  if (unit === "days" || unit === "weeks") {
    const days = unit === "weeks" ? 7 * amount : amount;
    return dateText(Date.parse(date) + days * DAY);
  }
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const months = year * 12 + month - 1 +
    (unit === "years" ? 12 * amount : amount);
  const start = new Date(0);
  start.setUTCFullYear(0, months, 1);
  const last = new Date(start);
  last.setUTCMonth(start.getUTCMonth() + 1, 0);
  return dateText(
    start.getTime() + (Math.min(day, last.getUTCDate()) - 1) * DAY,
  );
}

//# dateText: needs outsideYears
/** The date in UTC of milliseconds since 1970. */
function dateText(milliseconds: number): string {
  const time = new Date(milliseconds);
  const year = time.getUTCFullYear();
  if (!(year >= 1900 && year <= 9998)) throw outsideYears();
  return time.toISOString().slice(0, 10);
}

//# daysBetween: needs DAY
/** The days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

//# formatted:
/** What clocks show, in milliseconds as if it were UTC, by a pattern. */
function formatted(wall: number, pattern: string): string {
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] =
    new Date(wall).toISOString().split(/[^0-9]/);
  const parts: Readonly<Record<string, string>> = {
    yyyy: year,
    yy: year.slice(2),
    MM: month,
    M: String(Number(month)),
    dd: day,
    d: String(Number(day)),
    HH: hour,
    H: String(Number(hour)),
    mm: minute,
    ss: second,
  };
  return pattern.replaceAll(
    /yyyy|yy|MM?|dd?|HH?|mm|ss/g,
    (part) => parts[part] ?? part,
  );
}

//# formatDate: needs formatted
/** The date by a pattern such as `dd.MM.yyyy`. */
export function formatDate(date: string, pattern: string): string {
  return formatted(Date.parse(date), pattern);
}

//# formatInstant: needs epochMilliseconds, formatted, wallClock
/** What clocks in a zone show at an instant, by a pattern. */
export function formatInstant(
  instant: string,
  pattern: string,
  zone: string,
): string {
  return formatted(wallClock(epochMilliseconds(instant), zone), pattern);
}

//# parseDate: needs DataError, date
/** The date that a text names by a pattern such as `MM/dd/yyyy`. */
export function parseDate(text: string, pattern: string): string {
  const parts = pattern.match(/yyyy|MM?|dd?|[^]/gu) ?? [];
  const shapes: Readonly<Record<string, string>> = {
    yyyy: "(?<year>[0-9]{4})",
    MM: "(?<month>[0-9]{2})",
    M: "(?<month>[0-9]{1,2})",
    dd: "(?<day>[0-9]{2})",
    d: "(?<day>[0-9]{1,2})",
  };
  const shape = parts.map((part) =>
    shapes[part] ?? `\\u{${part.codePointAt(0)?.toString(16) ?? ""}}`
  ).join("");
  const found = new RegExp(`^${shape}$`, "u").exec(text)?.groups;
  const { year = "", month = "", day = "" } = found ?? {};
  if (found === undefined) {
    throw new DataError("invalid-date", `expected a date as ${pattern}`);
  }
  return date(
    `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
}

//# sortByInstant: needs epochNanoseconds, sortBy
/** The items in the order of their instants. */
export function sortByInstant<T>(
  items: readonly T[],
  key: (item: T) => string,
  order: "ascending" | "descending" = "ascending",
): T[] {
  return sortBy(items, (item) => epochNanoseconds(key(item)), order);
}
