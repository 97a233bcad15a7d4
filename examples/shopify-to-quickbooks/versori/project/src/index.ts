// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { newOrder, newOrderRun } from "./workflows/new-order.ts";
import { durable } from "@versori/run";

async function main(): Promise<void> {
  const interpreter = await durable.DurableInterpreter.newInstance();
  interpreter.register(newOrder);
  interpreter.register(newOrderRun);
  await interpreter.start();
}

main().catch((error: unknown) => {
  console.error("shopify-to-quickbooks failed to start", error);
});
