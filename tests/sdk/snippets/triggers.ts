import { fn, schedule, webhook, workflow } from "@versori/run";

export const nightly = schedule("nightly", "30 2 * * *").then(
  fn("count", (ctx) => {
    ctx.log.info("Nightly run", { since: ctx.startTime });
    return { counted: 0 };
  }),
);

export const forAll = schedule("for-all", "0 * * * *", "all").then(
  fn("nothing", () => {}),
);

export const forSome = schedule(
  "for-some",
  "0 * * * *",
  (activation) => activation?.user.displayName !== "",
).then(fn("nothing", () => {}));

export const orders = webhook("orders", {
  method: "post",
  response: { mode: "sync" },
}).then(
  fn("take", (ctx) => {
    const order = ctx.data;
    const request = ctx.request();
    ctx.log.info("Took an order", { order, method: request?.method });
    return { taken: true };
  }),
);

export const import_ = workflow("import", { ttl: 60, limit: 2, maxAttempts: 3 })
  .then(fn("import", () => ({ imported: true })));

export const guarded = webhook("guarded", {
  method: "all",
  cors: {
    origin: "https://shop.example",
    methods: ["POST"],
    allowedHeaders: ["content-type"],
    exposedHeaders: ["x-request-id"],
    credentials: true,
  },
  response: {
    mode: "async",
    onSuccess: (ctx) => Response.json({ run: ctx.executionId, is: ctx.data }),
    onError: (ctx) =>
      new Response(ctx.data.message, { status: ctx.data.cause ? 502 : 500 }),
  },
  connection: "shop",
  request: { rawBody: true },
}).then(fn("verify", (ctx) => ({ body: typeof ctx.request()?.body })));

export const open = webhook("open", { cors: true }).then(() => "ok");
