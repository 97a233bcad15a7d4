import { durable, fn, http, MemoryInterpreter, schedule, webhook, workflow } from "@versori/run";

// Missing and misspelt arguments.
schedule("a"); // TS2554
schedule("b", "* * * * *", "everyone"); // TS2345
webhook(); // TS2554
webhook("c", { method: "POST" }); // TS2820
webhook("d", { response: { mode: "later" } }); // TS2322
webhook("e", { response: { onSuccess: () => ({ status: 200 }) } }); // TS2322
webhook("f", { verify: "shop" }); // TS2353
workflow("g", { attempts: 3 }); // TS2353
workflow("h", { ttl: "60s" }); // TS2322
fn(() => 1); // TS2554
fn("i", 1); // TS2345
http("j", () => 1); // TS2554
http("k", {}, () => 1); // TS2345
http("l", { system: "shop" }, () => 1); // TS2353

// A trigger alone is no workflow.
const interpreter = await durable.DurableInterpreter.newInstance();
interpreter.register(webhook("m")); // TS2345
interpreter.register(fn("n", () => 1)); // TS2345
webhook("o").catch(() => 1); // TS2339
new MemoryInterpreter("p"); // TS2554
