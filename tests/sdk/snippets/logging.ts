import { fn } from "@versori/run";

export const logging = fn("logging", (ctx) => {
  const log = ctx.log.child({ order: "1001", source: "webhook" });
  log.debug("Looking closely");
  log.info("Processed", { items: 3, took: { ms: 12 } });
  log.warn("Tried again", { attempt: 2 });
  log.error("Gave up", { cause: new Error("no answer") });
});
