/**
 * A platform in memory, on which workflows can be run in tests: webhooks are called,
 * schedules fired and durable workflows worked off. It reaches no network: requests are
 * answered by the test. What the documentation leaves open is noted where it is chosen.
 */

import { type DurableRun, DurableRuns } from "./durable-runs.ts";
import { runSteps } from "./engine.ts";
import { type Cause, Execution } from "./execution.ts";
import { MemoryKeyValue } from "./memory-kv.ts";
import { WorkflowOfSteps } from "./nodes.ts";
import {
  type Activation,
  ExecutionError,
  type Issue,
  type IssueOptions,
  type KVScope,
  type StartOptions,
  type User,
  type WebhookRequest,
  type Workflow,
} from "./versori-run.ts";

/** What a test gives. */
export interface Setting {
  readonly workflows: readonly Workflow<unknown>[];
  /**
   * Answers a request of a task to a system; its URL is `https://SYSTEM.test/…`.
   * Without it a request fails as if the system could not be reached.
   */
  readonly fetch?: (
    request: Request,
    system: string,
  ) => Response | Promise<Response>;
  /** Activation variables. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly user?: Partial<User>;
}

/** A line that was logged. */
export interface LogLine {
  readonly workflow: string;
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One attempt to run a workflow. */
export interface RunRecord {
  readonly workflow: string;
  readonly attempt: number;
  /** What the last step gave. */
  readonly result?: unknown;
  /** What no `catch` took. */
  readonly error?: ExecutionError;
}

/** A call to a webhook. */
export interface WebhookCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly text?: string;
}

/** The platform. What happened can be read from its lists. */
export class TestPlatform {
  readonly logs: LogLine[] = [];
  readonly issues: Issue[] = [];
  readonly requests: { readonly system: string; readonly request: Request }[] =
    [];
  readonly runs: RunRecord[] = [];
  readonly activation: Activation;
  /** Activation variables, as they are now. */
  readonly variables: Map<string, unknown>;
  readonly durable: DurableRuns;

  private readonly workflows = new Map<string, WorkflowOfSteps<unknown>>();
  private readonly stores = new Map<string, MemoryKeyValue>();
  private readonly background: Promise<unknown>[] = [];
  private executions = 0;

  constructor(private readonly setting: Setting) {
    this.variables = new Map(Object.entries(setting.variables ?? {}));
    this.activation = {
      id: "activation",
      user: {
        id: "user",
        externalId: "static",
        displayName: "Static user",
        organisationId: "organisation",
        createdAt: "2024-01-01T00:00:00Z",
        updatedAt: "2024-01-01T00:00:00Z",
        ...setting.user,
      },
      getVariable: (name) => this.variables.get(name),
      setVariable: (name, value) => {
        this.variables.set(name, value);
        return Promise.resolve();
      },
    };
    this.durable = new DurableRuns({
      executionId: "execution",
      activationId: this.activation.id,
      userId: this.activation.user.id,
    });
    for (const workflow of setting.workflows) {
      if (!(workflow instanceof WorkflowOfSteps)) {
        throw new TypeError("a workflow comes from a trigger's then()");
      }
      if (this.workflows.has(workflow.id)) {
        throw new Error(`two workflows are called "${workflow.id}"`);
      }
      this.workflows.set(workflow.id, workflow);
    }
  }

  /** Calls a webhook and gives what its caller gets. */
  async call(id: string, call: WebhookCall = {}): Promise<Response> {
    const { start } = this.workflow(id);
    if (start.kind !== "webhook") throw new Error(`"${id}" is no webhook`);
    const { method: declared = "all", response = {}, request = {} } =
      start.options;
    const method = call.method?.toUpperCase() ??
      (declared === "all" ? "POST" : declared.toUpperCase());
    if (declared !== "all" && declared.toUpperCase() !== method) {
      return new Response(null, { status: 405 }); // chosen here: undocumented
    }
    const text = call.text ??
      (call.body === undefined ? "" : JSON.stringify(call.body));
    let body: unknown = text;
    if (request.rawBody !== true) {
      try {
        body = text === "" ? undefined : JSON.parse(text);
      } catch {
        return new Response(null, { status: 400 }); // chosen here: undocumented
      }
    }
    const data = request.rawBody === true ? undefined : body;
    const cause = { request: webhookRequest(id, method, call, body) };
    const execution = this.execution(id, cause);
    const { result, error } = await this.attempt(execution, id, 1, data);
    if (response.mode === "async") return new Response(null, { status: 202 });
    if (error !== undefined) {
      return await response.onError?.(execution.plain(error)) ??
        Response.json({ message: error.message }, { status: 500 });
    }
    return await response.onSuccess?.(execution.plain(result)) ??
      Response.json(result ?? null);
  }

  /** Fires a schedule. */
  async fire(id: string): Promise<RunRecord> {
    const { start } = this.workflow(id);
    if (start.kind !== "schedule") throw new Error(`"${id}" is no schedule`);
    return await this.attempt(this.execution(id), id, 1, {});
  }

  /** Works off durable workflows, repeated attempts included, and background tasks. */
  async drain(): Promise<void> {
    for (;;) {
      await Promise.allSettled(this.background.splice(0));
      const run = this.durable.next();
      if (run === undefined) return;
      const { group, attempt } = run.state;
      const execution = this.execution(group, { run });
      const record = await this.attempt(execution, group, attempt, run.data);
      this.durable.settle(
        run,
        record.error === undefined ? { result: record.result } : "failed",
      );
    }
  }

  /** Starts a durable workflow, which `drain` runs. */
  start(id: string, options: StartOptions = {}): DurableRun {
    const { start } = this.workflow(id);
    if (start.kind !== "durable") throw new Error(`"${id}" is not durable`);
    const { maxAttempts } = start.options;
    return this.durable.start(id, {
      ...(maxAttempts === undefined ? {} : { maxAttempts }),
      ...options,
    });
  }

  /** Records an issue; by default one of the same severity and title stands for it. */
  createIssue(
    issue: IssueOptions,
    options: { deduplicate?: boolean } = {},
  ): Issue | null {
    const same = this.issues.some((other) =>
      other.severity === issue.severity && other.title === issue.title
    );
    if (same && options.deduplicate !== false) return null;
    const created = { id: `issue-${this.issues.length + 1}`, ...issue };
    this.issues.push(created);
    return created;
  }

  /** Sends a task's request to the test. */
  async send(
    system: string,
    input: string | URL | Request,
    init: RequestInit = {},
  ): Promise<Response> {
    if (typeof input !== "string" || !input.startsWith("/")) {
      throw new TypeError("fetch() takes a path that begins with /");
    }
    const request = new Request(`https://${system}.test${input}`, init);
    this.requests.push({ system, request: request.clone() });
    const { fetch } = this.setting;
    if (fetch === undefined) {
      throw new TypeError("the system cannot be reached");
    }
    const { signal } = request;
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason))
    );
    signal.throwIfAborted();
    return await Promise.race([fetch(request, system), aborted]);
  }

  /** The store of a scope. There is one activation, one user and one project. */
  store(scope: KVScope, execution: string): MemoryKeyValue {
    const name = scope === ":execution:" ? `${scope}${execution}` : scope;
    const store = this.stores.get(name) ?? new MemoryKeyValue();
    this.stores.set(name, store);
    return store;
  }

  dropStore(scope: KVScope, execution: string): void {
    this.stores.delete(
      scope === ":execution:" ? `${scope}${execution}` : scope,
    );
  }

  /** Lets `drain` wait for a task. */
  waitFor(task: Promise<unknown>): void {
    this.background.push(task);
    task.catch(() => {}); // `drain` waits for it, whatever becomes of it
  }

  private workflow(id: string): WorkflowOfSteps<unknown> {
    const workflow = this.workflows.get(id);
    if (workflow === undefined) throw new Error(`no workflow "${id}"`);
    return workflow;
  }

  private execution(workflow: string, cause: Cause = {}): Execution {
    this.executions += 1;
    return new Execution(
      this,
      workflow,
      `execution-${this.executions}`,
      cause,
    );
  }

  private async attempt(
    execution: Execution,
    workflow: string,
    attempt: number,
    data: unknown,
  ): Promise<RunRecord> {
    const { steps } = this.workflow(workflow);
    let record: RunRecord;
    try {
      const result = await runSteps(execution, steps, data);
      record = { workflow, attempt, result };
    } catch (error) {
      if (!(error instanceof ExecutionError)) throw error;
      record = { workflow, attempt, error };
    }
    this.runs.push(record);
    return record;
  }
}

function webhookRequest(
  id: string,
  method: string,
  call: WebhookCall,
  body: unknown,
): WebhookRequest {
  const headers = Object.fromEntries(
    Object.entries(call.headers ?? {})
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method,
    path: `/${id}`,
    headers,
    query: { ...call.query },
    body,
    get: (name) => headers[name.toLowerCase()],
  };
}
