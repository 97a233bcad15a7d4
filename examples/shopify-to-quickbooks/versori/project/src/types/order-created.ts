// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asBoolean,
  asInteger,
  asRecord,
  field,
} from "../services/runtime/decode.ts";

/** `order_created` */
export interface OrderCreated {
  readonly id: number;
  readonly test: boolean;
}

export function decodeOrderCreated(value: unknown): OrderCreated {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    test: field(object, "test", asBoolean),
  };
}
