// Orders as Shopify sends them, the same in every run.

interface Address {
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly zip: string;
  readonly country_code: string;
  readonly province_code: string;
}

/** An order as JSON: amounts and instants are texts. */
export interface Order {
  readonly name: string;
  readonly created_at: string;
  readonly currency: string;
  readonly email: string;
  readonly note: string | null;
  readonly payment_gateway_names: readonly string[];
  readonly total_discounts: string;
  readonly total_tax: string;
  readonly billing_address: Address | null;
  readonly shipping_address: Address | null;
  readonly line_items: readonly {
    readonly price: string;
    readonly quantity: number;
    readonly taxable: boolean;
    readonly title: string;
    readonly variant_title: string | null;
  }[];
  readonly shipping_lines: readonly {
    readonly price: string;
    readonly title: string;
  }[];
}

/** A small linear congruential generator: whole numbers from 0 up to `below`. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const money = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** `count` orders of one to six lines, spread over two years, made from one order. */
export function orders(
  base: Order,
  count: number,
  seed: number,
): Order[] {
  const next = generator(seed);
  const [line] = base.line_items;
  const [shipping] = base.shipping_lines;
  if (line === undefined || shipping === undefined) {
    throw new Error("the order lacks lines");
  }
  const start = Date.UTC(2024, 0, 1);
  return Array.from({ length: count }, (_, at) => {
    const created = new Date(start + next(2 * 365 * 24 * 3600) * 1000);
    return {
      ...base,
      name: `#${1000 + at}`,
      created_at: created.toISOString().replace(".000Z", "Z"),
      note: next(3) === 0 ? null : "Leave at the door",
      total_discounts: next(2) === 0 ? "0.00" : money(next(2_000)),
      total_tax: money(next(10_000)),
      line_items: Array.from({ length: 1 + next(6) }, () => ({
        ...line,
        quantity: 1 + next(9),
        price: money(next(100_000)),
        taxable: next(2) === 0,
        variant_title: next(2) === 0 ? null : "Green",
      })),
      shipping_lines: next(4) === 0
        ? []
        : [{ ...shipping, price: money(next(3_000)) }],
    };
  });
}
