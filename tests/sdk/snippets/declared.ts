import { fn, webhook } from "@versori/run";

// A project may say what its callers send; without this, reading a field is an error.
declare module "@versori/run" {
  interface WebhookData {
    readonly sku?: string;
  }
}

export const declared = webhook("declared").then(
  fn("read", (ctx) => ({ sku: ctx.data.sku ?? "none" })),
);
