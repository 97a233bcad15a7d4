import { fn, http, schedule, webhook, workflow } from "@versori/run";
import { TestPlatform } from "../sdk/testing.ts";

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}

Deno.test("a webhook gets the parsed body, headers and query", async () => {
  const echo = webhook("echo", { method: "post" }).then((ctx) => ({
    data: ctx.data,
    header: ctx.request()?.get("X-Event-Id"),
    query: ctx.request()?.query,
  }));
  const platform = new TestPlatform({ workflows: [echo] });
  const response = await platform.call("echo", {
    body: { id: 1, note: undefined },
    headers: { "X-Event-ID": "e1" },
    query: { page: "2" },
  });
  same(response.status, 200);
  const expected = { data: { id: 1 }, header: "e1", query: { page: "2" } };
  same(await response.json(), expected);
  same((await platform.call("echo", { text: "{" })).status, 400);
  same((await platform.call("echo", { method: "get" })).status, 405);
});

Deno.test("a raw body is only in the request", async () => {
  const raw = webhook("raw", { request: { rawBody: true } }).then((ctx) => [
    ctx.data === undefined,
    ctx.request()?.body,
  ]);
  const platform = new TestPlatform({ workflows: [raw] });
  const response = await platform.call("raw", { text: "a=1" });
  same(await response.json(), [true, "a=1"]);
});

Deno.test("between steps values become JSON", async () => {
  const dates = schedule("dates", "0 0 * * *")
    .then(() => ({ at: new Date(0), none: undefined }))
    .then((ctx) => [typeof ctx.data.at, "none" in ctx.data]);
  const platform = new TestPlatform({ workflows: [dates] });
  same((await platform.fire("dates")).result, ["string", false]);
  const big = schedule("big", "0 0 * * *").then(() => ({ n: 1n }));
  const refused = await new TestPlatform({ workflows: [big] }).fire("big");
  same(refused.error === undefined, false);
});

Deno.test("an error skips to the next catch, which creates an issue", async () => {
  const order: string[] = [];
  const failing = webhook("failing", {
    response: {
      onSuccess: (ctx) => Response.json({ data: ctx.data }, { status: 202 }),
    },
  })
    .then((): number => {
      throw new TypeError("first");
    })
    .then(() => order.push("skipped"))
    .catch((ctx) => {
      order.push(ctx.data.message, String(ctx.data.cause));
      throw new Error("second");
    })
    .then(() => order.push("skipped"))
    .catch((ctx) => ctx.data.message)
    .catch(() => order.push("not needed"))
    .then((ctx) => [ctx.data]);
  const platform = new TestPlatform({ workflows: [failing] });
  const response = await platform.call("failing");
  same([response.status, await response.json()], [202, { data: ["second"] }]);
  same(order, ["first", "TypeError: first"]);
  same(platform.issues.map((issue) => issue.message), ["first"]);
});

Deno.test("an error that nothing catches reaches the caller and no issue", async () => {
  const broken = webhook("broken").then(() => {
    throw new Error("no luck");
  });
  const told = webhook("told", {
    response: {
      onError: (ctx) => new Response(ctx.data.message, { status: 503 }),
    },
  }).then(() => {
    throw new Error("no luck");
  });
  const platform = new TestPlatform({ workflows: [broken, told] });
  same((await platform.call("broken")).status, 500);
  const response = await platform.call("told");
  same([response.status, await response.text()], [503, "no luck"]);
  same(platform.issues, []);
  same(platform.runs.map((run) => run.error?.message), ["no luck", "no luck"]);
});

Deno.test("requests are answered by the test", async () => {
  const users = schedule("users", "0 0 * * *").then(
    http("users", { connection: "crm" }, async ({ fetch, baseUrl }) => {
      const response = await fetch("/users?page=1", {
        method: "POST",
        body: "{}",
      });
      return [response.status, await response.json(), await baseUrl];
    }),
  );
  const platform = new TestPlatform({
    workflows: [users],
    fetch: async (request, system) =>
      Response.json([system, request.url, await request.text()]),
  });
  const url = "https://crm.test/users?page=1";
  const base = "https://crm.test";
  const { result } = await platform.fire("users");
  same(result, [200, ["crm", url, "{}"], base]);
  same(platform.requests.map(({ request }) => request.method), ["POST"]);
});

Deno.test("a request ends when its signal says so", async () => {
  const slow = schedule("slow", "0 0 * * *").then(
    http("slow", { connection: "crm" }, async ({ fetch }) => {
      const controller = new AbortController();
      queueMicrotask(() => controller.abort(new Error("too slow")));
      await fetch("/", { signal: controller.signal });
    }),
  );
  const fetch = () => new Promise<Response>(() => {});
  const platform = new TestPlatform({ workflows: [slow], fetch });
  same((await platform.fire("slow")).error?.message, "too slow");
});

Deno.test("only http tasks send requests, and only to paths", async () => {
  const full = schedule("full", "0 0 * * *").then(
    http("full", { connection: "crm" }, ({ fetch }) => fetch("https://a.b/")),
  );
  const platform = new TestPlatform({
    workflows: [full],
    fetch: () => new Response(),
  });
  same((await platform.fire("full")).error?.cause instanceof TypeError, true);
  same(platform.requests, []);
});

Deno.test("durable workflows are queued and tried again", async () => {
  const attempts: unknown[] = [];
  const durable = workflow("durable").then((ctx) => {
    attempts.push([ctx.workflow?.attempt, ctx.data]);
    if (attempts.length < 3) throw new Error("not yet");
    return { done: true };
  });
  const trigger = webhook("trigger").then(
    fn("start", async (ctx) => {
      const run = await ctx.start("durable", {
        data: { order: 7, none: undefined },
        maxAttempts: 5,
      });
      return { id: run.id, completed: run.isCompleted };
    }),
  );
  const platform = new TestPlatform({ workflows: [durable, trigger] });
  const response = await platform.call("trigger");
  same(await response.json(), { id: "durable-1", completed: false });
  same(attempts, []);
  await platform.drain();
  same(attempts, [[1, { order: 7 }], [2, { order: 7 }], [3, { order: 7 }]]);
  const state = await platform.durable.getWorkflowById("durable-1");
  same([state.status, state.output], ["completed", btoa('{"done":true}')]);
});

Deno.test("a durable workflow gives up after its attempts", async () => {
  const failing = workflow("failing", { maxAttempts: 2 }).then(() => {
    throw new Error("never");
  });
  const platform = new TestPlatform({ workflows: [failing] });
  platform.start("failing");
  await platform.drain();
  same(platform.runs.map((run) => run.attempt), [1, 2]);
  const state = await platform.durable.getWorkflowById("durable-1");
  same(state.status, "failed");
});

Deno.test("a durable workflow can reschedule and complete itself", async () => {
  const counting = workflow("counting").then(async (ctx) => {
    const kv = ctx.openKv(":workspace:");
    const done = ((await kv.get<number>("done")) ?? 0) + 1;
    await kv.set("done", done);
    if (ctx.workflow === undefined) throw new Error("not durable");
    const client = ctx.workflowClient();
    if (done < 3) await client.rescheduleWorkflow(ctx.workflow, "1s");
    else await client.completeWorkflow(ctx.workflow, "completed", { done });
  });
  const platform = new TestPlatform({ workflows: [counting] });
  platform.start("counting");
  await platform.drain();
  same(platform.runs.length, 3);
  const state = await platform.durable.getWorkflowById("durable-1");
  same(state.output, btoa('{"done":3}'));
});

Deno.test("arrays are worked off in order or at once", async () => {
  const seen: unknown[] = [];
  const list = fn("list", () => ["a", "b"]);
  const serial = schedule("serial", "0 0 * * *").then(
    list.unpack().serial(async (ctx, at) => {
      seen.push([ctx.data, at]);
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(ctx.data);
      return ctx.data + at;
    }),
  );
  const parallel = schedule("parallel", "0 0 * * *").then(
    list.unpack().parallel((ctx) => ctx.data.toUpperCase()),
  );
  const platform = new TestPlatform({ workflows: [serial, parallel] });
  same((await platform.fire("serial")).result, ["a0", "b1"]);
  same(seen, [["a", 0], "a", ["b", 1], "b"]);
  same((await platform.fire("parallel")).result, ["A", "B"]);
});

Deno.test("a background task gives undefined and runs on", async () => {
  let finished = false;
  const slow = fn("slow", async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    finished = true;
    return 1;
  });
  const aside = schedule("aside", "0 0 * * *")
    .then(slow.background())
    .then((ctx) => [ctx.data === undefined, finished]);
  const platform = new TestPlatform({ workflows: [aside] });
  same((await platform.fire("aside")).result, [true, false]);
  await platform.drain();
  same(finished, true);
});

Deno.test("keys live as long as their scope, and hold JSON", async () => {
  const keys = schedule("keys", "0 0 * * *").then(async (ctx) => {
    const results: unknown[] = [];
    for (const scope of [":execution:", ":workspace:"] as const) {
      const kv = ctx.openKv(scope);
      results.push(await kv.get("at", { defaultValue: "none" }));
      await kv.set(["at"], { date: new Date(0) });
      await kv.set(["at", "b"], 1);
      results.push(await kv.count(["at"]));
    }
    return results;
  });
  const platform = new TestPlatform({ workflows: [keys] });
  same((await platform.fire("keys")).result, ["none", 2, "none", 2]);
  const kept = { date: "1970-01-01T00:00:00.000Z" };
  same((await platform.fire("keys")).result, ["none", 2, kept, 2]);
});

Deno.test("logs, variables and issues are recorded", async () => {
  const telling = schedule("telling", "0 0 * * *").then(async (ctx) => {
    const log = ctx.log.child({ order: "7", kind: "child" });
    log.warn("Odd", { kind: "own" });
    const value = ctx.activation.getVariable("currency");
    await ctx.activation.setVariable("currency", "EUR");
    const issue = {
      severity: "low" as const,
      title: "Odd",
      message: "m",
      annotations: {},
    };
    await ctx.createIssue(issue);
    const again = await ctx.createIssue({ ...issue, message: "n" });
    await ctx.createIssue(issue, { deduplicate: false });
    return [value, again];
  });
  const platform = new TestPlatform({
    workflows: [telling],
    variables: { currency: "USD" },
  });
  same((await platform.fire("telling")).result, ["USD", null]);
  same(platform.variables.get("currency"), "EUR");
  same(platform.issues.map((issue) => issue.message), ["m", "m"]);
  same(platform.logs, [{
    workflow: "telling",
    level: "warn",
    message: "Odd",
    fields: { order: "7", kind: "own" },
  }]);
});
