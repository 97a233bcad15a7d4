import { DataError } from "./data-error.ts";

//# nonblank:
/** Text that holds more than blanks, else undefined. */
export function nonblank(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text.trim() === ""
    ? undefined
    : text;
}

//# truncate:
/** The first characters of a text, none of which is cut in two. */
export function truncate(text: string, characters: number): string {
  return text.length <= characters
    ? text
    : Array.from(text).slice(0, characters).join("");
}

//# digits:
/** The digits of a text. */
export function digits(text: string): string {
  return text.replaceAll(/[^0-9]/g, "");
}

//# literally:
/** What `replace` and `replaceAll` put in as this very text: `$` is special to them. */
export function literally(text: string): string {
  return text.replaceAll("$", "$$$$");
}

//# oneOf: needs DataError
/** The text, which must be one of the words. */
export function oneOf<const T extends string>(
  text: string,
  words: readonly T[],
): T {
  const found = words.find((word) => word === text);
  if (found === undefined) {
    throw new DataError("not-one-of", "expected one of the allowed words");
  }
  return found;
}

//# qboText:
/** A value in quotes, for a query of QuickBooks. */
export function qboText(
  value: string | number | { toString(): string },
): string {
  return `'${String(value).replaceAll(/['\\]/g, "\\$&")}'`;
}

//# soqlText:
/** A text in quotes, for a query of Salesforce. */
export function soqlText(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, "\\$&")
    .replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `'${escaped}'`;
}
