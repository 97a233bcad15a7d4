import { ExecutionError, fn, http, schedule, webhook, workflow } from "@versori/run";

// The data of a trigger has to be decoded.
webhook("a").then((ctx) => ctx.data.id); // TS2339
schedule("b", "* * * * *").then((ctx) => ctx.data.time); // TS2339
workflow("c").then(fn("c", (ctx) => ctx.data.id)); // TS2339
webhook("d").then((ctx) => { const id: string = ctx.data; return id; }); // TS2322

// What a step gives is what the next one gets.
const numbers = webhook("e").then(() => [1, 2]);
numbers.then((ctx) => ctx.data.toUpperCase()); // TS2339
numbers.then(fn("f", (ctx) => ctx.data.map((n) => n.length))); // TS2339
numbers.then(http("g", { connection: "s" }, (ctx) => ctx.data.total)); // TS2339
const text = fn<string, number>("h", (ctx) => ctx.data.length);
numbers.then(text); // TS2345
fn("i", () => 1).then(text); // TS2345
fn("j", () => 1).background().then((ctx) => ctx.data + 1); // TS18048

// A catch gets the error, and what it gives may come instead of the result.
numbers.catch((ctx) => ctx.data.error); // TS2339
numbers.catch(text); // TS2345
numbers.catch(() => "none").then((ctx) => ctx.data.map(String)); // TS2339
new ExecutionError(); // TS2554

// Only arrays are unpacked.
fn("k", () => 1).unpack(); // TS2684
fn("l", () => [1]).unpack().serial((ctx) => ctx.data.length); // TS2339
fn("m", () => [1]).serial(text); // TS2339
