// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { resendOrder } from "./workflows/resend-order.ts";
import { durable } from "@versori/run";

async function main(): Promise<void> {
  const interpreter = await durable.DurableInterpreter.newInstance();
  interpreter.register(resendOrder);
  await interpreter.start();
}

main().catch((error: unknown) => {
  console.error("resend-order failed to start", error);
});
