import { ExecutionError, fn, schedule, webhook } from "@versori/run";

export const failing = schedule("failing", "0 * * * *")
  .then(
    fn("fail", () => {
      throw new Error("on purpose");
    }),
  )
  .catch(
    fn("tell", async (ctx) => {
      const { message, cause } = ctx.data;
      const known = ctx.data instanceof ExecutionError;
      ctx.log.error("It failed", { message, cause, known });
      await ctx.createIssue({
        severity: "high",
        title: "It failed",
        message,
        annotations: { workflow: "failing" },
      });
      return { error: message };
    }),
  );

export const anonymous = webhook("anonymous")
  .then(() => Promise.resolve([1, 2, 3]))
  .catch(async ({ data, log }) => {
    await Promise.resolve();
    log.warn("Trying elsewhere", { error: data.message });
    throw data;
  })
  .catch(({ data }) => [data.message.length])
  .then((ctx) => ctx.data.reduce((sum, item) => sum + item, 0));

export const issues = fn("issues", async ({ createIssue, executionId }) => {
  const issue = await createIssue({
    severity: "critical",
    title: "Stock below zero",
    message: `Execution ${executionId}`,
    annotations: {},
  }, { deduplicate: false });
  return issue?.id;
});
