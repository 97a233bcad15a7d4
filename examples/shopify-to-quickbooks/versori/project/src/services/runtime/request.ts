// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { DataError, located } from "./data-error.ts";
import type { Decimal } from "./decimal.ts";
import type { Decoder } from "./decode.ts";

/** What a request needs of the context of an `http` task. */
export interface RequestContext {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  readonly log: {
    info(message: string, fields?: Record<string, string | number>): void;
    error(message: string, fields?: Record<string, string | number>): void;
  };
}

/** What a query, a form or a header can hold; null and undefined leave it out. */
export type Scalar = string | number | boolean | Decimal | null | undefined;

/** One request. At most one of `body`, `form` and `text` is given. */
export interface Request {
  /** The step, for logs and errors. */
  readonly step: string;
  /** The system, for logs and errors. */
  readonly system: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path as declared, with its holes open: it is logged. */
  readonly route: string;
  /** The path to call, its holes filled by `segment`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  readonly headers?: Readonly<Record<string, Scalar>>;
  /** Sent as JSON; properties that are undefined are left out. */
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  readonly text?: string | undefined;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
}

/** What came back; header names are in lower case. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
}

/** Why a request failed in a way that a person must look at. */
export type RequestFailure =
  | "network"
  | "not-found"
  | "refused-credentials"
  | "server-error"
  | "throttled"
  | "timeout"
  | "unexpected-status";

/** A request failed for a reason outside the data: it ends up in `.catch()`. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly failure: RequestFailure;
  readonly status: number | undefined;

  constructor(
    request: Request,
    failure: RequestFailure,
    problem: string,
    status?: number,
  ) {
    super(
      `${request.system}: ${request.method} ${request.route} ` +
        `(step ${request.step}): ${problem}`,
    );
    this.failure = failure;
    this.status = status;
  }
}

/** The other side refused the data, for example with 400, 409 or 422. */
export class RejectedError extends DataError {
  override readonly name = "RejectedError";
  readonly status: number;

  constructor(status: number) {
    super("rejected", `refused with status ${status}`);
    this.status = status;
  }
}

/**
 * A value as one segment of a path, percent-encoded. Text that would call another
 * path is refused: nothing, `.` and `..` (URLs resolve `%2E%2E` too).
 */
export function segment(value: string | number | boolean | Decimal): string {
  const text = `${value}`;
  if (["", ".", ".."].includes(text) || !text.isWellFormed()) {
    throw new DataError("out-of-range", "cannot be a segment of a path");
  }
  return encodeURIComponent(text);
}

/** `a=1&b=2`, without what is absent; a list repeats its key. */
function encodePairs(
  pairs: Readonly<Record<string, Scalar | readonly Scalar[]>>,
): string {
  const encoded = new URLSearchParams();
  for (const [key, value] of Object.entries(pairs)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && item !== undefined) encoded.append(key, `${item}`);
    }
  }
  return encoded.toString();
}

/** Headers without what is absent. */
function scalarHeaders(
  headers: Readonly<Record<string, Scalar>>,
): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, `${value}`]]
  );
}

/** What `fetch` is given. */
function requestInit(request: Request, signal: AbortSignal): RequestInit {
  const headers = new Headers();
  const init: RequestInit = { method: request.method, headers, signal };
  if (request.body !== undefined) {
    headers.set("content-type", "application/json");
    init.body = JSON.stringify(request.body);
  } else if (request.form !== undefined) {
    headers.set("content-type", "application/x-www-form-urlencoded");
    init.body = encodePairs(request.form);
  } else if (request.text !== undefined) {
    headers.set("content-type", "text/plain;charset=UTF-8");
    init.body = request.text;
  }
  for (const [name, value] of scalarHeaders(request.headers ?? {})) {
    headers.set(name, value);
  }
  return init;
}

/** The error for a status other than 2xx. */
function statusError(
  request: Request,
  status: number,
): RequestError | RejectedError {
  const failure = (problem: RequestError["failure"], text: string) =>
    new RequestError(request, problem, `${text} (status ${status})`, status);
  switch (status) {
    case 401:
    case 403:
    case 407:
      return failure("refused-credentials", "the credentials were refused");
    case 404:
    case 405:
    case 410:
      return failure("not-found", "there is no such endpoint or record");
    case 408:
    case 425:
    case 429:
      return failure("throttled", "asked to come back later");
  }
  if (status >= 500) {
    return failure("server-error", "the other side failed");
  }
  return status >= 400 && status !== 402
    ? new RejectedError(status).within(`steps.${request.step}`)
    : failure("unexpected-status", "unexpected answer");
}

/** The JSON that text holds. */
function readJson(text: string): unknown {
  if (text.trim() === "") throw new DataError("missing", "is empty");
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError("invalid-json", "is not JSON");
  }
}

/** The headers of an answer, without cookies. */
function answerHeaders(response: Response): Record<string, string> {
  return Object.fromEntries(
    [...response.headers].filter(([name]) => name !== "set-cookie"),
  );
}

/**
 * Sends a request once and hands an answer of status 2xx to `read`, within the timeout.
 * Logs no payload, no query and no filled path: they may hold personal data.
 */
async function send<T>(
  ctx: RequestContext,
  request: Request,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { step, system, method, route } = request;
  const query = encodePairs(request.query ?? {});
  const path = query === ""
    ? request.path
    : `${request.path}${request.path.includes("?") ? "&" : "?"}${query}`;
  const controller = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    controller.abort();
    reject(controller.signal.reason);
  }, request.timeout);
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  ctx.log.info("Sending a request", { step, system, method, path: route });
  try {
    const response = await Promise.race([
      ctx.fetch(path, requestInit(request, controller.signal)),
      late, // also where the signal is not heeded
    ]);
    const { status } = response;
    const fields = { step, system, method, path: route, status };
    if (!response.ok) {
      await response.body?.cancel();
      const milliseconds = elapsed();
      ctx.log.error("The request failed", { ...fields, milliseconds });
      throw statusError(request, status);
    }
    const result = await Promise.race([read(response), late]);
    const milliseconds = elapsed();
    ctx.log.info("Got an answer", { ...fields, milliseconds });
    return result;
  } catch (error) {
    if (error instanceof RequestError || error instanceof DataError) {
      throw error;
    }
    const failure = controller.signal.aborted ? "timeout" : "network";
    const milliseconds = elapsed();
    ctx.log.error("No answer to the request", {
      step,
      system,
      method,
      path: route,
      failure,
      milliseconds,
    });
    throw new RequestError(
      request,
      failure,
      failure === "timeout"
        ? `no answer within ${request.timeout} ms`
        : "the other side could not be reached",
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a request once; the JSON of the answer's body is read by `returns`. */
export async function request<T>(
  ctx: RequestContext,
  request: Request,
  returns: Decoder<T>,
): Promise<Answer<T>> {
  const answer = await send(ctx, request, async (response) => ({
    status: response.status,
    headers: answerHeaders(response),
    text: await response.text(),
  }));
  const { status, headers, text } = answer;
  const body = located(
    `steps.${request.step}.body`,
    () => returns(readJson(text)),
  );
  return { status, headers, body };
}
