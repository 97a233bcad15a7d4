// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Balance } from "../types/balance.ts";
import type { Message } from "../types/message.ts";
import { dateIn } from "./runtime/dates.ts";
import { toLine } from "./to-line.ts";
import type { Variables } from "./variables.ts";

/** Maps `balance`, `date-time` to `message`. */
export function toMessage(
  inputs: { readonly balance: Balance; readonly started_at: string },
  variables: Pick<Variables, "channel">,
): Message {
  const day = dateIn(inputs.started_at, "Europe/Berlin");
  const lines = inputs.balance.available.map((amount) => toLine(amount));
  return {
    channel: variables.channel,
    text: `Balance on ${day}: ${lines.map((line) => line.text).join(", ")}`,
    unfurl_links: false,
  };
}
