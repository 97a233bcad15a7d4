/** One execution of a workflow on the platform of `testing.ts`: its context. */

import { asyncWorkflow, type DurableRun } from "./durable-runs.ts";
import type { Host } from "./engine.ts";
import type { Call } from "./nodes.ts";
import type { TestPlatform } from "./testing.ts";
import type {
  Context,
  CredentialsProvider,
  ExecutionError,
  HttpContext,
  Logger,
  WebhookRequest,
} from "./versori-run.ts";

/** What an execution was started by. */
export interface Cause {
  readonly request?: WebhookRequest;
  readonly run?: DurableRun;
}

/** Makes the contexts of an execution's tasks. */
export class Execution implements Host {
  constructor(
    private readonly platform: TestPlatform,
    private readonly workflow: string,
    private readonly id: string,
    private readonly cause: Cause = {},
  ) {}

  caught(error: ExecutionError): void {
    this.platform.createIssue({
      severity: "high",
      title: `${this.workflow} failed`,
      message: error.message,
      annotations: { workflow: this.workflow },
    });
  }

  background(task: Promise<unknown>): void {
    this.platform.waitFor(task);
  }

  context(call: Call, data: unknown): HttpContext<unknown> {
    const { connection } = call;
    const { platform } = this;
    return {
      ...this.plain(data),
      fetch: (input, init) =>
        connection === undefined
          ? Promise.reject(new TypeError("only an http task has fetch()"))
          : platform.send(connection, input, init),
      baseUrl: Promise.resolve(`https://${connection}.test`),
      connectionVariables: {},
      pageParams: undefined,
      nextPage: () => {
        throw new Error("paging is not part of this platform");
      },
    };
  }

  /** The context outside an `http` task. */
  plain<Data>(data: Data): Context<Data> {
    const { platform, cause, id } = this;
    return {
      data,
      log: this.logger({}),
      executionId: id,
      startTime: new Date(),
      activation: platform.activation,
      ...(cause.run === undefined ? {} : { workflow: cause.run.state }),
      openKv: (scope = ":project:") => platform.store(scope, id),
      credentials: () => NO_CREDENTIALS,
      createIssue: (issue, options) =>
        Promise.resolve(platform.createIssue(issue, options)),
      start: (group, options) =>
        Promise.resolve(asyncWorkflow(platform.start(group, options))),
      request: () => cause.request,
      workflowClient: () => platform.durable,
      destroy: (scope) => {
        platform.dropStore(scope, id);
        return Promise.resolve();
      },
    };
  }

  private logger(bound: Readonly<Record<string, unknown>>): Logger {
    const { platform, workflow } = this;
    const write =
      (level: "debug" | "info" | "warn" | "error"): Logger["info"] =>
      (message, fields = {}) => {
        platform.logs.push({
          workflow,
          level,
          message,
          fields: { ...bound, ...fields },
        });
      };
    return {
      debug: write("debug"),
      info: write("info"),
      warn: write("warn"),
      error: write("error"),
      child: (fields) => this.logger({ ...bound, ...fields }),
    };
  }
}

const refuse = (): Promise<never> =>
  Promise.reject(new Error("a test has no credentials"));

const NO_CREDENTIALS: CredentialsProvider = {
  getRaw: refuse,
  getAccessToken: refuse,
  getOAuth1Metadata: refuse,
};
