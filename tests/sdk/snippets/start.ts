import { durable, fn, MemoryInterpreter, webhook } from "@versori/run";

const ping = webhook("ping").then(fn("pong", () => ({ pong: true })));

async function inProduction(): Promise<void> {
  const interpreter = await durable.DurableInterpreter.newInstance();
  interpreter.register(ping);
  await interpreter.start();
}

async function inMemory(): Promise<void> {
  const interpreter = await MemoryInterpreter.newInstance();
  interpreter.register(ping);
  await interpreter.start();
}

const main = Deno.args.includes("--memory") ? inMemory : inProduction;
main().then().catch((error) => console.error("could not start", error));
