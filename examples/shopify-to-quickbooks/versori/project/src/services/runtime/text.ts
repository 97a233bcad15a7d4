// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** Text that holds more than blanks, else undefined. */
export function nonblank(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text.trim() === ""
    ? undefined
    : text;
}
