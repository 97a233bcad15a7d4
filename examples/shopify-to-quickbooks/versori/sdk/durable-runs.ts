/** The durable workflows that were started, and those that wait for their turn. */

import { throughJson } from "./engine.ts";
import type {
  AsyncWorkflow,
  DurableWorkflow,
  StartOptions,
  WorkflowClient,
} from "./versori-run.ts";

/** A durable workflow's run: what the platform keeps, which changes, and its input. */
export interface DurableRun {
  state: DurableWorkflow;
  readonly data: unknown;
  result?: unknown;
}

/** All of them, in memory. Times do not pass: what is rescheduled runs next. */
export class DurableRuns implements WorkflowClient {
  private readonly all = new Map<string, DurableRun>();
  private readonly waiting: DurableRun[] = [];

  constructor(private readonly metadata: DurableWorkflow["metadata"]) {}

  /** The run whose turn it is. */
  next(): DurableRun | undefined {
    const run = this.waiting.shift();
    if (run !== undefined) run.state = { ...run.state, status: "locked" };
    return run;
  }

  /** An attempt is over: the run is, too, or it waits for another attempt. */
  settle(run: DurableRun, attempt: { result: unknown } | "failed"): void {
    if (run.state.status !== "locked") return; // it said itself what becomes of it
    const { attempt: number, maxAttempts = 1 } = run.state;
    if (attempt !== "failed") {
      this.finish(run, "completed", attempt.result);
    } else if (number < maxAttempts) {
      run.state = { ...run.state, status: "available", attempt: number + 1 };
      this.waiting.push(run);
    } else {
      run.state = { ...run.state, status: "failed" };
    }
  }

  /** Starts a run; `group` is the workflow's id. */
  start(group: string, options: StartOptions = {}): DurableRun {
    if (options.data !== undefined && options.dataRaw !== undefined) {
      throw new TypeError("`data` and `dataRaw` exclude each other");
    }
    const data = options.dataRaw === undefined
      ? throughJson(options.data)
      : JSON.parse(new TextDecoder().decode(fromBase64(options.dataRaw)));
    const { maxAttempts = 1 } = options; // chosen here: undocumented
    const run: DurableRun = {
      state: {
        id: `durable-${this.all.size + 1}`,
        projectId: "project",
        environmentId: "environment",
        group,
        payload: base64(data),
        status: "available",
        attempt: 1,
        maxAttempts,
        timeout: "",
        createdAt: "2024-01-01T00:00:00Z",
        metadata: this.metadata,
      },
      data,
    };
    this.all.set(run.state.id, run);
    this.waiting.push(run);
    return run;
  }

  startWorkflow(
    group: string,
    options?: StartOptions,
  ): Promise<DurableWorkflow> {
    return Promise.resolve(this.start(group, options).state);
  }

  getWorkflow(workflow: DurableWorkflow): Promise<DurableWorkflow> {
    return this.getWorkflowById(workflow.id);
  }

  getWorkflowById(id: string): Promise<DurableWorkflow> {
    return Promise.resolve(this.find(id).state);
  }

  waitForCompletion(workflow: DurableWorkflow): Promise<DurableWorkflow> {
    return this.getWorkflowById(workflow.id);
  }

  rescheduleWorkflow(workflow: DurableWorkflow, _delay: string): Promise<void> {
    const run = this.find(workflow.id);
    run.state = { ...run.state, status: "available" };
    this.waiting.push(run);
    return Promise.resolve();
  }

  completeWorkflow(
    workflow: DurableWorkflow,
    status: "completed" | "failed",
    result: unknown,
  ): Promise<void> {
    this.finish(this.find(workflow.id), status, throughJson(result));
    return Promise.resolve();
  }

  private finish(
    run: DurableRun,
    status: "completed" | "failed",
    result: unknown,
  ): void {
    run.result = result;
    run.state = { ...run.state, status, output: base64(result) };
  }

  private find(id: string): DurableRun {
    const run = this.all.get(id);
    if (run === undefined) throw new Error(`no durable workflow "${id}"`);
    return run;
  }
}

/** What `ctx.start()` gives. */
export function asyncWorkflow(run: DurableRun): AsyncWorkflow {
  return {
    id: run.state.id,
    get isCompleted() {
      return run.state.status === "completed";
    },
    isWaiting: false,
    wait: () => Promise.resolve(),
    getData: () => Promise.resolve(run.result),
    getDataRaw: () => Promise.resolve(run.state.output ?? ""),
  };
}

function base64(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? "");
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}
