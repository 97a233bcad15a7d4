// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { asString } from "./runtime/decode.ts";
import { optionalVariable, type VariableSource } from "./runtime/state.ts";

/** The variables of an activation. */
export interface Variables {
  /** The Slack channel that is told. */
  readonly channel: string;
}

/** Reads and checks the variables; what is wrong, a person must set. */
export function readVariables(activation: VariableSource): Variables {
  return {
    channel: optionalVariable(activation, "channel", asString) ?? "#finance",
  };
}
