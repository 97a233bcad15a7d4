// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decode } from "../services/runtime/decode.ts";
import { request, segment } from "../services/runtime/request.ts";
import {
  accepted,
  attempt,
  type Ended,
  failure,
  skip,
  step,
} from "../services/runtime/run.ts";
import {
  asAnswer,
  asState,
  beginCall,
  keep,
  result,
  type State,
  triggerBody,
} from "../services/runtime/state.ts";
import { toSalesReceipt } from "../services/to-sales-receipt.ts";
import { readVariables } from "../services/variables.ts";
import { decodeOrderAnswer, encodeOrderAnswer } from "../types/order-answer.ts";
import { decodeOrderCreated } from "../types/order-created.ts";
import { decodeReceiptSaved } from "../types/receipt-saved.ts";
import { encodeSalesReceipt } from "../types/sales-receipt.ts";
import {
  type Context,
  type ExecutionError,
  fn,
  http,
  type HttpContext,
  webhook,
  workflow,
} from "@versori/run";

/** Checks what the caller sent. The run itself is queued. */
const beginTask = fn(
  "begin",
  (ctx: Context<unknown>) =>
    attempt(ctx, "begin", async () => {
      const state = beginCall(
        ctx,
        decode(decodeOrderCreated, ctx.data, "trigger.body"),
      );
      await ctx.start("new-order-run", { data: state, maxAttempts: 5 });
      return state;
    }),
);

/** Takes up the run that was queued. */
const resumeTask = fn(
  "resume",
  (ctx: Context<unknown>) => attempt(ctx, "resume", () => asState(ctx.data)),
);

/** Ends the run where there is nothing to do. */
const step1Task = fn(
  "step_1",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_1", (state) => {
      const trigger = {
        body: triggerBody(state, decodeOrderCreated),
      };
      return trigger.body.test === true ? skip("a test order") : state;
    }),
);

/** GET /orders/{trigger.body.id}.json of shopify. */
const orderTask = http(
  "order",
  { connection: "shopify" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "order", async (state) => {
      const trigger = {
        body: triggerBody(state, decodeOrderCreated),
      };
      const answer = await request(
        ctx,
        {
          step: "order",
          system: "shopify",
          method: "GET",
          route: "/orders/{trigger.body.id}.json",
          path: `/orders/${segment(trigger.body.id)}.json`,
          timeout: 10000,
        },
        decodeOrderAnswer,
      );
      return keep(state, "order", {
        ...answer,
        body: encodeOrderAnswer(answer.body),
      });
    }),
);

/** Ends the run where there is nothing to do. */
const step3Task = fn(
  "step_3",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_3", (state) => {
      const steps = {
        order: result(state, "order", asAnswer(decodeOrderAnswer)),
      };
      return steps.order.body.order.cancelled_at != null
        ? skip("the order was cancelled")
        : state;
    }),
);

/** POST /v3/company/{variables.realm_id}/salesreceipt of quickbooks. */
const receiptTask = http(
  "receipt",
  { connection: "quickbooks" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "receipt", async (state) => {
      const steps = {
        order: result(state, "order", asAnswer(decodeOrderAnswer)),
      };
      const variables = readVariables(ctx.activation);
      const answer = await request(
        ctx,
        {
          step: "receipt",
          system: "quickbooks",
          method: "POST",
          route: "/v3/company/{variables.realm_id}/salesreceipt",
          path: `/v3/company/${segment(variables.realm_id)}/salesreceipt`,
          query: { minorversion: "75" },
          body: encodeSalesReceipt(
            toSalesReceipt(steps.order.body.order, variables),
          ),
          timeout: 20000,
        },
        decodeReceiptSaved,
      );
      return keep(state, "receipt", answer);
    }),
);

/** Writes to the log. */
const step5Task = fn(
  "step_5",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_5", (state) => {
      const trigger = {
        body: triggerBody(state, decodeOrderCreated),
      };
      const steps = {
        receipt: result(state, "receipt", asAnswer(decodeReceiptSaved)),
      };
      ctx.log.info("sales receipt written", {
        order_id: trigger.body.id,
        receipt_id: steps.receipt.body.SalesReceipt.Id,
      });
      return state;
    }),
);

/**
 * What a person must fix: the platform raises an issue, and tries a durable run
 * again.
 */
const failed = fn("failed", (ctx: Context<ExecutionError>) => {
  ctx.log.error("The workflow failed", {
    workflow: "new-order",
    problem: ctx.data.message,
  });
  throw ctx.data;
});

/**
 * Called from outside: Writes the sales receipt of an order that Shopify
 * announces.
 */
export const newOrder = webhook("new-order", {
  method: "post",
  connection: "shopify-incoming",
  response: {
    mode: "sync",
    onSuccess: (ctx) => accepted(ctx.data),
    onError: failure,
  },
})
  .then(beginTask)
  .catch(failed);

/** The queued run of new-order: tried up to 5 times. */
export const newOrderRun = workflow("new-order-run", {
  ttl: 300,
  limit: 1,
  maxAttempts: 5,
})
  .then(resumeTask)
  .then(step1Task)
  .then(orderTask)
  .then(step3Task)
  .then(receiptTask)
  .then(step5Task)
  .catch(failed);
