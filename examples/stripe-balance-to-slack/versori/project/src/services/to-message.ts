// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Balance } from "../types/balance.ts";
import type { Message } from "../types/message.ts";
import type { Payouts } from "../types/payouts.ts";
import { dateIn } from "./runtime/dates.ts";
import { toLine } from "./to-line.ts";
import type { Variables } from "./variables.ts";

/** Maps `balance`, `payouts`, `date-time` to `message`. */
export function toMessage(
  inputs: {
    readonly balance: Balance;
    readonly payouts: Payouts;
    readonly started_at: string;
  },
  variables: Pick<Variables, "channel">,
): Message {
  const day = dateIn(inputs.started_at, "Europe/Berlin");
  const lines = inputs.balance.available.map((amount) => toLine(amount));
  const payout = inputs.payouts.data.at(0);
  const last = payout == null
    ? "no payout yet"
    : `last payout ${payout.currency.toUpperCase()} ${payout.amount} of ${
      dateIn(payout.created, "Europe/Berlin")
    }, in the bank on ${dateIn(payout.arrival_date, "UTC")}`;
  return {
    channel: variables.channel,
    text: `Balance on ${day}: ${
      lines.map((line) => line.text).join(", ")
    }; ${last}`,
    unfurl_links: false,
  };
}
