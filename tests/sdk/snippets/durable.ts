import { fn, webhook, workflow } from "@versori/run";

interface Progress {
  done: number;
  total: number;
}

export const batch = workflow("batch", { ttl: 60 }).then(
  fn("one", async ({ log, openKv, executionId, workflowClient, workflow }) => {
    if (workflow === undefined) return { status: "not durable" };
    const kv = openKv();
    const progress = await kv.get<Progress>([executionId, "progress"], {
      defaultValue: { done: 0, total: 3 },
    });
    const done = (progress?.done ?? 0) + 1;
    await kv.set([executionId, "progress"], { done, total: 3 });
    log.info("Progress", { done, attempt: workflow.attempt });
    const client = workflowClient();
    if (done < 3) await client.rescheduleWorkflow(workflow, "5s");
    else await client.completeWorkflow(workflow, "completed", { done });
    return { status: workflow.status, group: workflow.group };
  }),
);

export const launch = webhook("launch", { response: { mode: "sync" } }).then(
  fn("launch", async ({ start, workflowClient }) => {
    const run = await start("batch");
    const second = await start("batch", { data: { from: 1 }, maxAttempts: 5 });
    await second.wait(1000);
    const output = second.isCompleted ? await second.getData() : undefined;
    const client = workflowClient();
    const third = await client.startWorkflow("batch", {
      data: {},
      maxAttempts: 1_000_000,
    });
    const again = await client.getWorkflowById(third.id);
    const state = await client.getWorkflow(again);
    await client.waitForCompletion(state);
    return {
      run: run.id,
      waiting: run.isWaiting,
      raw: await run.getDataRaw(),
      output,
      parent: state.metadata.parentWorkflowId,
    };
  }),
);
