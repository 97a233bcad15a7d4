/** Runs the steps of a workflow, as the platform is documented to. */

import type { Call, Node, Step } from "./nodes.ts";
import { ExecutionError, type HttpContext } from "./versori-run.ts";

/** What the steps of a run need from outside. */
export interface Host {
  /** The context of a task. */
  context(call: Call, data: unknown): HttpContext<unknown>;
  /** A `catch` is about to run. */
  caught(error: ExecutionError): void;
  /** A task that runs in the background. */
  background(task: Promise<unknown>): void;
}

/** The value after it was written as JSON and read again, as between two steps. */
export function throughJson(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The result of the steps, each of which is handed what the one before gave. */
export async function runSteps(
  host: Host,
  steps: readonly Step[],
  data: unknown,
): Promise<unknown> {
  let result: unknown = data;
  let failure: ExecutionError | undefined;
  for (const { after, node } of steps) {
    if ((after === "error") !== (failure !== undefined)) continue;
    if (failure !== undefined) host.caught(failure);
    try {
      const input = failure ?? result;
      failure = undefined;
      result = throughJson(await runNode(host, node, input));
    } catch (error) {
      failure = executionError(error);
    }
  }
  if (failure !== undefined) throw failure;
  return result;
}

async function runNode(
  host: Host,
  node: Node,
  data: unknown,
  index?: number,
): Promise<unknown> {
  switch (node.kind) {
    case "call":
      return await node.callback(host.context(node, data), index);
    case "sequence":
      return await runSteps(host, node.steps, data);
    case "background":
      host.background(runNode(host, node.node, data));
      return undefined;
    case "each": {
      const items = throughJson(await runNode(host, node.source, data));
      if (!Array.isArray(items)) {
        throw new TypeError("unpack() needs a task that gives an array");
      }
      const run = (item: unknown, at: number) =>
        runNode(host, node.item, item, at);
      if (node.parallel) return await Promise.all(items.map(run));
      const results: unknown[] = [];
      for (const [at, item] of items.entries()) {
        results.push(await run(item, at));
      }
      return results;
    }
  }
}

function executionError(error: unknown): ExecutionError {
  if (error instanceof ExecutionError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ExecutionError(message, { cause: error });
}
