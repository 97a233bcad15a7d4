// Records a second of the emitted mapping, of the same by hand and of JSONata, in one
// run. See `run` for how to start it.

import {
  decodeOrderAnswerOrder,
} from "../../examples/shopify-to-quickbooks/versori/project/src/types/order-answer.ts";
import { encodeSalesReceipt } from "../../examples/shopify-to-quickbooks/versori/project/src/types/sales-receipt.ts";
import { decode } from "../../examples/shopify-to-quickbooks/versori/project/src/services/runtime/decode.ts";
import { toSalesReceipt } from "../../examples/shopify-to-quickbooks/versori/project/src/services/to-sales-receipt.ts";
import { orders } from "./orders.ts";
import { written } from "./written.ts";

const COUNT = Number(Deno.args[0] ?? 100_000);
const ROUNDS = 7;
const VARIABLES = { default_customer_id: "58", shipping_item_id: "9" };
const here = new URL(".", import.meta.url);
const sample = new URL(
  "../../examples/shopify-to-quickbooks/samples/order-only.json",
  here,
);

const base = decode(
  decodeOrderAnswerOrder,
  JSON.parse(await Deno.readTextFile(sample)),
  "order",
);
const records = orders(base, COUNT, 20261122);

type Order = (typeof records)[number];

const emitted = (order: Order): unknown =>
  encodeSalesReceipt(toSalesReceipt(order, VARIABLES));
const byHand = (order: Order): unknown =>
  written(order, VARIABLES.default_customer_id, VARIABLES.shipping_item_id);

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
  const [left, right] = [emitted(order), byHand(order)].map((value) =>
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
function time(map: (order: Order) => unknown): number {
  const start = performance.now();
  for (const order of records) map(order);
  return performance.now() - start;
}

const median = (values: number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

// In turn, so that a slow moment of the machine meets both.
const times = Array.from({ length: ROUNDS }, () => [time(emitted), time(byHand)]);
const [ours, hand] = [0, 1].map((at) =>
  median(times.map((pair) => pair[at] ?? 0))
) as [number, number];
const ratio = median(times.map(([left = 0, right = 0]) => right / left));

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
line("emitted", ours);
line("by hand", hand);
line("JSONata", theirs);
console.log(`emitted / by hand ${ratio.toFixed(2)}, emitted / JSONata ${(theirs / ours).toFixed(1)}`);
