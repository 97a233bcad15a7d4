// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { constants } from "../services/constants.ts";
import { asInteger } from "../services/runtime/decode.ts";
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
import { sumIntegers } from "../services/runtime/values.ts";
import { toMessage } from "../services/to-message.ts";
import { readVariables } from "../services/variables.ts";
import { decodeBalance } from "../types/balance.ts";
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
      return keep(state, "balance", answer);
    }),
);

/** The value of total. */
const totalTask = fn(
  "total",
  (ctx: Context<State | Ended>) =>
    step(ctx, "total", (state) => {
      const steps = {
        balance: result(state, "balance", asAnswer(decodeBalance)),
      };
      return keep(
        state,
        "total",
        sumIntegers(
          steps.balance.body.available.map((amount) => amount.amount),
        ),
      );
    }),
);

/** Ends the run where there is nothing to do. */
const step3Task = fn(
  "step_3",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_3", (state) => {
      const steps = {
        total: result(state, "total", asInteger),
      };
      return steps.total < constants.threshold
        ? skip("too little to speak of")
        : state;
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
            { balance: steps.balance.body, started_at: run.started_at },
            variables,
          ),
          timeout: 15000,
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
  .then(totalTask)
  .then(step3Task)
  .then(postedTask)
  .then(step5Task)
  .catch(failed);
