// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asOneOf,
  asRecord,
  asString,
  field,
  optionalField,
} from "../services/runtime/decode.ts";

/** `resend` */
export interface Resend {
  readonly order_id: string;
  readonly priority?: "standard" | "express";
}

export function decodeResend(value: unknown): Resend {
  const object = asRecord(value);
  return {
    order_id: field(object, "order_id", asString),
    priority: optionalField(object, "priority", asOneOf("standard", "express")),
  };
}
