// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeBalance } from "../types/balance.ts";
import { assertJson } from "./runtime/assert.ts";
import { asDateTime, asString, decode } from "./runtime/decode.ts";
import { toMessage } from "./to-message.ts";

Deno.test("two currencies, the evening before midnight in Berlin", () => {
  const balance = decode(
    decodeBalance,
    {
      object: "balance",
      available: [
        { amount: 123456, currency: "usd" },
        { amount: 50, currency: "eur" },
      ],
      livemode: true,
    },
    "balance",
  );
  const startedAt = decode(asDateTime, "2025-03-29T22:59:59Z", "started_at");
  const variables = { channel: "#finance" };
  assertJson(toMessage({ balance, started_at: startedAt }, variables), {
    channel: "#finance",
    text: "Balance on 2025-03-29: :flag-us: usd 123456, :flag-eu: eur 50",
    unfurl_links: false,
  });
});
Deno.test("one second later it is the next day there", () => {
  const balance = decode(
    decodeBalance,
    {
      object: "balance",
      available: [
        { amount: 123456, currency: "usd" },
        { amount: 50, currency: "eur" },
      ],
      livemode: true,
    },
    "balance",
  );
  const startedAt = decode(asDateTime, "2025-03-29T23:00:00Z", "started_at");
  const variables = { channel: decode(asString, "#cash", "variables.channel") };
  assertJson(toMessage({ balance, started_at: startedAt }, variables), {
    channel: "#cash",
    text: "Balance on 2025-03-30: :flag-us: usd 123456, :flag-eu: eur 50",
    unfurl_links: false,
  });
});
