// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decodeBalance } from "../types/balance.ts";
import { decodePayouts } from "../types/payouts.ts";
import { assertJson } from "./runtime/assert.ts";
import { asDateTime, asString, decode } from "./runtime/decode.ts";
import { toMessage } from "./to-message.ts";

Deno.test("three currencies, the evening before midnight in Berlin", () => {
  const balance = decode(
    decodeBalance,
    {
      object: "balance",
      available: [
        { amount: 123456, currency: "usd", source_types: { card: 123456 } },
        { amount: 50, currency: "eur", source_types: { card: 50 } },
        { amount: 9000, currency: "jpy", source_types: { card: 9000 } },
      ],
      connect_reserved: [{ amount: 0, currency: "usd" }],
      instant_available: [
        {
          amount: 80000,
          currency: "usd",
          source_types: { card: 80000 },
          net_available: [{ amount: 79200, destination: "ba_1" }],
        },
      ],
      issuing: { available: [{ amount: 150000, currency: "usd" }] },
      livemode: true,
      pending: [
        { amount: 22361, currency: "usd", source_types: { card: 22361 } },
      ],
    },
    "balance",
  );
  const payouts = decode(
    decodePayouts,
    {
      object: "list",
      url: "/v1/payouts",
      has_more: true,
      data: [
        {
          id: "po_1",
          object: "payout",
          amount: 110000,
          application_fee: null,
          application_fee_amount: null,
          arrival_date: 1743379200,
          automatic: true,
          balance_transaction: "txn_1",
          created: 1743203400,
          currency: "usd",
          description: "STRIPE PAYOUT",
          destination: "ba_1",
          failure_balance_transaction: null,
          failure_code: null,
          failure_message: null,
          livemode: true,
          metadata: {},
          method: "standard",
          original_payout: null,
          payout_method: null,
          reconciliation_status: "completed",
          reversed_by: null,
          source_type: "card",
          statement_descriptor: null,
          status: "in_transit",
          trace_id: { status: "pending", value: null },
          type: "bank_account",
        },
      ],
    },
    "payouts",
  );
  const startedAt = decode(asDateTime, "2025-03-29T22:59:59Z", "started_at");
  const variables = { channel: "#finance" };
  assertJson(
    toMessage({ balance, payouts, started_at: startedAt }, variables),
    {
      channel: "#finance",
      text:
        "Balance on 2025-03-29: :flag-us: USD 1234.56, :flag-eu: EUR 0.5, :money_with_wings: JPY 9000; last payout USD 1100 of 2025-03-29, in the bank on 2025-03-31",
      unfurl_links: false,
    },
  );
});
Deno.test("one second later it is the next day there", () => {
  const balance = decode(
    decodeBalance,
    {
      object: "balance",
      available: [
        { amount: 123456, currency: "usd", source_types: { card: 123456 } },
        { amount: 50, currency: "eur", source_types: { card: 50 } },
        { amount: 9000, currency: "jpy", source_types: { card: 9000 } },
      ],
      connect_reserved: [{ amount: 0, currency: "usd" }],
      instant_available: [
        {
          amount: 80000,
          currency: "usd",
          source_types: { card: 80000 },
          net_available: [{ amount: 79200, destination: "ba_1" }],
        },
      ],
      issuing: { available: [{ amount: 150000, currency: "usd" }] },
      livemode: true,
      pending: [
        { amount: 22361, currency: "usd", source_types: { card: 22361 } },
      ],
    },
    "balance",
  );
  const payouts = decode(
    decodePayouts,
    { data: [], has_more: false, object: "list", url: "/v1/payouts" },
    "payouts",
  );
  const startedAt = decode(asDateTime, "2025-03-29T23:00:00Z", "started_at");
  const variables = { channel: decode(asString, "#cash", "variables.channel") };
  assertJson(
    toMessage({ balance, payouts, started_at: startedAt }, variables),
    {
      channel: "#cash",
      text:
        "Balance on 2025-03-30: :flag-us: USD 1234.56, :flag-eu: EUR 0.5, :money_with_wings: JPY 9000; no payout yet",
      unfurl_links: false,
    },
  );
});
