// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** Any JSON; properties that are undefined are left out when it is written. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };
