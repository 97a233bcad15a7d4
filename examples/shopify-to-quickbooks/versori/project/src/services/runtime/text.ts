// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** Text that holds more than blanks, else undefined. */
export function nonblank(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text.trim() === ""
    ? undefined
    : text;
}

/** The first characters of a text, none of which is cut in two. */
export function truncate(text: string, characters: number): string {
  return text.length <= characters
    ? text
    : Array.from(text).slice(0, characters).join("");
}
