// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { decode } from "../services/runtime/decode.ts";
import { request, segment } from "../services/runtime/request.ts";
import {
  attempt,
  type Ended,
  failure,
  reply,
  respond,
  step,
} from "../services/runtime/run.ts";
import {
  asAnswer,
  beginCall,
  keep,
  result,
  type State,
  triggerBody,
} from "../services/runtime/state.ts";
import { toShipment } from "../services/to-shipment.ts";
import { decodeAccepted } from "../types/accepted.ts";
import { decodeErpOrder, encodeErpOrder } from "../types/erp-order.ts";
import { decodeResend } from "../types/resend.ts";
import { encodeShipment } from "../types/shipment.ts";
import {
  type Context,
  type ExecutionError,
  fn,
  http,
  type HttpContext,
  webhook,
} from "@versori/run";

/** Checks what the caller sent. */
const beginTask = fn(
  "begin",
  (ctx: Context<unknown>) =>
    attempt(
      ctx,
      "begin",
      () => beginCall(ctx, decode(decodeResend, ctx.data, "trigger.body")),
    ),
);

/** GET /orders/{trigger.body.order_id} of erp. */
const orderTask = http(
  "order",
  { connection: "erp" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "order", async (state) => {
      const trigger = {
        body: triggerBody(state, decodeResend),
      };
      const answer = await request(
        ctx,
        {
          step: "order",
          system: "erp",
          method: "GET",
          route: "/orders/{trigger.body.order_id}",
          path: `/orders/${segment(trigger.body.order_id)}`,
          timeout: 10000,
        },
        decodeErpOrder,
      );
      return keep(state, "order", {
        ...answer,
        body: encodeErpOrder(answer.body),
      });
    }),
);

/** Answers the caller with 409. */
const step2Task = fn(
  "step_2",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_2", (state) => {
      const steps = {
        order: result(state, "order", asAnswer(decodeErpOrder)),
      };
      return steps.order.body.lines.length === 0
        ? respond(409, {}, {
          error: "no_lines",
          message: "The order has no lines.",
        })
        : state;
    }),
);

/** PUT /shipments/{steps.order.body.number} of warehouse. */
const shipmentTask = http(
  "shipment",
  { connection: "warehouse" },
  (ctx: HttpContext<State | Ended>) =>
    step(ctx, "shipment", async (state) => {
      const trigger = {
        body: triggerBody(state, decodeResend),
      };
      const steps = {
        order: result(state, "order", asAnswer(decodeErpOrder)),
      };
      const answer = await request(
        ctx,
        {
          step: "shipment",
          system: "warehouse",
          method: "PUT",
          route: "/shipments/{steps.order.body.number}",
          path: `/shipments/${segment(steps.order.body.number)}`,
          body: encodeShipment(
            toShipment({
              order: steps.order.body,
              express: trigger.body.priority === "express",
            }),
          ),
          timeout: 10000,
        },
        decodeAccepted,
      );
      return keep(state, "shipment", answer);
    }),
);

/** Answers the caller with 201. */
const step4Task = fn(
  "step_4",
  (ctx: Context<State | Ended>) =>
    step(ctx, "step_4", (state) => {
      const steps = {
        shipment: result(state, "shipment", asAnswer(decodeAccepted)),
        order: result(state, "order", asAnswer(decodeErpOrder)),
      };
      return respond(201, {}, {
        shipment: steps.shipment.body.id,
        lines: steps.order.body.lines.length,
      });
    }),
);

/**
 * What a person must fix: the platform raises an issue, and tries a durable run
 * again.
 */
const failed = fn("failed", (ctx: Context<ExecutionError>) => {
  ctx.log.error("The workflow failed", {
    workflow: "resend-order",
    problem: ctx.data.message,
  });
  throw ctx.data;
});

/** Called by hand: Reads the order and hands it to the warehouse. */
export const resendOrder = webhook("resend-order", {
  method: "post",
  connection: "operations-incoming",
  response: {
    mode: "sync",
    onSuccess: (ctx) => reply(ctx.data),
    onError: failure,
  },
})
  .then(beginTask)
  .then(orderTask)
  .then(step2Task)
  .then(shipmentTask)
  .then(step4Task)
  .catch(failed);
