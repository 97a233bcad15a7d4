/**
 * Declarations of `@versori/run`, written from its public documentation, with just
 * enough of a body that workflows can be built and then run by `testing.ts`. For
 * checking and testing only: the platform has the real package.
 *
 * The data of a trigger has no declared fields: decode it.
 */

import { callNode, TaskOfNodes, TriggerOfStart } from "./nodes.ts";

export * as durable from "./durable.ts";
export { MemoryInterpreter } from "./memory.ts";

/** The body of a call to a webhook, parsed. */
// deno-lint-ignore no-empty-interface -- open, so that a project can declare fields
export interface WebhookData {}

/** What a schedule hands to its first task. */
// deno-lint-ignore no-empty-interface -- open, so that a project can declare fields
export interface ScheduleData {}

/** The `data` that a durable workflow was started with. */
// deno-lint-ignore no-empty-interface -- open, so that a project can declare fields
export interface DurableWorkflowData {}

/** What `ctx.data` is inside a `catch`. */
export class ExecutionError extends Error {
  override readonly name = "ExecutionError";

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
  }
}

/** A key was asked for with `throwOnNotFound` and is not there. */
export class KVNotFoundError extends Error {
  override readonly name = "KVNotFoundError";
}

/** A structured logger. Messages are static; values go into the fields. */
export interface Logger {
  debug(message: string, fields?: object): void;
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
  /** A logger that adds these fields to each line. */
  child(fields: Readonly<Record<string, string>>): Logger;
}

/** An external user of the platform. */
export interface User {
  readonly id: string;
  readonly externalId: string;
  readonly displayName: string;
  readonly organisationId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Which credentials and variables apply to an execution. */
export interface Activation {
  readonly id: string;
  readonly user: User;
  /** The variable's value; undefined where there is none. */
  getVariable(name: string): unknown;
  setVariable(name: string, value: unknown): Promise<void>;
}

/** Who sees a key: `:project:` is this activation, `:workspace:` the whole project. */
export type KVScope =
  | ":execution:"
  | ":project:"
  | ":workspace:"
  | ":organization:"
  | ":user:";

/** What `get` does about a missing key. */
export interface GetOptions<T> {
  defaultValue?: T;
  throwOnNotFound?: boolean;
}

/** Values that outlive an execution, kept as JSON. */
export interface KeyValue {
  get<T>(
    key: string | string[],
    options?: GetOptions<T>,
  ): Promise<T | undefined>;
  set<T>(key: string | string[], value: T): Promise<void>;
  delete(key: string | string[]): Promise<void>;
  /** The documentation does not say what comes back. */
  list(prefix: string[], options?: object): Promise<unknown>;
  /** The documentation does not say what comes back. */
  count(prefix: string[]): Promise<unknown>;
}

/** An OAuth 2.0, basic or bearer token. */
export interface AccessToken {
  readonly accessToken: string;
  readonly tokenType: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expiry?: number;
}

/** Credentials of connections, for what an `http` task cannot do. */
export interface CredentialsProvider {
  getRaw(name: string, activationId?: string): Promise<Uint8Array>;
  getAccessToken(
    name: string,
    forceRefresh?: boolean,
    activationId?: string,
  ): Promise<AccessToken>;
  getOAuth1Metadata(name: string, activationId?: string): Promise<unknown>;
}

/** Something that a person must look at. */
export interface IssueOptions {
  severity: "low" | "medium" | "high" | "critical";
  title: string;
  message: string;
  annotations: Record<string, string>;
}

/** An issue that was created. */
export interface Issue extends Readonly<IssueOptions> {
  readonly id: string;
}

/** How a durable workflow is started. */
export interface StartOptions {
  /** JSON; or `dataRaw`, base64. */
  data?: unknown;
  dataRaw?: string;
  maxAttempts?: number;
}

/** A durable workflow that this execution started. */
export interface AsyncWorkflow {
  readonly id: string;
  readonly isCompleted: boolean;
  readonly isWaiting: boolean;
  wait(maxWait?: number): Promise<void>;
  getData(): Promise<unknown>;
  /** Base64. */
  getDataRaw(): Promise<string>;
}

/** One run of a durable workflow, as the platform keeps it. */
export interface DurableWorkflow {
  readonly id: string;
  readonly projectId: string;
  readonly environmentId: string;
  readonly group: string;
  /** Base64. */
  readonly payload: string;
  /** Base64. */
  readonly output?: string;
  readonly status: "available" | "locked" | "completed" | "failed";
  readonly attempt: number;
  readonly maxAttempts?: number;
  readonly timeout: string;
  readonly createdAt: string;
  readonly metadata: {
    readonly executionId: string;
    readonly activationId: string;
    readonly userId: string;
    readonly parentWorkflowId?: string;
  };
}

/** Starts and steers durable workflows. */
export interface WorkflowClient {
  startWorkflow(
    group: string,
    options?: StartOptions,
  ): Promise<DurableWorkflow>;
  getWorkflow(workflow: DurableWorkflow): Promise<DurableWorkflow>;
  getWorkflowById(id: string): Promise<DurableWorkflow>;
  waitForCompletion(workflow: DurableWorkflow): Promise<DurableWorkflow>;
  /** `delay` as `5s` or `1m`. */
  rescheduleWorkflow(workflow: DurableWorkflow, delay: string): Promise<void>;
  completeWorkflow(
    workflow: DurableWorkflow,
    status: "completed" | "failed",
    result: unknown,
  ): Promise<void>;
}

/** What is documented of the Express request behind a webhook. */
export interface WebhookRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** A header by its name, in any case. */
  get(name: string): string | undefined;
}

/** What each task is called with. */
export interface Context<Data> {
  /** What the step before gave. */
  readonly data: Data;
  readonly log: Logger;
  readonly executionId: string;
  readonly startTime: Date;
  readonly activation: Activation;
  /** In durable workflows only. */
  readonly workflow?: DurableWorkflow;
  openKv(scope?: KVScope): KeyValue;
  credentials(): CredentialsProvider;
  createIssue(
    issue: IssueOptions,
    options?: { deduplicate?: boolean },
  ): Promise<Issue | null>;
  start(workflowId: string, options?: StartOptions): Promise<AsyncWorkflow>;
  /** In webhooks only. */
  request(): WebhookRequest | undefined;
  workflowClient(): WorkflowClient;
  destroy(scope: KVScope): Promise<void>;
}

/** What an `http` task is called with. */
export interface HttpContext<Data, PageParams = unknown> extends Context<Data> {
  /** Takes a path; the platform adds base URL and authentication. */
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: Promise<string>;
  readonly connectionVariables: Readonly<Record<string, unknown>>;
  readonly pageParams: PageParams | undefined;
  nextPage(params: PageParams): void;
}

/** `idx` counts the elements of an array task. */
export type ContextFunc<In, Out> = (
  ctx: Context<In>,
  idx?: number,
) => Out | Promise<Out>;

/** As `ContextFunc`, for `http`. */
export type HttpContextFunc<In, Out, PageParams = unknown> = (
  ctx: HttpContext<In, PageParams>,
  idx?: number,
) => Out | Promise<Out>;

/** What an `http` task calls. */
export interface HttpOptions {
  /** The name of a system as linked to the project. */
  connection: string;
}

/** A step of a workflow. Its result must be JSON. */
export interface Task<In, Out> {
  /** Never there; it keeps tasks of other types apart. */
  readonly types?: (input: In) => Out;
  then<Next>(step: Task<Out, Next> | ContextFunc<Out, Next>): Task<In, Next>;
  catch<Next>(
    step: Task<ExecutionError, Next> | ContextFunc<ExecutionError, Next>,
  ): Task<In, Out | Next>;
  /** Starts the task and goes on at once. */
  background(): Task<In, undefined>;
  /** Lets the next task run for each element. */
  unpack<Item>(this: Task<In, readonly Item[]>): ArrayTask<In, Item>;
}

/** A task that gave an array, to go on with each of its elements. */
export interface ArrayTask<In, Item> extends Task<In, readonly Item[]> {
  serial<Next>(
    step: Task<Item, Next> | ContextFunc<Item, Next>,
  ): Task<In, Next[]>;
  parallel<Next>(
    step: Task<Item, Next> | ContextFunc<Item, Next>,
  ): Task<In, Next[]>;
}

/** What starts a workflow. */
export interface Trigger<Data> {
  readonly id: string;
  then<Out>(step: Task<Data, Out> | ContextFunc<Data, Out>): Workflow<Out>;
}

/** A trigger with the steps that follow, whose last one gives `Out`. */
export interface Workflow<Out> {
  readonly id: string;
  /** Never there; it keeps workflows of other types apart. */
  readonly types?: () => Out;
  then<Next>(step: Task<Out, Next> | ContextFunc<Out, Next>): Workflow<Next>;
  catch<Next>(
    step: Task<ExecutionError, Next> | ContextFunc<ExecutionError, Next>,
  ): Workflow<Out | Next>;
}

/** `'all'`: every activation; nothing: the static user. */
export type ActivationPredicate = "all" | ((a?: Activation) => boolean);

/** How a webhook is called and what it answers. */
export interface WebhookOptions {
  method?:
    | "all"
    | "delete"
    | "get"
    | "head"
    | "options"
    | "patch"
    | "post"
    | "put";
  cors?: true | {
    origin?: string;
    methods?: string[];
    allowedHeaders?: string[];
    exposedHeaders?: string[];
    credentials?: boolean;
  };
  response?: {
    mode?: "sync" | "async";
    onSuccess?(ctx: Context<unknown>): Response | Promise<Response>;
    onError?(ctx: Context<ExecutionError>): Response | Promise<Response>;
  };
  /** The system whose scheme checks the caller. */
  connection?: string;
  request?: { rawBody?: boolean };
}

/** `ttl` in seconds an attempt, `limit` in runs at once. */
export interface DurableWorkflowOptions {
  ttl?: number;
  limit?: number;
  maxAttempts?: number;
}

/** Runs for the static user, or for each activation that the predicate takes; UTC. */
export function schedule(
  id: string,
  cron: string,
  activationPredicate?: ActivationPredicate,
): Trigger<ScheduleData> {
  return new TriggerOfStart(id, {
    kind: "schedule",
    cron,
    activationPredicate,
  });
}

/** Runs when its endpoint, the project's URL followed by the id, is called. */
export function webhook(
  id: string,
  options: WebhookOptions = {},
): Trigger<WebhookData> {
  return new TriggerOfStart(id, { kind: "webhook", options });
}

/** Runs when another workflow starts it. */
export function workflow(
  id: string,
  options: DurableWorkflowOptions = {},
): Trigger<DurableWorkflowData> {
  return new TriggerOfStart(id, { kind: "durable", options });
}

/** A task that runs a function. */
export function fn<In, Out>(
  id: string,
  callback: ContextFunc<In, Out>,
): Task<In, Out> {
  return new TaskOfNodes(callNode(callback, { id }));
}

/** A task that can send requests to a system. */
export function http<In, Out, PageParams = unknown>(
  id: string,
  opts: HttpOptions,
  callback: HttpContextFunc<In, Out, PageParams>,
): Task<In, Out> {
  return new TaskOfNodes(
    callNode(callback, { id, connection: opts.connection }),
  );
}
