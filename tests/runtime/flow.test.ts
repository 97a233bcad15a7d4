import { fn, http, type HttpContext, webhook } from "@versori/run";
import { asDecimalText, asInteger } from "../project/src/runtime/decode.ts";
import { asRecord, field } from "../project/src/runtime/decode.ts";
import { decimal } from "../project/src/runtime/decimal.ts";
import {
  type Request as Sent,
  request,
  RequestError,
  requestOnly,
  segment,
} from "../project/src/runtime/request.ts";
import {
  attempt,
  type Ended,
  fail,
  hasEnded,
  reply,
  respond,
  skip,
  step,
  stop,
} from "../project/src/runtime/run.ts";
import { type Setting, TestPlatform } from "../sdk/testing.ts";
import { outcome, same } from "./expect.ts";

const GET: Sent = {
  step: "find",
  system: "shop",
  method: "GET",
  route: "/orders/{id}",
  path: `/orders/${segment(7)}`,
  timeout: 1000,
};

const asOrder = (value: unknown) => {
  const order = asRecord(value);
  return {
    id: field(order, "id", asInteger),
    total: field(order, "total", asDecimalText).toString(),
  };
};

/** A platform with one workflow of one task. */
function platform(
  task: (ctx: HttpContext<object>) => Promise<object>,
  fetch?: Setting["fetch"],
): TestPlatform {
  const only = webhook("only", {
    response: { onSuccess: (ctx) => reply(ctx.data ?? {}) },
  })
    .then(http("task", { connection: "shop" }, task))
    .catch(fn("report", (ctx) => {
      const { cause } = ctx.data;
      if (!(cause instanceof RequestError)) throw ctx.data;
      return { caught: [cause.failure, cause.status ?? null, cause.message] };
    }));
  return new TestPlatform({ workflows: [only], ...(fetch && { fetch }) });
}

async function run(
  task: (ctx: HttpContext<object>) => Promise<object>,
  fetch?: Setting["fetch"],
) {
  const on = platform(task, fetch);
  const response = await on.call("only", { body: {} });
  return { on, response, result: on.runs[0]?.result };
}

const find = (ctx: HttpContext<object>) =>
  attempt(ctx, "find", () => request(ctx, GET, asOrder));

Deno.test("an answer is read by its decoder", async () => {
  const { on, result } = await run(
    find,
    () =>
      Response.json({ id: 7, total: "19.90" }, {
        status: 201,
        headers: { "X-Page": "1", "set-cookie": "secret=1" },
      }),
  );
  same(result, {
    status: 201,
    headers: { "content-type": "application/json", "x-page": "1" },
    body: { id: 7, total: "19.9" },
  });
  same(on.requests[0]?.request.url, "https://shop.test/orders/7");
  same(on.issues, []);
});

Deno.test("logs hold no payload, no query and no filled path", async () => {
  const { on } = await run(
    (ctx) =>
      attempt(ctx, "find", () =>
        request(
          ctx,
          {
            ...GET,
            method: "POST",
            query: { email: "jane@example.com" },
            body: { jane: 1 },
          },
          asOrder,
        )),
    () => Response.json({ id: 7, total: "secret" }),
  );
  same(on.logs.map((line) => [line.level, line.message]), [
    ["info", "Sending a request"],
    ["info", "Got an answer"],
    ["error", "The data was refused"],
  ]);
  const fields = on.logs.map((line) => ({ ...line.fields, milliseconds: 0 }));
  const about = {
    step: "find",
    system: "shop",
    method: "POST",
    path: "/orders/{id}",
  };
  same(fields, [
    { ...about, milliseconds: 0 },
    { ...about, status: 200, milliseconds: 0 },
    {
      step: "find",
      code: "invalid-decimal",
      problem:
        "steps.find.body.total: expected a decimal such as 12.50, got other text",
      milliseconds: 0,
    },
  ]);
});

Deno.test("queries, headers and bodies are written as they must be", async () => {
  const seen: unknown[] = [];
  const sent: Partial<Sent>[] = [
    {
      query: {
        q: "a b&c=ü",
        page: 2,
        open: true,
        min: decimal("1.50"),
        none: undefined,
        nil: null,
        id: [1, null, 2],
      },
      headers: { "X-Trace": 7, "X-None": undefined },
    },
    { method: "POST", body: { a: undefined, b: [1, null], c: "é" } },
    { method: "POST", form: { a: "x y", b: undefined, c: [1, 2] } },
    { method: "PUT", text: "plain" },
    {
      method: "PATCH",
      path: "/orders?fixed=1",
      query: { more: "2" },
      body: {},
      headers: { "Content-Type": "application/merge-patch+json" },
    },
  ];
  await run(
    async (ctx) => {
      for (const one of sent) await requestOnly(ctx, { ...GET, ...one });
      return {};
    },
    async (call) => {
      const { pathname, search } = new URL(call.url);
      seen.push([
        call.method,
        pathname + search,
        [...call.headers],
        await call.text(),
      ]);
      return new Response(null, { status: 204 });
    },
  );
  same(seen, [
    [
      "GET",
      "/orders/7?q=a+b%26c%3D%C3%BC&page=2&open=true&min=1.5&id=1&id=2",
      [["x-trace", "7"]],
      "",
    ],
    [
      "POST",
      "/orders/7",
      [["content-type", "application/json"]],
      '{"b":[1,null],"c":"é"}',
    ],
    [
      "POST",
      "/orders/7",
      [["content-type", "application/x-www-form-urlencoded"]],
      "a=x+y&c=1&c=2",
    ],
    [
      "PUT",
      "/orders/7",
      [["content-type", "text/plain;charset=UTF-8"]],
      "plain",
    ],
    [
      "PATCH",
      "/orders?fixed=1&more=2",
      [["content-type", "application/merge-patch+json"]],
      "{}",
    ],
  ]);
});

Deno.test("what a person must fix reaches catch, once, with an issue", async () => {
  const failures: [number, string][] = [
    [401, "refused-credentials"],
    [403, "refused-credentials"],
    [404, "not-found"],
    [410, "not-found"],
    [429, "throttled"],
    [500, "server-error"],
    [503, "server-error"],
    [402, "unexpected-status"],
    [304, "unexpected-status"],
  ];
  for (const [status, failure] of failures) {
    const { on, result } = await run(
      find,
      () =>
        new Response(status === 304 ? null : "jane@example.com", { status }),
    );
    const { caught } = Object(result);
    same(caught.slice(0, 2), [failure, status]);
    same(caught[2].startsWith("shop: GET /orders/{id} (step find): "), true);
    same(caught[2].includes("jane"), false);
    same([on.requests.length, on.issues.length], [1, 1]);
    same(JSON.stringify(on.logs).includes("jane"), false);
  }
});

Deno.test("data that the other side refuses ends the run without an issue", async () => {
  for (const status of [400, 409, 415, 422]) {
    const { on, response, result } = await run(
      find,
      () => Response.json({ email: "jane@example.com" }, { status }),
    );
    const reason = `steps.find: refused with status ${status}`;
    same(result, { ended: { outcome: "failed", reason } });
    same([response.status, on.issues], [422, []]);
    same(on.logs.map((line) => line.message), [
      "Sending a request",
      "The request failed",
      "The data was refused",
    ]);
    same(JSON.stringify(on.logs).includes("jane"), false);
  }
});

Deno.test("a body that is not what was declared is located", async () => {
  const bodies: [string, string][] = [
    ["", "steps.find.body: is empty"],
    ["<html>", "steps.find.body: is not JSON"],
    ["[]", "steps.find.body: expected an object, got an array"],
    ['{"id":7}', "steps.find.body.total: is missing"],
    [
      '{"id":7,"total":19.9}',
      "steps.find.body.total: expected a decimal string, got a number",
    ],
  ];
  for (const [text, reason] of bodies) {
    const { on, result } = await run(find, () => new Response(text));
    same(result, { ended: { outcome: "failed", reason } });
    same(on.issues, []);
  }
});

Deno.test("no answer is a failure of the network or of time", async () => {
  const away = await run(find);
  same(Object(away.result).caught.slice(0, 2), ["network", null]);
  same(away.on.logs.map((line) => line.message), [
    "Sending a request",
    "No answer to the request",
  ]);
  const soon = (ctx: HttpContext<object>) =>
    attempt(ctx, "find", () => request(ctx, { ...GET, timeout: 20 }, asOrder));
  const silent = await run(soon, () => new Promise<Response>(() => {}));
  same(Object(silent.result).caught, [
    "timeout",
    null,
    "shop: GET /orders/{id} (step find): no answer within 20 ms",
  ]);
  const endless = await run(soon, () => new Response(new ReadableStream()));
  same(Object(endless.result).caught.slice(0, 2), ["timeout", null]);
});

Deno.test("a segment of a path stays one segment", () => {
  same(segment("a/b?c#d%e ü"), "a%2Fb%3Fc%23d%25e%20%C3%BC");
  same([segment(12), segment(decimal("1.50")), segment(true)], [
    "12",
    "1.5",
    "true",
  ]);
  for (const text of ["", ".", "..", "\ud800"]) {
    same(outcome(() => segment(text)), "out-of-range", text);
  }
  for (const text of ["...", "%2E%2E", "..;", "a\\b", "@", ":"]) {
    const { pathname } = new URL(`https://shop.test/orders/${segment(text)}/x`);
    same(pathname.split("/").length, 4, text);
    same(pathname.startsWith("/orders/"), true, text);
  }
});

Deno.test("a run that ended passes through the steps that follow", async () => {
  const ran: string[] = [];
  const ends: [Ended, number, unknown][] = [
    [skip("nothing to do"), 200, { outcome: "skipped" }],
    [stop("done"), 200, { outcome: "stopped" }],
    [fail("wrong"), 422, { outcome: "failed" }],
    [respond(201, { "x-id": "7" }, { id: 7 }), 201, { id: 7 }],
    [respond(204, {}), 204, undefined],
  ];
  for (const [end, status, body] of ends) {
    const workflow = webhook("w", {
      response: { onSuccess: (ctx) => reply(ctx.data ?? {}) },
    })
      .then((ctx) =>
        attempt(ctx, "first", () => ({ trigger: { body: 1 }, steps: {} }))
      )
      .then((ctx) =>
        step(ctx, "second", (state): typeof state | Ended => {
          ran.push("second");
          return end;
        })
      )
      .then((ctx) =>
        step(ctx, "third", (state) => {
          ran.push("third");
          return state;
        })
      );
    const on = new TestPlatform({ workflows: [workflow] });
    const response = await on.call("w");
    same(response.status, status);
    const text = await response.text();
    same(text === "" ? undefined : JSON.parse(text), body);
    same(on.runs[0]?.result, JSON.parse(JSON.stringify(end)));
    const failed = hasEnded(end) && end.ended.outcome === "failed";
    same(on.logs.map((line) => line.level), [failed ? "error" : "info"]);
  }
  same(ran, ends.map(() => "second"));
});

Deno.test("the state is handed on, and other errors are not held up", async () => {
  const workflow = webhook("w")
    .then((ctx) => attempt(ctx, "first", () => ({ steps: { total: "1.50" } })))
    .then((ctx) =>
      step(ctx, "second", async ({ steps }) => {
        await Promise.resolve();
        return { steps: { ...steps, more: steps.total.length } };
      })
    )
    .then((ctx) =>
      step(ctx, "third", ({ steps }) => {
        if (steps.more === 4) throw new TypeError("a fault");
        return { steps };
      })
    );
  const on = new TestPlatform({ workflows: [workflow] });
  same((await on.call("w")).status, 500);
  same(on.runs[0]?.error?.message, "a fault");
  same(on.logs, []);
});
