// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asBoolean,
  asInteger,
  asRecord,
  asString,
  field,
} from "../services/runtime/decode.ts";

/** `order_created` */
export interface OrderCreated {
  readonly id: number;
  readonly admin_graphql_api_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly currency: string;
  readonly test: boolean;
  readonly total_price: string;
}

export function decodeOrderCreated(value: unknown): OrderCreated {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    admin_graphql_api_id: field(object, "admin_graphql_api_id", asString),
    name: field(object, "name", asString),
    created_at: field(object, "created_at", asString),
    currency: field(object, "currency", asString),
    test: field(object, "test", asBoolean),
    total_price: field(object, "total_price", asString),
  };
}
