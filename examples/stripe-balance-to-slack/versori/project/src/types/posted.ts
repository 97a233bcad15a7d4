// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asBoolean,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";

/** `posted` */
export interface Posted {
  readonly ok: boolean;
  readonly ts: string;
}

export function decodePosted(value: unknown): Posted {
  const object = asRecord(value);
  return {
    ok: field(object, "ok", asBoolean),
    ts: field(object, "ts", asString),
  };
}
