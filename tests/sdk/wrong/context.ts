import { fn, http } from "@versori/run";

fn("a", async (ctx) => {
  await ctx.fetch("/users"); // TS2339
  ctx.data = 1; // TS2540
  ctx.log.trace("x"); // TS2339
  ctx.log.info("x", "y"); // TS2345
  ctx.log.child({ order: 1 }); // TS2322
  ctx.openKv(":global:"); // TS2345
  ctx.request().method; // TS2532
  ctx.workflow.id; // TS18048
  ctx.activation.getVariable("x").length; // TS2571
  ctx.activation.variables; // TS2339
  await ctx.start(); // TS2554
  await ctx.start("w", { attempts: 2 }); // TS2353
  await ctx.createIssue({ severity: "urgent", title: "t", message: "m", annotations: {} }); // TS2322
  await ctx.createIssue({ severity: "low", title: "t", message: "m" }); // TS2345
  await ctx.createIssue({ severity: "low", title: "t", message: "m", annotations: { n: 1 } }); // TS2322
  (await ctx.openKv().get("x")).name; // TS2571
  (await ctx.openKv().get<string>("x")).length; // TS2532
  await ctx.openKv().list("users"); // TS2345
  await ctx.credentials().getAccessToken(); // TS2554
  (await ctx.credentials().getRaw("x")).accessToken; // TS2339
  await ctx.workflowClient().rescheduleWorkflow(ctx.workflow, "5s"); // TS2345
  await ctx.workflowClient().completeWorkflow(await ctx.workflowClient().getWorkflowById("x"), "done", {}); // TS2345
});

http("b", { connection: "s" }, (ctx) => {
  const base: string = ctx.baseUrl; // TS2322
  return base;
});
http("c", { connection: "s" }, (ctx) => ctx.nextPage()); // TS2554
