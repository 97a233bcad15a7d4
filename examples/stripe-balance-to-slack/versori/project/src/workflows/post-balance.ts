// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decimal } from "../services/runtime/decimal.ts";
import { request } from "../services/runtime/request.ts";
import {
  attempt,
  type Ended,
  fail,
  skip,
  step,
} from "../services/runtime/run.ts";
import {
  asAnswer,
  begin,
  keep,
  result,
  type State,
} from "../services/runtime/state.ts";
import { toMessage } from "../services/to-message.ts";
import { readVariables } from "../services/variables.ts";
import { decodeBalance, encodeBalance } from "../types/balance.ts";
import { decodePayouts, encodePayouts } from "../types/payouts.ts";
import { decodePosted } from "../types/posted.ts";
import {
  type Context,
  type ExecutionError,
  fn,
  http,
  type HttpContext,
  schedule,
} from "@versori/run";

/** Begins a run. */
const beginTask = fn(
  "begin",
  (ctx: Context<unknown>) => attempt(ctx, "begin", () => begin(ctx)),
);

/** GET /v1/balance of stripe. */
const balanceTask = http(
  "balance",
  { connection: "stripe" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "balance", async (state) => {
      const answer = await request(
        ctx,
        {
          step: "balance",
          system: "stripe",
          method: "GET",
          route: "/v1/balance",
          path: "/v1/balance",
          headers: { "Stripe-Version": "2024-06-20" },
          timeout: 10000,
        },
        decodeBalance,
      );
      return keep(state, "balance", {
        ...answer,
        body: encodeBalance(answer.body),
      });
    }),
);

/** Ends the run where there is nothing to do. */
const step2Task = fn(
  "step_2",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_2", (state) => {
      const steps = {
        balance: result(state, "balance", asAnswer(decodeBalance)),
      };
      return steps.balance.body.available.every((amount) =>
          amount.amount.equals(decimal("0"))
        )
        ? skip("nothing to speak of")
        : state;
    }),
);

/** GET /v1/payouts of stripe. */
const payoutsTask = http(
  "payouts",
  { connection: "stripe" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "payouts", async (state) => {
      const answer = await request(
        ctx,
        {
          step: "payouts",
          system: "stripe",
          method: "GET",
          route: "/v1/payouts",
          path: "/v1/payouts",
          query: { limit: 1 },
          headers: { "Stripe-Version": "2024-06-20" },
          timeout: 10000,
        },
        decodePayouts,
      );
      return keep(state, "payouts", {
        ...answer,
        body: encodePayouts(answer.body),
      });
    }),
);

/** POST /api/chat.postMessage of slack. */
const postedTask = http(
  "posted",
  { connection: "slack" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "posted", async (state) => {
      const run = state.run;
      const steps = {
        balance: result(state, "balance", asAnswer(decodeBalance)),
        payouts: result(state, "payouts", asAnswer(decodePayouts)),
      };
      const variables = readVariables(ctx.activation);
      const answer = await request(
        ctx,
        {
          step: "posted",
          system: "slack",
          method: "POST",
          route: "/api/chat.postMessage",
          path: "/api/chat.postMessage",
          body: toMessage(
            {
              balance: steps.balance.body,
              payouts: steps.payouts.body,
              started_at: run.started_at,
            },
            variables,
          ),
          timeout: 9000,
        },
        decodePosted,
      );
      return keep(state, "posted", answer);
    }),
);

/** Ends the run in error. */
const step5Task = fn(
  "step_5",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_5", (state) => {
      const steps = {
        posted: result(state, "posted", asAnswer(decodePosted)),
      };
      return !steps.posted.body.ok
        ? fail("Slack did not take the message")
        : state;
    }),
);

/**
 * What a person must fix: the platform raises an issue, and tries a durable run
 * again.
 */
const failed = fn("failed", (ctx: Context<ExecutionError>) => {
  ctx.log.error("The workflow failed", {
    workflow: "post-balance",
    problem: ctx.data.message,
  });
  throw ctx.data;
});

/**
 * Runs on a schedule, in UTC: Reads the balance and posts it, if there is
 * enough to speak of.
 */
export const postBalance = schedule("post-balance", "0 7 * * 1-5")
  .then(beginTask)
  .then(balanceTask)
  .then(step2Task)
  .then(payoutsTask)
  .then(postedTask)
  .then(step5Task)
  .catch(failed);
