// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { BalanceAvailable } from "../types/balance.ts";
import type { Line } from "../types/line.ts";
import { constants } from "./constants.ts";
import { lookup } from "./runtime/values.ts";

/** Maps `balance.available[]` to `line`. */
export function toLine(source: BalanceAvailable): Line {
  return {
    text: `${
      lookup(constants.flags, source.currency) ?? ":money_with_wings:"
    } ${source.currency.toUpperCase()} ${source.amount}`,
  };
}
