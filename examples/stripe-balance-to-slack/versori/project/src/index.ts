// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { postBalance } from "./workflows/post-balance.ts";
import { durable } from "@versori/run";

async function main(): Promise<void> {
  const interpreter = await durable.DurableInterpreter.newInstance();
  interpreter.register(postBalance);
  await interpreter.start();
}

main().catch((error: unknown) => {
  console.error("stripe-balance-to-slack failed to start", error);
});
