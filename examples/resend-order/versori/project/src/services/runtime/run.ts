// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";

/** What the caller of a webhook gets. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A run that came to its end before its last step, and why. */
export interface Ended {
  readonly ended: {
    readonly outcome: "skipped" | "stopped" | "failed" | "responded";
    readonly reason?: string;
    readonly reply?: Reply;
  };
}

/** What a step needs of the context of its task. */
export interface StepContext<Data> {
  readonly data: Data;
  readonly log: {
    info(message: string, fields?: Record<string, string>): void;
    error(message: string, fields?: Record<string, string>): void;
  };
}

/** Whether what a task was handed is a run that ended. */
export function hasEnded(data: unknown): data is Ended {
  return typeof data === "object" && data !== null &&
    Object.hasOwn(data, "ended");
}

/** Ends the run in error. */
export function fail(reason: string): Ended {
  return { ended: { outcome: "failed", reason } };
}

/** Ends the run and answers the caller. */
export function respond(
  status: number,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Ended {
  return { ended: { outcome: "responded", reply: { status, headers, body } } };
}

/**
 * Runs a task's work. Wrong data ends the run as failed and is logged by its place,
 * not by its value; every other error goes on to `.catch()`, which tells a person.
 */
export async function attempt<Next extends object>(
  ctx: StepContext<unknown>,
  step: string,
  work: () => Next | Promise<Next>,
): Promise<Next | Ended> {
  try {
    const next = await work();
    if (hasEnded(next)) {
      const { outcome, reason = "" } = next.ended;
      const fields = { step, outcome, reason };
      if (outcome === "failed") ctx.log.error("The run failed", fields);
      else ctx.log.info("The run ended", fields);
    }
    return next;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { code, message } = error;
    ctx.log.error("The data was refused", { step, code, problem: message });
    return fail(message);
  }
}

/** Runs a step on the state that the steps before left, unless the run has ended. */
export async function step<State extends object, Next extends object>(
  ctx: StepContext<State | Ended>,
  step: string,
  work: (state: State) => Next | Promise<Next>,
): Promise<Next | Ended> {
  const state = ctx.data;
  return hasEnded(state) ? state : await attempt(ctx, step, () => work(state));
}

/** The answer to the caller of a webhook: what `respond` said, or the outcome. */
export function reply(data: unknown): Response {
  const { outcome, reply } = hasEnded(data)
    ? data.ended
    : { outcome: "completed", reply: undefined };
  if (reply === undefined) {
    const status = outcome === "failed" ? 422 : 200;
    return Response.json({ outcome }, { status });
  }
  const { status, headers, body } = reply;
  return body === undefined
    ? new Response(null, { status, headers })
    : Response.json(body, { status, headers });
}

/** The answer to the caller of a run that broke; the logs say why. */
export function failure(): Response {
  return Response.json({ outcome: "failed" }, { status: 500 });
}
