// Records a second of the emitted mapping, of the same by hand and of JSONata, in one
// run. See `run` for how to start it.

import {
  decodeOrderAnswerOrder,
  type OrderAnswerOrder,
} from "../../examples/shopify-to-quickbooks/versori/project/src/types/order-answer.ts";
import { encodeSalesReceipt } from "../../examples/shopify-to-quickbooks/versori/project/src/types/sales-receipt.ts";
import { decode } from "../../examples/shopify-to-quickbooks/versori/project/src/services/runtime/decode.ts";
import { toSalesReceipt } from "../../examples/shopify-to-quickbooks/versori/project/src/services/to-sales-receipt.ts";
import { type Order, orders } from "./orders.ts";
import { read, type ReadOrder, written } from "./written.ts";

const COUNT = Number(Deno.args[0] ?? 100_000);
const ROUNDS = 7;
const VARIABLES = { default_customer_id: "58", shipping_item_id: "9" };
const here = new URL(".", import.meta.url);
const sample = new URL(
  "../../examples/shopify-to-quickbooks/samples/order-only.json",
  here,
);

const json: Order = JSON.parse(await Deno.readTextFile(sample));
const records = orders(json, COUNT, 20261122);
// What a mapping is given: amounts that are read already.
const decoded = records.map((order) =>
  decode(decodeOrderAnswerOrder, order, "order")
);
const readByHand = records.map(read);

const emitted = (order: OrderAnswerOrder): unknown =>
  encodeSalesReceipt(toSalesReceipt(order, VARIABLES));
const byHand = (order: ReadOrder): unknown =>
  written(order, VARIABLES.default_customer_id, VARIABLES.shipping_item_id);
// The same from JSON on; only the emitted code checks every field on the way.
const emittedWhole = (order: Order): unknown =>
  emitted(decode(decodeOrderAnswerOrder, order, "order"));
const byHandWhole = (order: Order): unknown => byHand(read(order));

// JSONata is CommonJS, which Deno takes for a module unless it is told: so it is run as
// the function body that it is.
const bundle = { exports: {} as unknown };
new Function(
  "module",
  "exports",
  await Deno.readTextFile("target/jsonata/node_modules/jsonata/jsonata.js"),
)(bundle, bundle.exports);
const jsonata = bundle.exports as (text: string) => {
  evaluate(input: unknown, bindings: unknown): Promise<unknown>;
};
const expression = jsonata(
  await Deno.readTextFile(new URL("receipt.jsonata", here)),
);
const byJsonata = (order: Order): Promise<unknown> =>
  expression.evaluate(order, {
    customer: VARIABLES.default_customer_id,
    shippingItem: VARIABLES.shipping_item_id,
  });

let different = 0;
for (const order of records) {
  const [left, right] = [emittedWhole(order), byHandWhole(order)].map((value) =>
    JSON.stringify(value)
  );
  if (left !== right) {
    if (different === 0) console.error(left, right);
    different += 1;
  }
}
if (different > 0) {
  console.error(`${different} receipts differ from those by hand`);
  Deno.exit(1);
}

/** Milliseconds for all records. */
function time<T>(records: readonly T[], map: (record: T) => unknown): number {
  const start = performance.now();
  for (const record of records) map(record);
  return performance.now() - start;
}

const median = (values: number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

/** Medians of two, measured in turn, so that a slow moment of the machine meets both. */
function pairs(
  left: () => number,
  right: () => number,
): { left: number; right: number; ratio: number } {
  const times = Array.from({ length: ROUNDS }, () => ({
    left: left(),
    right: right(),
  }));
  return {
    left: median(times.map((pair) => pair.left)),
    right: median(times.map((pair) => pair.right)),
    ratio: median(times.map((pair) => pair.right / pair.left)),
  };
}

const mapping = pairs(
  () => time(decoded, emitted),
  () => time(readByHand, byHand),
);
const whole = pairs(
  () => time(records, emittedWhole),
  () => time(records, byHandWhole),
);

// JSONata is slow: a part of the records says enough.
const part = records.slice(0, Math.ceil(COUNT / 20));
const start = performance.now();
for (const order of part) await byJsonata(order);
const theirs = (performance.now() - start) * (records.length / part.length);

const line = (name: string, milliseconds: number): void =>
  console.log(
    `${name.padEnd(10)} ${milliseconds.toFixed(0).padStart(8)} ms  ${
      (COUNT / milliseconds * 1000).toFixed(0).padStart(8)
    } records/s`,
  );
console.log(`${COUNT} orders, medians of ${ROUNDS} rounds`);
console.log("the mapping, amounts read before");
line("emitted", mapping.left);
line("by hand", mapping.right);
console.log("from JSON on");
line("emitted", whole.left);
line("by hand", whole.right);
line("JSONata", theirs);
console.log(
  `emitted / by hand ${mapping.ratio.toFixed(2)}, from JSON on ${
    whole.ratio.toFixed(2)
  }; emitted / JSONata from JSON on ${(theirs / whole.left).toFixed(1)}`,
);
