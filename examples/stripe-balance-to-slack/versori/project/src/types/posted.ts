// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { asBoolean, asRecord, field } from "../services/runtime/decode.ts";

/** `posted` */
export interface Posted {
  readonly ok: boolean;
}

export function decodePosted(value: unknown): Posted {
  const object = asRecord(value);
  return {
    ok: field(object, "ok", asBoolean),
  };
}
