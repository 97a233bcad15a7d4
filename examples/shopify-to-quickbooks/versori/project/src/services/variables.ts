// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { asString } from "./runtime/decode.ts";
import {
  optionalVariable,
  variable,
  type VariableSource,
} from "./runtime/state.ts";

/** The variables of an activation. */
export interface Variables {
  /** The QuickBooks company that the receipts belong to. */
  readonly realm_id: string;
  /** The QuickBooks customer of every receipt. */
  readonly default_customer_id: string;
  /**
   * The QuickBooks item that stands for shipping; QuickBooks has one of its
   * own.
   */
  readonly shipping_item_id: string;
}

/** Reads and checks the variables; what is wrong, a person must set. */
export function readVariables(activation: VariableSource): Variables {
  return {
    realm_id: variable(activation, "realm_id", asString),
    default_customer_id: variable(activation, "default_customer_id", asString),
    shipping_item_id: optionalVariable(
      activation,
      "shipping_item_id",
      asString,
    ) ?? "SHIPPING_ITEM_ID",
  };
}
