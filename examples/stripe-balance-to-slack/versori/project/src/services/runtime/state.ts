// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError } from "./data-error.ts";
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

/** The state with the result of one more step. */
export function keep(state: State, step: string, result: unknown): State {
  return { ...state, steps: { ...state.steps, [step]: result } };
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

/** An activation variable is missing or wrong: a person must set it. */
export class VariableError extends Error {
  override readonly name = "VariableError";
}

/** Where activation variables come from. */
export interface VariableSource {
  getVariable(name: string): unknown;
}

/** An activation variable that may be unset. */
export function optionalVariable<T>(
  source: VariableSource,
  name: string,
  decoder: Decoder<T>,
): T | undefined {
  const value = source.getVariable(name);
  if (value === undefined || value === null) return undefined;
  try {
    return decode(decoder, value, `variables.${name}`);
  } catch (error) {
    throw error instanceof DataError ? new VariableError(error.message) : error;
  }
}
