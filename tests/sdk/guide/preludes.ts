// What blocks of the public guide lean on; see ../guide.rs.

//# sdk-guide.md: Child loggers 1
import type { Context } from "@versori/run";
declare const ctx: Context<unknown>;
declare const orderId: string;
declare const items: string[];

//# sdk-guide.md: Example 1
declare module "@versori/run" {
  interface WebhookData {
    valid: boolean;
    message: string;
    name: string;
  }
}

//# sdk-guide.md: Rescheduling Workflows 1
import type { DurableWorkflow, Logger } from "@versori/run";
type Progress = { current: number; total: number };
declare function processItem(log: Logger, item: Progress): void;
// The block reads values without saying their type, takes the workflow as present and,
// in its catch, fields that the guide's own description of a catch does not have.
declare module "@versori/run" {
  interface KeyValue {
    get(key: string): Promise<Progress>;
  }
  interface WorkflowClient {
    rescheduleWorkflow(
      workflow: DurableWorkflow | undefined,
      delay: string,
    ): Promise<void>;
    completeWorkflow(
      workflow: DurableWorkflow | undefined,
      status: "completed" | "failed",
      result: unknown,
    ): Promise<void>;
  }
  interface Context<Data> {
    error: Error;
  }
  interface ExecutionError {
    attempt?: number;
  }
}

//# sdk-guide.md: Using KV Storage with Durable Workflows 1
import type { KeyValue } from "@versori/run";
declare function openKv(): KeyValue;
declare const executionId: string;
declare const items: string[];

//# sdk-guide.md: Context Object (`ctx`) 1
import type {
  Activation,
  AsyncWorkflow,
  Context as Ours,
  CredentialsProvider,
  DurableWorkflow as Workflow,
  Issue,
  KeyValue,
  Logger,
  WebhookRequest,
  WorkflowClient as WorkflowInterface,
} from "@versori/run";
declare namespace express {
  type Request = WebhookRequest;
}
export const isDescribed = <D>(ctx: Ours<D>): Context<D> => ctx;

//# sdk-guide.md: Activation 1
import type { Activation as Ours, User } from "@versori/run";
export const isDescribed = (activation: Ours): Activation => activation;
export const isComplete = (activation: Activation): Ours => activation;

//# sdk-guide.md: Methods 1
import type { Context } from "@versori/run";
declare const ctx: Context<unknown>;

//# sdk-guide.md: Methods 2
import type { Context } from "@versori/run";
declare const ctx: Context<unknown>;

//# sdk-guide.md: User Type 1
import type { User as Ours } from "@versori/run";
export const isDescribed = (user: Ours): User => user;
export const isComplete = (user: User): Ours => user;

//# sdk-guide.md: Key-Value Storage 1
import type { Context } from "@versori/run";
declare const ctx: Context<unknown>;
declare const id: string;
declare const userData: { name: string };

//# sdk-guide.md: Error Handling with Issue Reporting 1
declare module "@versori/run" {
  interface WebhookData {
    valid: boolean;
  }
}

//# sdk-guide.md: HTTP Retry with Timeout and Abort 1
import { http } from "@versori/run";

//# sdk-guide.md: HttpContext (for `http` Tasks) 1
import { http } from "@versori/run";

//# skip sdk-guide.md: Webhook Options Reference 1 -- a table of alternatives, not a program

//# signatures sdk-guide.md: Type Signatures 1
import * as ours from "@versori/run";
type Task<In, Out> = ours.Task<In, Out>;
type HttpOptions<PageParams> = ours.HttpOptions & { pages?: PageParams };
type HttpContextFunc<In, Out, PageParams> = ours.HttpContextFunc<
  In,
  Out,
  PageParams
>;
type Context<Data> = ours.Context<Data>;
type Activation = ours.Activation;
// The guide has a schedule give a Workflow, and elsewhere a trigger.
type Workflow<Data> = ours.Trigger<Data>;
type Trigger<Data> = ours.Trigger<Data>;
type ScheduleData = ours.ScheduleData;
type WebhookData = ours.WebhookData;
type WebhookOptions = ours.WebhookOptions;
type DurableWorkflowData = ours.DurableWorkflowData;
type DurableWorkflowOptions = ours.DurableWorkflowOptions;
type GetOptions<T> = ours.GetOptions<T>;
type ListKVRequest = object;
type ListKVResponse = unknown;
type CountKVResponse = unknown;
export const described: {
  fn: typeof Guide.fn;
  http: typeof Guide.http;
  schedule: typeof Guide.schedule;
  webhook: typeof Guide.webhook;
  workflow: typeof Guide.workflow;
} = ours;
export const isDescribed = (kv: ours.KeyValue): Guide.KeyValue => kv;
export const isComplete = (kv: Guide.KeyValue): ours.KeyValue => kv;

//# context.mdx: Example 1
import type { WebhookRequest } from "@versori/run";
// The page reads a field that the guide does not list, and takes the request as present.
declare module "@versori/run" {
  interface Activation {
    dynamicVariables: unknown;
  }
  interface Context<Data> {
    request(): WebhookRequest;
  }
}

//# durable-workflows.mdx: Usage 2
import { fn, webhook, workflow } from "@versori/run";
declare const durableWorkflow: ReturnType<typeof make>;
declare const trigger: ReturnType<typeof make>;
const make = () => webhook("w").then(fn("f", () => workflow.name));

//# introduction.mdx: Webhooks 1
// The page writes `ctx.body`; the guide and every other page `ctx.data`.
declare module "@versori/run" {
  interface Context<Data> {
    body: { question?: string };
  }
}

//# introduction.mdx: Running workflows 1
const workflow1 = webhook("w").then(fn("f", () => 1));
const workflow2 = schedule("s", "0 10 * * *").then(fn("f", () => 1));

//# workflows.mdx: Tasks 1
// The page writes `ctx.body`; the guide and every other page `ctx.data`.
declare module "@versori/run" {
  interface Context<Data> {
    body: string;
  }
}

//# background.mdx: Usage 1
import { fn, schedule } from "@versori/run";

//# inputs-outputs.mdx:  1
type Item = { sku: string; price: number };
declare module "@versori/run" {
  interface WebhookData {
    items: Item[];
  }
}

//# task-types.mdx: Array tasks 1
import { fn, schedule } from "@versori/run";

//# task-types.mdx: Array tasks 2
import { fn, schedule } from "@versori/run";

//# task-types.mdx: Anonymous tasks 1
import { webhook } from "@versori/run";
// The page writes `ctx.body`; the guide and every other page `ctx.data`.
declare module "@versori/run" {
  interface Context<Data> {
    body: string;
  }
}
