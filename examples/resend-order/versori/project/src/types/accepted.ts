// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { asRecord, asString, field } from "../services/runtime/decode.ts";

/** `accepted` */
export interface Accepted {
  readonly id: string;
}

export function decodeAccepted(value: unknown): Accepted {
  const object = asRecord(value);
  return {
    id: field(object, "id", asString),
  };
}
