import { fn, http, schedule } from "@versori/run";

interface Product {
  sku: string;
  price: number;
}

export const products = schedule("products", "*/10 * * * *")
  .then(
    http("fetch", { connection: "shop" }, async ({ fetch, log }) => {
      const response = await fetch("/products");
      const products: Product[] = await response.json();
      log.info("Fetched products", { count: products.length });
      return products;
    }),
  )
  .then(
    fn("reduce", (ctx) =>
      ctx.data.map((product) => ({
        ...product,
        seen: new Date().toISOString(),
      }))),
  )
  .then(
    http("send", { connection: "ledger" }, async ({ fetch, data }) => {
      await fetch("/batch", { method: "POST", body: JSON.stringify(data) });
      return { sent: data.length, first: data.at(0)?.sku };
    }),
  )
  .catch(
    fn("report", (ctx) => {
      ctx.log.error("No products", { error: ctx.data });
      return { error: ctx.data };
    }),
  );

export const surroundings = http(
  "surroundings",
  { connection: "shop" },
  async (ctx) => {
    const base = await ctx.baseUrl;
    const region = ctx.connectionVariables["region"];
    return { base, region, activation: ctx.activation.id };
  },
);

export const pages = http<unknown, number, { page: number }>(
  "pages",
  { connection: "shop" },
  (ctx) => {
    const page = ctx.pageParams?.page ?? 1;
    if (page < 3) ctx.nextPage({ page: page + 1 });
    return page;
  },
);
