// Made by gusset from integration.toml. Change that, then run `gusset build`.

import {
  asInteger,
  asMap,
  asRecord,
  asString,
  decode,
  type Decoder,
  field,
} from "./decode.ts";
import type { Answer } from "./request.ts";

/** What a run knows. It travels from task to task as JSON. */
export interface State {
  readonly run: Run;
  /** What the caller sent; a schedule sends nothing. */
  readonly trigger?: {
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
  };
  /** The results of the steps so far. */
  readonly steps: Readonly<Record<string, unknown>>;
}

/** The run itself; the same in every attempt of a durable run. */
export interface Run {
  readonly id: string;
  /** RFC 3339, in UTC. */
  readonly started_at: string;
  /** The external id of the user whose activation it is. */
  readonly user: string;
}

/** What the start of a run needs of the context of its task. */
export interface RunContext {
  readonly executionId: string;
  readonly startTime: Date;
  readonly activation: { readonly user: { readonly externalId: string } };
}

/** The state of a run that a schedule started. */
export function begin(ctx: RunContext): State {
  return {
    run: {
      id: ctx.executionId,
      started_at: new Date(ctx.startTime).toISOString(),
      user: ctx.activation.user.externalId,
    },
    steps: {},
  };
}

/** What the start of a called run needs of the context of its task. */
export interface CallContext extends RunContext {
  request(): { readonly headers: object; readonly query: object } | undefined;
}

/** The entries whose values are text; of a list the first. */
function texts(entries: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === "string" ? [[name, first]] : [];
    }),
  );
}

/** The state of a run that a call started, with the body as it was checked. */
export function beginCall(ctx: CallContext, body: unknown): State {
  const { headers = {}, query = {} } = ctx.request() ?? {};
  return {
    ...begin(ctx),
    trigger: { body, headers: texts(headers), query: texts(query) },
  };
}

/** The state with the result of one more step. */
export function keep(state: State, step: string, result: unknown): State {
  return { ...state, steps: { ...state.steps, [step]: result } };
}

/** The body that the caller sent. */
export function triggerBody<T>(state: State, body: Decoder<T>): T {
  return decode(body, state.trigger?.body, "trigger.body");
}

/** The result of a step that has run. */
export function result<T>(state: State, step: string, decoder: Decoder<T>): T {
  const kept = Object.hasOwn(state.steps, step) ? state.steps[step] : undefined;
  return decode(decoder, kept, `steps.${step}`);
}

/** The result of a request. */
export function asAnswer<T>(body: Decoder<T>): Decoder<Answer<T>> {
  return (value) => {
    const answer = asRecord(value);
    return {
      status: field(answer, "status", asInteger),
      headers: field(answer, "headers", asMap(asString)),
      body: field(answer, "body", body),
    };
  };
}
